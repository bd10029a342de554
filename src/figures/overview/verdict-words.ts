import type {Indicator} from "../../facts/overview/indicator-shape.js";
import type {Direction, Standing} from "../../facts/overview/ladder.js";
import type {ReportView} from "../../facts/view.js";
import {windowWords} from "../../words/period.js";
import {say} from "../../words/say.js";

/** From how many months on a target missed again and again is said so. */
const longRow = 3;

/** How a measure stands, in at most six words: the first thing that is sure, then what else is. */
export function verdictWords(
  view: ReportView,
  {stands, better, isCompared}: {stands: Standing; better: Indicator["better"]; isCompared: boolean},
): string {
  const {rung, good, running} = stands;
  const tail = comparedWords(view, {stands, better});
  const period = windowWords(view);
  switch (rung) {
    case "month":
      if (good) return say(view, {zh: `达标${tail && `，${tail}`}`, en: `Target met${tail && `; ${tail}`}`});
      if (running >= longRow)
        return say(view, {zh: `连续 ${running} 个月未达标`, en: `Target missed ${running} months running`});
      return say(view, {zh: `未达标${tail && `，${tail}`}`, en: tail ? `Missed; ${tail}` : "Target missed"});
    case "year":
      return good
        ? say(view, {zh: `${period.zh}达标`, en: `Target met${period.en}`})
        : say(view, {zh: `${period.zh}未达标`, en: `Target missed${period.en}`});
    case "unsure":
      return say(view, {zh: "达标未定", en: "Too close to call"});
    case "change":
      return changeWords(view, {stands, good});
    case "none":
      return isCompared && better !== "neither" ? say(view, {zh: "可能是波动", en: "Could be chance"}) : "";
    case "few":
      return say(view, {zh: "样本少，难判断", en: "Too few to tell"});
    case "withheld":
      return say(view, {zh: "样本不足 10，不显示", en: "Under 10, hidden"});
    case "partial":
      return say(view, {zh: "未满月", en: "Part month"});
    case "missing":
      return say(view, {zh: "缺数据，不是 0", en: "No data; not zero"});
  }
}

/** "worse than last year": what is sure besides, the year before the month. */
function comparedWords(
  view: ReportView,
  {stands: {sinceYear, sinceMonth}, better}: {stands: Standing; better: Indicator["better"]},
): string {
  const isBetter = (since: Direction) => since === better;
  if (sinceYear)
    return isBetter(sinceYear)
      ? say(view, {zh: "好于去年同月", en: "better than last year"})
      : say(view, {zh: "差于去年同月", en: "worse than last year"});
  if (sinceMonth)
    return isBetter(sinceMonth)
      ? say(view, {zh: "好于上月", en: "better than last month"})
      : say(view, {zh: "差于上月", en: "worse than last month"});
  return "";
}

/** Without a target: what is sure. How large it is the figure says, by the smallest change that matters. */
function changeWords(view: ReportView, {stands, good}: {stands: Standing; good: boolean | undefined}): string {
  const since = stands.sinceYear ?? stands.sinceMonth;
  const then = stands.sinceYear ? {zh: "去年同月", en: "than last year"} : {zh: "上月", en: "than last month"};
  if (good === undefined)
    return since === "up"
      ? say(view, {zh: `多于${then.zh}`, en: `More ${then.en}`})
      : say(view, {zh: `少于${then.zh}`, en: `Fewer ${then.en}`});
  return good
    ? say(view, {zh: `好于${then.zh}`, en: `Better ${then.en}`})
    : say(view, {zh: `差于${then.zh}`, en: `Worse ${then.en}`});
}
