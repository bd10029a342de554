import {inflateSync} from "node:zlib";
import {expect, test} from "vitest";
import {drawPng} from "../../loaders/draw/png.js";
import {pngFile} from "../../loaders/draw/png-file.js";

const picture = (mark: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100" height="100">${mark}</svg>`;

test("a half-transparent mark outside the picture does not end the build", () => {
  for (const d of ["M300,300h5v5z", "M-300,50h5v5z", "M50,-300h5v5z"])
    for (const how of [`opacity="0.5"`, `fill-opacity="0.2" opacity="0.5"`])
      expect(drawPng(picture(`<path ${how} d="${d}" fill="red"/>`), {fonts: []}).length).toBeGreaterThan(60);
});

test("a half-transparent mark looks as before", () => {
  const [layer, colour] = [`opacity="0.5"`, `fill-opacity="0.5"`].map((how) =>
    drawPng(picture(`<path ${how} d="M10,10h50v50z" fill="red"/>`), {fonts: []}),
  );
  expect(Buffer.from(layer!).equals(Buffer.from(colour!))).toBe(true);
});

/** Colours of the pixels of a file as `pngFile` writes it: "#rrggbb", row by row. */
function pixelsOf(png: Uint8Array, {width, height}: {width: number; height: number}): string[] {
  const bytes = Buffer.from(png);
  const part = (type: string): Buffer => {
    const at = bytes.indexOf(type);
    return bytes.subarray(at + 4, at + 4 + bytes.readUInt32BE(at - 4));
  };
  const [palette, lines] = [part("PLTE"), inflateSync(part("IDAT"))];
  const indexes = new Uint8Array(width * height);
  return Array.from(indexes, (_, at) => {
    const add = lines[at + Math.floor(at / width) + 1]!; // each line after its filter: what is added to the row above
    indexes[at] = add + (indexes[at - width] ?? 0);
    return `#${palette.subarray(3 * indexes[at], 3 * indexes[at] + 3).toString("hex")}`;
  });
}

const rgba = (colours: readonly string[]): Uint8Array =>
  Buffer.from(colours.map((colour) => `${colour.slice(1)}ff`).join(""), "hex");
const grey = (level: number): string => `#${level.toString(16).padStart(2, "0").repeat(3)}`;

test("a picture of up to 256 colours comes back from its file as it was", () => {
  const size = {width: 40, height: 30};
  const colours = Array.from({length: 1200}, (_, at) => (at < 400 ? "#ffffff" : grey((at * 7) % 256)));
  expect(pixelsOf(pngFile(rgba(colours), size), size)).toEqual(colours);
});

test("of more than 256 colours the rarest become the one nearest to them", () => {
  const size = {width: 100, height: 10};
  const often = Array.from({length: 990}, (_, at) => grey(at % 256));
  const rare = [
    "#101011",
    "#fefdfe",
    "#000100",
    "#7f7f80",
    "#ff0000",
    "#010101",
    "#020202",
    "#030303",
    "#040404",
    "#050505",
  ];
  const found = pixelsOf(pngFile(rgba([...often, ...rare]), size), size);
  expect(found.slice(0, 990)).toEqual(often);
  expect(found.slice(990, 995)).toEqual(["#101010", "#fefefe", "#000000", "#7f7f7f", grey(85)]);
});
