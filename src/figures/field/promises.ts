import {allJobs} from "../../facts/field/site.js";
import type {ReportView} from "../../facts/view.js";
import {formatNumber} from "../../words/format.js";
import {spanName} from "../../words/period.js";
import {say} from "../../words/say.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";

/** What a job on site owes: there in time, right the first time, signed for, a feedback card left. */
export function sitePromises(view: ReportView): FigureOrMissing {
  const id = "site-promises";
  const all = allJobs(view);
  const rows = all
    ? [
        {
          label: say(view, {zh: "按约定时间到", en: "Appointment kept"}),
          short: say(view, {zh: "准时", en: "in time"}),
          ...{value: all.kept_share, lo: all.kept_share_lo, hi: all.kept_share_hi},
          ...{n: all.appointed, flag: all.kept_flag},
        },
        {
          label: say(view, {zh: "一次修好", en: "Right the first time"}),
          short: say(view, {zh: "一次修好", en: "right the first time"}),
          ...{value: all.fixed_share, lo: all.fixed_share_lo, hi: all.fixed_share_hi},
          ...{n: all.due, flag: all.fixed_flag},
        },
        {
          label: say(view, {zh: "客户签字", en: "Signed for"}),
          short: say(view, {zh: "签字", en: "signed for"}),
          ...{value: all.signed_share, lo: all.signed_share_lo, hi: all.signed_share_hi},
          ...{n: all.sign_known, flag: all.signed_flag},
        },
        {
          label: say(view, {zh: "留下反馈卡", en: "Feedback card left"}),
          short: say(view, {zh: "留反馈卡", en: "feedback card left"}),
          ...{value: all.card_share, lo: all.card_share_lo, hi: all.card_share_hi},
          ...{n: all.card_known, flag: all.card_flag},
        },
      ].filter(({value}) => value !== null)
    : [];
  if (!all || rows.length === 0)
    return missingFigure(view, {
      id,
      needs: ["work_orders"],
      shows: {
        zh: "上门是否准时、一次修好、签字",
        en: "whether jobs on site were in time, right the first time, signed for",
      },
    });
  const said = rows
    .slice(0, 3)
    .map(({short, value}) => `${short} ${formatNumber(value, "share", view)}`)
    .join(say(view, {zh: "，", en: ", "}));
  const jobs = formatNumber(all.jobs, "count", view);
  return estimateFigure(view, {
    id,
    title: say(view, {zh: `上门 ${jobs} 次：${said}`, en: `${jobs} jobs on site: ${said}`}),
    subtitle: say(view, {
      zh: `各占有记录的上门的比例；一次修好只看完成已满 30 天的；${spanName(view)}`,
      en: `Share of jobs on site with a record of it; right the first time only of those done 30 days ago; ${spanName(view)}`,
    }),
    form: "dots",
    unit: "share",
    labels: say(view, {zh: "要求", en: "Standard"}),
    name: say(view, {zh: "做到的占比", en: "Share kept"}),
    metric: "first_time_fix",
    method: say(view, {zh: "Wilson 95% 区间", en: "Wilson 95% interval"}),
    marts: ["site_jobs"],
    n: all.jobs,
    rows,
  });
}
