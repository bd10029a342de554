import type {ReportView} from "../../facts/view.js";
import type {MartRow} from "../../marts/shape/mart.js";
import {brandName, causeName} from "../../words/codes.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, tableFigure} from "../forms/table.js";

/** Waves of churn, the one that stands out most from the same months elsewhere first; "all" only where no part does. */
export function waves(view: ReportView): MartRow[] {
  const rows = [...view.rows("churn_waves")].sort((a, b) => Number(b.gain) - Number(a.gain));
  const local = rows.filter(({dimension, elsewhere_lo}) => dimension !== "all" && Number(elsewhere_lo) > 1.5);
  return local.length > 0
    ? local.sort((a, b) => Number(b.elsewhere_ratio) - Number(a.elsewhere_ratio))
    : rows.filter(({dimension}) => dimension === "all");
}

/** What those who left in a wave and were interviewed said most, of the kind asked for; undefined for "unknown". */
export function waveAnswer(view: ReportView, {wave, kind}: {wave: MartRow; kind: string}): MartRow | undefined {
  return view
    .rows("churn_wave_answers")
    .filter(
      (row) =>
        row.dimension === wave.dimension && row.member === wave.member && row.kind === kind && row.code !== "unknown",
    )
    .sort((a, b) => Number(b.customers) - Number(a.customers))[0];
}

/** "2026年7月至9月，华南流失 62 户，是平时的 5.2 倍；受访 40 户中 32 户去了蓝鲸示例，38 户提到价格" */
export function waveFinding(view: ReportView, wave: MartRow): string {
  const zh = view.language === "zh";
  const [first, last] = [String(wave.first_month), String(wave.last_month)];
  const when =
    first === last
      ? formatMonth(first, view)
      : `${formatMonth(first, view)}${zh ? "至" : " to "}${formatMonth(last, view)}`;
  const who =
    wave.dimension === "all"
      ? zh
        ? "全公司"
        : "all customers"
      : memberName(view, {dimension: String(wave.dimension), member: String(wave.member)});
  const times = formatNumber(Number(wave.ratio), "points", view).replace("+", "");
  const asked = waveAnswer(view, {wave, kind: "interviewed"});
  const rival = waveAnswer(view, {wave, kind: "destination"});
  const cause = waveAnswer(view, {wave, kind: "category"});
  const said = [
    ...(rival
      ? [
          zh
            ? `${rival.customers} 户去了${brandName(view, String(rival.code))}`
            : `${rival.customers} went to ${brandName(view, String(rival.code))}`,
        ]
      : []),
    ...(cause
      ? [
          zh
            ? `${cause.customers} 户提到${causeName(view, String(cause.code))}`
            : `${cause.customers} named ${causeName(view, String(cause.code)).toLowerCase()}`,
        ]
      : []),
  ];
  const told =
    asked && said.length > 0
      ? zh
        ? `；受访 ${asked.customers} 户中 ${said.join("，")}`
        : `; of ${asked.customers} interviewed ${said.join(" and ")}`
      : "";
  return zh
    ? `${when}，${who}流失 ${wave.lost} 户，是平时的 ${times} 倍${told}`
    : `${when}: ${wave.lost} customers lost in ${who}, ${times} times the usual${told}`;
}

/** Stretches of months in which a kind of customer left far more often than usual. */
export function churnWavesTable(view: ReportView): FigureOrMissing {
  const id = "churn-waves";
  const zh = view.language === "zh";
  if (view.rows("churn_by_month").length < 9)
    return missingFigure(view, {
      id,
      needs: ["contracts"],
      shows: {zh: "集中流失的时段与客户群", en: "months and groups that left together"},
    });
  const rows = [...view.rows("churn_waves")].sort((a, b) => Number(b.gain) - Number(a.gain));
  const [first] = waves(view);
  return tableFigure(view, {
    id,
    title: first
      ? waveFinding(view, first)
      : zh
        ? "最近十二个月没有集中流失的时段"
        : "No stretch of months stands out in the last twelve",
    subtitle: zh
      ? "每类客户中流失最集中的一段（至多六个月），与其自身其他月份及同期其他客户相比"
      : "For each kind of customer its densest stretch (up to six months), beside its own other months and the others then",
    n: rows.reduce((sum, {lost}) => sum + Number(lost), 0),
    method: zh
      ? "扫描统计量（Poisson 似然比）；所有时段与客户群作 Bonferroni 校正"
      : "scan statistic (Poisson likelihood ratio), Bonferroni over all stretches and groups",
    marts: ["churn_waves", "churn_wave_answers"],
    metrics: ["churn_rate"],
    notes: [
      zh
        ? "同一场流失会在多个维度里出现；与“同期其他客户”之比最高的一行最说明问题。"
        : "One wave shows in several dimensions; the row that stands out most from “others then” says where it was.",
    ],
    columns: [
      column("by", zh ? "按" : "By"),
      column("member", zh ? "客户群" : "Group"),
      column("first", zh ? "从" : "From", "month"),
      column("last", zh ? "到" : "To", "month"),
      column("lost", zh ? "流失" : "Lost", "count"),
      column("usual", zh ? "平时应有" : "Usual", "ratio"),
      column("ratio", zh ? "倍数" : "Times", "ratio"),
      ...limitColumns(view, "ratio"),
      column("elsewhere", zh ? "÷ 同期其他客户" : "÷ others then", "ratio"),
    ],
    rows: rows.map((row) => [
      dimensionName(view, String(row.dimension)),
      memberName(view, {dimension: String(row.dimension), member: String(row.member)}),
      String(row.first_month),
      String(row.last_month),
      row.lost as number,
      row.usual as number,
      row.ratio as number,
      row.lo as number,
      row.hi as number | null,
      row.elsewhere_ratio as number | null,
    ]),
  });
}
