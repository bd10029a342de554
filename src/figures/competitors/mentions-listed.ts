import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {sum} from "../../marts/shape/sum.js";
import {brandName, offerName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatDate} from "../../words/format.js";
import {listed} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Mention = Row<"rival_mentions_listed">;

const shows = {zh: "客户在哪里提到了竞争对手", en: "where customers name rivals"};
const needs = ["tickets", "calls", "visits"];
const mostListed = 100;

/** Each mention of the last three months with the file and line it stands in. */
export function rivalMentionsListed(view: ReportView): FigureOrMissing {
  const id = "rival-mentions-listed";
  const rows = [...view.rows("rival_mentions_listed")].sort((a, b) => (a.occurred_date < b.occurred_date ? 1 : -1));
  if (rows.length === 0) return missingFigure(view, {id, needs, shows});
  const zh = view.language === "zh";
  const months = [...new Set(rows.map(({occurred_date}) => occurred_date.slice(0, 7)))];
  const all = sum(
    view.rows("rival_mentions").filter(({dimension, month}) => dimension === "all" && months.includes(month)),
    "mentions",
  );
  const count = Math.min(rows.length, mostListed);
  const brands = [...new Set(rows.map(({brand}) => brandName(view, brand)))];
  return tableFigure(view, {
    id,
    title:
      count < all
        ? zh
          ? `最近三个月提到对手的 ${all} 条记录，列出最新 ${count} 条`
          : `The newest ${count} of ${all} records of the last three months that name a rival`
        : zh
          ? `最近三个月 ${count} 条提到对手的记录，逐条可查`
          : `The ${count} records of the last three months that name a rival`,
    subtitle: zh
      ? `涉及：${listed(view, brands)}；原话已隐去个人信息`
      : `Rivals: ${listed(view, brands)}; personal data masked`,
    n: rows.length,
    marts: ["rival_mentions_listed"],
    columns: [
      column("date", zh ? "日期" : "Date", "date"),
      column("brand", zh ? "对手" : "Rival"),
      column("offer", zh ? "方案" : "Offer"),
      column("tier", zh ? "等级" : "Tier"),
      column("region", zh ? "大区" : "Region"),
      column("words", zh ? "原话" : "Words"),
      column("customer_id", zh ? "客户" : "Customer"),
      column("record", zh ? "记录" : "Record"),
      column("file", zh ? "文件" : "File"),
      column("row", zh ? "行" : "Line", "id"),
    ],
    rows: rows
      .slice(0, mostListed)
      .map((row: Mention) => [
        formatDate(row.occurred_date, view),
        brandName(view, row.brand),
        offerName(view, row.offer),
        memberName(view, {dimension: "tier", member: row.tier}),
        memberName(view, {dimension: "region", member: row.region}),
        row.words,
        row.customer_id ?? "",
        row.record_id,
        row.file,
        row.row,
      ]),
  });
}
