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

/** A loss of rows of earlier months that is told, and one that asks for a reason: a file of them is gone. */
const lost = {told: 0.01, stops: 0.1};

/**
 * What changed beside the last edition: rows of each kind of record in the month, lost rows of earlier months, every
 * headline, kinds of complaint and figures that are new or gone.
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
  const lines: Compared[] = kinds.flatMap((entity) => {
    const [then, is] = [rows(before, entity), rows(now, entity)];
    if (then === 0 && is === 0) return [];
    const change = then === 0 ? undefined : is / then - 1;
    const stops = Math.max(then, is) >= fewRows && (change === undefined || Math.abs(change) > limit);
    const {zh, en} = name(entity);
    return [
      {
        what: {zh: `${zh}，行数`, en: `${en}, rows`},
        before: then,
        now: is,
        ...(change === undefined ? {} : {change}),
        stops,
      },
    ];
  });
  return [...lines, ...losses(before, now, {kinds, name}), ...headlines(before, now, name), ...sets(before, now)];
}

/** Rows of the months that the last edition knew and that are no longer there. */
function losses(
  {month, ...before}: Edition,
  now: Omit<Edition, "id">,
  {kinds, name}: {kinds: readonly string[]; name: (entity: string) => Bilingual},
): Compared[] {
  const rows = ({records}: Pick<Edition, "records">, entity: string) =>
    records.counts
      .filter((count) => count.entity === entity && count.month <= month)
      .reduce((sum, count) => sum + count.records, 0);
  return kinds.flatMap((entity) => {
    const [then, is] = [rows(before, entity), rows(now, entity)];
    const change = is / then - 1;
    if (then < fewRows || change > -lost.told) return [];
    const {zh, en} = name(entity);
    return [
      {
        what: {zh: `${zh}，${month} 及以前的行数`, en: `${en}, rows up to ${month}`},
        ...{before: then, now: is, change},
        stops: change < -lost.stops,
      },
    ];
  });
}

/** Of each table its last month: that of the edition, or with churn the last one that is final. */
function headlines(before: Edition, now: Omit<Edition, "id">, name: (measure: string) => Bilingual): Compared[] {
  const of = ({values}: Pick<Edition, "values">) => {
    const last = new Map<string, string>();
    for (const {table, month} of values) if (month > (last.get(table) ?? "")) last.set(table, month);
    return new Map(
      values
        .filter(({table, month}) => month === last.get(table))
        .map((value) => [`${value.table} ${value.measure}`, value]),
    );
  };
  const [then, is] = [of(before), of(now)];
  const keys = [...new Set([...then.keys(), ...is.keys()])].filter((key) => !key.includes(" n ")).sort();
  return keys.flatMap((key) => {
    const [was, current] = [then.get(key)?.value ?? null, is.get(key)?.value ?? null];
    if (was === null && current === null) return [];
    const change = was !== null && was !== 0 && current !== null ? current / was - 1 : undefined;
    const {table, measure} = (is.get(key) ?? then.get(key))!;
    const base = then.get(`${table} n ${measure}`)?.value;
    return [
      {
        what: name(table === "metric_by_segment" ? measure : `${table}.${measure}`),
        before: was,
        now: current,
        ...(change === undefined ? {} : {change}),
        // A headline that went empty is a source or a column that went; one of a few records comes and goes.
        stops: was !== null && current === null && (base ?? fewRows) >= fewRows,
      },
    ];
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
