import type {EntityName} from "../mapping/entities/entities.js";
import type {FileAccount} from "../readers/intake/types.js";
import type {StayingRecords} from "./staying-shape.js";

/** What became of the rows of one file in one canonical table. */
export interface ImportAccount extends FileAccount {
  readonly source: string;
  readonly entity: EntityName;
  /** Base table the rows went to. */
  readonly table: string;
  /** SQL of the number of a record's row, over that table. */
  readonly row: string;
  rows_kept: number;
  /** Rows rejected whole, or kept with a cell that could not be read. */
  rows_with_rejects: number;
  /** Records made of the kept rows: fewer where events fold, more where question columns unfold. */
  records: number;
}

export interface Imported {
  readonly accounts: readonly ImportAccount[];
  /** Files in the exports folder that no mapping names. */
  readonly unmapped: readonly string[];
  /** Records that stay in a cluster; undefined: all are here. */
  readonly staying?: StayingRecords | undefined;
}
