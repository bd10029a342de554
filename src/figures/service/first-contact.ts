import {metricTotal} from "../../facts/metric.js";
import type {ReportView} from "../../facts/view.js";
import {sum} from "../../marts/shape/sum.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";

/** Settled with one contact, by 7 and 30 days, across channels, and how far the records can tell. */
export function firstContact(view: ReportView): FigureOrMissing {
  const id = "first-contact";
  const spans = [
    {metric: "fcr_7", days: 7},
    {metric: "fcr_30", days: 30},
  ];
  const rows = spans.flatMap(({metric, days}) => {
    const row = metricTotal(view, {metric, period: "window"});
    return row && row.value !== null ? [{...row, days}] : [];
  });
  const [first] = rows;
  const identity = view.rows("contact_identity");
  const contacts = sum(identity, "contacts");
  if (!first || contacts === 0)
    return missingFigure(view, {
      id,
      needs: ["calls", "tickets"],
      shows: {zh: "一次就解决的比例", en: "the share settled with one contact"},
    });
  const text = (row: (typeof rows)[number]) => formatNumber(row.value, "share", view);
  const known = formatNumber(sum(identity, "with_customer") / contacts, "share", view);
  const caused = formatNumber(sum(identity, "with_cause") / contacts, "share", view);
  const second = rows[1];
  return estimateFigure(view, {
    id,
    title: say(view, {
      zh: `一次解决：${first.days} 天内没再来的 ${text(first)}${second ? `，${second.days} 天内 ${text(second)}` : ""}`,
      en: `Settled with one contact: ${text(first)} not back within ${first.days} days${second ? `, ${text(second)} within ${second.days}` : ""}`,
    }),
    subtitle: say(view, {
      zh: `同一客户、同一事由，不分渠道；${periodName(view)}`,
      en: `Same customer and cause, by any channel; ${periodName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "观察期", en: "Within"}),
    name: say(view, {zh: "没有再来的比例", en: "Not back"}),
    metric: "fcr_7",
    marts: ["metric_by_segment", "contact_identity"],
    n: first.n ?? 0,
    rows: rows.map((row) => ({...row, label: say(view, {zh: `${row.days} 天`, en: `${row.days} days`})})),
    notes: [
      say(view, {
        zh: `${known} 的来访知道是哪位客户，${caused} 有事由；认不出的客户、换了说法的事由看不到再来，所以真实的一次解决率只会更低。`,
        en: `Of ${known} of contacts the customer is known, of ${caused} the cause; who is not recognised, or calls the same thing by another name, is not seen to come back: the true share can only be lower.`,
      }),
      say(view, {
        zh: `观察期未满的来访不计（${first.days} 天区间 ${formatInterval([first.lo, first.hi], "share", view)}）。`,
        en: `Contacts whose days have not passed are left out (${first.days} days: ${formatInterval([first.lo, first.hi], "share", view)}).`,
      }),
    ],
  });
}
