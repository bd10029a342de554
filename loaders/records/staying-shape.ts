import type {SentTable} from "../cluster/ask.js";
import type {Pieces, Share} from "../cluster/share.js";
import type {Database} from "../database/database.js";
import type {EntityName} from "../mapping/entities/entities.js";

/** Records that stay in a cluster, and how they are asked for. */
export interface StayingRecords {
  readonly entity: EntityName;
  /** Whether the server works out once what a question names several times, when asked to. */
  readonly holdsParts: boolean;
  /** How what adds up over customers is asked for. */
  readonly pieces: Pieces;
  /** The selects of those that the report tells of, as `all_<entity>` would have them: of a share, or of all. */
  select(): Promise<(share?: Share) => string>;
  ask(question: {readonly sql: string; readonly tables?: readonly SentTable[]; readonly path: string}): Promise<void>;
  /** How many customers records name, and those that a table here lacks, each with its records. */
  customersBut(
    database: Database,
    listed: string,
  ): Promise<{source: string; ids: number; unknown: readonly {id: string; records: number}[]}>;
  /** @throws ReportError `cannot_stay` where ids of the records are told from those of another source, by what is here */
  assertSame(selects: ReadonlyMap<EntityName, readonly {readonly select: string}[]>): void;
  /** @throws ReportError `cluster_changed` where the table does not hold any more what it held when it was looked at */
  assertUnchanged(): Promise<void>;
}
