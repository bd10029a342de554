import {createHash} from "node:crypto";
import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import type {Edition} from "../../loaders/history/edition.js";
import {isoDate, isoStamp, type Moment, monthOf, monthStart, months} from "../company/calendar.js";
import {makeCompany} from "../company/company.js";
import type {Customer, Survey, Ticket} from "../company/records.js";

/** What a help desk exports of a ticket. */
export interface Line {
  readonly id: string;
  readonly customer: string;
  readonly type: string;
  readonly category: string;
  readonly created: Moment;
  readonly closed: Moment | undefined;
}

/** Numbers that a month's edition must hold, by "measure month". */
export type Numbers = Readonly<Record<string, number | null>>;

/** One customer in eight of the made-up company, and those of the planted late file, with what is theirs. */
export function smallCompany() {
  const {customers, contracts, tickets, surveys} = makeCompany();
  const late = new Set(tickets.filter(({isLate}) => isLate).map(({customerId}) => customerId));
  const own = customers.filter(
    ({id, joined}) => joined !== undefined && (Number(id.slice(1)) % 8 === 0 || late.has(id)),
  );
  const ids = new Set(own.map(({id}) => id));
  return {
    customers: own,
    contracts: contracts.filter(({customerId}) => ids.has(customerId)),
    tickets: tickets.filter(({customerId}) => ids.has(customerId)),
    surveys: surveys.filter(({customer, isPilot}) => ids.has(customer.id) && !isPilot),
  };
}

export const lineOf = ({id, customerId, type, category, createdAt, closedAt}: Ticket, until: Moment): Line => ({
  id,
  customer: customerId,
  type,
  category,
  created: createdAt,
  closed: closedAt !== undefined && closedAt < until ? closedAt : undefined,
});

const csv = (rows: readonly (readonly string[])[]): string => `${rows.map((row) => row.join(",")).join("\n")}\n`;
const stamp = (when: Moment | undefined): string => (when === undefined ? "" : isoStamp(when));

export const ticketFile = (lines: readonly Line[], created: string): string =>
  csv([
    ["工单号", "客户编号", "类型", "问题分类", created, "关闭时间"],
    ...lines.map((line) => [line.id, line.customer, line.type, line.category, stamp(line.created), stamp(line.closed)]),
  ]);

/** The questionnaire got a second version in 2025-07, with another header. */
export const surveyFile = (surveys: readonly Survey[], until: Moment, header: string): string =>
  csv([
    ["答卷编号", "客户编号", "邀请时间", "提交时间", header],
    ...surveys.map((one) => {
      const isAnswered = one.answeredAt !== undefined && one.answeredAt < until;
      return [
        one.id,
        one.customer.id,
        isoStamp(one.invitedAt),
        isAnswered ? isoStamp(one.answeredAt!) : "",
        isAnswered ? String(one.scores.overall) : "",
      ];
    }),
  ]);

export const customerFile = (customers: readonly Customer[], until: Moment): string =>
  csv([
    ["客户编号", "大区", "入网日期"],
    ...customers.filter(({joined}) => joined! < until).map(({id, region, joined}) => [id, region, isoDate(joined!)]),
  ]);

export const contractFile = (contracts: ReturnType<typeof smallCompany>["contracts"], until: Moment): string =>
  csv([
    ["合同号", "客户编号", "开始日期", "结束日期"],
    ...contracts
      .filter(({start}) => start < until)
      .map(({id, customerId, start, end}) => [id, customerId, isoDate(start), isoDate(end)]),
  ]);

/**
 * What was delivered, kept apart from the program: the last word on every ticket, every answer, every file. It counts by
 * plain loops.
 */
export function openLedger(folder: string) {
  const tickets = new Map<string, Line>();
  const answers = new Map<string, {readonly month: string; readonly isSatisfied: boolean}>();
  const files = new Map<string, string>();
  return {
    files: files as ReadonlyMap<string, string>,
    deliver(name: string, text: string): void {
      const path = join(folder, "exports", name);
      mkdirSync(dirname(path), {recursive: true});
      writeFileSync(path, text);
      files.set(name, createHash("sha256").update(text).digest("hex"));
    },
    tell(lines: readonly Line[]): void {
      for (const line of lines) tickets.set(line.id, line);
    },
    forget(id: string): void {
      tickets.delete(id);
    },
    answer(surveys: readonly Survey[], until: Moment): void {
      for (const {id, answeredAt, scores} of surveys)
        if (answeredAt !== undefined && answeredAt < until)
          answers.set(id, {month: monthOf(answeredAt), isSatisfied: scores.overall! >= 4});
    },
    /** Every number from the first month up to the one of an edition. */
    numbers(last: number): Numbers {
      const found: Record<string, number | null> = {};
      let backlog = 0;
      for (const month of months.slice(0, last + 1)) {
        let [created, complaints, closed, n, satisfied] = [0, 0, 0, 0, 0];
        for (const line of tickets.values()) {
          if (monthOf(line.created) === month) created += 1;
          if (monthOf(line.created) === month && line.type === "complaint") complaints += 1;
          if (line.closed !== undefined && monthOf(line.closed) === month) closed += 1;
        }
        for (const answer of answers.values()) {
          if (answer.month !== month) continue;
          n += 1;
          if (answer.isSatisfied) satisfied += 1;
        }
        backlog += created - closed;
        Object.assign(found, {
          [`created ${month}`]: created,
          [`complaints ${month}`]: complaints,
          [`closed ${month}`]: closed,
          [`backlog ${month}`]: backlog,
          [`n csat ${month}`]: n,
          [`csat ${month}`]: n === 0 ? null : satisfied / n,
        });
      }
      return found;
    },
  };
}

export const untilOf = (index: number): Moment => monthStart(index + 1);

/** The mapping of the help desk; the header of the date of opening is changed one day. */
export const desk = (created: string) => `label: {zh: 工单系统, en: Desk}
tables:
  - entity: tickets
    files: "desk/tickets_*.csv"
    columns:
      ticket_id: 工单号
      customer_id: 客户编号
      ticket_type: 类型
      category: 问题分类
      created_at: {from: ${created}, required: true}
      closed_at: 关闭时间
`;
/** The other settings of the report folder. */
export const settings = {
  "report.yaml": "company: {zh: 小样（虚构）, en: Small sample (made up)}\nlanguages: [zh]\nreject_limit: 0.05\n",
  "mappings/desk.yaml": desk("创建时间"),
  "mappings/crm.yaml": `label: {zh: 客户系统, en: CRM}
tables:
  - entity: customers
    files: crm/customers.csv
    columns: {customer_id: 客户编号, region: 大区, joined_date: 入网日期}
  - entity: contracts
    files: crm/contracts.csv
    columns: {contract_id: 合同号, customer_id: 客户编号, start_date: 开始日期, end_date: 结束日期}
`,
  "mappings/survey.yaml": `label: {zh: 问卷, en: Survey}
tables:
  - entity: surveys
    files: "survey/*.csv"
    columns: {response_id: 答卷编号, customer_id: 客户编号, invited_at: 邀请时间, answered_at: 提交时间}
    items:
      overall: {from: [总体满意度, 总体评价（1-5）], question: csat, scale: [1, 5]}
`,
};

/** The numbers of an edition that the ledger keeps, too. */
export const measures = new Set(["created", "complaints", "closed", "backlog", "n csat", "csat"]);

export const numbersOf = ({values}: Edition): Numbers =>
  Object.fromEntries(
    values
      .filter(({measure}) => measures.has(measure))
      .map(({measure, month, value}) => [`${measure} ${month}`, value]),
  );

/** Missing answers have no base and no value. */
export const rounded = (numbers: Numbers): Numbers =>
  Object.fromEntries(
    Object.entries(numbers).map(([key, value]) => [key, value === null || value === 0 ? 0 : Number(value.toFixed(6))]),
  );
