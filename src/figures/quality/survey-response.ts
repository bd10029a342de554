import type {ReportView} from "../../facts/view.js";
import type {Row} from "../../marts/list.js";
import {dimensionName, memberName} from "../../words/dimensions.js";
import {formatInterval, formatNumber} from "../../words/format.js";
import {periodName} from "../../words/period.js";
import type {FigureOrMissing} from "../figure.js";
import {estimateFigure} from "../forms/estimate.js";
import {missingFigure} from "../forms/missing.js";
import {modeName} from "./modes.js";

type Response = Row<"survey_response">;

const dimensions = ["mode", "channel", "segment", "region", "questionnaire_version"];

/** The row of all invitations of the window. */
export const responseTotal = (view: ReportView): Response | undefined =>
  view.rows("survey_response").find(({dimension}) => dimension === "all");

/** Who answers: response rate by mode, channel, segment, region and questionnaire, with intervals. */
export function surveyResponse(view: ReportView): FigureOrMissing {
  const zh = view.language === "zh";
  const total = responseTotal(view);
  if (!total || total.value === null)
    return missingFigure(view, {
      id: "survey-response",
      needs: ["surveys"],
      shows: {zh: "邀请、送达、作答与各类客户的参评率", en: "invited, delivered, answered, and who answers"},
    });
  const rows = dimensions.flatMap((dimension) => {
    const members = view
      .rows("survey_response")
      .filter((row) => row.dimension === dimension)
      .sort((a, b) => b.invited - a.invited)
      .slice(0, 10);
    return members.length < 2
      ? []
      : members.map((row) => ({
          label: `${dimensionLabel(view, dimension)} · ${memberLabel(view, {dimension, member: row.member})}`,
          value: row.value,
          lo: row.lo,
          hi: row.hi,
          n: row.invited,
          flag: row.flag,
        }));
  });
  const rate = formatNumber(total.value, "share", view);
  const interval = formatInterval([total.lo, total.hi], "share", view);
  const shown = (name: "invited" | "delivered" | "answered") => formatNumber(total[name], "count", view);
  const delivered =
    total.delivered === null ? "" : zh ? `送达 ${shown("delivered")}，` : `${shown("delivered")} delivered, `;
  return estimateFigure(view, {
    id: "survey-response",
    title: zh
      ? `邀请 ${shown("invited")} 人次，${delivered}作答 ${shown("answered")}，参评率 ${rate}（${interval}）`
      : `${shown("invited")} invited, ${delivered}${shown("answered")} answered: response rate ${rate} (${interval})`,
    subtitle: `${zh ? "作答 ÷ 邀请，试访除外" : "answered ÷ invited, pilot left out"}${zh ? "；" : "; "}${periodName(view)}`,
    form: "dots",
    unit: "share",
    labels: zh ? "分组" : "Group",
    worked: [
      zh
        ? `作答 ${shown("answered")} ÷ 邀请 ${shown("invited")} = ${rate}`
        : `${shown("answered")} answered ÷ ${shown("invited")} invited = ${rate}`,
      ...(total.delivered === null || total.delivered === 0
        ? []
        : [
            zh
              ? `作答 ${shown("answered")} ÷ 送达 ${shown("delivered")} = ${formatNumber((total.answered ?? 0) / total.delivered, "share", view)}`
              : `${shown("answered")} answered ÷ ${shown("delivered")} delivered = ${formatNumber((total.answered ?? 0) / total.delivered, "share", view)}`,
          ]),
    ],
    metric: "response_rate",
    marts: ["survey_response"],
    rows,
    n: total.invited,
    method: zh ? `Wilson 95% 区间；全部 ${interval}` : `Wilson 95% interval; all ${interval}`,
    reference: {value: total.value, label: zh ? `全部 ${rate}` : `All ${rate}`},
  });
}

const memberLabel = (view: ReportView, {dimension, member}: {dimension: string; member: string}): string =>
  dimension === "mode" ? modeName(view, member) : memberName(view, {dimension, member});

const dimensionLabel = (view: ReportView, dimension: string): string => {
  if (dimension === "mode") return view.language === "zh" ? "邀请方式" : "Mode";
  if (dimension === "questionnaire_version") return view.language === "zh" ? "问卷版本" : "Questionnaire";
  return dimensionName(view, dimension);
};
