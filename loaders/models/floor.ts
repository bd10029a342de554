import {type Model, readsMetrics} from "./model.js";

/**
 * The models that run where the records are, when these stay in a cluster: their SQL is the same for both engines. One row
 * per record is a part of a query there and never sent; an answer is a sum, or a list of few.
 */
export interface Floor {
  readonly records: ReadonlySet<string>;
  readonly answers: ReadonlySet<string>;
  /** What would need the records here. */
  readonly strays: readonly string[];
}

const isAnswer = ({comment}: Model): boolean => /\(Counted where the records are[.,]/.test(comment);
/** Reads only records of other kinds, whatever it names. */
const isHereAlone = ({comment}: Model): boolean => comment.includes("(Here alone:");

/**
 * The floor of a kind of records: what reads them, up to the first that says in its first line that it is an answer.
 * @param ordered models, each after what it reads
 */
export function floorOf(ordered: readonly Model[], entity: string): Floor {
  const records = new Set<string>();
  const answers = new Set<string>();
  const isTouched = (read: string): boolean =>
    read === `all_${entity}` ||
    records.has(read) ||
    (readsMetrics(read) && [...records].some((name) => name.startsWith("metric_")));
  for (const model of ordered) {
    if (isHereAlone(model) || !model.reads.some(isTouched)) continue;
    (isAnswer(model) ? answers : records).add(model.name);
  }
  const strays = ordered.filter(({name, layer}) => records.has(name) && (layer === "marts" || layer === "checks"));
  return {records, answers, strays: strays.map(({name}) => name)};
}

/**
 * The metrics of the floor that a model sums, where it reads all metrics by way of records: those of other records are
 * summed here. None for a model that reads no metrics; of one that names its metrics in its first line those alone.
 */
export function metricsOf(
  models: ReadonlyMap<string, Model>,
  {floor: {records}, name}: {floor: Floor; name: string},
): readonly string[] {
  const isSum = (model: string): boolean => {
    const reads = models.get(model)?.reads ?? [];
    return reads.some(readsMetrics) || reads.some((read) => records.has(read) && isSum(read));
  };
  const [, list] = /\(Of metrics ([\w, ]+)\.\)/.exec(models.get(name)?.comment ?? "") ?? [];
  const isOwn = (metric: string): boolean => list === undefined || list.split(", ").includes(metric.slice(7));
  return isSum(name) ? [...records].filter((record) => record.startsWith("metric_") && isOwn(record)) : [];
}
