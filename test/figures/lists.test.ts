import {describe, expect, test} from "vitest";
import {csv} from "../../loaders/downloads/files/csv.js";
import type {Figure} from "../../src/figures/figure.js";
import {pages} from "../../src/pages.js";
import {sampleReport} from "../sample-report.js";

const {drawn} = sampleReport();

/** Columns that name one record or customer: a table that begins with one is a list, gone through row by row. */
const ofOne = [
  "customer_id",
  "customer",
  "record",
  "ticket",
  "ticket_id",
  "prospect",
  "work_order",
  "return",
  "record_id",
];
/** The first of more, as their notes or titles say. */
const firstOnly = ["customer-values", "reconciliation-suspects"];

const shown = new Set(pages.flatMap(({figures}) => figures));
const lists = (language: "zh" | "en"): Figure[] =>
  Object.values(drawn(language).figures).flatMap((figure) =>
    !("missing" in figure) &&
    figure.form === "table" &&
    shown.has(figure.id) &&
    figure.table.columns.some(({id}) => ofOne.includes(id))
      ? [figure]
      : [],
  );
/** Of customers who are likely the same the groups are counted, each of which has several rows. */
const counted = ({id, table}: Figure): number =>
  id === "duplicate-customers" ? new Set(table.rows.map(([group]) => group)).size : table.rows.length;
const numbersIn = (text: string): number[] =>
  [...text.matchAll(/\d[\d,]*(?:\.\d+)?/g)].map(([number]) => Number(number.replaceAll(",", "")));

/** Whether one number of the title, or several that follow each other, tell how many rows there are. */
function tells(title: string, rows: number): boolean {
  const numbers = numbersIn(title);
  return numbers.some((_, from) =>
    numbers
      .slice(from)
      .some((_, to) => numbers.slice(from, from + to + 1).reduce((sum, each) => sum + each, 0) === rows),
  );
}

describe("every list of the sample report", () => {
  test("is one of these, so that none is forgotten", () => {
    expect(lists("zh").length).toBeGreaterThan(20);
  });

  for (const language of ["zh", "en"] as const)
    test(`holds as many rows as its title says, ${language}`, () => {
      const wrong = lists(language)
        .filter(({id}) => !firstOnly.includes(id))
        .filter((figure) => !tells(figure.title, counted(figure)))
        .map(({id, title, table}) => `${id}: ${table.rows.length} rows, “${title}”`);
      expect(wrong).toEqual([]);
    });

  test("can be downloaded whole", () => {
    for (const figure of lists("zh")) {
      const lines = csv(figure.table).split("\r\n").length - 1; // it ends with a line end
      expect([figure.id, lines]).toEqual([figure.id, figure.table.rows.length + 1]);
    }
  });
});
