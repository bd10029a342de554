import type {Flag} from "../marts/shape/flag.js";
import type {Unit} from "../words/unit.js";

export interface Point {
  /** null where suppressed or absent. */
  readonly value: number | null;
  /** Ends of the 95 % interval; absent where the value is a plain count. */
  readonly lo?: number | null;
  readonly hi?: number | null;
  /** Base of the value: answers, customers, tickets … */
  readonly n?: number | null;
  readonly flag?: Flag;
}

export interface Series {
  readonly id: string;
  readonly name: string;
  /** One point per category, in the same order. */
  readonly points: readonly Point[];
  /** "main" is drawn in the strong colour, "context" in grey; defaults to the palette in order. */
  readonly role?: "main" | "context";
}

/**
 * dots: value and interval per category (horizontal) · bars: horizontal bars from 0 · columns: vertical bars from 0 ·
 * stacked: parts of 100 % per category · lines: months, with band or interval bars · steps: survival curve on a
 * number axis · funnel: share against n with limits · scatter: one value against another, each with its interval ·
 * sankey: from → to flows · table: rows only.
 */
export type Form =
  | "dots"
  | "bars"
  | "columns"
  | "stacked"
  | "lines"
  | "steps"
  | "funnel"
  | "scatter"
  | "sankey"
  | "table";

export interface TableColumn {
  readonly id: string;
  readonly label: string;
  /** "text" is left-aligned; a unit formats and right-aligns; "id" is a number that names something: a row of a file. */
  readonly unit: Unit | "text" | "date" | "month" | "id";
}

export interface FigureTable {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** A line across the chart, with its name. */
export interface Reference {
  readonly value: number;
  readonly label: string;
  /** Where it changed on the way: one per category, null where there was none; `value` is the last. */
  readonly values?: readonly (number | null)[];
}

/** Limits of what chance alone gives, month by month; null where a month has none. */
export interface Control {
  readonly label: string;
  readonly lower: {readonly name: string; readonly values: readonly (number | null)[]};
  readonly upper: {readonly name: string; readonly values: readonly (number | null)[]};
}

/** From left to right: where each category of a scatter chart stands. Its series say how high. */
export interface Across {
  readonly unit: Unit;
  /** One per category, in the same order. */
  readonly points: readonly Point[];
  readonly reference?: Reference;
  /** A straight line, in the units of both axes. */
  readonly line?: {
    readonly label: string;
    readonly from: readonly [number, number];
    readonly to: readonly [number, number];
  };
}

/** What a title calls the most or the least, so that it can be looked up in the table. */
export interface Claim {
  readonly is: "highest" | "lowest";
  /** The column in which it is, by id. */
  readonly of: string;
  /** Who is said to be it, each by a text of its row, or by two in the form "a · b". */
  readonly rows?: readonly string[];
  /** The number that is said, where no row is named. */
  readonly value?: number;
  /** Only rows with one of these texts are in the running; defaults to all. */
  readonly among?: readonly string[];
}

/**
 * One figure, many faces. A figure is a finding with its evidence, in one language, as plain data:
 * the page, the picture, the slide, the sheet and the CSV all render this object and nothing else.
 */
export interface Figure {
  /** kebab-case, the same in every language: names the files of all downloads. */
  readonly id: string;
  /** The finding as a sentence, without a full stop. */
  readonly title: string;
  /** What the title calls the most or the least. */
  readonly claims?: readonly Claim[];
  /** Measure, population, period. */
  readonly subtitle: string;
  readonly form: Form;
  readonly unit: Unit;
  /** Axis labels; months as "2026-10", numbers as text for the number axis of `steps`. */
  readonly categories: readonly string[];
  readonly category_kind: "text" | "month" | "number";
  /** Axis titles; the value axis may do without. */
  readonly category_title?: string;
  readonly value_title?: string;
  readonly series: readonly Series[];
  /** Categories that the title names as bad news: the only coloured ones of a ranked chart. */
  readonly focus?: readonly string[];
  /** Categories of which nothing is known, only how many they are: bars with a dashed edge. */
  readonly unknown?: readonly string[];
  /** A line across the chart: a target, or the value of the rest. */
  readonly reference?: Reference;
  /** Only for bars: the share of the whole that each bar and those above it make, drawn as a line (Pareto). */
  readonly cumulative?: {readonly label: string; readonly values: readonly number[]};
  /** Control limits beside a line of months. */
  readonly control?: Control;
  /** Only for scatter. */
  readonly across?: Across;
  /** Dated notes drawn on month axes; `is_break` also cuts the line there. */
  readonly marks?: readonly {readonly category: string; readonly label: string; readonly is_break?: boolean}[];
  /** Only for sankey. */
  readonly flows?: readonly Flow[];
  readonly table: FigureTable;
  readonly n: number;
  /** Interval or test by its name, e.g. "Wilson 95 %, clustered by customer". */
  readonly method: string;
  /** Ids of the catalogue (`src/metrics/catalogue.ts`) that define what is shown. */
  readonly metrics: readonly string[];
  /** Published tables the figure was made from. */
  readonly marts: readonly string[];
  /** The kinds of record it was made from, where its tables and metrics do not say it. */
  readonly sources?: readonly string[];
  /** How its numbers are reckoned, with this month's numbers: sums that a reader can redo. */
  readonly worked?: readonly string[];
  /** Two or three caveats, shown on top. */
  readonly notes: readonly string[];
  /** What the analyst says of it, with name and date: always in sight. */
  readonly remarks?: readonly string[];
  /** Where the records behind its number of the month are listed one by one. */
  readonly records?: {readonly href: string; readonly text: string};
  /** Text alternative: what the chart shows, with its main numbers. */
  readonly alt: string;
}

/** Stands where a figure would, when its sources are not in the report folder. */
export interface MissingFigure {
  readonly id: string;
  readonly missing: readonly string[];
  /** What is missing, and what would appear here. */
  readonly message: string;
  /** The same in three: what is missing, what would appear, the end of the sentence; neighbours alike are told once. */
  readonly parts: readonly [before: string, shows: string, after: string];
}

export type FigureOrMissing = Figure | MissingFigure;

/** All figures of a report in one language, by id. */
export type DrawnFigures = Readonly<Record<string, FigureOrMissing>>;

export const isMissing = (figure: FigureOrMissing): figure is MissingFigure => "missing" in figure;
