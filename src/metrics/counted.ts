import {formatNumber} from "../words/format.js";
import type {Language} from "../words/language.js";
import type {Report} from "../words/report.js";
import {metricOf} from "./catalogue.js";

type Counted = Readonly<Record<Language, string>>;

/** What the base of a metric counts, where its records alone do not say. */
const ofMetric: Readonly<Record<string, Counted>> = {
  repeat_purchase: {zh: "个下单客户", en: "customers"},
  response_rate: {zh: "份邀请", en: "invitations"},
  complaint_rate: {zh: "件投诉", en: "complaints"},
  callback_done: {zh: "件应回访", en: "due"},
  promise_kept: {zh: "个到期承诺", en: "promises due"},
};

const ofRecords: Readonly<Record<string, Counted>> = {
  calls: {zh: "通来电", en: "calls"},
  surveys: {zh: "份答卷", en: "answers"},
  tickets: {zh: "件工单", en: "tickets"},
  callbacks: {zh: "次回访", en: "follow-ups"},
  contracts: {zh: "户", en: "customers"},
  customers: {zh: "户", en: "customers"},
  work_orders: {zh: "次上门", en: "jobs"},
};

/** The base of a metric in words: "470 通来电", "122 answers"; "n=12" where there is no word for it. */
export function countedText(view: Report, {metric, n}: {metric: string; n: number | null}): string {
  const records = metricOf(metric).needs[0]?.split(".")[0] ?? "";
  const word = (ofMetric[metric] ?? ofRecords[records])?.[view.language];
  if (n === null) return "n<10";
  const count = formatNumber(n, "count", view);
  return word ? `${count} ${word}` : `n=${count}`;
}
