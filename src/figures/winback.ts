import {formatInterval, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {inOrder, memberName} from "./dimension-names.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flag} from "./figure.js";
import {missingFigure} from "./missing.js";
import {causeName} from "./relation-names.js";
import {column} from "./table-figure.js";

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
  if (!total || Number(total.contacted) === 0) return missingFigure(view, {id, needs, shows});
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
      members: of(view, dimension).map((row) => ({
        ...row,
        member: String(row.member),
        n: dimension === "wait" ? 0 : Number(row.contacted),
      })),
    })
      .filter((row) => Number((row as unknown as MartRow).contacted) > 0)
      .map((row) => ({
        row: row as unknown as MartRow,
        dimension,
        label: `${titles[dimension]} · ${label(dimension, row.member)}`,
      })),
  );
  const flag = (row: MartRow): Flag =>
    row.of_contacted === null ? "suppressed" : Number(row.contacted) < 30 ? "hollow" : "";
  const figure = estimateFigure(view, {
    id,
    title: winbackFinding(view, total),
    subtitle: zh ? "联系过的流失客户中回来的比例" : "Share back of the lost customers approached",
    form: "dots",
    unit: "share",
    labels: zh ? "分组" : "Group",
    name: zh ? "回来（占联系过的）" : "Back, of those approached",
    metric: "winback_rate",
    marts: ["winback_by_group"],
    n: Number(total.contacted),
    rows: rows.map((each) => ({
      label: each.label,
      value: each.row.of_contacted as number | null,
      lo: each.row.of_contacted_lo as number | null,
      hi: each.row.of_contacted_hi as number | null,
      n: Number(each.row.contacted),
      flag: flag(each.row),
    })),
    ...(total.of_contacted === null
      ? {}
      : {reference: {value: Number(total.of_contacted), label: zh ? "全部" : "All"}}),
    notes: [
      zh
        ? "谁去联系、给什么方案不是随机安排的：差别不等于效果。"
        : "Callers and offers were not dealt out at random: a difference is not an effect.",
    ],
  });
  return {
    ...figure,
    table: {
      columns: [
        column("group", zh ? "分组" : "Group"),
        column("lost", zh ? "流失" : "Lost", "count"),
        column("contacted", zh ? "联系过" : "Approached", "count"),
        column("reached", zh ? "联系上" : "Reached", "count"),
        column("returned", zh ? "回来" : "Back", "count"),
        column("of_contacted", zh ? "占联系过" : "Of approached", "share"),
        column("lo", zh ? "下限" : "Lower", "share"),
        column("hi", zh ? "上限" : "Upper", "share"),
        column("of_lost", zh ? "占全部流失" : "Of all lost", "share"),
        column("within_180", zh ? "180 天内回来（满 180 天者）" : "Within 180 days (of those due)", "share"),
        column("flag", zh ? "标记" : "Flag"),
      ],
      rows: [{row: total, label: zh ? "全部" : "All"}, ...rows].map((each) => [
        each.label,
        ...(
          [
            "lost",
            "contacted",
            "reached",
            "returned",
            "of_contacted",
            "of_contacted_lo",
            "of_contacted_hi",
            "of_lost",
            "within_180",
          ] as const
        ).map((name) => each.row[name] as number | null),
        flag(each.row),
      ]),
    },
  };
}

/** Both denominators, always: of those approached, and of all lost. */
export function winbackFinding(view: ReportView, total: MartRow): string {
  const share = (value: unknown) => formatNumber(value as number | null, "share", view);
  const interval = formatInterval(
    [total.of_contacted_lo as number | null, total.of_contacted_hi as number | null],
    "share",
    view,
  );
  return view.language === "zh"
    ? `流失 ${total.lost} 户，联系了 ${total.contacted} 户，回来 ${total.returned} 户：占联系过的 ${share(total.of_contacted)}（${interval}），占全部流失的 ${share(total.of_lost)}`
    : `${total.lost} lost, ${total.contacted} approached, ${total.returned} back: ${share(total.of_contacted)} (${interval}) of those approached, ${share(total.of_lost)} of all lost`;
}
