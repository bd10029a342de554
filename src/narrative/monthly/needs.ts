import {besideText, bothText} from "../../facts/beside.js";
import {isShifted} from "../../facts/calendar.js";
import {type Needs, needsNow} from "../../facts/monthly/needs.js";
import type {ReportView} from "../../facts/view.js";
import {poissonRate} from "../../stats/estimates/poisson-rate.js";
import {memberName} from "../../words/dimensions.js";
import {formatNumber} from "../../words/format.js";
import {listed, say} from "../../words/say.js";
import {usualText} from "../../words/usual.js";
import {evidence, listedRequests, unknownLine} from "./evidence.js";
import type {Line} from "./letter.js";

const href = "monthly.html#month-kinds";

/** What customers asked for, and whether a kind of request is new or rising. */
export function needs(view: ReportView): Line[] {
  const found = needsNow(view);
  if (found === "no_tickets") return [unknownLine(view, {zh: "未收到工单", en: "no tickets received", href})];
  if (found === "no_kind")
    return [unknownLine(view, {zh: "工单没有标出哪些是需求", en: "tickets do not say which are requests", href})];
  if (found.requests === 0) return [{text: say(view, {zh: "本月无新需求", en: "none new"}), evidence: "", href}];
  const fresh = found.kinds.filter(({isNew, isRising}) => isNew || isRising);
  return [total(view, found), ...fresh.slice(0, 2).map((each) => freshLine(view, each))];
}

/** "服务请求 34 件（上月 28 件），可能是波动：礼品包装 13、加急 11、送货上门 10；没有新种类" */
function total(view: ReportView, {requests, beside, kinds}: Needs): Line {
  const n = formatNumber(requests, "count", view);
  const both = bothText(view, beside, {unit: "count"});
  const compared = besideText(view, beside, {unit: "count"});
  const together = both && say(view, {zh: `；${both}`, en: `; ${both}`});
  const names = kinds
    .slice(0, 3)
    .map(({category, now}) => `${nameOf(view, category)} ${formatNumber(now, "count", view)}`);
  const isFresh = kinds.some(({isNew}) => isNew);
  const isKnown = (kinds[0]?.months ?? 0) >= 6;
  const none = isFresh || !isKnown ? "" : say(view, {zh: "；没有新种类", en: "; no new kind"});
  const {low, high} = poissonRate({events: requests, exposure: 1});
  const {month = ""} = view;
  const isNews = beside.month?.verdict === "clear" && !isShifted(view, [month, beside.month.month]);
  return {
    text: say(view, {
      zh: `服务请求 ${n} 件${compared}：${listed(view, names)}${none}${together}`,
      en: `${n} requests${compared}: ${listed(view, names)}${none}${together}`,
    }),
    evidence: evidence(view, {lo: low, hi: high, n: requests}, "count"),
    href,
    records: listedRequests,
    ...(isNews ? {news: say(view, {zh: `服务请求 ${n} 件${compared}`, en: `${n} requests${compared}`})} : {}),
  };
}

function freshLine(view: ReportView, {category, now, before, months, isNew}: Needs["kinds"][number]): Line {
  const name = nameOf(view, category);
  const usual = usualText(view, before / Math.max(1, months));
  const text = isNew
    ? say(view, {
        zh: `新需求“${name}” ${now} 件，前 ${months} 个月没有`,
        en: `new need: “${name}”, ${now}, none in ${months} months`,
      })
    : say(view, {
        zh: `需求“${name}”${now} 件，平时${usual} 件`,
        en: `requests for “${name}”: ${now}, usually ${usual}`,
      });
  return {text, evidence: evidence(view, {n: now}, "count"), href, records: listedRequests, news: text};
}

const nameOf = (view: ReportView, member: string): string => memberName(view, {dimension: "category", member});
