import chineseDays from "chinese-days";
import {day, isoDate, moment} from "./calendar.js";

/** Years whose public holidays are announced; the next are added to the file when they are. */
export const holidayYears = [2024, 2025, 2026] as const;

/** Public holidays of China, weekends among them included, and the weekend days that are worked in return. */
export function holidayRows(): string[][] {
  const rows: string[][] = [];
  for (let at = moment(`${holidayYears[0]}-01-01`); at < moment(`${holidayYears.at(-1)! + 1}-01-01`); at += day) {
    const date = isoDate(at);
    const {work, name} = chineseDays.getDayDetail(date);
    const [en, zh] = name.split(",");
    // Other days are named after the day of the week alone.
    if (zh)
      rows.push([
        date,
        work ? `${zh}调休上班` : zh,
        work ? `Worked in return for ${en}` : en!,
        work ? "workday" : "holiday",
      ]);
  }
  return rows;
}
