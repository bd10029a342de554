import {createTable} from "../database/create-table.js";
import type {Database} from "../database/database.js";
import {type HoursRule, weekdays} from "./hours-schema.js";

type Span = readonly [from: number, to: number];

/**
 * Makes `ref_workdays` (one row per day: is it worked, and how many working days up to its end), `ref_shifts` (one row
 * per team or queue with hours of its own) and `ref_open_days` (one row per team and day: seconds open before it, and up
 * to three spans in seconds since 1970, so that a change of the clock is an hour more or less). Working days are Monday
 * to Friday, less the holidays and with the make-up days of `ref_holidays`. Without rules nobody's hours are known.
 */
export async function loadHours(database: Database, rule: HoursRule | undefined): Promise<void> {
  await database.run(`create table ref_workdays as
    with series as (
      select unnest(generate_series(
        cast(least(first_date, window_start) - 62 as timestamp), cast(month_end + interval 100 day as timestamp), interval 1 day
      )) as moment
      from ref_report
      where month_start < date '9999-01-01'
    ), days as (
      select cast(series.moment as date) as day, ref_holidays.kind
      from series
      left join ref_holidays on try_cast(ref_holidays.code as date) = cast(series.moment as date)
    ), worked as (
      select day, coalesce(kind, '') as kind,
        case kind when 'workday' then true when 'holiday' then false else extract(isodow from day) < 6 end as is_workday
      from days
    )
    select day, kind, is_workday, cast(sum(case when is_workday then 1 else 0 end) over (order by day) as integer) as workdays
    from worked`);
  const teams = [...new Set((rule?.hours ?? []).map(({team}) => team ?? ""))];
  await createTable(database, {
    name: "ref_shifts",
    columns: ["team varchar"],
    rows: teams.filter((team) => team !== "").map((team) => [team]),
  });
  await createTable(database, {
    name: "raw_open_spans",
    columns: ["team varchar", "kind varchar", "isodow integer", ...spanColumns.map((name) => `${name} integer`)],
    rows: teams.flatMap((team) => weekOf(rule!, team).map((row) => [team, ...row])),
  });
  const moment = (name: string) =>
    `coalesce(unix_seconds(cast(day as timestamp) + to_minutes(${name}), ref_report.time_zone), 0) as ${name}`;
  await database.run(`create table ref_open_days as
    with spans as (
      select raw_open_spans.team, day, ${spanColumns.map(moment).join(", ")}
      from ref_workdays
      cross join ref_report
      inner join raw_open_spans on raw_open_spans.kind = ref_workdays.kind and raw_open_spans.isodow = extract(isodow from day)
    )
    select *, cast(coalesce(sum(closes_1 - opens_1 + closes_2 - opens_2 + closes_3 - opens_3) over (
      partition by team order by day rows between unbounded preceding and 1 preceding), 0) as bigint) as seconds_before
    from spans`);
  await database.run("drop table raw_open_spans");
}

const spanColumns = [1, 2, 3].flatMap((at) => [`opens_${at}`, `closes_${at}`]);

/** Spans of a team on each day of the week: of a usual one, of a public holiday, and of a weekend day made a working day. */
function weekOf({hours}: HoursRule, team: string): (string | number | null)[][] {
  const lines = hours.filter((line) => (line.team ?? "") === team);
  const spansOf = (day: string, isHoliday = false): Span[] =>
    lines
      .filter((line) => line.days.includes(day as never) && (!isHoliday || line.on_holidays))
      .flatMap(({open}) => open);
  return weekdays.flatMap((day, at) => {
    // A make-up day is worked like the Monday it stands for, unless the team works on that day anyway.
    const own = spansOf(day);
    const kinds = {"": own, holiday: spansOf(day, true), workday: own.length > 0 ? own : spansOf("mon")};
    return Object.entries(kinds).map(([kind, spans]) => {
      const sorted = [...spans].sort(([one], [other]) => one - other).slice(0, 3);
      return [kind, at + 1, ...[0, 1, 2].flatMap((place) => sorted[place] ?? [null, null])];
    });
  });
}
