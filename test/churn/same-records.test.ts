import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {afterAll, beforeAll, expect, test} from "vitest";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import type {MartRow} from "../../src/marts/shape/table.js";
import {seededRandom} from "../../src/stats/numbers/seeded-random.js";
import {gb18030} from "../company/gb18030.js";

const data = fileURLToPath(new URL("../../data/", import.meta.url));
const temp = mkdtempSync(join(tmpdir(), "huisheng-same-"));
afterAll(() => rmSync(temp, {recursive: true, force: true}));

const crm = ["customers", "contracts", "visits", "churn_interviews", "winback_contacts", "actions"];
/** What tells of files and lines, not of customers. */
const aboutFiles =
  /^(import_files|month_tickets_listed|records_listed|rejects_|rival_mentions_listed|cross_check_samples|duplicate_customers|reconciliation)/;

let first: Readonly<Record<string, readonly MartRow[]>>;
beforeAll(async () => {
  first = await publishedOf("as-delivered", (lines) => [lines], "gb18030");
});

test("rows in another order, in three files instead of one, in UTF-8 with a byte-order mark instead of GB18030: nothing that is published changes", async () => {
  const inThree = (lines: readonly string[]) => [0, 1, 2].map((part) => lines.filter((_, i) => i % 3 === part));
  const other = await publishedOf("other", (lines) => inThree(shuffle(lines)), "utf-8");
  expect(differing(other)).toEqual([]);
});

const differing = (published: typeof first): string[] =>
  Object.keys(first).filter(
    (table) => !aboutFiles.test(table) && JSON.stringify(first[table]) !== JSON.stringify(published[table]),
  );

/** The made-up company's CRM and tickets, its files cut and written anew. */
async function publishedOf(
  name: string,
  cut: (lines: readonly string[]) => readonly (readonly string[])[],
  encoding: string,
): Promise<typeof first> {
  const folder = join(temp, name);
  for (const part of ["report.yaml", "reference", "rules"])
    cpSync(join(data, part), join(folder, part), {recursive: true});
  mkdirSync(join(folder, "mappings"), {recursive: true});
  const mapping = readFileSync(join(data, "mappings/crm.yaml"), "utf8")
    .replace(/files: crm\/(\w+)\.csv/g, "files: crm/$1*.csv")
    .replace(/encoding: gb18030/g, `encoding: ${encoding}`);
  writeFileSync(join(folder, "mappings/crm.yaml"), mapping);
  writeFileSync(join(folder, "mappings/helpdesk.yaml"), ticketMapping());
  mkdirSync(join(folder, "exports/crm"), {recursive: true});
  for (const entity of crm) {
    const text = new TextDecoder("gb18030").decode(readFileSync(join(data, `exports/crm/${entity}.csv`)));
    write(join(folder, `exports/crm/${entity}`), {text, cut, encode: encoding === "utf-8" ? utf8 : gb18030});
  }
  mkdirSync(join(folder, "exports/helpdesk"), {recursive: true});
  const tickets = "exports/helpdesk/tickets_2025-11_2026-10";
  write(join(folder, tickets), {
    text: readFileSync(join(data, `${tickets}.csv`), "utf8").replace(/^\uFEFF/, ""),
    cut,
    encode: utf8,
  });
  return (await readReport(folder, {temp, progress: silentProgress})).published;
}

/** The help desk's tickets alone. */
function ticketMapping(): string {
  const text = readFileSync(join(data, "mappings/helpdesk.yaml"), "utf8");
  const [head, ...tables] = text.split(/(?=^ {2}- entity: )/m);
  return (
    head +
    tables
      .find((table) => table.startsWith("  - entity: tickets\n"))!
      .replace(/files: .*/, 'files: "helpdesk/tickets_*.csv"')
  );
}

function write(
  path: string,
  {
    text,
    cut,
    encode,
  }: {
    text: string;
    cut: (lines: readonly string[]) => readonly (readonly string[])[];
    encode: (text: string) => Uint8Array;
  },
): void {
  const [header, ...lines] = records(text);
  // A page exported twice is left out: it counts as so many repeated rows.
  // Totals stand at the foot, and a row that breaks off ends its file: both stay where they are, in the last part.
  const whole = [...new Set(lines)].filter((line) => fields(line) === fields(header!) && !line.startsWith("合计"));
  const kept = new Set(whole);
  const rest = lines.filter((line) => !kept.has(line) && line.trim() !== "");
  const parts = cut(whole);
  for (const [i, part] of parts.entries()) {
    const foot = i === parts.length - 1 ? rest : [];
    writeFileSync(
      `${path}${parts.length > 1 ? `_${i}` : ""}.csv`,
      encode([header, ...part, ...foot].join("\r\n") + "\r\n"),
    );
  }
}

/** Lines of CSV, a line break within quotes being none. */
function records(text: string): string[] {
  const list: string[] = [];
  let open = "";
  for (const line of text.split(/\r?\n/)) {
    open = open === "" ? line : `${open}\n${line}`;
    if ((open.match(/"/g)?.length ?? 0) % 2 === 0) {
      list.push(open);
      open = "";
    }
  }
  return list;
}

const fields = (line: string): number => line.replace(/"[^"]*"/g, "").split(",").length;

function shuffle(lines: readonly string[]): string[] {
  const random = seededRandom(20261031);
  return lines
    .map((line) => ({line, key: random()}))
    .sort((a, b) => a.key - b.key)
    .map(({line}) => line);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(`\uFEFF${text}`);
