import type {Bilingual} from "../../../src/words/language.js";
import type {EntityName} from "../../mapping/entities/entities.js";
import type {ColumnProfile} from "../cells/profile.js";

/** What is known of a table before anything is said about it. */
export interface Shape {
  readonly profiles: readonly ColumnProfile[];
  readonly rows: number;
  /** File and sheet name. */
  readonly name: string;
  /** What a second header line says of a column, by header. */
  readonly texts?: ReadonlyMap<string, string>;
}

export interface ProposedColumn {
  readonly column: string;
  readonly profile: ColumnProfile;
  /** 0 … 1: how sure we are. */
  readonly confidence: number;
  /** A clock time that stands in a column of its own beside the date. */
  readonly clock?: ColumnProfile;
  /** What a known system's mapping says of the column; goes before what the cells look like. */
  readonly known?: KnownColumn;
}

/** What is known of a column of a known system. */
export interface KnownColumn {
  readonly values?: Readonly<Record<string, string>>;
  readonly date?: readonly string[];
  readonly split?: string;
  readonly na?: readonly string[];
  readonly unit?: string | number;
}

/** From here on a column is proposed as it is; below, as a comment. */
export const sureEnough = 0.7;

/** A question column of a wide survey file. */
export interface ProposedItem {
  readonly code: string;
  readonly profile: ColumnProfile;
  readonly question: "csat" | "nps" | "ces" | "rating";
  readonly scale: readonly [number, number];
  readonly na: readonly string[];
  readonly values: Readonly<Record<string, number>>;
  readonly unknown: readonly string[];
  /** Whether the scale is known; else it is proposed as a comment. */
  readonly isSure: boolean;
  /** What the question asks, where the file says more than the header. */
  readonly text: string;
}

export interface ProposedTable {
  readonly entity: EntityName;
  readonly columns: readonly ProposedColumn[];
  readonly items: readonly ProposedItem[];
  /** The same for every record. */
  readonly constants: Readonly<Record<string, string>>;
  /** Which rows are records of this kind. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly fold?: {readonly by: string; readonly take: "first" | "last"};
  /** Why the table is read so, where it does not follow from the columns. */
  readonly notes: readonly Bilingual[];
}

/** A column that is sure enough to be read. */
export const columnOf = (columns: readonly ProposedColumn[], name: string): ProposedColumn | undefined =>
  columns.find(({column, confidence}) => column === name && confidence >= sureEnough);

/** The headers a table reads, or names in a comment. */
export const headersOf = ({columns, items, where}: ProposedTable): string[] => [
  ...columns.flatMap(({profile, clock}) => [profile.header, ...(clock ? [clock.header] : [])]),
  ...items.map(({profile}) => profile.header),
  ...Object.keys(where ?? {}),
];
