import type {Language} from "../figures/figure.js";
import type {MartRow} from "../marts/shape/mart.js";

/** What figures and sentences are made from: the published tables of one report, in one language. */
export interface ReportView {
  readonly language: Language;
  readonly company: string;
  /** What amounts are in, as report.yaml says. */
  readonly currency?: Readonly<Record<Language, string>>;
  /** "2026-10"; undefined where no record has a date. */
  readonly month: string | undefined;
  readonly months: readonly string[];
  readonly windowMonths: number;
  /** Rows of a published table; empty where it has none. */
  rows(mart: string): readonly MartRow[];
  /** The label of a code, in this language, or the code itself. */
  label(reference: string, code: string): string;
  /** Kinds of record (entities) that the report folder holds. */
  readonly entities: ReadonlySet<string>;
  /** Sources that are expected and absent this month, by name. */
  readonly missingSources: readonly string[];
  /** Dated notes, drawn on every time chart. */
  readonly marks: readonly {
    readonly category: string;
    readonly label: string;
    readonly metric?: string;
    readonly is_break?: boolean;
  }[];
  readonly targets: readonly {
    readonly metric: string;
    readonly target: number;
    readonly direction: "up" | "down";
    readonly owner?: string;
    readonly due?: string;
  }[];
  /** Members of a dimension in the order they are shown, where one is given (tiers: best first). */
  order(dimension: string): readonly string[] | undefined;
  readonly churnRule: string;
}

/** The month before, or the same month a year earlier, as "yyyy-MM". */
export function shiftMonth(month: string, by: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}
