import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {type DrawnFigures, isMissing} from "../../../src/figures/figure.js";
import {siteMissing} from "../../messages/not-built.js";
import {type Lineage, lineageOf} from "../../models/lineage.js";
import type {ReadReport} from "../../publish/report.js";
import type {Audience} from "../../report/audiences.js";
import {settingFiles} from "../../report/setting-files.js";

const project = fileURLToPath(new URL("../../..", import.meta.url));

/** A figure with all that its numbers come from, and nothing else. */
export interface FigureOrigin extends Lineage {
  readonly title: string;
  readonly n: number;
  readonly method: string;
  /** Published tables: the files of the downloads. */
  readonly tables: readonly string[];
  readonly metrics: readonly string[];
  /** Exported files that hold its kinds of record. */
  readonly files: readonly string[];
}

/**
 * What a build was made from and with; the same folder gives the same manifest, whenever and wherever. What was asked of a
 * cluster has ids of its own each time.
 */
export type BuildManifest = ReturnType<typeof buildManifest>;

/**
 * That of the report last built into a folder.
 *
 * @throws ReportError `site_missing` where none was
 */
export function builtManifest(out: string): BuildManifest {
  const path = join(out, "manifest.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as BuildManifest;
  throw siteMissing(out);
}

export function buildManifest(
  read: ReadReport,
  {
    figures,
    empty,
    editions,
    audiences,
  }: {
    figures: DrawnFigures;
    empty: readonly string[];
    /** Those that the site holds. */
    editions: readonly string[];
    audiences: readonly Pick<Audience, "name" | "label">[];
  },
) {
  const {folder, period, imported, rules, notes, graph} = read;
  return {
    company: folder.settings.company,
    month: period.month ?? null,
    months: period.months,
    languages: folder.settings.languages,
    empty_pages: empty,
    window_months: period.windowMonths,
    rules_version: rules.tiers?.version ?? null,
    built_with: builtWith(),
    inputs: imported.accounts.map(
      ({file, sheet, source, entity, sha256, rows_in, rows_kept, rows_rejected, rows_set_aside, queries}) => ({
        file,
        ...(sheet ? {sheet} : {}),
        source,
        entity,
        sha256,
        rows_in,
        rows_kept,
        rows_rejected,
        rows_set_aside,
        ...(queries ? {queries} : {}),
      }),
    ),
    unmapped: imported.unmapped,
    ...(editions.length > 0 ? {editions} : {}),
    ...(audiences.length > 0 ? {audiences: audiences.map(({name, label}) => ({name, label}))} : {}),
    settings: settingFiles(folder.path),
    notes: notes.map(({isOfMonth, ...note}) => note),
    figures: Object.fromEntries(
      Object.values(figures).flatMap((figure) => {
        if (isMissing(figure)) return [];
        const {id, title, n, method, marts: tables, metrics} = figure;
        const lineage = lineageOf(graph, {tables, metrics});
        const files = imported.accounts.filter(({entity}) => lineage.entities.includes(entity)).map(({file}) => file);
        const origin: FigureOrigin = {title, n, method, tables, metrics, ...lineage, files: [...new Set(files)].sort()};
        return [[id, origin]];
      }),
    ),
  };
}

/** The program and the libraries that a number or a picture may depend on, as they are pinned. */
function builtWith(): Record<string, string> {
  const {version, dependencies} = JSON.parse(readFileSync(join(project, "package.json"), "utf8")) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const used = ["@duckdb/node-api", "@observablehq/framework", "vega", "vega-lite"];
  return {huisheng: version, ...Object.fromEntries(used.map((name) => [name, dependencies[name] ?? ""]))};
}
