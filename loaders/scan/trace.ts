import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join, relative} from "node:path";

/** A line of the report folder's own files. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** What the report folder says, by file and line: settings, notes, mappings, references, rules and pages, but no exports. */
export function ownLines(folder: string): Origin[] {
  const settings = ["report.yaml", "notes.yaml", "notes.csv", "mappings", "reference", "rules", "pages"].map((name) =>
    join(folder, name),
  );
  return settings.filter(existsSync).flatMap((path) =>
    textFiles(path).flatMap((file) =>
      readFileSync(file, "utf8")
        .split(/\r?\n/)
        .map((text, at) => ({file: relative(folder, file).replaceAll("\\", "/"), line: at + 1, text})),
    ),
  );
}

const textFiles = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => textFiles(join(path, name)))
    : /\.(?:ya?ml|csv|md)$/.test(path)
      ? [path]
      : [];

/** Where a text stands that somebody wrote into the report folder. */
export const writtenAt = (lines: readonly Origin[], text: string): Origin | undefined =>
  lines.find((line) => line.text.includes(text));

/** The lines of mappings that fill a column: `agent: 客服`. */
export const mappedAt = (lines: readonly Origin[], column: string): Origin[] =>
  /^[a-z][a-z0-9_]*$/.test(column)
    ? lines.filter(
        ({file, text}) => file.startsWith("mappings/") && new RegExp(`(?:^|[{,])\\s*${column}\\s*:`).test(text),
      )
    : [];
