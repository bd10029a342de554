import {amountUnit, differences, measureName, statusName} from "../../facts/quality/reconciliation.js";
import type {ReportView} from "../../facts/view.js";
import {systemName} from "../../words/entities.js";
import {counted} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** 对账: every control total beside ours; what differs comes first. */
export function reconciliation(view: ReportView): FigureOrMissing {
  const zh = view.language === "zh";
  const all = view.rows("reconciliation");
  if (all.length === 0)
    return missingFigure(view, {
      id: "reconciliation",
      needs: ["control_totals"],
      shows: {zh: "总账与本报告逐月逐项的对账", en: "the ledger beside our totals, month by month"},
    });
  const off = differences(view);
  const rest = all.filter(({status}) => status !== "different" && status !== "equal");
  const same = all.filter(({status}) => status === "equal");
  const latest = same.filter(({month}) => month === view.month);
  const shown = [...off, ...rest, ...latest];
  const unit = amountUnit(shown.flatMap(({ledger, ours}) => [ledger, ours]));
  return tableFigure(view, {
    id: "reconciliation",
    title: zh
      ? off.length === 0
        ? `${same.length} 个总数全部对上（总账与来源之间）`
        : `${same.length + off.length} 个总数中 ${off.length} 个对不上`
      : off.length === 0
        ? same.length === 1
          ? "The one total agrees with the ledger"
          : `All ${same.length} totals agree, with the ledger and between sources`
        : `${off.length} of ${counted(same.length + off.length, "total")} ${off.length === 1 ? "does" : "do"} not agree`,
    subtitle: zh
      ? `核对 ${same.length + off.length} 个；不一致的在前，其后是本月一致的；差额 = 本报告 − 总账`
      : `${counted(same.length + off.length, "total")} compared; what differs first, then this month's equal ones; difference = ours − ledger`,
    columns: [
      column("month", zh ? "月份" : "Month", "month"),
      column("measure", zh ? "项目" : "Measure"),
      column("source", zh ? "来源" : "Source"),
      column("ledger", zh ? "总账（或所记）" : "Ledger (or named)", unit),
      column("ours", zh ? "本报告" : "Ours", unit),
      column("difference", zh ? "差额" : "Difference", unit),
      column("status", zh ? "结果" : "Result"),
    ],
    rows: shown.map((row) => [
      row.month,
      measureName(view, row.measure),
      systemName(view, row.source),
      row.ledger,
      row.ours,
      row.difference,
      statusName(view, row.status),
    ]),
    n: all.length,
    marts: ["reconciliation"],
    method: zh ? "按月合计，逐项比较" : "monthly sums, compared one by one",
  });
}
