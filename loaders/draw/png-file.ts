import {crc32, deflateSync} from "node:zlib";

/**
 * A PNG of opaque RGBA pixels. Charts have few colours: with up to 256 a pixel is an index into a palette, which makes
 * the file a third of the size in half the time; with more it is three bytes.
 */
export function pngFile(rgba: Uint8Array, {width, height}: {width: number; height: number}): Uint8Array {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  const pixels = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  const indexed = indexPixels(pixels, {width, height});
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  view.setUint8(8, 8); // bits per sample
  view.setUint8(9, indexed ? 3 : 2); // palette, or red, green and blue
  const data = deflateSync(indexed ? indexed.rows : rgbRows(pixels, {width, height}), {level: 6});
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    ...(indexed ? [chunk("PLTE", indexed.palette)] : []),
    chunk("IDAT", data),
    chunk("IEND", new Uint8Array()),
  ]);
}

const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Rows of palette indexes, each after its filter byte 0; undefined where the picture has more than 256 colours. */
function indexPixels(pixels: Uint32Array, {width, height}: Size): {rows: Uint8Array; palette: Uint8Array} | undefined {
  const rows = new Uint8Array((width + 1) * height);
  const indexOf = palette();
  let [colour, index] = [-1, 0];
  for (let row = 0; row < height; row++) {
    const [from, to] = [row * width, row * (width + 1)];
    if (row > 0 && isRepeated(pixels, {from, width})) {
      rows.copyWithin(to, to - width - 1, to);
      continue;
    }
    for (let column = 0; column < width; column++) {
      const next = pixels[from + column]!;
      if (next !== colour) {
        colour = next;
        index = indexOf.find(colour);
        if (index > 255) return undefined;
      }
      rows[to + 1 + column] = index;
    }
  }
  return {rows, palette: indexOf.bytes()};
}

/** Whether a row is the one above it again, as in the empty parts of a chart. */
const isRepeated = (pixels: Uint32Array, {from, width}: {from: number; width: number}): boolean => {
  const bytes = (at: number) => Buffer.from(pixels.buffer, pixels.byteOffset + 4 * at, 4 * width);
  return bytes(from).equals(bytes(from - width));
};

/** Numbers up to 256 colours in the order in which they come; a table of hashes, since a Map takes twice as long. */
function palette(): {find: (colour: number) => number; bytes: () => Uint8Array} {
  const places = 1024;
  const [known, numbers] = [new Uint32Array(places), new Int16Array(places).fill(-1)];
  const colours: number[] = [];
  return {
    find: (colour) => {
      let place = Math.imul(colour, 0x9e3779b1) >>> 22;
      for (; numbers[place] !== -1; place = (place + 1) % places) if (known[place] === colour) return numbers[place]!;
      if (colours.length > 255) return 256;
      known[place] = colour;
      numbers[place] = colours.length;
      return colours.push(colour) - 1;
    },
    bytes: () => new Uint8Array(Uint32Array.from(colours).buffer).filter((_, part) => part % 4 !== 3),
  };
}

function rgbRows(pixels: Uint32Array, {width, height}: Size): Uint8Array {
  const length = 3 * width + 1;
  const rows = new Uint8Array(length * height);
  const bytes = new Uint8Array(pixels.buffer, pixels.byteOffset, 4 * pixels.length);
  for (let row = 0; row < height; row++) {
    let to = row * length;
    if (row > 0 && isRepeated(pixels, {from: row * width, width})) {
      rows.copyWithin(to, to - length, to);
      continue;
    }
    to++; // the filter byte: none
    for (let from = 4 * row * width; from < 4 * (row + 1) * width; from += 4) {
      rows[to++] = bytes[from]!;
      rows[to++] = bytes[from + 1]!;
      rows[to++] = bytes[from + 2]!;
    }
  }
  return rows;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}
