import {checkNames} from "../check-names.js";
import {auditNames} from "../figures/audit-words.js";
import {crossCheckRows} from "../figures/cross-checks.js";
import {thinEntities} from "../figures/freshness.js";
import {importFiles} from "../figures/import-files.js";
import {entityName} from "../figures/missing.js";
import {suspectRows} from "../figures/reconciliation-suspects.js";
import {amountUnit, differences, measureName, staffName, suspectKind} from "../figures/reconciliation-words.js";
import {auditRows} from "../figures/survey-audit.js";
import {formatMonth, formatNumber} from "../format.js";
import type {ReportView} from "../report-view.js";
import {listed, say} from "./say.js";

/** What was read and what was not; whether it agrees with the ledger, with itself, and how it was asked for. */
export const dataQualitySentences = (view: ReportView): string[] => [
  `${importFiles(view).title}${say(view, {zh: "。", en: "."})}`,
  ...reconciliationSentences(view),
  ...crossCheckSentence(view),
  ...auditSentence(view),
  ...thinSentence(view),
];

/** "2026年8月维修工单费用比总账多 26,532：WX001505 登记 26,800，应为 268，登记人 …。" */
export function reconciliationSentences(view: ReportView): string[] {
  const all = view.rows("reconciliation");
  if (all.length === 0) return [];
  const off = differences(view);
  const equal = all.filter(({status}) => status === "equal").length;
  if (off.length === 0)
    return [
      say(view, {
        zh: `对账（与总账、来源之间）：${equal} 项全部一致。`,
        en: `Reconciled with the ledger and between sources: all ${equal} totals are equal.`,
      }),
    ];
  const [gap] = off;
  const first = suspectRows(view).find(({month, measure}) => month === gap!.month && measure === gap!.measure);
  const unit = amountUnit([gap!.difference, first?.amount ?? null, first?.corrected ?? null]);
  const number = (value: unknown) => formatNumber(value as number | null, unit, view);
  const month = formatMonth(String(gap!.month), view);
  const name = measureName(view, gap!.measure);
  const isMore = Number(gap!.difference) > 0;
  const size = number(Math.abs(Number(gap!.difference)));
  const who = first && staffName(view, first.recorded_by);
  const suspect = !first
    ? say(view, {zh: "没有单条记录能解释", en: "no single record explains it"})
    : say(view, {
        zh: `首要嫌疑是 ${first.record_id}（${suspectKind(view, first.kind)}）：登记 ${number(first.amount)}${first.corrected === null ? "" : `，应为 ${number(first.corrected)}`}${who ? `，登记人 ${who}` : ""}`,
        en: `the first suspect is ${first.record_id} (${suspectKind(view, first.kind)}): recorded ${number(first.amount)}${first.corrected === null ? "" : `, should be ${number(first.corrected)}`}${who ? `, recorded by ${who}` : ""}`,
      });
  const more = off.length - 1;
  const than =
    gap!.counted === "matches.count"
      ? say(view, {zh: "所记的", en: "what is named"})
      : say(view, {zh: "总账", en: "the ledger"});
  return [
    say(view, {
      zh: `对账（与总账、来源之间）：${equal} 项一致，${off.length} 项不一致。${month}的${name}比${than}${isMore ? "多" : "少"} ${size}，${suspect}。${more > 0 ? `其余 ${more} 项见下表。` : ""}`,
      en: `Reconciled with the ledger and between sources: ${equal} totals equal, ${off.length} not. ${name}, ${month}: ${size} ${isMore ? "over" : "under"} ${than}; ${suspect}.${more > 0 ? ` The other ${more} are in the table.` : ""}`,
    }),
  ];
}

function crossCheckSentence(view: ReportView): string[] {
  const rows = crossCheckRows(view).filter(({base}) => Number(base) > 0);
  const hit = rows.filter(({hits}) => Number(hits) > 0);
  if (rows.length === 0) return [];
  if (hit.length === 0)
    return [
      say(view, {
        zh: `${rows.length} 项跨表检查都没有发现问题。`,
        en: `${rows.length} checks across tables found nothing.`,
      }),
    ];
  const some = hit.slice(0, 3).map((row) =>
    say(view, {
      zh: `${checkNames[String(row.check_id)]!.zh.name} ${formatNumber(Number(row.hits), "count", view)} 条`.replace(
        "） ",
        "）",
      ),
      en: `${checkNames[String(row.check_id)]!.en.name} (${formatNumber(Number(row.hits), "count", view)})`,
    }),
  );
  return [
    say(view, {
      zh: `${rows.length} 项跨表检查中 ${hit.length} 项有发现：${listed(view, some)}${hit.length > 3 ? "等" : ""}。`,
      en: `${hit.length} of ${rows.length} checks across tables found something: ${listed(view, some)}${hit.length > 3 ? " and more" : ""}.`,
    }),
  ];
}

export function auditSentence(view: ReportView): string[] {
  const red = auditRows(view).filter(({light, member}) => light === "red" && member === "all");
  if (red.length === 0) return [];
  const names = red.map(({topic}) =>
    (auditNames[String(topic)]?.[view.language].name ?? String(topic)).replace(/ *[(（].*[)）]$/, ""),
  );
  return [
    say(view, {
      zh: `调查方法有 ${red.length} 项红灯：${listed(view, names)}；满意度要打折扣看。`,
      en: `The survey's method shows ${red.length === 1 ? "a red light" : `${red.length} red lights`}: ${listed(view, names)}; read the scores with that in mind.`,
    }),
  ];
}

function thinSentence(view: ReportView): string[] {
  const few = thinEntities(view).map((entity) => entityName(view, entity));
  if (few.length === 0) return [];
  return [
    say(view, {
      zh: `${listed(view, few)}：本月行数不到平常的一半，请确认是否导全。`,
      en: `${listed(view, few)}: under half of the usual rows; was the export complete?`,
    }),
  ];
}
