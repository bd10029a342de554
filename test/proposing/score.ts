import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {parse} from "yaml";
import {strptimePattern} from "../../loaders/mapping/date-formats.js";
import {type ColumnMapping, type Mapping, mappingSchema, type TableMapping} from "../../loaders/mapping/mapping.js";

/** One column of a mapping that reads a header: tickets.created_at ← Date Opened. */
export interface Line {
  readonly file: string;
  readonly entity: string;
  /** Canonical name; "item" for question columns, "dim" for dimensions of the analyst's own. */
  readonly column: string;
  readonly headers: readonly string[];
  readonly date: string;
}

export interface Score {
  readonly right: readonly Line[];
  readonly wrong: readonly {readonly proposed: Line; readonly truth: Line | undefined}[];
  readonly missed: readonly Line[];
}

/** The mappings of a folder, as they are read. */
export const mappingsIn = (folder: string): Mapping[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => ({
      source: name,
      file: name,
      lines: {},
      ...mappingSchema.parse(parse(readFileSync(join(folder, name), "utf8"))),
    }));

/** Every line of a table that reads a header. */
export function linesOf(table: TableMapping): Line[] {
  const file = `${basename(table.files?.[0] ?? "")}${typeof table.sheet === "string" ? ` [${table.sheet}]` : ""}`;
  const line = (column: string, mapping: ColumnMapping): Line => ({
    file,
    entity: table.entity,
    column,
    // the first line of a header names its column as well as all of them
    headers: [...(mapping.from ?? []), ...(mapping.and ?? [])].map((header) => header.split(" / ")[0]!),
    date: (mapping.date ?? []).map(strptimePattern).join("|"),
  });
  return [
    ...Object.entries(table.columns)
      .filter(([, mapping]) => mapping.from)
      .map(([name, mapping]) => line(name.startsWith("dim_") ? "dim" : name, mapping)),
    ...Object.values(table.items ?? {}).map((item) => line("item", item)),
  ];
}

const reads = (one: Line, other: Line): boolean => one.headers.some((header) => other.headers.includes(header));

/**
 * Compares a proposal with a mapping made by hand, line by line: right, wrong (another column, another header, another
 * date format, or nothing that the hand-made mapping reads) and missed.
 * @param alsoRight lines that differ from the hand-made mapping and are right all the same
 */
export function score(
  proposed: readonly TableMapping[],
  {truth, alsoRight}: {truth: readonly TableMapping[]; alsoRight: (line: Line) => boolean},
): Score {
  const wanted = truth.flatMap(linesOf);
  const made = proposed.flatMap(linesOf);
  const same = (one: Line, other: Line) =>
    one.entity === other.entity && one.column === other.column && reads(one, other) && one.date === other.date;
  const right = wanted.filter((line) => made.some((other) => same(line, other)));
  const missed = wanted.filter((line) => !right.includes(line));
  const wrong = made
    .filter((line) => !wanted.some((other) => same(line, other)) && !alsoRight(line))
    .map((line) => ({
      proposed: line,
      truth: missed.find(
        (other) => other.entity === line.entity && (other.column === line.column || reads(other, line)),
      ),
    }));
  const covered = made.filter((line) => alsoRight(line));
  const replaced = (line: Line) =>
    covered.some((other) => other.entity === line.entity && (other.column === line.column || reads(other, line)));
  return {right, wrong, missed: missed.filter((line) => !replaced(line))};
}

export const lineText = ({file, entity, column, headers, date}: Line): string =>
  `${file} ${entity}.${column} ← ${headers.join(" + ")}${date ? ` (${date})` : ""}`;
