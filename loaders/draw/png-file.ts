import {constants, crc32, deflateSync} from "node:zlib";

/**
 * A PNG of opaque RGBA pixels, each an index into a palette: charts have few colours, and where the edges of letters make
 * more than 256, the rarest become the one nearest to them.
 */
export function pngFile(rgba: Uint8Array, {width, height}: Size): Uint8Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  const pixels = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  const runs = runsOf(pixels, {width, height});
  const {palette, indexes} = paletteOf(runs);
  const lines = linesOfRuns(runs, {width, height, indexes});
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  view.setUint8(8, 8); // bits per sample
  view.setUint8(9, 3); // palette
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("PLTE", palette),
    // Runs are all there is to find in such lines: a search for repeated pieces takes four times as long for a tenth less.
    chunk("IDAT", deflateSync(lines, {strategy: constants.Z_RLE})),
    chunk("IEND", new Uint8Array()),
  ]);
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const most = 256;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Bytes for the runs and for the lines of one picture, the same ones each time: new ones cost more than to fill them. */
const held = {runs: new Uint32Array(), lines: new Uint8Array()};

/** Pixels of one colour beside each other; a row that repeats the one above it has none. */
interface Runs {
  /** Two numbers for each: its colour, as a place in `colours`, and the column before which it ends. */
  readonly runs: Uint32Array;
  /** Where in `runs` each row ends. */
  readonly ends: Uint32Array;
  /** In the order in which they come, and how many pixels each has. */
  readonly colours: readonly number[];
  readonly counts: readonly number[];
}

function runsOf(pixels: Uint32Array, {width, height}: Size): Runs {
  const ends = new Uint32Array(height);
  const places = colourTable();
  const counts: number[] = [];
  let count = 0;
  for (let row = 0; row < height; row++) {
    const {runs} = atLeast(count + 2 * width);
    const from = row * width;
    const end = row > 0 && isRepeated(pixels, {from, width}) ? from : from + width;
    for (let at = from; at < end; ) {
      const colour = pixels[at]!;
      const start = at++;
      while (at < end && pixels[at] === colour) at++;
      const place = places.placeOf(colour);
      counts[place] = (counts[place] ?? 0) + at - start;
      runs[count++] = place;
      runs[count++] = at - from;
    }
    ends[row] = count;
  }
  return {runs: held.runs, ends, colours: places.colours, counts};
}

/** What is held, with room for so many numbers of runs: of each pixel one of its own there would be 30 MB. */
function atLeast(length: number): typeof held {
  if (held.runs.length >= length) return held;
  const more = new Uint32Array(Math.max(length, 2 * held.runs.length));
  more.set(held.runs);
  held.runs = more;
  return held;
}

/** Rows of palette indexes, each as what it adds to the one above: where nothing changes, nothing is written. */
function linesOfRuns({runs, ends}: Runs, {width, height, indexes}: Size & {indexes: Uint8Array}): Uint8Array {
  const length = (width + 1) * height;
  if (held.lines.length < length) held.lines = new Uint8Array(length);
  const lines = held.lines.subarray(0, length).fill(0);
  let above: {at: number; end: number} | undefined;
  for (let row = 0; row < height; row++) {
    const to = row * (width + 1);
    lines[to] = 2; // the filter: what is added to the row above
    const own = {at: ends[row - 1] ?? 0, end: ends[row]!};
    if (own.at === own.end) continue;
    let [at, other] = [own.at, above?.at ?? 0];
    for (let column = 0; column < width; ) {
      const stop = above ? Math.min(runs[at + 1]!, runs[other + 1]!) : runs[at + 1]!;
      const added = indexes[runs[at]!]! - (above ? indexes[runs[other]!]! : 0);
      if (added === 0) column = stop;
      else while (column < stop) lines[to + ++column] = added;
      if (runs[at + 1] === stop) at += 2;
      if (runs[other + 1] === stop) other += 2;
    }
    above = own;
  }
  return lines;
}

/** Whether a row is the one above it again, as in the empty parts of a chart. */
const isRepeated = (pixels: Uint32Array, {from, width}: {from: number; width: number}): boolean => {
  const bytes = (at: number) => Buffer.from(pixels.buffer, pixels.byteOffset + 4 * at, 4 * width);
  return bytes(from).equals(bytes(from - width));
};

/** The 256 most frequent colours as a palette, and the index there of each colour of the picture. */
function paletteOf({colours, counts}: Runs): {palette: Uint8Array; indexes: Uint8Array} {
  const order = colours.map((_, place) => place).sort((one, other) => counts[other]! - counts[one]!);
  const kept = order.slice(0, most).map((place) => colours[place]!);
  const indexes = new Uint8Array(colours.length);
  for (const [at, place] of order.entries()) indexes[place] = at < most ? at : nearest(colours[place]!, kept);
  const palette = new Uint8Array(Uint32Array.from(kept).buffer).filter((_, part) => part % 4 !== 3);
  return {palette, indexes};
}

/** The place of each colour in the order in which they come. A table of hashes, since a Map takes twice as long. */
function colourTable(): {placeOf: (colour: number) => number; colours: readonly number[]} {
  let bits = 10;
  let last = 2 ** bits - 1;
  let places = new Uint32Array(2 ** bits); // one more than the place, 0 for none
  const colours: number[] = [];
  const slotOf = (colour: number): number => {
    let slot = Math.imul(colour, 0x9e3779b1) >>> (32 - bits);
    while (places[slot] !== 0 && colours[places[slot]! - 1] !== colour) slot = (slot + 1) & last;
    return slot;
  };
  const add = (colour: number): number => {
    if (2 * colours.length > last) {
      places = new Uint32Array(2 ** ++bits);
      last = 2 ** bits - 1;
      for (const [place, each] of colours.entries()) places[slotOf(each)] = place + 1;
    }
    places[slotOf(colour)] = colours.push(colour);
    return colours.length - 1;
  };
  return {
    colours,
    placeOf(colour) {
      const place = places[slotOf(colour)]!;
      return place === 0 ? add(colour) : place - 1;
    },
  };
}

/** The index of the kept colour that is nearest to another. */
function nearest(colour: number, kept: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let found = 0;
  for (const [index, other] of kept.entries()) {
    const red = (colour & 255) - (other & 255);
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255);
    const blue = ((colour >> 16) & 255) - ((other >> 16) & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance >= least) continue;
    least = distance;
    found = index;
  }
  return found;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}
