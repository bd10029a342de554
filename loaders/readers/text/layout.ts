import type {Dialect} from "./parse.js";

/** What was found out about a text file before its records are read. */
export interface Layout {
  readonly path: string;
  readonly dialect: Dialect;
  readonly columns: readonly string[];
  readonly header: readonly string[];
  /** Records and bytes before the first data record, the byte-order mark included. */
  readonly recordsBefore: number;
  readonly bytesBefore: number;
  readonly linesBefore: number;
  readonly newline: "\n" | "\r\n" | "\r";
  /** Some bytes were no text. */
  readonly damaged: boolean;
}
