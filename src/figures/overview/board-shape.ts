import type {Unit} from "../../words/unit.js";
import type {Tile} from "./tile-shape.js";

/** A line that leads to its figure. `head` is said in bold before it. */
export interface BoardLine {
  readonly head?: string;
  readonly text: string;
  readonly href: string;
}

/** A finding that matters most, with a picture small enough to be read at a glance. */
export interface Matter extends BoardLine {
  readonly head: string;
  /** A few words for the title of the page: "a new fault". */
  readonly short: string;
  /** The finding as one would say it aloud, without a full stop. */
  readonly said: string;
  /** What is being done about it, who and by when; "" where nothing is known of that. */
  readonly act: string;
  readonly picture: Picture;
  /** How a group stands all along, and no news of the month, as a line under a heading that says how long; absent for news. */
  readonly line?: string;
}

/** Columns by month, or bars; the last one is what the finding is about. */
export interface Picture {
  readonly form: "columns" | "bars";
  /** Of the values; defaults to counts. */
  readonly unit?: Unit;
  readonly bars: readonly {readonly label: string; readonly value: number; readonly text: string}[];
  /** What the others were, in words: "none in 12 months". */
  readonly note: string;
  readonly alt: string;
}

export type Direction = "worse" | "better" | "moved" | "weak" | "unsure";

export interface Act {
  /** "31 days late", "by 15 Nov". */
  readonly when: string;
  readonly isLate: boolean;
  /** Waits for somebody to decide, not to do. */
  readonly isDecision: boolean;
  readonly what: string;
  readonly who: string;
  readonly href: string;
}

/** Lines that say the same of different things. */
export interface ChangedGroup {
  readonly direction: Direction;
  /** How long what is weak has been so: "近 12 个月", "over 12 months"; "" for records without dates. */
  readonly period?: string;
  readonly lines: readonly BoardLine[];
}

/** The manager's page: what matters most, how the measures stand, what changed, who must act, what is missing. */
export interface Board {
  readonly title: string;
  /** Three sentences to say aloud: what is new, where it hurts, how the targets stand. */
  readonly said: readonly string[];
  /** "4 of 8 targets missed, 3 others in a year"; "" where none surely is. */
  readonly missed: string;
  readonly matters: readonly Matter[];
  readonly tiles: readonly Tile[];
  /** Measures with a target that have no tile of their own. */
  readonly further: readonly Tile[];
  /** Every measure that the records give, in order: those with a place first. */
  readonly measures: readonly Tile[];
  readonly changed: readonly ChangedGroup[];
  readonly acts: readonly Act[];
  readonly missing: readonly BoardLine[];
}
