import {tierMeasure, tierName, tiersBestFirst} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import {formatDate, formatNumber} from "../../words/format.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingRule} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

/** The published rule, and whether the tiers stored in the customer file follow it. */
export function tierCheck(view: ReportView): FigureOrMissing {
  const id = "tier-check";
  const levels = tiersBestFirst(view);
  if (levels.length === 0)
    return missingRule(view, {
      id,
      needs: ["customers"],
      rule: "rules/tiers.yaml",
      shows: {zh: "等级规则及其核对", en: "the rule of the tiers and its check"},
    });
  const measure = tierMeasure(view);
  const checks = view.rows("tier_checks");
  const sum = (rows: typeof checks) => rows.reduce((total, row) => total + row.customers, 0);
  const [all, equal] = [sum(checks), sum(checks.filter((row) => row.stored === row.recomputed))];
  const share = formatNumber(all > 0 ? equal / all : null, "share", view);
  return tableFigure(view, {
    id,
    title:
      all === 0
        ? say(view, {
            zh: "等级只有一条规则；客户档案里没有等级可核对",
            en: "One rule for all tiers; the customer file holds none to check",
          })
        : equal === all
          ? say(view, {
              zh: `${formatNumber(all, "count", view)} 户等级按规则重算，与档案 100% 一致`,
              en: `${formatNumber(all, "count", view)} tiers recomputed by the rule: 100% as stored`,
            })
          : say(view, {
              zh: `按规则重算，${formatNumber(all - equal, "count", view)} 户与档案里的等级不一致（一致 ${share}）`,
              en: `Recomputed by the rule, ${formatNumber(all - equal, "count", view)} tiers differ from those stored (${share} agree)`,
            }),
    subtitle: say(view, {
      zh: `规则第 ${levels[0]!.version} 版（rules/tiers.yaml）：近 ${view.windowMonths} 个月${measure.name}达到门槛即为该级`,
      en: `Rule version ${levels[0]!.version} (rules/tiers.yaml): a tier from its threshold on, by ${measure.name} over ${view.windowMonths} months`,
    }),
    columns: [
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("threshold", say(view, {zh: "门槛", en: "Threshold"}), measure.unit),
      column("recomputed", say(view, {zh: "按规则", en: "By the rule"}), "count"),
      column("stored", say(view, {zh: "档案里", en: "Stored"}), "count"),
      column("equal", say(view, {zh: "一致", en: "Equal"}), "count"),
    ],
    rows: levels.map(({tier, threshold}) => [
      tierName(view, tier),
      threshold,
      sum(checks.filter((row) => row.recomputed === tier)),
      sum(checks.filter((row) => row.stored === tier)),
      sum(checks.filter((row) => row.stored === tier && row.recomputed === tier)),
    ]),
    n: all,
    marts: ["tier_levels", "tier_checks"],
    notes: [
      ...(equal < all
        ? [
            say(view, {
              zh: `核对 ${formatNumber(all, "count", view)} 户：一致 ${formatNumber(equal, "count", view)} 户（${share}），不一致 ${formatNumber(all - equal, "count", view)} 户。`,
              en: `${formatNumber(all, "count", view)} checked: ${formatNumber(equal, "count", view)} equal (${share}), ${formatNumber(all - equal, "count", view)} not.`,
            }),
          ]
        : []),
      say(view, {
        zh: "只核对档案里写有等级的客户；规则全年不改，人工调整只能进例外表。",
        en: "Only customers with a stored tier are checked; by hand nothing changes but in the table of exceptions.",
      }),
    ],
  });
}

/** Who was given another tier by hand: by whom, why, until when. */
export function tierOverrides(view: ReportView): FigureOrMissing {
  const id = "tier-overrides";
  const rows = view.rows("tier_overrides");
  if (rows.length === 0)
    return missingRule(view, {
      id,
      needs: ["customers"],
      rule: "rules/overrides.yaml",
      shows: {zh: "人工例外", en: "exceptions made by hand"},
    });
  const inForce = rows.filter((row) => row.is_in_force).length;
  const expired = rows.length - inForce;
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `人工例外 ${inForce} 户有效${expired > 0 ? `，${expired} 户已过期` : ""}`,
      en: `${inForce} exception${inForce === 1 ? "" : "s"} in force${expired > 0 ? `, ${expired} expired` : ""}`,
    }),
    subtitle: say(view, {
      zh: "例外只影响服务标准；所有分组仍用规则算出的等级",
      en: "Exceptions change the service due and nothing else: every cut uses the tier by the rule",
    }),
    columns: [
      column("customer_id", say(view, {zh: "客户", en: "Customer"})),
      column("rule_tier", say(view, {zh: "按规则", en: "By the rule"})),
      column("tier", say(view, {zh: "例外", en: "Exception"})),
      column("reason", say(view, {zh: "理由", en: "Reason"})),
      column("given_by", say(view, {zh: "谁批的", en: "By"})),
      column("until_date", say(view, {zh: "有效至", en: "Until"})),
      column("state", say(view, {zh: "状态", en: "State"})),
    ],
    rows: rows.map((row) => [
      row.customer_id,
      tierName(view, row.rule_tier),
      tierName(view, row.tier),
      row.reason,
      view.label("callers", row.given_by),
      formatDate(row.until_date, view),
      row.is_in_force ? say(view, {zh: "有效", en: "In force"}) : say(view, {zh: "已过期", en: "Expired"}),
    ]),
    n: rows.length,
    marts: ["tier_overrides"],
  });
}
