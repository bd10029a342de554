/** Writes text in encodings that Node reads but does not write, by turning its decoders round. */
/** The part of Windows-1252 that the tests use. */
const windows = new Map<string, readonly number[]>([
  ...Array.from({length: 256}, (_, byte) => [String.fromCharCode(byte), [byte]] as const),
  ["€", [0x80]],
  ["–", [0x96]],
  ["’", [0x92]],
]);
const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

function tableOf(label: string): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(label);
  if (known) return known;
  if (label === "windows-1252") return windows;
  const decoder = new TextDecoder(label);
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\ufffd" && !table.has(text)) table.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) learn([byte]);
  for (let lead = 0x81; lead < 0xff; lead++) for (let trail = 0x40; trail < 0xff; trail++) learn([lead, trail]);
  tables.set(label, table);
  return table;
}

/** @param label utf-8, utf-8-bom, utf-16le, utf-16be, gb18030, big5, windows-1252 */
export function encode(text: string, label: string): Uint8Array {
  if (label === "utf-8") return Buffer.from(text, "utf8");
  if (label === "utf-8-bom") return Buffer.from(`\ufeff${text}`, "utf8");
  if (label === "utf-16le") return Buffer.from(`\ufeff${text}`, "utf16le");
  if (label === "utf-16be") return Buffer.from(`\ufeff${text}`, "utf16le").swap16();
  const table = tableOf(label);
  return Uint8Array.from(
    [...text].flatMap((character) => {
      const bytes = table.get(character);
      if (!bytes) throw new Error(`${character} is not in ${label}`);
      return bytes;
    }),
  );
}
