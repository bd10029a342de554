import type {ReportView} from "../../facts/view.js";
import {itemName} from "../../words/codes.js";
import {groupName, memberName} from "../../words/dimensions.js";
import {formatDate, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column, tableFigure} from "../forms/table.js";

const attitudes = [
  {id: "dissatisfied", zh: "不满意", en: "Dissatisfied"},
  {id: "content", zh: "满意或一般", en: "Satisfied or neutral"},
  {id: "silent", zh: "没有作答", en: "Silent"},
] as const;

/** What part of revenue is satisfied, dissatisfied, or has not said. */
export function attitudeRevenue(view: ReportView): FigureOrMissing {
  const id = "attitude-revenue";
  const rows = view.rows("attitudes");
  const at = (tier: string, attitude: string) => rows.find((row) => row.tier === tier && row.attitude === attitude);
  const whole = (tier: string) => attitudes.reduce((sum, {id: each}) => sum + (at(tier, each)?.revenue ?? 0), 0);
  const isWhole = (tier: string) => attitudes.every(({id: each}) => at(tier, each)?.revenue !== null);
  const tiers = ["(all)", ...(view.order("tier") ?? [])].filter((tier) => whole(tier) > 0);
  if (whole("(all)") === 0 || !isWhole("(all)"))
    return missingFigure(view, {
      id,
      needs: ["surveys", "customers", "orders"],
      shows: {
        zh: "不满意、没作答与其余客户各占多少收入",
        en: "what part of revenue is satisfied, dissatisfied or silent",
      },
    });
  // Of a tier with a hidden cell no share is known.
  const share = (tier: string, attitude: string) =>
    isWhole(tier) ? (at(tier, attitude)?.revenue ?? 0) / whole(tier) : null;
  const text = (attitude: string) => formatNumber(share("(all)", attitude), "share", view);
  const name = (tier: string) =>
    tier === "(all)"
      ? memberName(view, {dimension: "all", member: "all"})
      : memberName(view, {dimension: "tier", member: tier});
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `占收入 ${text("dissatisfied")} 的客户不满意，${text("silent")} 没有作答`,
      en: `Customers with ${text("dissatisfied")} of revenue are dissatisfied; ${text("silent")} did not answer`,
    }),
    subtitle: say(view, {
      zh: `每户以最近一次回答为准；占收入的比例；${periodName(view)}`,
      en: `By each customer's last answer; share of revenue; ${periodName(view)}`,
    }),
    form: "stacked",
    unit: "share",
    labels: say(view, {zh: "客户等级", en: "Tier"}),
    series: attitudes.map((each) => ({
      id: each.id,
      name: each[view.language],
      ...(each.id === "silent" ? {role: "context" as const} : {}),
    })),
    more: attitudes.map((each) =>
      column(`${each.id}_customers`, say(view, {zh: `${each.zh}户数`, en: `${each.en}, customers`}), "count"),
    ),
    rows: tiers.map((tier) => ({
      label: name(tier),
      parts: attitudes.map((each) => {
        const value = share(tier, each.id);
        const n = at(tier, each.id)?.customers ?? null;
        return value === null ? {value, n: null, flag: "suppressed" as const} : {value, n};
      }),
      more: attitudes.map((each) => at(tier, each.id)?.customers ?? null),
    })),
    n: attitudes.reduce((sum, each) => sum + (at("(all)", each.id)?.customers ?? 0), 0),
    method: say(view, {
      zh: "全部客户（有购买、合同或作答）计数，无抽样误差",
      en: "all customers who buy, have a contract or answered are counted: no sampling error",
    }),
    metrics: ["csat"],
    marts: ["attitudes", "rated_coverage"],
    notes: attitudeNotes(
      view,
      tiers.some((tier) => !isWhole(tier)),
    ),
  });
}

/** How many of the best tier answered, and what is hidden. */
function attitudeNotes(view: ReportView, isHidden: boolean): string[] {
  const best = (view.order("tier") ?? [])[0];
  const coverage = view.rows("rated_coverage").find(({tier}) => tier === best);
  return [
    ...(best && coverage
      ? [
          say(view, {
            zh: `${groupName(view, {dimension: "tier", member: best})} ${formatNumber(coverage.customers, "count", view)} 户，${coverage.raters} 户作答；不满意的列在名单里。`,
            en: `${groupName(view, {dimension: "tier", member: best})}: ${formatNumber(coverage.customers, "count", view)} customers, ${coverage.raters} answered; the dissatisfied are listed by name.`,
          }),
        ]
      : []),
    ...(isHidden
      ? [
          say(view, {
            zh: "不到 5 户的格子隐去，防倒推的也一并隐去。",
            en: "Cells of under 5 customers are hidden, and those that would give them away.",
          }),
        ]
      : []),
  ];
}

/** The dissatisfied who bring most: who, since when, why, in their own masked words. */
export function dissatisfiedAccounts(view: ReportView): FigureOrMissing {
  const id = "dissatisfied-accounts";
  const rows = [...view.rows("dissatisfied_accounts")].sort(
    (a, b) => b.revenue - a.revenue || (a.customer_id < b.customer_id ? -1 : 1),
  );
  if (rows.length === 0)
    return missingFigure(view, {
      id,
      needs: ["surveys", "customers", "orders"],
      shows: {zh: "带来收入最多的不满意客户", en: "the dissatisfied customers who bring most"},
    });
  const revenue = rows.reduce((sum, row) => sum + row.revenue, 0);
  const silent = rows.filter(({has_complained}) => has_complained === false).length;
  const isKnown = rows.some(({has_complained}) => has_complained !== null);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `收入最多的 ${rows.length} 户不满意客户带来 ${formatNumber(revenue, "money", view)}${isKnown ? `，其中 ${silent} 户没有投诉过` : ""}`,
      en: `The ${rows.length} dissatisfied customers who bring most bring ${formatNumber(revenue, "money", view)}${isKnown ? `; ${silent} never complained` : ""}`,
    }),
    subtitle: say(view, {
      zh: `最近一次回答为最低两档；原话已遮盖个人信息；${periodName(view)}`,
      en: `Last answer one of the two lowest marks; personal data in their words is masked; ${periodName(view)}`,
    }),
    columns: [
      column("customer_id", say(view, {zh: "客户", en: "Customer"})),
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("region", say(view, {zh: "大区", en: "Region"})),
      column("owner", say(view, {zh: "负责人", en: "Owner"})),
      column("revenue", say(view, {zh: "收入", en: "Revenue"}), "money"),
      column("score", say(view, {zh: "打分", en: "Score"}), "count"),
      column("survey_date", say(view, {zh: "何时", en: "When"})),
      column("low_items", say(view, {zh: "低分项", en: "Rated low"})),
      column("category", say(view, {zh: "关于", en: "About"})),
      column("has_complained", say(view, {zh: "投诉过", en: "Complained"})),
      column("verbatim", say(view, {zh: "原话", en: "In their words"})),
    ],
    rows: rows.map((row) => [
      row.customer_id,
      memberName(view, {dimension: "tier", member: row.tier}),
      memberName(view, {dimension: "region", member: row.region}),
      personName(view, row.owner),
      row.revenue,
      row.score,
      row.survey_date ? formatDate(row.survey_date, view) : "–",
      (row.low_items ?? "")
        .split(" ")
        .filter(Boolean)
        .map((item) => itemName(view, item))
        .join(view.language === "zh" ? "、" : ", ") || "–",
      row.category ? view.label("categories", row.category) : "–",
      row.has_complained === null
        ? "–"
        : row.has_complained
          ? say(view, {zh: "是", en: "yes"})
          : say(view, {zh: "否", en: "no"}),
      row.verbatim ?? "–",
    ]),
    n: rows.length,
    metrics: ["bottom_box"],
    marts: ["dissatisfied_accounts"],
    notes: [say(view, {zh: "按收入从高到低，最多 50 户。", en: "By revenue, fifty at most."})],
  });
}
