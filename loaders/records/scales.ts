import type {Database, Row} from "../database/database.js";
import type {Mapping} from "../mapping/mapping.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {mappedPlace} from "../report/place.js";
import type {ReadTable} from "./read-table-shape.js";
import {dateSql, datesOf, rejectSql} from "./rejects/take-out.js";

/** Answers from which a month says something of its scale. */
const enough = 10;
/** Share of a month's answers outside the scale from which the scale is another one. */
const many = 0.1;
/** Where smaller scales end that also fit into a larger one. */
const tops = [5, 7] as const;

/**
 * Lists scores outside their scale, which count nowhere. Where most months keep to the scale and one does not, the survey
 * changed its scale: then nothing is counted from the few answers that fit.
 * @throws ReportErrors `scale_changed`
 */
export async function rejectScores(
  database: Database,
  read: ReadTable,
  {mappings}: {mappings: readonly Mapping[]},
): Promise<void> {
  const {table, base} = read;
  if (table.entity !== "surveys") return;
  const scaled = scaledSql(read);
  // days are counted in a quarter of the time that months take
  const halves = await database.rows(
    `select item, coalesce(month_of(day), '') as month, case when extract(day from day) > 15 then 2 else 1 end as half,
       ${added.map((name) => `cast(sum(${name}) as bigint) as ${name}`).join(", ")}, min(lowest) as lowest, max(highest) as highest, min(low) as low, max(high) as high, sum(total) as total
     from (
       select item, day, count(*) as n, count(*) filter (score not between low and high) as outside, min(score) as lowest, max(score) as highest, min(low) as low, max(high) as high, count(*) filter (score > (low + high) / 2) as upper, sum(score) as total, ${tops.map((top) => `count(*) filter (score > ${top}) as over_${top}, count(*) filter (score = ${top}) as at_${top}`).join(", ")}
       from (${scaled}) as scaled where score is not null group by item, day
     ) as days group by all order by item, month, half`,
  );
  const months = wholeMonths(halves);
  const items = [...new Set(months.map(({item}) => String(item)))];
  const changed = items.flatMap((item) =>
    changeOf(read, {
      mappings,
      months: months.filter((row) => row.item === item),
      halves: halves.filter((row) => row.item === item),
    }),
  );
  if (changed.length > 0) throw new ReportErrors(changed);
  if (months.every(({outside}) => Number(outside) === 0)) return;
  const rows = `select place from (${scaled}) as scaled where score not between low and high`;
  await database.run(
    rejectSql(read, {
      columnSql: "'items.' || item",
      value: "regexp_replace(cast(score as varchar), '[.]?0+$', '')",
      reason: "outside_scale",
      severity: "cell",
      where: `rowid in (${rows})`,
    }),
  );
  await database.run(`update ${base} set score = null where rowid in (${rows})`);
}

/** Every score with its day and its scale, the usual one of its question where the mapping names none. */
function scaledSql({base, table, columns}: ReadTable): string {
  const {at} = datesOf(table);
  const sql = (name: string) => columns.get(name) ?? "null";
  const day = at.length === 0 ? "cast(null as date)" : `cast(${dateSql(at)} as date)`;
  const question = sql("question");
  return `select rowid as place, coalesce(${sql("item")}, 'overall') as item, ${day} as day, ${sql("score")} as score,
    coalesce(${sql("scale_min")}, case when ${question} = 'nps' then 0 else 1 end) as low,
    coalesce(${sql("scale_max")}, case ${question} when 'nps' then 10 when 'ces' then 7 else 5 end) as high
    from ${base}`;
}

const added = ["n", "outside", "upper", ...tops.flatMap((top) => [`over_${top}`, `at_${top}`])];
const counts = [...added, "total"];

/** The two halves of each month together. */
function wholeMonths(halves: readonly Row[]): Row[] {
  const months = new Map<string, Row[]>();
  for (const row of halves) {
    const key = `${row.item} ${row.month}`;
    months.set(key, [...(months.get(key) ?? []), row]);
  }
  return [...months.values()].map((rows) => ({
    ...rows[0]!,
    ...Object.fromEntries(counts.map((name) => [name, rows.reduce((sum, row) => sum + Number(row[name]), 0)])),
    ...Object.fromEntries(["lowest", "low"].map((name) => [name, Math.min(...rows.map((row) => Number(row[name])))])),
    ...Object.fromEntries(["highest", "high"].map((name) => [name, Math.max(...rows.map((row) => Number(row[name])))])),
  }));
}

/** What changed: in whole months, else, within the scale, in halves of months. */
function changeOf(
  {source, table}: ReadTable,
  {mappings, months, halves}: {mappings: readonly Mapping[]; months: readonly Row[]; halves: readonly Row[]},
): ReportError[] {
  const large = months.filter(({n}) => Number(n) >= enough);
  const outside = ({outside, n}: Row) => Number(outside) / Number(n);
  const strange = large.filter((month) => outside(month) > many);
  const usual = large.filter((month) => outside(month) <= many / 5);
  const isWider = strange.length > 0 && usual.length > 0;
  const isSmaller = (rows: readonly Row[]) => isNarrower(rows) || isCapped(rows) || isTurned(rows);
  const isMonthly = isWider || isSmaller(large);
  if (!isMonthly && !isSmaller(halves)) return [];
  const seen = (isMonthly ? large : halves).map(({month, half, lowest, highest, n, outside: count}) => ({
    month: isMonthly ? month : `${month}-${Number(half) === 1 ? "01" : "16"}…`,
    lowest,
    highest,
    n,
    count,
  }));
  const list = (word: string) =>
    seen
      .map(({month, lowest, highest, n, count}) => `${month} ${lowest}–${highest} (${count}/${n} ${word})`)
      .join("; ");
  const {item, low, high} = months[0]!;
  const column = table.items
    ? `items.${Object.entries(table.items).find(([code, each]) => (each.item ?? code) === item)?.[0] ?? item}`
    : "score";
  const place = mappedPlace(mappings, {source, entity: table.entity, column});
  return [
    new ReportError(
      "scale_changed",
      place ? {zh: `${place.zh}（${item}）`, en: `${place.en} (${item})`} : `surveys → ${item}`,
      {
        what: {
          zh: `评分的量表中途变了：映射写的是 ${low}–${high}，各月实际见到 ${list("在量表外")}。`,
          en: `the scale of the scores changed on the way: the mapping says ${low}–${high}, the months show ${list("outside")}.`,
        },
        fix: {
          zh: `在 mappings/${source}.yaml 里把新旧量表的文件分成两张表，各写各的 scale:，或用 values: 把新分数换算成旧量表。`,
          en: `in mappings/${source}.yaml make two tables of the files before and after, each with its scale:, or convert the new scores under values:.`,
        },
      },
    ),
  ];
}

/** Inside the scale too: many answers of a month in its lower half alone, and others that use all of it. */
function isNarrower(months: readonly Row[]): boolean {
  const sure = months.filter(({n}) => Number(n) >= 3 * enough);
  const isYesNo = ({lowest, highest, high}: Row) => Number(lowest) === 0 && Number(highest) === 1 && Number(high) >= 5;
  const isLow = (row: Row) =>
    Number(row.upper) === 0 && (Number(row.highest) - Number(row.lowest) >= 3 || isYesNo(row));
  const isWhole = ({upper, n}: Row) => Number(upper) >= 0.4 * Number(n);
  return sure.some(isLow) && sure.some(isWhole) && sure.every((month) => isLow(month) || isWhole(month));
}

/** A month whose answers end, with many of them, at the top of a smaller scale, where a good part of all others lies above. */
function isCapped(months: readonly Row[]): boolean {
  const sure = months.filter(({n}) => Number(n) >= 4 * enough);
  return tops.some((top) => {
    const above = (row: Row) => Number(row[`over_${top}`]) / Number(row.n);
    const ends = (row: Row) =>
      Number(row.high) > top && Number(row.highest) === top && Number(row[`at_${top}`]) >= many * Number(row.n);
    const [capped, others] = [sure.filter(ends), sure.filter((row) => !ends(row))];
    return capped.length > 0 && others.length > 0 && others.every((row) => above(row) >= 0.3);
  });
}

/**
 * From one month on nearly all answers lie in the lower half, before in the upper one, and both are each other's mirror:
 * the best mark became the worst. A month that is as bad as that, and no mirror, is bad news.
 */
function isTurned(months: readonly Row[]): boolean {
  const sure = months.filter(({n}) => Number(n) >= 3 * enough);
  const upper = sure.map(({upper, n}) => Number(upper) / Number(n));
  const isLow = upper.map((share) => share <= many);
  const turns = isLow.filter((low, at) => at > 0 && low !== isLow[at - 1]).length;
  if (turns !== 1 || !upper.every((share, at) => isLow[at] || share >= 0.7)) return false;
  const mean = (low: boolean) => {
    const rows = sure.filter((_, at) => isLow[at] === low);
    return sumOf(rows, "total") / sumOf(rows, "n");
  };
  const [least, most] = [Number(sure[0]!.low), Number(sure[0]!.high)];
  return Math.abs(mean(true) + mean(false) - least - most) <= many * (most - least);
}

const sumOf = (rows: readonly Row[], name: string): number => rows.reduce((sum, row) => sum + Number(row[name]), 0);
