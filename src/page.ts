import type {Language} from "./words/language.js";

/** A page of the report: its file name under src/zh and src/en, and the figures it shows, in order. */
export interface Page {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly figures: readonly string[];
  /** At most five that answer the page's question, each with the part of it that it answers; the others are folded. */
  readonly front?: readonly {
    readonly figure: string;
    readonly asks: Readonly<Record<Language, string>>;
    /** Of a table, the columns beside the first that tell most, in order; defaults to what has room, without limits. */
    readonly columns?: readonly string[];
  }[];
  /** The main ones, which get a slide in the deck; defaults to all. */
  readonly slides?: readonly string[];
  /** Passages of sentences, in order. */
  readonly passages: readonly string[];
  /** Records that feed it; a missing one is announced on top. */
  readonly needs: readonly string[];
}
