import {closeSync, createReadStream, openSync, writeSync} from "node:fs";
import type {Encoding} from "./encoding.js";

/** The characters of Windows-1252 from 0x80 on; decoders of Node 20 give control characters there. */
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Decodes chunk by chunk; what is no text becomes U+FFFD. */
function decoderOf(label: string): (chunk?: Buffer) => string {
  const decoder = new TextDecoder(label, {ignoreBOM: true});
  const decode = (chunk?: Buffer) => (chunk ? decoder.decode(chunk, {stream: true}) : decoder.decode());
  if (decoder.encoding !== "windows-1252") return decode;
  return (chunk) => decode(chunk).replace(/[\u0080-\u009f]/g, (found) => windows[found.charCodeAt(0) - 0x80]!);
}

/**
 * Writes a file again as UTF-8. Bytes that are no text in its encoding become U+FFFD, for the records to be found by.
 * Streams: no more than a few megabytes are in memory.
 */
export async function transcode(from: string, to: string, {label, bom}: Encoding): Promise<{damaged: boolean}> {
  const decode = decoderOf(label);
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
      put(decode(chunk as Buffer));
    put(decode());
  } finally {
    closeSync(file);
  }
  return {damaged};
}
