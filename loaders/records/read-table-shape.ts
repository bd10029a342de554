import type {BaseSource} from "../mapping/filled.js";
import type {TableMapping} from "../mapping/mapping.js";
import type {FileAccount} from "../readers/intake/types.js";
import type {Looked} from "./harmless.js";

/** One table of a mapping, read into records that are not yet counted. */
export interface ReadTable {
  readonly source: string;
  readonly table: TableMapping;
  readonly from: BaseSource;
  readonly files: readonly (FileAccount & {readonly modified: number})[];
  readonly base: string;
  /** Where its records stand in the end; its base, or that and what another table adds. */
  readonly made: string;
  /** All its canonical columns. */
  readonly select: string;
  /** SQL of each of them over the base. */
  readonly columns: ReadonlyMap<string, string>;
  /** Texts that were looked at when its records came, by column; of a file that was typed where it lies. */
  readonly looked?: ReadonlyMap<string, Looked> | undefined;
  /** Rows kept by file; of an event log before it is folded. */
  readonly kept?: ReadonlyMap<string, number>;
}
