import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {causeName} from "../../words/codes.js";
import {inOrder, memberName} from "../../words/dimensions.js";
import {formatMonth, formatNumber} from "../../words/format.js";
import {spanName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingLosses} from "../forms/missing.js";
import {column, limitColumns} from "../forms/table.js";

type Group = Row<"winback_by_group">;

const needs = ["winback_contacts", "contracts"];
const shows = {zh: "挽回率", en: "the win-back rate"};
const of = (view: ReportView, dimension: string) =>
  view.rows("winback_by_group").filter((row) => row.dimension === dimension);

const waits: Readonly<Record<string, {zh: string; en: string}>> = {
  "0-1": {zh: "离开不足 2 个月", en: "under 2 months gone"},
  "2-3": {zh: "离开 2–3 个月", en: "2–3 months gone"},
  "4-5": {zh: "离开 4–5 个月", en: "4–5 months gone"},
  "6+": {zh: "离开半年以上", en: "half a year gone or more"},
};

/** Share of those approached who came back, by when, who called, what was offered, tier and cause. */
export function winbackByGroup(view: ReportView): FigureOrMissing {
  const id = "winback-by-group";
  const total = of(view, "all")[0];
  if (!total || total.contacted === 0) return missingLosses(view, {id, needs, shows});
  const zh = view.language === "zh";
  const titles = zh
    ? {wait: "联系时", caller: "谁联系", offer: "方案", tier: "等级", cause: "原因"}
    : {wait: "When", caller: "Caller", offer: "Offer", tier: "Tier", cause: "Cause"};
  const label = (dimension: string, member: string) =>
    dimension === "wait"
      ? (waits[member]?.[view.language] ?? member)
      : dimension === "cause"
        ? causeName(view, member)
        : dimension === "tier"
          ? memberName(view, {dimension, member})
          : view.label(dimension === "caller" ? "callers" : "winback_offers", member);
  const rows = (["wait", "caller", "offer", "tier", "cause"] as const).flatMap((dimension) =>
    inOrder(view, {
      dimension,
      members: of(view, dimension).map((row) => ({...row, n: dimension === "wait" ? 0 : row.aged})),
    })
      .filter(({contacted}) => contacted !== 0)
      .map((row) => ({row, label: `${titles[dimension]} · ${label(dimension, row.member)}`})),
  );
  const figure = estimateFigure(view, {
    id,
    title: winbackFinding(view, total),
    subtitle: zh
      ? `联系过的流失客户中 180 天内回来的比例，只计联系已满 180 天的；${spanName(view)}`
      : `Share of contacted customers who came back within 180 days, of those contacted 180 or more days ago; ${spanName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "分组" : "Group",
    name: zh ? "180 天内回来（÷ 联系已满 180 天）" : "Back within 180 days (÷ contacted 180+ days ago)",
    metric: "winback_rate",
    method: zh ? "Wilson 95% 区间" : "Wilson 95% interval",
    marts: ["winback_by_group"],
    n: total.aged ?? 0,
    rows: rows.map(({row, label}) => ({
      label,
      value: row.within_180,
      lo: row.within_180_lo,
      hi: row.within_180_hi,
      n: row.aged,
      flag: row.flag,
    })),
    ...(total.within_180 === null
      ? {}
      : {
          reference: {
            value: total.within_180,
            label: `${zh ? "全部" : "All"} ${formatNumber(total.within_180, "share", view)}`,
          },
        }),
    notes: [
      ...(total.within_180 === null ? [] : [`${winbackCounts(view, total)}${zh ? "。" : "."}`]),
      zh
        ? "谁去联系、给什么方案不是随机安排的：差别不等于效果。"
        : "Callers and offers were not dealt out at random: a difference is not an effect.",
      ...(rows.some(({row}) => row.reason === "complement")
        ? [
            zh
              ? "只有一组不足 10 户时，次小的一组也一并隐去，以免由合计相减得出。"
              : "Where one group of fewer than 10 stands alone, the next smallest is withheld with it.",
          ]
        : []),
    ],
  });
  return {...figure, table: tableOf(view, [{row: total, label: zh ? "全部" : "All"}, ...rows])};
}

const measured = ["contacted", "reached", "returned", "of_lost", "aged", "returned_180", "within_180"] as const;

/** Counts and both rates; of all lost only where a group is one of all lost, and blank elsewhere. */
function tableOf(view: ReportView, rows: readonly {readonly row: Group; readonly label: string}[]): FigureTable {
  const zh = view.language === "zh";
  const isOfLost = ({dimension}: Group) => ["all", "tier", "cause"].includes(dimension);
  return {
    columns: [
      column("group", zh ? "分组" : "Group"),
      column("lost", zh ? "流失" : "Lost", "count"),
      column("contacted", zh ? "联系过" : "Contacted", "count"),
      column("reached", zh ? "联系上" : "Reached", "count"),
      column("returned", zh ? "至今回来" : "Back so far", "count"),
      column("of_lost", zh ? "÷ 全部流失" : "÷ all lost", "share"),
      column("aged", zh ? "联系已满 180 天" : "Contacted 180+ d", "count"),
      column("returned_180", zh ? "180 天内回来" : "Back in 180 d", "count"),
      column("within_180", zh ? "÷ 联系已满 180 天" : "÷ contacted 180+ d", "share"),
      ...limitColumns(view, "share"),
      column("flag", zh ? "标记" : "Flag"),
    ],
    rows: rows.map(({row, label}) => [
      label,
      isOfLost(row) ? row.lost : "",
      ...measured.map((name) => (name === "of_lost" && !isOfLost(row) ? "" : row[name])),
      row.within_180_lo,
      row.within_180_hi,
      row.flag,
    ]),
  };
}

/** The rate of the glossary; where too few were contacted long enough ago, the plain counts. */
export function winbackFinding(view: ReportView, total: Group): string {
  const zh = view.language === "zh";
  if (total.within_180 === null)
    return zh
      ? `${winbackCounts(view, total)}；联系已满 180 天的不足 10 户，还算不出挽回率`
      : `${winbackCounts(view, total)}; fewer than 10 were contacted 180 or more days ago, too few for a rate`;
  const share = formatNumber(total.within_180, "share", view);
  return zh
    ? `联系过的 ${total.aged} 户，${total.returned_180} 户回来（${share}）`
    : `${total.returned_180} of ${total.aged} we contacted came back (${share})`;
}

/** Lost, contacted, back so far: with those whose 180 days are not over. */
function winbackCounts(view: ReportView, {lost, contacted, returned, of_lost}: Group): string {
  const [first] = view.months;
  const since = first ? formatMonth(first, view) : "";
  if (lost === null)
    return say(view, {
      zh: `${since && `${since}以来`}流失的客户太少，不显示`,
      en: `${since ? `Since ${since} too` : "Too"} few were lost to show`,
    });
  const share = formatNumber(of_lost, "share", view);
  const part = of_lost === null ? {zh: "", en: ""} : {zh: `（${share}，÷ 全部流失）`, en: ` (${share}, ÷ all lost)`};
  return say(view, {
    zh: `${since && `${since}以来`}流失 ${lost} 户，联系了 ${contacted} 户，至今回来 ${returned} 户${part.zh}`,
    en: `${since && `Since ${since} `}${lost} lost, ${contacted} contacted, ${returned} back so far${part.en}`,
  });
}
