/** A wall-clock moment in the company's own time zone, in seconds; no machine's zone or clock takes part. */
export type Moment = number;

export const minute = 60;
export const hour = 3600;
export const day = 86_400;
export const monthCount = 24;

export const moment = (text: string): Moment => {
  const [year, month, date, hours, minutes, seconds] = text.split(/\D/).map(Number);
  return Date.UTC(year!, month! - 1, date ?? 1, hours ?? 0, minutes ?? 0, seconds ?? 0) / 1000;
};

/** The first moment of month `index`; 0 = 2024-11, 23 = 2026-10. */
export const monthStart = (index: number): Moment => Date.UTC(2024, 10 + index, 1) / 1000;
export const monthDays = (index: number): number => (monthStart(index + 1) - monthStart(index)) / day;
export const monthOf = (when: Moment): string => isoDate(when).slice(0, 7);
export const monthIndex = (when: Moment): number => {
  const date = new Date(when * 1000);
  return (date.getUTCFullYear() - 2024) * 12 + date.getUTCMonth() - 10;
};

/** The exports were made at this moment: the end of the last month. */
export const asOf: Moment = monthStart(monthCount);
export const dayStart = (when: Moment): Moment => Math.floor(when / day) * day;
export const addMonths = (when: Moment, count: number): Moment => {
  const date = new Date(when * 1000);
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count + 1, 0)).getUTCDate();
  return first / 1000 + (Math.min(date.getUTCDate(), last) - 1) * day;
};

const parts = (when: Moment) => new Date(when * 1000).toISOString();
export const isoDate = (when: Moment): string => parts(when).slice(0, 10);
export const isoStamp = (when: Moment): string => `${isoDate(when)} ${parts(when).slice(11, 19)}`;
/** 2026/3/4 */
export const slashDate = (when: Moment): string => isoDate(when).split("-").map(Number).join("/");
/** 2026/3/4 9:05:07 */
export const slashStamp = (when: Moment): string =>
  `${slashDate(when)} ${Number(parts(when).slice(11, 13))}:${parts(when).slice(14, 19)}`;
/** 2026年3月4日 */
export const chineseDate = (when: Moment): string => {
  const [year, month, date] = isoDate(when).split("-").map(Number);
  return `${year}年${month}月${date}日`;
};
/** 04/03/2026 09:05 */
export const dayFirstStamp = (when: Moment): string => {
  const [year, month, date] = isoDate(when).split("-");
  return `${date}/${month}/${year} ${parts(when).slice(11, 16)}`;
};
/** A spreadsheet's serial number. */
export const serialNumber = (when: Moment): number => Math.round((when / day + 25_569) * 1e6) / 1e6;
export const months: readonly string[] = Array.from({length: monthCount}, (_, index) => monthOf(monthStart(index)));
