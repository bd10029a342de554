import type {Figure, FigureTable} from "../../../src/figures/figure.js";
import type {Tile} from "../../../src/figures/overview/tile-shape.js";
import type {Language} from "../../../src/words/language.js";
import type {DownloadInput} from "../contents/input.js";
import type {LayoutKey} from "./layouts.js";
import type {Paragraph} from "./shapes.js";

/** One slide, before it is XML. */
export interface PlannedSlide {
  /** Names the slide's shapes, so that a later deck can find them: `<id> title`, `<id> chart` … */
  readonly id: string;
  readonly layout: LayoutKey;
  readonly section: string;
  readonly title: string;
  readonly subtitle?: string;
  readonly body?: readonly Paragraph[];
  /** Columns that the body runs through; defaults to 1. */
  readonly columns?: number;
  readonly figure?: Figure;
  readonly table?: FigureTable;
  readonly takeaways?: readonly Paragraph[];
  /** Measures with their two years, drawn as shapes. */
  readonly tiles?: readonly Tile[];
  /** A line of links to other slides. */
  readonly agenda?: Paragraph;
  readonly source?: string | Paragraph;
  readonly notes: readonly string[];
}

/** Where a slide stands, and what it is made from. */
export interface Place {
  readonly input: DownloadInput;
  readonly language: Language;
  readonly section: string;
  readonly source: string;
}

/** Slides after the first of a figure or text are numbered. */
export const pageId = (id: string, page: number): string => (page === 0 ? id : `${id}-${page + 1}`);

const rowsPerSlide = 13;
/** At most three slides of rows; the workbook has the others. */
export const tablePages = (table: FigureTable): FigureTable[] => {
  const pages = Math.min(3, Math.max(1, Math.ceil(table.rows.length / rowsPerSlide)));
  const rows = Math.min(rowsPerSlide, Math.ceil(table.rows.length / pages));
  return Array.from({length: pages}, (_, page) => ({
    columns: table.columns,
    rows: table.rows.slice(page * rows, (page + 1) * rows),
  }));
};
