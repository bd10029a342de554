import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {drawReport} from "../../loaders/draw/draw.js";
import {readEditions} from "../../loaders/history/edition.js";
import {silentProgress} from "../../loaders/messages/progress.js";
import {assertAccepted, candidate, keepEdition} from "../../loaders/publishing.js";
import {readReport} from "../../loaders/read-report.js";
import type {Restated} from "../../src/words/restated.js";
import {fingerprint} from "../build/command.js";
import {monthOf, months} from "../company/calendar.js";
import {
  contractFile,
  customerFile,
  desk,
  type Line,
  lineOf,
  measures,
  type Numbers,
  numbersOf,
  openLedger,
  rounded,
  settings,
  smallCompany,
  surveyFile,
  ticketFile,
  untilOf,
} from "./ledger.js";

const folder = mkdtempSync(join(tmpdir(), "huisheng-two-years-"));
const report = join(folder, "report");
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const company = smallCompany();
const ledger = openLedger(report);
const late = company.tickets.filter(({isLate}) => isLate);
/** By edition: what the ledger held when it was published, and what had moved since the edition before. */
const expected = new Map<string, Numbers>();
const restated = new Map<string, readonly Restated[]>();
const refused: string[] = [];
const kept = new Map<string, string>();
let titleOfLate = "";

const at = (month: string): number => months.indexOf(month);
const write = (name: string, text: string) => {
  mkdirSync(join(report, name, ".."), {recursive: true});
  writeFileSync(join(report, name), text);
};

/** Publishes a month in the history; where it is refused, why. */
async function publish(index: number, accept?: string): Promise<string> {
  const month = months[index]!;
  try {
    const read = await readReport(report, {month, temp: join(folder, "duck"), progress: silentProgress});
    const found = candidate(read, {drawn: drawReport(read)});
    assertAccepted(found, {accept, file: report});
    const {id} = found.edition;
    if (found.isSame) return `same as ${id}`;
    keepEdition(found, {folder: report, accept, now: new Date("2026-12-01")});
    expected.set(id, ledger.numbers(index));
    restated.set(id, read.past!.restated);
    kept.set(id, JSON.stringify(fingerprint(join(report, "history", id))));
    if (month === "2026-10")
      titleOfLate = String((drawReport(read).zh!.figures.restatements as {title?: string}).title);
    return id;
  } catch (error) {
    return `refused: ${String((error as Error).message)}`;
  }
}

/** The files of a month as they come on the first days of the next one. */
function deliver(index: number): void {
  const [month, until] = [months[index]!, untilOf(index)];
  const ofMonth = company.tickets.filter(({createdAt, isLate}) => !isLate && monthOf(createdAt) === month);
  // Tickets of earlier months come again when they were closed.
  const again = company.tickets.filter(
    ({createdAt, closedAt, isLate}) =>
      !isLate && monthOf(createdAt) < month && closedAt !== undefined && monthOf(closedAt) === month,
  );
  const lines = [...ofMonth, ...again].map((each) => lineOf(each, until));
  if (month === "2025-04") lines.push(...corrected());
  ledger.deliver(`desk/tickets_${month}.csv`, ticketFile(lines, index < at("2025-11") ? "创建时间" : "提交时间"));
  ledger.tell(lines);
  if (month === "2025-08") withdrawOne();
  if (month === "2026-10") {
    const lateLines = late.map((each) => lineOf(each, until));
    ledger.deliver("desk/tickets_late_2026-09.csv", ticketFile(lateLines, "提交时间"));
    ledger.tell(lateLines);
  }
  ledger.deliver("crm/customers.csv", customerFile(company.customers, until));
  ledger.deliver("crm/contracts.csv", contractFile(company.contracts, until));
  // December's answers are not sent before February.
  const sent = month === "2025-12" ? [] : month === "2026-02" ? [at("2025-12"), index] : [index];
  for (const one of sent) deliverSurveys(one, until);
}

function deliverSurveys(index: number, until: number): void {
  const month = months[index]!;
  const own = company.surveys.filter(({invitedAt}) => monthOf(invitedAt) === month);
  // Answers to last month's invitations come with this month's.
  const answered = company.surveys.filter(
    ({invitedAt, answeredAt}) =>
      monthOf(invitedAt) < month && answeredAt !== undefined && monthOf(answeredAt) === month,
  );
  const all = [...own, ...answered];
  const header = index < at("2025-07") ? "总体满意度" : "总体评价（1-5）";
  ledger.deliver(`survey/${month}.csv`, surveyFile(all, until, header));
  ledger.answer(all, until);
}

/** Two complaints of March 2025 that were none. */
const corrected = (): Line[] =>
  company.tickets
    .filter(({createdAt, type}) => type === "complaint" && monthOf(createdAt) === "2025-03")
    .slice(0, 2)
    .map((each) => ({...lineOf(each, untilOf(at("2025-04"))), type: "inquiry"}));

/** July 2025 is delivered again without a ticket that was entered twice. */
function withdrawOne(): void {
  const month = "2025-07";
  const own = company.tickets.filter(({createdAt, isLate}) => !isLate && monthOf(createdAt) === month);
  const double = own.find(({closedAt}) => closedAt !== undefined && monthOf(closedAt) === month)!;
  const again = company.tickets.filter(
    ({createdAt, closedAt, isLate}) =>
      !isLate && monthOf(createdAt) < month && closedAt !== undefined && monthOf(closedAt) === month,
  );
  const lines = [...own.filter(({id}) => id !== double.id), ...again].map((each) => lineOf(each, untilOf(at(month))));
  ledger.deliver(`desk/tickets_${month}.csv`, ticketFile(lines, "创建时间"));
  ledger.forget(double.id);
}

beforeAll(async () => {
  for (const [name, text] of Object.entries(settings)) write(name, text);
  for (const [index, month] of months.entries()) {
    deliver(index);
    let answer = await publish(index);
    if (month === "2025-11") {
      refused.push(answer);
      write("mappings/desk.yaml", desk("[创建时间, 提交时间]"));
      answer = await publish(index);
    }
    if (answer.startsWith("refused")) {
      refused.push(answer);
      answer = await publish(index, `${month}: looked at`);
    }
    expect(answer).toBe(month);
    if (month === "2026-05") expect(await publish(index)).toBe("same as 2026-05");
  }
});

describe("two years, month after month, as their files arrived", () => {
  test("there is one edition a month, and none was touched after it was published", () => {
    expect(readEditions(report).map(({id}) => id)).toEqual(months);
    expect(readdirSync(join(report, "history")).filter((name) => !name.startsWith("."))).toEqual(months);
    for (const [id, before] of kept) expect(JSON.stringify(fingerprint(join(report, "history", id)))).toBe(before);
  });

  test.each(months.map((month) => [month]))("the edition of %s holds the numbers of the ledger", (month) => {
    const edition = readEditions(report).find(({id}) => id === month)!;
    expect(rounded(numbersOf(edition))).toEqual(rounded(expected.get(month)!));
  });

  test("what each edition says of the one before is what moved in the ledger, and nothing else", () => {
    for (const [index, month] of months.entries()) {
      if (index === 0) continue;
      const [was, is] = [rounded(expected.get(months[index - 1]!)!), rounded(expected.get(month)!)];
      const moved = Object.keys(was).filter((key) => was[key] !== is[key]);
      const told = restated.get(month)!.filter(({measure}) => measures.has(measure));
      expect([month, ...told.map(({measure, month: of}) => `${measure} ${of}`).sort()]).toEqual([
        month,
        ...moved.sort(),
      ]);
      for (const {measure, month: of, was: before, is: now, edition} of told) {
        expect(edition).toBe(months[index - 1]);
        expect([Number((before ?? 0).toFixed(6)), Number((now ?? 0).toFixed(6))]).toEqual([
          was[`${measure} ${of}`],
          is[`${measure} ${of}`],
        ]);
      }
    }
  });

  test("only the planted deliveries moved anything, each in its month", () => {
    const moves = [...restated].flatMap(([id, rows]) =>
      rows
        .filter(({measure}) => measure === "created" || measure === "complaints")
        .map(({measure, month, was, is}) => `${id}: ${measure} ${month} ${is! - was!}`),
    );
    const complaints = (month: string) =>
      late.filter(({type, createdAt}) => type === "complaint" && monthOf(createdAt) === month).length;
    expect(moves.filter((move) => move.includes("created"))).toEqual([
      "2025-08: created 2025-07 -1",
      "2026-10: created 2026-08 3",
      "2026-10: created 2026-09 14",
    ]);
    expect(moves).toContain("2025-04: complaints 2025-03 -2");
    for (const month of ["2026-08", "2026-09"])
      expect(moves).toContain(`2026-10: complaints ${month} ${complaints(month)}`);
  });

  test("the late file is traced to its rows, and the report says the signed numbers", () => {
    const created = restated.get("2026-10")!.filter(({measure}) => measure === "created");
    const places = (month: string) => late.flatMap((each, row) => (monthOf(each.createdAt) === month ? [row + 2] : []));
    const reasons = created.map(({month, reasons: all}) => [month, all.find(({kind}) => kind === "late")]);
    expect(reasons).toEqual(
      ["2026-08", "2026-09"].map((month) => [
        month,
        {
          kind: "late",
          entity: "tickets",
          file: "desk/tickets_late_2026-09.csv",
          records: places(month).length,
          rows: places(month),
        },
      ]),
    );
    expect(titleOfLate).toContain("8月 +3、9月 +14");
  });

  test("answers that were not sent stop the publishing until somebody says why, and are a gap and no zero", () => {
    expect(refused.some((each) => each.startsWith("refused") && each.includes("创建时间"))).toBe(true);
    const log = JSON.parse(readFileSync(join(report, "history", "2025-12", "log.json"), "utf8"));
    expect(log.accepted).toBe("2025-12: looked at");
    const december = readEditions(report).find(({id}) => id === "2025-12")!;
    expect(
      december.values.find(({measure, month}) => measure === "csat" && month === "2025-12")?.value ?? null,
    ).toBeNull();
  });

  test("each edition names the files it was made from by their bytes", () => {
    const last = readEditions(report).at(-1)!;
    expect(Object.fromEntries(last.inputs.map(({file, sha256}) => [file, sha256]))).toEqual(
      Object.fromEntries(ledger.files),
    );
    expect(last.inputs.length).toBeGreaterThan(48);
  });
});
