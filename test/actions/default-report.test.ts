import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import type {Figure} from "../../src/figures/figure.js";
import {pages} from "../../src/pages.js";
import {wilsonInterval} from "../../src/stats/estimates/wilson-interval.js";
import {project} from "../build/command.js";
import {actions} from "../company/notes.js";
import {sampleOf, sampleReport} from "../sample-report.js";

const {planted} = JSON.parse(readFileSync(join(project, "test/company/truths.json"), "utf8"));
const {temp, drawn, rows, row, sentences} = sampleReport();
const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The last day of the report month. */
const asOf = "2026-10-31";

/** What an action is on a day, by when it is due and done. */
function statusOn(day: string, due: string, done: string): string {
  if (done && done <= day) return done > due ? "done_late" : "done";
  return day > due ? "overdue" : "open";
}

describe("actions", () => {
  test("days late and status are those of the last day of the month", () => {
    for (const [action_id, , , , , due, done] of actions) {
      const late = daysBetween(due!, done || asOf);
      const status = statusOn(asOf, due!, done!);
      expect(row("action_effects", {action_id: action_id!})).toMatchObject({status, days_late: late});
    }
    expect(sentences("actions")).toContain("8 项措施中 2 项逾期，最久的已 31 天：成都设备件分仓");
    expect(sentences("actions", "en")).toContain(
      "2 of 8 actions are overdue, the longest by 31 days: Parts store in Chengdu",
    );
  });

  test("ages and time to close are those of the list, the open ones counted to the last day", () => {
    const open = actions.filter(([, , , , , , done]) => !done);
    const oldest = Math.max(...open.map(([, , , , opened]) => daysBetween(opened!, asOf)));
    expect(row("action_ageing", {dimension: "all"})).toMatchObject({
      actions: actions.length,
      open: open.length,
      not_dated: 0,
      oldest_open_days: oldest,
      // 46 of 7, 57 of 5, 163 of 2 at risk: 0.86, 0.69, 0.34.
      median_days: 163,
      median_days_lo: 46,
      median_days_hi: null,
      within_30: null,
    });
    expect(sentences("actions")).toContain("5 项措施未完成，最久的已 178 天（成都设备件分仓）");
    expect(sentences("actions", "en")).toContain(
      "the estimated share done reaches half at 163 days (at least 46, n=8)",
    );
  });

  test("the one that worked is told from the one that did not", () => {
    const {worked, did_not} = planted["12_actions"];
    expect(row("action_effects", {action_id: worked.action_id}).effect).toBe("better");
    expect(row("action_effects", {action_id: did_not.action_id}).effect).toBe("none");
    expect(sentences("actions")).toMatch(/“滤芯发错”投诉：措施完成后下降 [\d.]+%（.*），见效/);
    expect(sentences("actions")).toMatch(/“热线等待过长”投诉：.*未见效果/);
    expect(sentences("actions", "en")).toMatch(
      /Complaints “Wrong filter sent” went down 7\d\.\d% \(5\d\.\d–8\d\.\d%\) after .*: it helped/,
    );
  });

  test("an effect is held against categories without an action of their own then", () => {
    const [worked] = rows("action_effects", {action_id: "GS001"});
    const byHand = (category: string, months: readonly string[]) =>
      rows("complaint_categories_by_month", {category})
        .filter(({month}) => months.includes(String(month)))
        .reduce((sum, {complaints}) => sum + Number(complaints), 0);
    const [before, after] = [
      ["2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01"],
      ["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"],
    ];
    // Hotline, leaks, delivery, repair and fees have actions dated between August 2025 and August 2026.
    const clean = ["噪音", "安装质量", "服务态度", "设备联网故障", "退换货受阻"];
    const sum = (months: readonly string[]) => clean.reduce((total, each) => total + byHand(each, months), 0);
    const own = Number(worked!.after_n) / Number(worked!.before_n);
    expect(Number(worked!.against_others)).toBeCloseTo(own / (sum(after!) / sum(before!)), 5);
  });

  test("in the tracker days late and effect come before the dates that explain them", () => {
    for (const language of ["zh", "en"] as const) {
      const {table} = drawn(language).figures["action-tracker"] as Figure;
      const ids = table.columns.map(({id}) => id);
      expect(ids).toEqual(["note", "cause", "owner", "due", "status", "late", "effect", "opened", "done"]);
    }
    const {table} = drawn("en").figures["action-tracker"] as Figure;
    expect(table.rows[0]).toContain("Repair manager · Repair");
  });

  test("sentences and sections: what is overdue, effects, win-back, word of mouth", () => {
    const marks = {
      zh: ["逾期", "“滤芯发错”投诉", "联系过的", "老客户介绍"],
      en: ["overdue", "“Wrong", "contacted", "referral"],
    };
    for (const [language, words] of Object.entries(marks) as ["zh" | "en", string[]][]) {
      const places = words.map((word) => drawn(language).passages.actions!.findIndex((text) => text.includes(word)));
      expect(places).toEqual([...places].sort((a, b) => a - b));
      expect(places[0]).toBe(0);
      const page = readFileSync(join(project, `src/${language}/actions.md`), "utf8");
      const shown = [...page.matchAll(/\{\{figure ([\w-]+)\}\}/g)].map(([, id]) => id);
      const {figures, front = []} = pages.find(({id}) => id === "actions")!;
      expect([...front.map(({figure}) => figure), ...shown].sort()).toEqual([...figures].sort());
    }
  });

  test("before and after are six whole months each, as counted by hand", () => {
    const {worked} = planted["12_actions"];
    const sum = (months: readonly string[]) =>
      months.reduce((total, month) => total + (worked.complaints_by_month[month] ?? 0), 0);
    const effect = row("action_effects", {action_id: worked.action_id});
    expect([effect.before_n, effect.after_n]).toEqual([
      sum(["2025-08", "2025-09", "2025-10", "2025-11", "2025-12", "2026-01"]),
      sum(["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08"]),
    ]);
  });
});

describe("win-back", () => {
  test("the rate is that of the glossary, beside the plain counts, both bases named", () => {
    const all = row("winback_by_group", {dimension: "all"});
    expect(all.lost).toBe(planted["26_ends_by_kind"].voluntary);
    expect(all.returned).toBe(planted["28_renewals"].came_back_later.length);
    expect(Number(all.within_180)).toBeCloseTo(Number(all.returned_180) / Number(all.aged), 5);
    const notes = (language: "zh" | "en") => (drawn(language).figures["winback-by-group"] as Figure).notes;
    expect(sentences("actions")).toContain("联系过的 85 户，15 户回来（17.6%）");
    expect(notes("zh")).toContain("2024年11月以来流失 362 户，联系了 137 户，至今回来 20 户（5.5%，÷ 全部流失）。");
    expect(sentences("actions", "en")).toContain("15 of 85 we contacted came back (17.6%)");
    expect(notes("en")).toContain("Since Nov 2024 362 lost, 137 contacted, 20 back so far (5.5%, ÷ all lost).");
  });

  test("of the candidates it is said of whom nobody has called how many", () => {
    const all = rows("winback_candidates");
    const never = all.filter(({is_contacted}) => is_contacted === false).length;
    const said = (language: "zh" | "en") => drawn(language).figures["winback-candidates"] as Figure;
    expect(said("zh").title).toContain(`这 ${all.length} 户中 ${never} 户还没人联系过`);
    const {title, table} = said("en");
    expect(title).toMatch(
      new RegExp(`^${all.length} customers may still be won back; .* ${never} have not been called$`),
    );
    expect(table.rows).toHaveLength(all.length);
    expect(table.columns.map(({label}) => label)).toContain("Monthly fee (yuan)");
  });

  test("who should call is named in the language of the page", () => {
    const callers = (language: "zh" | "en") => {
      const {columns, rows: table} = (drawn(language).figures["winback-candidates"] as Figure).table;
      return new Set(table.map((cells) => cells[columns.findIndex(({id}) => id === "caller")]));
    };
    expect([...callers("en")].join()).not.toMatch(/\p{Script=Han}/u);
    expect(callers("en")).toContain("Account manager");
    expect(callers("zh")).toContain("客户经理");
  });

  test("a group of approached customers has no share of all lost", () => {
    const {columns, rows: table} = (drawn("en").figures["winback-by-group"] as Figure).table;
    const at = (id: string) => columns.findIndex((column) => column.id === id);
    const offers = table.filter(([group]) => String(group).startsWith("Offer"));
    expect(offers).toHaveLength(5);
    expect(offers.map((cells) => [cells[at("lost")], cells[at("of_lost")]])).toEqual(offers.map(() => ["", ""]));
    expect(offers.every((cells) => Number(cells[at("contacted")]) > 20)).toBe(true);
  });
});

describe("word of mouth", () => {
  test("referrals are counted from the records", () => {
    const {referred, referrers, top} = planted["27_referrals"];
    expect(row("referrals", {member: "referred"}).customers).toBe(referred);
    expect(rows("referrers_listed")).toHaveLength(referrers);
    expect([...rows("referrers_listed")].sort((a, b) => b.referred - a.referred)[0]).toMatchObject({
      customer_id: top.customer_id,
      referred: top.referred,
    });
    const joined = rows("referrals").reduce((sum, {joined_in_window}) => sum + Number(joined_in_window), 0);
    const lately = row("referrals", {member: "referred"}).joined_in_window;
    expect(sentences("actions")).toMatch(
      new RegExp(`近期新客户 ${joined} 户中 ${lately} 户（7\\.1%）由老客户介绍，累计 ${referred} 户`),
    );
    expect(sentences("actions", "en")).toContain(
      `${lately} of ${joined} recent joiners (7.1%) came by referral; ${referred} in all`,
    );
  });

  test("their churn counts only days whose losses are final", () => {
    const all = row("churn_by_segment", {dimension: "all"});
    const sum = (name: "customer_months" | "lost") =>
      rows("referrals").reduce((total, each) => total + (each[name] ?? 0), 0);
    // Those without a date of joining are neither the one nor the other.
    expect(sum("customer_months")).toBeGreaterThan(0.98 * Number(all.customer_months));
    expect(sum("customer_months")).toBeLessThanOrEqual(Number(all.customer_months) + 1e-6);
    expect(sum("lost")).toBeLessThanOrEqual(Number(all.lost));
  });

  test("whether they leave more often, or are less satisfied, is told by one comparison, not by two intervals", () => {
    const referred = row("referrals", {member: "referred"});
    expect(Number(referred.churn_ratio_lo)).toBeLessThan(1);
    expect(Number(referred.churn_ratio_hi)).toBeGreaterThan(1);
    // Fewer raters than answers: the interval is that of the raters.
    const plain = wilsonInterval(Number(referred.satisfied), Number(referred.answers));
    expect(Number(referred.raters)).toBeLessThan(Number(referred.answers));
    expect(Number(referred.csat_hi) - Number(referred.csat_lo)).toBeGreaterThan(plain.high - plain.low);
    expect(sentences("actions")).toMatch(/介绍来的客户流失是否与其他客户不同，尚不能判断（为其 1\.\d\d 倍/);
    expect(sentences("actions", "en")).toMatch(
      /satisfied than others cannot be told \(−\d\.\d points, −\d+\.\d to \+\d\.\d;/,
    );
    expect(sentences("actions", "en")).not.toContain("comparable");
  });
});

test("a report of an earlier month knows nothing of what came after it", async () => {
  const {published, inside} = await sampleOf(temp, "2026-06");
  const [, cards] = JSON.parse(inside) as [unknown, Record<string, string | null>[]];
  const joined = cards.filter(({joined_date, grade}) => joined_date! < "2026-07-01" && grade === null);
  const referred = joined.filter(({referred_by}) => referred_by !== null).length;
  expect(published.referrals.map((each) => [each.member, each.customers])).toEqual([
    ["others", joined.length - referred],
    ["referred", referred],
  ]);
  expect(published.referrers_listed.reduce((sum, each) => sum + each.referred, 0)).toBe(referred);
  const known = actions.filter(([, , , , opened]) => opened! < "2026-07-01");
  expect(known.length).toBeLessThan(actions.length);
  expect(published.action_effects.map((each) => [each.action_id, each.status]).sort()).toEqual(
    known.map(([action_id, , , , , due, done]) => [action_id, statusOn("2026-06-30", due!, done!)]).sort(),
  );
});
