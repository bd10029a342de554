import {tierMeasure, tierName, tiersBestFirst} from "../../facts/value/tiers.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {leaders} from "../forms/leaders.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column, tableFigure} from "../forms/table.js";

type ValuePart = Row<"valued_customers">;

const parts = [
  {id: "revenue", zh: "收入", en: "Revenue", unit: "money"},
  {id: "margin", zh: "毛利", en: "Margin", unit: "money"},
  {id: "orders", zh: "订单数", en: "Orders", unit: "count"},
  {id: "days", zh: "距上次购买（天）", en: "Days since last order", unit: "count"},
  {id: "potential", zh: "潜在年采购", en: "Potential a year", unit: "money"},
  {id: "cost_share", zh: "服务费用率", en: "Cost of service", unit: "share"},
] as const;

const shown = 30;
const needs = ["customers", "orders"];

/** The customers of most value, each score with the parts that make it. */
export function customerValues(view: ReportView): FigureOrMissing {
  const id = "customer-values";
  const rows = view.rows("valued_customers");
  const used = parts.filter((part) => rows.some((row) => row.part === part.id));
  const customers = [...new Set(rows.map(({customer_id}) => customer_id))]
    .map((customer) => rows.filter((row) => row.customer_id === customer))
    .sort((a, b) => a[0]!.place - b[0]!.place)
    .slice(0, shown);
  const [first] = customers;
  if (!first || used.length < 2)
    return missingFigure(view, {
      id,
      needs,
      shows: {
        zh: "价值最高的客户及其得分构成（rules/value.yaml）",
        en: "the customers of most value and what makes their score (rules/value.yaml)",
      },
    });
  const score = (part: ValuePart, own: readonly ValuePart[]) =>
    (part.weight * part.points) / part.steps / own.reduce((sum, {weight}) => sum + weight, 0);
  const point = (value: number) => Math.round(value * 1000) / 10;
  const pointsOf = (own: readonly ValuePart[]) => point(own.reduce((sum, part) => sum + score(part, own), 0));
  const {names, others} = leaders(view, customers, {of: pointsOf, name: (own) => own[0]!.customer_id, kind: "户"});
  const weights = used.map((part) => {
    const row = rows.find((each) => each.part === part.id)!;
    return `${part[view.language]} ${row.weight}`;
  });
  return tableFigure(view, {
    id,
    title: say(view, {
      zh: `综合价值最高的是 ${first[0]!.customer_id}${others && ` ${others}`}：${formatNumber(first[0]!.score, "count", view)} 分，由 ${first.length} 项构成`,
      en: `Highest value: ${first[0]!.customer_id}${others}, ${formatNumber(first[0]!.score, "count", view)} points of 100 from ${counted(first.length, "part")}`,
    }),
    claims: [{is: "highest", of: "score", rows: names}],
    subtitle: say(view, {
      zh: `满分 100，权重：${weights.join("、")}；${periodName(view)}`,
      en: `Of 100; weights: ${weights.join(", ")}; ${periodName(view)}`,
    }),
    columns: [
      column("customer_id", say(view, {zh: "客户", en: "Customer"})),
      column("tier", say(view, {zh: "等级", en: "Tier"})),
      column("score", say(view, {zh: "总分", en: "Score"}), "points"),
      ...used.flatMap((part) => [
        column(part.id, part[view.language], part.unit),
        column(`${part.id}_points`, say(view, {zh: "得分", en: "Points"}), "points"),
      ]),
    ],
    rows: customers.map((own) => [
      own[0]!.customer_id,
      own[0]!.tier === null ? "–" : tierName(view, own[0]!.tier),
      pointsOf(own),
      ...used.flatMap((part) => {
        const row = own.find((each) => each.part === part.id);
        return [row?.amount ?? null, row ? point(score(row, own)) : null];
      }),
    ]),
    n: customers.length,
    method: say(view, {
      zh: "每项得分＝权重 × 达到的档数 ÷ 总档数；档位固定写在 rules/value.yaml，相同的客户得相同的分；缺的项不计，权重按余下的折算",
      en: "points of a part = weight × cut points reached ÷ cut points; the cuts are fixed in rules/value.yaml, so equal customers score alike; a part not recorded is left out and the others scaled",
    }),
    marts: ["valued_customers"],
    notes: [
      say(view, {
        zh: `只列前 ${customers.length} 户；天数与费用率越低越好。`,
        en: `Only the first ${customers.length}; of days and cost less is better.`,
      }),
    ],
  });
}

/** Tier by one amount beside the whole value: whom the amount alone would overlook. */
export function valueSpread(view: ReportView): FigureOrMissing {
  const id = "value-spread";
  const levels = tiersBestFirst(view);
  const rows = view.rows("value_spread");
  const at = (tier: string, fifth: number) =>
    rows.filter((row) => row.tier === tier && row.fifth === fifth).reduce((sum, row) => sum + row.customers, 0);
  const own = (tier: string) => rows.filter((row) => row.tier === tier);
  const size = (tier: string) => own(tier).reduce((sum, row) => sum + row.customers, 0);
  const mean = (tier: string) =>
    formatNumber(own(tier).reduce((sum, row) => sum + row.score_total, 0) / size(tier), "count", view);
  const drawn = levels.filter(({tier}) => size(tier) > 0);
  if (drawn.length < 2)
    return missingFigure(view, {id, needs, shows: {zh: "等级与综合价值的对照", en: "tiers beside the whole value"}});
  const names = [
    say(view, {zh: "0–20 分", en: "0–20"}),
    ...[20, 40, 60, 80].map((low) => say(view, {zh: `${low}–${low + 20} 分`, en: `${low}–${low + 20}`})),
  ];
  // The two best tiers are looked after anyway: below them stands whom the amount alone would overlook.
  const below = drawn.slice(2);
  const parts = below
    .map(({tier}) => ({tier, customers: at(tier, 3) + at(tier, 4)}))
    .filter((each) => each.customers > 0);
  const overlooked = parts.reduce((sum, {customers}) => sum + customers, 0);
  const all = drawn.reduce((sum, {tier}) => sum + size(tier), 0);
  const highest = below[0] ? tierName(view, below[0].tier) : "";
  return partsFigure(view, {
    id,
    title:
      tierMeasure(view).unit === "score"
        ? say(view, {
            zh: `等级由综合价值得分决定：${tierName(view, drawn[0]!.tier)}平均 ${mean(drawn[0]!.tier)} 分，${tierName(view, drawn.at(-1)!.tier)} ${mean(drawn.at(-1)!.tier)} 分`,
            en: `The value score decides the tier: “${tierName(view, drawn[0]!.tier)}” has ${mean(drawn[0]!.tier)} points on average, “${tierName(view, drawn.at(-1)!.tier)}” ${mean(drawn.at(-1)!.tier)}`,
          })
        : overlooked > 0
          ? say(view, {
              zh: `只看购买额在${highest}及以下、综合价值却过 60 分的有 ${overlooked} 户`,
              en: `${overlooked} customers no higher than “${highest}” by amount alone are worth over 60 points`,
            })
          : say(view, {zh: "购买额与综合价值排得一致", en: "Amount and whole value rank customers alike"}),
    ...(parts.length > 1 && tierMeasure(view).unit !== "score"
      ? {
          worked: [
            `${parts.map(({tier, customers}) => `${tierName(view, tier)} ${customers}`).join(" + ")} = ${overlooked}`,
          ],
        }
      : {}),
    subtitle: say(view, {
      zh: "各等级客户综合价值得分的分布；户数占比",
      en: "How the value scores of each tier are spread; share of customers",
    }),
    form: "stacked",
    unit: "share",
    labels: say(view, {zh: "客户等级", en: "Tier"}),
    series: names.map((name, fifth) => ({id: `fifth_${fifth}`, name})),
    more: [
      column("customers", say(view, {zh: "户数", en: "Customers"}), "count"),
      column("mean", say(view, {zh: "平均分", en: "Mean score"}), "points"),
    ],
    rows: drawn.map(({tier}) => ({
      label: tierName(view, tier),
      parts: names.map((_, fifth) => ({value: at(tier, fifth) / size(tier), n: size(tier)})),
      more: [size(tier), own(tier).reduce((sum, row) => sum + row.score_total, 0) / size(tier)],
    })),
    n: all,
    method: say(view, {zh: "全部客户按 rules/value.yaml 计分", en: "all customers scored by rules/value.yaml"}),
    marts: ["value_spread", "tier_levels"],
  });
}
