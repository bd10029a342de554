import type {Report} from "./report.js";
import {say} from "./say.js";

const reasons = {
  no_records: {zh: "缺数据", en: "No data"},
  not_sent: {zh: "未交数据", en: "Sent nothing"},
  no_file: {zh: "没有文件", en: "No file"},
  before_first: {zh: "尚未开始", en: "Not begun yet"},
  between_waves: {zh: "两次调查之间", en: "Between waves"},
  replaced: {zh: "已由别的导出接替", en: "Replaced by another export"},
  ends_early: {zh: "未满月", en: "Part month"},
  begins_late: {zh: "未满月", en: "Part month"},
  has_hole: {zh: "未满月，中间缺几天", en: "Part month, days missing"},
  few_days: {zh: "未满月，只有几天", en: "Part month, few days"},
  one_of_several: {zh: "未满月，缺一个导出", en: "Part month, one export missing"},
  thin: {zh: "不到平时一半，请核对", en: "Under half of usual, check"},
  none_usual: {zh: "齐全（本来就少）", en: "Complete (few as ever)"},
  later_file: {zh: "后来补齐", en: "Completed later"},
  vouched: {zh: "齐全（report.yaml 认定）", en: "Complete, says report.yaml"},
} as const;

/** What a month of a source is, in a few words. */
export const stateName = (view: Pick<Report, "language">, {reason}: {readonly reason: string}): string =>
  say(view, reasons[reason as keyof typeof reasons] ?? {zh: "齐全", en: "Complete"});
