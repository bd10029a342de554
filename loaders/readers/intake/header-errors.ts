import {ReportError} from "../../messages/errors.js";
import {isBlank} from "./blank.js";

type Cells = readonly (string | null)[];

const shown = (cells: Cells): string => cells.filter((cell) => !isBlank(cell)).join(", ");

/** @param row where the wanted names stand, as a spreadsheet numbers it */
export const headerBelowData = (file: string, {row, cells}: {row: number; cells: Cells}): ReportError =>
  new ReportError("header_below_data", file, {
    what: {
      zh: `映射要的列名在第 ${row} 行（${shown(cells)}），上面却已经有数据：这些数据没有表头。`,
      en: `the names that the mapping needs stand in row ${row} (${shown(cells)}), below data that have no header.`,
    },
    fix: {
      zh: "请把表头移到数据之前；若上面是另一张表，请分成两个文件；若只是说明，请写 skip_rows。",
      en: "move the header above the data; if another table stands above, split the file; if only remarks do, say skip_rows.",
    },
  });

/** @param row of the second header, as a spreadsheet numbers it */
export const headerChanged = (file: string, {row, cells}: {row: number; cells: Cells}): ReportError =>
  new ReportError("header_changed", file, {
    what: {
      zh: `第 ${row} 行是另一个表头，列的顺序变了：${shown(cells)}。`,
      en: `row ${row} is another header, with the columns in another order: ${shown(cells)}.`,
    },
    fix: {
      zh: `请从第 ${row} 行起另存为一个文件：每个文件自带表头，列的顺序可以不同。`,
      en: `save the rows from ${row} on as a file of their own: each file has its header, in any order.`,
    },
  });
