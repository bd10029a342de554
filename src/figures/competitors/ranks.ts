import {gapRows} from "../../facts/competitors/rows.js";
import {type Known, whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {brandName, itemName} from "../../words/codes.js";
import {periodName} from "../../words/period.js";
import {listed} from "../../words/say.js";
import type {FigureOrMissing, FigureTable, Point} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

type Rating = Known<Row<"brand_ratings">, "value" | "n">;
type Ranked = Known<Rating, "best_rank" | "worst_rank">;

/** Every brand's mean rating per attribute, and which ranks each may hold: "1–2", and one number only where it is sure. */
export function competitorRanks(view: ReportView): FigureOrMissing {
  const id = "competitor-ranks";
  const rows = whereKnown(view.rows("brand_ratings"), "value", "n").filter((row) => row.period === "window");
  const own = whereKnown(rows, "best_rank", "worst_rank").filter(({brand}) => brand === "");
  if (own.length === 0 || rows.length === own.length)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "各品牌的名次范围", en: "the ranks each brand may hold"},
    });
  const zh = view.language === "zh";
  const items = [...new Set(own.map(({item}) => item))];
  const {brands, left} = brandsShown(view, rows);
  const names = left.map((brand) => brandName(view, brand));
  return {
    id,
    title: rankFinding(view, own),
    subtitle: zh
      ? `各品牌每项均分与 95% 区间；名次范围见数据表，每项内各品牌一并有 95% 把握；${periodName(view)}`
      : `Mean rating per attribute with 95% interval; rank sets in the data table, 95% sure for all brands of an attribute together; ${periodName(view)}`,
    form: "dots",
    unit: "score",
    categories: items.map((item) => itemName(view, item)),
    category_kind: "text",
    category_title: zh ? "指标" : "Attribute",
    value_title: zh ? "均分" : "Mean rating",
    series: brands.map((brand) => ({
      id: brand || "own",
      name: brandName(view, brand),
      points: items.map((item) => ratingPoint(rows.find((row) => row.brand === brand && row.item === item))),
    })),
    table: rankTable(view, {rows, items}),
    n: ratersOf(rows, ""),
    method: zh ? "名次集（Klein、Wright、Wieczorek 2020）" : "rank sets (Klein, Wright & Wieczorek 2020)",
    marts: ["brand_ratings"],
    metrics: ["brand_gap"],
    notes: [
      zh
        ? "区间重叠不等于没有差别；两家之差以“差距”图为准。"
        : "Overlapping intervals do not mean no difference; for two brands the chart of gaps decides.",
      ...(left.length > 0
        ? [zh ? `只在数据表里：${listed(view, names)}。` : `In the data table only: ${listed(view, names)}.`]
        : []),
    ],
    alt: `${rankFinding(view, own)}${zh ? "。" : "."}`,
  };
}

/** How many rated a brand on the attribute most rated. */
const ratersOf = (rows: readonly Rating[], brand: string): number =>
  Math.max(...rows.filter((row) => row.brand === brand).map((row) => row.n));

/** We first, then whoever is ahead of us, then the rivals most people rated; colours tell five brands apart. */
function brandsShown(view: ReportView, rows: readonly Rating[]): {brands: string[]; left: string[]} {
  const ahead = (brand: string) =>
    gapRows(view).some((row) => row.brand === brand && row.verdict === "behind") ? 1 : 0;
  const rivals = [...new Set(rows.map(({brand}) => brand))]
    .filter((brand) => brand !== "" && brand !== "(others)")
    .sort((a, b) => ahead(b) - ahead(a) || ratersOf(rows, b) - ratersOf(rows, a) || (a < b ? -1 : 1));
  return {brands: ["", ...rivals.slice(0, 4)], left: rivals.slice(4)};
}

const ratingPoint = (row: Rating | undefined): Point => ({
  value: row?.value ?? null,
  lo: row?.lo ?? null,
  hi: row?.hi ?? null,
  n: row?.n ?? null,
  flag: row?.flag ?? "",
});

/** Every brand and attribute with its rank set, best first within an attribute. */
function rankTable(view: ReportView, {rows, items}: {rows: readonly Rating[]; items: readonly string[]}): FigureTable {
  const zh = view.language === "zh";
  const place = ({item}: Rating) => items.indexOf(item);
  return {
    columns: [
      column("item", zh ? "指标" : "Attribute"),
      column("brand", zh ? "品牌" : "Brand"),
      column("value", zh ? "均分" : "Mean", "score"),
      ...limitColumns(view, "score"),
      column("rank", zh ? "名次范围" : "Ranks"),
      column("ranked", zh ? "共排" : "Of", "count"),
      column("n", "n", "count"),
    ],
    rows: [...rows]
      .sort((a, b) => place(a) - place(b) || b.value - a.value)
      .map((row) => [
        itemName(view, row.item),
        brandName(view, row.brand),
        ...numbersOf(row, ["value", "lo", "hi"]),
        rankSet(row),
        row.ranked,
        row.n,
      ]),
  };
}

const rankSet = ({best_rank, worst_rank}: Rating): string =>
  best_rank === null ? "" : best_rank === worst_rank ? String(best_rank) : `${best_rank}–${worst_rank}`;

/** Where our rank is sure; else where it is narrowest. Never a bare rank that chance could change. */
function rankFinding(view: ReportView, own: readonly Ranked[]): string {
  const zh = view.language === "zh";
  const names = (list: readonly Ranked[]) =>
    listed(
      view,
      list.map((row) => itemName(view, row.item)),
    );
  const first = own.filter((row) => row.worst_rank === 1);
  const last = own.filter((row) => row.best_rank === row.ranked);
  const parts = [
    ...(last.length > 0 ? [zh ? `稳居末位：${names(last)}` : `Surely last on ${names(last)}`] : []),
    ...(first.length > 0 ? [zh ? `稳居第一：${names(first)}` : `Surely first on ${names(first)}`] : []),
  ];
  if (parts.length > 0) return parts.join(zh ? "；" : "; ");
  const width = (row: Ranked) => row.worst_rank - row.best_rank;
  const narrow = [...own].sort((a, b) => width(a) - width(b) || b.worst_rank - a.worst_rank)[0]!;
  const item = itemName(view, narrow.item);
  const isTelling = width(narrow) < narrow.ranked - 1;
  return zh
    ? `各项名次难分${isTelling ? `；${item}在 ${narrow.ranked} 家中排第 ${rankSet(narrow)}` : ""}`
    : `No clear ranking on any attribute${isTelling ? `; on ${item} we are ${rankSet(narrow)} of ${narrow.ranked}` : ""}`;
}
