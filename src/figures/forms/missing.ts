import type {ReportView} from "../../facts/view.js";
import {neededRecords} from "../../words/churn-rule.js";
import {entityName} from "../../words/entities.js";
import type {Language} from "../../words/language.js";
import type {MissingFigure} from "../figure.js";

/** What stands where a figure would, when the report folder lacks its records. */
export function missingFigure(
  view: ReportView,
  {id, needs, shows}: {id: string; needs: readonly string[]; shows: Readonly<Record<Language, string>>},
): MissingFigure {
  const absent = needs.filter((need) => !view.entities.has(need));
  const listed = absent.length > 0 ? absent : needs;
  const list = listed.map((need) => entityName(view, need)).join(view.language === "zh" ? "、" : ", ");
  const undated = view.month === undefined;
  const [before, after] =
    view.language === "zh"
      ? absent.length > 0
        ? [`本次导出里没有${list}；放入后，这里会显示`, "。"]
        : [`本次导出里的${list}${undated ? "没有日期，或" : ""}缺少所需的列或记录；补上后，这里会显示`, "。"]
      : absent.length > 0
        ? [`The exports hold no ${list}; once they do, `, " will stand here."]
        : [
            `The ${list} in the exports ${undated ? "are undated, or " : ""}lack the columns or records needed; once they have them, `,
            " will stand here.",
          ];
  const shown = shows[view.language];
  return {id, missing: needs, message: `${before}${shown}${after}`, parts: [before!, shown, after!]};
}

/** The same of a figure of customers lost: it needs whatever records the churn rule goes by. */
export const missingLosses = (
  view: ReportView,
  {needs, ...rest}: {id: string; needs: readonly string[]; shows: Readonly<Record<Language, string>>},
): MissingFigure => missingFigure(view, {...rest, needs: neededRecords(view, needs)});

/** What stands where a figure would, when no rule says what it is to be judged by. */
export function missingRule(
  {language}: Pick<ReportView, "language">,
  {
    id,
    rule,
    needs,
    shows,
  }: {id: string; rule: string; needs: readonly string[]; shows: Readonly<Record<Language, string>>},
): MissingFigure {
  const [before, after] =
    language === "zh"
      ? [`没有 ${rule}；写好后，这里会显示`, "。"]
      : [`There is no ${rule}; once it is written, `, " will stand here."];
  return {
    id,
    missing: needs,
    message: `${before}${shows[language]}${after}`,
    parts: [before!, shows[language], after!],
  };
}
