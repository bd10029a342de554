import type {Figure} from "../figure.js";

interface Said {
  readonly value: number;
  readonly isShare: boolean;
  /** Half of the last decimal it is said with. */
  readonly tolerance: number;
}

const number = /([-−+]?\d[\d,]*(?:\.\d+)?)(%| ?[万亿]| (?:million|billion)\b|[MB](?![A-Za-z]))?/g;
const factors: Readonly<Record<string, number>> = {万: 1e4, 亿: 1e8, million: 1e6, billion: 1e9, M: 1e6, B: 1e9};
/** What holds digits and is no number: quoted names, days, months, codes. */
const noNumber =
  /“[^”]*”|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: 20\d\d)?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* 20\d\d|20\d\d年(?:\d+月)?(?:\d+日)?|\d{1,2}月\d{1,2}日|[A-Za-z]+\d+/g;

/** The numbers of a text; both ends of "5.0–9.7%" are shares. */
function numbersIn(text: string): Said[] {
  const plain = text
    .replace(noNumber, " ")
    .replace(/(\d[\d.,]*)–(\d[\d.,]*)%/g, "$1% $2%")
    .replace(/–/g, " ");
  return [...plain.matchAll(number)].map(([, found = "", after = ""]) => {
    const digits = found.replace(/[,+]/g, "").replace("−", "-");
    const factor = factors[after.trim()] ?? 1;
    return {
      value: Number(digits) * factor,
      isShare: after === "%",
      tolerance: 0.5 * factor * 10 ** -(digits.split(".")[1]?.length ?? 0) + 1e-9,
    };
  });
}

/**
 * The numbers in the title of a figure that a reader cannot find below it: in its table or chart, as their sum,
 * difference or ratio, or as how many rows are alike; nor in its subtitle, method or notes, where a rule has its number.
 * Names that hold digits ("1–3 years") are no numbers: `known` takes them out.
 * @example unfoundedNumbers({...figure, title: "12 of 30 came back", table: {columns: [{id: "n", label: "n", unit: "count"}], rows: [[12]]}, n: 31}) // => ["30"]
 */
export function unfoundedNumbers(figure: Figure): string[] {
  const said = /\d/.test(figure.title) ? numbersIn(withoutNames(figure)) : [];
  const shown = [plainNumbers, reckonedNumbers, redoneNumbers(said), placesOf(said), differences, textNumbers];
  return shown
    .reduce((left, numbersOf) => (left.length === 0 ? left : missing(left, numbersOf(figure))), said)
    .map(({value, isShare}) => `${value}${isShare ? "%" : ""}`);
}

/** Those said that are none of the values: shares as part of one or in per cent, also as a change ("29% more"). */
const missing = (said: readonly Said[], values: readonly number[]): Said[] =>
  said.filter(
    ({value, isShare, tolerance}) =>
      !values.some((each) =>
        [each, ...(isShare ? [100 * each, 100 * (each - 1)] : [])].some(
          (shown) => Math.abs(Math.abs(shown) - Math.abs(value)) <= tolerance,
        ),
      ),
  );

/** A title without the names of the table that hold digits themselves. */
const withoutNames = ({title, table: {rows}, series}: Figure): string =>
  [...rows.flat(), ...series.map(({name}) => name)]
    .filter((cell): cell is string => typeof cell === "string" && title.includes(cell))
    .filter((cell) => /\d/.test(cell) && /\p{L}/u.test(cell))
    .sort((one, other) => other.length - one.length)
    .reduce((text, name) => text.replaceAll(name, " "), title);

/** What stands there as it is. */
const plainNumbers = (figure: Figure): number[] => [
  ...figure.table.rows.flatMap((row) => row.filter((cell) => typeof cell === "number")),
  ...chartNumbers(figure),
  ...writtenNumbers(figure),
];

/** What the numbers of the title themselves give: "12 of 30" is 40 %. */
const redoneNumbers = (said: readonly Said[]) => (): number[] =>
  said
    .flatMap((a) => said.flatMap((b) => [a.value / b.value, a.value - b.value, a.value + b.value]))
    .filter((each) => each !== 0 && each !== 1);

/** What a reader gets by subtracting one cell of a column from another. */
const differences = ({table: {columns, rows}}: Figure): number[] =>
  columns.flatMap((_, at) => {
    const cells = rows.map((row) => row[at]).filter((cell) => typeof cell === "number");
    return cells.length > 60 ? [] : cells.flatMap((a) => cells.map((b) => a - b));
  });

/** Numbers within the texts of a table. */
const textNumbers = ({table: {rows}}: Figure): number[] =>
  [...new Set(rows.flatMap((row) => row.filter((cell) => typeof cell === "string")))].flatMap((text) =>
    numbersIn(text).map(({value}) => value),
  );

/** Counts of rows that are alike, sums down a column (all, of alike rows, of the first or last few) and across. */
function reckonedNumbers({table: {columns, rows}}: Figure): number[] {
  const totals = columns.map((_, at) => sum(rows.map((row) => row[at])));
  const besides = totals.flatMap((_, from) => [2, 3].map((width) => sum(totals.slice(from, from + width))));
  const down = columns.flatMap((_, at) => {
    const cells = rows.map((row) => row[at] ?? null);
    const numbers = cells.filter((cell) => typeof cell === "number");
    const groups = [...groupsBy(rows, at).values()];
    const alike = groups.map((group) => group.length);
    return [
      ...runningSums(numbers),
      ...runningSums(numbers.toReversed()),
      numbers.filter((each) => each > 0).length,
      groups.length,
      ...alike,
      // Of alike rows all but the one that is named.
      ...alike.map((count) => count - 1),
      ...groups.flatMap((group) => columns.map((__, other) => sum(group.map((row) => row[other])))),
    ];
  });
  return [...down, ...besides, ...rows.map((row) => sum(row))];
}

function runningSums(numbers: readonly number[]): number[] {
  let total = 0;
  return numbers.map((each) => {
    total += each;
    return total;
  });
}

/** "The first 6 kinds make 85.5 %": the place of the row in which another number of the title stands. */
const placesOf =
  (said: readonly Said[]) =>
  ({table: {rows}}: Figure): number[] =>
    rows.flatMap((row, at) => {
      const own = row.filter((cell) => typeof cell === "number");
      return said.some((each) => each.isShare && missing([each], own).length === 0) ? [at + 1] : [];
    });

type Row = Figure["table"]["rows"][number];

/** Rows by the text in one column. */
function groupsBy(rows: readonly Row[], at: number): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const text = row[at];
    if (typeof text !== "string") continue;
    const group = groups.get(text);
    if (group) group.push(row);
    else groups.set(text, [row]);
  }
  return groups;
}

const chartNumbers = ({series, reference, n, table, categories, claims = []}: Figure): number[] => [
  // "K1 and 2 others": who shares a first place.
  ...claims.flatMap(({rows = []}) => [rows.length, rows.length - 1]),
  n,
  table.rows.length,
  categories.length,
  ...(reference ? [reference.value, ...(reference.values ?? []).filter((value) => value !== null)] : []),
  ...series.flatMap(({points}) =>
    points.flatMap(({value, lo, hi, n: base}) => [value, lo, hi, base].filter((each) => each != null)),
  ),
];

const writtenNumbers = ({subtitle, method, notes, worked = [], table, reference, value_title = ""}: Figure): number[] =>
  [
    subtitle,
    method,
    ...notes,
    ...worked,
    ...table.columns.map(({label}) => label),
    reference?.label ?? "",
    value_title,
  ].flatMap((text) => numbersIn(text).flatMap(({value, isShare}) => [value, ...(isShare ? [value / 100] : [])]));

const sum = (cells: readonly unknown[]): number =>
  cells.reduce<number>((total, cell) => total + (typeof cell === "number" ? cell : 0), 0);
