export interface Model {
  readonly name: string;
  readonly layer: Layer;
  /** Its place among the models: "marts/service/ticket_backlog.sql". */
  readonly file: string;
  readonly sql: string;
  /** The first comment line: the grain, or the message of a check. */
  readonly comment: string;
  readonly reads: readonly string[];
}

export type Layer = "staging" | "intermediate" | "metrics" | "marts" | "checks";

/** Staging and metrics, and what says so of itself in its first line. */
export const isView = ({layer, comment}: Model): boolean =>
  layer === "staging" || layer === "metrics" || comment.includes("(A view:");

/** The metrics together: one row per metric and record, and the same with all scores of a record side by side. */
export const readsMetrics = (name: string): boolean => name === "all_metrics" || name === "all_scores";
