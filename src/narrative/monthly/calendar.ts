import {isShifted, januaryAndFebruary} from "../../facts/calendar.js";
import type {ReportView} from "../../facts/view.js";
import {formatInterval, formatMonth, formatNumber} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
import {say} from "../../words/say.js";
import type {Line} from "./letter.js";

const href = "complaints.html#complaint-rate-trend";

/** What the Spring Festival does to comparisons, and January and February as one. */
export const festivalLines = (view: ReportView): Line[] => [...shiftLine(view), ...bothMonths(view)];

/** Months that the report month is held against and cannot be, since the festival lies in one of the two. */
function shiftLine(view: ReportView): Line[] {
  const {month} = view;
  if (!month) return [];
  const shifted = [-1, -12].map((by) => shiftMonth(month, by)).filter((then) => isShifted(view, [month, then]));
  if (shifted.length === 0) return [];
  const names = shifted.map((then) => formatMonth(then, view));
  return [
    {
      text: say(view, {
        zh: `春节假期落在不同的月份，与${names.join("、")}不能直接比`,
        en: `the Spring Festival falls in another month: no fair comparison with ${names.join(" or ")}`,
      }),
      evidence: "",
      href,
    },
  ];
}

function bothMonths(view: ReportView): Line[] {
  const found = januaryAndFebruary(view);
  if (!found) return [];
  const {now, lastYear, ratio, lo, hi} = found;
  const isSure = lo > 1 || hi < 1;
  const [count, before] = [formatNumber(now, "count", view), formatNumber(lastYear, "count", view)];
  const verdict = isSure
    ? say(view, {
        zh: `明显${ratio > 1 ? "多" : "少"}于去年`,
        en: `clearly ${ratio > 1 ? "more" : "fewer"} than last year`,
      })
    : say(view, {zh: "可能是波动", en: "could be chance"});
  const said = say(view, {zh: `1—2月合计投诉 ${count} 件`, en: `January and February together: ${count} complaints`});
  return [
    {
      text: say(view, {
        zh: `${said}（去年同期 ${before} 件），${verdict}`,
        en: `${said} (last year ${before}), ${verdict}`,
      }),
      evidence: say(view, {
        zh: `按客户数折算为去年的 ${formatNumber(ratio, "ratio", view)} 倍，95% 区间 ${formatInterval([lo, hi], "ratio", view)}`,
        en: `per customer ${formatNumber(ratio, "ratio", view)} times last year, 95% interval ${formatInterval([lo, hi], "ratio", view)}`,
      }),
      href,
      ...(isSure ? {news: said} : {}),
    },
  ];
}
