import {expect, test} from "vitest";
import {drawPng} from "../../loaders/draw/png.js";

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
