import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {counted} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Duplicate = Row<"duplicate_customers">;

/** How many cards are listed on the page; all of them are in the data file. */
const listed = 60;

const strength = (row: Duplicate) =>
  (row.same_id_card ? 8 : 0) + (row.same_phone ? 4 : 0) + (row.same_email ? 2 : 0) + (row.same_name ? 1 : 0);

/** Customers that seem to be entered twice, strong evidence first. Nothing is merged. */
export function duplicateCustomers(view: ReportView): FigureOrMissing {
  const zh = view.language === "zh";
  if (!view.entities.has("customers"))
    return missingFigure(view, {
      id: "duplicate-customers",
      needs: ["customers"],
      shows: {zh: "疑似重复的客户", en: "customers that seem to be entered twice"},
    });
  const rows = view.rows("duplicate_customers");
  const groups = new Map<string, number>();
  for (const row of rows) groups.set(row.group_id, Math.max(groups.get(row.group_id) ?? 0, strength(row)));
  const strong = [...groups.values()].filter((value) => value > 1).length;
  const weak = groups.size - strong;
  const sorted = [...rows].sort(
    (a, b) =>
      groups.get(b.group_id)! - groups.get(a.group_id)! ||
      (a.group_id < b.group_id ? -1 : Number(a.group_id > b.group_id)) ||
      (a.customer_id < b.customer_id ? -1 : 1),
  );
  const isCut = rows.length > listed;
  const evidence = (row: Duplicate) =>
    [
      row.same_id_card && (zh ? "同证件" : "same id"),
      row.same_phone && (zh ? "同电话" : "same phone"),
      row.same_email && (zh ? "同邮箱" : "same e-mail"),
      row.same_name && (zh ? "同名同城" : "same name and city"),
    ]
      .filter(Boolean)
      .join(zh ? "、" : ", ");
  return tableFigure(view, {
    id: "duplicate-customers",
    title: zh
      ? `${strong} 组客户很可能重复（同电话、邮箱或证件）${weak > 0 ? `，另有 ${weak} 组仅同名同城` : ""}`
      : `${counted(strong, "group")} of customers ${strong === 1 ? "is" : "are"} likely the same (phone, e-mail or id)${weak > 0 ? `; ${weak} more share only name and city` : ""}`,
    subtitle: zh
      ? `${isCut ? `${strong} + ${weak} 组共 ${rows.length} 条，` : ""}列出前 ${Math.min(listed, rows.length)} 条；只列出，不合并`
      : `The first ${Math.min(listed, rows.length)}${isCut ? ` of ${rows.length} in ${strong} + ${weak} groups` : ""}; listed, never merged`,
    columns: [
      column("group_id", zh ? "组" : "Group"),
      column("customer_id", zh ? "客户编号" : "Customer"),
      column("name", zh ? "名称" : "Name"),
      column("phone", zh ? "电话" : "Phone"),
      column("joined", zh ? "入网" : "Joined", "date"),
      column("evidence", zh ? "依据" : "Evidence"),
    ],
    rows: sorted
      .slice(0, listed)
      .map((row) => [
        row.group_id,
        row.customer_id,
        row.customer_name ?? "",
        row.phone ?? "",
        row.joined_date ?? "",
        evidence(row),
      ]),
    n: rows.length,
    marts: ["duplicate_customers"],
    method: zh
      ? "电话、邮箱、证件按带密钥的摘要比较，不保存原号码"
      : "phone, e-mail and id compared by keyed hash; no number is kept",
  });
}
