import type {Database} from "../../database/database.js";
import {identifier} from "../../database/sql-text.js";
import {type Entity, entities} from "../../mapping/entities/entities.js";
import type {PlannedTable} from "./plan.js";

/** A planned table and the text table it reads. */
export interface Placed {
  readonly table: PlannedTable;
  readonly raw: string;
}

/**
 * Two tables of one kind that hold the same records would count them twice: the one that tells less stands as a comment.
 * Cards of customers are one card, whatever the number of files that tell of them.
 */
export async function withoutOverlaps(database: Database, placed: readonly Placed[]): Promise<PlannedTable[]> {
  const made = placed.map(({table}) => table);
  for (const [index, one] of placed.entries())
    for (let other = index + 1; other < placed.length; other++) {
      const [a, b] = [made[index]!, made[other]!];
      if (a.entity !== b.entity || a.entity === "customers" || !a.isSure || !b.isSure) continue;
      const shared = await sharedKeys(database, one, placed[other]!);
      if (shared === 0) continue;
      const [less, more] = telling(a) < telling(b) ? [index, other] : [other, index];
      made[less] = {
        ...made[less]!,
        isSure: false,
        notes: [
          ...made[less]!.notes,
          {
            zh: `与 ${made[more]!.files.join("、")} 有 ${shared} 个相同的编号，两处都读会重复计数；只读那一处`,
            en: `${shared} keys are also in ${made[more]!.files.join(", ")}; reading both would count them twice, so only that one is read`,
          },
        ],
      };
    }
  return made;
}

const telling = ({columns, items}: PlannedTable): number => [...columns, ...items].filter(({isSure}) => isSure).length;

async function sharedKeys(database: Database, one: Placed, other: Placed): Promise<number> {
  const {key}: Entity = entities[one.table.entity];
  const header = ({table}: Placed) => table.columns.find(({name, isSure}) => name === key[0] && isSure)?.profile.header;
  const [a, b] = [header(one), header(other)];
  if (a === undefined || b === undefined || one.raw === other.raw) return 0;
  const cells = (placed: Placed, name: string) =>
    `select distinct trim(${identifier(name)}) as cell from ${identifier(placed.raw)} where ${identifier(name)} is not null`;
  const [row] = await database.rows(
    `select count(*) as cells from (${cells(one, a)} intersect ${cells(other, b)}) as both_`,
  );
  return Number(row?.cells);
}
