import {holidaysKnownTo} from "../facts/calendar.js";
import {checkNames} from "../facts/quality/checks.js";
import {crossCheckRows} from "../facts/quality/cross-checks.js";
import type {ReportView} from "../facts/view.js";
import type {DrawnFigures} from "../figures/figure.js";
import {formatNumber} from "../words/format.js";
import {counted, listed, say} from "../words/say.js";
import {findings} from "./findings.js";
import {agreementSentence, differenceSentence} from "./reconciliation.js";
import {caveatSentence} from "./survey-caveat.js";

/** What differs from the ledger first; then what was read, whether it agrees with itself, and how it was asked for. */
export const dataQualitySentences = (view: ReportView, drawn: DrawnFigures): string[] => [
  ...differenceSentence(view),
  ...findings(view, drawn, ["import-files"]),
  ...agreementSentence(view),
  ...crossCheckSentence(view),
  ...caveatSentence(view),
  ...holidaySentence(view),
];

/** Where working days reach into a year whose holidays nobody has listed yet. */
function holidaySentence(view: ReportView): string[] {
  const known = holidaysKnownTo(view);
  if (known === undefined) return [];
  return [
    say(view, {
      zh: `节假日表（reference/holidays.csv）到 ${known} 年；${known + 1} 年起的放假和调休还不知道，工作日先按周一至周五算。`,
      en: `Holidays are listed to ${known} (reference/holidays.csv); days off and make-up days from ${known + 1} on are not known, and working days there are Monday to Friday.`,
    }),
  ];
}

function crossCheckSentence(view: ReportView): string[] {
  const rows = crossCheckRows(view).filter(({base}) => base > 0);
  const hit = rows.filter(({hits}) => hits > 0);
  if (rows.length === 0) return [];
  if (hit.length === 0)
    return [
      say(view, {
        zh: `${rows.length} 项跨表检查都没有发现问题。`,
        en: `${counted(rows.length, "check")} across tables found nothing.`,
      }),
    ];
  const some = hit.slice(0, 3).map((row) =>
    say(view, {
      zh: `${checkNames[row.check_id]!.zh.name} ${formatNumber(row.hits, "count", view)} 条`.replace("） ", "）"),
      en: `${checkNames[row.check_id]!.en.name} (${formatNumber(row.hits, "count", view)})`,
    }),
  );
  return [
    say(view, {
      zh: `${rows.length} 项跨表检查中 ${hit.length} 项有发现：${listed(view, some)}${hit.length > 3 ? "等" : ""}。`,
      en: `${hit.length} of ${counted(rows.length, "check")} across tables found something: ${listed(view, some)}${hit.length > 3 ? " and more" : ""}.`,
    }),
  ];
}
