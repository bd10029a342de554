import type {Figure} from "../../../src/figures/figure.js";
import type {Language} from "../../../src/words/language.js";
import {nativeChart} from "../chart/chart.js";
import {chartCells} from "../chart/data.js";
import {downloadWords} from "../contents/words.js";
import type {Cell, Sheet} from "../office/sheet.js";

/** What the charts of a workbook are drawn from, side by side on one sheet that is not shown. */
export interface HelperSheet {
  /** The chart as XML; its columns are added to the sheet, under the id of the figure. */
  readonly chart: (figure: Figure, language: Language) => string;
  /** The sheet, as far as there are charts. */
  readonly sheets: () => Sheet[];
}

const blank: Cell = {value: null, kind: "text"};

export const helperSheet = (name: string): HelperSheet => {
  const rows: Cell[][] = [];
  const widths: number[] = [];
  const put = (from: number, cells: readonly (readonly Cell[])[]): void => {
    for (const [at, own] of cells.entries()) {
      rows[at] ??= [];
      const row = rows[at];
      while (row.length < from) row.push(blank);
      row.push(...own);
    }
  };
  return {
    chart(figure, language) {
      const column = widths.length;
      const {xml, data} = nativeChart(figure, {words: downloadWords[language].chart, sheet: name, column, row: 1});
      put(column, [[{value: figure.id, kind: "bold"}], ...chartCells(data)]);
      // An empty column between two charts.
      widths.push(...data.columns.map(() => 12), 3);
      return xml;
    },
    sheets: () => (rows.length > 0 ? [{name, rows, widths, is_hidden: true}] : []),
  };
};
