import {mentionPeaks, peakFinding} from "../../facts/competitors/peaks.js";
import {whereKnown} from "../../facts/known.js";
import {monthOf} from "../../facts/months.js";
import type {ReportView} from "../../facts/view.js";
import {marksAbout} from "../../metrics/breaks.js";
import {inside} from "../../words/capital.js";
import {brandName, offerName} from "../../words/codes.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {entityName} from "../../words/entities.js";
import {shiftMonth} from "../../words/month.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {Figure, FigureOrMissing, Point} from "../figure.js";
import {leaders} from "../forms/leaders.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

const shows = {zh: "客户在哪里提到了竞争对手", en: "where customers name rivals"};
const needs = ["tickets", "calls", "visits"];

/** Records naming each rival, month by month. */
export function rivalMentionsTrend(view: ReportView): FigureOrMissing {
  const id = "rival-mentions-trend";
  const rows = whereKnown(view.rows("rival_mentions"), "mentions").filter(({dimension}) => dimension === "all");
  if (rows.length === 0 || view.months.length < 2) return missingFigure(view, {id, needs, shows});
  const zh = view.language === "zh";
  const totals = new Map<string, number>();
  for (const {brand, mentions} of rows) totals.set(brand, (totals.get(brand) ?? 0) + mentions);
  const brands = [...totals]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 4)
    .map(([brand]) => brand);
  const lines = linesOf(view, brands);
  const title = peakFinding(view) ?? steadyFinding(view, {brand: brands[0]!, total: totals.get(brands[0]!)!});
  return {
    id,
    title,
    subtitle: zh
      ? "工单、通话、拜访、问卷、回访原话中提到对手的记录数，每条记录每个对手计一次"
      : "Tickets, calls, visits, surveys and follow-ups naming a rival; each record once per rival",
    form: "lines",
    unit: "count",
    categories: view.months,
    category_kind: "month",
    category_title: zh ? "月份" : "Month",
    value_title: zh ? "提及次数" : "Mentions",
    series: lines.map(({count: of, ...line}) => ({
      ...line,
      points: view.months.map((month) => monthPoint(view, {month, value: of(month)})),
    })),
    // Who names a rival may be about to leave: what is said of churn concerns mentions too.
    marks: marksAbout(view, ["churn_rate"]).filter(
      ({category, is_break}) => view.months.includes(category) && !is_break,
    ),
    table: {
      columns: [
        column("month", zh ? "月份" : "Month", "month"),
        ...lines.map(({id: line, name}) => column(line, name, "count")),
      ],
      rows: view.months.map((month) => [
        month,
        ...lines.map((line) => monthPoint(view, {month, value: line.count(month)}).value),
      ]),
    },
    n: rows.reduce((sum, {mentions}) => sum + mentions, 0),
    method: zh
      ? "计数；按 reference/brands.csv 的别名与分词查找"
      : "counts; by the aliases in reference/brands.csv, whole words",
    metrics: [],
    marts: ["rival_mentions"],
    notes: [],
    alt: `${title}${zh ? "。" : "."}`,
  };
}

interface MentionLine {
  readonly id: string;
  readonly name: string;
  readonly role?: "context";
  readonly count: (month: string) => number;
}

/** A peak in one region is drawn apart from the same rival elsewhere; the others stay in the background. */
function linesOf(view: ReportView, brands: readonly string[]): MentionLine[] {
  const zh = view.language === "zh";
  const rows = view.rows("rival_mentions");
  const counted = (found: (row: (typeof rows)[number]) => boolean) => rows.find(found)?.mentions ?? 0;
  const count = (brand: string, month: string) =>
    counted((row) => row.dimension === "all" && row.brand === brand && row.month === month);
  const plain = (brand: string): MentionLine => ({
    id: brand,
    name: brandName(view, brand),
    count: (month) => count(brand, month),
  });
  const peak = mentionPeaks(view)[0];
  if (!peak) return brands.map(plain);
  const {brand, region} = peak;
  const inRegion = (month: string) =>
    counted((row) => row.dimension === "region" && row.member === region && row.brand === brand && row.month === month);
  return [
    {
      id: "peak",
      name: `${brandName(view, brand)} · ${memberName(view, {dimension: "region", member: region})}`,
      count: inRegion,
    },
    {
      id: "elsewhere",
      name: `${brandName(view, brand)} · ${zh ? "其他区域" : "elsewhere"}`,
      count: (month) => count(brand, month) - inRegion(month),
    },
    ...brands.filter((each) => each !== brand).map((each) => ({...plain(each), role: "context" as const})),
  ];
}

/** A count of a month: none where the records of the month are not there. */
function monthPoint(view: ReportView, {month, value}: {month: string; value: number}): Point {
  const state = monthOf(view, {metric: "rival_mentions", month})?.state;
  if (state === "missing") return {value: null, flag: "missing"};
  return {value, ...(state === "partial" ? {flag: "partial" as const} : {})};
}

const steadyFinding = (view: ReportView, {brand, total}: {brand: string; total: number}): string =>
  view.language === "zh"
    ? `提到${brandName(view, brand)} ${total} 次，没有明显突起的月份`
    : `${brandName(view, brand)} is named ${total} times; no month stands out`;

/** By offer, tier, region and kind of record, over the window. */
export function rivalMentionsBy(view: ReportView): FigureOrMissing {
  const id = "rival-mentions-by";
  const first = view.month && shiftMonth(view.month, 1 - view.windowMonths);
  const rows = whereKnown(view.rows("rival_mentions"), "mentions").filter(
    (row) => first !== undefined && row.month >= first,
  );
  if (rows.length === 0) return missingFigure(view, {id, needs, shows});
  const zh = view.language === "zh";
  const sums = new Map<string, {dimension: string; member: string; brand: string; mentions: number}>();
  for (const {dimension, member, brand, mentions} of rows) {
    const key = `${dimension}|${member}|${brand}`;
    const sum = sums.get(key) ?? {
      dimension,
      member,
      brand,
      mentions: 0,
    };
    sum.mentions += mentions;
    sums.set(key, sum);
  }
  const cells = [...sums.values()];
  const brands = [...new Set(cells.map(({brand}) => brand))].sort((a, b) => total(cells, b) - total(cells, a));
  const offers = cells
    .filter(({dimension, brand, member}) => dimension === "offer" && brand === brands[0] && member !== "other")
    .sort((a, b) => b.mentions - a.mentions);
  const members = [
    ...new Set(
      cells.filter(({dimension}) => dimension !== "all").map(({dimension, member}) => `${dimension}|${member}`),
    ),
  ];
  const name = (dimension: string, member: string) =>
    dimension === "offer"
      ? offerName(view, member)
      : dimension === "entity"
        ? entityName(view, member)
        : memberName(view, {dimension, member});
  const titles: Readonly<Record<string, string>> = zh
    ? {offer: "方案", entity: "记录"}
    : {offer: "Offer", entity: "Record"};
  return tableFigure(view, {
    id,
    ...mostMentioned(view, {brand: brands[0]!, times: total(cells, brands[0]!), offers}),
    subtitle: zh
      ? `按方案、客户等级、大区与记录种类；${periodName(view)}`
      : `By offer, tier, region and kind of record; ${periodName(view)}`,
    n: brands.reduce((sum, brand) => sum + total(cells, brand), 0),
    marts: ["rival_mentions"],
    columns: [
      column("by", zh ? "按" : "By"),
      column("member", zh ? "分组" : "Group"),
      ...brands.map((brand) => column(brand, brandName(view, brand), "count")),
    ],
    rows: members.sort().map((key) => {
      const [dimension, member] = key.split("|") as [string, string];
      return [
        titles[dimension] ?? dimensionName(view, dimension),
        name(dimension, member),
        ...brands.map((brand) => sums.get(`${key}|${brand}`)?.mentions ?? 0),
      ];
    }),
  });
}

/** How often a rival is named, and with which offer most. */
function mostMentioned(
  view: ReportView,
  {
    brand,
    times,
    offers,
  }: {brand: string; times: number; offers: readonly {readonly member: string; readonly mentions: number}[]},
): Pick<Figure, "title" | "claims"> {
  const {names, others} = leaders(view, offers, {
    of: ({mentions}) => mentions,
    name: ({member}) => offerName(view, member),
    kind: "种",
  });
  const [first] = offers;
  const [zh, en] = first
    ? [
        `，说得最多的方案是${names[0]}${others}（${others && "各 "}${first.mentions} 次）`,
        `, most often with ${inside(names[0]!)}${others} (${first.mentions}${others && " each"})`,
      ]
    : ["", ""];
  return {
    title: say(view, {
      zh: `${brandName(view, brand)}被提到 ${times} 次${zh}`,
      en: `${brandName(view, brand)} was named ${times} times${en}`,
    }),
    ...(first
      ? {claims: [{is: "highest", of: brand, rows: names, among: offers.map(({member}) => offerName(view, member))}]}
      : {}),
  };
}

const total = (cells: readonly {dimension: string; brand: string; mentions: number}[], brand: string): number =>
  cells.reduce((sum, cell) => (cell.dimension === "all" && cell.brand === brand ? sum + cell.mentions : sum), 0);
