import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import {note} from "../readers/intake/notes.js";
import type {Said} from "../readers/intake/types.js";
import type {ReportFolder} from "../report/folder.js";
import {mappedPlace} from "../report/place.js";
import type {ReadTable} from "./read-table-shape.js";

/** The item that says how satisfied people are on the whole. */
const headline = "overall";

interface Headline {
  /** The item that stands for overall satisfaction under a name of its own, if one does. */
  readonly item: string | undefined;
  readonly said: readonly Said[];
}

/**
 * Which satisfaction question is the headline: `overall`, or the only one that is asked, whatever its code. Of several
 * without an `overall` none is, and it is said which line names it.
 */
export async function findHeadline(
  database: Database,
  {read, mappings}: {read: readonly ReadTable[]; mappings: ReportFolder["mappings"]},
): Promise<Headline> {
  const surveys = read.filter(({table}) => table.entity === "surveys");
  const asked = new Map<string, {source: string; file: string}[]>();
  for (const {select, source} of surveys)
    for (const row of await database.rows(
      `select item, min(_file) as file, bool_or(question = 'csat') as is_csat from (${select}) as answers where score is not null group by item order by item`,
    ))
      if (row.is_csat === true || row.item === headline)
        asked.set(String(row.item), [...(asked.get(String(row.item)) ?? []), {source, file: String(row.file)}]);
  if (asked.size === 0 || asked.has(headline)) return {item: undefined, said: []};
  const items = [...asked.keys()].sort();
  const places = [...asked].flatMap(([item, found]) => found.map((each) => ({item, ...each})));
  if (items.length === 1)
    return {
      item: items[0],
      said: places.map(({item, file}) => ({file, note: note("headline_item", {item})})),
    };
  const {item, source, file} = places[0]!;
  const line = mappedPlace(mappings, {source, entity: "surveys", column: `items.${item}`});
  return {
    item: undefined,
    said: [
      {file, note: note("no_headline", {items: items.join(", "), place_zh: line?.zh ?? "", place_en: line?.en ?? ""})},
    ],
  };
}

/** The answers with the headline question under its usual name. */
export const withHeadline = (select: string, {item}: Pick<Headline, "item">): string =>
  item === undefined
    ? select
    : `select * replace (case when item = ${literal(item)} then ${literal(headline)} else item end as item) from (${select}) as answers`;
