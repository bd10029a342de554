/** One number of the overview, with what is needed to read it. All texts are ready to show. */
export interface Card {
  readonly label: string;
  /** The number as written, e.g. "86.1%". */
  readonly value: string;
  /** Its 95 % interval as written, e.g. "83.0–88.4%". */
  readonly interval?: string;
  /** Base of the value, and what it counts: "470 通来电". */
  readonly base?: string;
  /** Change against the month before, in words. */
  readonly change?: string;
  /** Against the target; drawn as a word and a shape, never by colour alone. */
  readonly verdict?: "good" | "bad" | "same" | "unknown";
  /** The target, who owns it and until when, as written. */
  readonly target?: string;
  /** What it means, one sentence. */
  readonly sentence: string;
  /** Page, or page and figure, that explains it, e.g. "complaints.html#complaint-rate". */
  readonly href?: string;
}
