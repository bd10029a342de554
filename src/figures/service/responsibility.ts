import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";

/** Whose the complaints are; the unassigned are never hidden, and the shares add up to all. */
export function complaintResponsibility(view: ReportView): FigureOrMissing {
  const id = "complaint-responsibility";
  const rows = whereKnown(view.rows("complaints_by_segment"), "complaints").filter(
    (row) => row.period === "window" && row.dimension === "responsible",
  );
  const n = sum(rows, "complaints");
  if (n < 10 || rows.length < 2)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "投诉的责任归属", en: "who the complaints belong to"},
    });
  const zh = view.language === "zh";
  const sorted = [...rows].sort((a, b) => b.complaints - a.complaints || (a.member < b.member ? -1 : 1));
  const name = (row: (typeof rows)[number]) => memberName(view, {dimension: "responsible", member: row.member});
  const share = (row: {readonly complaints: number} | undefined) =>
    formatNumber((row?.complaints ?? 0) / n, "share", view);
  const unassigned = rows.find((row) => row.member === "unassigned");
  return estimateFigure(view, {
    id,
    title: zh
      ? `${share(sorted[0])} 的投诉归${name(sorted[0]!)}；${share(unassigned)} 没有定责`
      : `${share(sorted[0])} of complaints belong to ${name(sorted[0]!)}; ${share(unassigned)} to nobody`,
    subtitle: zh
      ? `投诉按责任方的占比，合计 100%；${periodName(view)}`
      : `Complaints by who is responsible, adding to 100%; ${periodName(view)}`,
    form: "bars",
    unit: "share",
    labels: zh ? "责任方" : "Responsible",
    name: zh ? "占投诉的比例" : "Share of complaints",
    metric: "complaint_rate",
    method: zh ? "Wilson 95% 区间" : "Wilson 95% interval",
    marts: ["complaints_by_segment"],
    n,
    rows: sorted.map((row) => {
      const {estimate, low, high} = wilsonInterval(row.complaints, n);
      return {label: name(row), value: estimate, lo: low, hi: high, n: row.complaints};
    }),
  });
}
