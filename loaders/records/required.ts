import {countSql} from "../database/counted.js";
import type {Database} from "../database/database.js";
import {identifier, literal} from "../database/sql-text.js";
import {type BaseSource, rowSql} from "../mapping/filled.js";
import type {Mapping, TableMapping} from "../mapping/mapping.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {mappedPlace} from "../report/place.js";

interface Needed {
  /** The canonical column, or "items.<code>". */
  readonly column: string;
  readonly headers: readonly string[];
  /** SQL that is true where the record has it. */
  readonly isFilled: string;
}

/**
 * What the mapping calls required is in every file: a file that lacks the column has stopped the reading before; one in
 * which it is empty, or cannot be read in any row, stops it here.
 * @throws ReportErrors `column_empty`
 */
export async function assertFilled(
  database: Database,
  {
    base,
    table,
    source,
    from,
    mappings,
  }: {base: string; table: TableMapping; source: string; from: BaseSource; mappings: readonly Mapping[]},
): Promise<void> {
  const wrong: ReportError[] = [];
  const count = await countSql(database, base, `count(distinct ${rowSql(from)})`);
  for (const {column, headers, isFilled} of neededColumns(table)) {
    const rows = await database.rows(
      `select _file as file, ${count} as rows from ${base} group by _file having count(*) filter (${isFilled}) = 0 order by _file`,
    );
    for (const {file, rows: count} of rows) {
      const place = mappedPlace(mappings, {source, entity: table.entity, column});
      const at = `${file} → ${table.entity}`;
      wrong.push(empty(place ? {zh: `${place.zh}（${at}）`, en: `${place.en} (${at})`} : at, {column, headers, count}));
    }
  }
  if (wrong.length > 0) throw new ReportErrors(wrong);
}

function neededColumns({columns, items = {}}: TableMapping): Needed[] {
  const headersOf = ({from = [], and = []}: {from?: string[] | undefined; and?: string[] | undefined}) => [
    ...from,
    ...and,
  ];
  const own = Object.entries(columns).filter(
    ([name, mapping]) => mapping.required && mapping.from && !(Object.keys(items).length > 0 && name === "score"),
  );
  return [
    ...own.map(([name, mapping]) => ({
      column: name,
      headers: headersOf(mapping),
      isFilled: `${identifier(name)} is not null`,
    })),
    ...Object.entries(items)
      .filter(([, item]) => item.required)
      .map(([code, item]) => ({
        column: `items.${code}`,
        headers: headersOf(item),
        isFilled: `item = ${literal(item.item ?? code)} and score is not null`,
      })),
  ];
}

const empty = (
  where: ConstructorParameters<typeof ReportError>[1],
  {column, headers, count}: {column: string; headers: readonly string[]; count: unknown},
): ReportError =>
  new ReportError("column_empty", where, {
    what: {
      zh: `“${headers.join(" / ")}”（${column}）写明是必须的，但 ${count} 行里没有一格读得出值。`,
      en: `"${headers.join(" / ")}" (${column}) is called required, but none of ${count} row(s) holds a value that can be read.`,
    },
    fix: {
      zh: "请系统重新导出，带上这一列的内容；若这次确实没有，去掉这一行的 required: true。",
      en: "have the file exported again with this column filled; if there is really nothing this time, take required: true off this line.",
    },
  });
