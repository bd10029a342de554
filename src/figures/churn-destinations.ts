import {formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {inOrder, memberName} from "./dimension-names.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flow} from "./figure.js";
import {missingFigure} from "./missing.js";
import {periodName} from "./period-name.js";
import {brandName} from "./relation-names.js";
import {column} from "./table-figure.js";

const needs = ["churn_interviews"];
const shows = {zh: "客户去了哪里", en: "where customers went"};
const name = (view: ReportView, row: MartRow) => brandName(view, String(row.brand));

/** Where they went; those nobody asked are a bar of their own, the whiskers how far each share could go. */
export function churnDestinations(view: ReportView): FigureOrMissing {
  const id = "churn-destinations";
  const rows = inPeriod(view, "churn_destinations");
  const known = rows
    .filter(({brand}) => brand !== "unknown")
    .sort((a, b) => Number(b.customers) - Number(a.customers) || (String(a.brand) < String(b.brand) ? -1 : 1));
  const unknown = rows.find(({brand}) => brand === "unknown");
  const first = known[0];
  if (!first) return missingFigure(view, {id, needs, shows});
  const zh = view.language === "zh";
  const all = Number(first.lost);
  const share = (value: unknown) => formatNumber(Number(value), "share", view);
  const missing = unknown ? Number(unknown.customers) / all : 0;
  const shown = [...known, ...(unknown ? [unknown] : [])];
  return estimateFigure(view, {
    id,
    title: zh
      ? `已知去向中，去${name(view, first)}的最多：${share(first.value)}；另有 ${share(missing)} 去向不明`
      : `Of known destinations most went to ${name(view, first)}: ${share(first.value)}; ${share(missing)} are unknown`,
    subtitle: zh
      ? `去向 ÷ 全部流失 ${all} 户；须线：未知者全不是或全是去了这里；${periodName(view)}`
      : `Destination ÷ all ${all} lost; whiskers: none or all of the unknown added; ${periodName(view)}`,
    form: "bars",
    unit: "share",
    labels: zh ? "去向" : "Destination",
    name: zh ? "占流失" : "Of all lost",
    metric: "reason_share",
    marts: ["churn_destinations"],
    n: all,
    rows: shown.map((row) => ({
      label: name(view, row),
      value: Number(row.customers) / all,
      lo: Number(row.least),
      hi: Number(row.most),
      n: Number(row.customers),
    })),
    method: zh
      ? "已知部分：Goodman 联合 95% 区间；须线为未知的上下界"
      : "known part: Goodman simultaneous 95% intervals; whiskers are bounds for the unknown",
    notes:
      missing > 0.2
        ? [zh ? "超过五分之一去向不明：占比只是下限。" : "More than a fifth is unknown: shares are lower bounds."]
        : [],
  });
}

/** From tier to destination, the unknown included. */
export function churnFlows(view: ReportView): FigureOrMissing {
  const id = "churn-flows";
  const rows = inPeriod(view, "churn_destinations_by_tier").filter(({tier}) => tier !== "unknown");
  const tiers = inOrder(view, {
    dimension: "tier",
    members: [...new Set(rows.map(({tier}) => String(tier)))].map((member) => ({member, n: 0})),
  }).map(({member}) => member);
  const zh = view.language === "zh";
  if (tiers.length < 2 || rows.every(({brand}) => brand === "unknown"))
    return missingFigure(view, {id, needs, shows: {zh: "各等级客户的去向", en: "destination by tier"}});
  const brands = [...new Set(rows.map(({brand}) => String(brand)))].sort((a, b) => total(rows, b) - total(rows, a));
  const cell = (tier: string, brand: string) =>
    Number(rows.find((row) => row.tier === tier && row.brand === brand)?.customers ?? 0);
  const tierName = (tier: string) => memberName(view, {dimension: "tier", member: tier});
  const flows: Flow[] = tiers.flatMap((tier) =>
    brands.flatMap((brand) =>
      cell(tier, brand) > 0 ? [{from: tierName(tier), to: brandName(view, brand), value: cell(tier, brand)}] : [],
    ),
  );
  const first = brands.find((brand) => brand !== "unknown" && brand !== "(pooled)");
  const from = first && [...tiers].sort((a, b) => cell(b, first) - cell(a, first))[0];
  const all = rows.reduce((sum, {customers}) => sum + Number(customers), 0);
  const title =
    first && from
      ? zh
        ? `去${brandName(view, first)}的客户以${tierName(from)}最多：${cell(from, first)} 户`
        : `Most of those gone to ${brandName(view, first)} were ${tierName(from).toLowerCase()}: ${cell(from, first)}`
      : zh
        ? "各等级的去向大多不明"
        : "Destinations are mostly unknown in every tier";
  return {
    id,
    title,
    subtitle: zh
      ? `流失客户 ${all} 户，从离开时的等级到去向；少于 5 户的去向合并；${periodName(view)}`
      : `${all} lost customers, from the tier held on leaving to the destination; under 5 taken together; ${periodName(view)}`,
    form: "sankey",
    unit: "count",
    categories: [],
    category_kind: "text",
    series: [],
    flows,
    table: {
      columns: [
        column("tier", zh ? "等级" : "Tier"),
        ...brands.map((brand) => column(brand, brandName(view, brand), "count")),
      ],
      rows: tiers.map((tier) => [tierName(tier), ...brands.map((brand) => cell(tier, brand) || null)]),
    },
    n: all,
    method: zh ? "计数" : "counts",
    metrics: [],
    marts: ["churn_destinations_by_tier"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

const total = (rows: readonly MartRow[], brand: string): number =>
  brand === "unknown" ? -1 : rows.reduce((sum, row) => (row.brand === brand ? sum + Number(row.customers) : sum), 0);

/** Rows of the window, or of all records where the window knows of no destination. */
function inPeriod(view: ReportView, mart: string): MartRow[] {
  const of = (period: string) => view.rows(mart).filter((row) => row.period === period);
  return of("window").some(({brand}) => brand !== "unknown") ? of("window") : of("all");
}
