import {existsSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";
import type {Drawn} from "../../../src/report.js";
import type {Language} from "../../../src/words/language.js";

/** A file of the downloads folder, as the downloads page lists it. */
export interface ListedDownload {
  readonly file: string;
  readonly bytes: number;
  readonly kind: string;
  readonly language?: Language;
  readonly figure?: string;
  /** Finding of the figure. */
  readonly title?: string;
}

export interface DownloadList {
  readonly files: readonly ListedDownload[];
  /** Last day of the data. */
  readonly date?: string;
}

/** What the frame says about the report. */
export interface Manifest {
  readonly company?: Readonly<Record<Language, string>>;
  readonly month?: string;
  readonly languages?: readonly Language[];
  /** Pages without anything to show, by their id. */
  readonly empty_pages?: readonly string[];
  /** Editions that the site holds, e.g. "2026-09". */
  readonly editions?: readonly string[];
  /** Sites for those who see a part of the records. */
  readonly audiences?: readonly {readonly name: string; readonly label: Readonly<Record<Language, string>>}[];
}

const empty: Drawn = {
  figures: {},
  empty: [],
  passages: {},
  said: {},
  boards: {},
  letters: {},
  briefing: {said: [], findings: []},
};

/** `read("zh")` reads `data/figures.zh.json` of a source root, again whenever it has changed. */
export function pageDataReader(root: string): (language: Language) => Drawn {
  const read = new Map<Language, {changed: number; data: Drawn}>();
  return (language) => {
    const path = join(root, "data", `figures.${language}.json`);
    if (!existsSync(path)) return empty;
    const changed = statSync(path).mtimeMs;
    const known = read.get(language);
    if (known?.changed === changed) return known.data;
    const data = {...empty, ...(JSON.parse(readFileSync(path, "utf8")) as Partial<Drawn>)};
    read.set(language, {changed, data});
    return data;
  };
}

/** `data/downloads.json` of a source root; empty where there is none. */
export function readDownloads(root: string): DownloadList {
  const path = join(root, "data", "downloads.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as DownloadList) : {files: []};
}

/** `data/manifest.json` of a source root; empty where there is none. */
export function readManifest(root: string): Manifest {
  const path = join(root, "data", "manifest.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Manifest) : {};
}
