import {
  amountText,
  differences,
  measureName,
  type Suspect,
  suspectKind,
  suspectRows,
} from "../facts/quality/reconciliation.js";
import type {ReportView} from "../facts/view.js";
import {formatMonth} from "../words/format.js";
import {say} from "../words/say.js";

/** "One total differs from the ledger: Work-order fees in Aug 2026, 26,532 yuan over it" – the largest; "" for none. */
export function differenceFinding(view: ReportView): string {
  const off = differences(view);
  const [gap] = off;
  if (!gap) return "";
  const isMore = gap.difference > 0;
  const size = amountText(view, {counted: gap.counted, value: Math.abs(gap.difference)});
  const [month, name] = [formatMonth(gap.month, view), measureName(view, gap.measure)];
  // What sources say of each other is no ledger.
  const isNamed = gap.counted === "matches.count";
  const [with_zh, with_en] = isNamed ? ["来源互相所记的", "what sources say of each other"] : ["总账", "the ledger"];
  const first = off.length > 1 ? {zh: "，先看", en: "; first "} : {zh: "：", en: ": "};
  const count = off.length === 1 ? {zh: "1 个", en: "One total differs"} : null;
  return say(view, {
    zh: `${count?.zh ?? `${off.length} 个`}总数与${with_zh}对不上${first.zh}${month}的${name}${isMore ? "多出" : "少了"} ${size}`,
    en: `${count?.en ?? `${off.length} totals differ`} from ${with_en}${first.en}${name} in ${month}, ${size} ${isMore ? "over" : "under"} it`,
  });
}

const firstSuspect = (view: ReportView): Suspect | undefined => {
  const [gap] = differences(view);
  return suspectRows(view).find(({month, measure}) => month === gap?.month && measure === gap?.measure);
};

/** What differs from the ledger and the record that explains it; who recorded it stands in the table. */
export function differenceSentence(view: ReportView): string[] {
  const finding = differenceFinding(view);
  if (finding === "") return [];
  const first = firstSuspect(view);
  if (!first)
    return [say(view, {zh: `${finding}；没有单条记录能解释。`, en: `${finding}; no single record explains it.`})];
  const [amount, corrected] = [first.amount, first.corrected].map((value) =>
    amountText(view, {counted: first.counted, value}),
  );
  const [kind, id] = [suspectKind(view, first.kind), first.record_id];
  return [
    say(view, {
      zh: `${finding}。最可能的错录：${id}（${kind}），登记 ${amount}${first.corrected === null ? "" : `，应为 ${corrected}`}。`,
      en: `${finding}. Most likely entry: ${id} (${kind}), recorded as ${amount}${first.corrected === null ? "" : `, should be ${corrected}`}.`,
    }),
  ];
}

/** The same for the overview: which record to look at, without who wrote it. */
export function differenceInBrief(view: ReportView): string[] {
  const finding = differenceFinding(view);
  if (finding === "") return [];
  const id = firstSuspect(view)?.record_id;
  return [
    say(view, {
      zh: `${finding}${id ? `，最可能错在 ${id}` : ""}。`,
      en: `${finding}${id ? `; most likely ${id} is wrong` : ""}.`,
    }),
  ];
}

/** How many totals agree. */
export function agreementSentence(view: ReportView): string[] {
  const equal = view.rows("reconciliation").filter(({status}) => status === "equal").length;
  if (equal === 0) return [];
  const isAll = differences(view).length === 0;
  return [
    say(view, {
      zh: `${isAll ? "对账（与总账、来源之间）：" : "其余 "}${equal} 个总数全部对上。`,
      en: `${isAll ? "Reconciled with the ledger and between sources: all" : "The other"} ${equal} totals agree.`,
    }),
  ];
}
