import type {Bilingual} from "../../src/words/language.js";
import {type ClusterColumn, isMoment} from "../cluster/column-sql.js";
import {columnsOf, entities} from "../mapping/entities/entities.js";
import {type ColumnMapping, columnSchema, type TableMapping} from "../mapping/mapping.js";
import {ReportError, ReportErrors} from "../messages/errors.js";
import {atLine} from "../messages/where.js";
import {lineOf} from "../report/yaml-file.js";
import type {TableJob} from "./load.js";
import {datesOf} from "./rejects/take-out.js";

/** A column of ours that a column of the cluster fills. */
export interface StayingColumn {
  readonly name: string;
  readonly there: ClusterColumn;
  /** Ids and moments are taken as they are; every word of the others is read here, as a file's would be. */
  readonly kind: "id" | "moment" | "word";
}

/** Why something cannot stay, and the path of what says so in the mapping. */
interface Refusal {
  readonly path: readonly (string | number)[];
  readonly what: Bilingual;
}

/**
 * What fills the columns of records that stay in a cluster.
 *
 * @throws ReportErrors `cannot_stay` for all of a mapping that asks for more than is counted there
 */
export function planStaying(
  job: TableJob,
  find: (headers: readonly string[]) => readonly ClusterColumn[],
): readonly StayingColumn[] {
  const refused = [...refusals(job)];
  const planned: StayingColumn[] = [];
  for (const [name, mapping] of Object.entries(job.table.columns)) {
    if (!mapping.from) continue;
    const found = find(mapping.from);
    const [there] = found;
    if (!there) continue;
    const kind = kindOf(name, job.table);
    const what = columnTrouble(mapping, {kind, found, isHidden: job.hidden.has(name)});
    if (what) refused.push({path: ["columns", name], what});
    planned.push({name, there, kind});
  }
  if (refused.length > 0) throw new ReportErrors(refused.map(({path, what}) => cannotStay(job, {path, what})));
  return planned;
}

/** What of a mapping, or of its report, is not counted there. */
function refusals({folder, table}: TableJob): Refusal[] {
  const tables = folder.mappings.flatMap((mapping) => mapping.tables);
  const {key: keys} = entities[table.entity];
  const needed = [...keys, ...datesOf(table).at.slice(0, 1)];
  const keyed = datesOf(table).at.length > 0 && needed.every((name) => table.columns[name]?.from);
  const has = (isSo: boolean, refusal: Refusal): Refusal[] => (isSo ? [refusal] : []);
  const key = (name: string): Refusal => ({
    path: [name],
    what: {zh: `留在集群的记录不能用 ${name}:。`, en: `records that stay in a cluster cannot have ${name}:.`},
  });
  return [
    ...has(table.entity !== "calls", {
      path: ["entity"],
      what: {
        zh: `只有电话（calls）能留在集群，${table.entity} 还不能。`,
        en: `calls alone can stay in a cluster, ${table.entity} cannot yet.`,
      },
    }),
    ...has(tables.filter(({entity}) => entity === table.entity).length > 1, {
      path: ["clickhouse", "stay"],
      what: {
        zh: "电话来自几张表或文件；能留在集群的，只有全部电话都在其中的一张表。",
        en: "calls come from several tables or files; they can stay only where one table holds them all.",
      },
    }),
    ...(["fold", "items", "where"] as const).flatMap((name) => has(table[name] !== undefined, key(name))),
    ...has(!keyed, {
      path: ["columns"],
      what: {
        zh: "要有编号和时间两列，取自表里的列。",
        en: "columns for the id and the moment are needed, taken from the table.",
      },
    }),
    ...has(table.columns.verbatim !== undefined, {
      path: ["columns", "verbatim"],
      what: {
        zh: "客户原话要在这里逐字看过，不能留在集群。",
        en: "customers' own words are looked through here, text by text, and cannot stay.",
      },
    }),
    ...has(folder.settings.audiences !== undefined && Object.keys(folder.settings.audiences).length > 0, {
      path: ["clickhouse", "stay"],
      what: {
        zh: "report.yaml 里有 audiences:，要为每组读者另数一遍，留在集群的记录做不到。",
        en: "report.yaml has audiences:, for each of which records are counted anew; those that stay cannot be.",
      },
    }),
  ];
}

/** Ids and moments are types of the cluster itself: nothing of a mapping reads them. */
function columnTrouble(
  mapping: ColumnMapping,
  {kind, found, isHidden}: {kind: StayingColumn["kind"]; found: readonly ClusterColumn[]; isHidden: boolean},
): Bilingual | undefined {
  if (found.length > 1 || mapping.and)
    return {
      zh: "留在集群的列只能取自一列。",
      en: "of records that stay a column is made of one column alone.",
    };
  if (isHidden)
    return {
      zh: "列名说这是电话号码一类的个人信息，要在这里遮住，不能留在集群。",
      en: "by its header this is a telephone number or the like, which is hidden here and cannot stay.",
    };
  if (kind === "word") return undefined;
  const {from, required, optional} = mapping;
  const bare = columnSchema.parse({from, required, optional});
  const more = Object.entries(mapping).find(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(bare[key as keyof ColumnMapping]),
  );
  if (more)
    return {
      zh: `编号和时间留在集群时照原样取，不能用 ${more[0]}:。`,
      en: `ids and moments of records that stay are taken as they are, without ${more[0]}:.`,
    };
  if (kind === "moment" && !isMoment(found[0]!))
    return {
      zh: `时间要是 Date 或 DateTime，这一列是 ${found[0]!.type}。`,
      en: `a moment has to be Date or DateTime there; this column is ${found[0]!.type}.`,
    };
  return undefined;
}

function kindOf(name: string, {entity}: TableMapping): StayingColumn["kind"] {
  const {type = "text"} = columnsOf(entity)[name] ?? {};
  return type === "id" ? "id" : type === "timestamp" || type === "date" ? "moment" : "word";
}

/** The column that makes a record one. */
export const keyColumn = (planned: readonly StayingColumn[], {entity}: TableMapping): StayingColumn | undefined =>
  planned.find(({name}) => (entities[entity].key as readonly string[]).includes(name));

/** A mapping whose records cannot stay, with the two ways out. */
export function cannotStay({folder, source, place}: TableJob, {path, what}: Refusal): ReportError {
  const mapping = folder.mappings.find((each) => each.source === source)!;
  return new ReportError("cannot_stay", atLine(mapping.file, lineOf(mapping.lines, ["tables", place, ...path])), {
    what,
    fix: {
      zh: "请管理员做一个不含它的视图、在 table: 里写视图；或去掉 stay: true，把记录读到这里来数。",
      en: "have the administrator make a view without it and name that under table:, or leave out stay: true: then the records are read here.",
    },
  });
}
