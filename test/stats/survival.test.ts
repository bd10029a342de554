import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {stratifiedRiskRatio} from "../../src/stats/comparisons/stratified-risk-ratio.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {yearlyChurn} from "../../src/stats/survival/churn-rate.js";
import {churnReasons} from "../../src/stats/survival/churn-reasons.js";
import {coxRegression} from "../../src/stats/survival/cox-regression.js";
import {cumulativeIncidence} from "../../src/stats/survival/cumulative-incidence.js";
import {kaplanMeier} from "../../src/stats/survival/kaplan-meier.js";
import {logrank} from "../../src/stats/survival/logrank.js";
import {proportionalHazards} from "../../src/stats/survival/proportional-hazards.js";
import {resolutionTimes} from "../../src/stats/survival/resolution-times.js";
import {restrictedMean} from "../../src/stats/survival/restricted-mean.js";
import {riskTable} from "../../src/stats/survival/risk-table.js";
import {survivalQuantile} from "../../src/stats/survival/survival-quantile.js";
import {expectClose, hasOracleData, oracle, oracleRows} from "./oracle.js";

const entries = oracle("churn");

describe.skipIf(!hasOracleData)("aml (R package survival; skipped without ../shared/oracle/data)", () => {
  test.each(["km-aml-maintained", "km-aml-nonmaintained"])(
    "%s: curve, Greenwood error and log-log limits agree with R",
    (id) => {
      const {input, expected, tolerance} = entries[id]!;
      const spells = oracleRows(input.file)
        .filter((row) => row.x === input.where.x)
        .map((row) => ({exit: Number(row.time), event: row.status === 1}));
      const {steps} = kaplanMeier(spells);
      const column = (key: keyof (typeof steps)[number]) => steps.map((step) => step[key]);
      expectClose(column("time"), expected.time, tolerance);
      expectClose(column("n_risk"), expected.n_risk, tolerance);
      expectClose(column("events"), expected.n_event, tolerance);
      expectClose(column("surv"), expected.surv, tolerance);
      expectClose(column("se"), expected.se, tolerance);
      expectClose(column("low"), expected.lower, tolerance);
      expectClose(column("high"), expected.upper, tolerance);
    },
  );
});

test("counts per time and single subjects give the same curve", () => {
  const spells = [1, 2, 2, 3, 5, 8].map((exit, i) => ({entry: i % 2, exit: exit + 1, event: i !== 3}));
  expect(kaplanMeier(riskTable(spells))).toEqual(kaplanMeier(spells));
});

test("a customer who joined before the export is at risk only from its first day", () => {
  const spells = [
    {entry: 10, exit: 11, event: true},
    {entry: 0, exit: 12, event: false},
    {entry: 0, exit: 5, event: true},
  ];
  expectClose(kaplanMeier(spells).steps, [
    {time: 5, n_risk: 2, surv: 0.5},
    {time: 11, n_risk: 2, surv: 0.25},
  ]);
});

test("a curve starts where enough are at risk and ends before too few are", () => {
  const spells = Array.from({length: 20}, (_, i) => ({entry: i < 10 ? 0 : 3, exit: 4 + i, event: true}));
  const curve = kaplanMeier([{exit: 2, event: true, entry: 1}, ...spells], {minAtRisk: 15});
  expectClose(curve, {start: 3, end: 9});
  expect(curve.steps.map((step) => step.n_risk)).toEqual([20, 19, 18, 17, 16, 15]);
});

const aml = () => oracleRows("data/aml.csv");
const amlSpells = (group: string) =>
  aml()
    .filter((row) => row.x === group)
    .map((row) => ({exit: Number(row.time), event: row.status === 1}));

describe.skipIf(!hasOracleData)(
  "aml and gehan (R packages survival, MASS; skipped without ../shared/oracle/data)",
  () => {
    test("the logrank test agrees with survdiff", () => {
      const {expected, tolerance} = entries["logrank-aml"]!;
      expectClose(
        logrank(["Maintained", "Nonmaintained"].map((group) => riskTable(amlSpells(group)))),
        expected,
        tolerance,
      );
    });

    test("the restricted mean to 30 agrees with survfit", () => {
      const {input, expected, tolerance} = entries["rmst-aml-30"]!;
      for (const [group, {rmst, se}] of Object.entries<{rmst: number; se: number}>(expected)) {
        expectClose(restrictedMean(kaplanMeier(amlSpells(group)), input.tau), {estimate: rmst, se}, tolerance);
      }
    });

    test.each(["efron", "breslow"] as const)("Cox regression with %s ties agrees with coxph", (ties) => {
      const {expected, tolerance} = entries[`cox-gehan-${ties}`]!;
      const rows = oracleRows("data/gehan.csv").map((row) => ({
        exit: Number(row.time),
        event: row.cens === 1,
        x: [row.treat === "6-MP" ? 1 : 0],
      }));
      const fit = coxRegression(rows, {ties});
      const {estimate, low, high} = fit.hazard_ratios[0]!;
      const got = {
        n: fit.n,
        events: fit.events,
        coef: fit.coefficients[0],
        se: fit.se[0],
        hr: estimate,
        hr_lower: low,
        hr_upper: high,
        loglik_null: fit.log_likelihood_null,
        loglik: fit.log_likelihood,
        likelihood_ratio: fit.likelihood_ratio,
        score: fit.score,
      };
      expectClose(got, expected, tolerance);
      const {global} = proportionalHazards(rows, fit, {ties});
      expectClose(global, entries["zph-gehan"]!.expected[ties], entries["zph-gehan"]!.tolerance);
    });
  },
);

test("cumulative incidence of ten subjects and its error agree with R", () => {
  const {input, expected, tolerance} = entries["cif-small"]!;
  const steps = cumulativeIncidence(causeRows(input.time, input.cause));
  const at = (time: number) => steps.findLast((step) => step.time <= time)!;
  const column = (value: (step: ReturnType<typeof at>) => number | undefined) =>
    input.at.map((time: number) => value(at(time)));
  expectClose(
    column((step) => step.incidence["1"]),
    expected.cif1,
    tolerance,
  );
  expectClose(
    column((step) => step.incidence["2"]),
    expected.cif2,
    tolerance,
  );
  expectClose(
    column((step) => step.event_free),
    expected.event_free,
    tolerance,
  );
  expectClose(
    column((step) => step.se["1"]),
    expected.se1,
    tolerance,
  );
  expectClose(
    column((step) => step.se["2"]),
    expected.se2,
    tolerance,
  );
});

test("several reasons per customer are counted alone, at all, and in parts", () => {
  const {input, expected, tolerance} = entries["several-reasons"]!;
  const {n, unknown, reasons} = churnReasons(input.records);
  const column = (key: "any" | "sole" | "fractional" | "share_of_known") =>
    Object.fromEntries(reasons.map((count) => [count.reason, count[key]]));
  const got = {
    n,
    unknown,
    any: column("any"),
    sole: column("sole"),
    fractional: column("fractional"),
    share_of_known_fractional: column("share_of_known"),
  };
  expectClose(got, expected, tolerance);
});

test("two per cent a month is not 24 a year", () => {
  const year = entries["month-to-year"]!;
  expectClose(yearlyChurn(year.input.monthly), year.expected, year.tolerance);
});

const spells = fc.array(
  fc.record({
    entry: fc.integer({min: 0, max: 5}),
    exit: fc.integer({min: 6, max: 30}),
    cause: fc.integer({min: 0, max: 3}),
  }),
  {minLength: 3, maxLength: 40},
);

test("incidences of all causes and the event-free share add up to 1", () => {
  fc.assert(
    fc.property(spells, (rows) => {
      const steps = cumulativeIncidence(
        causeRows(
          rows.map((row) => row.exit),
          rows.map((row) => row.cause),
        ),
      );
      for (const {event_free, incidence} of steps) {
        expectClose(event_free + Object.values(incidence).reduce((sum, value) => sum + value, 0), 1, 1e-12);
      }
      const curve = kaplanMeier(rows.map(({exit, cause}) => ({exit, event: cause > 0})));
      expectClose(
        steps.map((step) => step.event_free),
        curve.steps.map((step) => step.surv),
        1e-12,
      );
    }),
  );
});

test("without truncation, no entry and entry at 0 are the same; the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(spells, (rows) => {
      const plain = rows.map(({exit, cause}) => ({exit, event: cause > 0}));
      expect(kaplanMeier(plain.map((row) => ({...row, entry: 0})))).toEqual(kaplanMeier(plain));
      expect(kaplanMeier(plain.toReversed())).toEqual(kaplanMeier(plain));
    }),
  );
});

test("splitting customers into stretches leaves a Cox fit as it was", () => {
  const random = seededRandom(11);
  const rows = Array.from({length: 200}, () => {
    const x = [random() < 0.5 ? 1 : 0, random()];
    return {entry: 0, exit: 1 + Math.floor(20 * random() * Math.exp(-0.7 * x[0]!)), event: random() < 0.7, x};
  });
  const stretches = rows.flatMap((row) =>
    row.exit > 5
      ? [
          {...row, exit: 5, event: false},
          {...row, entry: 5},
        ]
      : [row],
  );
  const [whole, split] = [coxRegression(rows), coxRegression(stretches)];
  expectClose(split.coefficients, whole.coefficients, 1e-9);
  expectClose(split.se, whole.se, 1e-9);
});

test("hazards that cross fail the check of proportional hazards, constant ratios pass", () => {
  const random = seededRandom(12);
  const sample = (shape: (group: number) => number) =>
    Array.from({length: 600}, (_, i) => ({exit: (-Math.log(1 - random())) ** shape(i % 2), event: true, x: [i % 2]}));
  const check = (rows: ReturnType<typeof sample>) => proportionalHazards(rows, coxRegression(rows)).global.p;
  expect(check(sample((group) => (group === 0 ? 1 : 0.3)))).toBeLessThan(1e-6);
  expect(check(sample(() => 1))).toBeGreaterThan(0.01);
});

test("with ties and late entries, Cox agrees with the same formulas written in NumPy", () => {
  const random = seededRandom(99);
  const rows = Array.from({length: 150}, () => {
    const x = [random() < 0.5 ? 1 : 0, random() * 2];
    const entry = random() < 0.5 ? 0 : Math.floor(random() * 5);
    const exit = entry + Math.max(1, Math.ceil(-Math.log(1 - random()) * 8 * Math.exp(-0.5 * x[0]!)));
    return {entry, exit: Math.min(exit, 14), event: exit <= 14, x};
  }).filter(({entry, exit}) => exit > entry);
  const fit = coxRegression(rows);
  expectClose(fit.coefficients, [0.53064563, -0.02473704]);
  expectClose(fit.se, [0.18328143, 0.15268893]);
  expectClose(fit.log_likelihood, -519.2966020773595, 1e-9);
});

/** Rows of an oracle entry: one subject each. */
const coxRows = ({entry, time, event, stratum, x}: Record<string, (number & number[])[]>) =>
  time!.map((exit, i) => ({
    ...{exit, event: event![i] === 1, x: x![i]!},
    ...(entry ? {entry: entry[i]!} : {}),
    ...(stratum ? {stratum: stratum[i]!} : {}),
  }));

test.each([
  ["zph-ties", "efron"],
  ["zph-ties", "breslow"],
  ["zph-strata", "efron"],
  ["zph-delayed", "efron"],
] as const)("the check of proportional hazards is the score test of R: %s, %s", (id, ties) => {
  const {input, expected, tolerance} = entries[id]!;
  const {coef, chi2, p} = id === "zph-ties" ? expected[ties] : expected;
  const rows = coxRows(input);
  const fit = coxRegression(rows, {ties});
  expectClose(fit.coefficients, coef, tolerance);
  const check = proportionalHazards(rows, fit, {ties});
  expectClose([...check.chi2, check.global.chi2], chi2, tolerance);
  expectClose([...check.p, check.global.p], p, tolerance);
});

test("who leaves at 0 was at risk at 0: curve, restricted mean, median and logrank as R has them", () => {
  const {input, expected, tolerance} = entries["km-from-0"]!;
  const spells = input.time.map((exit: number, i: number) => ({exit, event: input.event[i] === 1}));
  const curve = kaplanMeier(spells);
  const column = (key: keyof (typeof curve.steps)[number]) => curve.steps.map((step) => step[key]);
  expect([curve.start, curve.end]).toEqual([0, 9]);
  for (const key of ["time", "n_risk", "surv", "se", "low", "high"] as const)
    expectClose(column(key), expected[key], tolerance);
  const mean = restrictedMean(curve, input.tau);
  expectClose([mean.estimate, mean.se], [expected.rmst, expected.rmst_se], tolerance);
  const {estimate, low, high} = survivalQuantile(curve, 0.5);
  expect([estimate, low, high]).toEqual([5, 0, Number.NaN]);
  const groups = [0, 1].map((group) => riskTable(spells.filter((_: unknown, i: number) => input.group[i] === group)));
  expectClose(logrank(groups), expected.logrank, tolerance);
});

test("open tickets count as not yet resolved, so the times are longer than among closed ones", () => {
  const tickets = Array.from({length: 40}, (_, i) => ({exit: 10 + (i % 20), event: i % 4 !== 0}));
  const closed = tickets.filter(({event}) => event);
  const all = resolutionTimes(tickets, {within: [20]});
  const naive = resolutionTimes(closed, {within: [20]});
  expect(all.median.estimate).toBeGreaterThan(naive.median.estimate);
  expect(all.within[0]!.estimate).toBeLessThan(naive.within[0]!.estimate);
});

function causeRows(times: readonly number[], causes: readonly number[]) {
  const rows = times.map((time, i) => ({
    time,
    entered: 0,
    exited: 1,
    events: (causes[i] === 0 ? {} : {[String(causes[i])]: 1}) as Record<string, number>,
  }));
  const merged = new Map<number, (typeof rows)[number]>([[0, {time: 0, entered: times.length, exited: 0, events: {}}]]);
  for (const row of rows) {
    const same = merged.get(row.time) ?? {...row, exited: 0, events: {}};
    const events = {...same.events};
    for (const [cause, count] of Object.entries(row.events)) events[cause] = (events[cause] ?? 0) + count;
    merged.set(row.time, {...same, exited: same.exited + 1, events});
  }
  return [...merged.values()];
}

test("strata keep their own baseline, and alike rows may be counted, as in coxph", () => {
  const {input, expected, tolerance} = entries["cox-strata"]!;
  const rows = input.exit.map((exit: number, i: number) => ({
    entry: input.entry[i],
    exit,
    event: input.event[i] === 1,
    x: input.x[i],
    stratum: input.stratum[i],
    count: input.count[i],
  }));
  for (const ties of ["efron", "breslow"] as const) expectClose(coxRegression(rows, {ties}), expected[ties], tolerance);
  const together = rows.map((row: {stratum: string}) => ({...row, stratum: ""}));
  expectClose(coxRegression(together), expected.without_strata, tolerance);
});

test("the check of proportional hazards is the same for alike rows counted or repeated", () => {
  const {input} = entries["cox-strata"]!;
  const counted = input.exit.map((exit: number, i: number) => ({
    entry: input.entry[i] as number,
    exit,
    event: input.event[i] === 1,
    x: input.x[i] as number[],
    stratum: input.stratum[i] as string,
    count: input.count[i] as number,
  })) as (Parameters<typeof coxRegression>[0][number] & {count: number})[];
  const repeated = counted.flatMap(({count, ...row}) => Array.from({length: count}, () => row));
  const [one, other] = [counted, repeated].map((rows) => proportionalHazards(rows, coxRegression(rows)));
  expectClose([...one!.chi2, one!.global.chi2], [...other!.chi2, other!.global.chi2], 1e-9);
});

test("a mark is compared within strata, as the published formulas and R's CMH test have it", () => {
  const {input, expected, tolerance} = entries["stratified-risk-ratio"]!;
  const strata = input.with_n.map((with_n: number, i: number) => ({
    with_events: input.with_events[i],
    with_n,
    without_events: input.without_events[i],
    without_n: input.without_n[i],
  }));
  expectClose(stratifiedRiskRatio(strata), expected, tolerance);
  // A wave in one stratum, where most have the mark, is no effect of the mark.
  const wave = [
    {with_events: 40, with_n: 50, without_events: 8, without_n: 10},
    {with_events: 1, with_n: 20, without_events: 50, without_n: 1000},
  ];
  expect(stratifiedRiskRatio(wave).estimate).toBeCloseTo(1, 1);
});
