import {readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {type Figure, isMissing} from "../../src/figures/figure.js";
import type {Published, TableName} from "../../src/marts/list.js";
import type {Language} from "../../src/words/language.js";
import {sampleReport} from "../sample-report.js";

const project = fileURLToPath(new URL("../../", import.meta.url));

interface Planted {
  readonly "01_careless_fee": Readonly<
    Record<"work_order_id" | "recorded_by" | "month" | "fee" | "true_fee" | "difference", string | number>
  >;
  readonly "02_perfect_agent": {readonly perfect: {readonly agent: string}; readonly honest: {readonly agent: string}};
  readonly "13_gating": {readonly team: string};
  readonly "20_preference_violations": {readonly callbacks: readonly {readonly callback_id: string}[]};
  readonly "25_cross_checks": Readonly<Record<string, readonly (string | Readonly<Record<string, unknown>>)[]>>;
}

const truths = JSON.parse(readFileSync(join(project, "test/company/truths.json"), "utf8")) as {
  readonly planted: Planted;
};

describe("the made-up company's records are judged as they were planted", () => {
  const {report, drawn} = sampleReport();
  const rows = <Name extends TableName>(table: Name): Published[Name] => report().published[table];
  const figure = (language: Language, id: string) => {
    const found = drawn(language).figures[id];
    if (!found || isMissing(found)) throw new Error(`${id} is missing`);
    return found as Figure;
  };
  const hits = (check: string) => rows("cross_checks").find(({check_id}) => check_id === check)?.hits;
  const samples = (check: string) =>
    rows("cross_check_samples")
      .filter(({check_id}) => check_id === check)
      .map(({record_id}) => record_id)
      .sort();

  test("the one careless fee is the only difference from the ledger, and its record the first suspect", () => {
    const planted = truths.planted["01_careless_fee"];
    expect(rows("reconciliation").filter(({status}) => status !== "equal")).toMatchObject([
      {month: planted.month, measure: "work_orders.fee", difference: planted.difference},
    ]);
    expect(rows("reconciliation_suspects")[0]).toMatchObject({
      rank: 1,
      kind: "factor_100",
      explains_all: true,
      record_id: planted.work_order_id,
      recorded_by: planted.recorded_by,
      amount: planted.fee,
      corrected: planted.true_fee,
    });
  });

  test.each(["zh", "en"] as const)(
    "the page in %s names that record in its findings and lists it first, one click below",
    (language) => {
      const {work_order_id, recorded_by} = truths.planted["01_careless_fee"];
      // What differs from the ledger stands before everything else.
      const [sentence] = drawn(language).passages["data-quality"] ?? [];
      expect(sentence).toContain(String(work_order_id));
      // Whose record it is stands in the table alone.
      expect(sentence).not.toContain(String(recorded_by));
      expect(figure(language, "reconciliation-suspects").table.rows[0]).toContain(work_order_id);
      expect(rows("reconciliation_suspects")[0]).toMatchObject({record_id: work_order_id, recorded_by});
      const page = readFileSync(join(project, `src/${language}/data-quality.md`), "utf8");
      expect(page).toContain("](#reconciliation-suspects)");
    },
  );

  test.each([
    ["zh", {team: "上门组", agent: "客服09"}],
    ["en", {team: "Field desk", agent: "Agent 09"}],
  ] as const)(
    "the overview in %s says what is wrong with the scores before it gives any, and what is overdue",
    (language, {team, agent}) => {
      const sentences = drawn(language).passages.overview ?? [];
      const {work_order_id, recorded_by} = truths.planted["01_careless_fee"];
      const caveat = sentences.findIndex((text) => text.includes(team));
      const score = sentences.findIndex((text) => /不满意率|dissatisfied/.test(text));
      expect(sentences.length).toBeLessThanOrEqual(7);
      expect(caveat).toBeGreaterThanOrEqual(0);
      expect(caveat).toBeLessThanOrEqual(score);
      const all = sentences.join("\n");
      expect(all.search(team)).toBeLessThan(all.search(/不满意率|dissatisfied/));
      // No single person in a sentence; the table below names whom it concerns.
      expect(all).not.toContain(agent);
      const overdue = rows("action_effects").filter(({status}) => status === "overdue").length;
      expect(sentences.some((text) => text.includes(language === "zh" ? `${overdue} 项逾期` : `${overdue} of`))).toBe(
        true,
      );
      // Which record, but not whose: the data-quality page has the name beside its evidence.
      const ledger = sentences.find((text) => text.includes(String(work_order_id)));
      expect(ledger).toBeDefined();
      expect(ledger).not.toContain(String(recorded_by));
    },
  );

  test("systems and wishes are named in words, rows of files as plain numbers", () => {
    const codes = (table: Figure["table"]) =>
      table.rows
        .flat()
        .filter((cell) => /^(callcentre|helpdesk|erp|crm|survey|no_call|email_only)$/.test(String(cell)));
    for (const id of ["import-files", "rejects-by-reason", "reconciliation", "cross-check-samples"])
      expect(codes(figure("zh", id).table), id).toEqual([]);
    for (const id of ["rejects-listed", "cross-check-samples", "reconciliation-suspects"])
      expect(figure("zh", id).table.columns.find((column) => column.id === "row")?.unit, id).toBe("id");
  });

  test("what was planted across tables is found, record by record", () => {
    const planted = truths.planted["25_cross_checks"];
    const names = {
      closed_before_opened: "closed_before_opened",
      ticket_without_customer: "ticket_without_customer",
      callback_before_closing: "callback_before_closing",
      survey_without_contact: "survey_without_ticket",
      orphan_return: "orphan_returns",
    };
    for (const [check, name] of Object.entries(names))
      expect(samples(check), check).toEqual([...planted[name]!].sort());
    expect(samples("future_date")).toEqual([...planted.future_orders!, ...planted.future_visits!].sort());
    expect(hits("overlapping_contracts")).toBe(planted.overlapping_contracts!.length);
    expect(hits("impossible_age")).toBe(planted.impossible_ages!.length);
    expect(samples("callback_against_wish")).toEqual(
      truths.planted["20_preference_violations"].callbacks.map(({callback_id}) => callback_id).sort(),
    );
  });

  test("checks that nothing was planted for find nothing", () => {
    for (const check of [
      "replied_before_opened",
      "call_without_ticket",
      "callback_without_ticket",
      "answered_before_invited",
      "day_month_swapped",
      "ruined_id",
      "contract_ends_before_start",
    ])
      expect(hits(check), check).toBe(0);
  });

  test("the twelve customers entered twice are found by phone, and stay two", () => {
    const second = rows("duplicate_customers").filter(({customer_id}) => String(customer_id).startsWith("K9"));
    expect(second).toHaveLength(12);
    expect(second.every(({same_phone}) => same_phone === true)).toBe(true);
  });

  test("the agent with nothing but perfect scores is red, the honest one is not listed; the team that chooses whom to ask is red", () => {
    const {perfect, honest} = truths.planted["02_perfect_agent"];
    const audit = rows("survey_audit");
    expect(audit.find(({member}) => member === perfect.agent)).toMatchObject({topic: "perfect_score", light: "red"});
    expect(audit.find(({member}) => member === honest.agent)).toBeUndefined();
    expect(audit.filter(({topic, member}) => topic === "gating" && member !== "all")).toMatchObject([
      {member: truths.planted["13_gating"].team, light: "red"},
    ]);
  });

  test("no phone, e-mail, id card, bank card or plate of a customer is left in any table or figure", () => {
    const shown = JSON.stringify([report().published, report().drawn]);
    for (const text of [report().inside, shown])
      for (const shape of [/1610000\d{4}/, /user\d{5}@/, /990101\d{11}[\dX]/, /6299990000\d{6,}/, /沪A\d{5}/])
        expect(shape.exec(text)?.[0]).toBeUndefined();
  });

  test("both languages show the same figures of data quality, none of them empty for want of records", () => {
    for (const id of [
      "reconciliation",
      "cross-checks",
      "duplicate-customers",
      "survey-audit",
      "survey-response",
      "source-months",
      "import-files",
      "rejects-by-reason",
      "rejects-listed",
    ]) {
      expect(figure("zh", id).table.rows.length, id).toBeGreaterThan(0);
      expect(figure("en", id).table.rows.length, id).toBe(figure("zh", id).table.rows.length);
    }
  });
});
