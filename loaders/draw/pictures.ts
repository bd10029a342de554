import type {Figure} from "../../src/figures/figure.js";
import {shortFigure} from "../../src/figures/forms/short.js";
import type {Language} from "../../src/words/language.js";
import {drawPng} from "./png.js";
import {faceRows, pictureOf, widths} from "./render.js";

/** What is wanted of a figure beside its SVG. */
export interface PictureOrder {
  readonly figure: Figure;
  readonly language: Language;
  /** Font files that hold the characters of the figure. */
  readonly fonts: readonly string[];
  /** A titled PNG. */
  readonly png: boolean;
  /** A PNG for a slide. */
  readonly slide: boolean;
  /** On the first depth of its page, which shows it in one size for desk and telephone. */
  readonly face: boolean;
}

/** The pictures of one figure in one language: page, file and slide show the same. */
export interface Pictures {
  /** For a page, and for a telephone. */
  readonly wide: string;
  readonly narrow?: string;
  /** Of its main groups, for the first depth of a page. */
  readonly face?: string;
  /** With title, base and method, for a picture that leaves its page. */
  readonly titled: string;
  readonly png?: Uint8Array;
  readonly slide?: Uint8Array;
}

/** Draws all pictures of a figure; undefined where it has none (a table, no points). Can be done by any thread. */
export function drawPictures({figure, language, fonts, png, slide, face}: PictureOrder): Pictures | undefined {
  const wide = pictureOf(figure, {language, width: widths.wide});
  if (wide === "") return undefined;
  const titled = pictureOf(figure, {language, titled: true});
  const narrow = (shown: Figure) => pictureOf(shown, {language, width: widths.narrow});
  return {
    wide,
    ...(face ? {face: narrow(shortFigure(figure, {rows: faceRows}).figure)} : {narrow: narrow(figure)}),
    titled,
    ...(png ? {png: drawPng(titled, {fonts})} : {}),
    ...(slide ? {slide: drawPng(wide, {fonts})} : {}),
  };
}
