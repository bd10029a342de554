// Two statistics that could be slow: driver shares with their bootstrap, and Cox regression.
// Run: npx tsx test/bench/stats.ts. Goals on two cores: drivers below 2 s, Cox below 5 s.

import {driverShares} from "../../src/stats/drivers/driver-shares.js";
import {momentBlocks} from "../../src/stats/drivers/moment-blocks.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {coxRegression} from "../../src/stats/survival/cox-regression.js";
import {proportionalHazards} from "../../src/stats/survival/proportional-hazards.js";

const random = seededRandom(1);
const rating = (mood: number) => Math.max(1, Math.min(5, Math.round(1 + 4 * (0.5 * mood + 0.5 * random()))));

const answers = Array.from({length: 100_000}, (_, i) => {
  const mood = random();
  const drivers = Array.from({length: 6}, () => rating(mood));
  return {customer: Math.floor(i / 1.3), values: [rating(mood), ...drivers]};
});

const customers = Array.from({length: 100_000}, () => {
  const x = Array.from({length: 8}, (_, j) => (j < 4 ? Number(random() < 0.4) : random() - 0.5));
  const stay = Math.ceil(-Math.log(1 - random()) * 24 * Math.exp(-0.4 * x[0]! + 0.3 * x[4]!));
  const entry = random() < 0.5 ? 0 : Math.floor(random() * 12);
  return {entry, exit: Math.min(stay, 36), event: stay <= 36, x};
}).filter(({entry, exit}) => exit > entry);

time("100,000 answers summed into blocks, 1,000 bootstraps of six drivers", () => {
  const {n, r2, intervals} = driverShares(momentBlocks(answers), {random: seededRandom(2), resamples: 1000});
  const widths = intervals.map(
    ({estimate, low, high}) => `${estimate.toFixed(3)} (${low.toFixed(3)}-${high.toFixed(3)})`,
  );
  return `n ${n}, R2 ${r2.toFixed(3)}, shares ${widths.join(" ")}`;
});

let coefficients: readonly number[] = [];
time(`Cox, ${customers.length} customers x 8 covariates, monthly ties, half left-truncated`, () => {
  const fit = coxRegression(customers);
  ({coefficients} = fit);
  return `${fit.events} events, ${coefficients.map((value) => value.toFixed(3)).join(" ")}`;
});

time("its check of proportional hazards", () => {
  const {global} = proportionalHazards(customers, {coefficients});
  return `chi2 ${global.chi2.toFixed(1)} on ${global.df}, p ${global.p.toFixed(3)}`;
});

function time(what: string, run: () => string): void {
  const start = performance.now();
  const result = run();
  console.log(`${((performance.now() - start) / 1000).toFixed(2).padStart(6)} s  ${what}\n          ${result}`);
}
