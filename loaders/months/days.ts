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

/** From the 27th of the last month to the seventh day of the Chinese year, when most offices are closed. */
export function isSpringFestival(day: number): boolean {
  const year = new Date(day * 86_400_000).getUTCFullYear();
  const festival = festivals.get(year) ?? festivalOf(year);
  festivals.set(year, festival);
  return day >= festival.from && day < festival.to;
}

/** Of the years asked for so far: a calendar takes 10 µs a day, and every export asks for the same days. */
const festivals = new Map<number, {readonly from: number; readonly to: number}>();

/** The year begins between 20 January and 20 February; the month before it has 29 or 30 days. */
function festivalOf(year: number): {from: number; to: number} {
  let newYear = dayNumber(`${String(year).padStart(4, "0")}-01-20`);
  while (lunarDate(newYear) !== "1-1") newYear += 1;
  return {from: lunarDate(newYear - 4) === "12-27" ? newYear - 4 : newYear - 3, to: newYear + 7};
}

const lunar = new Intl.DateTimeFormat("en-u-ca-chinese", {month: "numeric", day: "numeric", timeZone: "UTC"});

function lunarDate(day: number): string {
  const parts = lunar.formatToParts(day * 86_400_000);
  return ["month", "day"].map((kind) => parts.find(({type}) => type === kind)?.value ?? "").join("-");
}

/** The middle of some numbers, the lower of two; 0 for none. */
export function middle(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
