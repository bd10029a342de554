import type {ReportView} from "../../facts/view.js";
import {entityName} from "../../words/entities.js";
import type {Language} from "../../words/language.js";
import {listed, say} from "../../words/say.js";
import type {MissingFigure} from "../figure.js";

/** Stands where a figure would that needs records and a rule: both are named, since either may be what is missing. */
export function missingRule(
  view: ReportView,
  {
    id,
    needs,
    rule,
    shows,
  }: {
    id: string;
    needs: readonly string[];
    /** Its file, such as "rules/standards.yaml". */
    rule: string;
    shows: Readonly<Record<Language, string>>;
  },
): MissingFigure {
  const names = listed(
    view,
    needs.map((need) => entityName(view, need)),
  );
  const before = say(view, {
    zh: `这里要有${names}的记录和 ${rule}；都有之后，这里会显示`,
    en: `This takes ${names} and ${rule}; once both are there, `,
  });
  const after = say(view, {zh: "。", en: " will stand here."});
  const shown = shows[view.language];
  return {id, missing: needs, message: `${before}${shown}${after}`, parts: [before, shown, after]};
}
