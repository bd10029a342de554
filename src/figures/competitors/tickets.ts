import {whereKnown} from "../../facts/known.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {brandName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing, FigureTable} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {numbersOf, tableFigure} from "../forms/table.js";

type Outcome = Row<"brand_tickets">;

/** Share of disputed complaints by company, the largest companies. */
export function competitorDisputes(view: ReportView): FigureOrMissing {
  const id = "competitor-disputes";
  const all = whereKnown(view.rows("brand_tickets"), "disputed_share", "disputed_lo", "disputed_hi")
    .filter((row) => row.dispute_known >= 30)
    .sort((a, b) => b.tickets - a.tickets);
  const byShare = [...all].sort((a, b) => b.disputed_share - a.disputed_share);
  // The ends, of whom the title speaks, and the largest.
  const rows = [...new Set([...byShare.slice(0, 1), ...byShare.slice(-1), ...all])].slice(0, 12);
  const zh = view.language === "zh";
  if (rows.length < 2)
    return missingFigure(view, {
      id,
      needs: ["tickets"],
      shows: {zh: "各家公司投诉的及时率与争议率", en: "kept times and disputes by company"},
    });
  const sorted = [...rows].sort((a, b) => b.disputed_share - a.disputed_share);
  const [worst, best] = [byShare[0]!, byShare.at(-1)!];
  const share = (row: Outcome) => formatNumber(row.disputed_share, "share", view);
  const name = (row: Outcome) => brandName(view, row.brand);
  const isApart = worst.disputed_lo > best.disputed_hi;
  const figure = estimateFigure(view, {
    id,
    title: isApart
      ? zh
        ? `客户对处理结果有争议的比例：${name(worst)} ${share(worst)}，${name(best)}只有 ${share(best)}`
        : `Disputed answers: ${name(worst)} ${share(worst)}, ${name(best)} only ${share(best)}`
      : zh
        ? `各家公司的争议率相当（${share(best)} 至 ${share(worst)}）`
        : `Companies are level in disputed answers (${share(best)} to ${share(worst)})`,
    subtitle: zh
      ? `有争议 ÷ 已知是否有争议的投诉；${all.length > rows.length ? `共 ${all.length} 家，画出两端与投诉最多的 ${rows.length} 家` : `${all.length} 家`}；${periodName(view)}`
      : `Disputed ÷ complaints where it is known; ${all.length > rows.length ? `of ${all.length} companies the two ends and those with most complaints` : `${all.length} companies`}; ${periodName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "公司" : "Company",
    name: zh ? "争议率" : "Disputed",
    metric: "sla_met",
    marts: ["brand_tickets"],
    n: rows.reduce((sum, row) => sum + row.dispute_known, 0),
    rows: sorted.map((row) => ({
      label: name(row),
      value: row.disputed_share,
      lo: row.disputed_lo,
      hi: row.disputed_hi,
      n: row.dispute_known,
    })),
  });
  return {...figure, table: brandTable(view, rows)};
}

const mostBrands = 60;

/** Complaints, kept times and disputes by brand, as counted. */
export function competitorTickets(view: ReportView): FigureOrMissing {
  const id = "competitor-tickets";
  const rows = [...view.rows("brand_tickets")].sort((a, b) => b.tickets - a.tickets || (a.brand < b.brand ? -1 : 1));
  const zh = view.language === "zh";
  const first = rows[0];
  if (!first || rows.length < 2)
    return missingFigure(view, {id, needs: ["tickets"], shows: {zh: "按品牌的投诉", en: "complaints by brand"}});
  const count = (value: number) => formatNumber(value, "count", view);
  return tableFigure(view, {
    id,
    title: zh
      ? `${rows.length} 个品牌中，记录最多的是${brandName(view, first.brand)}：${count(first.tickets)} 件`
      : `Of ${rows.length} brands ${brandName(view, first.brand)} has most records: ${count(first.tickets)}`,
    claims: [{is: "highest", of: "tickets", rows: [brandName(view, first.brand)]}],
    subtitle: zh
      ? `工单与投诉按品牌计数${rows.length > mostBrands ? `，列出 ${rows.length} 个中的前 ${mostBrands} 个` : ""}；${periodName(view)}`
      : `Tickets and complaints by brand${rows.length > mostBrands ? `, the first ${mostBrands} of ${rows.length}` : ""}; ${periodName(view)}`,
    n: rows.reduce((sum, row) => sum + row.tickets, 0),
    method: zh ? "Wilson 95% 区间" : "Wilson 95% interval",
    marts: ["brand_tickets"],
    notes: [
      zh
        ? "投诉多的未必差：没有各品牌的客户数，就没有投诉率，不作排名。"
        : "More complaints need not mean worse: without each brand's customers there is no rate, and no ranking.",
    ],
    ...brandTable(view, rows.slice(0, mostBrands)),
  });
}

/** Tickets, complaints, kept times and disputes, a brand a row. */
function brandTable(view: ReportView, rows: readonly Outcome[]): FigureTable {
  const zh = view.language === "zh";
  return {
    columns: [
      {id: "brand", label: zh ? "品牌" : "Brand", unit: "text"},
      {id: "tickets", label: zh ? "工单" : "Tickets", unit: "count"},
      {id: "complaints", label: zh ? "投诉" : "Complaints", unit: "count"},
      {id: "timely_share", label: zh ? "及时率" : "In time", unit: "share"},
      {id: "timely_known", label: zh ? "已知是否及时" : "Known if in time", unit: "count"},
      {id: "disputed_share", label: zh ? "争议率" : "Disputed", unit: "share"},
      {id: "disputed_lo", label: zh ? "争议率下限" : "Disputed, lower", unit: "share"},
      {id: "disputed_hi", label: zh ? "争议率上限" : "Disputed, upper", unit: "share"},
      {id: "dispute_known", label: zh ? "已知有无争议" : "Known if disputed", unit: "count"},
    ],
    rows: rows.map((row) => [
      brandName(view, row.brand),
      ...numbersOf(row, [
        "tickets",
        "complaints",
        "timely_share",
        "timely_known",
        "disputed_share",
        "disputed_lo",
        "disputed_hi",
        "dispute_known",
      ]),
    ]),
  };
}
