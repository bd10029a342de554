import type {Language} from "./language.js";
import type {Note} from "./note.js";
import type {PastEditions} from "./restated.js";
import type {Target} from "./target.js";

/** What words need to know of a report, in one language: its names, months and rules, without its numbers. */
export interface Report {
  readonly language: Language;
  readonly company: string;
  /** What amounts are in, as report.yaml says. */
  readonly currency?: Readonly<Record<Language, string>>;
  /** "2026-10"; undefined where no record has a date. */
  readonly month: string | undefined;
  readonly months: readonly string[];
  readonly windowMonths: number;
  /** The label of a code, in this language, or the code itself. */
  label(reference: string, code: string): string;
  /** Kinds of record (entities) that the report folder holds. */
  readonly entities: ReadonlySet<string>;
  /** Whether single customers and records may be listed; defaults to true. */
  readonly lists?: boolean;
  /** Dated notes, drawn on every time chart. */
  readonly marks: readonly {
    readonly category: string;
    readonly label: string;
    readonly metric?: string;
    readonly is_break?: boolean;
  }[];
  /** What the analyst says beside the figures. */
  readonly notes?: readonly Note[];
  /** What earlier editions said that is another number now. */
  readonly past?: PastEditions;
  readonly targets: readonly Target[];
  /** Run rules that signals are read by besides the limits; defaults to none. */
  readonly signalRules?: readonly string[];
  /** Members of a dimension in the order they are shown, where one is given (tiers: best first). */
  order(dimension: string): readonly string[] | undefined;
  readonly churnRule: string;
}
