import type {Figure} from "../../src/figures/figure.js";

interface Said {
  readonly value: number;
  readonly isShare: boolean;
  /** Half of the last decimal it is said with. */
  readonly tolerance: number;
}

const number = /[-−+]?\d[\d,]*(?:\.\d+)?%?/g;
/** What holds digits and is no number: quoted names, days, months, codes. */
const noNumber =
  /“[^”]*”|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?: 20\d\d)?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* 20\d\d|20\d\d年(?:\d+月)?(?:\d+日)?|[A-Za-z]+\d+/g;

/** The numbers of a text; both ends of "5.0–9.7%" are shares. */
function numbersIn(text: string): Said[] {
  const plain = text
    .replace(noNumber, " ")
    .replace(/(\d[\d.,]*)–(\d[\d.,]*)%/g, "$1% $2%")
    .replace(/–/g, " ");
  return [...plain.matchAll(number)].map(([found]) => {
    const digits = found.replace(/[,%+]/g, "").replace("−", "-");
    return {
      value: Number(digits),
      isShare: found.endsWith("%"),
      tolerance: 0.5 * 10 ** -(digits.split(".")[1]?.length ?? 0) + 1e-9,
    };
  });
}

/**
 * The numbers in the title of a figure that a reader cannot find below it: in its table or chart, as their sum or
 * difference, or how many rows are alike; nor in its subtitle or notes, where a definition has them.
 */
export function unfounded(figure: Figure): string[] {
  const values = [...tableValues(figure), ...chartValues(figure), ...writtenValues(figure)];
  const said = numbersIn(figure.title);
  const redone = said.flatMap((a) => said.flatMap((b) => [a.value / b.value, a.value - b.value, a.value + b.value]));
  values.push(...redone.filter((each) => each !== 0 && each !== 1), ...differences(figure));
  return said
    .filter(
      ({value, isShare, tolerance}) =>
        !values.some((each) =>
          [each, ...(isShare ? [100 * each, 100 * (each - 1)] : [])].some(
            (shown) => Math.abs(Math.abs(shown) - Math.abs(value)) <= tolerance,
          ),
        ),
    )
    .map(({value, isShare}) => `${value}${isShare ? "%" : ""}`);
}

/** What a reader gets by subtracting one cell of a column from another. */
const differences = ({table: {columns, rows}}: Figure): number[] =>
  columns.flatMap((_, at) => {
    const cells = rows.map((row) => row[at]).filter((cell) => typeof cell === "number");
    return cells.length > 60 ? [] : cells.flatMap((a) => cells.map((b) => a - b));
  });

function tableValues({table: {columns, rows}}: Figure): number[] {
  const column = (at: number) => rows.map((row) => row[at] ?? null);
  return columns.flatMap((_, at) => {
    const cells = column(at);
    const numbers = cells.filter((cell) => typeof cell === "number");
    const texts = cells.filter((cell) => typeof cell === "string");
    const alike = [...new Set(texts)].map((text) => texts.filter((each) => each === text).length);
    const sums = [...new Set(texts)].flatMap((text) =>
      columns.map((_, other) => sum(rows.filter((row) => row[at] === text).map((row) => row[other]))),
    );
    return [
      ...numbers,
      ...texts.flatMap((text) => numbersIn(text).map(({value}) => value)),
      sum(numbers),
      numbers.filter((each) => each > 0).length,
      new Set(texts).size,
      ...alike,
      // Of alike rows all but the one that is named.
      ...alike.map((count) => count - 1),
      ...sums,
    ];
  });
}

const chartValues = ({series, reference, n, table, categories}: Figure): number[] => [
  n,
  table.rows.length,
  categories.length,
  ...(reference ? [reference.value] : []),
  ...series.flatMap(({points}) =>
    points.flatMap(({value, lo, hi, n: base}) => [value, lo, hi, base].filter((each) => each != null)),
  ),
];

const writtenValues = ({subtitle, method, notes, table, reference, value_title = ""}: Figure): number[] =>
  [subtitle, method, ...notes, ...table.columns.map(({label}) => label), reference?.label ?? "", value_title].flatMap(
    (text) => numbersIn(text).flatMap(({value, isShare}) => [value, ...(isShare ? [value / 100] : [])]),
  );

const sum = (cells: readonly unknown[]): number =>
  cells.reduce<number>((total, cell) => total + (typeof cell === "number" ? cell : 0), 0);
