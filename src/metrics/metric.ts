import type {MetricKind} from "../stats/estimates/metric-interval.js";
import type {Unit} from "../words/unit.js";

/** A number the report shows: what it means, in one place. The glossary and the Method page are made from this. */
export interface Metric {
  readonly id: string;
  /** share: 0/1 · nps: −100/0/100 · mean: natural units · rate: events per exposure · curve: survival */
  readonly kind: MetricKind | "rate" | "curve";
  readonly unit: Unit;
  /** Which way is better. */
  readonly better: "up" | "down";
  /** Smallest change that matters, in the unit of the metric. */
  readonly delta: number;
  readonly zh: {readonly name: string; readonly formula: string; readonly base: string; readonly note?: string};
  readonly en: {readonly name: string; readonly formula: string; readonly base: string; readonly note?: string};
  /** What the base is under another churn rule than that of contracts. */
  readonly under?: Readonly<Record<string, {readonly zh: string; readonly en: string}>>;
  /** Where the interval comes from. */
  readonly method: "wilson" | "nps_score" | "t" | "poisson" | "kaplan_meier" | "bootstrap";
  /** The younger a month, the lower it stands: months are not compared. */
  readonly ages?: boolean;
  /** Records it needs: entity, column, value of it. A folder without them gets a notice, a month without them a gap. */
  readonly needs: readonly string[];
}
