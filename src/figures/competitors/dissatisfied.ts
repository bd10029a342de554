import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {brandName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

type Score = Row<"brand_scores">;

/** Share of answers in the bottom boxes, brand by brand. */
export function competitorDissatisfied(view: ReportView): FigureOrMissing {
  const id = "competitor-dissatisfied";
  const all = whereKnown(view.rows("brand_scores"), "dissatisfied", "n");
  const overall = all.filter((row) => row.question === "csat");
  const rows = [...overall].sort((a, b) => b.dissatisfied - a.dissatisfied);
  const zh = view.language === "zh";
  if (rows.length < 2)
    return missingFigure(view, {
      id,
      needs: ["surveys"],
      shows: {zh: "各品牌的不满意率", en: "the dissatisfied share of each brand"},
    });
  const codes = view.rows("brand_ratings").filter((row) => row.brand === "");
  const isOwn = (brand: string) => brand === "" || (codes.length > 0 && isOurs(view, brand, rows));
  const own = rows.find(({brand}) => isOwn(brand));
  const [worst, best] = [rows[0]!, rows.at(-1)!];
  const share = (row: Score) => formatNumber(row.dissatisfied, "share", view);
  const top = topCause(view, (own ?? worst).brand);
  const figure = estimateFigure(view, {
    id,
    title: zh
      ? `不满意率最高：${brandName(view, worst.brand)} ${share(worst)}，最低：${brandName(view, best.brand)} ${share(best)}${own && own !== worst && own !== best ? `；我们 ${share(own)}` : ""}`
      : `Dissatisfied most with ${brandName(view, worst.brand)}, ${share(worst)}; least with ${brandName(view, best.brand)}, ${share(best)}${own && own !== worst && own !== best ? `; we: ${share(own)}` : ""}`,
    claims: [
      {is: "highest", of: "value", rows: [brandName(view, worst.brand)]},
      {is: "lowest", of: "value", rows: [brandName(view, best.brand)]},
    ],
    subtitle: zh ? `不满的评价 ÷ 全部评价；${periodName(view)}` : `Dissatisfied ÷ all ratings; ${periodName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "品牌" : "Brand",
    metric: "bottom_box",
    marts: ["brand_scores", "complaint_causes"],
    n: rows.reduce((sum, row) => sum + row.n, 0),
    rows: rows.map((row) => ({
      label: brandName(view, row.brand),
      value: row.dissatisfied,
      lo: row.dissatisfied_lo,
      hi: row.dissatisfied_hi,
      n: row.n,
      flag: row.flag,
    })),
    notes: top ? [top] : [],
  });
  return {
    ...figure,
    table: {
      columns: [
        ...figure.table.columns,
        column("satisfied", zh ? "满意率" : "Satisfied", "share"),
        ...limitColumns(view, "share", "satisfied"),
        {id: "cause", label: zh ? "投诉最多的原因" : "Most complained of", unit: "text"},
      ],
      rows: figure.table.rows.map((cells, index) => [
        ...cells,
        ...numbersOf(rows[index]!, ["satisfied", "satisfied_lo", "satisfied_hi"]),
        causeShare(view, rows[index]!.brand),
      ]),
    },
  };
}

const isOurs = (view: ReportView, brand: string, rows: readonly Score[]): boolean =>
  !rows.some((row) => row.brand === "") && !view.rows("brand_gaps").some((row) => row.brand === brand);

/** "Late Flight 28.2%": the category most complaints of one brand name. */
function causeShare(view: ReportView, brand: string): string {
  const first = view
    .rows("complaint_causes")
    .filter((row) => row.brand === brand && row.kind === "category" && row.value !== null)
    .sort((a, b) => b.named_by - a.named_by)[0];
  if (!first) return "";
  return `${view.label("categories", first.code)} ${formatNumber(first.value, "share", view)}`;
}

function topCause(view: ReportView, brand: string): string {
  const cause = causeShare(view, brand);
  if (!cause) return "";
  return view.language === "zh"
    ? `对${brandName(view, brand)}的投诉中最多的原因：${cause}。`
    : `Complaints about ${brandName(view, brand)} are mostly: ${cause}.`;
}
