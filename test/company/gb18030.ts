/** Encodes to GB18030 by turning the decoder's own table round; two-byte characters only, the others are refused. */
export function gb18030(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  let length = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    if (code < 0x80) {
      bytes[length++] = code;
      continue;
    }
    const pair = table.get(letter);
    if (pair === undefined) throw new Error(`no two-byte GB18030 code for "${letter}"`);
    bytes[length++] = pair >> 8;
    bytes[length++] = pair & 0xff;
  }
  return bytes.slice(0, length);
}

const table = buildTable();

function buildTable(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder("gb18030");
  const map = new Map<string, number>();
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const letter = decoder.decode(new Uint8Array([lead, trail]));
      if ([...letter].length === 1 && letter !== "\ufffd" && !map.has(letter)) map.set(letter, lead * 256 + trail);
    }
  return map;
}
