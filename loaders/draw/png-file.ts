import {deflate} from "node:zlib";

/**
 * A PNG of opaque RGBA pixels. Charts have few colours: with up to 256 a pixel is an index into a palette, which makes
 * the file a third of the size in half the time; with more it is three bytes.
 */
export async function pngFile(rgba: Uint8Array, {width, height}: {width: number; height: number}): Promise<Uint8Array> {
  const aligned = rgba.byteOffset % 4 === 0 ? rgba : rgba.slice();
  const pixels = new Uint32Array(aligned.buffer, aligned.byteOffset, width * height);
  const indexed = indexPixels(pixels, {width, height});
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  view.setUint8(8, 8); // bits per sample
  view.setUint8(9, indexed ? 3 : 2); // palette, or red, green and blue
  const data = await compressed(indexed ? indexed.rows : rgbRows(rgba, {width, height}));
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
  const colours = new Map<number, number>();
  let [colour, index, pixel] = [-1, 0, 0];
  for (let row = 0; row < height; row++) {
    const end = (row + 1) * (width + 1);
    for (let at = row * (width + 1) + 1; at < end; at++) {
      const next = pixels[pixel++]!;
      if (next !== colour) {
        colour = next;
        index = colours.get(colour) ?? colours.size;
        if (index > 255) return undefined;
        colours.set(colour, index);
      }
      rows[at] = index;
    }
  }
  const parts = new Uint8Array(Uint32Array.from(colours.keys()).buffer);
  return {rows, palette: parts.filter((_, part) => part % 4 !== 3)};
}

function rgbRows(rgba: Uint8Array, {width, height}: Size): Uint8Array {
  const rows = new Uint8Array((3 * width + 1) * height);
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    if (from % (4 * width) === 0) to++;
    rows[to++] = rgba[from]!;
    rows[to++] = rgba[from + 1]!;
    rows[to++] = rgba[from + 2]!;
  }
  return rows;
}

const compressed = (bytes: Uint8Array): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    deflate(bytes, {level: 6}, (error, result) => (error ? reject(error) : resolve(result)));
  });

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.length + 12);
  bytes.writeUInt32BE(data.length, 0);
  bytes.write(type, 4, "latin1");
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, data.length + 8)), data.length + 8);
  return bytes;
}

const crcTable = Uint32Array.from({length: 256}, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ crcTable[(value ^ byte) & 255]!;
  return ~value >>> 0;
}
