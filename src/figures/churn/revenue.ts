import {type Known, whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {inside} from "../../words/capital.js";
import {causeName} from "../../words/codes.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {causeRows} from "./causes.js";

type Cause = Known<Row<"churn_causes">, "monthly_amount">;

/** What the lost customers paid a month, by cause. */
export function churnRevenue(view: ReportView): FigureOrMissing {
  const id = "churn-revenue";
  const all = causeRows(view);
  const rows = whereKnown(all, "monthly_amount").sort((a, b) => b.monthly_amount - a.monthly_amount);
  const total = all[0]?.amount_all ?? 0;
  const first = rows.find(({cause}) => cause !== "unknown");
  if (!first || total === 0)
    return missingFigure(view, {
      id,
      needs: ["churn_interviews"],
      shows: {zh: "流失的月费，按原因", en: "revenue lost by cause"},
    });
  const rest = all.filter(({monthly_amount}) => monthly_amount === null);
  const left = total - sum(rows, "monthly_amount");
  const second = rows.find((row) => row.cause !== "unknown" && row !== first);
  return estimateFigure(view, {
    id,
    title: revenueFinding(view, {total, first, second}),
    ...(isSurelyMost(first, second)
      ? {claims: [{is: "highest", of: "value", rows: [causeName(view, first.cause)]}]}
      : {}),
    subtitle: say(view, {
      zh: `流失客户离开时的月费，按主因；${periodName(view)}`,
      en: `What lost customers paid a month when they left, by main cause; ${periodName(view)}`,
    }),
    form: "bars",
    unit: "money",
    labels: say(view, {zh: "原因", en: "Cause"}),
    name: say(view, {zh: "流失月费", en: "Monthly amount lost"}),
    metric: "revenue_retention",
    marts: ["churn_causes"],
    worked: [
      say(view, {
        zh: `${causeName(view, first.cause)}：${formatNumber(first.monthly_amount, "count", view)} ÷ ${formatNumber(total, "count", view)} = ${formatNumber(first.monthly_amount / total, "share", view)}（95% 区间 ${formatInterval([first.amount_lo, first.amount_hi], "share", view)}）`,
        en: `${causeName(view, first.cause)}: ${formatNumber(first.monthly_amount, "count", view)} ÷ ${formatNumber(total, "count", view)} = ${formatNumber(first.monthly_amount / total, "share", view)} (95% limits ${formatInterval([first.amount_lo, first.amount_hi], "share", view)})`,
      }),
    ],
    n: first.lost,
    rows: [
      ...rows.map((row) => ({
        label: causeName(view, row.cause),
        value: row.monthly_amount,
        lo: row.amount_lo === null ? null : row.amount_lo * total,
        hi: row.amount_hi === null ? null : row.amount_hi * total,
        n: row.customers,
      })),
      ...(rest.length > 0
        ? [
            {
              label: say(view, {zh: "其余原因合计", en: "Other causes together"}),
              value: left,
              n: sum(rest, "customers"),
            },
          ]
        : []),
    ],
    method: say(view, {
      zh: "占比的 95% 区间按客户线性化；少于 5 户的原因合并",
      en: "95% interval of the share, linearised by customer; causes of fewer than 5 together",
    }),
    notes: [
      ...worthNotes(view),
      say(view, {
        zh: "少数大客户就能改变这张图：区间很宽时，先看是哪几户。",
        en: "A few large customers can turn this chart: where the interval is wide, look at who they are first.",
      }),
    ],
  });
}

const isSurelyMost = (first: Cause, second: Cause | undefined): boolean =>
  !second || (first.amount_lo ?? 0) > (second.amount_hi ?? 1);

/** How much was lost a month, and over what most; alone only where that is sure. */
function revenueFinding(
  view: ReportView,
  {total, first, second}: {total: number; first: Cause; second: Cause | undefined},
): string {
  const money = (value: number) => formatNumber(value, "money", view);
  const share = formatNumber(first.amount_share, "share", view);
  const name = causeName(view, first.cause);
  const isSure = isSurelyMost(first, second);
  return say(view, {
    zh: `流失的月费共 ${money(total)}，${isSure ? `已知原因中${name}最多：` : `其中${name} `}${money(first.monthly_amount)}，占全部的 ${share}${isSure ? "" : "，不能断定是最多的"}`,
    en: `${money(total)} a month was lost; ${isSure ? "of known causes most " : ""}over ${inside(name)} ${money(first.monthly_amount)}, ${share} of all${isSure ? "" : ", not surely the most"}`,
  });
}

/** In a file without dates: of how much the lost amount is a part, and what those who left were worth. */
function worthNotes(view: ReportView): string[] {
  const all = view.rows("value_by_segment").find(({dimension}) => dimension === "all");
  if (view.churnRule !== "stated" || !all) return [];
  const of = (
    name: "customers" | "lost" | "monthly_amount" | "monthly_amount_lost" | "lifetime_value" | "lifetime_value_lost",
  ) => all[name] ?? 0;
  const money = (value: number) => formatNumber(value, "money", view);
  const amount = of("monthly_amount") + of("monthly_amount_lost");
  const [lost, stayed] = [of("lost"), of("customers") - of("lost")];
  const value = of("lifetime_value");
  return [
    ...(amount > 0
      ? [
          say(view, {
            zh: `全部客户的月费为 ${money(amount)}，流失占 ${formatNumber(of("monthly_amount_lost") / amount, "share", view)}。`,
            en: `All customers together paid ${money(amount)} a month; ${formatNumber(of("monthly_amount_lost") / amount, "share", view)} of it left.`,
          }),
        ]
      : []),
    ...(value > 0 && lost > 0 && stayed > 0
      ? [
          say(view, {
            zh: `客户终身价值平均 ${money(value / of("customers"))}：流失者 ${money(of("lifetime_value_lost") / lost)}，留下者 ${money((value - of("lifetime_value_lost")) / stayed)}。`,
            en: `Mean lifetime value ${money(value / of("customers"))}: of those who left ${money(of("lifetime_value_lost") / lost)}, of those who stayed ${money((value - of("lifetime_value_lost")) / stayed)}.`,
          }),
        ]
      : []),
  ];
}
