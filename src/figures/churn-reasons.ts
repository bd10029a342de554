import {formatInterval, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flag} from "./figure.js";
import {missingFigure} from "./missing.js";

const categories: Readonly<Record<string, {readonly zh: string; readonly en: string}>> = {
  product: {zh: "产品", en: "Product"},
  service: {zh: "服务", en: "Service"},
  both: {zh: "产品与服务", en: "Product and service"},
  price: {zh: "价格", en: "Price"},
  competitor: {zh: "竞争对手", en: "Competitor"},
  involuntary: {zh: "非自愿", en: "Involuntary"},
  other: {zh: "其他", en: "Other"},
};

const bySize = (part: string) => (a: MartRow, b: MartRow) =>
  Number(b[part]) - Number(a[part]) || (String(a.code ?? a.brand) < String(b.code ?? b.brand) ? -1 : 1);

/** Why customers left: the share of those interviewed who named each reason. */
export function churnReasons(view: ReportView): FigureOrMissing {
  const id = "churn-reasons";
  const rows = view.rows("churn_reasons").filter((row) => row.period === "window");
  const reasons = rows.filter((row) => row.kind === "reason").sort(bySize("named_by"));
  const kinds = rows.filter((row) => row.kind === "category").sort(bySize("named_by"));
  const first = reasons[0];
  if (!first)
    return missingFigure(view, {
      id,
      needs: ["churn_interviews"],
      shows: {zh: "客户为什么离开", en: "why customers leave"},
    });
  const zh = view.language === "zh";
  const name = (row: MartRow) =>
    row.kind === "category"
      ? (categories[String(row.code)]?.[view.language] ?? String(row.code))
      : view.label("churn_reasons", String(row.code));
  const share = (row: MartRow) => `${formatNumber(row.value as number | null, "share", view)}`;
  const list = [
    ...kinds.map((row) => ({row, label: `${zh ? "大类 · " : "Kind · "}${name(row)}`})),
    ...reasons.slice(0, 12).map((row) => ({row, label: name(row)})),
  ];
  return estimateFigure(view, {
    id,
    title: zh
      ? `受访流失客户中 ${share(first)}（${formatInterval([first.lo as number, first.hi as number], "share", view)}）提到“${name(first)}”，为最多`
      : `Named most: “${name(first)}”, by ${share(first)} (${formatInterval([first.lo as number, first.hi as number], "share", view)}) of lost customers interviewed`,
    subtitle: zh
      ? `提到该原因的客户 ÷ 受访流失客户 ${first.interviews} 户；可多选，合计超过 100%`
      : `Customers naming the reason ÷ ${first.interviews} interviewed after leaving; several may be named`,
    form: "dots",
    unit: "share",
    labels: zh ? "原因" : "Reason",
    metric: "reason_share",
    marts: ["churn_reasons"],
    n: Number(first.interviews),
    rows: list.map(({row, label}) => ({
      label,
      value: row.value as number | null,
      lo: row.lo as number | null,
      hi: row.hi as number | null,
      n: Number(row.named_by),
      flag: row.flag as Flag,
    })),
    notes: [
      zh
        ? "样本量一栏是提到该原因的客户数。只代表接受访谈的流失客户。"
        : "The column n counts customers naming the reason. Speaks for interviewed customers only.",
    ],
  });
}

/** Where they went; those nobody asked are a bar of their own. */
export function churnDestinations(view: ReportView): FigureOrMissing {
  const id = "churn-destinations";
  const rows = view
    .rows("churn_destinations")
    .filter((row) => row.period === "window")
    .sort(bySize("customers"));
  const first = rows.find((row) => row.brand !== "unknown");
  if (!first)
    return missingFigure(view, {
      id,
      needs: ["churn_interviews"],
      shows: {zh: "客户去了哪里", en: "where customers went"},
    });
  const zh = view.language === "zh";
  const name = (row: MartRow) =>
    row.brand === "unknown" ? (zh ? "未知" : "Unknown") : view.label("brands", String(row.brand));
  const unknown = rows.find((row) => row.brand === "unknown");
  const share = (row: MartRow) => formatNumber(row.value as number | null, "share", view);
  return estimateFigure(view, {
    id,
    title: zh
      ? `去向最多的是${name(first)}：${share(first)}${unknown ? `；${share(unknown)} 去向不明` : ""}`
      : `Most went to ${name(first)}: ${share(first)}${unknown ? `; ${share(unknown)} are unknown` : ""}`,
    subtitle: zh
      ? `受访流失客户的去向占比（共 ${first.interviews} 户）`
      : `Share of the ${first.interviews} customers interviewed after leaving`,
    form: "dots",
    unit: "share",
    labels: zh ? "去向" : "Destination",
    name: zh ? "占比" : "Share",
    metric: "reason_share",
    marts: ["churn_destinations"],
    n: Number(first.interviews),
    rows: rows.map((row) => ({
      label: name(row),
      value: row.value as number | null,
      lo: row.lo as number | null,
      hi: row.hi as number | null,
      n: Number(row.customers),
      flag: row.flag as Flag,
    })),
  });
}
