import {literal} from "../database/sql-text.js";
import {strptimePattern} from "./date-formats.js";

const halfDay = /上午|下午|中午|凌晨|早上|晚上|傍晚|(?<![a-zA-Z'])a(?![a-zA-Z'])/;

/** The moment in a cell by the formats of the mapping, tried in order; without any, by the forms that have one reading. */
export function momentSql(
  value: string,
  {formats, zone}: {formats: readonly string[] | undefined; zone: string},
): string {
  if (!formats) return `try_timestamp(${value}, ${literal(zone)})`;
  const parts = [...new Set(formats.map((format) => byFormat(value, {format, zone})))];
  return parts.length === 1 ? parts[0]! : `coalesce(${parts.join(", ")})`;
}

function byFormat(value: string, {format, zone}: {format: string; zone: string}): string {
  if (format === "excel")
    return `(timestamp '1899-12-30' + to_seconds(cast(round(try_number(${value}) * 86400) as bigint)))`;
  if (format === "epoch" || format === "epoch_ms")
    return `local_moment(make_timestamp(cast(try_cast(${value} as double) * ${format === "epoch" ? 1_000_000 : 1000} as bigint)), ${literal(zone)})`;
  // the half of the day is read apart: a clock of twelve hours says nothing without it, whatever letters stand for the hour
  if (halfDay.test(format)) {
    const pattern = literal(strptimePattern(format.replace(halfDay, " ").replace(/ +/g, " ").trim()));
    return `in_half_day(try_strptime(without_half_day(${value}), ${pattern}), half_day(half_day_words(${value})))`;
  }
  const pattern = literal(strptimePattern(format));
  if (format.includes("X"))
    return `local_moment(timezone('UTC', try_strptime(${value}, ${pattern})), ${literal(zone)})`;
  const isUtc = /(?:UTC|GMT|Z)'?\s*$/.test(format);
  return isUtc
    ? `local_moment(try_strptime(${value}, ${pattern}), ${literal(zone)})`
    : `try_strptime(${value}, ${pattern})`;
}
