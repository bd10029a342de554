import {describe, expect, test} from "vitest";
import {letterSentences} from "../../src/narrative/monthly/report.js";
import {drawnReport} from "../../src/report.js";
import truths from "../company/truths.json" with {type: "json"};
import {sampleReport} from "../sample-report.js";
import {cells, viewOf} from "../view.js";

const headings = {
  zh: ["热点", "缺陷", "焦点", "需求", "竞争对手"],
  en: ["Hot spots", "Flaws", "Concerns", "Needs", "Rivals"],
} as const;

const sample = sampleReport();

describe("the sample month", () => {
  const letter = (language: "zh" | "en") => sample.drawn(language).letters.monthly!;
  const {"04_new_category": fresh, "03_churn_wave": wave} = truths.planted;

  test.each(["zh", "en"] as const)("in %s tells every event planted in it, and calls nothing else news", (language) => {
    const {parts, text, first} = letter(language);
    expect(parts.map(({name}) => name)).toEqual(headings[language]);
    const news = parts.flatMap(({lines}) => lines.flatMap((line) => (line.news === undefined ? [] : [line.news])));
    expect(news).toHaveLength(2);
    expect(news[0]).toContain(language === "zh" ? fresh.category : "Device offline after update");
    expect(news[0]).toMatch(new RegExp(`\\b${fresh.tickets}\\b`));
    expect(news[1]).toContain(language === "zh" ? wave.region : "South");
    expect(news[1]).toMatch(new RegExp(`\\b${wave.lost}\\b`));
    for (const each of news) expect(first).toContain(each);
    for (const said of language === "zh"
      ? [
          "投诉 108 件",
          "未达标",
          "可能是波动",
          "物流部承诺兑现率",
          "热线二组",
          "服务请求 34 件",
          "没有新种类",
          "落后于蓝鲸示例：价格",
        ]
      : [
          "108 complaints",
          "missed",
          "could be chance",
          "Logistics",
          "Hotline 2",
          "34 requests",
          "no new kind",
          "Over 12 months behind Rival A on Price",
        ])
      expect(text).toContain(said);
  });

  test("what the new complaints are for is counted in the records", () => {
    const owners = sample.rows("complaint_parts", {category: fresh.category, kind: "responsible"});
    expect(owners.reduce((sum, row) => sum + row.complaints, 0)).toBe(fresh.tickets);
    const listed = sample.rows("month_tickets_listed", {category: fresh.category});
    expect(listed).toHaveLength(fresh.tickets);
    expect(sample.rows("month_tickets_listed", {ticket_type: "complaint"})).toHaveLength(
      sample.row("complaints_by_month", {month: "2026-10"}).complaints!,
    );
  });

  test.each(["zh", "en"] as const)(
    "in %s each sentence leads to a figure that stands on a page, and slides say the same",
    (language) => {
      const {figures, passages, said} = sample.drawn(language);
      for (const {lines} of letter(language).parts)
        for (const {href, records} of lines)
          for (const link of [href, ...(records ? [records] : [])]) {
            const [, id = ""] = link.split("#");
            expect(figures[id], link).toBeDefined();
            expect(figures[id], link).not.toHaveProperty("missing");
          }
      expect(passages.monthly).toEqual(letterSentences({language}, letter(language)));
      expect(letter(language).text).not.toMatch(/undefined|NaN|null|\[object/);
      // Nobody is named by name or number in what is mailed to all, nor in a title or a sentence of a page.
      const titles = Object.values(figures).flatMap((each) => ("title" in each ? [each.title] : []));
      const texts = [
        letter(language).text,
        ...titles,
        ...Object.values(said).flat(),
        ...Object.values(passages).flat(),
      ];
      const person = /客服\d\d|技师\d\d|文员\d|Agent \d|Technician \d|Clerk \d/;
      expect(texts.filter((text) => person.test(text))).toEqual([]);
    },
  );
});

describe("where records are missing", () => {
  const monthly = (rows: Parameters<typeof viewOf>[1], language: "zh" | "en" = "zh") =>
    drawnReport(viewOf(language, rows)).letters.monthly!;

  test.each(["zh", "en"] as const)(
    "an empty report in %s keeps its headings and says that nothing is known",
    (language) => {
      const {parts, first} = monthly({}, language);
      expect(parts.map(({name}) => name)).toEqual(headings[language]);
      for (const {lines} of parts) {
        expect(lines).toHaveLength(1);
        expect(lines[0]!.text).toMatch(language === "zh" ? /无法判断，不等于没有/ : /unknown, which is not none/);
        expect(lines[0]!.news).toBeUndefined();
      }
      expect(first).toEqual([language === "zh" ? "没有可断定的新情况" : "nothing surely new"]);
    },
  );

  const months = Array.from({length: 13}, (_, index) =>
    index < 3 ? `2025-${10 + index}` : `2026-${String(index - 2).padStart(2, "0")}`,
  );
  const view = {months, entities: new Set(["tickets"])};
  const steady = cells("month category complaints", ...months.map((month) => [month, "leak", 9]));
  const kinds = (last: readonly (readonly [string, number])[]) =>
    cells(
      "month ticket_type category tickets",
      ...months.slice(0, -1).map((month) => [month, "request", "wrap", 10]),
      ...last.map(([category, tickets]) => ["2026-10", "request", category, tickets]),
    );

  test("a month like the others has no news", () => {
    const {parts, first} = monthly({
      view,
      complaint_categories_by_month: steady,
      ticket_kinds_by_month: kinds([["wrap", 11]]),
    });
    expect(parts.flatMap(({lines}) => lines.flatMap(({news}) => news ?? []))).toEqual([]);
    expect(first).toEqual(["没有可断定的新情况"]);
    expect(parts[3]!.lines[0]!.text).toMatch(
      /^服务请求 11 件（上月 10，去年同月 10），可能是波动：wrap 11；没有新种类$/,
    );
  });

  test("complaints that bear no category are no kind of their own, and nobody is blamed where nobody ever is", () => {
    const count = (month: string) => (month === "2026-10" ? 60 : 20);
    const {parts, first} = monthly({
      view,
      complaints_by_month: cells("month complaints", ...months.map((month) => [month, count(month)])),
      complaint_categories_by_month: cells(
        "month category complaints",
        ...months.map((month) => [month, "(none)", count(month)]),
      ),
      complaint_parts: cells("category kind code complaints", ["(none)", "responsible", "unassigned", 60]),
    });
    expect(first.at(-1)).toBe("投诉多于平时（20 件）");
    expect(parts[0]!.lines.map(({text}) => text).join()).not.toContain("未分类");
    expect(parts[1]!.lines.map(({text}) => text)).toEqual(["本月没有发现新缺陷"]);
  });

  test("tickets of which none is ever a complaint do not say that there are none", () => {
    const {parts} = monthly({view, ticket_kinds_by_month: kinds([["wrap", 11]])});
    expect(parts[0]!.lines[0]!.text).toBe("工单没有标出哪些是投诉，无法判断，不等于没有");
  });

  test("a kind of request never seen before is news, and none at all is said as such", () => {
    const {parts} = monthly({
      view,
      ticket_kinds_by_month: kinds([
        ["wrap", 9],
        ["engraving", 6],
      ]),
    });
    expect(parts[3]!.lines.flatMap(({news}) => news ?? [])).toEqual(["新需求“engraving” 6 件，前 12 个月没有"]);
    expect(monthly({view, ticket_kinds_by_month: kinds([])}).parts[3]!.lines[0]!.text).toBe("本月无新需求");
  });

  const notWhole = (month: string, state: "missing" | "partial") =>
    cells(
      "metric month state reason entity covered_days days",
      ...["tickets", "complaint_rate"].map((metric) => [metric, month, state, "ends_early", "tickets", 17, 31]),
    );
  const counted = (rows: readonly string[], last: number) => ({
    complaints_by_month: cells("month complaints", ...rows.map((month) => [month, month === "2026-10" ? last : 9])),
    complaint_categories_by_month: cells(
      "month category complaints",
      ...rows.map((month) => [month, "leak", month === "2026-10" ? last : 9]),
    ),
  });
  const usual = /多于以往|没有发现新缺陷|没有可断定/;

  test("the first month of all is new in nothing, nor is it like the months before", () => {
    const first = monthly({view: {...view, months: ["2026-10"]}, ...counted(["2026-10"], 9)});
    expect(first.first).toEqual(["第一个月的记录，还无从比较"]);
    expect(first.parts[0]!.lines.map(({text}) => text)).toContain("主要是leak 9");
    expect(first.parts[1]!.lines.map(({text}) => text)).toEqual(["没有可比的以往月份，无法判断，不等于没有"]);
    expect(first.text).not.toMatch(usual);
  });

  test("of a part of a month the letter that is mailed says so, and calls it like no other", () => {
    const source_months = cells("source entity month state reason", [
      "desk",
      "tickets",
      "2026-10",
      "partial",
      "ends_early",
    ]);
    const found = monthly({
      view,
      ...counted(months, 4),
      metric_months: notWhole("2026-10", "partial"),
      source_months,
    });
    expect(found.text.split("\n")[1]).toMatch(/^2026年10月未满月：工单到 .*，不作比较。$/);
    expect(found.parts[1]!.lines[0]!.text).toMatch(/^没有发现新缺陷（到 /);
  });

  test("a usual month is one that was whole", () => {
    const recent = ["2026-08", "2026-09", "2026-10"];
    const rows = counted(recent, 20);
    const short = {...view, months: recent};
    const of = (given: object) => monthly({view: short, ...rows, ...given}).parts[0]!.lines.map(({text}) => text);
    const half = cells(
      "month category complaints",
      ["2026-08", "leak", 1],
      ["2026-09", "leak", 12],
      ["2026-10", "leak", 20],
    );
    // Beside 1 and 12 there are surely more; beside the whole month alone that cannot be told.
    expect(of({complaint_categories_by_month: half})).toContain("“leak”20 件，平时约 7 件");
    expect(of({complaint_categories_by_month: half, metric_months: notWhole("2026-08", "partial")})).toContain(
      "没有类别明显多于以往；主要是leak 20",
    );
  });

  test("what the overview calls worse is not nothing new in the letter", () => {
    const rows = (last: number) =>
      cells(
        "month complaints customer_months value state days",
        ...months.map((month) => [
          month,
          month === "2026-10" ? last : month === "2025-10" ? 20 : 34,
          600,
          1,
          "complete",
          31,
        ]),
      );
    const found = monthly({view, complaints_by_month: rows(44)}, "en");
    expect(found.first).toEqual([expect.stringMatching(/^complaints per 10,000: .* \(Oct 2025 /)]);
    expect(monthly({view, complaints_by_month: rows(30)}, "en").first).toEqual(["nothing surely new"]);
  });

  const rated = (rows: readonly (readonly (string | number | null)[])[]) =>
    cells(
      "month complaints complainants customer_months customers value state days",
      ...rows.map((row) => [...row, "complete", 31]),
    );
  const hot = (rows: Parameters<typeof rated>[0], language: "zh" | "en" = "en") => {
    const found = monthly(
      {view: {...view, months: ["2026-09", "2026-10"]}, complaints_by_month: rated(rows)},
      language,
    );
    return {first: found.first, line: found.parts[0]!.lines[0]!.text};
  };

  test("a number stands beside numbers and a rate beside rates, in a month without a customer as well", () => {
    const before = ["2026-09", 36, 36, 580, 600, 620.7] as const;
    expect(hot([before, ["2026-10", 90, 80, 580, 600, 1551.7]]).first).toEqual([
      "1,551.7 complaints per 10,000 customers (Sep 620.7), clearly up on Sep",
    ]);
    const gone = hot([before, ["2026-10", 44, 40, null, null, null]]);
    expect(gone.line).toBe("44 complaints (Sep 36), could be chance");
    expect(gone.first).toEqual(["nothing surely new"]);
  });

  test("a rate that rose because the customers left says so, and so does one that few customers make", () => {
    const before = ["2026-09", 36, 36, 300, 600, 1200] as const;
    expect(hot([before, ["2026-10", 44, 40, 30, 30, 14666.7]]).line).toBe(
      "44 complaints, 14,666.7 per 10,000 customers (Sep 1,200.0), clearly up on Sep; active customers 30 on an average day, Sep 300",
    );
    expect(hot([before, ["2026-10", 32, 7, 310, 600, 1032.3]]).line).toMatch(/^32 complaints from only 7 customers, /);
    expect(hot([before, ["2026-10", 32, 7, 310, 600, 1032.3]], "zh").line).toMatch(/^投诉 32 件（只来自 7 户），/);
  });

  test("of categories that are as frequent none is left out", () => {
    const main = (...counts: readonly number[]) =>
      monthly({
        view: {...view, months: ["2026-10"]},
        complaints_by_month: cells("month complaints", ["2026-10", counts.reduce((sum, each) => sum + each)]),
        complaint_categories_by_month: cells(
          "month category complaints",
          ...counts.map((n, at) => ["2026-10", `c${at}`, n]),
        ),
      }).parts[0]!.lines.at(-1)!.text;
    expect(main(9, 4, 3)).toContain("主要是c0 9、c1 4");
    expect(main(5, 5, 5, 5)).toContain("主要是c0 5、c1 5、c2 5、c3 5");
    expect(main(9, 4, 4, 4, 4)).toMatch(/主要是c0 9$/);
    expect(main(4, 4, 4, 4, 4)).not.toContain("主要是");
  });

  test("a month that did not come is unknown, not none", () => {
    const {parts} = monthly({
      view,
      ticket_kinds_by_month: kinds([]),
      metric_months: cells(
        "metric month state reason entity covered_days days",
        ...["tickets", "complaint_rate"].map((metric) => [metric, "2026-10", "missing", "no_rows", "tickets", 0, 31]),
      ),
    });
    expect(parts[0]!.lines[0]!.text).toContain("未收到工单");
    expect(parts[1]!.lines[0]!.text).toContain("未收到工单");
    expect(parts[3]!.lines[0]!.text).toContain("未收到工单");
  });
});
