import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, test} from "vitest";
import {daysOf} from "../../src/facts/overview/indicator-months.js";
import {project} from "../build/command.js";
import {sampleReport} from "../sample-report.js";

const {planted, totals} = JSON.parse(readFileSync(join(project, "test/company/truths.json"), "utf8"));
const {report, drawn, rows, row, sentences} = sampleReport();

describe("customers lost are counted as apart from the pipeline", () => {
  test("every final month, of their own will and otherwise, second losses too", () => {
    for (const [month, ends] of Object.entries<Record<string, number>>(totals.churn_by_month.by_month)) {
      const {lost, eliminated, involuntary, moved, is_provisional} = row("churn_by_month", {month});
      expect([month, lost, eliminated, involuntary, moved, is_provisional]).toEqual([
        month,
        ends.voluntary ?? 0,
        ends.eliminated ?? 0,
        ends.involuntary ?? 0,
        ends.moved ?? 0,
        false,
      ]);
    }
  });

  test("ends younger than the grace are pending, not lost", () => {
    const {lost, pending, is_provisional} = row("churn_by_month", {month: report().period.month!});
    expect([lost, pending, is_provisional]).toEqual([0, totals.churn_by_month.provisional_2026_10, true]);
  });

  test("let go, bankrupt and moved customers are kept apart from the lost", () => {
    const ends = planted["26_ends_by_kind"];
    const sum = (name: "lost" | "eliminated" | "involuntary" | "moved") =>
      rows("churn_by_month").reduce((total, each) => total + (each[name] ?? 0), 0);
    expect([sum("lost"), sum("eliminated"), sum("involuntary"), sum("moved")]).toEqual([
      ends.voluntary,
      ends.eliminated,
      ends.involuntary,
      ends.moved,
    ]);
  });
});

describe("the wave of churn", () => {
  const wave = planted["03_churn_wave"];

  test("is found in its region and months, and nowhere smaller", () => {
    const found = row("churn_waves", {dimension: "region"});
    expect([found.member, found.first_month, found.last_month, found.lost]).toEqual([
      wave.region,
      wave.months[0],
      wave.months.at(-1),
      wave.lost,
    ]);
    expect(Number(found.lo)).toBeGreaterThan(2);
    expect(Number(found.elsewhere_lo)).toBeGreaterThan(2);
  });

  test("is told with its rival and its price, from the interviews", () => {
    const answer = (kind: string, code: string) =>
      row("churn_wave_answers", {dimension: "region", kind, code}).customers;
    expect([answer("interviewed", ""), answer("destination", wave.rival), answer("category", "price")]).toEqual([
      wave.interviewed,
      wave.to_rival,
      wave.for_price,
    ]);
  });

  test("stands in one sentence of the page: region, months, customers, rival, price", () => {
    const zh = sentences("churn")
      .split("\n")
      .find((sentence) => sentence.includes(`${wave.region}流失`))!;
    for (const part of ["7—9月", `${wave.lost} 户`, `${wave.to_rival} 户去了蓝鲸示例`, `${wave.for_price} 户提到价格`])
      expect(zh).toContain(part);
    const en = sentences("churn", "en");
    expect(en).toContain(`Jul–Sep: ${wave.lost} customers lost in South`);
    expect(en).toContain(`${wave.to_rival} went to Rival A and ${wave.for_price} named price`);
  });

  test("was announced by customers naming the rival, each mention leading back to its record", () => {
    const months: Record<string, number> = {...wave.rival_mentions_in_region_by_month};
    const published = rows("rival_mentions", {brand: wave.rival, dimension: "region", member: wave.region});
    expect(Object.fromEntries(published.map(({month, mentions}) => [month, mentions]))).toEqual(months);
    const kinds = Object.fromEntries(
      Object.keys(wave.rival_mentions_by_kind).map((entity) => [
        entity,
        rows("rival_mentions", {brand: wave.rival, dimension: "entity", member: entity}).reduce(
          (sum, each) => sum + Number(each.mentions),
          0,
        ),
      ]),
    );
    expect(kinds).toEqual(wave.rival_mentions_by_kind);
    expect(
      rows("rival_mentions_listed").every(
        ({file, row: line, words}) => file !== "" && Number(line) > 0 && words !== "",
      ),
    ).toBe(true);
    expect(sentences("competitors")).toMatch(/6—9月，华南提到蓝鲸示例 \d+ 次/);
  });

  test("is not taken for a signal: beside others of the region and month a rival's name tells little more", () => {
    const [named, base] = [row("churn_signals", {signal: "rival_mentioned"}), row("churn_signals", {signal: "(base)"})];
    const crude = Number(named.value) / Number(named.without);
    expect(crude).toBeGreaterThan(2.3);
    expect(Number(named.lift)).toBeLessThan(crude - 0.5);
    expect(Number(named.p_adjusted)).toBeGreaterThan(0.05);
    expect(sentences("churn")).toMatch(/没有一种信号能断定预示流失；最接近的是“提到竞争对手”：1\.\d 倍/);
    // The hazard ratios hold over time, and say the same.
    expect(Number(base.hazard_check)).toBeGreaterThan(0.05);
    expect(Number(named.hazard_lo)).toBeGreaterThan(1);
  });
});

describe("rates and curves end where losses are final", () => {
  const grace = 30;

  test("the window's exposure is that of its final months and the days of the next that are final", () => {
    const final = rows("churn_by_month", {is_provisional: false}).slice(-11);
    const months = final.reduce((sum, each) => sum + each.customer_months! * daysOf(each.month), 0) / 30.4375;
    const all = row("churn_by_segment", {dimension: "all"});
    expect(Number(all.customer_months) / months).toBeGreaterThan(0.999);
    expect(Number(all.customer_months) / months).toBeLessThan(1.005);
    expect(all.lost).toBe(final.reduce((sum, {lost}) => sum + Number(lost), 0));
    expect(row("churn_rule_variants", {factor: 1}).last_date).toBe("2026-10-01");
  });

  test("one and a half the grace counts the same losses over the days that are final for it", () => {
    const [ruled, longer] = [1, 1.5].map((factor) => row("churn_rule_variants", {factor}));
    // Renewals come within the grace, so days beyond it change nothing but the span.
    expect(Number(longer!.value) / Number(ruled!.value)).toBeGreaterThan(0.93);
    expect(Number(longer!.value) / Number(ruled!.value)).toBeLessThan(1.02);
  });

  test("what is still there is one curve: the survival of all ends, and what causes leave of everybody", () => {
    for (const month of [6, 12, 24, 36, 48]) {
      const curve = row("retention_curves", {clock: "days", dimension: "all", month});
      const causes = rows("churn_cause_incidence", {month});
      expect(Number(causes[0]!.still_there), `month ${month}`).toBeCloseTo(Number(curve.value), 5);
      expect(causes[0]!.n_risk).toBe(curve.n_risk);
    }
  });

  test("tiers are followed from the day they were held", () => {
    const tiers = rows("retention_curves", {clock: "since_window", month: 0}).filter(
      ({dimension}) => dimension === "tier",
    );
    const standing = rows("retention_curves", {clock: "since_window", dimension: "all", month: 0})[0]!;
    expect(tiers.reduce((sum, {n_risk}) => sum + Number(n_risk), 0)).toBe(standing.n_risk);
    expect(tiers.every(({value}) => value === 1)).toBe(true);
  });

  test("accounts to call: those ended and not renewed, and those that end, none who has renewed", () => {
    const listed = rows("at_risk_accounts");
    const lapsed = listed.filter(({status}) => status === "lapsed");
    expect(lapsed).toHaveLength(totals.churn_by_month.provisional_2026_10);
    expect(lapsed.every(({ends_date}) => String(ends_date) >= "2026-10-02" && String(ends_date) <= "2026-10-31")).toBe(
      true,
    );
    expect(lapsed.every(({days_lapsed}) => Number(days_lapsed) < grace)).toBe(true);
    const due = listed.filter(({status}) => status === "due");
    expect(due.every(({ends_date}) => String(ends_date) > "2026-10-31" && String(ends_date) < "2026-12-31")).toBe(true);
    // The later it is, the fewer come back.
    const shares = rows("renewal_delays").map(({value}) => Number(value));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe("why they left", () => {
  test("reasons and destinations are those of the interviews, one cause each", () => {
    const {destination_by_category, lost_voluntary, interviews_of_voluntary} = totals.churn_interviews;
    const causes = new Map<string, number>();
    for (const cells of Object.values<Record<string, number>>(destination_by_category))
      for (const [cause, customers] of Object.entries(cells))
        if (cause !== "involuntary") causes.set(cause, (causes.get(cause) ?? 0) + customers);
    const published = Object.fromEntries(
      rows("churn_causes", {period: "all"}).map(({cause, customers}) => [cause, customers]),
    );
    expect(published).toEqual({...Object.fromEntries(causes), unknown: lost_voluntary - interviews_of_voluntary});
    const toRival = Object.values<number>(destination_by_category.RA).reduce((sum, customers) => sum + customers, 0);
    expect(row("churn_destinations", {period: "all", brand: "RA"}).customers).toBe(toRival);
    expect(row("churn_coverage", {period: "all", dimension: "all"}).interviewed).toBe(interviews_of_voluntary);
  });

  test("sole ≤ shared out ≤ any, and shared-out parts add up to those interviewed", () => {
    for (const kind of ["reason", "category"]) {
      const list = rows("churn_reasons", {period: "all", kind});
      for (const each of list) {
        expect(Number(each.alone)).toBeLessThanOrEqual(Number(each.shared_out) + 1e-9);
        expect(Number(each.shared_out)).toBeLessThanOrEqual(Number(each.value) + 1e-9);
        expect(Number(each.least)).toBeLessThanOrEqual(Number(each.most));
      }
      const parts = list.reduce((sum, {shared_out, interviews}) => sum + Number(shared_out) * interviews, 0);
      expect(parts).toBeCloseTo(Number(list[0]!.interviews), 3);
    }
  });

  test("firms are asked more often than consumers, and the page says so", () => {
    expect(Number(rows("churn_coverage", {period: "all", dimension: "customer_type"})[0]!.p)).toBeLessThan(0.01);
    expect(sentences("churn")).toContain("受访者与流失者构成不同");
  });

  test("the saying of 68 % stands beside our own share, never alone", () => {
    for (const [language, own] of [
      ["zh", /68%.*我们受访的 \d+ 户中提到服务的占 [\d.]+%/],
      ["en", /68%.*of our \d+ interviewed [\d.]+%/],
    ] as const) {
      const told = sentences("churn", language)
        .split("\n")
        .filter((sentence) => sentence.includes("68%"));
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(own);
    }
  });

  test("cumulative incidence of all causes and who is still there add up to everybody", () => {
    const month = rows("churn_cause_incidence", {month: 24});
    const ended = month.reduce((sum, {value}) => sum + Number(value), 0);
    expect(ended + Number(month[0]!.still_there)).toBeCloseTo(1, 5);
  });
});

describe("beside the rivals", () => {
  const truth = planted["16_rival_gaps"];

  test("means, numbers and paired gaps are those of every wave", () => {
    for (const [wave, items] of Object.entries<
      Record<
        string,
        {us: {n: number; mean: number}; rival: {n: number; mean: number}; paired: {n: number; gap: number}}
      >
    >(truth.by_wave))
      for (const [item, {us, rival, paired}] of Object.entries(items)) {
        const gap = row("brand_gaps", {period: wave, item, brand: truth.rival});
        expect([wave, item, gap.own_n, gap.rival_n, gap.shared_n]).toEqual([wave, item, us.n, rival.n, paired.n]);
        expect(Number(gap.own)).toBeCloseTo(us.mean, 3);
        expect(Number(gap.rival)).toBeCloseTo(rival.mean, 3);
        expect(Number(gap.paired_gap)).toBeCloseTo(paired.gap, 3);
      }
  });

  test("behind on price, ahead on speed and attitude, parity where the interval covers 0", () => {
    const verdicts = Object.fromEntries(
      rows("brand_gaps", {period: "window", brand: truth.rival}).map(({item, verdict}) => [item, verdict]),
    );
    expect(verdicts).toEqual({
      app: "parity",
      attitude: "ahead",
      install: "parity",
      price: "behind",
      quality: "parity",
      speed: "ahead",
    });
    expect(sentences("competitors")).toMatch(
      /近 12 个月落后于蓝鲸示例：价格（0\.\d\d 分）；领先：响应速度（.*）、服务态度（.*）；其余 3 项相当/,
    );
    expect(sentences("competitors", "en")).toMatch(/Over 12 months behind Rival A on Price .*level on the other 3/);
  });

  test("no sentence says ahead or behind inside an interval", () => {
    for (const {lo, hi, verdict} of rows("brand_gaps").filter(({gap}) => gap !== null))
      if (Number(lo) <= 0 && Number(hi) >= 0) expect(verdict).toBe("parity");
  });

  test("the lead in service shrinks although our own scores do not fall", () => {
    const attitude = row("brand_gap_changes", {item: "attitude", brand: truth.rival});
    expect(Number(attitude.gap_hi)).toBeLessThan(0);
    expect(Number(attitude.own_hi)).toBeGreaterThan(0);
    expect(sentences("competitors")).toMatch(
      /服务态度：自己的分数(上升（4\.\d\d → 4\.\d\d），但|升降尚不能判断，)对蓝鲸示例的领先由 0\.\d\d 缩小到 0\.\d\d 分/,
    );
  });

  test("all attributes weighted together, and the value map of five brands, carry intervals", () => {
    const total = row("brand_profiles", {brand: truth.rival, measure: "weighted_gap", item: ""});
    const parts = rows("brand_profiles", {brand: truth.rival, measure: "weighted_gap"}).filter(({item}) => item !== "");
    expect(parts.reduce((sum, {value}) => sum + Number(value), 0)).toBeCloseTo(Number(total.value), 5);
    expect(Number(total.lo)).toBeGreaterThan(0);
    expect(sentences("competitors")).toMatch(/各项按重要性合计，领先蓝鲸示例 0\.\d\d 分（.*）；最拖后腿的是价格/);
    expect(rows("brand_profiles", {measure: "fair_price"}).map(({brand}) => brand)).toEqual([
      "",
      "RA",
      "RB",
      "RC",
      "RD",
    ]);
    expect(sentences("competitors")).toMatch(/我们的质量比其他品牌平均高/);
  });

  test("a brand with fewer than 30 ratings is never shown by itself", () => {
    const ratings = rows("brand_ratings");
    for (const {brand, n} of ratings) if (brand !== "(others)") expect(Number(n)).toBeGreaterThanOrEqual(30);
    const pooled = ratings.filter(({brand}) => brand === "(others)");
    expect(pooled.length).toBeGreaterThan(0);
    expect(pooled.every(({best_rank}) => best_rank === null)).toBe(true);
  });

  test("share of wallet is told two ways, each by its name", () => {
    const all = row("share_of_wallet", {member: "all"});
    expect(Number(all.stated)).toBeGreaterThan(0);
    expect(Number(all.by_rule)).toBeLessThan(Number(all.stated));
    expect(sentences("competitors")).toMatch(/品类支出中，我们占 .*；按排名规则为/);
  });
});

test("every figure of these pages is drawn, in both languages", () => {
  const pages = ["churn", "actions", "competitors"];
  for (const language of ["zh", "en"] as const)
    for (const page of pages) expect(drawn(language).passages[page]!.length).toBeGreaterThan(5);
  const missing = Object.values(drawn("zh").figures).filter(
    (figure) => "missing" in figure && /churn|retention|winback|action|rival|wallet|referr/.test(figure.id),
  );
  expect(missing).toEqual([]);
});
