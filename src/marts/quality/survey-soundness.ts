import {newcombeDifference} from "../../stats/comparisons/newcombe-difference.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {covarianceOfSums} from "../../stats/numbers/covariance.js";
import {ceilingCheck} from "../../stats/surveys/ceiling-check.js";
import {intraclass} from "../../stats/surveys/intraclass.js";
import {omegaTotal} from "../../stats/surveys/omega-total.js";
import {cronbachAlpha} from "../../stats/surveys/reliability.js";
import {count, number, text} from "../shape/columns.js";
import {type Delivered, mart} from "../shape/table.js";

/** green: sound · amber: look at it · red: do not rely on it · grey: cannot be judged with these records. */
export type Light = "green" | "amber" | "red" | "grey";

export const soundnessFacts = mart("survey_soundness", {
  grain: ["topic", "part", "other"],
  row: {topic: text, part: text, other: text, k: count, n: count, sum_x: number, sum_y: number, sum_xy: number},
});
type Fact = Delivered<typeof soundnessFacts>;

/** What is asked of the answers themselves, after the method of the survey. */
export const soundnessTopics = [
  "consistency",
  "retest",
  "ceiling",
  "same_answers",
  "duplicates",
  "unanswered_items",
  "foretelling",
  "coding",
] as const;

/** From which values on a light changes; chosen here, shown in the table. */
export const soundnessThresholds = {
  n: 30,
  retest: 0.7,
  same_answers: 0.3,
  duplicates: 0.01,
  unanswered_items: 0.1,
  events: 10,
} as const;

export interface SoundLight {
  readonly topic: (typeof soundnessTopics)[number];
  readonly light: Light;
  readonly n: number;
  readonly value?: number;
  readonly lo?: number;
  readonly hi?: number;
  /** The item that it is about, first of those of which the same is true. */
  readonly item?: string;
  /** Further items of which the same is true. */
  readonly also?: number;
  /** A number that stands beside the value: alpha beside omega, the satisfied without those whose answers are all the same. */
  readonly beside?: number;
}

/** One light per check; grey where these records cannot tell. */
export function soundnessLights(facts: readonly Fact[]): SoundLight[] {
  const of = (topic: SoundLight["topic"]) => facts.filter((row) => row.topic === topic);
  return [
    consistency(of("consistency")),
    retest(of("retest")),
    ceiling(of("ceiling")),
    sameAnswers(of("same_answers")),
    duplicates(of("duplicates")),
    unansweredItems(of("unanswered_items")),
    foretelling(of("foretelling")),
    // Two coders of one reason are no records that a report is given.
    {topic: "coding", light: "grey", n: 0},
  ];
}

const byName = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Omega with alpha and Feldt's limits beside it; of items that go against the others the one that does so most is named. */
function consistency(moments: readonly Fact[]): SoundLight {
  const items = [...new Set(moments.map(({part}) => part))].sort();
  const n = moments[0]?.n ?? 0;
  if (items.length < 3 || n < soundnessThresholds.n) return {topic: "consistency", light: "grey", n};
  const covariance = covarianceOfSums(moments, items);
  if (covariance.some((row, at) => !(row[at]! > 0))) return {topic: "consistency", light: "grey", n};
  const alpha = cronbachAlpha(covariance, n);
  const reversed = items
    .map((item, at) => ({item, rest: alpha.item_rest[at]!}))
    .filter(({rest}) => rest < 0)
    .sort((a, b) => a.rest - b.rest || byName(a.item, b.item));
  const isGood = alpha.verdict === "good" && reversed.length === 0;
  return {
    ...{topic: "consistency", light: alpha.verdict === "indeterminate" ? "grey" : isGood ? "green" : "amber"},
    ...{n, value: omegaTotal(covariance).raw, lo: alpha.low, hi: alpha.high, beside: alpha.estimate},
    ...(reversed[0] ? {item: reversed[0].item, also: reversed.length - 1} : {}),
  };
}

/** ICC(2,1) of customers who answered twice within 30 days with no ticket between. */
function retest(rows: readonly Fact[]): SoundLight {
  const n = rows.reduce((sum, {k}) => sum + k, 0);
  if (n < soundnessThresholds.n) return {topic: "retest", light: "grey", n};
  const value = intraclass(rows.flatMap(({part, k}) => Array<number[]>(k).fill(part.split(" ").map(Number)))).icc_2_1;
  return {topic: "retest", light: value >= soundnessThresholds.retest ? "green" : "amber", n, value};
}

function ceiling(rows: readonly Fact[]): SoundLight {
  const sorted = [...rows].sort((a, b) => Number(a.part) - Number(b.part));
  const n = sorted[0]?.n ?? 0;
  // Nobody differs from anybody: no scale did that, however good the service.
  if (n >= soundnessThresholds.n && sorted.length === 1) return {topic: "ceiling", light: "red", n};
  if (n < soundnessThresholds.n || sorted.length < 3) return {topic: "ceiling", light: "grey", n};
  const {top_share, at_ceiling} = ceilingCheck(sorted.map(({k}) => k));
  const {low, high} = wilsonInterval(sorted.at(-1)!.k, n);
  return {topic: "ceiling", light: at_ceiling ? "amber" : "green", n, value: top_share, lo: low, hi: high};
}

/** Nobody is left out: the share of the satisfied without them stands beside. */
function sameAnswers(rows: readonly Fact[]): SoundLight {
  const of = (part: string) => rows.find((row) => row.part === part) ?? {k: 0, n: 0};
  const [same, varied] = [of("same"), of("varied")];
  const n = same.n + varied.n;
  if (n < soundnessThresholds.n) return {topic: "same_answers", light: "grey", n};
  const {estimate, low, high} = wilsonInterval(same.n, n);
  const beside = varied.n >= 10 ? {beside: varied.k / varied.n} : {};
  const light = low > soundnessThresholds.same_answers ? "amber" : "green";
  return {topic: "same_answers", light, n, value: estimate, lo: low, hi: high, ...beside};
}

function duplicates([row]: readonly Fact[]): SoundLight {
  if (!row || row.n < soundnessThresholds.n) return {topic: "duplicates", light: "grey", n: row?.n ?? 0};
  const {estimate, low, high} = wilsonInterval(row.k, row.n);
  const light = estimate > soundnessThresholds.duplicates ? "amber" : "green";
  return {topic: "duplicates", light, n: row.n, value: estimate, lo: low, hi: high};
}

/** The item most often left out; of several left out as often the first by name, with the number of the others. */
function unansweredItems(rows: readonly Fact[]): SoundLight {
  const told = rows.filter(({n}) => n >= soundnessThresholds.n);
  // Shares are compared by cross-multiplying: 1 of 3 and 2 of 6 are as often.
  const [worst, ...others] = [...told].sort((a, b) => b.k * a.n - a.k * b.n || byName(a.part, b.part));
  if (!worst) return {topic: "unanswered_items", light: "grey", n: 0};
  const {estimate, low, high} = wilsonInterval(worst.k, worst.n);
  const light = estimate > soundnessThresholds.unanswered_items ? "amber" : "green";
  const also = others.filter((row) => row.k * worst.n === worst.k * row.n).length;
  const item = worst.k > 0 ? {item: worst.part, also} : {};
  return {topic: "unanswered_items", light, n: worst.n, value: estimate, lo: low, hi: high, ...item};
}

/** Are more of the dissatisfied lost within 90 days than of the others? */
function foretelling(rows: readonly Fact[]): SoundLight {
  const of = (part: string) => rows.find((row) => row.part === part) ?? {k: 0, n: 0};
  const [dissatisfied, others] = [of("dissatisfied"), of("others")];
  const n = dissatisfied.n + others.n;
  if (dissatisfied.k + others.k < soundnessThresholds.events || Math.min(dissatisfied.n, others.n) < 10)
    return {topic: "foretelling", light: "grey", n};
  const {estimate, low, high} = newcombeDifference(dissatisfied, others);
  const isForetold = estimate > 0 && twoProportionTest(dissatisfied, others).p < 0.05;
  return {topic: "foretelling", light: isForetold ? "green" : "amber", n, value: estimate, lo: low, hi: high};
}
