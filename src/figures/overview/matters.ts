import {remedy} from "../../facts/actions/open.js";
import {waveAnswer, waves} from "../../facts/churn/waves.js";
import {isMissing} from "../../facts/months.js";
import {categoriesNow} from "../../facts/service/categories.js";
import type {ReportView} from "../../facts/view.js";
import {inside} from "../../words/capital.js";
import {brandName, causeName} from "../../words/codes.js";
import {memberName} from "../../words/dimensions.js";
import {formatMonth, formatMonthName, formatNumber, formatSpan} from "../../words/format.js";
import {monthsBetween, shiftMonth} from "../../words/month.js";
import {newKindText} from "../../words/new-kind.js";
import {say} from "../../words/say.js";
import {usualText} from "../../words/usual.js";
import type {Matter} from "./board-shape.js";
import type {Tile} from "./tile-shape.js";
import {worstGroups} from "./worst-groups.js";

/** More than two findings are no longer what matters most. */
const most = 2;

/** What matters most this month, new dangers first; where nothing is new, the group furthest behind. */
export function matters(view: ReportView, tiles: readonly Tile[]): Matter[] {
  const found = [...categoryMatter(view), ...waveMatter(view)];
  return [...found, ...worstGroups(view, tiles)].slice(0, most);
}

function categoryMatter(view: ReportView): Matter[] {
  const {month} = view;
  const all = month ? categoriesNow(view) : [];
  const found = all.find(({isNew}) => isNew) ?? all.find(({isRising}) => isRising);
  if (!month || !found) return [];
  const name = memberName(view, {dimension: "category", member: found.category});
  const total = all.reduce((sum, {now}) => sum + now, 0);
  const rows = view.rows("complaint_categories_by_month").filter(({category}) => category === found.category);
  const count = (each: string) => rows.find((row) => row.month === each)?.complaints ?? 0;
  const months = Array.from({length: 13}, (_, index) => shiftMonth(month, index - 12)).filter(
    (each) => view.months.includes(each) && !isMissing(view, {metric: "complaint_rate", month: each}),
  );
  const usual = usualText(view, found.before / Math.max(1, found.months));
  const note = found.isNew
    ? say(view, {zh: `此前 ${found.months} 个月没有`, en: `none in ${found.months} months`})
    : say(view, {zh: `平时每月${usual} 件`, en: `usually ${usual} a month`});
  return [
    {
      head: name,
      short: found.isNew
        ? say(view, {zh: `新投诉“${name}”`, en: `a new complaint (“${name}”)`})
        : say(view, {zh: `“${name}”投诉上升`, en: `“${name}” rising`}),
      said: found.isNew
        ? newKindText(view, {name, count: formatNumber(found.now, "count", view)})
        : say(view, {
            zh: `“${name}”投诉 ${found.now} 件，平时${usual} 件`,
            en: `${found.now} complaints “${name}”, usually ${usual}`,
          }),
      act: remedy(view, {category: found.category}),
      text: found.isNew
        ? say(view, {
            zh: `本月 ${total} 件投诉中 ${found.now} 件属于此类。`,
            en: `${found.now} of this month's ${total} complaints.`,
          })
        : say(view, {
            zh: `${found.now} 件，平时每月${usual} 件。`,
            en: `${found.now} complaints, usually ${usual} a month.`,
          }),
      href: "complaints.html#complaint-categories",
      picture: {
        form: "columns",
        bars: months.map((each) => ({
          label: formatMonth(each, view),
          value: count(each),
          text: formatNumber(count(each), "count", view),
        })),
        note,
        alt: say(view, {zh: `${name}：本月 ${found.now} 件，${note}`, en: `${name}: ${found.now} this month, ${note}`}),
      },
    },
  ];
}

function waveMatter(view: ReportView): Matter[] {
  const [wave] = waves(view);
  if (!wave) return [];
  const isAll = wave.dimension === "all";
  const where = isAll
    ? say(view, {zh: "全公司", en: "All customers"})
    : memberName(view, {dimension: wave.dimension, member: wave.member});
  const [first, last] = [wave.first_month, wave.last_month];
  const when = first === last ? formatMonthName(first, view) : formatSpan(first, last, view);
  const [lost, usual] = [wave.lost, usualText(view, wave.usual)];
  const n = monthsBetween(first, last);
  const months = n === 1 ? {zh: "一个月", en: " of a month"} : {zh: ` ${n} 个月`, en: ` of ${n} months`};
  const told = toldText(view, wave);
  return [
    {
      head: isAll
        ? say(view, {zh: "客户成批流失", en: "A wave of leaving"})
        : say(view, {zh: `${where}客户在流失`, en: `A wave of leaving, ${where}`}),
      short: isAll
        ? say(view, {zh: "集中流失", en: "a wave of leaving"})
        : say(view, {zh: `${where}集中流失`, en: `a wave of leaving (${where})`}),
      said: say(view, {
        zh: `${when}${where}流失 ${lost} 户，平时${usual} 户`,
        en: `${where} lost ${lost} customers in ${when}, usually ${usual}`,
      }),
      act: wave.dimension === "region" ? remedy(view, {region: wave.member}) : "",
      text:
        told ||
        say(view, {
          zh: `${when}流失 ${lost} 户，平时${usual} 户。`,
          en: `${lost} lost in ${when}, usually ${usual}.`,
        }),
      href: "churn.html#churn-waves",
      picture: {
        form: "bars",
        bars: [
          {
            label: say(view, {zh: "平时", en: "Usual"}),
            value: wave.usual,
            text: usual.trim(),
          },
          {label: when, value: lost, text: formatNumber(lost, "count", view)},
        ],
        note:
          wave.ratio === null
            ? say(view, {zh: "平时没有", en: "usually none"})
            : say(view, {
                zh: `是平时${months.zh}的 ${ratioText(view, wave.ratio)} 倍`,
                en: `${ratioText(view, wave.ratio)} times the usual${months.en}`,
              }),
        alt: say(view, {
          zh: `${where}流失客户：平时${usual} 户，${when} ${lost} 户`,
          en: `${where}, customers lost: usually ${usual}, in ${when} ${lost}`,
        }),
      },
    },
  ];
}

const ratioText = (view: ReportView, ratio: number | null): string =>
  formatNumber(ratio, "points", view).replace("+", "");

/** "Of 40 asked, 32 went to Rival A and 38 named price." */
function toldText(view: ReportView, wave: Parameters<typeof waveAnswer>[1]["wave"]): string {
  const [asked, rival, cause] = (["interviewed", "destination", "category"] as const).map((kind) =>
    waveAnswer(view, {wave, kind}),
  );
  if (!asked || (!rival && !cause)) return "";
  const said = [
    ...(rival
      ? [
          say(view, {
            zh: `${formatNumber(rival.customers, "count", view)} 户去了${brandName(view, rival.code)}`,
            en: `${formatNumber(rival.customers, "count", view)} went to ${brandName(view, rival.code)}`,
          }),
        ]
      : []),
    ...(cause
      ? [
          say(view, {
            zh: `${formatNumber(cause.customers, "count", view)} 户提到${causeName(view, cause.code)}`,
            en: `${formatNumber(cause.customers, "count", view)} named ${inside(causeName(view, cause.code))}`,
          }),
        ]
      : []),
  ].join(say(view, {zh: "，", en: " and "}));
  return say(view, {
    zh: `受访 ${formatNumber(asked.customers, "count", view)} 户中 ${said}。`,
    en: `of ${formatNumber(asked.customers, "count", view)} asked, ${said}.`,
  });
}
