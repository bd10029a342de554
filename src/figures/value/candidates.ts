import {tierMeasure, tierName} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import {memberName} from "../../words/dimensions.js";
import {formatDate, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** Who lacks little of the next tier, nearest first, in the rule's own units. */
export function tierCandidates(view: ReportView): FigureOrMissing {
  const id = "tier-candidates";
  const all = view.rows("tier_candidates");
  if (all.length === 0)
    return missingFigure(view, {
      id,
      needs: ["customers", "orders"],
      shows: {zh: "离上一级只差一点的客户", en: "customers just under the next tier"},
    });
  const rows = [...all].sort(
    (a, b) => b.place - a.place || a.missing - b.missing || (a.customer_id < b.customer_id ? -1 : 1),
  );
  const within = view.rows("tier_levels")[0]?.within_share ?? 0.05;
  const [first] = rows;
  const up = all.filter((row) => row.place === first!.place).length;
  const measure = tierMeasure(view);
  const missing = all.reduce((sum, row) => sum + row.missing, 0);
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${all.length} 户离上一级只差不到 ${Math.round(within * 100)}%，其中 ${up} 户差一点到${tierName(view, first!.next_tier)}；共差 ${formatNumber(missing, measure.unit, view)}`,
      en: `${all.length} customers lack under ${Math.round(within * 100)}% of the next tier, ${up} of them of “${tierName(view, first!.next_tier)}”; ${formatNumber(missing, measure.unit, view)} in all`,
    }),
    subtitle: say(view, {
      zh: `近 ${view.windowMonths} 个月${measure.name}已到下一级门槛的 ${Math.round((1 - within) * 100)}% 以上的在网客户`,
      en: `Present customers whose ${measure.name} over ${view.windowMonths} months is at least ${Math.round((1 - within) * 100)}% of the next threshold`,
    }),
    columns: [
      column("customer_id", say(view, {zh: "客户", en: "Customer"})),
      column("missing", say(view, {zh: "还差", en: "Missing"}), measure.unit),
      column("next_tier", say(view, {zh: "下一级", en: "Next tier"})),
      column("owner", say(view, {zh: "负责人", en: "Owner"})),
      column("region", say(view, {zh: "大区", en: "Region"})),
      column("tier", say(view, {zh: "现级", en: "Tier"})),
      column("measured", measure.had, measure.unit),
    ],
    rows: rows.map((row) => [
      row.customer_id,
      row.missing,
      tierName(view, row.next_tier),
      personName(view, row.owner),
      memberName(view, {dimension: "region", member: row.region}),
      tierName(view, row.tier),
      row.measured,
    ]),
    n: all.length,
    method: say(view, {
      zh: `规则门槛减去近 ${view.windowMonths} 个月的${measure.name}`,
      en: `threshold of the rule less the ${measure.name} over ${view.windowMonths} months`,
    }),
    marts: ["tier_candidates", "tier_levels"],
  });
}

/** Whose visit is overdue by the standard of the tier, the best tiers first. */
export function visitsOverdue(view: ReportView): FigureOrMissing {
  const id = "visits-overdue";
  const all = view.rows("visits_overdue");
  if (all.length === 0)
    return missingFigure(view, {
      id,
      needs: ["customers", "orders", "visits"],
      shows: {zh: "逾期未拜访的客户", en: "customers whose visit is overdue"},
    });
  const rows = [...all].sort(
    (a, b) => b.place - a.place || b.days_overdue - a.days_overdue || (a.customer_id < b.customer_id ? -1 : 1),
  );
  const first = rows[0]!;
  const same = all.filter((row) => row.place === first.place).length;
  const tier = tierName(view, first.tier);
  const last = first.last_visit_date
    ? say(view, {
        zh: `上次 ${formatDate(first.last_visit_date, view)}`,
        en: `last on ${formatDate(first.last_visit_date, view)}`,
      })
    : say(view, {zh: "从未拜访", en: "never visited"});
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `${all.length} 户拜访逾期，${tier} ${same} 户；最久的${tier}客户 ${first.customer_id} 逾期 ${first.days_overdue} 天（${last}）`,
      en: `${all.length} visits overdue, ${same} in tier “${tier}”; longest there: ${first.customer_id}, ${first.days_overdue} days (${last})`,
    }),
    ...(same > 1 ? {claims: [{is: "highest", of: "days_overdue", rows: [first.customer_id], among: [tier]}]} : {}),
    subtitle: say(view, {
      zh: "按等级的每年拜访次数（rules/standards.yaml）折算间隔，从上次拜访算起；谢绝联系者不计",
      en: "Interval from the visits a year of the tier (rules/standards.yaml), counted from the last visit; who wants no contact is left out",
    }),
    columns: [
      column("customer_id", say(view, {zh: "客户", en: "Customer"})),
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("region", say(view, {zh: "大区", en: "Region"})),
      column("owner", say(view, {zh: "负责人", en: "Owner"})),
      column("last_visit_date", say(view, {zh: "上次拜访", en: "Last visit"})),
      column("visit_due_date", say(view, {zh: "应拜访", en: "Due"})),
      column("days_overdue", say(view, {zh: "逾期天数", en: "Days overdue"}), "count"),
      column("visits_due", say(view, {zh: "一年应访", en: "Due a year"}), "count"),
      column("visits", say(view, {zh: "已访", en: "Done"}), "count"),
      column("revenue", say(view, {zh: "年购买额", en: "Bought a year"}), "money"),
    ],
    rows: rows.map((row) => [
      row.customer_id,
      tierName(view, row.tier),
      memberName(view, {dimension: "region", member: row.region}),
      personName(view, row.owner),
      row.last_visit_date ? formatDate(row.last_visit_date, view) : "–",
      formatDate(row.visit_due_date, view),
      row.days_overdue,
      row.visits_due,
      row.visits,
      row.revenue,
    ]),
    n: all.length,
    marts: ["visits_overdue"],
  });
}
