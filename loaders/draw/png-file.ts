import {constants, crc32, deflateSync} from "node:zlib";

/**
 * A PNG of opaque RGBA pixels, each an index into a palette: charts have few colours, and where the edges of letters make
 * more than 256, the rarest become the one nearest to them.
 */
export function pngFile(rgba: Uint8Array, {width, height}: Size): Uint8Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  const pixels = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  const {palette, indexOf} = paletteOf(coloursOf(pixels, {width, height}));
  const lines = indexPixels(pixels, {width, height}, indexOf);
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

let held = new Uint8Array();

/** Empty bytes for the lines of one picture, the same ones each time: new ones cost more than to fill them. */
function linesOf(length: number): Uint8Array {
  if (held.length < length) held = new Uint8Array(length);
  return held.subarray(0, length).fill(0);
}

/** Rows of palette indexes, each as what it adds to the one above. */
function indexPixels(pixels: Uint32Array, {width, height}: Size, indexOf: ColourTable): Uint8Array {
  const lines = linesOf((width + 1) * height);
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
        index = indexOf.read(colour);
      }
      own[column] = index;
      lines[to + 1 + column] = index - above[column]!;
    }
    [above, own] = [own, above];
  }
  return lines;
}

/** Whether a row is the one above it again, as in the empty parts of a chart. */
const isRepeated = (pixels: Uint32Array, {from, width}: {from: number; width: number}): boolean => {
  const bytes = (at: number) => Buffer.from(pixels.buffer, pixels.byteOffset + 4 * at, 4 * width);
  return bytes(from).equals(bytes(from - width));
};

/** How many pixels each colour has; a row that repeats the one above it is not counted again. */
function coloursOf(pixels: Uint32Array, {width, height}: Size): ColourTable {
  const counts = colourTable();
  for (let row = 0; row < height; row++) {
    const from = row * width;
    if (row > 0 && isRepeated(pixels, {from, width})) continue;
    let [colour, start] = [pixels[from]!, from];
    for (let at = from + 1; at < from + width; at++) {
      const next = pixels[at]!;
      if (next === colour) continue;
      counts.write(colour, counts.read(colour) + at - start);
      [colour, start] = [next, at];
    }
    counts.write(colour, counts.read(colour) + from + width - start);
  }
  return counts;
}

/** The 256 most frequent colours as a palette, and the index that each colour of the picture has there. */
function paletteOf(counts: ColourTable): {palette: Uint8Array; indexOf: ColourTable} {
  const colours = counts.colours().sort((one, other) => counts.read(other) - counts.read(one));
  const kept = colours.slice(0, most);
  const indexOf = colourTable();
  kept.forEach((colour, index) => {
    indexOf.write(colour, index);
  });
  for (const colour of colours.slice(most)) indexOf.write(colour, nearest(colour, kept));
  const palette = new Uint8Array(Uint32Array.from(kept).buffer).filter((_, part) => part % 4 !== 3);
  return {palette, indexOf};
}

/** A number for each colour, 0 where none was written. A table of hashes, since a Map takes twice as long. */
interface ColourTable {
  read(colour: number): number;
  write(colour: number, number: number): void;
  /** In the order in which they were first written. */
  colours(): number[];
}

function colourTable(): ColourTable {
  let bits = 10;
  let [known, numbers] = [new Float64Array(2 ** bits).fill(-1), new Uint32Array(2 ** bits)];
  const colours: number[] = [];
  const placeOf = (colour: number): number => {
    let place = Math.imul(colour, 0x9e3779b1) >>> (32 - bits);
    while (known[place] !== colour && known[place] !== -1) place = (place + 1) & (2 ** bits - 1);
    return place;
  };
  const grow = (): void => {
    const [colour, number] = [known, numbers];
    bits++;
    [known, numbers] = [new Float64Array(2 ** bits).fill(-1), new Uint32Array(2 ** bits)];
    for (const [place, each] of colour.entries()) {
      if (each === -1) continue;
      const to = placeOf(each);
      known[to] = each;
      numbers[to] = number[place]!;
    }
  };
  return {
    read: (colour) => numbers[placeOf(colour)]!,
    write(colour, number) {
      const place = placeOf(colour);
      numbers[place] = number;
      if (known[place] === colour) return;
      known[place] = colour;
      colours.push(colour);
      if (colours.length > 2 ** (bits - 1)) grow();
    },
    colours: () => [...colours],
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
