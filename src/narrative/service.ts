import {missingText, partNote, partSuffix} from "../facts/months.js";
import {withoutBase} from "../facts/service/base.js";
import {categoriesNow} from "../facts/service/categories.js";
import {complaintChange, complaintChangeText} from "../facts/service/complaint-change.js";
import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import type {Row} from "../marts/list.js";
import {memberName} from "../words/dimensions.js";
import {formatInterval, formatMonth, formatNumber} from "../words/format.js";
import {say} from "../words/say.js";
import {findings} from "./findings.js";
import {metricSentence, metricSentences, worstGroupSentence} from "./metric.js";

/** Whether callers get through: how many, where and when they do not, in what time, and what became of our own calls. */
export function callsSentences(view: ReportView, drawn: DrawnFigures): string[] {
  const where = [
    "answer-rate-by-segment",
    "answer-rate-by-half-hour",
    "answer-rate-by-weekday",
    "first-reply-by-hour",
  ] as const;
  // What stands out before what does not.
  const standsOut = (id: string): boolean => {
    const figure = drawn[id];
    return figure !== undefined && !("missing" in figure) && (figure.focus ?? []).length > 0;
  };
  return [
    ...metricSentence(view, "answer_rate"),
    ...findings(view, drawn, where.filter(standsOut)),
    ...findings(view, drawn, ["phone-and-chat", "service-level-formulas", "call-times"]),
    ...findings(
      view,
      drawn,
      where.filter((id) => !standsOut(id)),
    ),
    ...findings(view, drawn, ["bot-sessions"]),
    ...metricSentence(view, "connect_rate"),
  ];
}

/** Service and complaints in sentences: complaints first, then whatever is bad, then the rest. */
export function complaintsSentences(view: ReportView, drawn: DrawnFigures): string[] {
  const worst = (["promise_kept", "callback_independent", "confirmed_solved"] as const).map((metric) =>
    worstGroupSentence(view, {metric, dimensions: ["team"]}),
  );
  const bad = [
    newCategorySentences(view),
    ...worst,
    findings(view, drawn, ["complaint-bases", "complaint-chains", "speed-satisfaction"]),
  ].flat();
  const rest = (["callback_done", "promise_kept", "sla_policy", "sla_met"] as const).filter(
    (metric) => metricSentence(view, metric).length > 0,
  );
  return metricSentences(view, [complaintSentence(view), bad, ...rest.slice(0, Math.max(1, 5 - bad.length))]);
}

/** How many complained, of how many, and whether that is a change. */
export function complaintSentence(view: ReportView): string[] {
  const row = view.rows("complaints_by_month").find((each) => each.month === view.month);
  if (!row) return [];
  const at = {metric: "complaint_rate", month: row.month};
  if (row.complaints === null)
    return [
      `${missingText(view, {...at, name: say(view, {zh: "投诉", en: "Complaints"})})}${say(view, {zh: "。", en: "."})}`,
    ];
  const change = partNote(view, at) || complaintChangeText(view, complaintChange(view));
  const part = partSuffix(view, at);
  const month = formatMonth(row.month, view);
  const [complaints, complainants] = [
    formatNumber(row.complaints, "count", view),
    formatNumber(row.complainants, "count", view),
  ];
  if (row.value === null)
    return [
      say(view, {
        zh: `${month}投诉 ${complaints} 件${part}${change && `，${change}`}；${withoutBase(view)}。`,
        en: `${complaints} complaints in ${month}${part}${change && `; ${change}`}; ${withoutBase(view)}.`,
      }),
    ];
  const [rate, interval, base] = [
    formatNumber(row.value, "per_10000", view),
    formatInterval([row.lo, row.hi], "per_10000", view),
    activeBase(view, {row, isPart: part !== ""}),
  ];
  return [
    say(view, {
      zh: `${month}投诉 ${complaints} 件${part}，来自 ${complainants} 户；按${base}计，合每万户 ${rate}（${interval}）${change && `，${change}`}。`,
      en: `${complaints} complaints in ${month}${part} from ${complainants} customers; against ${base}, that is ${rate} per 10,000 (${interval})${change && `; ${change}`}.`,
    }),
  ];
}

/** What the rate divides by, in words: so that who divides finds the number. */
function activeBase(
  view: ReportView,
  {row, isPart}: {row: Pick<Row<"complaints_by_month">, "customers" | "customer_months">; isPart: boolean},
): string {
  const months = row.customer_months ?? 0;
  // Of few customers a part of one counts.
  const base = formatNumber(months, months < 1000 ? "hours" : "count", {...view, bare: true});
  const ever = formatNumber(row.customers, "count", view);
  if (isPart) return say(view, {zh: `有效客户 ${base} 户月`, en: `${base} customer-months`});
  return say(view, {
    zh: `日均 ${base} 户有效客户（当月曾有效 ${ever} 户）`,
    en: `${base} customers active on an average day (${ever} at some time of the month)`,
  });
}

export function newCategorySentences(view: ReportView): string[] {
  const name = (category: string) => memberName(view, {dimension: "category", member: category});
  return categoriesNow(view)
    .filter((each) => each.isNew || each.isRising)
    .slice(0, 3)
    .map(({category, now, before, ratio, months, isNew}) => {
      if (isNew)
        return say(view, {
          zh: `新出现的投诉类别“${name(category)}”：${now} 件，前 ${months} 个月一件也没有。`,
          en: `A new kind of complaint, “${name(category)}”: ${now}, and none in the ${months} months before.`,
        });
      // Too few or too young to be called new: no multiple of nothing.
      if (before === 0)
        return say(view, {
          zh: `“${name(category)}”投诉 ${now} 件，前 ${months} 个月没有。`,
          en: `“${name(category)}”: ${now} complaints, none in the ${months} months before.`,
        });
      return say(view, {
        zh: `“${name(category)}”投诉 ${now} 件，是此前月均的 ${ratio.toFixed(1)} 倍。`,
        en: `“${name(category)}”: ${now} complaints, ${ratio.toFixed(1)} times its monthly mean before.`,
      });
    });
}
