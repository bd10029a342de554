import {closeSync, createReadStream, openSync, writeSync} from "node:fs";
import type {Encoding} from "./encoding.js";

/**
 * Writes a file again as UTF-8. Bytes that are no text in its encoding become U+FFFD, for the records to be found by.
 * Streams: no more than a few megabytes are in memory.
 */
export async function transcode(from: string, to: string, {label, bom}: Encoding): Promise<{damaged: boolean}> {
  const decoder = new TextDecoder(label, {ignoreBOM: true});
  const file = openSync(to, "w");
  let damaged = false;
  const put = (text: string) => {
    if (!damaged && text.includes("\ufffd")) damaged = true;
    const bytes = Buffer.from(text, "utf8");
    let done = 0;
    while (done < bytes.length) done += writeSync(file, bytes, done);
  };
  try {
    for await (const chunk of createReadStream(from, {start: bom, highWaterMark: 1 << 20}))
      put(decoder.decode(chunk as Buffer, {stream: true}));
    put(decoder.decode());
  } finally {
    closeSync(file);
  }
  return {damaged};
}
