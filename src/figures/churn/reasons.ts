import {reasonRows} from "../../facts/churn/reasons.js";
import {isLeading} from "../../facts/leading.js";
import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {causeName} from "../../words/codes.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, limitColumns, numbersOf} from "../forms/table.js";

type Reason = Row<"churn_reasons">;

/** Why customers left: the share of those interviewed who named each reason; alone and shared out in the table. */
export function churnReasons(view: ReportView): FigureOrMissing {
  const id = "churn-reasons";
  const [reasons, kinds] = [reasonRows(view, "reason"), reasonRows(view, "category")];
  const first = reasons[0];
  if (!first)
    return missingFigure(view, {
      id,
      needs: ["churn_interviews"],
      shows: {zh: "客户为什么离开", en: "why customers leave"},
    });
  const zh = view.language === "zh";
  const name = (row: Reason) => reasonName(view, row);
  const list = [
    ...kinds.map((row) => ({row, label: `${zh ? "大类 · " : "Kind · "}${name(row)}`})),
    ...reasons.slice(0, 12).map((row) => ({row, label: name(row)})),
  ];
  const figure = estimateFigure(view, {
    id,
    title: reasonFinding(view, {first, reasons}),
    ...(isMostNamed(reasons)
      ? {claims: [{is: "highest", of: "value", rows: [name(first)], among: reasons.map(name)}]}
      : {}),
    subtitle: zh
      ? `提到该原因的客户 ÷ 受访流失客户 ${first.interviews} 户；可多选，合计超过 100%；${periodName(view)}`
      : `Customers naming the reason ÷ ${first.interviews} interviewed after leaving; several may be named; ${periodName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "原因" : "Reason",
    metric: "reason_share",
    marts: ["churn_reasons"],
    n: first.interviews,
    rows: list.map(({row, label}) => ({
      label,
      value: row.value,
      lo: row.lo,
      hi: row.hi,
      n: row.named_by,
      flag: row.flag,
    })),
    notes: [
      zh
        ? "样本量一栏是提到该原因的客户数。只代表接受访谈的流失客户；数据表另列“唯一原因”“按份分摊”与未访谈者的上下界。"
        : "The column n counts customers naming the reason, interviewed ones only; the table adds sole, shared-out and the bounds for those not asked.",
    ],
  });
  return {
    ...figure,
    table: {
      columns: [
        column("reason", zh ? "原因" : "Reason"),
        column("named_by", zh ? "提到" : "Named by", "count"),
        column("value", zh ? "提到（占受访）" : "Named (of interviewed)", "share"),
        ...limitColumns(view, "share"),
        column("alone", zh ? "唯一原因" : "Sole reason", "share"),
        column("shared_out", zh ? "按份分摊" : "Shared out", "share"),
        column("least", zh ? "占全部流失，至少" : "Of all lost, at least", "share"),
        column("most", zh ? "至多" : "at most", "share"),
        column("flag", zh ? "标记" : "Flag"),
      ],
      rows: list.map(({row, label}) => [
        label,
        ...numbersOf(row, ["named_by", "value", "lo", "hi", "alone", "shared_out", "least", "most"]),
        row.flag ?? "",
      ]),
    },
  };
}

const reasonName = (view: ReportView, row: Reason): string =>
  row.kind === "category" ? causeName(view, row.code) : view.label("churn_reasons", row.code);

/** Whether the first is surely named by more than the others. */
const isMostNamed = (reasons: readonly Reason[]): boolean =>
  reasons[0]?.flag !== "suppressed" && isLeading(reasons.map((row) => ({...row, customers: row.named_by!})));

/** What is named most often; as the most only where that is sure. */
function reasonFinding(view: ReportView, {first, reasons}: {first: Reason; reasons: readonly Reason[]}): string {
  const name = (row: Reason) => reasonName(view, row);
  const share = (row: Reason) => formatNumber(row.value, "share", view);
  const interval = formatInterval([first.lo, first.hi], "share", view);
  return first.flag === "suppressed"
    ? say(view, {
        zh: `受访流失客户只有 ${first.interviews} 户，太少，不能下结论`,
        en: `Only ${first.interviews} lost customers were interviewed, too few to tell`,
      })
    : isMostNamed(reasons)
      ? say(view, {
          zh: `受访流失客户提到最多的是“${name(first)}”：${share(first)}（${interval}）`,
          en: `Named most often: “${name(first)}”, by ${share(first)} (${interval}) of lost customers interviewed`,
        })
      : say(view, {
          zh: `受访流失客户常提“${name(first)}”：${share(first)}（${interval}），但不能断定是最多的`,
          en: `“${name(first)}” is often named, by ${share(first)} (${interval}) of lost customers interviewed, but not surely the most`,
        });
}
