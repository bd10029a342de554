import {formatNumber} from "../format.js";
import type {MartRow} from "../marts.js";
import type {ReportView} from "../report-view.js";
import {estimateFigure} from "./estimate-figure.js";
import type {FigureOrMissing, Flag} from "./figure.js";
import {missingFigure} from "./missing.js";
import {periodName} from "./period-name.js";
import {brandName, itemName} from "./relation-names.js";
import {tableFigure} from "./table-figure.js";

/** Which ranks each brand may hold: "1–2 of 4", and one number only where it is sure. */
export function competitorRanks(view: ReportView): FigureOrMissing {
  const id = "competitor-ranks";
  const rows = view.rows("brand_ratings").filter((row) => row.period === "window" && row.value !== null);
  const own = rows.filter(({brand, best_rank}) => brand === "" && best_rank !== null);
  if (own.length === 0 || rows.length === own.length)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "各品牌的名次范围", en: "the ranks each brand may hold"},
    });
  const zh = view.language === "zh";
  const first = own.filter((row) => row.worst_rank === 1);
  const last = own.filter((row) => row.best_rank === row.ranked);
  const names = (list: readonly MartRow[]) =>
    list.map((row) => itemName(view, String(row.item))).join(zh ? "、" : ", ");
  const place = (row: MartRow) =>
    row.best_rank === null
      ? ""
      : row.best_rank === row.worst_rank
        ? String(row.best_rank)
        : `${row.best_rank}–${row.worst_rank}`;
  const firsts = first.length > 0 ? (zh ? `稳居第一：${names(first)}` : `Surely first on ${names(first)}`) : "";
  const lasts = last.length > 0 ? (zh ? `稳居末位：${names(last)}` : `surely last on ${names(last)}`) : "";
  const finding = [firsts, lasts].filter(Boolean).join(zh ? "；" : "; ");
  return tableFigure(view, {
    id,
    title:
      finding ||
      (zh ? `没有一项能确定我们的名次（${own.length} 项）` : `Our rank is certain on none of ${own.length} attributes`),
    subtitle: zh
      ? `每个品牌可能的名次范围，全部品牌一并有 95% 把握；${periodName(view)}`
      : `The ranks each brand may hold, 95% sure for all together; ${periodName(view)}`,
    n: rows.length,
    method: zh ? "名次集（Klein、Wright、Wieczorek 2020）" : "rank sets (Klein, Wright & Wieczorek 2020)",
    marts: ["brand_ratings"],
    metrics: ["brand_gap"],
    columns: [
      {id: "item", label: zh ? "指标" : "Attribute", unit: "text"},
      {id: "brand", label: zh ? "品牌" : "Brand", unit: "text"},
      {id: "value", label: zh ? "均分" : "Mean", unit: "score"},
      {id: "lo", label: zh ? "下限" : "Lower", unit: "score"},
      {id: "hi", label: zh ? "上限" : "Upper", unit: "score"},
      {id: "rank", label: zh ? "名次范围" : "Ranks", unit: "text"},
      {id: "ranked", label: zh ? "共排" : "Of", unit: "count"},
      {id: "n", label: "n", unit: "count"},
    ],
    rows: [...rows]
      .sort((a, b) =>
        a.item === b.item ? Number(b.value) - Number(a.value) : String(a.item) < String(b.item) ? -1 : 1,
      )
      .map((row) => [
        itemName(view, String(row.item)),
        brandName(view, String(row.brand)),
        row.value as number,
        row.lo as number | null,
        row.hi as number | null,
        place(row),
        row.ranked as number,
        row.n as number,
      ]),
  });
}

/** Share of answers in the bottom boxes, brand by brand. */
export function competitorDissatisfied(view: ReportView): FigureOrMissing {
  const id = "competitor-dissatisfied";
  const all = view.rows("brand_scores").filter((row) => row.dissatisfied !== null);
  const overall = all.filter((row) => row.question === "csat");
  const rows = [...overall].sort((a, b) => Number(b.dissatisfied) - Number(a.dissatisfied));
  const zh = view.language === "zh";
  if (rows.length < 2)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "各品牌的不满率", en: "the dissatisfied share of each brand"},
    });
  const codes = view.rows("brand_ratings").filter((row) => row.brand === "");
  const isOwn = (brand: unknown) => brand === "" || (codes.length > 0 && isOurs(view, String(brand), rows));
  const own = rows.find(({brand}) => isOwn(brand));
  const [worst, best] = [rows[0]!, rows.at(-1)!];
  const share = (row: MartRow) => formatNumber(Number(row.dissatisfied), "share", view);
  const top = topCause(view, String((own ?? worst).brand));
  const figure = estimateFigure(view, {
    id,
    title: zh
      ? `不满率最高：${brandName(view, String(worst.brand))} ${share(worst)}，最低：${brandName(view, String(best.brand))} ${share(best)}${own && own !== worst && own !== best ? `；我们 ${share(own)}` : ""}`
      : `Dissatisfied most with ${brandName(view, String(worst.brand))}, ${share(worst)}; least with ${brandName(view, String(best.brand))}, ${share(best)}${own && own !== worst && own !== best ? `; we: ${share(own)}` : ""}`,
    subtitle: zh ? `不满的评价 ÷ 全部评价；${periodName(view)}` : `Dissatisfied ÷ all ratings; ${periodName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "品牌" : "Brand",
    metric: "bottom_box",
    marts: ["brand_scores", "complaint_causes"],
    n: rows.reduce((sum, row) => sum + Number(row.n), 0),
    rows: rows.map((row) => ({
      label: brandName(view, String(row.brand)),
      value: Number(row.dissatisfied),
      lo: row.dissatisfied_lo as number | null,
      hi: row.dissatisfied_hi as number | null,
      n: Number(row.n),
      flag: row.flag as Flag,
    })),
    notes: top ? [top] : [],
  });
  return {
    ...figure,
    table: {
      columns: [
        ...figure.table.columns,
        {id: "cause", label: zh ? "投诉最多的原因" : "Most complained of", unit: "text"},
      ],
      rows: figure.table.rows.map((cells, index) => [...cells, causeShare(view, String(rows[index]!.brand))]),
    },
  };
}

const isOurs = (view: ReportView, brand: string, rows: readonly MartRow[]): boolean =>
  !rows.some((row) => row.brand === "") && !view.rows("brand_gaps").some((row) => row.brand === brand);

/** "Late Flight 28.2%": the category most complaints of one brand name. */
function causeShare(view: ReportView, brand: string): string {
  const first = view
    .rows("complaint_causes")
    .filter((row) => row.brand === brand && row.kind === "category" && row.value !== null)
    .sort((a, b) => Number(b.named_by) - Number(a.named_by))[0];
  if (!first) return "";
  return `${view.label("categories", String(first.code))} ${formatNumber(Number(first.value), "share", view)}`;
}

function topCause(view: ReportView, brand: string): string {
  const cause = causeShare(view, brand);
  if (!cause) return "";
  return view.language === "zh"
    ? `对${brandName(view, brand)}的投诉中最多的原因：${cause}。`
    : `Complaints about ${brandName(view, brand)} are mostly: ${cause}.`;
}
