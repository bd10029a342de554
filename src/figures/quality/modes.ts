import type {ReportView} from "../../facts/view.js";

const modes: Readonly<Record<string, {readonly zh: string; readonly en: string}>> = {
  sms: {zh: "短信", en: "text message"},
  wechat: {zh: "微信", en: "WeChat"},
  web: {zh: "网页", en: "web"},
  mail: {zh: "邮件", en: "mail"},
  phone: {zh: "电话", en: "phone"},
};

/** How a survey was answered, in words: reference/modes.csv, else the usual codes, else the code. */
export function modeName(view: ReportView, mode: string): string {
  const label = view.label("modes", mode);
  return label === mode ? (modes[mode]?.[view.language] ?? mode) : label;
}
