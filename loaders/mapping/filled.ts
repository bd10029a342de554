import type {PersonalKindId} from "../../src/words/personal-kinds.js";
import type {Traits} from "./traits.js";

/** The raw text table that records are made of. */
export interface BaseSource {
  readonly raw: string;
  readonly rawColumns: readonly string[];
  readonly source: string;
  readonly zone: string;
  /** What stands in a column that a plain reading would miss; columns without an entry have nothing of it. */
  readonly traits?: ReadonlyMap<string, Traits>;
  /** Columns that were looked through and hold nothing personal. */
  readonly harmless?: ReadonlySet<string>;
  /** The raw table is a view of a file: each look at it reads the file. Defaults to false. */
  readonly isView?: boolean;
  /** Where records stand in the order of their file and keep no `_row`: that of the first. Defaults to each keeping its own. */
  readonly firstRow?: number;
  /** Rows are so few that each text is searched at once: to make the quick look ready would take longer. Defaults to false. */
  readonly isFew?: boolean;
  /** Personal columns that rules/privacy.yaml lets through as they are. */
  readonly keep?: readonly string[];
  /** Ids that a heading of some table says to be telephone numbers or the like: hidden whole in all of them. */
  readonly hiddenIds?: ReadonlyMap<string, PersonalKindId>;
}

/** SQL of the number of a record's row, over its base table. */
export const rowSql = ({firstRow}: Pick<BaseSource, "firstRow">): string =>
  firstRow === undefined ? "_row" : `(rowid + ${firstRow})`;

/** One canonical column: the text found in the file, under an alias, and the expression that types it. */
export interface Filled {
  readonly name: string;
  readonly cell?: string; // SQL of the text in the file after not-applicable codes
  readonly found?: string; // how that text is called where it is typed; absent for constants
  readonly typed: string; // SQL of the value
  readonly glued?: readonly string[]; // SQL of the texts that the mapping glued together, each of which is searched too
  readonly isMasked?: boolean; // masking and hashing read any text
  readonly shown?: string; // SQL of what is left of the value when what is personal in it is hidden
  readonly searchedBy?: string; // SQL of the same where its cell may hold such; it is searched for it
}
