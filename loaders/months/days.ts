import {shiftMonth} from "../../src/words/month.js";

/** Days since 1970-01-01, of "2026-10-31" or the start of a longer text. */
export const dayNumber = (text: string): number =>
  Math.round(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, Number(text.slice(8, 10))) / 86_400_000);

export const dayText = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

export const monthOfDay = (day: number): string => dayText(day).slice(0, 7);

/** Days of a month: its first, and how many. */
export function daysOf(month: string): {readonly first: number; readonly length: number} {
  const first = dayNumber(`${month}-01`);
  return {first, length: dayNumber(`${shiftMonth(month, 1)}-01`) - first};
}

/** Every month from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = shiftMonth(month, 1)) months.push(month);
  return months;
}

const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", {month: "numeric", day: "numeric", timeZone: "UTC"});

/** From three days before New Year's Eve to the seventh day of the Chinese year, when most offices are closed. */
export function isSpringFestival(day: number): boolean {
  if (!["01", "02"].includes(dayText(day).slice(5, 7))) return false;
  const parts = lunar.formatToParts(day * 86_400_000);
  const [month, date] = ["month", "day"].map((kind) => parts.find(({type}) => type === kind)?.value ?? "");
  return (month === "12" && Number(date) >= 27) || (month === "1" && Number(date) <= 7);
}

/** The middle of some numbers, the lower of two; 0 for none. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
