import type {Database} from "./database.js";
import {literal} from "./sql-text.js";

/**
 * Times are wall-clock times of the report's zone. Where its clocks change, the hour that comes twice is told apart by a
 * microsecond that nobody sees, and what lies between two times is counted by what really passed.
 * @param zone an IANA time zone, e.g. America/New_York
 */
export async function setClock(database: Database, zone: string): Promise<void> {
  const [offset, ...others] = offsetsOf(zone);
  if (others.length === 0) {
    // One and the same all year: no calendar of the world's clocks need be asked for each record.
    await database.run(
      `create or replace macro unix_seconds(moment, zone) as cast(epoch(moment) as bigint) - ${secondsOf(offset!)}`,
    );
    return;
  }
  const name = literal(zone);
  const bare = (wall: string) => `date_trunc('milliseconds', cast(${wall} as timestamp))`;
  const shown = (utc: string) => `timezone(zone, timezone('UTC', ${utc}))`;
  await database.run(`create or replace macro local_moment(utc, zone) as
    ${bare(shown("utc"))} + case when ${shown("utc - interval 1 hour")} = ${shown("utc")} then interval 1 microsecond else interval 0 second end`);
  // of an hour that comes twice the database takes the second
  await database.run(`create or replace macro passed_moment(wall) as
    timezone(${name}, ${bare("wall")}) - case
      when cast(wall as timestamp) = ${bare("wall")} and timezone(${name}, timezone(${name}, ${bare("wall")}) - interval 1 hour) = ${bare("wall")}
      then interval 1 hour else interval 0 second end`);
  await database.run(
    `create or replace macro seconds_between(start_at, end_at) as date_diff('second', passed_moment(start_at), passed_moment(end_at))`,
  );
  await database.run(
    `create or replace macro unix_seconds(moment, zone) as cast(epoch(passed_moment(moment)) as bigint)`,
  );
  await database.run(`create or replace macro is_before(later, earlier) as seconds_between(earlier, later) < 0
    and not (cast(later as date) = cast(earlier as date) and later = date_trunc('day', later))`);
}

/** How far ahead of UTC the clocks of a zone were or will be in the years that records may come from: "GMT+08:00". */
function offsetsOf(zone: string): string[] {
  const offset = new Intl.DateTimeFormat("en", {timeZone: zone, timeZoneName: "longOffset"});
  const offsets = new Set<string>();
  for (let year = 1995; year <= 2035; year++)
    for (const month of [0, 6]) offsets.add(offset.format(new Date(Date.UTC(year, month, 15))).split(", ")[1] ?? "");
  return [...offsets];
}

/**
 * Seconds ahead of UTC.
 * @example secondsOf("GMT+05:30") // => 19800
 */
export function secondsOf(offset: string): number {
  const [, sign, hours = 0, minutes = 0, seconds = 0] = /([+-])(\d+):(\d+)(?::(\d+))?/.exec(offset) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}
