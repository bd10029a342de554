import type {Unit} from "../../words/unit.js";

/**
 * How a tile stands: missed or met by the month; missed or met over twelve months only; too close to call; surely changed
 * for the worse or the better (no target); nothing sure to say; too few; withheld; a month not whole; no number.
 */
export type TileState =
  | "bad"
  | "good"
  | "bad-year"
  | "good-year"
  | "unsure"
  | "worse"
  | "better"
  | "plain"
  | "few"
  | "withheld"
  | "partial"
  | "missing";

/** A number to compare with: last month, the same month last year, twelve months, the target. */
export interface TileCell {
  readonly id: "month" | "year" | "window" | "target";
  readonly label: string;
  readonly value: string;
  /** "~" where no change can be told, "↑" and "↓" where the value now is surely higher or lower; "" where neither applies. */
  readonly mark: "" | "~" | "↑" | "↓";
  /** Twelve months that surely miss the target, or a sure change for the worse. */
  readonly isBad: boolean;
  /** The same as a number, in the unit of the tile. */
  readonly number: number;
}

/** One month of a spark line; null where there is no point. */
export interface SparkPoint {
  readonly month: string;
  readonly value: number | null;
  readonly lo: number | null;
  readonly hi: number | null;
  /** Not whole or not final: a dashed box stands for it, never a point. */
  readonly isOpen: boolean;
}

export interface Spark {
  readonly unit: Unit;
  readonly points: readonly SparkPoint[];
  readonly target?: number;
  /** Where the target changed on the way: one per month, null where there was none. */
  readonly targets?: readonly (number | null)[];
  /** Where the line is cut: the first month counted otherwise than before. */
  readonly breaks?: readonly number[];
  /** Where the month spoken of stands, and the same month a year before. */
  readonly now: number;
  readonly yearAgo?: number;
  readonly alt: string;
}

/** A measure of the overview with all that is needed to read it; texts are ready to show. */
export interface Tile {
  readonly id: string;
  /** Names the month where it is not the report's: "Monthly churn, Sep". */
  readonly label: string;
  readonly value: string;
  /** Interval and base: "89.6–94.4% · 470 calls". */
  readonly small: string;
  /** Of those asked how many answered: "参评率 25.8%"; nothing but for answers to surveys. */
  readonly response?: string;
  /** The value and the ends of its interval as numbers; null where there is none to show. */
  readonly number: {
    readonly unit: Unit;
    readonly value: number | null;
    readonly lo: number | null;
    readonly hi: number | null;
  };
  /** Which way is good; "neither" for what only counts. */
  readonly better: "up" | "down" | "neither";
  readonly state: TileState;
  /** In words, at most six. */
  readonly verdict: string;
  /** Target, owner and date as one line, for slide and sheet; "" without a target. */
  readonly target: string;
  readonly cells: readonly TileCell[];
  readonly spark?: Spark;
  /** In place of a spark line where the records have no dates: the groups furthest off. */
  readonly groups?: readonly {
    readonly name: string;
    readonly text: string;
    readonly number: number;
    readonly share: number;
    /** The first of those furthest behind; the largest of several is no bad news. */
    readonly isWorst: boolean;
  }[];
  readonly href: string;
  /** Where its groups stand; defaults to href. */
  readonly groupsHref?: string;
  /** Where the records behind the value are listed, and what they are. */
  readonly records?: {readonly href: string; readonly text: string};
}
