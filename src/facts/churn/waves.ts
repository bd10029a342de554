import type {Row} from "../../marts/list.js";
import {inside} from "../../words/capital.js";
import {brandName, causeName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber, formatSpan} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {ReportView} from "../view.js";

type Wave = Row<"churn_waves">;

/** Waves of churn, the one that stands out most from the same months elsewhere first; "all" only where no part does. */
export function waves(view: ReportView): Wave[] {
  const rows = [...view.rows("churn_waves")].sort((a, b) => b.gain - a.gain);
  const local = rows.filter(({dimension, elsewhere_lo}) => dimension !== "all" && (elsewhere_lo ?? 0) > 1.5);
  return local.length > 0
    ? local.sort((a, b) => (b.elsewhere_ratio ?? 0) - (a.elsewhere_ratio ?? 0))
    : rows.filter(({dimension}) => dimension === "all");
}

/** What those who left in a wave and were interviewed said most, of the kind asked for; undefined for "unknown". */
export function waveAnswer(
  view: ReportView,
  {wave, kind}: {wave: Wave; kind: string},
): Row<"churn_wave_answers"> | undefined {
  return view
    .rows("churn_wave_answers")
    .filter(
      (row) =>
        row.dimension === wave.dimension && row.member === wave.member && row.kind === kind && row.code !== "unknown",
    )
    .sort((a, b) => b.customers - a.customers)[0];
}

/** "7—9月，华南流失 62 户，是平时的 5.2 倍；受访 40 户中 32 户去了蓝鲸示例，38 户提到价格" */
export function waveFinding(view: ReportView, wave: Wave): string {
  const zh = view.language === "zh";
  const [first, last] = [wave.first_month, wave.last_month];
  const when = formatSpan(first, last, view);
  const who =
    wave.dimension === "all"
      ? zh
        ? "全公司"
        : "all customers"
      : memberName(view, {dimension: wave.dimension, member: wave.member});
  const times = waveTimes(view, wave);
  const asked = waveAnswer(view, {wave, kind: "interviewed"});
  const rival = waveAnswer(view, {wave, kind: "destination"});
  const cause = waveAnswer(view, {wave, kind: "category"});
  const said = [
    ...(rival
      ? [
          zh
            ? `${formatNumber(rival.customers, "count", view)} 户去了${brandName(view, rival.code)}`
            : `${formatNumber(rival.customers, "count", view)} went to ${brandName(view, rival.code)}`,
        ]
      : []),
    ...(cause
      ? [
          zh
            ? `${formatNumber(cause.customers, "count", view)} 户提到${causeName(view, cause.code)}`
            : `${formatNumber(cause.customers, "count", view)} named ${inside(causeName(view, cause.code))}`,
        ]
      : []),
  ];
  const told =
    asked && said.length > 0
      ? zh
        ? `；受访 ${formatNumber(asked.customers, "count", view)} 户中 ${said.join("，")}`
        : `; of ${formatNumber(asked.customers, "count", view)} interviewed ${said.join(" and ")}`
      : "";
  return zh
    ? `${when}，${who}流失 ${formatNumber(wave.lost, "count", view)} 户，${times}${told}`
    : `${when}: ${formatNumber(wave.lost, "count", view)} customers lost in ${who}, ${times}${told}`;
}

/** "是平时的 5.2 倍", "5.2 times the usual", or that nobody left otherwise. */
function waveTimes(view: ReportView, {ratio}: Wave): string {
  if (ratio === null) return say(view, {zh: "平时没有", en: "usually none"});
  const times = formatNumber(ratio, "points", view).replace("+", "");
  return say(view, {zh: `是平时的 ${times} 倍`, en: `${times} times the usual`});
}
