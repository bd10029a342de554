/** Why a published number is another one now. */
export interface RestatedReason {
  /**
   * late: records that were not there · removed: records no longer there · corrected: records that say something else ·
   * settings: a mapping, rule, reference file or definition changed · program: another version counted it · later: what
   * happened since (closing, renewing) changed how it stands.
   */
  readonly kind: "late" | "removed" | "corrected" | "settings" | "program" | "later";
  /** Kind of record, for the first three. */
  readonly entity?: string;
  /** The exported file, or the files of settings. */
  readonly file?: string;
  /** How many records. */
  readonly records?: number;
  /** Their first rows in the file, where they are known one by one. */
  readonly rows?: readonly number[];
}

/** A number of an earlier edition that is no longer the same. */
export interface Restated {
  /** The edition that said it, e.g. "2026-09". */
  readonly edition: string;
  readonly table: string;
  /** The column, or the metric of the catalogue. */
  readonly measure: string;
  readonly month: string;
  /** As published, and as it is now. */
  readonly was: number | null;
  readonly is: number | null;
  readonly reasons: readonly RestatedReason[];
}

/** What is known of earlier editions of a report. */
export interface PastEditions {
  /** The editions before this report, oldest first. */
  readonly editions: readonly {readonly id: string; readonly month: string}[];
  readonly restated: readonly Restated[];
}
