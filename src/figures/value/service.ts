import {tierGroup, tierName, tiersBestFirst} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {type Part, partsFigure} from "../forms/parts.js";
import {column} from "../forms/table.js";

type Standard = Row<"service_standards">;

const kinds = [
  {id: "visits", zh: "拜访", en: "visits", of: (row: Standard) => ({due: row.visits_due, kept: row.visits_kept})},
  {id: "calls", zh: "电话", en: "calls", of: (row: Standard) => ({due: row.calls_due, kept: row.calls_kept})},
  {
    id: "replies",
    zh: "首次回复",
    en: "first replies",
    of: (row: Standard) => ({due: row.replies_due, kept: row.replies_kept}),
  },
] as const;

/** What each tier is due beside what it got: visits, calls, first replies in time. */
export function serviceStandards(view: ReportView): FigureOrMissing {
  const id = "service-standards";
  const rows = tiersBestFirst(view).flatMap(({tier}) =>
    view.rows("service_standards").filter((row) => row.tier === tier),
  );
  const drawn = rows.flatMap((row) =>
    kinds.flatMap((kind) => {
      const {due, kept} = kind.of(row);
      if (!due || kept === null) return [];
      const limits = kind.id === "replies" ? {lo: row.replies_lo, hi: row.replies_hi} : {};
      const part: Part = {value: kept / due, n: due, ...limits};
      const label = `${tierName(view, row.tier)} · ${kind[view.language]}`;
      return [{label, parts: [part], more: [due, kept, row.customers], kind, due, kept}];
    }),
  );
  if (drawn.length === 0)
    return missingFigure(view, {
      id,
      needs: ["customers", "orders", "visits"],
      shows: {
        zh: "各等级服务标准的执行（rules/standards.yaml）",
        en: "service due and done by tier (rules/standards.yaml)",
      },
    });
  const overall = kinds.flatMap((kind) => {
    const own = drawn.filter((row) => row.kind === kind);
    const due = own.reduce((sum, row) => sum + row.due, 0);
    const kept = own.reduce((sum, row) => sum + row.kept, 0);
    return due > 0 ? [{kind, kept, due, value: kept / due}] : [];
  });
  const worst = [...overall].sort((a, b) => a.value - b.value);
  const share = ({kind, value}: (typeof overall)[number]) =>
    say(view, {
      zh: `${kind.zh}做到 ${formatNumber(value, "share", view)}`,
      en: `${formatNumber(value, "share", view)} of ${kind.en}`,
    });
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `对照服务标准：${worst.map(share).join("，")}`,
      en: `Of the service due, done: ${worst.map(share).join(", ")}`,
    }),
    subtitle: say(view, {
      zh: `按 rules/standards.yaml 应做的次数中做到的；超出标准的不补别人的缺；${periodName(view)}`,
      en: `Done of what rules/standards.yaml asks; more for one does not make up for another; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "等级 · 服务", en: "Tier · service"}),
    worked: worst.map(({kind, kept, due, value}) => {
      const sum = `${formatNumber(kept, "count", view)} ÷ ${formatNumber(due, "count", view)} = ${formatNumber(value, "share", view)}`;
      return say(view, {zh: `${kind.zh}，各等级合计：${sum}`, en: `${kind.en}, all tiers: ${sum}`});
    }),
    series: [{id: "value", name: say(view, {zh: "做到", en: "Done"}), role: "main"}],
    more: [
      column("due", say(view, {zh: "应做", en: "Due"}), "count"),
      column("kept", say(view, {zh: "做到", en: "Done"}), "count"),
      column("customers", say(view, {zh: "户数", en: "Customers"}), "count"),
    ],
    rows: drawn.map(({label, parts, more}) => ({label, parts, more})),
    n: rows.reduce((sum, row) => sum + row.customers, 0),
    method: say(view, {
      zh: "期中入网的按天折算，不足一次的舍去；勿联系的客户不应做，勿电话、仅邮件的不应打电话；电话＝接通的外呼与回访；首次回复按自然小时，Wilson 95% 区间",
      en: "who joined in the window is due its part of the year, rounded down; who wants no contact is due none, who wants no calls or only e-mail no calls; calls = answered outbound calls and follow-ups; first replies by hours of the clock, with Wilson 95% interval",
    }),
    marts: ["service_standards", "tier_levels"],
  });
}

/** Cost of service by tier beside what it would be if cost followed margin. */
export function tierResources(view: ReportView): FigureOrMissing {
  const id = "tier-resources";
  const rows = tiersBestFirst(view).flatMap(({tier}) => view.rows("tier_service").filter((row) => row.tier === tier));
  const told = rows.flatMap((row) =>
    row.over_cost !== null && row.cost !== null ? [{...row, over_cost: row.over_cost}] : [],
  );
  if (told.length < 2)
    return missingFigure(view, {
      id,
      needs: ["customers", "orders", "calls"],
      shows: {zh: "各等级的服务投入与带来的毛利", en: "what each tier is served for beside what it brings"},
    });
  const over = told.reduce((a, b) => (b.over_cost > a.over_cost ? b : a));
  const under = told.reduce((a, b) => (b.over_cost < a.over_cost ? b : a));
  const money = (value: number) => formatNumber(Math.abs(value), "money", view);
  return partsFigure(view, {
    id,
    title: say(view, {
      zh: `照毛利分配，${tierGroup(view, over.tier)}多用了 ${money(over.over_cost)}，${tierGroup(view, under.tier)}少用了 ${money(under.over_cost)}`,
      en: `${tierName(view, over.tier)} get ${money(over.over_cost)} more service than their share of margin, ${tierName(view, under.tier)} ${money(under.over_cost)} less`,
    }),
    subtitle: say(view, {
      zh: `服务费用与“按毛利分摊应得”之差；正数为多用；${periodName(view)}`,
      en: `Cost of service less what a share by margin would give; above 0 is over-served; ${periodName(view)}`,
    }),
    form: "bars",
    unit: "money",
    labels: say(view, {zh: "客户等级", en: "Tier"}),
    series: [
      {id: "over_cost", name: say(view, {zh: "多用（少用为负）", en: "Over (under if negative)"}), role: "main"},
    ],
    more: [
      column("customers", say(view, {zh: "户数", en: "Customers"}), "count"),
      column("revenue", say(view, {zh: "收入", en: "Revenue"}), "money"),
      column("margin", say(view, {zh: "毛利", en: "Margin"}), "money"),
      column("contacts", say(view, {zh: "接触次数", en: "Contacts"}), "count"),
      column("visits", say(view, {zh: "拜访", en: "Visits"}), "count"),
      column("minutes", say(view, {zh: "分钟", en: "Minutes"}), "count"),
      column("cost", say(view, {zh: "服务费用", en: "Cost of service"}), "money"),
      column("fair_cost", say(view, {zh: "按毛利应得", en: "Share by margin"}), "money"),
    ],
    rows: rows.map((row) => ({
      label: tierName(view, row.tier),
      parts: [{value: row.over_cost, n: row.customers}],
      more: [row.customers, row.revenue, row.margin, row.contacts, row.visits, row.minutes, row.cost, row.fair_cost],
    })),
    focus: [tierName(view, over.tier)],
    n: rows.reduce((sum, row) => sum + row.customers, 0),
    method: say(view, {
      zh: "费用＝分钟 × 每分钟费用（rules/value.yaml）＋拜访与关怀的支出；没有毛利时按收入分摊",
      en: "cost = minutes × cost a minute (rules/value.yaml) + spending on visits and care; by revenue where no margin is told",
    }),
    marts: ["tier_service"],
    notes: [
      say(view, {
        zh: "多用不等于该砍：投诉多的客户用得多。这里只说钱用在了哪里。",
        en: "Over-served is no verdict: who complains uses more. This only shows where the money goes.",
      }),
      say(view, {
        zh: "接触：接通的电话和会话、其他途径的工单、打通的回访、拜访；电话或会话开的工单不重复计。",
        en: "Contacts: answered calls and chats, tickets that came another way, follow-ups that reached, visits; a ticket from a call or chat counts with it.",
      }),
    ],
  });
}
