/** One value with its limits, and what it was counted from. */
export interface Estimate {
  readonly value: number;
  readonly lo: number | null;
  readonly hi: number | null;
  /** Base: answers, calls, complaints due …; absent where nothing is counted but the value itself. */
  readonly n?: number;
  /** Where the value is a count over an exposure: two of them are then compared as Poisson rates. */
  readonly events?: number;
  readonly exposure?: number;
}
