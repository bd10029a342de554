import {partSuffix} from "../../facts/months.js";
import {type CategoryNow, categoriesNow} from "../../facts/service/categories.js";
import type {ReportView} from "../../facts/view.js";
import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {inside} from "../../words/capital.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {isRestName} from "../../words/rest.js";
import {say} from "../../words/say.js";
import type {Figure, FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {leaders} from "../forms/leaders.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";

/** What is complained about this month, most first. */
export function complaintCategories(view: ReportView): FigureOrMissing {
  const id = "complaint-categories";
  const categories = categoriesNow(view);
  if (categories.length === 0)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "本月投诉的类别", en: "what this month's complaints are about"},
    });
  const zh = view.language === "zh";
  const month = view.month ?? "";
  const part = partSuffix(view, {metric: "complaint_rate", month});
  const total = categories.reduce((sum, each) => sum + each.now, 0);
  const name = ({category}: CategoryNow) => memberName(view, {dimension: "category", member: category});
  const rising = categories.filter((each) => each.isNew || each.isRising);
  const fresh = rising.find((each) => each.isNew);
  const {names, others} = leaders(
    view,
    categories.filter((each) => !isRestName(name(each))),
    {of: ({now}) => now, name, kind: "类"},
  );
  const usualText = (each: CategoryNow) => formatNumber(usualOf(each), "per_10000", view);
  const title = fresh
    ? zh
      ? `新出现的投诉：“${name(fresh)}” ${fresh.now} 件，前 ${fresh.months} 个月一件也没有`
      : `New: “${name(fresh)}”, ${fresh.now} complaints and none in the ${fresh.months} months before`
    : rising[0]
      ? zh
        ? `“${name(rising[0])}”明显多于以往：本月 ${rising[0].now} 件，此前月均 ${usualText(rising[0])} 件`
        : `“${name(rising[0])}” is clearly above its past: ${rising[0].now} this month against ${usualText(rising[0])} a month before`
      : usualTitle(view, {categories, total, others});
  const label = (each: CategoryNow) =>
    `${name(each)}${each.isNew ? (zh ? "（新）" : " (new)") : each.isRising ? (zh ? "（上升）" : " (rising)") : ""}`;
  const drawn = categories.slice(0, 15);
  const figure = estimateFigure(view, {
    id,
    focus: rising.map(label),
    title,
    ...(rising.length === 0 && names.length > 0 ? {claims: [{is: "highest", of: "value", rows: names}]} : {}),
    subtitle: zh
      ? `${formatMonth(month, view)}投诉件数${part}，按类别`
      : `Complaints in ${formatMonth(month, view)}${part} by category`,
    form: "bars",
    unit: "count",
    labels: zh ? "类别" : "Category",
    name: zh ? "投诉数" : "Complaints",
    metric: "complaint_rate",
    marts: ["complaint_categories_by_month"],
    n: total,
    rows: drawn.map((each) => {
      const {low, high} = poissonRate({events: each.now, exposure: 1});
      return {
        label: label(each),
        value: each.now,
        lo: low,
        hi: high,
        n: each.now,
      };
    }),
    notes: [
      zh
        ? "“上升”指本月明显高于该类别前 12 个月的月均（精确比率检验，按类别数校正）。"
        : "“Rising”: clearly above the category's own monthly mean of the last 12 months (exact rate ratio, corrected for the number of categories).",
    ],
  });
  return withCumulative(view, {
    figure,
    usual: drawn.map(usualOf),
    // Summed before it is divided: the last of all is 100 % exactly.
    values: drawn.map((_, at) => drawn.slice(0, at + 1).reduce((sum, {now}) => sum + now, 0) / total),
  });
}

const none = {zh: "", en: ""};

/** What most complaints are about where no kind is above its past; how many have no kind, where these are more. */
function usualTitle(
  view: ReportView,
  {categories, total, others}: {categories: readonly CategoryNow[]; total: number; others: string},
): string {
  const name = ({category}: CategoryNow) => memberName(view, {dimension: "category", member: category});
  const share = ({now}: CategoryNow) => formatNumber(now / total, "share", view);
  const first = categories.find((each) => !isRestName(name(each)));
  const count = formatNumber(total, "count", view);
  if (!first) return say(view, {zh: `投诉 ${count} 件，都没有分类`, en: `Complaints: ${count}, none with a category`});
  const rest = categories[0] === first ? undefined : categories[0];
  const steady = first.isCompared
    ? {zh: "；没有类别明显多于以往", en: "; no category is clearly above its past"}
    : none;
  const after = rest ? {zh: `；${name(rest)} ${share(rest)}`, en: `; ${share(rest)} ${inside(name(rest))}`} : steady;
  return say(view, {
    zh: `投诉最多的是“${name(first)}”${others}，${others && "各"}占 ${share(first)}${after.zh}`,
    en: `Most complained about: “${name(first)}”${others}, ${share(first)}${others && " each"}${after.en}`,
  });
}

/** Its complaints in a usual month of the past; null where there is none to go by. */
const usualOf = ({now, ratio, isNew}: CategoryNow): number | null =>
  isNew ? 0 : Number.isFinite(ratio) && ratio > 0 ? now / ratio : null;

/** The month's usual number and the running share of all complaints beside the bars: how few kinds make most of them. */
function withCumulative(
  view: ReportView,
  {figure, usual, values}: {figure: Figure; usual: readonly (number | null)[]; values: readonly number[]},
): Figure {
  const label = say(view, {zh: "累计占比", en: "Running share"});
  const {columns, rows} = figure.table;
  return {
    ...figure,
    cumulative: {label, values},
    table: {
      columns: [
        ...columns,
        column("usual", say(view, {zh: "此前月均", en: "A month before"}), "per_10000"),
        column("cumulative", label, "share"),
      ],
      rows: rows.map((row, at) => [...row, usual[at] ?? null, values[at] ?? null]),
    },
  };
}
