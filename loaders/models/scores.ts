import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";

type Metric = {readonly name: string; readonly sql: string};

/** Metrics whose queries differ in nothing but their score: one scan of the records serves them all. */
export interface Family {
  /** What is before, between and behind the scores. */
  readonly columns: string;
  readonly weight: string;
  readonly from: string;
  /** In the order of score_1, score_2, score_3. */
  readonly metrics: readonly {readonly id: string; readonly score: string}[];
}

/** Columns that the models of sums have for scores. */
const places = 3;

/** Columns of a metric whose records say already whose they are: nobody need be looked up by the id in them. */
export const keyColumns = ["customer_key", "profile_id"] as const;

/** Whether a metric says whose its records are, by number. */
export const isKeyed = (sql: string): boolean => /\n {2}customer_key,\n {2}profile_id,\n/.test(sql);

/** Columns up to the region, the score, a weight perhaps, and what the records are from. */
const contract =
  /^(?:--[^\n]*\n)*([\s\S]*\n {2}[^\n]*\bregion,\n {2})([\s\S]*?)((?:,\n {2}(?:\w+\.)?weight)?)(\nfrom [\s\S]*)$/;

/**
 * Metrics by what they look at: those that are functions of one record stand side by side.
 *
 * @param metrics models named `metric_<id>`
 * @throws Error where the columns of one do not stand as the contract has them
 */
export function familiesOf(metrics: readonly Metric[]): Family[] {
  const found = new Map<string, Family & {metrics: {id: string; score: string}[]}>();
  for (const {name, sql} of metrics) {
    const [, columns, score, weight, from] = contract.exec(sql) ?? [];
    if (!columns || !score || !from)
      throw new Error(`model ${name}: the last columns are region, score and, where there is one, weight; then "from"`);
    const key = [columns, weight, from].join("\0");
    const family = found.get(key) ?? {columns, weight: weight || ",\n  null as weight", from, metrics: []};
    family.metrics.push({id: name.replace(/^metric_/, ""), score: score.replace(/ as score$/, "")});
    found.set(key, family);
  }
  return [...found.values()].flatMap((family) =>
    Array.from({length: Math.ceil(family.metrics.length / places)}, (_, at) => ({
      ...family,
      metrics: family.metrics.slice(at * places, (at + 1) * places),
    })),
  );
}

/**
 * The query of `all_scores`: one row per family and record with a score, and whether it is known whose it is.
 *
 * @param options.only ids of the metrics whose scores are told; defaults to all
 */
export function allScoresSql(families: readonly Family[], {only}: {only?: readonly string[]} = {}): string {
  const told = families.flatMap(({columns, weight, from, metrics}, at) => {
    const scores = Array.from({length: places}, (_, place) => {
      const metric = metrics[place];
      return metric && (only?.includes(metric.id) ?? true) ? metric.score : "null";
    });
    if (scores.every((score) => score === "null")) return [];
    const named = scores.map((score, place) => `${score} as score_${place + 1}`).join(",\n  ");
    const whose = isKeyed(columns)
      ? `${keyColumns.join(", ")}, true as is_known`
      : `${keyColumns.map((name) => `cast(null as integer) as ${name}`).join(", ")}, false as is_known`;
    const scored = scores.flatMap((score, place) => (score === "null" ? [] : [`score_${place + 1} is not null`]));
    return [
      `select ${at + 1} as family, customer_id, ${whose}, occurred_date, channel, agent, team, product, region, score_1, score_2, score_3, weight\nfrom (\n${columns}${named}${weight}${from}\n) as records\nwhere ${scored.join(" or ")}`,
    ];
  });
  return told.join("\nunion all\n");
}

/** Makes `all_metrics`, `all_scores` and `score_places`: which score of which family is which metric. */
export async function gatherMetrics(database: Database, metrics: readonly Metric[]): Promise<void> {
  const families = familiesOf(metrics);
  const every = metrics.map(
    ({name}) => `select ${literal(name.replace(/^metric_/, ""))} as metric, * from ${identifier(name)}`,
  );
  const rows = families.flatMap(({metrics: own}, family) =>
    own.map(({id}, place) => `(${family + 1}, ${place + 1}, ${literal(id)})`),
  );
  await database.run(`create view all_metrics as\n${every.join("\nunion all by name\n")}`);
  await database.run(`create view all_scores as\n${allScoresSql(families)}`);
  await defineCodes(database);
  await database.run(
    `create view score_places as\nselect * from (values ${rows.join(", ")}) as places(family, place, metric)`,
  );
}

/**
 * Makes `code_of`: a word that records are cut by, held as a number. There are few words beside the records, and numbers are
 * grouped in half the time and an eighth of the memory.
 */
async function defineCodes(database: Database): Promise<void> {
  await database.run(
    `create type code as enum (
      select distinct word
      from (
        select unnest([channel, agent, team, product, region]) as word
        from (select distinct channel, agent, team, product, region from all_scores) as alike
      ) as words
      where word is not null
      order by word
    )`,
  );
  await database.run("create macro code_of(word) as cast(word as code)");
}
