import {type Figure, type FigureOrMissing, isMissing} from "../../../src/figures/figure.js";
import type {Board} from "../../../src/figures/overview/board-shape.js";
import type {BriefFinding} from "../../../src/figures/overview/brief-findings.js";
import type {Briefing} from "../../../src/figures/overview/briefing.js";
import type {Bilingual, Language} from "../../../src/words/language.js";
import type {ReportSettings} from "../../report/folder.js";

export type DownloadKind = ReportSettings["downloads"][number];

/** All that the downloads are made from: what the pages show, and where it came from. */
export interface DownloadInput {
  readonly report: {
    readonly company: Bilingual /** e.g. "2026-10" */;
    readonly month: string;
    readonly time_zone: string;
  };
  readonly languages: readonly Language[];
  /** Kinds of files that were asked for. */
  readonly wanted: readonly DownloadKind[];
  /** In the order of the pages; each is a section of the deck. `passages` are texts shown before the figures. */
  readonly sections: readonly {
    readonly id: string;
    readonly title: Bilingual;
    readonly figures: readonly string[];
    /** The figures that get a slide; defaults to all of them. */
    readonly slides?: readonly string[];
    readonly passages?: readonly string[];
  }[];
  readonly figures: Readonly<Record<Language, FiguresOfLanguage>>;
  readonly definitions: readonly Definition[];
  readonly sources: readonly SourceFile[];
  /** Folder of the published tables as Parquet, when they are there. */
  readonly martsParquet?: Promise<string>;
  /** A company's own pptx: its master, layouts, colours and fonts are used. */
  readonly template?: string;
  /** Told what the reader should know, such as placeholders that the template lacks. */
  readonly onMessage?: (message: Bilingual) => void;
}

export interface FiguresOfLanguage {
  readonly figures: Readonly<Record<string, FigureOrMissing>>;
  readonly passages: Readonly<Record<string, readonly string[]>>;
  /** Numbers that stand on a page of their own, by section. */
  readonly boards?: Readonly<Record<string, Board>>;
  /** Reports as text for mail or chat, by page. */
  readonly letters?: Readonly<Record<string, {readonly text: string}>>;
  /** What the deck opens with. */
  readonly briefing?: Briefing & {readonly said: readonly string[]; readonly findings: readonly BriefFinding[]};
}

export interface Definition {
  readonly id: string;
  readonly name: Bilingual;
  readonly formula: Bilingual;
  readonly unit: string;
}

export interface SourceFile {
  readonly file: string;
  /** Which records it holds. */
  readonly entity: string;
  readonly sha256: string;
  readonly rows_in: number;
  readonly rows_kept: number;
  readonly rows_rejected: number;
}

/** Last day of the report's month: the date that every file carries. */
export const monthEnd = (month: string): string => {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year ?? 1970, number ?? 1, 0)).toISOString().slice(0, 10);
};

/** Each figure once, in the order of the pages. */
export const figuresOf = (input: DownloadInput, language: Language): Figure[] =>
  [...new Set(input.sections.flatMap(({figures}) => figures))].flatMap((id) => {
    const figure = input.figures[language].figures[id];
    // The id names files: nothing but a plain name may get there.
    return figure && !isMissing(figure) && /^[a-z0-9][a-z0-9-]*$/.test(figure.id) ? [figure] : [];
  });
