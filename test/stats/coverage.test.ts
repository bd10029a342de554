import {afterAll, expect, test} from "vitest";
import {clusterDifference} from "../../src/stats/comparisons/cluster-difference.js";
import {differenceOf} from "../../src/stats/comparisons/difference-of.js";
import {newcombeDifference} from "../../src/stats/comparisons/newcombe-difference.js";
import {newcombePaired} from "../../src/stats/comparisons/paired-proportions.js";
import {rateRatio} from "../../src/stats/comparisons/rate-ratio.js";
import {driverShares} from "../../src/stats/drivers/driver-shares.js";
import {momentBlocks} from "../../src/stats/drivers/moment-blocks.js";
import {meanInterval} from "../../src/stats/estimates/mean-interval.js";
import {metricInterval} from "../../src/stats/estimates/metric-interval.js";
import {npsInterval} from "../../src/stats/estimates/nps-interval.js";
import {quantileInterval} from "../../src/stats/estimates/order-statistics.js";
import {poissonRate} from "../../src/stats/estimates/poisson-rate.js";
import {wilsonInterval} from "../../src/stats/estimates/wilson-interval.js";
import {pearson, spearman} from "../../src/stats/numbers/correlation.js";
import {covarianceMatrix} from "../../src/stats/numbers/covariance.js";
import type {Interval} from "../../src/stats/numbers/interval.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {postStratify} from "../../src/stats/surveys/post-stratify.js";
import {cronbachAlpha} from "../../src/stats/surveys/reliability.js";
import {coxRegression} from "../../src/stats/survival/cox-regression.js";
import {kaplanMeier} from "../../src/stats/survival/kaplan-meier.js";
import {restrictedMean} from "../../src/stats/survival/restricted-mean.js";
import {survivalAt, survivalQuantile} from "../../src/stats/survival/survival-quantile.js";
import {clusterPair, clusterSums} from "./cluster-sums.js";
import {type Draws, draws} from "./draws.js";
import {moments} from "./moments.js";

/** One simulated data set: the interval found and the truth it should hold. */
type Trial = (draw: Draws) => {interval: Interval; truth: number};

interface Case {
  readonly name: string;
  readonly trial: Trial;
  readonly runs?: number;
  /** an exact interval covers at least 95 %; the others 93.5 to 97 % */
  readonly exact?: boolean;
}

const share =
  (n: number, from: number, to: number): Trial =>
  (draw) => {
    const p = draw.uniform(from, to);
    return {interval: wilsonInterval(draw.binomial(n, p), n), truth: p};
  };

const score =
  (n: number, promoters: number, detractors: number): Trial =>
  (draw) => {
    const [p, d, rest] = draw.multinomial(n, [promoters, detractors, 1 - promoters - detractors]);
    return {
      interval: npsInterval({promoters: p!, detractors: d!, passives: rest!}),
      truth: 100 * (promoters - detractors),
    };
  };

/** Customers with 1 to 5 answers each and a mood of their own; weights, where asked, know nothing of the answer. */
function answersOf(
  draw: Draws,
  {customers, mean, weighted = false}: {customers: number; mean: number; weighted?: boolean},
) {
  return Array.from({length: customers}, (_, customer) => {
    const mood = draw.beta(4 * mean, 4 * (1 - mean));
    const weight = weighted ? Math.exp(0.7 * draw.normal()) : 1;
    const count = 1 + Math.floor(draw.uniform(0, 5));
    return Array.from({length: count}, () => ({customer, score: draw.isTrue(mood) ? 1 : 0, weight}));
  }).flat();
}

const clusteredShare =
  (customers: number, mean: number, weighted = false): Trial =>
  (draw) => {
    const rows = answersOf(draw, {customers, mean, weighted});
    return {interval: metricInterval("share", {...clusterSums(rows), answers: rows.length}), truth: mean};
  };

const clusteredNps: Trial = (draw) => {
  const rows = answersOf(draw, {customers: 150, mean: 0.6}).map((row) => ({
    ...row,
    score: row.score === 1 ? 100 : draw.isTrue(0.4) ? 0 : -100,
  }));
  const count = (value: number) => rows.filter((row) => row.score === value).length;
  const sums = {...clusterSums(rows), promoters: count(100), detractors: count(-100)};
  return {interval: metricInterval("nps", sums), truth: 100 * (0.6 - 0.24)};
};

const clusteredMean: Trial = (draw) => {
  const rows = Array.from({length: 80}, (_, customer) => {
    const mood = draw.normal();
    return Array.from({length: 1 + Math.floor(draw.uniform(0, 5))}, () => ({
      customer,
      score: 5 + mood + draw.normal(),
    }));
  }).flat();
  return {interval: metricInterval("mean", clusterSums(rows)), truth: 5};
};

const partlyPaired: Trial = (draw) => {
  const people = Array.from({length: 200}, (_, customer) => {
    const mood = draw.normal();
    return {customer, us: 7.2 + mood + draw.normal(), them: 7 + mood + draw.normal(), seen: draw.uniform(0, 1)};
  });
  const us = people.filter(({seen}) => seen < 0.8).map(({customer, us: value}) => ({customer, score: value}));
  const them = people.filter(({seen}) => seen > 0.4).map(({customer, them: value}) => ({customer, score: value}));
  return {interval: clusterDifference(clusterPair(us, them)), truth: 0.2};
};

/** Few big customers answer more often than many small ones; the base has 80 % small. */
const poststratified: Trial = (draw) => {
  const stratum = (n: number, p: number, population: number) => {
    const k = draw.binomial(n, p);
    return {population, n, total: k, customers: n, sum_total_sq: k, sum_total_n: k, sum_n_sq: n};
  };
  const {estimate, se} = postStratify([stratum(150, 0.6, 2000), stratum(100, 0.85, 8000)]);
  const n_eff = (estimate * (1 - estimate)) / se ** 2;
  return {interval: wilsonInterval(estimate * n_eff, n_eff), truth: 0.8};
};

const sample = (draw: Draws, n: number, draw1: (draw: Draws) => number) => Array.from({length: n}, () => draw1(draw));

/** Joined over two years, seen from `start` on, followed for 24 months; mean stay 20 months. */
function spellsOf(draw: Draws, {n, start}: {n: number; start: number}) {
  return Array.from({length: n}, () => {
    const stay = draw.exponential(20);
    // Two of five joined while the export ran, the others were there before it.
    const entry = start > 0 && draw.isTrue(0.6) ? draw.uniform(0, start) : 0;
    const end = Math.min(entry + 24, 60);
    return {entry, exit: Math.min(stay, end), event: stay < end};
  }).filter(({entry, exit}) => exit > entry);
}

const survival =
  (n: number, start: number): Trial =>
  (draw) => {
    const curve = kaplanMeier(spellsOf(draw, {n, start}), {minAtRisk: start > 0 ? 10 : 1});
    return {interval: survivalAt(curve, 12), truth: Math.exp(-(12 - curve.start) / 20)};
  };

const drivers: Trial = (draw) => {
  const rows = sample(draw, 600, (d) => d.normal()).map((a, customer) => {
    const b = draw.normal();
    return {customer, values: [2 * a + b + draw.normal(), a, b]};
  });
  return {
    interval: driverShares(momentBlocks(rows, {blocks: 300}), {random: () => draw.uniform(0, 1), resamples: 300})
      .intervals[0]!,
    truth: 0.8,
  };
};

const cox: Trial = (draw) => {
  const rows = Array.from({length: 200}, () => {
    const x = [draw.isTrue(0.5) ? 1 : 0, draw.normal()];
    const stay = Math.ceil(draw.exponential(12 / Math.exp(0.5 * x[0]! - 0.3 * x[1]!)) * 3) / 3;
    return {exit: Math.min(stay, 18), event: stay < 18, x};
  });
  const {estimate, low, high} = coxRegression(rows).hazard_ratios[0]!;
  return {interval: {estimate, low, high}, truth: Math.exp(0.5)};
};

const reliability: Trial = (draw) => {
  const rows = Array.from({length: 120}, () => {
    const trait = draw.normal();
    return Array.from({length: 5}, () => trait + 1.2 * draw.normal());
  });
  return {interval: cronbachAlpha(covarianceMatrix(rows), 120), truth: 5 / (1 + 1.44) / (1 + 4 / (1 + 1.44))};
};

const cases: readonly Case[] = [
  {name: "share, Wilson, n = 20, p .1 to .9", trial: share(20, 0.1, 0.9)},
  {name: "share, Wilson, n = 200, p .01 to .1", trial: share(200, 0.01, 0.1)},
  {name: "share, Wilson, n = 2000, p .002 to .02", trial: share(2000, 0.002, 0.02), runs: 2000},
  {name: "share, clustered, 100 customers, p = .7", trial: clusteredShare(100, 0.7)},
  {name: "share, clustered, 400 customers, p = .05", trial: clusteredShare(400, 0.05), runs: 2000},
  {name: "share, clustered and weighted, 300 customers, p = .3", trial: clusteredShare(300, 0.3, true), runs: 2000},
  {name: "share, post-stratified, n = 250", trial: poststratified},
  {name: "NPS, score, n = 30, 85 / 2", trial: score(30, 0.85, 0.02)},
  {name: "NPS, score, n = 100, 45 / 25", trial: score(100, 0.45, 0.25)},
  {name: "NPS, score, n = 1000, 30 / 30", trial: score(1000, 0.3, 0.3), runs: 2000},
  {name: "NPS, clustered, 150 customers", trial: clusteredNps},
  {
    name: "mean, t, n = 8, normal",
    trial: (draw) => ({interval: meanInterval(moments(sample(draw, 8, (d) => d.normal()))), truth: 0}),
  },
  {
    name: "mean, t, n = 300, exponential",
    trial: (draw) => ({interval: meanInterval(moments(sample(draw, 300, (d) => d.exponential(2)))), truth: 2}),
  },
  {name: "mean, clustered, 80 customers", trial: clusteredMean},
  {
    name: "difference of shares, Newcombe, 40 and 60",
    trial: (draw) => {
      const [p, q] = [draw.uniform(0.1, 0.9), draw.uniform(0.1, 0.9)];
      return {
        interval: newcombeDifference({k: draw.binomial(40, p), n: 40}, {k: draw.binomial(60, q), n: 60}),
        truth: p - q,
      };
    },
  },
  {
    name: "difference of paired shares, Newcombe, n = 80",
    trial: (draw) => {
      const [a, b, c, d] = draw.multinomial(80, [0.5, 0.25, 0.1, 0.15]);
      return {interval: newcombePaired({a: a!, b: b!, c: c!, d: d!}), truth: 0.15};
    },
  },
  {
    name: "difference of NPS, MOVER, 100 and 150",
    trial: (draw) => ({
      interval: differenceOf(score(100, 0.5, 0.2)(draw).interval, score(150, 0.4, 0.3)(draw).interval),
      truth: 20,
    }),
  },
  {name: "gap, partly paired, clustered", trial: partlyPaired},
  {
    name: "rate, exact, 3 expected",
    exact: true,
    trial: (draw) => ({interval: poissonRate({events: draw.poisson(3), exposure: 1}), truth: 3}),
  },
  {
    name: "rate, exact, 200 expected",
    exact: true,
    trial: (draw) => ({interval: poissonRate({events: draw.poisson(200), exposure: 1}), truth: 200}),
  },
  {
    name: "rate ratio, exact, 30 and 40 expected",
    exact: true,
    trial: (draw) => ({
      interval: rateRatio({events: draw.poisson(30), exposure: 1}, {events: draw.poisson(40), exposure: 1}),
      truth: 0.75,
    }),
  },
  {
    name: "median, order statistics, n = 100",
    trial: (draw) => ({
      interval: quantileInterval(
        sample(draw, 100, (d) => d.exponential(1)),
        0.5,
      ),
      truth: Math.LN2,
    }),
  },
  {
    name: "p90, order statistics, n = 200",
    trial: (draw) => ({
      interval: quantileInterval(
        sample(draw, 200, (d) => d.exponential(1)),
        0.9,
      ),
      truth: Math.log(10),
    }),
  },
  {name: "Kaplan-Meier at 12 months, n = 100", trial: survival(100, 0)},
  {name: "Kaplan-Meier at 12 months, left-truncated, n = 300", trial: survival(300, 24), runs: 2000},
  {
    name: "median stay, n = 200",
    trial: (draw) => ({
      interval: survivalQuantile(kaplanMeier(spellsOf(draw, {n: 200, start: 0})), 0.5),
      truth: 20 * Math.LN2,
    }),
  },
  {
    name: "restricted mean to 18, n = 150",
    trial: (draw) => ({
      interval: restrictedMean(kaplanMeier(spellsOf(draw, {n: 150, start: 0})), 18),
      truth: 20 * (1 - Math.exp(-18 / 20)),
    }),
  },
  {name: "hazard ratio, Cox, n = 200, tied", trial: cox, runs: 1500},
  {name: "driver share, bootstrap of 300 groups, n = 600", trial: drivers, runs: 800},
  {
    name: "correlation, Pearson, n = 40",
    trial: (draw) => {
      const x = sample(draw, 40, (d) => d.normal());
      return {
        interval: pearson(
          x,
          x.map((value) => value + draw.normal()),
        ),
        truth: Math.SQRT1_2,
      };
    },
  },
  {
    name: "correlation, Spearman, n = 60",
    trial: (draw) => {
      const x = sample(draw, 60, (d) => d.normal());
      // Spearman's coefficient of a bivariate normal with correlation r is 6/pi asin(r/2).
      return {
        interval: spearman(
          x,
          x.map((value) => value + draw.normal()),
        ),
        truth: (6 / Math.PI) * Math.asin(Math.SQRT1_2 / 2),
      };
    },
  },
  {name: "alpha, Feldt, 5 items, n = 120", trial: reliability, runs: 2000},
];

const table: {interval: string; runs: number; "covers %": number}[] = [];

test.each(cases)("$name covers what it should", ({name, trial, runs = 4000, exact = false}) => {
  const draw = draws(seededRandom(20_240_601));
  let held = 0;
  for (let i = 0; i < runs; i++) {
    const {interval, truth} = trial(draw);
    if (interval.low <= truth && truth <= interval.high) held++;
  }
  const covers = held / runs;
  table.push({interval: name, runs, "covers %": Number((100 * covers).toFixed(2))});
  expect(covers).toBeGreaterThanOrEqual(0.935);
  expect(covers).toBeLessThanOrEqual(exact ? 0.995 : 0.97);
});

afterAll(() => {
  console.log("Coverage of nominal 95 % intervals (seed 20240601)");
  console.table(table);
});
