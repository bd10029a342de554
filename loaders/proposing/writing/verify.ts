import {parse} from "yaml";
import type {Bilingual} from "../../../src/words/language.js";
import type {Database} from "../../database/database.js";
import {badCellsSql} from "../../mapping/base-view.js";
import {type Entity, entities} from "../../mapping/entities/entities.js";
import {mappingSchema, type TableMapping} from "../../mapping/mapping.js";
import type {PlannedColumn, PlannedTable} from "./plan.js";
import {mappingYaml} from "./yaml.js";

/** Cells that may be unreadable, as a share of the rows, before a column is put aside; a build stops at 2 %. */
const mostBadCells = 0.005;
const mostBadRows = 0.015;

/**
 * Reads every cell of the file as the plan says and puts aside, as a comment with the reason, what does not read: a
 * column with more than a few unreadable cells, a key that is blank or repeats.
 * @param raw the text table and its columns
 */
export async function verify(
  database: Database,
  plan: PlannedTable,
  {raw, rawColumns, rows, zone}: {raw: string; rawColumns: readonly string[]; rows: number; zone: string},
): Promise<PlannedTable> {
  let made = keysHold(plan, rows);
  for (let round = 0; round < 30; round++) {
    const table = mappingOf(made);
    if (!table) return made;
    const bad = await database.rows(
      `with bad as (${badCellsSql(table, {raw, rawColumns, source: "map", zone})})
      select name, count(*) as cells, min(value) as least, max(value) as most, (select count(distinct (_file, _row)) from bad) as "rows"
      from bad group by name order by cells desc, name`,
    );
    const [worst] = bad;
    if (!worst) return made;
    const isFew = Number(worst.cells) <= mostBadCells * rows && Number(worst.rows) <= mostBadRows * rows;
    if (isFew) return made;
    made = putAside(made, {name: String(worst.name), cells: Number(worst.cells), samples: [worst.least, worst.most]});
  }
  return made;
}

/** The plan as the mapping schema reads it; undefined where a needed column is missing. */
export function mappingOf(plan: PlannedTable): TableMapping | undefined {
  const yaml = mappingYaml([{files: plan.files, accounts: [], tables: [plan], left: [], notes: []}], {
    label: {zh: "x", en: "x"},
    language: "en",
  });
  const read = mappingSchema.safeParse(parse(yaml));
  return read.success ? read.data.tables[0] : undefined;
}

function putAside(
  plan: PlannedTable,
  {name, cells, samples}: {name: string; cells: number; samples: readonly unknown[]},
): PlannedTable {
  const examples = [...new Set(samples.map((sample) => String(sample ?? "").slice(0, 24)))];
  const why = (column: PlannedColumn): Bilingual => {
    const shown = column.isPersonal ? "" : ` (${examples.join(", ")})`;
    return {
      zh: `“${column.profile.header}”有 ${cells} 个单元格读不懂${shown}，先不读`,
      en: `"${column.profile.header}": ${cells} cells cannot be read so${shown}; left out for now`,
    };
  };
  const aside = (column: PlannedColumn): PlannedColumn => ({
    ...column,
    isSure: false,
    notes: [...column.notes, why(column)],
  });
  return {
    ...plan,
    columns: plan.columns.map((column) => (column.name === name && column.isSure ? aside(column) : column)),
    items: plan.items.map((item) => (`items.${item.name}` === name && item.isSure ? aside(item) : item)),
  };
}

/** A key that is blank or repeats cannot tell the records apart; without it they are known by file and row. */
function keysHold(plan: PlannedTable, rows: number): PlannedTable {
  const {key}: Entity = entities[plan.entity];
  const [id, ...others] = key;
  if (id === undefined || (others.length > 0 && plan.entity !== "surveys") || plan.fold?.by === id) return plan;
  if (plan.columns.some(({name, isSure}) => isSure && others.includes(name))) return plan;
  return {
    ...plan,
    columns: plan.columns.map((column) => {
      if (column.name !== id || !column.isSure || !id.endsWith("_id")) return column;
      const {filled, distinct, header} = column.profile;
      const isWide = plan.where !== undefined;
      if (isWide || (filled >= 0.985 * rows && distinct >= 0.985 * filled)) return column;
      const note: Bilingual = {
        zh: `“${header}”${filled < 0.985 * rows ? "有空白" : "有重复"}（${rows} 行，${filled} 个有值，${distinct} 个不同），不能当作编号；先按文件和行号区分记录`,
        en: `"${header}" ${filled < 0.985 * rows ? "is blank in places" : "repeats"} (${rows} rows, ${filled} filled, ${distinct} different) and cannot be the key; records are told apart by file and row for now`,
      };
      return {...column, isSure: false, notes: [...column.notes, note]};
    }),
  };
}
