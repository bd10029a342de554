import type {Language} from "../../words/language.js";
import type {Report} from "../../words/report.js";

type Names = Readonly<Record<string, Readonly<Record<Language, string>>>>;

const clocks: Names = {
  first_reply: {zh: "首次响应", en: "First reply"},
  resolution: {zh: "解决", en: "Resolution"},
  closing: {zh: "关闭", en: "Closing"},
};

const types: Names = {
  complaint: {zh: "投诉", en: "Complaint"},
  inquiry: {zh: "咨询", en: "Inquiry"},
  repair: {zh: "报修", en: "Repair"},
  request: {zh: "需求", en: "Request"},
  incident: {zh: "事件", en: "Incident"},
  other: {zh: "其他", en: "Other"},
};

/** What is timed of a ticket: first reply, resolution, closing. */
export const clockName = ({language}: Pick<Report, "language">, clock: string): string =>
  clocks[clock]?.[language] ?? clock;

/** The kind of a ticket: complaint, inquiry, repair … */
export const typeName = ({language}: Pick<Report, "language">, type: string): string => types[type]?.[language] ?? type;

const priorities: Names = {
  urgent: {zh: "紧急", en: "urgent"},
  high: {zh: "高", en: "high"},
  normal: {zh: "中", en: "normal"},
  low: {zh: "低", en: "low"},
};

/** How urgent a ticket is, in the words of its export where they are not ours. */
export const priorityName = ({language}: Pick<Report, "language">, priority: string): string =>
  priorities[priority]?.[language] ?? priority;

const weekdays: Names = {
  1: {zh: "周一", en: "Monday"},
  2: {zh: "周二", en: "Tuesday"},
  3: {zh: "周三", en: "Wednesday"},
  4: {zh: "周四", en: "Thursday"},
  5: {zh: "周五", en: "Friday"},
  6: {zh: "周六", en: "Saturday"},
  7: {zh: "周日", en: "Sunday"},
};

/** A day of the week by its number, Monday the first. */
export const weekdayName = ({language}: Pick<Report, "language">, day: string): string =>
  weekdays[day]?.[language] ?? day;
