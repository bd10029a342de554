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
    expect(parts[3]!.lines[0]!.text).toContain("未收到工单");
  });
});
