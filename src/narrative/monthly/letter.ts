/** The five parts of the monthly report, in their order: hot spots, design flaws, focus, needs, rivals. */
export type PartId = "hot" | "flaws" | "focus" | "needs" | "rivals";

/** A sentence of the monthly report, without its full stop. */
export interface Line {
  readonly text: string;
  /** Base and interval: "95% interval 374–551, n=2,367"; "" where the sentence only counts. */
  readonly evidence: string;
  /** The figure that shows it. */
  readonly href: string;
  /** Where its records are listed one by one. */
  readonly records?: string;
  /** Surely new or changed in this month; in a few words, for the line on top. */
  readonly news?: string;
}

export interface Part {
  readonly id: PartId;
  readonly name: string;
  /** Never empty: where there is nothing to report, or nothing is known, a sentence says so. */
  readonly lines: readonly Line[];
}

/** The monthly report: what is new, the five parts, what to do. The page, the deck and the mail say the same. */
export interface Letter {
  readonly title: string;
  /** What the month lacks, as it stands above every page: a letter that is mailed has no page around it. */
  readonly lacks: readonly string[];
  /** Never empty: what is surely new, how many targets are missed, or that there is neither. */
  readonly first: readonly string[];
  readonly parts: readonly Part[];
  /** Who does what by when; "" where no action is open. */
  readonly next: string;
}
