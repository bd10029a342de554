import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {counted, say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {column, tableFigure} from "../forms/table.js";

type Asked = Row<"returns_by_segment">;

const needs = ["returns"];
const of = (view: ReportView, dimension: Asked["dimension"]): Asked[] =>
  view
    .rows("returns_by_segment")
    .filter((row) => row.dimension === dimension)
    .sort((a, b) => b.requests - a.requests || (a.member < b.member ? -1 : 1));

const reasonName = (view: ReportView, code: string): string =>
  code === "unknown" ? say(view, {zh: "未写原因", en: "Not given"}) : view.label("return_reasons", code);

/** Why goods come back. */
export function returnReasons(view: ReportView): FigureOrMissing {
  const id = "return-reasons";
  const [all] = of(view, "all");
  const rows = of(view, "reason");
  const named = rows.filter(({member}) => member !== "unknown");
  if (!all || all.requests < 10 || named.length < 2)
    return missingFigure(view, {id, needs, shows: {zh: "退换货的原因", en: "why goods come back"}});
  const [first, second] = named as [Asked, Asked];
  const share = (row: Asked) => formatNumber(row.requests / all.requests, "share", view);
  const clear = (first.lo ?? 0) > (second.hi ?? 1);
  return estimateFigure(view, {
    id,
    title: say(view, {
      zh: `退换最多的原因是“${reasonName(view, first.member)}”，占 ${share(first)}${clear ? "" : `；“${reasonName(view, second.member)}”${share(second)}，先后未定`}`,
      en: `Most named: “${reasonName(view, first.member)}”, ${share(first)}${clear ? "" : `; “${reasonName(view, second.member)}” ${share(second)}, order unsure`}`,
    }),
    claims: [
      {
        is: "highest",
        of: "value",
        rows: (clear ? [first] : [first, second]).map(({member}) => reasonName(view, member)),
        among: named.map(({member}) => reasonName(view, member)),
      },
    ],
    subtitle: say(view, {
      zh: `退换申请按原因的占比，合计 100%；${periodName(view)}`,
      en: `Requests by reason, adding to 100%; ${periodName(view)}`,
    }),
    form: "bars",
    unit: "share",
    labels: say(view, {zh: "原因", en: "Reason"}),
    name: say(view, {zh: "占申请的比例", en: "Share of requests"}),
    metric: "return_rate",
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    marts: ["returns_by_segment"],
    n: all.requests,
    rows: rows.map((row) => ({
      label: reasonName(view, row.member),
      value: row.requests / all.requests,
      lo: row.lo,
      hi: row.hi,
      n: row.requests,
    })),
  });
}

/** What became of requests, and how long it took. */
export function returnOutcomes(view: ReportView): FigureOrMissing {
  const id = "return-outcomes";
  const [all] = of(view, "all");
  if (!all || all.requests === 0)
    return missingFigure(view, {id, needs, shows: {zh: "退换申请的处理", en: "what became of return requests"}});
  const [times] = view.rows("return_times");
  const days =
    times?.median_days != null
      ? say(view, {
          zh: `；一半在 ${formatNumber(times.median_days, "count", view)} 天内办完`,
          en: `; half settled within ${counted(times.median_days, "day")}`,
        })
      : "";
  const p90 =
    times?.p90_days != null && times.median_days !== null
      ? [
          say(view, {
            zh: `一半在 ${formatNumber(times.median_days, "count", view)} 天内办完，九成在 ${formatNumber(times.p90_days, "count", view)} 天内；没办完的按“至今未办”计（Kaplan–Meier）。`,
            en: `Half within ${counted(times.median_days, "day")}, nine in ten within ${counted(times.p90_days, "day")}; those open count as “not yet” (Kaplan–Meier).`,
          }),
        ]
      : [];
  const share = (part: number) => formatNumber(part / all.requests, "share", view);
  const isTold = all.not_told < all.requests;
  const line = (label: string, row: Asked) => [
    label,
    row.requests,
    row.accepted,
    row.exchanged,
    row.refused,
    row.still_open,
    ...(all.not_told > 0 ? [row.not_told] : []),
    row.amount,
  ];
  return tableFigure(view, {
    id,
    title: isTold
      ? say(view, {
          zh: `退换申请 ${all.requests} 件，拒绝 ${all.refused} 件（${share(all.refused)}），未办完 ${all.still_open} 件${days}`,
          en: `${counted(all.requests, "request")}, ${all.refused} refused (${share(all.refused)}), ${all.still_open} open${days}`,
        })
      : say(view, {
          zh: `退换申请 ${all.requests} 件，怎么办的没有记录`,
          en: `${counted(all.requests, "request")}; what became of them is not recorded`,
        }),
    subtitle: say(view, {zh: `按产品；${periodName(view)}`, en: `By product; ${periodName(view)}`}),
    n: all.requests,
    marts: ["returns_by_segment", "return_times"],
    columns: [
      column("product", say(view, {zh: "产品", en: "Product"})),
      column("requests", say(view, {zh: "申请", en: "Requests"}), "count"),
      column("accepted", say(view, {zh: "退货", en: "Taken back"}), "count"),
      column("exchanged", say(view, {zh: "换货", en: "Exchanged"}), "count"),
      column("refused", say(view, {zh: "拒绝", en: "Refused"}), "count"),
      column("open", say(view, {zh: "未办完", en: "Open"}), "count"),
      ...(all.not_told > 0 ? [column("not_told", say(view, {zh: "结果未写", en: "Outcome not told"}), "count")] : []),
      column("amount", say(view, {zh: "退款", en: "Paid back"}), "money"),
    ],
    rows: [
      ...of(view, "product").map((row) => line(memberName(view, {dimension: "product", member: row.member}), row)),
      line(say(view, {zh: "合计", en: "Together"}), all),
    ],
    notes: p90,
  });
}

/** Requests not settled yet, the oldest first. */
export function openReturns(view: ReportView): FigureOrMissing {
  const id = "open-returns";
  const rows = [...view.rows("returns_open_listed")].sort(
    (a, b) => b.days - a.days || (a.return_id < b.return_id ? -1 : 1),
  );
  const [all] = of(view, "all");
  if (!all || all.requests === all.not_told || (rows.length === 0 && all.still_open > 0))
    return missingFigure(view, {id, needs, shows: {zh: "没办完的退换申请", en: "return requests still open"}});
  return tableFigure(view, {
    id,
    title:
      rows.length === 0
        ? say(view, {zh: "没有拖着的退换申请", en: "No return request is open"})
        : say(view, {
            zh: `${rows.length} 件退换申请没办完，最久的 ${rows[0]!.days} 天`,
            en: `${counted(rows.length, "return request")} open, the oldest for ${counted(rows[0]!.days, "day")}`,
          }),
    ...(rows[0] ? {claims: [{is: "highest", of: "days", value: rows[0].days}]} : {}),
    subtitle: say(view, {
      zh: `久的在前；${periodName(view)}申请的`,
      en: `The oldest first; asked for ${periodName(view)}`,
    }),
    n: rows.length,
    marts: ["returns_open_listed", "returns_by_segment"],
    columns: [
      column("return", say(view, {zh: "退换单", en: "Return"})),
      column("requested", say(view, {zh: "申请日", en: "Requested"}), "date"),
      column("days", say(view, {zh: "已等天数", en: "Days waiting"}), "count"),
      column("product", say(view, {zh: "产品", en: "Product"})),
      column("reason", say(view, {zh: "原因", en: "Reason"})),
    ],
    rows: rows.map((row) => [
      row.return_id,
      row.requested_date,
      row.days,
      memberName(view, {dimension: "product", member: row.product}),
      reasonName(view, row.reason),
    ]),
  });
}
