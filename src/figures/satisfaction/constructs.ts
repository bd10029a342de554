import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingRule} from "../forms/missing.js";
import {column, limitColumns, numbersOf, tableFigure} from "../forms/table.js";

type Known = Row<"construct_scores"> & {readonly value: number};
type Sound = Row<"construct_reliability">;

/** Constructs may be asked on different scales: how far up its own a mean stands. */
const onScale = ({value, scale_min, scale_max}: Known): number => (value - scale_min) / (scale_max - scale_min);

/** Several items that ask of one thing: their mean, by group too, and whether they measure one thing. */
export function constructs(view: ReportView): FigureOrMissing {
  const id = "constructs";
  const rows = whereKnown(view.rows("construct_scores"), "value", "n");
  const wholes = rows.filter(({dimension}) => dimension === "all").sort((a, b) => onScale(a) - onScale(b));
  const [lowest] = wholes;
  if (!lowest)
    return missingRule(view, {
      id,
      rule: say(view, {zh: "reference/items.csv 的 construct 列", en: "column construct in reference/items.csv"}),
      needs: ["surveys"],
      shows: {
        zh: "几道题合成的分数，及它们是否在量同一件事",
        en: "scores made of several items, and whether these measure one thing",
      },
    });
  const name = (construct: string) => view.label("constructs", construct);
  const sound = new Map(view.rows("construct_reliability").map((row) => [row.construct, row]));
  const soundness = (row: Sound | undefined) =>
    row
      ? [...numbersOf(row, ["alpha", "alpha_lo", "alpha_hi", "omega"]), verdictWords(view)[row.verdict]]
      : [null, null, null, null, ""];
  return tableFigure(view, {
    id,
    title: titleOf(view, {lowest, count: wholes.length, sound: sound.get(lowest.construct)}),
    ...(wholes.length > 1 && new Set(wholes.map(({scale_min, scale_max}) => `${scale_min}–${scale_max}`)).size === 1
      ? {claims: [{is: "lowest", of: "value", rows: [name(lowest.construct)], among: [dimensionName(view, "all")]}]}
      : {}),
    subtitle: say(view, {
      zh: `同一构面各题的平均分，答全各题的才算；${periodName(view)}`,
      en: `Mean of the items of a construct, of those who rated them all; ${periodName(view)}`,
    }),
    columns: [
      column("construct", say(view, {zh: "构面", en: "Construct"})),
      column("group", say(view, {zh: "分组", en: "Group"})),
      column("value", say(view, {zh: "平均分", en: "Mean"}), "score"),
      ...limitColumns(view, "score"),
      column("n", say(view, {zh: "答卷", en: "Answers"}), "count"),
      column("items", say(view, {zh: "题数", en: "Items"}), "count"),
      column("scale", say(view, {zh: "刻度", en: "Scale"})),
      column("sd", say(view, {zh: "标准差", en: "Standard deviation"}), "score"),
      column("alpha", "α", "ratio"),
      ...limitColumns(view, "ratio", "alpha"),
      column("omega", "ω", "ratio"),
      column("verdict", say(view, {zh: "结论", en: "Verdict"})),
    ],
    rows: byConstruct(rows, wholes).map((row) => [
      name(row.construct),
      row.dimension === "all"
        ? dimensionName(view, "all")
        : `${dimensionName(view, row.dimension)} · ${memberName(view, row)}`,
      ...numbersOf(row, ["value", "lo", "hi", "n", "items"]),
      `${row.scale_min}–${row.scale_max}`,
      row.sd,
      ...soundness(row.dimension === "all" ? sound.get(row.construct) : undefined),
    ]),
    n: Math.max(...wholes.map(({n}) => n)),
    method: say(view, {
      zh: "t 区间，同一客户算一个；Cronbach α 与 Feldt 95% 区间，ω 由单因子主轴解得；α 0.70–0.95 且样本 ≥100 为可用",
      en: "t intervals in which a customer counts once; Cronbach's alpha with Feldt's 95% limits, omega of one principal-axis factor; sound: alpha .70–.95 and n ≥ 100",
    }),
    metrics: ["csat_score"],
    marts: ["construct_scores", "construct_reliability"],
    notes: [
      say(view, {
        zh: "两道题的构面没有 α；分组不另算 α。",
        en: "Constructs of two items have no alpha; groups have none of their own.",
      }),
    ],
  });
}

/** Construct by construct, the lowest first; of each its whole before its groups. */
function byConstruct(rows: readonly Known[], wholes: readonly Known[]): Known[] {
  const order = wholes.map(({construct}) => construct);
  const key = ({dimension, member}: Known) => (dimension === "all" ? "" : `${dimension} ${member}`);
  return [...rows].sort(
    (a, b) => order.indexOf(a.construct) - order.indexOf(b.construct) || (key(a) < key(b) ? -1 : 1),
  );
}

const verdictWords = (view: ReportView): Readonly<Record<Sound["verdict"], string>> => ({
  good: say(view, {zh: "一致", en: "consistent"}),
  low: say(view, {zh: "各题不大一致", en: "items disagree"}),
  redundant: say(view, {zh: "题目重复", en: "items repeat each other"}),
  indeterminate: say(view, {zh: "样本不足，无法判断", en: "too few to tell"}),
});

/** The lowest construct, and whether its items belong together. */
function titleOf(
  view: ReportView,
  {
    lowest,
    count,
    sound,
  }: {
    lowest: Known;
    count: number;
    sound: Sound | undefined;
  },
): string {
  const name = view.label("constructs", lowest.construct);
  const scale = `${lowest.scale_min}–${lowest.scale_max}`;
  const mean = formatNumber(lowest.value, "score", view);
  const alpha = sound
    ? say(view, {
        zh: `（α ${formatNumber(sound.alpha, "ratio", view)}，${verdictWords(view)[sound.verdict]}）`,
        en: ` (alpha ${formatNumber(sound.alpha, "ratio", view)}, ${verdictWords(view)[sound.verdict]})`,
      })
    : "";
  return count === 1
    ? say(view, {zh: `${name}平均 ${mean} 分，刻度 ${scale}${alpha}`, en: `${name}: mean ${mean} on ${scale}${alpha}`})
    : say(view, {
        zh: `${count} 个构面中${name}最低：${mean} 分，刻度 ${scale}${alpha}`,
        en: `Of ${count} constructs ${name} is lowest: ${mean} on ${scale}${alpha}`,
      });
}
