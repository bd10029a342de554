import {type Model, readsMetrics} from "./model.js";

/** What the published tables of a report are made from: its models with what each selects from, and the marts of each table. */
export interface Graph {
  readonly models: readonly Pick<Model, "name" | "file" | "reads">[];
  readonly marts: Readonly<Record<string, readonly string[]>>;
}

/** Where a number comes from. */
export interface Lineage {
  /** Files of the models, each after those that it reads. */
  readonly models: readonly string[];
  /** Kinds of record. */
  readonly entities: readonly string[];
  /** Tables made of reference files, rules and settings. */
  readonly references: readonly string[];
}

/**
 * All that published tables are made from, down to the records; of the metrics only those named.
 * @param options.metrics ids of the catalogue; `all_metrics` and `all_scores` stand for their models alone
 */
export function lineageOf(
  {models, marts}: Graph,
  {tables, metrics}: {tables: readonly string[]; metrics: readonly string[]},
): Lineage {
  const byName = new Map(models.map((model) => [model.name, model]));
  const own = metrics.map((id) => `metric_${id}`).filter((name) => byName.has(name));
  const every = models.map(({name}) => name).filter((name) => name.startsWith("metric_"));
  const [found, entities, references] = [new Map<string, string>(), new Set<string>(), new Set<string>()];
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    if (readsMetrics(name)) for (const metric of own.length > 0 ? own : every) visit(metric);
    else if (name.startsWith("all_")) entities.add(name.slice("all_".length));
    else if (name.startsWith("ref_")) references.add(name.slice("ref_".length));
    const model = byName.get(name);
    for (const read of model?.reads ?? []) visit(read);
    if (model) found.set(name, model.file);
  };
  for (const table of tables) for (const mart of marts[table] ?? [table]) visit(mart);
  return {models: [...found.values()], entities: [...entities].sort(), references: [...references].sort()};
}
