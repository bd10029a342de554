import {careLedger} from "../../facts/relations/care.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {campaignName, careKind} from "../../words/care.js";
import {inOrder, memberName} from "../../words/dimensions.js";
import {formatInterval, formatMonth, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Care = Row<"care_by_group">;

const needs = ["care_actions"];
const of = (view: ReportView, dimension: Care["dimension"]): Care[] =>
  view.rows("care_by_group").filter((row) => row.dimension === dimension);

/** Care and gifts by tier, kind and campaign: touches, cost and budget; booked as cost of sales and held to the ledger. */
export function careCost(view: ReportView): FigureOrMissing {
  const id = "care-cost";
  const [all] = of(view, "all");
  if (!all) return missingFigure(view, {id, needs, shows: {zh: "客户关怀的费用", en: "what customer care costs"}});
  const {months, different} = careLedger(view);
  const cost = formatNumber(all.cost, "money", view);
  const [acts, customers] = [all.acts, all.customers].map((each) => formatNumber(each, "count", view));
  const ledger =
    months === 0
      ? ""
      : different.length === 0
        ? say(view, {zh: "，计入销售成本，与总账一致", en: ", booked as cost of sales and equal to the ledger"})
        : say(view, {
            zh: `，${different.length} 个月与总账对不上`,
            en: `; ${counted(different.length, "month differs", "months differ")} from the ledger`,
          });
  const tiers = inOrder(view, {dimension: "tier", members: of(view, "tier").map((row) => ({...row, n: row.acts}))});
  const bySize = (rows: Care[]) => rows.sort((a, b) => b.cost - a.cost || (a.member < b.member ? -1 : 1));
  const line = (label: string, row: Care) => [
    label,
    row.acts,
    row.customers,
    row.invited === 0 ? null : row.invited,
    row.invited === 0 ? null : row.attended,
    row.customers < 5 ? null : row.cost,
    row.customers < 5 ? null : row.budget,
    row.customers < 5 ? null : row.cost / row.customers,
  ];
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `关怀 ${acts} 次、${customers} 户，费用 ${cost}${ledger}`,
      en: `Care: ${counted(all.acts, "touch", "touches")}, ${counted(all.customers, "customer")}, ${cost}${ledger}`,
    }),
    subtitle: say(view, {
      zh: `问候、礼品和活动，按等级、种类和活动；${periodName(view)}${months > 0 ? `；总账核对 ${months} 个月` : ""}`,
      en: `Greetings, gifts and events by tier, kind and campaign; ${periodName(view)}${months > 0 ? `; ${counted(months, "month")} held to the ledger` : ""}`,
    }),
    n: all.acts,
    marts: ["care_by_group", ...(months > 0 ? ["reconciliation"] : [])],
    columns: [
      column("group", say(view, {zh: "等级 / 种类 / 活动", en: "Tier / kind / campaign"})),
      column("acts", say(view, {zh: "次数", en: "Touches"}), "count"),
      column("customers", say(view, {zh: "客户", en: "Customers"}), "count"),
      column("invited", say(view, {zh: "邀请", en: "Invited"}), "count"),
      column("attended", say(view, {zh: "到场", en: "Came"}), "count"),
      column("cost", say(view, {zh: "费用", en: "Cost"}), "money"),
      column("budget", say(view, {zh: "预算", en: "Budget"}), "money"),
      column("each", say(view, {zh: "每户", en: "Each customer"}), "money"),
    ],
    rows: [
      ...tiers.map((row) => line(memberName(view, {dimension: "tier", member: row.member}), row)),
      ...bySize(of(view, "kind")).map((row) => line(careKind(view, row.member), row)),
      ...bySize(of(view, "campaign")).map((row) => line(campaignName(view, row.member), row)),
      line(say(view, {zh: "合计", en: "Together"}), all),
    ],
    notes: different.slice(0, 3).map(({month, ours, ledger: total}) =>
      say(view, {
        zh: `${formatMonth(month, view)}：我们 ${formatNumber(ours, "money", view)}，总账 ${formatNumber(total, "money", view)}。`,
        en: `${formatMonth(month, view)}: ours ${formatNumber(ours, "money", view)}, the ledger ${formatNumber(total, "money", view)}.`,
      }),
    ),
  });
}

/** What care cost, month by month. */
export function careByMonth(view: ReportView): FigureOrMissing {
  const id = "care-by-month";
  const rows = view.rows("care_months");
  const known = rows.filter((row): row is typeof row & {cost: number} => row.cost !== null);
  const most = [...known].sort((a, b) => b.cost - a.cost || (a.month < b.month ? -1 : 1))[0];
  if (known.length < 2 || !most || most.cost === 0)
    return missingFigure(view, {id, needs, shows: {zh: "各月的关怀费用", en: "care cost by month"}});
  return estimateFigure(view, {
    id,
    title: say(view, {
      zh: `关怀费用最多的是${formatMonth(most.month, view)}：${formatNumber(most.cost, "money", view)}`,
      en: `Care cost most in ${formatMonth(most.month, view)}: ${formatNumber(most.cost, "money", view)}`,
    }),
    claims: [{is: "highest", of: "value", rows: [most.month]}],
    subtitle: say(view, {zh: "每月关怀、礼品和活动的费用", en: "Cost of care, gifts and events by month"}),
    form: "columns",
    unit: "money",
    labels: say(view, {zh: "月份", en: "Month"}),
    name: say(view, {zh: "费用", en: "Cost"}),
    metric: "care_cost",
    method: say(view, {zh: "计数", en: "counts"}),
    marts: ["care_months"],
    n: rows.reduce((sum, row) => sum + (row.acts ?? 0), 0),
    rows: rows.map(({month, cost, acts, state}) => ({
      label: month,
      value: cost,
      n: acts,
      flag: state === "partial" || state === "missing" ? state : ("" as const),
    })),
  });
}

/** Renewals with and without care in the half year before the contract ended, within tiers. */
export function careRenewals(view: ReportView): FigureOrMissing {
  const id = "care-renewals";
  const rows = view.rows("care_renewal_rates");
  const cared = rows.find(({tier, member}) => tier === "all" && member === "cared");
  const others = rows.find(({tier, member}) => tier === "all" && member === "others");
  if (!cared || !others || cared.renewal === null || others.renewal === null)
    return missingFigure(view, {
      id,
      needs: ["care_actions", "contracts"],
      shows: {zh: "关怀过的客户续约是否更多", en: "whether customers cared for renew more often"},
    });
  const share = (value: number | null) => formatNumber(value, "share", view);
  const tiers = [...new Set(rows.map(({tier}) => tier))].filter((tier) => tier !== "all");
  const ordered = inOrder(view, {dimension: "tier", members: tiers.map((member) => ({member, n: 0}))});
  const label = (tier: string) =>
    tier === "all" ? say(view, {zh: "合计", en: "Together"}) : memberName(view, {dimension: "tier", member: tier});
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `到期前半年关怀过的 ${cared.ended} 份合同续了 ${share(cared.renewal)}，其余 ${share(others.renewal)}${renewalVerdict(view, cared)}`,
      en: `Contracts with care in the half year before (${cared.ended}): ${share(cared.renewal)} renewed, the others ${share(others.renewal)}${renewalVerdict(view, cared)}`,
    }),
    subtitle: say(view, {
      zh: `到期已过宽限期的合同；我方终止、停业、搬迁和另有合同接着的除外；活动到场才算；${periodName(view)}`,
      en: `Contracts whose grace has passed; ended by us, closed down, moved, or with another running on left out; events count if attended; ${periodName(view)}`,
    }),
    n: cared.ended + others.ended,
    method: say(view, {
      zh: "Wilson 95% 区间；等级内优势比（Mantel–Haenszel）",
      en: "Wilson 95% interval; odds ratio within tiers (Mantel–Haenszel)",
    }),
    marts: ["care_renewal_rates"],
    columns: [
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("member", say(view, {zh: "关怀", en: "Care"})),
      column("ended", say(view, {zh: "到期合同", en: "Contracts ended"}), "count"),
      column("renewal", say(view, {zh: "续约", en: "Renewed"}), "share"),
      column("renewal_lo", say(view, {zh: "下限", en: "Lower"}), "share"),
      column("renewal_hi", say(view, {zh: "上限", en: "Upper"}), "share"),
      column("flag", say(view, {zh: "标记", en: "Flag"})),
    ],
    rows: [...ordered.map(({member}) => member), "all"].flatMap((tier) =>
      rows
        .filter((row) => row.tier === tier)
        .map((row) => [
          label(tier),
          row.member === "cared" ? say(view, {zh: "有", en: "yes"}) : say(view, {zh: "无", en: "no"}),
          row.ended,
          row.renewal,
          row.renewal_lo,
          row.renewal_hi,
          row.renewal === null ? "suppressed" : "",
        ]),
    ),
    notes: [
      ...oddsNote(view, cared),
      say(view, {
        zh: "关怀不是随机安排的：有差别也不等于关怀的效果。",
        en: "Care was not dealt out at random: a difference is not its effect.",
      }),
    ],
  });
}

type Renewals = Row<"care_renewal_rates">;

const oddsInterval = (view: ReportView, {odds_ratio_lo, odds_ratio_hi}: Renewals): string =>
  formatInterval([odds_ratio_lo, odds_ratio_hi], "ratio", view);

/** "；同等级内比，续约机会是 1.6 倍（1.1–2.3）", or that no difference shows. */
function renewalVerdict(view: ReportView, cared: Renewals): string {
  const {odds_ratio, odds_ratio_lo: low, odds_ratio_hi: high} = cared;
  const interval = oddsInterval(view, cared);
  const isSure = low !== null && high !== null && (low > 1 || high < 1);
  return odds_ratio === null
    ? ""
    : isSure
      ? say(view, {
          zh: `；同等级内比，续约机会是 ${formatNumber(odds_ratio, "ratio", view)} 倍（${interval}）`,
          en: `; within tiers the odds of renewal are ${formatNumber(odds_ratio, "ratio", view)} times (${interval})`,
        })
      : say(view, {zh: "；同等级内比，看不出差别", en: "; within tiers no difference shows"});
}

function oddsNote(view: ReportView, cared: Renewals): string[] {
  const {odds_ratio} = cared;
  const interval = oddsInterval(view, cared);
  return odds_ratio === null
    ? []
    : [
        say(view, {
          zh: `同等级内续约的优势比 ${formatNumber(odds_ratio, "ratio", view)}（${interval}）。`,
          en: `Odds of renewal within tiers: ${formatNumber(odds_ratio, "ratio", view)} times (${interval}).`,
        }),
      ];
}
