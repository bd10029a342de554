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

/** What is only ever asked where the records are. */
export const isThereAlone = ({comment}: Model): boolean => comment.includes("(A view: read where the records are.)");

/** The metrics together: one row per metric and record, and the same with all scores of a record side by side. */
export const readsMetrics = (name: string): boolean => name === "all_metrics" || name === "all_scores";

/** What is asked in the place of a model where the records are: other words for the same rows, where it names them. */
export function wordsThere(model: Model, models: ReadonlyMap<string, Model>): Model {
  const [, name] = /where the records are, as (\w+)\.\)/.exec(model.comment) ?? [];
  return name === undefined ? model : models.get(name)!;
}
