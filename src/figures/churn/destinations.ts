import {bySize, isLeading} from "../../facts/leading.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {brandName} from "../../words/codes.js";
import {inOrder, memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing, Flow} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column} from "../forms/table.js";
import {asCounts, boundsMethod, namedFirst, partRow} from "./causes.js";

type Destination = Row<"churn_destinations">;

const needs = ["churn_interviews"];
const shows = {zh: "客户去了哪里", en: "where customers went"};
const name = (view: ReportView, row: Destination) => brandName(view, row.brand);

/** Where they went; those nobody asked are a bar of their own. */
export function churnDestinations(view: ReportView): FigureOrMissing {
  const id = "churn-destinations";
  const rows = inPeriod(view.rows("churn_destinations"));
  const known = bySize(
    rows.filter(({brand}) => brand !== "unknown"),
    ({brand}) => brand,
  );
  const unknown = rows.find(({brand}) => brand === "unknown");
  const first = known[0];
  if (!first) return missingFigure(view, {id, needs, shows});
  const all = first.lost;
  const missing = unknown ? (unknown.customers ?? 0) / all : 0;
  const shown = [...known, ...(unknown ? [unknown] : [])];
  const figure = estimateFigure(view, {
    id,
    title: destinationFinding(view, known),
    subtitle: say(view, {
      zh: `流失客户 ${formatNumber(all, "count", view)} 户的去向；${periodName(view)}`,
      en: `Where ${counted(all, "lost customer")} went; ${periodName(view)}`,
    }),
    form: "bars",
    unit: "share",
    labels: say(view, {zh: "去向", en: "Destination"}),
    name: say(view, {zh: "占流失", en: "Of all lost"}),
    metric: "reason_share",
    marts: ["churn_destinations"],
    n: all,
    rows: shown.map((row) => partRow(row, name(view, row))),
    method: say(view, boundsMethod),
    notes:
      missing > 0.2
        ? [
            say(view, {
              zh: `${formatNumber(missing, "share", view)} 去向不明：占比只是下限。`,
              en: `Where ${formatNumber(missing, "share", view)} went is unknown: shares are lower bounds.`,
            }),
          ]
        : [],
  });
  return {
    ...figure,
    ...(first.flag === "suppressed"
      ? {}
      : {claims: [{is: "highest", of: "value", rows: namedFirst(known).map((row) => name(view, row))}]}),
    ...asCounts(view, figure, {
      rows: shown.map((row) => ({...row, label: name(view, row)})),
      named: namedFirst(known).map((row) => name(view, row)),
      unknown: unknown ? [name(view, unknown)] : [],
    }),
  };
}

/** "流失 207 户，已知去向 100 户，其中 50 户去了蓝鲸示例" */
function destinationFinding(view: ReportView, known: readonly Destination[]): string {
  const [first, second] = known;
  const [all, asked] = [first!.lost, first!.known].map((value) => formatNumber(value, "count", view));
  const head = say(view, {
    zh: `流失 ${all} 户，已知去向 ${asked} 户`,
    en: `Where ${asked} of ${all} lost went is known`,
  });
  if (first!.flag === "suppressed") return `${head}${say(view, {zh: "，太少，不能下结论", en: ", too few to tell"})}`;
  const part = (row: Destination) =>
    say(view, {
      zh: `${name(view, row)}（${formatNumber(row.customers, "count", view)} 户）`,
      en: `${name(view, row)} (${formatNumber(row.customers, "count", view)})`,
    });
  return !second || isLeading(known)
    ? `${head}${say(view, {zh: `，去${part(first!)}的最多`, en: `: most often ${part(first!)}`})}`
    : `${head}${say(view, {zh: `，去${part(first!)}和${part(second)}的最多，分不出先后`, en: `: most often ${part(first!)} or ${part(second)}; which comes first cannot be told`})}`;
}

/** From tier to destination, the unknown included. */
export function churnFlows(view: ReportView): FigureOrMissing {
  const id = "churn-flows";
  const rows = inPeriod(view.rows("churn_destinations_by_tier")).filter(({tier}) => tier !== "unknown");
  const tiers = inOrder(view, {
    dimension: "tier",
    members: [...new Set(rows.map(({tier}) => tier))].map((member) => ({member, n: 0})),
  }).map(({member}) => member);
  const zh = view.language === "zh";
  if (tiers.length < 2 || rows.every(({brand}) => brand === "unknown"))
    return missingFigure(view, {id, needs, shows: {zh: "各等级客户的去向", en: "destination by tier"}});
  const brands = [...new Set(rows.map(({brand}) => brand))].sort((a, b) => total(rows, b) - total(rows, a));
  const cell = (tier: string, brand: string) =>
    rows.find((row) => row.tier === tier && row.brand === brand)?.customers ?? 0;
  const tierName = (tier: string) => memberName(view, {dimension: "tier", member: tier});
  const flows: Flow[] = tiers.flatMap((tier) =>
    brands.flatMap((brand) =>
      cell(tier, brand) > 0 ? [{from: tierName(tier), to: brandName(view, brand), value: cell(tier, brand)}] : [],
    ),
  );
  const first = brands.find((brand) => brand !== "unknown" && brand !== "(pooled)");
  const from = first && [...tiers].sort((a, b) => cell(b, first) - cell(a, first))[0];
  const all = rows.reduce((sum, {customers}) => sum + customers, 0);
  const title =
    first && from
      ? zh
        ? `去${brandName(view, first)}的客户以${tierName(from)}最多：${cell(from, first)} 户`
        : `Of those gone to ${brandName(view, first)} the largest part held ${tierName(from).toLowerCase()}: ${cell(from, first)}`
      : zh
        ? "各等级的去向大多不明"
        : "Destinations are mostly unknown in every tier";
  return {
    id,
    title,
    ...(first && from ? {claims: [{is: "highest", of: first, rows: [tierName(from)]}]} : {}),
    subtitle: zh
      ? `流失客户 ${formatNumber(all, "count", view)} 户，从离开时的等级到去向；少于 5 户的去向合并；${periodName(view)}`
      : `${counted(all, "lost customer")}, from the tier held on leaving to the destination; under 5 taken together; ${periodName(view)}`,
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
    notes: [
      zh
        ? "小的流向并入“其他去向合计”，所以一个去向在这里可能比上图少几户。"
        : "Small flows stand under “Other places together”, so a destination may count a few less than in the chart above.",
    ],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

const total = (rows: readonly {readonly brand: string; readonly customers: number}[], brand: string): number =>
  brand === "unknown"
    ? -1
    : sum(
        rows.filter((row) => row.brand === brand),
        "customers",
      );

/** Rows of the window, or of all records where the window knows of no destination. */
function inPeriod<Part extends {readonly period: string; readonly brand: string}>(rows: readonly Part[]): Part[] {
  const of = (period: string) => rows.filter((row) => row.period === period);
  return of("window").some(({brand}) => brand !== "unknown") ? of("window") : of("all");
}
