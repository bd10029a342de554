import {formatInterval, formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {inOrder, memberName} from "./dimension-names.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flag, Point} from "./figure.js";
import {missingFigure} from "./missing.js";
import {brandName, causeName} from "./relation-names.js";
import {column, tableFigure} from "./table-figure.js";

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
          : member;
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

/** Share of all lost who are back, by months since leaving. */
export function winbackCurve(view: ReportView): FigureOrMissing {
  const id = "winback-curve";
  const rows = view.rows("winback_by_month");
  const last = rows.at(-1);
  if (!last || Number(last.value) === 0)
    return missingFigure(view, {
      id,
      needs,
      shows: {zh: "离开后多久回来", en: "how long after leaving customers come back"},
    });
  const zh = view.language === "zh";
  const share = (value: unknown) => formatNumber(Number(value), "share", view);
  const at = (month: number) => rows.find((row) => row.month === month);
  const [half, year] = [at(6), at(12)];
  const points: Point[] = rows.map((row) => ({
    value: Number(row.value),
    lo: row.lo as number | null,
    hi: row.hi as number | null,
    n: Number(row.n_risk),
  }));
  const later = half && year && Number(year.value) - Number(half.value) < 0.005;
  const title = half
    ? zh
      ? `离开半年内回来的占 ${share(half.value)}${later ? "，之后几乎没有人回来" : year ? `，一年内 ${share(year.value)}` : ""}`
      : `${share(half.value)} are back within half a year${later ? ", hardly anybody later" : year ? `, ${share(year.value)} within a year` : ""}`
    : zh
      ? `至今回来的占 ${share(last.value)}`
      : `${share(last.value)} are back so far`;
  return {
    id,
    title,
    subtitle: zh
      ? "全部自愿流失客户中已回来的累积比例；刚离开的按删失处理"
      : "Cumulative share back of all who left of their own will; the recently lost are censored",
    form: "steps",
    unit: "share",
    categories: rows.map(({month}) => String(month)),
    category_kind: "number",
    category_title: zh ? "离开后的月数" : "Months since leaving",
    value_title: zh ? "已回来" : "Back",
    series: [{id: "returned", name: zh ? "已回来" : "Back", role: "main", points}],
    table: {
      columns: [
        column("month", zh ? "月数" : "Months", "count"),
        column("value", zh ? "已回来" : "Back", "share"),
        column("lo", zh ? "下限" : "Lower", "share"),
        column("hi", zh ? "上限" : "Upper", "share"),
        column("n", zh ? "在册数" : "At risk", "count"),
      ],
      rows: rows.map((row) =>
        (["month", "value", "lo", "hi", "n_risk"] as const).map((name) => row[name] as number | null),
      ),
    },
    n: Number(rows[0]!.n_risk),
    method: zh ? "1 − Kaplan–Meier，log-log 95% 区间" : "1 − Kaplan–Meier, log-log 95% limits",
    metrics: ["winback_rate"],
    marts: ["winback_by_month"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

/** Who may still be won back, and who should call: by the rule, else the account's owner. */
export function winbackCandidates(view: ReportView): FigureOrMissing {
  const id = "winback-candidates";
  const all = view.rows("winback_candidates");
  if (all.length === 0)
    return missingFigure(view, {id, needs, shows: {zh: "可挽回的客户名单", en: "who may still be won back"}});
  const zh = view.language === "zh";
  const outcomes: Readonly<Record<string, string>> = zh
    ? {thinking: "考虑中", no_answer: "未联系上"}
    : {thinking: "thinking it over", no_answer: "not reached"};
  const rows = [...all]
    .sort(
      (a, b) =>
        Number(b.can_win_back === true) - Number(a.can_win_back === true) ||
        Number(b.monthly_amount ?? 0) - Number(a.monthly_amount ?? 0) ||
        (String(a.customer_id) < String(b.customer_id) ? -1 : 1),
    )
    .slice(0, 25);
  const winnable = all.filter(({can_win_back}) => can_win_back === true);
  const sum = winnable.reduce((total, row) => total + Number(row.monthly_amount ?? 0), 0);
  const never = all.filter(({outcome}) => outcome === null).length;
  return tableFigure(view, {
    id,
    title: zh
      ? `${all.length} 户尚可争取，其中 ${winnable.length} 户自己说可挽回（月费 ${formatNumber(sum, "money", view)} 元）；${never} 户还没人联系过`
      : `${all.length} may still be won back, ${winnable.length} say so themselves (${formatNumber(sum, "money", view)} a month); nobody has called ${never} of them`,
    subtitle: zh
      ? "近十二个月流失、未回来、未拒绝、未要求勿扰的客户；说可挽回者在前"
      : "Lost in the window, not back, did not decline, may be contacted; those who say it is possible first",
    n: all.length,
    marts: ["winback_candidates"],
    columns: [
      column("customer_id", zh ? "客户" : "Customer"),
      column("left_date", zh ? "离开日期" : "Left", "date"),
      column("tier", zh ? "等级" : "Tier"),
      column("cause", zh ? "原因" : "Cause"),
      column("destination", zh ? "去向" : "Destination"),
      column("amount", zh ? "月费" : "A month", "money"),
      column("can", zh ? "说可挽回" : "Says it is possible"),
      column("outcome", zh ? "上次联系" : "Last contact"),
      column("caller", zh ? "由谁联系" : "Who should call"),
    ],
    rows: rows.map((row) => [
      String(row.customer_id),
      String(row.left_date),
      memberName(view, {dimension: "tier", member: String(row.tier)}),
      causeName(view, String(row.cause)),
      brandName(view, String(row.destination)),
      row.monthly_amount as number | null,
      row.can_win_back === true ? (zh ? "是" : "yes") : row.can_win_back === false ? (zh ? "否" : "no") : "",
      row.outcome === null ? (zh ? "无" : "none") : (outcomes[String(row.outcome)] ?? String(row.outcome)),
      `${(row.caller as string | null) ?? (row.owner as string | null) ?? ""}`,
    ]),
    notes: [
      zh
        ? "由谁联系按 rules/winback.yaml；没有规则时为客户负责人。"
        : "Who should call follows rules/winback.yaml; without it, the owner of the account.",
    ],
  });
}
