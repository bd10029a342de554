import type {ReportView} from "../../facts/view.js";
import {itemName} from "../../words/codes.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {partsFigure} from "../forms/parts.js";
import {column} from "../forms/table.js";

const most = 20;

/** What the dissatisfied rate low and others do not, and what their tickets were about. */
export function tailReasons(view: ReportView): FigureOrMissing {
  const id = "tail-reasons";
  const rows = view
    .rows("tail_reasons")
    .filter((row) => row.share !== null && row.others_share !== null)
    .sort((a, b) => b.share! - b.others_share! - (a.share! - a.others_share!) || (a.code < b.code ? -1 : 1));
  const drawn = rows.slice(0, most);
  const isSure = (row: (typeof rows)[number]) => (row.p_adjusted ?? 1) < 0.05 && row.share! > row.others_share!;
  const [first] = rows;
  if (!first || rows.length < 2)
    return missingFigure(view, {
      id,
      needs: ["surveys", "tickets"],
      shows: {zh: "不满意的人为什么不满意", en: "why the dissatisfied are dissatisfied"},
    });
  const name = (row: (typeof rows)[number]) =>
    row.kind === "item" ? itemName(view, row.code) : view.label("categories", row.code);
  const said = (row: (typeof rows)[number]) =>
    row.kind === "item"
      ? say(view, {zh: `${name(row)}打低分`, en: `${name(row)} rated low`})
      : say(view, {zh: `为“${name(row)}”而来`, en: `came about “${name(row)}”`});
  const share = (value: number | null) => formatNumber(value, "share", view);
  return partsFigure(view, {
    id,
    title: isSure(first)
      ? say(view, {
          zh: `不满意的人里 ${share(first.share)} 给${said(first)}，其余的人只有 ${share(first.others_share)}`,
          en: `${said(first)} by ${share(first.share)} of the dissatisfied, by ${share(first.others_share)} of the others`,
        })
      : say(view, {zh: "不满意的人没有明显集中的原因", en: "No reason stands out among the dissatisfied"}),
    subtitle: say(view, {
      zh: `评分项打最低两档、或为此类工单作答的比例：不满意的人与其余的人；${periodName(view)}`,
      en: `Share who give an item one of its two lowest marks, or answer about such a ticket: the dissatisfied and the others; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "原因", en: "Reason"}),
    series: [
      {id: "dissatisfied", name: say(view, {zh: "不满意的人", en: "Dissatisfied"}), role: "main"},
      {id: "others", name: say(view, {zh: "其余的人", en: "Others"}), role: "context"},
    ],
    more: [
      column("named", say(view, {zh: "不满意且有此原因", en: "Dissatisfied with it"}), "count"),
      column("base", say(view, {zh: "不满意的回答", en: "Dissatisfied answers"}), "count"),
      column("others_base", say(view, {zh: "其余回答", en: "Other answers"}), "count"),
      column("verdict", say(view, {zh: "明显更多", en: "Clearly more"})),
    ],
    rows: drawn.map((row) => ({
      label: `${row.kind === "item" ? say(view, {zh: "评分", en: "Rated"}) : say(view, {zh: "工单", en: "Ticket"})} · ${name(row)}`,
      parts: [
        {value: row.share, lo: row.share_lo, hi: row.share_hi, n: row.dissatisfied},
        {value: row.others_share, n: row.others},
      ],
      more: [
        row.named,
        row.dissatisfied,
        row.others,
        isSure(row) ? say(view, {zh: "是", en: "yes"}) : say(view, {zh: "否", en: "no"}),
      ],
    })),
    n: Math.max(...rows.map((row) => row.dissatisfied)),
    method: say(view, {
      zh: "Wilson 95% 区间；两组之差作 Benjamini–Hochberg 校正",
      en: "Wilson 95% interval; differences after Benjamini–Hochberg",
    }),
    metrics: ["bottom_box"],
    marts: ["tail_reasons"],
    notes: [
      say(view, {
        zh: "同一张问卷里低分常常一起出现：有关联，不等于原因。",
        en: "Low marks come together on one sheet: a link, not a cause.",
      }),
    ],
  });
}
