import {cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {silentProgress} from "../../loaders/messages/progress.js";
import {readReport} from "../../loaders/read-report.js";
import {project} from "../build/command.js";
import {holidayRows} from "../company/holidays.js";

const temp = mkdtempSync(join(tmpdir(), "huisheng-hours-"));
afterAll(() => rmSync(temp, {recursive: true, force: true}));

/** Team, opened, solved, minutes of work between them, minutes by the calendar; worked out by hand. */
type Line = readonly [team: string, opened: string, solved: string, business: number, calendar: number];

const hours = `hours:
  - {open: ["09:00-12:00", "13:30-18:00"]}
  - {team: hotline, days: [mon, tue, wed, thu, fri, sat, sun], open: ["08:00-22:00"], on_holidays: true}
  - {team: night, days: [mon, tue, wed, thu, fri, sat, sun], open: ["00:00-06:00", "22:00-24:00"], on_holidays: true}
  - {team: always, days: [mon, tue, wed, thu, fri, sat, sun], open: ["00:00-24:00"], on_holidays: true}
`;

/** Minutes of every ticket, in the order given, as the report times them. */
async function timed(
  lines: readonly Line[],
  {zone, month}: {zone: string; month: string},
): Promise<[number, number][]> {
  const folder = mkdtempSync(join(temp, "report-"));
  for (const name of ["mappings", "exports", "rules", "reference"]) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, "report.yaml"),
    `company: {zh: 工作时间, en: Working hours}\ntime_zone: ${zone}\nmonth: ${month}\n`,
  );
  writeFileSync(
    join(folder, "mappings/desk.yaml"),
    `label: {zh: 工单, en: Desk}\ntables:\n  - entity: tickets\n    files: tickets.csv\n    columns:\n      ticket_id: {from: id, required: true}\n      team: team\n      created_at: {from: opened, date: "yyyy-MM-dd HH:mm:ss"}\n      solved_at: {from: solved, date: "yyyy-MM-dd HH:mm:ss"}\n`,
  );
  writeFileSync(join(folder, "rules/hours.yaml"), hours);
  cpSync(join(project, "data/reference/holidays.csv"), join(folder, "reference/holidays.csv"));
  const stamp = (text: string) => (text.length === 16 ? `${text}:00` : text);
  const rows = lines.map(([team, opened, solved], at) => [100 + at, team, stamp(opened), stamp(solved)].join(","));
  writeFileSync(join(folder, "exports/tickets.csv"), `id,team,opened,solved\n${rows.join("\n")}\n`);
  let found: [number, number][] = [];
  await readReport(folder, {
    temp: join(folder, "temp"),
    progress: silentProgress,
    keepsAll: true,
    use: async (database) => {
      const all = await database.rows(
        "select business_seconds, seconds from int_ticket_clocks where clock = 'resolution' order by ticket_id",
      );
      found = all.map((row) => [Number(row.business_seconds) / 60, Number(row.seconds) / 60]);
    },
  });
  return found;
}

const day = 24 * 60;

describe("working hours of tickets", () => {
  test("over lunch, nights, weekends, Spring Festival, make-up days and midnight", async () => {
    const lines: Line[] = [
      ["desk", "2026-02-04 09:00", "2026-02-04 10:30", 90, 90],
      ["desk", "2026-02-04 11:30", "2026-02-04 14:00", 60, 150],
      ["desk", "2026-02-04 12:15", "2026-02-04 13:15", 0, 60],
      ["desk", "2026-02-04 17:30", "2026-02-05 09:30", 60, 16 * 60],
      ["desk", "2026-02-06 17:00", "2026-02-09 10:00", 120, 65 * 60],
      ["desk", "2026-02-07 10:00", "2026-02-08 20:00", 0, 34 * 60],
      ["desk", "2026-02-07 10:00", "2026-02-09 09:20", 20, 2 * day - 40],
      ["desk", "2026-02-13 16:00", "2026-02-14 10:00", 180, 18 * 60], // Saturday the 14th is worked
      ["desk", "2026-02-14 09:00", "2026-02-14 18:00", 450, 540],
      ["desk", "2026-02-14 17:00", "2026-02-24 09:30", 90, 10 * day - 450], // the 15th to the 23rd are not
      ["desk", "2026-02-15 10:00", "2026-02-23 18:00", 0, 8 * day + 480],
      ["desk", "2026-02-17 00:00", "2026-02-24 12:00", 180, 7 * day + 720],
      ["desk", "2026-02-13 18:00", "2026-02-24 18:00", 900, 11 * day],
      ["desk", "2026-02-27 17:45", "2026-02-28 09:15", 30, 930], // and Saturday the 28th is
      ["desk", "2026-02-28 18:00", "2026-03-01 12:00", 0, 18 * 60],
      ["desk", "2026-01-04 09:00", "2026-01-04 12:00", 180, 180], // a Sunday that is worked
      ["desk", "2026-01-03 12:00", "2026-01-04 13:45", 195, day + 105],
      ["desk", "2026-01-04 17:30", "2026-01-05 09:10", 40, 940],
      ["desk", "2026-01-01 10:00", "2026-01-04 10:00", 60, 3 * day],
      ["desk", "2026-02-04 23:59:30", "2026-02-05 00:00:30", 0, 1],
      ["desk", "2026-02-05 00:00", "2026-02-06 00:00", 450, day],
      ["hotline", "2026-02-17 07:00", "2026-02-17 09:00", 60, 120], // at work on the first day of the year
      ["hotline", "2026-02-17 21:30", "2026-02-18 08:30", 60, 660],
      ["hotline", "2026-02-14 12:00", "2026-02-15 12:00", 840, day],
      ["hotline", "2026-02-10 22:00", "2026-02-11 08:00", 0, 600],
      ["night", "2026-02-09 21:00", "2026-02-10 07:00", 480, 600],
      ["night", "2026-02-09 23:30", "2026-02-10 00:30", 60, 60],
      ["night", "2026-02-09 06:00", "2026-02-09 22:00", 0, 960],
      ["night", "2026-02-16 23:00", "2026-02-17 01:00", 120, 120],
      ["desk", "2026-02-27 09:00", "", 1350, 3 * day + 540], // open: as far as the export knows, Monday 18:00
      ["desk", "2026-03-02 18:00", "2026-03-02 18:00", 0, 0],
    ];
    const found = await timed(lines, {zone: "Asia/Shanghai", month: "2026-03"});
    expect(found).toEqual(lines.map(([, , , business, calendar]) => [business, calendar]));
  });

  test("where the clocks are changed a day has 23 or 25 hours", async () => {
    const lines: Line[] = [
      ["always", "2026-03-28 12:00", "2026-03-29 12:00", 23 * 60, 23 * 60],
      ["always", "2026-03-29 01:30", "2026-03-29 03:30", 60, 60],
      ["desk", "2026-03-27 17:00", "2026-03-30 10:00", 120, 64 * 60],
      ["always", "2026-10-24 12:00", "2026-10-25 12:00", 25 * 60, 25 * 60],
      ["desk", "2026-10-23 17:00", "2026-10-26 10:00", 120, 66 * 60],
    ];
    const found = await timed(lines, {zone: "Europe/Berlin", month: "2026-10"});
    expect(found).toEqual(lines.map(([, , , business, calendar]) => [business, calendar]));
  });
});

test("the holiday file holds what its package tells of these years", () => {
  const rows = holidayRows();
  const kinds = (year: string) =>
    ["holiday", "workday"].map((kind) => rows.filter(([date, , , is]) => date!.startsWith(year) && is === kind).length);
  // The notices of the State Council: 2024, 2025 and 2026.
  expect([kinds("2024"), kinds("2025"), kinds("2026")]).toEqual([
    [28, 8],
    [28, 5],
    [33, 6],
  ]);
});
