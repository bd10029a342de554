import type {ColumnProfile} from "../cells/profile.js";
import {conceptsOf} from "../words/phrase.js";
import {saysYes} from "../words/values.js";
import {assign} from "./assign.js";
import {dimensionsOf} from "./dimensions.js";
import {itemsOf} from "./items.js";
import {isUnclear, scaleConstants} from "./primary.js";
import {columnOf, type ProposedColumn, type ProposedTable, type Shape, sureEnough} from "./shape.js";

/** The tables that a file also is. */
export function secondTables(primary: ProposedTable, shape: Shape): ProposedTable[] {
  const made = [
    surveyBeside(primary, shape),
    ...(primary.entity === "customers" ? customerParts(primary, shape) : [customersBeside(primary, shape)]),
    ticketsOfLog(primary, shape),
  ];
  return made.filter((table) => table !== undefined);
}

const bare = {items: [], constants: {}, notes: []} as const;
const renamed = (column: ProposedColumn | undefined, name: string): ProposedColumn[] =>
  column ? [{...column, column: name}] : [];

/** The columns of a table that feed columns of another name beside it: [theirs, ours]. */
const carried = (from: readonly ProposedColumn[], names: readonly (readonly [string, string])[]): ProposedColumn[] =>
  names.flatMap(([theirs, ours]) => renamed(columnOf(from, theirs), ours));

/** A satisfaction column beside tickets, calls or customers: their answers. */
function surveyBeside(primary: ProposedTable, shape: Shape): ProposedTable | undefined {
  const links: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    tickets: [
      ["ticket_id", "response_id"],
      ["ticket_id", "ticket_id"],
      ["customer_id", "customer_id"],
      ["handler", "agent"],
      ["channel", "channel"],
      ["product", "product"],
      ["region", "region"],
    ],
    calls: [
      ["call_id", "response_id"],
      ["call_id", "call_id"],
      ["customer_id", "customer_id"],
      ["agent", "agent"],
      ["topic", "product"],
      ["region", "region"],
    ],
    customers: [
      ["customer_id", "response_id"],
      ["customer_id", "customer_id"],
    ],
  };
  const linked = links[primary.entity];
  if (!linked) return undefined;
  const {profiles, rows} = shape;
  const taken = new Set(
    primary.columns.filter(({confidence}) => confidence >= sureEnough).map(({profile}) => profile.header),
  );
  const own = assign("surveys", {profiles, rows, taken});
  const score = columnOf(own, "score");
  const named = itemsOf(
    profiles.filter(({header}) =>
      /satisf|满意|csat|nps|评价|推荐|recommend|effort|(?:^|[^a-z])ces(?:[^a-z]|$)/i.test(header),
    ),
    {taken},
  );
  if (!score && named.length < 2) return undefined;
  const columns = [
    ...carried(primary.columns, linked),
    ...own.filter(({column}) => ["invited_at", "verbatim", "mode"].includes(column) && isOfSurvey(own, column)),
    ...answeredAt(primary, {own, score: score?.profile ?? named[0]!.profile, rows}),
  ];
  const isWide = named.length > 1;
  const unclear = !isWide && isUnclear(score!.profile);
  if (isWide) return {...bare, entity: "surveys", columns, items: named, ...foldedLike(primary)};
  const isNps = /nps|recommend|推荐/i.test(score!.profile.header) && (score!.profile.range?.[1] ?? 0) > 5;
  return {
    ...bare,
    entity: "surveys",
    columns: [...columns, unclear ? {...score!, confidence: 0.5} : score!],
    constants: {question: isNps ? "nps" : "csat", item: "overall", ...scaleConstants(score!.profile)},
    ...(unclear && {notes: [bestOrWorst(score!.profile)]}),
    ...foldedLike(primary),
  };
}

const bestOrWorst = ({header, values}: ColumnProfile) => ({
  zh: `“${header}”只有 ${values.join("、")}：1 是最好还是最差，看不出来（按键评价常以 1 为满意）；请在 values 里写明，再去掉 score 行首的 #`,
  en: `"${header}" holds only ${values.join(", ")}: whether 1 is best or worst cannot be told; say so in values, then take away the # before score`,
});

/** A remark or a date that says itself that it belongs to the answer. */
const isOfSurvey = (own: readonly ProposedColumn[], name: string): boolean => {
  const found = columnOf(own, name);
  return found !== undefined && /survey|satisf|csat|评价|满意|rating|feedback|问卷|remark/i.test(found.profile.header);
};

const foldedLike = ({fold}: ProposedTable): Pick<ProposedTable, "fold"> =>
  fold ? {fold: {by: "response_id", take: fold.take}} : {};

/** When was it answered: a date of the answer, else the end of the service, else its beginning; filled wherever a score is. */
function answeredAt(
  primary: ProposedTable,
  {own, score, rows}: {own: readonly ProposedColumn[]; score: ColumnProfile; rows: number},
): ProposedColumn[] {
  const named = columnOf(own, "answered_at");
  if (named && /survey|satisf|csat|评价|满意|rating|feedback|问卷|review/i.test(named.profile.header)) return [named];
  const times = ["closed_at", "solved_at", "called_at", "created_at"].flatMap((name) => {
    const found = columnOf(primary.columns, name);
    return found ? [found] : [];
  });
  const enough = times.find(
    ({profile}) => profile.filled >= Math.min(rows, score.filled) && profile.filled >= 0.98 * rows,
  );
  return renamed(enough ?? times.at(-1), "answered_at");
}

/** Attributes of the customer beside their tickets, calls, answers or orders. */
function customersBeside(primary: ProposedTable, shape: Shape): ProposedTable | undefined {
  const {profiles, rows} = shape;
  const id =
    columnOf(primary.columns, "customer_id") ??
    (primary.entity === "surveys" ? uniqueOf(columnOf(primary.columns, "response_id"), rows) : undefined);
  if (!id) return undefined;
  const taken = new Set([
    ...primary.columns.filter(({confidence}) => confidence >= sureEnough).map(({profile}) => profile.header),
    ...primary.items.map(({profile}) => profile.header),
  ]);
  const own = assign("customers", {profiles, rows, taken}).filter(isOfCustomer);
  const dimensions =
    primary.entity === "surveys"
      ? dimensionsOf(shape, {taken: new Set([...taken, ...own.map(({profile}) => profile.header)])})
      : [];
  if (own.length === 0 && !dimensions.some(({confidence}) => confidence >= sureEnough)) return undefined;
  // the number of an answer given at a time is no person's
  const isAnswer = id.column === "response_id" && columnOf(primary.columns, "answered_at") !== undefined;
  if (isAnswer && !/(^|\+)customer/.test(conceptsOf(id.profile.header))) return undefined;
  const isRepeated = id.profile.distinct < 0.98 * id.profile.filled;
  return {
    ...bare,
    entity: "customers",
    columns: [{...id, column: "customer_id"}, ...own, ...dimensions],
    ...(isRepeated && {fold: {by: "customer_id", take: "last"} as const}),
  };
}

const uniqueOf = (column: ProposedColumn | undefined, rows: number): ProposedColumn | undefined =>
  column && column.profile.distinct >= 0.98 * rows ? column : undefined;

const always =
  /^(sex|age|customer_type|segment|industry|customer_name|phone|email|id_card|address|lifetime_value|tenure_months|acquisition_channel)$/;

/** Beside other records only what says itself that it is the customer's. */
function isOfCustomer({column, profile, confidence}: ProposedColumn): boolean {
  if (column === "customer_id" || confidence < sureEnough) return false;
  const concepts = conceptsOf(profile.header).split("+");
  if (concepts.includes("agent") || concepts.includes("product")) return false;
  if (concepts.includes("customer") || concepts.includes("join")) return true;
  return always.test(column) || (column === "tier" && /会员|vip|loyal|member/i.test(profile.header));
}

/** What a card index also tells: contracts, reasons of churn, and attributes of the analyst's own. */
function customerParts(primary: ProposedTable, shape: Shape): (ProposedTable | undefined)[] {
  const {profiles, rows} = shape;
  const id = columnOf(primary.columns, "customer_id");
  if (!id) return [];
  const taken = new Set(
    primary.columns
      .filter(({column, confidence}) => confidence >= sureEnough && !column.startsWith("dim_"))
      .map(({profile}) => profile.header),
  );
  return [contractsOf(id, {profiles, rows, taken}), interviewsOf(primary, {id, profiles, rows, taken})];
}

interface Cards {
  readonly profiles: readonly ColumnProfile[];
  readonly rows: number;
  readonly taken: ReadonlySet<string>;
}

function contractsOf(id: ProposedColumn, {profiles, rows, taken}: Cards): ProposedTable | undefined {
  const own = assign("contracts", {profiles, rows, taken}).filter(({column}) => column !== "customer_id");
  const told = own.filter(
    ({column, confidence}) =>
      confidence >= sureEnough && /^(monthly_amount|total_amount|contract_type|end_date)$/.test(column),
  );
  if (told.length === 0) return undefined;
  const hasKey = columnOf(own, "contract_id");
  return {
    ...bare,
    entity: "contracts",
    columns: [...(hasKey ? [] : renamed(id, "contract_id")), {...id, column: "customer_id"}, ...own],
  };
}

function interviewsOf(
  primary: ProposedTable,
  {id, profiles, rows, taken}: Cards & {id: ProposedColumn},
): ProposedTable | undefined {
  const own = assign("churn_interviews", {profiles, rows, taken}).filter(
    ({column, confidence}) =>
      confidence >= sureEnough && /^(reasons|reason_category|destination_brand|interviewed_at)$/.test(column),
  );
  if (!columnOf(own, "reasons") && !columnOf(own, "reason_category")) return undefined;
  const left = columnOf(primary.columns, "is_churned")?.profile;
  const yes = left?.values.filter((cell) => saysYes(cell, "is_churned") === true) ?? [];
  if (!left || yes.length === 0) return undefined;
  return {
    ...bare,
    entity: "churn_interviews",
    where: {[left.header]: yes},
    columns: [...renamed(id, "interview_id"), {...id, column: "customer_id"}, ...own],
  };
}

/** A log of activities: the first line of a case opens it. */
function ticketsOfLog(primary: ProposedTable, {profiles, rows}: Shape): ProposedTable | undefined {
  const [id, at] = ["ticket_id", "event_at"].map((name) => columnOf(primary.columns, name));
  if (primary.entity !== "ticket_events" || !id || !at) return undefined;
  return {
    ...bare,
    entity: "tickets",
    columns: [
      id,
      {...at, column: "created_at"},
      ...assign("tickets", {profiles, rows, taken: new Set(primary.columns.map(({profile}) => profile.header))}).filter(
        ({column}) =>
          /^(customer_id|ticket_type|category|subcategory|product|brand|channel|region|city|priority)$/.test(column),
      ),
    ],
    fold: {by: "ticket_id", take: "first"},
    notes: [
      {
        zh: "每个编号的第一行当作建单；若文件不是按时间先后排列，请改",
        en: "the first line of each case is taken as its opening; change this if the file is not in order of time",
      },
    ],
  };
}
