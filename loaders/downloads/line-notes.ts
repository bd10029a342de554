import type {Figure, Language} from "../../src/figures/figure.js";
import {type Note, type PlacedNote, placeNotes} from "../../src/figures/specs/place-notes.js";
import type {Scale} from "./chart-axes.js";
import {type ChartColumn, numberReference} from "./chart-data.js";
import {line, paleGrey, rangeLabels, shape} from "./chart-fragments.js";
import type {ChartInput} from "./chart-series.js";
import {formatCode} from "./number-format.js";

const size = 10;
/** Height of a row of notes, as a share of the plot's. */
const row = 0.055;
const mostRoom = 0.45;

/** Where the notes of a line chart stand in a plot of `width` points: those of one month are one text. */
export const lineNotes = (
  {marks = [], categories}: Figure,
  {width, language}: {width: number; language: Language},
): PlacedNote[] => {
  const step = width / categories.length;
  const notes = categories.flatMap((category, index): Note[] => {
    const labels = marks.filter((mark) => mark.category === category).map(({label}) => label);
    return labels.length > 0 ? [{index, label: labels.join(language === "zh" ? "；" : "; ")}] : [];
  });
  return placeNotes(notes, {at: (index) => (index + 0.5) * step, width, size, gap: 8});
};

const rowsOf = (notes: readonly PlacedNote[]): number => Math.max(-1, ...notes.map(({level}) => level)) + 1;

/**
 * The scale with room for the notes above its last gridline: no line and no gridline runs through them. `scaleOf` makes
 * a scale of about so many steps; its steps grow until the room is less than one.
 */
export const withNoteRoom = (scaleOf: (steps: number) => Scale, notes: readonly PlacedNote[]): Scale => {
  const share = Math.min(mostRoom, rowsOf(notes) * row);
  const roomOf = ({min, max}: Scale): number => ((max - min) * share) / (1 - share);
  const scales = [5, 4, 3, 2, 1].map(scaleOf);
  const scale = scales.find((each) => roomOf(each) < each.step) ?? scaleOf(1);
  return {...scale, max: Number((scale.max + roomOf(scale)).toPrecision(6))};
};

/** A column of the sheet for each thing that is drawn: a thin line down from the note, and the note at its head. */
export const noteSeries = (
  {figure, data, words}: ChartInput,
  {notes, scale}: {notes: readonly PlacedNote[]; scale: Scale /** As `withNoteRoom` gave it. */},
): {heads: ChartColumn; labels: string; bars: string; range: string} => {
  const noted = new Map(notes.map((note) => [note.index, note]));
  const height = scale.max - scale.min;
  const each = Math.min(row, mostRoom / rowsOf(notes));
  const level = (add: number) =>
    figure.categories.map((_, index) => {
      const note = noted.get(index);
      // Counted from the top: the first row of notes is the lowest.
      const drop = note && height * (1 - each * (rowsOf(notes) - note.level - 0.5));
      return drop === undefined ? null : Number((drop + add).toPrecision(12));
    });
  const format = {kind: figure.unit, format: formatCode(figure.unit)};
  const heads = data.add(words.position, level(scale.min), format);
  const drops = data.add(words.minus, level(0), format);
  const texts = figure.categories.map((_, index) => noted.get(index)?.text ?? null);
  const {labels, range} = rangeLabels(data.add(words.label, texts), {
    position: (index) => (noted.get(index)?.is_flipped ? "l" : "r"),
    size,
    colour: {name: "tx1", tint: 35},
  });
  const bars = `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:minus>${numberReference(drops)}</c:minus>${shape(line(paleGrey, {width: 1, dash: "dash"}))}</c:errBars>`;
  return {heads, labels, bars, range};
};
