import type {Database, Row} from "../database/database.js";
import {identifier} from "../database/sql-text.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import type {ReadTable} from "./read-table-shape.js";
import {datesOf, rejectSql} from "./rejects/take-out.js";

/** Answers from which a month says something of its scale. */
const enough = 10;
/** Share of a month's answers outside the scale from which the scale is another one. */
const many = 0.1;

/**
 * Lists scores outside their scale, which count nowhere. Where most months keep to the scale and one does not, the survey
 * changed its scale: then nothing is counted from the few answers that fit.
 * @throws ReportErrors `scale_changed`
 */
export async function rejectScores(database: Database, read: ReadTable): Promise<void> {
  const {table, base} = read;
  if (table.entity !== "surveys") return;
  const scaled = scaledSql(read);
  const months = await database.rows(
    `select item, month, count(*) as n, count(*) filter (score not between low and high) as outside, min(score) as lowest, max(score) as highest, min(low) as low, max(high) as high, count(*) filter (score > (low + high) / 2) as upper
     from (${scaled}) as scaled where score is not null group by item, month order by item, month`,
  );
  const items = [...new Set(months.map(({item}) => String(item)))];
  const changed = items.flatMap((item) =>
    changeOf(
      read,
      months.filter((row) => row.item === item),
    ),
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

/** Every score with its month and its scale, the usual one of its question where the mapping names none. */
function scaledSql({base, table, columns}: ReadTable): string {
  const {at} = datesOf(table);
  const sql = (name: string) => columns.get(name) ?? "null";
  const month = at.length === 0 ? "''" : `coalesce(month_of(coalesce(${at.map(identifier).join(", ")})), '')`;
  const question = sql("question");
  return `select rowid as place, coalesce(${sql("item")}, 'overall') as item, ${month} as month, ${sql("score")} as score,
    coalesce(${sql("scale_min")}, case when ${question} = 'nps' then 0 else 1 end) as low,
    coalesce(${sql("scale_max")}, case ${question} when 'nps' then 10 when 'ces' then 7 else 5 end) as high
    from ${base}`;
}

function changeOf({source, files}: ReadTable, months: readonly Row[]): ReportError[] {
  const large = months.filter(({n}) => Number(n) >= enough);
  const outside = ({outside, n}: Row) => Number(outside) / Number(n);
  const strange = large.filter((month) => outside(month) > many);
  const usual = large.filter((month) => outside(month) <= many / 5);
  const isWider = strange.length > 0 && usual.length > 0;
  if (!isWider && !isNarrower(large)) return [];
  const seen = large.map(({month, lowest, highest, n, outside: count}) => ({month, lowest, highest, n, count}));
  const list = (word: string) =>
    seen
      .map(({month, lowest, highest, n, count}) => `${month} ${lowest}–${highest} (${count}/${n} ${word})`)
      .join("; ");
  const {item, low, high} = months[0]!;
  return [
    new ReportError(
      "scale_changed",
      `${files
        .map(({file}) => file)
        .slice(0, 3)
        .join(", ")} → ${item}`,
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
  const isLow = ({upper, lowest, highest}: Row) => Number(upper) === 0 && Number(highest) - Number(lowest) >= 3;
  const isWhole = ({upper, n}: Row) => Number(upper) >= 0.4 * Number(n);
  return sure.some(isLow) && sure.some(isWhole) && sure.every((month) => isLow(month) || isWhole(month));
}
