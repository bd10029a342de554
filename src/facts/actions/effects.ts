import type {Row} from "../../marts/list.js";
import {isMetric, metricOf} from "../../metrics/catalogue.js";
import {capital, inside} from "../../words/capital.js";
import {effectName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import type {ReportView} from "../view.js";

type Effect = Row<"action_effects">;

/** A cell of text, or nothing. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What is done, or why: free text of the system, in the reader's language where reference/actions.csv has it. */
export const actionName = (view: ReportView, {note, cause}: Effect): string =>
  view.label("actions", text(note) || text(cause));

const isOfComplaints = ({metric}: Effect): boolean => metric === "complaints" || metric === "complaint_rate";

/** "滤芯发错投诉" or the name of the metric: what the action was to change. */
export function aimOf(view: ReportView, row: Effect): string {
  const zh = view.language === "zh";
  const category = row.category ? view.label("categories", row.category) : "";
  const region = row.region ? memberName(view, {dimension: "region", member: row.region}) : "";
  const isComplaints = isOfComplaints(row);
  const metric = isComplaints
    ? zh
      ? "投诉"
      : "complaints"
    : row.metric !== null && isMetric(row.metric)
      ? metricOf(row.metric)[view.language].name
      : text(row.metric);
  const aim = isComplaints && category ? (zh ? `“${category}”${metric}` : `${metric} “${category}”`) : metric;
  return region ? (zh ? `${region}${aim}` : `${aim} in ${region}`) : aim;
}

/** A change with its sign, which a reader must not have to guess: "+7.9%", "−22.5%". */
export function signedShare(view: ReportView, change: number): string {
  const text = formatNumber(change, "share", view);
  return change > 0 && !/^[0.]+%$/.test(text) ? `+${text}` : text;
}

interface Change {
  readonly change: number;
  readonly low: number;
  readonly high: number;
}

/** What the ratio of after to before says of the metric: 0.29 is a change of −0.71. */
const changeOf = ({ratio, lo, hi}: Effect): Change => ({
  change: (ratio ?? Number.NaN) - 1,
  low: (lo ?? Number.NaN) - 1,
  high: (hi ?? Number.NaN) - 1,
});

/** Up or down, where the interval leaves no doubt which. */
const isSigned = ({low, high}: Change): boolean => low > 0 || high < 0;

/** From none to some: no ratio says how much. */
const isFromNone = ({ratio, before}: Effect): boolean => ratio === null && before === 0;

/**
 * "down 71.3% (56.8–81.5%)"; where it may have gone either way, "−22.5% (−45.3 to +9.4%)"; from none to some,
 * "up from 0 to 41.2 per 10,000".
 */
export function changeText(view: ReportView, row: Effect): string {
  const zh = view.language === "zh";
  if (row.ratio === null && !isFromNone(row)) return zh ? "（样本太少，不显示）" : "(too few to show)";
  if (isFromNone(row)) {
    const after = formatNumber(row.after, "per_10000", view);
    return zh ? `从 0 升至每万户月 ${after}` : `up from 0 to ${after} per 10,000`;
  }
  const made = changeOf(row);
  const [open, close] = zh ? ["（", "）"] : [" (", ")"];
  if (!isSigned(made)) {
    const low = signedShare(view, made.low).replace("%", "");
    return `${signedShare(view, made.change)}${open}${low}${zh ? " 至 " : " to "}${signedShare(view, made.high)}${close}`;
  }
  const sizes = [Math.abs(made.low), Math.abs(made.high)].sort((a, b) => a - b);
  const interval = formatInterval([sizes[0], sizes[1]], "share", view);
  const way = zh ? (made.change < 0 ? "下降 " : "上升 ") : made.change < 0 ? "down " : "up ";
  return `${way}${formatNumber(Math.abs(made.change), "share", view)}${open}${interval}${close}`;
}

/** "1.52 times their change, 1.10–2.09", where the verdict rests on the other categories. */
function besideText(view: ReportView, row: Effect): string {
  if (!/_than_others|maybe_worse|alike/.test(row.effect) || row.against_others === null) return "";
  const times = formatNumber(row.against_others, "ratio", view);
  const interval = formatInterval([row.against_lo, row.against_hi], "ratio", view);
  return view.language === "zh"
    ? `（为同期其他类别变化的 ${times} 倍，${interval}）`
    : ` (${times} times the change of the others, ${interval})`;
}

/** "Complaints “Wrong filter sent” went down 71.3% (56.8–81.5%) after the action: it helped" */
export function effectFinding(view: ReportView, row: Effect): string {
  const zh = view.language === "zh";
  const name = aimOf(view, row);
  const aim = capital(name);
  const word = effectName(view, row.effect);
  if (row.ratio === null && !isFromNone(row)) return zh ? `${aim}：${word}` : `${aim}: ${word.toLowerCase()}`;
  const change = changeText(view, row);
  const verdict = `${zh ? word : word.toLowerCase()}${besideText(view, row)}`;
  if (isSigned(changeOf(row)))
    return zh ? `${aim}：措施完成后${change}，${verdict}` : `${aim} went ${change} after the action: ${verdict}`;
  return zh
    ? `${aim}：措施完成前后变化 ${change}，${verdict}`
    : `${aim} changed by ${change} after the action: ${verdict}`;
}

/** "见效（−71.3%）" */
export function shortEffect(view: ReportView, row: Effect): string {
  if (row.effect === "open") return "";
  const word = effectName(view, row.effect);
  if (isFromNone(row) && row.effect !== "early")
    return `${word}${view.language === "zh" ? `（${changeText(view, row)}）` : ` (${changeText(view, row)})`}`;
  if (row.ratio === null) return word;
  const change = signedShare(view, row.ratio - 1);
  return view.language === "zh" ? `${word}（${change}）` : `${word} (${change})`;
}

/** "“Wrong filter sent” down 71.3%": what an action did that surely helped. */
export function helpedText(view: ReportView, row: Effect): string {
  const {change} = changeOf(row);
  const size = formatNumber(Math.abs(change), "share", view);
  const way = change < 0 ? {zh: "下降", en: "down"} : {zh: "上升", en: "up"};
  if (view.language === "zh") return `${aimOf(view, row)}${way.zh} ${size}`;
  const isKind = isOfComplaints(row) && row.category && !row.region;
  const aim = isKind ? `“${view.label("categories", row.category!)}”` : inside(aimOf(view, row));
  return `${aim} ${way.en} ${size}`;
}

/** Verdicts in the order they are told: what went wrong first. */
const told = ["worse", "worse_than_others", "maybe_worse", "better_than_others", "alike", "none"] as const;

/** What can be judged of the finished actions: those that helped with how much, the others by verdict. */
export function effectsTitle(view: ReportView, rows: readonly Effect[]): string {
  const zh = view.language === "zh";
  const named = (row: Effect) => {
    const change = changeText(view, row);
    return `${actionName(view, row)}${zh && isSigned(changeOf(row)) ? "" : " "}${change}`;
  };
  const of = (effect: string) => rows.filter((row) => row.effect === effect);
  const list = (items: readonly string[]) => items.join(zh ? "、" : ", ");
  const helped = of("better");
  const count =
    helped.length === 0
      ? zh
        ? `可判断的 ${rows.length} 项措施${rows.length > 1 ? "都" : ""}未显示见效`
        : rows.length > 1
          ? `None of ${rows.length} actions that can be judged is shown to have helped`
          : "The one action that can be judged is not shown to have helped"
      : zh
        ? `可判断的 ${rows.length} 项措施中 ${helped.length} 项见效：${list(helped.map(named))}`
        : rows.length === 1
          ? `The one action that can be judged helped: ${list(helped.map(named))}`
          : `${helped.length} of ${rows.length} actions that can be judged helped: ${list(helped.map(named))}`;
  if (of("none").length === rows.length)
    return `${count}${zh ? "：" : ": "}${list(rows.map((row) => actionName(view, row)))}`;
  const others = told.flatMap((effect) => {
    const some = of(effect);
    if (some.length === 0) return [];
    const names = list(
      some.map((row) => (effect === "none" || effect === "alike" ? actionName(view, row) : named(row))),
    );
    const word = effectName(view, effect);
    return [zh ? `${word}：${names}` : `${inside(word)}: ${names}`];
  });
  return [count, ...others].join(zh ? "；" : "; ");
}

/** Finished and with months enough to say something; the worst first, then as published. */
export function judgedActions(view: ReportView): Effect[] {
  const order = [...told.slice(0, 3), "better", ...told.slice(3)] as readonly string[];
  return view
    .rows("action_effects")
    .filter(({effect}) => order.includes(effect))
    .sort((a, b) => order.indexOf(a.effect) - order.indexOf(b.effect));
}
