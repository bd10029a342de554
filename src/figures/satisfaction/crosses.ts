import {metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {metricOf} from "../../metrics/catalogue.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, tableFigure} from "../forms/table.js";

type Cross = Row<"satisfaction_crosses">;

/** Any two of tier, region, channel, product, role, age and sex crossed: those that clearly differ first. */
export function satisfactionCrosses(view: ReportView): FigureOrMissing {
  const id = "satisfaction-crosses";
  const all = view.rows("satisfaction_crosses");
  const shown = all.filter((row) => row.dissatisfied !== null);
  if (shown.length === 0)
    return missingFigure(view, {
      id,
      needs: ["surveys", "customers"],
      shows: {zh: "任意两个维度交叉的满意度", en: "satisfaction by any two dimensions crossed"},
    });
  const rows = byVerdict(shown);
  const worse = rows.filter(({verdict}) => verdict === "worse");
  const hidden = all.length - shown.length;
  const verdicts = {
    worse: say(view, {zh: "明显更差", en: "clearly worse"}),
    better: say(view, {zh: "明显更好", en: "clearly better"}),
    "": "",
  };
  const points = Math.round(100 * metricOf("bottom_box").delta);
  const few = say(view, {zh: "样本少", en: "small base"});
  return tableFigure(view, {
    id,
    title: titleOf(view, worse),
    subtitle: say(view, {
      zh: `等级、区域、渠道、产品、角色、年龄、性别任取两个交叉；不满意率与满意率；${periodName(view)}`,
      en: `Any two of tier, region, channel, product, role, age and sex; dissatisfied and satisfied; ${periodName(view)}`,
    }),
    columns: [
      column("cross", say(view, {zh: "维度", en: "Dimensions"})),
      column("member", say(view, {zh: "一", en: "First"})),
      column("other_member", say(view, {zh: "二", en: "Second"})),
      column("n", say(view, {zh: "答卷", en: "Answers"}), "count"),
      column("dissatisfied", say(view, {zh: "不满意率", en: "Dissatisfied"}), "share"),
      ...limitColumns(view, "share", "dissatisfied"),
      column("rest", say(view, {zh: "其余", en: "Rest"}), "share"),
      column("csat", say(view, {zh: "满意率", en: "CSAT"}), "share"),
      ...limitColumns(view, "share", "csat"),
      column("verdict", say(view, {zh: "结论", en: "Verdict"})),
    ],
    rows: rows.map((row) => [
      `${dimensionName(view, row.dimension)} × ${dimensionName(view, row.other_dimension)}`,
      ...namesOf(view, row),
      row.n,
      row.dissatisfied,
      row.dissatisfied_lo,
      row.dissatisfied_hi,
      row.rest,
      row.csat,
      row.csat_lo,
      row.csat_hi,
      row.flag === "hollow" ? few : verdicts[row.verdict],
    ]),
    n: metricTotal(view, {metric: "bottom_box", period: "window"})?.n ?? Math.max(...shown.map(({n}) => n!)),
    method: say(view, {
      zh: `每格与格外全部答卷相比（同一客户多次作答合为一群）；全部交叉为一族，Benjamini–Hochberg 校正，差 ${points} 个百分点以上才算`,
      en: `each cell against all answers outside it, customers being clusters; Benjamini–Hochberg over all crosses, and ${points} points or more`,
    }),
    metrics: ["bottom_box", "csat"],
    marts: ["satisfaction_crosses"],
    notes:
      hidden > 0
        ? [
            say(view, {
              zh: `另有 ${hidden} 格样本不足 10 份，或可由合计倒推出这样的格，不显示。`,
              en: `${counted(hidden, "cell")} more with under 10 answers, or from which such a one could be worked out, are not shown.`,
            }),
          ]
        : [],
  });
}

/** Those that clearly differ first, small bases last, then by how many are dissatisfied. */
function byVerdict(shown: readonly Cross[]): Cross[] {
  const rank = {worse: 0, better: 1, "": 2};
  return [...shown].sort(
    (a, b) =>
      rank[a.verdict] - rank[b.verdict] ||
      Number(a.flag !== "") - Number(b.flag !== "") ||
      b.dissatisfied! - a.dissatisfied! ||
      b.n! - a.n!,
  );
}

const namesOf = (view: ReportView, row: Cross): [string, string] => [
  memberName(view, {dimension: row.dimension, member: row.member}),
  memberName(view, {dimension: row.other_dimension, member: row.other_member}),
];

function titleOf(view: ReportView, worse: readonly Cross[]): string {
  const [first] = worse;
  if (!first)
    return say(view, {
      zh: "任意两个维度交叉：没有明显更差的一格",
      en: "Any two dimensions crossed: no cell clearly worse",
    });
  const [one, other] = namesOf(view, first);
  const share = (value: number | null) => formatNumber(value, "share", view);
  const more = worse.length - 1;
  return say(view, {
    zh: `${one}、${other}的客户不满意率 ${share(first.dissatisfied)}，其余 ${share(first.rest)}${more > 0 ? `；另有 ${more} 格也明显更差` : ""}`,
    en: `${one} and ${other}: ${share(first.dissatisfied)} dissatisfied, ${share(first.rest)} elsewhere${more > 0 ? `; ${counted(more, "other cell")} clearly worse too` : ""}`,
  });
}
