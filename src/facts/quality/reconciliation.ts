import type {Row} from "../../marts/list.js";
import {currencyWord, formatNumber} from "../../words/format.js";
import {personName} from "../../words/people.js";
import type {Unit} from "../../words/unit.js";
import {type Known, whereKnown} from "../known.js";
import type {ReportView} from "../view.js";

type Reconciled = Row<"reconciliation">;

const kinds: Readonly<Record<string, {readonly zh: string; readonly en: string}>> = {
  changed: {zh: "两次导出金额不同", en: "changed between exports"},
  missing: {zh: "记录被剔除，未计入", en: "rejected, so not counted"},
  unmatched: {zh: "另一来源查无此笔", en: "unknown to the other source"},
  duplicated: {zh: "重复登记", en: "entered twice"},
  wrong_month: {zh: "记错月份", en: "in the wrong month"},
  factor_100: {zh: "小数点错两位", en: "decimal point two places off"},
  factor_10: {zh: "小数点错一位", en: "decimal point one place off"},
  wrong_sign: {zh: "正负号相反", en: "wrong sign"},
  digits_swapped: {zh: "数字颠倒", en: "digits swapped"},
  unreadable: {zh: "有读不懂的单元格", en: "holds an unreadable cell"},
  extra: {zh: "账上可能没有这一笔", en: "perhaps not in the ledger"},
  unusual: {zh: "金额最大的记录", en: "among the largest"},
};

const statuses: Readonly<Record<string, {readonly zh: string; readonly en: string}>> = {
  equal: {zh: "一致", en: "equal"},
  different: {zh: "不一致", en: "different"},
  no_records: {zh: "没有可对的记录", en: "no records to compare"},
  no_total: {zh: "总账没有数值", en: "the ledger has no value"},
};

export const suspectKind = ({language}: ReportView, kind: string): string => kinds[kind]?.[language] ?? kind;
const measures: Readonly<Record<string, {readonly zh: string; readonly en: string}>> = {
  tickets_with_call: {zh: "工单所记来话", en: "Calls that tickets name"},
  calls_with_ticket: {zh: "通话所记工单", en: "Tickets that calls name"},
};

/** A control total by its name in reference/measures.csv; what sources say of each other by ours. */
export const measureName = (view: ReportView, measure: string): string =>
  measures[measure]?.[view.language] ?? view.label("measures", measure);
/** Who recorded it, with the code by which the source system finds them. */
export function staffName(view: ReportView, code: string | null): string {
  const name = personName(view, code);
  return name === code || name === "" ? name : view.language === "zh" ? `${name}（${code}）` : `${name} (${code})`;
}
/** For columns of amounts and counts: whole ones are written whole; where one has cents, all have two decimals. */
export const amountUnit = (values: readonly (number | null)[]): Unit =>
  values.every((value) => value === null || Number.isInteger(value)) ? "count" : "score";

/** An amount in a sentence, with its currency; a number of records without. */
export function amountText(view: ReportView, {counted, value}: {counted: string; value: number | null}): string {
  const text = formatNumber(value, amountUnit([value]), view);
  return value === null || counted.endsWith(".count") ? text : `${text}${currencyWord(view)}`;
}

export const statusName = ({language}: ReportView, status: string): string => statuses[status]?.[language] ?? status;

/** A total that differs from the ledger's. */
export type Gap = Known<Reconciled, "difference">;

/** Differences between the ledger and ours, the largest part of the ledger's total first. */
export const differences = (view: ReportView): Gap[] =>
  whereKnown(view.rows("reconciliation"), "difference")
    .filter(({status}) => status === "different")
    .sort((a, b) => share(b) - share(a) || (a.month < b.month ? 1 : -1));

const share = ({difference, ledger}: Gap) => Math.abs(difference) / (Math.abs(ledger ?? 0) || 1);

/** A record that may explain a difference, and what was added up there. */
export type Suspect = Row<"reconciliation_suspects"> & {readonly counted: string};

/** Suspects in the order of the differences they explain. */
export const suspectRows = (view: ReportView): Suspect[] =>
  differences(view).flatMap((gap) =>
    view
      .rows("reconciliation_suspects")
      .filter(({month, source, measure}) => month === gap.month && source === gap.source && measure === gap.measure)
      .map((row) => ({...row, counted: gap.counted}))
      .sort((a, b) => a.rank - b.rank),
  );
