import type {Bilingual} from "../../src/words/language.js";
import type {Edition} from "./edition.js";

/** A line of "what changed beside the last edition". */
export interface Compared {
  readonly what: Bilingual;
  readonly before: number | string | null;
  readonly now: number | string | null;
  /** Relative change of a number; undefined where there is none. */
  readonly change?: number;
  /** Over the limit: publishing asks for a reason. */
  readonly stops: boolean;
}

/** With fewer rows than this, a change says nothing. */
const fewRows = 30;

/**
 * What changed beside the last edition: rows of each kind of record in the month, every headline of the month, kinds of
 * complaint and figures that are new or gone.
 *
 * @param options.limit relative change of rows that stops: 0.4 is a rise or fall by more than 40 %
 */
export function compareEditions(
  before: Edition,
  now: Omit<Edition, "id">,
  {limit, name}: {limit: number; name: (entityOrMeasure: string) => Bilingual},
): Compared[] {
  const rows = (edition: Pick<Edition, "records" | "month">, entity: string) =>
    edition.records.counts
      .filter((count) => count.entity === entity && count.month === edition.month)
      .reduce((sum, {records}) => sum + records, 0);
  const kinds = [...new Set([...before.records.counts, ...now.records.counts].map(({entity}) => entity))].sort();
  const lines: Compared[] = kinds.map((entity) => {
    const [then, is] = [rows(before, entity), rows(now, entity)];
    const change = then === 0 ? undefined : is / then - 1;
    const stops = Math.max(then, is) >= fewRows && (change === undefined || Math.abs(change) > limit);
    const {zh, en} = name(entity);
    return {
      what: {zh: `${zh}，行数`, en: `${en}, rows`},
      before: then,
      now: is,
      ...(change === undefined ? {} : {change}),
      stops,
    };
  });
  return [...lines, ...headlines(before, now, name), ...sets(before, now)];
}

function headlines(before: Edition, now: Omit<Edition, "id">, name: (measure: string) => Bilingual): Compared[] {
  const of = (edition: Pick<Edition, "values" | "month">) =>
    new Map(
      edition.values
        .filter(({month, measure}) => month === edition.month && !measure.startsWith("n "))
        .map((value) => [`${value.table} ${value.measure}`, value]),
    );
  const [then, is] = [of(before), of(now)];
  return [...new Set([...then.keys(), ...is.keys()])].sort().map((key) => {
    const [was, current] = [then.get(key)?.value ?? null, is.get(key)?.value ?? null];
    const change = was !== null && was !== 0 && current !== null ? current / was - 1 : undefined;
    const {table, measure} = (is.get(key) ?? then.get(key))!;
    return {
      what: name(table === "metric_by_segment" ? measure : `${table}.${measure}`),
      before: was,
      now: current,
      ...(change === undefined ? {} : {change}),
      // A headline that went empty is a source or a column that went.
      stops: was !== null && current === null,
    };
  });
}

/** Kinds of complaint and figures: those that are new, and those that are gone. */
function sets(before: Edition, now: Omit<Edition, "id">): Compared[] {
  const named = [
    {key: "categories" as const, zh: "投诉类别", en: "complaint category", stops: false},
    {key: "figures" as const, zh: "图", en: "figure", stops: true},
  ];
  return named.flatMap(({key, zh, en, stops}) => [
    ...now[key]
      .filter((each) => !before[key].includes(each))
      .map((each) => ({what: {zh: `新的${zh}`, en: `new ${en}`}, before: null, now: each, stops: false})),
    ...before[key]
      .filter((each) => !now[key].includes(each))
      .map((each) => ({what: {zh: `不见了的${zh}`, en: `${en} gone`}, before: each, now: null, stops})),
  ]);
}
