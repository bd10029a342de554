import {statSync} from "node:fs";

/** A buffer to read a file through: as large as asked, but no larger than the file. */
export const chunkFor = (path: string, size: number): Buffer =>
  Buffer.allocUnsafe(Math.max(16, Math.min(size, statSync(path).size + 1)));
