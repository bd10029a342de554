import {isAscii, isUtf8} from "node:buffer";
import {closeSync, openSync, readSync} from "node:fs";

import {chunkFor} from "./chunk.js";

export interface Encoding {
  /** A WHATWG label that TextDecoder knows. */
  readonly label: string;
  /** How it was found. */
  readonly by: "bom" | "content" | "mapping";
  /** Bytes of the byte-order mark. */
  readonly bom: number;
  /** UTF-8 throughout: the file can be read as it is. */
  readonly clean: boolean;
}

const marks: readonly (readonly [string, readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const chunkSize = 1 << 22;
const sampleSize = 1 << 18;

/** The frequent characters of written Chinese, simplified and traditional, with the words of this field. */
const frequent = new Set(
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运號訂單客戶服務時間類別電話這個們來國說會對學發後過還進開關從長機無與為樣實現經麼當動無見問業兩間並應戰頭體產區報結數處義認條係氣題爾變總場書則聽卻許統隊決馬聲權記張該邊術傳師觀讓識帶導爭運投诉满意单号姓名城市地區备注原因编订购销售额门店会员渠道咨询维修退货换订登记员工客服满诉类创建状态",
);

/**
 * Finds the encoding of a file from its bytes, all of them; what is valid UTF-8 is UTF-8.
 * @param named the encoding the mapping names; then only its validity is looked at
 */
export function detectEncoding(path: string, named?: string): Encoding {
  const file = openSync(path, "r");
  try {
    const chunk = chunkFor(path, chunkSize);
    let length = readSync(file, chunk, 0, chunk.length, 0);
    const mark = marks.find(([, bytes]) => bytes.every((byte, index) => index < length && chunk[index] === byte));
    const bom = mark?.[1].length ?? 0;
    const by = named !== undefined ? "mapping" : mark ? "bom" : "content";
    const label = named ?? mark?.[0] ?? wideEncoding(chunk.subarray(0, Math.min(length, sampleSize)));
    if (label !== undefined && label !== "utf-8") return {label, by, bom: label === mark?.[0] ? bom : 0, clean: false};
    let carry = 0;
    for (let position = 0; length > 0; ) {
      position += length;
      const end = carry + length;
      // a character may be cut at the end of the chunk: leave up to three bytes for the next turn
      const cut = tail(chunk, end);
      if (!isUtf8(chunk.subarray(0, end - cut)))
        return {label: label ?? judge(chunk.subarray(0, end)), by, bom, clean: false};
      chunk.copyWithin(0, end - cut, end);
      carry = cut;
      length = readSync(file, chunk, carry, chunk.length - carry, position);
    }
    if (carry > 0) return {label: label ?? judge(chunk.subarray(0, carry)), by, bom, clean: false};
    return {label: "utf-8", by, bom, clean: true};
  } finally {
    closeSync(file);
  }
}

/** Not valid UTF-8: damaged UTF-8, or an older encoding. */
function judge(bytes: Buffer): string {
  const first = firstWide(bytes);
  const sample = bytes.subarray(Math.max(0, first - 64), first + sampleSize);
  const decoded = new TextDecoder("utf-8").decode(sample);
  const broken = decoded.split("\ufffd").length - 1;
  const good = [...decoded].filter((character) => character > "\u007f" && character !== "\ufffd").length;
  return good > 10 * broken ? "utf-8" : legacyEncoding(sample);
}

/** Bytes of a character begun but not finished at the end. */
function tail(chunk: Buffer, end: number): number {
  for (let back = 1; back <= Math.min(3, end); back++) {
    const byte = chunk[end - back]!;
    if (byte < 0x80) return 0;
    const needs = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte >= 0xc0) return back < needs ? back : 0;
  }
  return 0;
}

function firstWide(chunk: Buffer): number {
  for (let start = 0; start < chunk.length; start += 4096) {
    const block = chunk.subarray(start, start + 4096);
    if (!isAscii(block)) return start + block.findIndex((byte) => byte > 127);
  }
  return 0;
}

/** UTF-16 without a mark: zeros stand on one side of the pairs only, and there are line breaks. */
function wideEncoding(sample: Buffer): string | undefined {
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index & 1]!++;
  const [even, odd] = zeros as [number, number];
  const most = Math.max(even, odd);
  if (most < 4 || most < sample.length / 100 || Math.min(even, odd) > most / 4) return undefined;
  const label = odd > even ? "utf-16le" : "utf-16be";
  return /[\n\r]/.test(new TextDecoder(label).decode(sample)) ? label : undefined;
}

/** Which of the older encodings: by how many of the decoded characters are in daily use. */
function legacyEncoding(sample: Buffer): string {
  let alone = 0;
  let wide = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index]! < 0x80) continue;
    wide++;
    if ((sample[index - 1] ?? 0) < 0x80 && (sample[index + 1] ?? 0) < 0x80) alone++;
  }
  const scores = ["gb18030", "big5"].map((label) => ({label, score: chineseScore(sample, label)}));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  if (alone > wide / 2 && best.score < 0.5) return "windows-1252";
  if (best.score <= 0.02) {
    // valid as GB18030 but of rare characters only, or not valid at all
    const broken = new TextDecoder("gb18030").decode(sample).split("\ufffd").length - 1;
    return broken > wide / 50 || alone > wide / 4 ? "windows-1252" : "gb18030";
  }
  return best.label;
}

/** Share of frequent characters among the non-Latin ones, less what could not be decoded. */
function chineseScore(sample: Buffer, label: string): number {
  let known = 0;
  let broken = 0;
  let all = 0;
  for (const character of new TextDecoder(label).decode(sample)) {
    const code = character.codePointAt(0)!;
    if (code < 0x80) continue;
    all++;
    if (code === 0xfffd) broken++;
    else if (frequent.has(character) || (code >= 0x3000 && code <= 0x3011) || (code >= 0xff01 && code <= 0xff1f))
      known++;
  }
  return all === 0 ? 0 : (known - 4 * broken) / all;
}
