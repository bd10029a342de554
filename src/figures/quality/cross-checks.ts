import {checkNames} from "../../facts/quality/checks.js";
import {crossCheckRows} from "../../facts/quality/cross-checks.js";
import type {ReportView} from "../../facts/view.js";
import type {Language} from "../../words/language.js";
import {counted} from "../../words/say.js";
import type {Figure} from "../figure.js";
import {leaders} from "../forms/leaders.js";
import {rowCell} from "../forms/row-cell.js";
import {column, tableFigure} from "../forms/table.js";

/** Every check across tables: what it found, of how many, and what to do. */
export function crossChecks(view: ReportView): Figure {
  const zh = view.language === "zh";
  const rows = crossCheckRows(view);
  const made = rows.filter(({base}) => base > 0);
  const hit = rows.filter(({hits}) => hits > 0);
  const {names, others} = leaders(view, hit, {
    of: ({hits}) => hits,
    name: ({check_id}) => checkNames[check_id]![view.language].name,
    kind: "项",
  });
  return tableFigure(view, {
    id: "cross-checks",
    title: zh
      ? hit.length === 0
        ? made.length === 0
          ? "没有一项跨表检查做得了"
          : `${made.length} 项跨表检查都没有发现问题`
        : `${made.length} 项跨表检查中 ${hit.length} 项有发现，最多的是“${names[0]}”${others}`
      : hit.length === 0
        ? made.length === 0
          ? "No check across tables could be made"
          : `${counted(made.length, "check")} across tables found nothing`
        : `${hit.length} of ${made.length} checks across tables found something, most of all “${names[0]}”${others}`,
    ...(hit.length > 0 ? {claims: [{is: "highest", of: "hits", rows: names}]} : {}),
    subtitle: zh
      ? "发现的记录照常计入，改正要在源系统里做"
      : "Records found are still counted; correct them in the source system",
    columns: [
      column("check", zh ? "检查" : "Check"),
      column("hits", zh ? "发现" : "Found", "count"),
      column("base", zh ? "检查了" : "Of", "count"),
      column("fix", zh ? "怎么办" : "What to do"),
    ],
    rows: rows.map((row) => {
      const {name, fix} = checkNames[row.check_id]![view.language];
      const isMade = row.base > 0;
      const cannot = zh ? "缺少所需的表或列，无法检查" : "cannot be made: a table or column is missing";
      return [name, isMade ? row.hits : null, row.base, isMade ? (row.hits ? fix : "") : cannot];
    }),
    n: rows.reduce((sum, row) => sum + row.base, 0),
    marts: ["cross_checks"],
  });
}

const wishes: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  email_only: {zh: "只收邮件", en: "e-mail only"},
  no_call: {zh: "不接电话", en: "no calls"},
  none: {zh: "不要联系", en: "no contact at all"},
};

/** What stands in the record: how a customer wants to be reached in words, all else as it is. */
const foundText = ({language}: ReportView, found: string): string => wishes[found]?.[language] ?? found;

/** The first records that fail each check, to be found in their file. */
export function crossCheckSamples(view: ReportView): Figure {
  const zh = view.language === "zh";
  const order = crossCheckRows(view).map(({check_id}) => check_id);
  const rows = [...view.rows("cross_check_samples")].sort(
    (a, b) => order.indexOf(a.check_id) - order.indexOf(b.check_id) || a.sample - b.sample,
  );
  return tableFigure(view, {
    id: "cross-check-samples",
    title: zh
      ? `各项检查发现的前几条，共列出 ${rows.length} 条`
      : `The first records of every check: ${rows.length} listed`,
    subtitle: zh
      ? "每项最多 10 条；行号与电子表格里看到的一致"
      : "At most 10 of each; row numbers as a spreadsheet shows them",
    columns: [
      column("check", zh ? "检查" : "Check"),
      column("record_id", zh ? "记录" : "Record"),
      column("customer_id", zh ? "客户" : "Customer"),
      column("found", zh ? "内容" : "What stands there"),
      column("file", zh ? "文件" : "File"),
      column("row", zh ? "行" : "Row", "id"),
    ],
    rows: rows.map((row) => [
      checkNames[row.check_id]?.[view.language].name ?? row.check_id,
      row.record_id ?? "",
      row.customer_id ?? "",
      foundText(view, row.found ?? ""),
      row.file,
      rowCell(row),
    ]),
    n: rows.length,
    marts: ["cross_check_samples"],
  });
}
