import {constants, crc32, deflateSync} from "node:zlib";

/**
 * A PNG of opaque RGBA pixels, each an index into a palette: charts have few colours, and where the edges of letters make
 * more than 256, the rarest become the one nearest to them.
 */
export function pngFile(rgba: Uint8Array, {width, height}: Size): Uint8Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  const pixels = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  const {lines, palette} = indexPixels(pixels, {width, height}) ?? indexPixels(fewerColours(pixels), {width, height})!;
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

/** Rows of palette indexes, each as what it adds to the one above; undefined where there are too many colours. */
function indexPixels(pixels: Uint32Array, {width, height}: Size): {lines: Uint8Array; palette: Uint8Array} | undefined {
  const lines = new Uint8Array((width + 1) * height);
  const indexOf = palette();
  let above = new Uint8Array(width);
  let own = new Uint8Array(width);
  let [colour, index] = [-1, 0];
  for (let row = 0; row < height; row++) {
    const [from, to] = [row * width, row * (width + 1)];
    lines[to] = 2; // the filter: what is added to the row above
    if (row > 0 && isRepeated(pixels, {from, width})) continue;
    for (let column = 0; column < width; column++) {
      const next = pixels[from + column]!;
      if (next !== colour) {
        colour = next;
        index = indexOf.find(colour);
        if (index === most) return undefined;
      }
      own[column] = index;
      lines[to + 1 + column] = index - above[column]!;
    }
    [above, own] = [own, above];
  }
  return {lines, palette: indexOf.bytes()};
}

/** Whether a row is the one above it again, as in the empty parts of a chart. */
const isRepeated = (pixels: Uint32Array, {from, width}: {from: number; width: number}): boolean => {
  const bytes = (at: number) => Buffer.from(pixels.buffer, pixels.byteOffset + 4 * at, 4 * width);
  return bytes(from).equals(bytes(from - width));
};

/** Numbers colours in the order in which they come; a table of hashes, since a Map takes twice as long. */
function palette(): {find: (colour: number) => number; bytes: () => Uint8Array} {
  const places = 1024;
  const [known, numbers] = [new Uint32Array(places), new Int16Array(places).fill(-1)];
  const colours: number[] = [];
  return {
    find: (colour) => {
      let place = Math.imul(colour, 0x9e3779b1) >>> 22;
      for (; numbers[place] !== -1; place = (place + 1) % places) if (known[place] === colour) return numbers[place]!;
      if (colours.length === most) return most;
      known[place] = colour;
      numbers[place] = colours.length;
      return colours.push(colour) - 1;
    },
    bytes: () => new Uint8Array(Uint32Array.from(colours).buffer).filter((_, part) => part % 4 !== 3),
  };
}

/** The picture with its 256 most frequent colours. */
function fewerColours(pixels: Uint32Array): Uint32Array {
  const kept = [...coloursOf(pixels)].sort(([, one], [, other]) => other - one).map(([colour]) => colour);
  const rare = new Map(kept.splice(most).map((colour) => [colour, nearest(colour, kept)]));
  const fewer = new Uint32Array(pixels.length);
  let [colour, shown] = [-1, -1];
  for (let at = 0; at < pixels.length; at++) {
    const next = pixels[at]!;
    if (next !== colour) {
      colour = next;
      shown = rare.get(next) ?? next;
    }
    fewer[at] = shown;
  }
  return fewer;
}

/** How many pixels each colour has. */
function coloursOf(pixels: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  let start = 0;
  let colour = pixels[0]!;
  const count = (end: number) => counts.set(colour, (counts.get(colour) ?? 0) + end - start);
  for (let at = 1; at < pixels.length; at++) {
    const next = pixels[at]!;
    if (next === colour) continue;
    count(at);
    colour = next;
    start = at;
  }
  count(pixels.length);
  return counts;
}

function nearest(colour: number, kept: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  let found = colour;
  for (const other of kept) {
    const red = (colour & 255) - (other & 255);
    const green = ((colour >> 8) & 255) - ((other >> 8) & 255);
    const blue = ((colour >> 16) & 255) - ((other >> 16) & 255);
    const distance = red * red + green * green + blue * blue;
    if (distance >= least) continue;
    least = distance;
    found = other;
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
