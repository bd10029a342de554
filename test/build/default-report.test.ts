import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {MartRow} from "../../src/marts/shape/table.js";
import {sampleReport} from "../sample-report.js";
import {project} from "./command.js";

const truths = JSON.parse(readFileSync(join(project, "test/company/truths.json"), "utf8"));
const {report, drawn, rows, sentences} = sampleReport();
const metric = (id: string, period: string, dimension = "all", member = "all"): MartRow =>
  rows("metric_by_segment", {metric: id, period, dimension, member})[0]!;
const title = (figure: string, language: "zh" | "en" = "zh"): string =>
  (drawn(language).figures[figure] as {title: string}).title;

test("the README says how many rows the sample report has: over so many, and not half as many again", () => {
  const [, said = ""] = /\(over ([\d,]+) rows/.exec(readFileSync(join(project, "README.md"), "utf8")) ?? [];
  const rowsSaid = Number(said.replaceAll(",", ""));
  const counted = report().imported.accounts.reduce((sum, {rows_in}) => sum + rows_in, 0);
  expect(counted >= rowsSaid && counted < 1.5 * rowsSaid).toBe(true);
});

describe("numbers agree with those counted apart from the pipeline", () => {
  const months = () => report().period.months.slice(-13);

  test("satisfied and dissatisfied customers of the last thirteen months", () => {
    for (const month of months()) {
      const {n, satisfied, dissatisfied} = truths.totals.csat_by_month[month];
      expect([month, metric("csat", month).n, metric("csat", month).positive]).toEqual([month, n, satisfied]);
      expect([month, metric("bottom_box", month).positive]).toEqual([month, dissatisfied]);
    }
  });

  test("promoters, passives and detractors", () => {
    for (const month of months()) {
      const {n, promoters, detractors} = truths.totals.nps_by_month[month];
      const row = metric("nps", month);
      expect([month, row.n, row.positive, row.negative]).toEqual([month, n, promoters, detractors]);
      expect(Number(row.value)).toBeCloseTo((100 * (promoters - detractors)) / n, 5);
    }
  });

  test("complaints and complainants of every month", () => {
    for (const [month, {complaints, complainants}] of Object.entries<{complaints: number; complainants: number}>(
      truths.totals.complaints_by_month,
    )) {
      const row = rows("complaints_by_month", {month})[0]!;
      expect([month, row.complaints, row.complainants]).toEqual([month, complaints, complainants]);
    }
  });

  test("complaints of the report month by category", () => {
    const counted = Object.fromEntries(
      rows("complaint_categories_by_month", {month: "2026-10"}).map((row) => [row.category, row.complaints]),
    );
    expect(counted).toEqual(truths.totals.complaints_2026_10_by_category);
  });

  test("calls offered and answered", () => {
    for (const month of months()) {
      const {offered, answered} = truths.totals.calls_by_month[month];
      expect([month, metric("answer_rate", month).n, metric("answer_rate", month).positive]).toEqual([
        month,
        offered,
        answered,
      ]);
    }
  });

  test("chat sessions that asked for a person and those that a person replied to", () => {
    const counts = months()
      .slice(-12)
      .map((month) => truths.totals.sessions_by_month[month]);
    const sum = (name: string) => counts.reduce((all, count) => all + count[name], 0);
    const all = rows("sessions_by_segment", {dimension: "all"})[0]!;
    expect([all.offered, all.answered]).toEqual([sum("asked_for_a_person"), sum("answered")]);
    expect(rows("bot_sessions")[0]!.sessions).toBe(sum("bot"));
  });

  test("every row of every file is accounted for", () => {
    for (const row of rows("import_files")) {
      expect(Number(row.rows_in)).toBe(Number(row.rows_kept) + Number(row.rows_rejected) + Number(row.rows_set_aside));
      // The truths count rows without any flaw; a row with an unreadable optional cell is kept without that cell.
      const {kept, rejected} = truths.files[String(row.file)] as {kept: number; rejected: {severity: string}[]};
      const flawed = rejected.filter(({severity}) => severity === "cell").length;
      expect([row.file, row.rows_kept]).toEqual([row.file, kept + flawed]);
    }
  });
});

describe("planted truths stand in the sentences", () => {
  test("a complaint category that appears only in the last month", () => {
    const {category, tickets} = truths.planted["04_new_category"];
    expect(title("complaint-categories")).toContain(`“${category}” ${tickets} 件`);
    expect(sentences("overview")).toContain(category);
  });

  test("a fall of satisfaction by mix alone while every channel rises", () => {
    const {before, after} = truths.planted["05_mix_only_fall"];
    const fall = (100 * (before.all.satisfied / before.all.n - after.all.satisfied / after.all.n)).toFixed(1);
    expect(sentences("satisfaction")).toContain(`2026年6月满意率下降 ${fall} 个百分点，全由作答客户的构成造成`);
    expect(sentences("satisfaction", "en")).toContain(
      `fall of ${fall} points in Jun 2026 is all a matter of who answered`,
    );
  });

  test("callbacks made by the handler", () => {
    expect(sentences("complaints")).toContain(`${truths.planted["06_own_callbacks"].team}的非经办人回访率`);
  });

  test("a team whose solved tickets customers do not confirm", () => {
    expect(sentences("complaints")).toContain(`${truths.planted["10_claimed_not_confirmed"].team}的客户确认解决率`);
  });

  test("a department that breaks its promises", () => {
    expect(sentences("complaints")).toContain(`${truths.planted["17_promise_broken"].department}的承诺兑现率`);
  });

  test("one who is far quicker than all others and less liked is told, without the name", () => {
    const hours = truths.planted["11_fast_not_liked"].median_hours;
    expect(hours).toBeLessThan(1.5);
    expect(sentences("complaints")).toMatch(
      /处理快但满意度低的有 \d+ 人：最快的一半工单 1\.\d 小时内解决，满意率 5\d\.\d%/,
    );
  });

  test("first replies in chat are slow at noon, when an agent holds too many sessions at once", () => {
    const {hour, noon, day} = truths.planted["32_slow_at_noon"];
    const seconds = (value: number) => Math.floor(value + 0.5);
    expect(sentences("calls")).toContain(
      `在线会话 ${hour} 起首次回复要 ${seconds(noon.median_seconds)} 秒，全天 ${seconds(day.median_seconds)} 秒。`,
    );
    expect(sentences("calls", "en")).toContain(
      `In chat a first reply takes ${seconds(noon.median_seconds)} s from ${hour}, ${seconds(day.median_seconds)} s over the day.`,
    );
    const notes = (drawn("zh").figures["first-reply-by-hour"] as {notes: readonly string[]}).notes;
    expect(notes).toContain(
      `${hour} 起客服同时接待 ${noon.held_at_once.toFixed(1)} 个会话，全天平均 ${day.held_at_once.toFixed(1)} 个。`,
    );
  });

  test("people who have had complaints for half a year without rotation, counted and not named", () => {
    const {weeks, teams, handlers} = truths.planted["33_no_rotation"];
    expect(title("complaint-load")).toMatch(
      new RegExp(`^\\d+ 人里有 ${handlers} 人处理投诉 12 周以上没有轮换，该轮换了$`),
    );
    const load = Object.fromEntries(rows("complaint_load").map((row) => [row.team, row.longest_weeks_on]));
    for (const team of teams) expect(load[team]).toBe(weeks[team]);
  });

  test("thirty complaints are many in a small region and few in a large one", () => {
    const {large, small, complaints} = truths.planted["08_thirty_complaints"];
    const region = (member: string) =>
      rows("complaints_by_segment", {period: "2026-10", dimension: "region", member})[0]!;
    expect([region(large.region).complaints, region(small.region).complaints]).toEqual([complaints, complaints]);
    expect(Number(region(small.region).lo)).toBeGreaterThan(5 * Number(region(large.region).hi));
    const per = (member: string) =>
      Number(region(member).value).toLocaleString("en", {minimumFractionDigits: 1, maximumFractionDigits: 1});
    expect(sentences("complaints")).toContain(
      `同样 ${complaints} 件投诉：${small.region}合每万户 ${per(small.region)} 件，${large.region}只有 ${per(large.region)} 件`,
    );
  });

  test("the month in which the hotline was short of staff", () => {
    const {month, offered, answered} = truths.planted["24_answer_rate_drop"];
    expect([metric("answer_rate", month).n, metric("answer_rate", month).positive]).toEqual([offered, answered]);
    expect((drawn("zh").figures["answer-rate-trend"] as {notes: readonly string[]}).notes.join("")).toContain(
      `2026年3月 ${((100 * answered) / offered).toFixed(1)}%，低于下限`,
    );
  });
});
