import type {Figure} from "../../../src/figures/figure.js";
import {type PlacedNote, placeNotes} from "../../../src/figures/specs/parts/place-notes.js";
import {formatCode} from "../office/number-format.js";
import type {Scale} from "./axes.js";
import {type ChartColumn, numberReference} from "./data.js";
import {line, paleGrey, rangeLabels, shape} from "./fragments.js";
import type {ChartInput} from "./series.js";

const size = 10;
/** Height of a row of notes, as a share of the plot's. */
const row = 0.055;
const mostRoom = 0.45;

/** Where the notes of a line chart stand in a plot of `width` points, each in the row where it touches no other. */
export const lineNotes = ({marks = [], categories}: Figure, {width}: {width: number}): PlacedNote[] => {
  const step = width / categories.length;
  const notes = marks.map((mark) => ({...mark, index: categories.indexOf(mark.category)}));
  return placeNotes(
    notes.filter(({index}) => index >= 0),
    {at: (index) => (index + 0.5) * step, width, size, gap: 8, most: 1},
  );
};

/** The notes as series of a chart, which have room for one each a month: the highest of every month first. */
export const noteTurns = (notes: readonly PlacedNote[]): PlacedNote[][] => {
  const turns: PlacedNote[][] = [];
  for (const note of [...notes].sort((one, other) => other.level - one.level)) {
    const free = turns.find((turn) => turn.every(({index}) => index !== note.index));
    if (free) free.push(note);
    else turns.push([note]);
  }
  return turns;
};

/** How many rows the notes take. */
export const rowsOf = (notes: readonly PlacedNote[]): number => Math.max(-1, ...notes.map(({level}) => level)) + 1;

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

/**
 * The columns of one turn of notes: a thin line down from each, and its text at the head. `rows` are those of all
 * notes; only the highest of a month has a line.
 */
export const noteSeries = (
  {figure, data, words}: ChartInput,
  {
    notes,
    rows,
    scale,
    has_lines,
  }: {notes: readonly PlacedNote[]; rows: number; scale: Scale /** As `withNoteRoom` gave it. */; has_lines: boolean},
): {heads: ChartColumn; labels: string; bars: string; range: string} => {
  const noted = new Map(notes.map((note) => [note.index, note]));
  const height = scale.max - scale.min;
  const each = Math.min(row, mostRoom / rows);
  const level = (add: number) =>
    figure.categories.map((_, index) => {
      const note = noted.get(index);
      // Counted from the top: the first row of notes is the lowest.
      const drop = note && height * (1 - each * (rows - note.level - 0.5));
      return drop === undefined ? null : Number((drop + add).toPrecision(12));
    });
  const format = {kind: figure.unit, format: formatCode(figure.unit)};
  const heads = data.add(words.position, level(scale.min), format);
  const bars = has_lines ? dropLines(data.add(words.minus, level(0), format)) : "";
  const texts = figure.categories.map((_, index) => noted.get(index)?.lines[0] ?? null);
  const {labels, range} = rangeLabels(data.add(words.label, texts), {
    position: (index) => (noted.get(index)?.is_flipped ? "l" : "r"),
    size,
    colour: {name: "tx1", tint: 35},
  });
  return {heads, labels, bars, range};
};

const dropLines = (drops: ChartColumn): string =>
  `<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:minus>${numberReference(drops)}</c:minus>${shape(line(paleGrey, {width: 1, dash: "dash"}))}</c:errBars>`;
