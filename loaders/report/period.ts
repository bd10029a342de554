import type {Language} from "../../src/words/language.js";
import {rejectReason} from "../../src/words/reject-reasons.js";
import {countSql} from "../database/counted.js";
import type {Database} from "../database/database.js";
import {literal} from "../database/sql-text.js";
import {ReportError} from "../messages/errors.js";
import type {Rules} from "./rules.js";
import {usualMonth} from "./usual-month.js";

/** The stretch of time a report is about. A file without dates has no months: everything lies in the window. */
export interface Period {
  /** "2026-10", or undefined where no record has a date. */
  readonly month: string | undefined;
  /** From the first month with records to the report month. */
  readonly months: readonly string[];
  readonly windowMonths: number;
}

const dated = [
  ["tickets", "created_at"],
  ["calls", "called_at"],
  ["sessions", "entered_at"],
  ["surveys", "answered_at"],
  ["orders", "ordered_at"],
  ["work_orders", "completed_at"],
  ["callbacks", "called_at"],
] as const;

/** What dates a report that holds none of these: slower records, by the day they tell of. */
const datedElse = [
  ["visits", "visited_date"],
  ["churn_interviews", "interviewed_at"],
  ["winback_contacts", "contacted_at"],
  ["returns", "requested_at"],
  ["care_actions", "acted_date"],
  ["customer_events", "held_date"],
  ["ticket_events", "event_at"],
  ["prospects", "graded_date"],
  ["actions", "opened_date"],
  ["contracts", "start_date"],
  ["customers", "left_date"],
  ["customers", "joined_date"],
] as const;

/**
 * Finds the report month (asked for, or the last whole one, or the latest with at least half as many records as the
 * median month) and makes `ref_report` and `ref_months`.
 *
 * @throws ReportError `month_empty` where the month asked for has no records
 */
export async function settlePeriod(
  database: Database,
  {
    asked,
    lastWhole,
    windowMonths,
    serviceLevel,
    timeZone,
    mayBeEmpty = false,
  }: {
    asked: string | undefined;
    lastWhole: string | undefined;
    windowMonths: number;
    serviceLevel: Rules["service_level"];
    timeZone: string;
    /** A part of the records may have none in the month of the whole; defaults to false. */
    mayBeEmpty?: boolean;
  },
): Promise<Period> {
  const main = await countByMonth(database, dated);
  const counts = main.length > 0 ? main : await countByMonth(database, datedElse);
  if (asked && !mayBeEmpty && !counts.some((row) => row.month === asked))
    throw await emptyMonth(
      database,
      asked,
      counts.map((row) => row.month),
    );
  const month = asked ?? (counts.some((row) => row.month === lastWhole) ? lastWhole : latestFullMonth(counts));
  const first = month && [firstMonth(counts, month), month].sort()[0];
  await database.run(reportSql({month, first, windowMonths, serviceLevel, timeZone}));
  await database.run(monthsSql(month, first));
  const months = await database.rows("select month from ref_months order by month");
  return {month, months: months.map((row) => String(row.month)), windowMonths};
}

async function countByMonth(
  database: Database,
  sources: readonly (readonly [entity: string, column: string])[],
): Promise<{month: string; rows: number}[]> {
  const selects: string[] = [];
  for (const [entity, column] of sources) {
    const count = await countSql(database, `all_${entity}`);
    selects.push(
      `select cast(${column} as date) as day, ${count} as records from all_${entity} where ${column} is not null group by all`,
    );
  }
  // days are counted in a quarter of the time that months take
  const found = await database.rows(
    `select month_of(day) as month, cast(sum(records) as bigint) as rows from (${selects.join(" union all ")}) as dates group by all order by month`,
  );
  return found.map((row) => ({month: String(row.month), rows: Number(row.rows)}));
}

function latestFullMonth(counts: readonly {month: string; rows: number}[]): string | undefined {
  const usual = usualMonth(counts);
  return counts.findLast(({rows}) => rows >= usual / 2)?.month;
}

/** The records begin with the first month that is not a stray date: at least a twentieth of the usual month. */
function firstMonth(counts: readonly {month: string; rows: number}[], month: string): string {
  const usual = usualMonth(counts);
  return counts.find(({rows}) => rows >= usual / 20)?.month ?? month;
}

function reportSql({
  month,
  first,
  windowMonths,
  serviceLevel = {seconds: 20, formula: "F3", short_abandon_seconds: 5, first_reply_seconds: 30},
  timeZone,
}: {
  month: string | undefined;
  first: string | undefined;
  windowMonths: number;
  serviceLevel: Rules["service_level"];
  timeZone: string;
}): string {
  const start = month ? `date ${literal(`${month}-01`)}` : "date '9999-01-01'";
  return `create table ref_report as select
    ${month ? literal(month) : "cast(null as varchar)"} as month,
    ${start} as month_start,
    cast(${start} + interval 1 month as timestamp) as month_end,
    ${month ? `cast(${start} - to_months(${windowMonths - 1}) as date)` : "date '1900-01-01'"} as window_start,
    ${month ? `month_of(cast(${start} - interval 1 month as date))` : "cast(null as varchar)"} as previous_month,
    ${first ? `date ${literal(`${first}-01`)}` : "date '1900-01-01'"} as first_date,
    ${serviceLevel.seconds} as service_level_seconds,
    ${literal(serviceLevel.formula)} as service_level_formula,
    ${serviceLevel.short_abandon_seconds} as short_abandon_seconds,
    ${serviceLevel.first_reply_seconds} as first_reply_seconds,
    ${literal(timeZone)} as time_zone`;
}

function monthsSql(month: string | undefined, first: string | undefined): string {
  const [from, to] =
    month && first
      ? [`date ${literal(`${first}-01`)}`, `date ${literal(`${month}-01`)}`]
      : ["date '9999-01-02'", "date '9999-01-01'"];
  return `create table ref_months as select
    month_of(cast(day as date)) as month,
    cast(day as date) as month_start,
    cast(day + interval 1 month as date) as month_end,
    cast(date_diff('day', cast(day as date), cast(day + interval 1 month as date)) as integer) as days,
    cast(day as date) in (${to}, cast(${to} - interval 1 month as date), cast(${to} - interval 12 month as date)) as is_compared
    from generate_series(cast(${from} as timestamp), cast(${to} as timestamp), interval 1 month) as series(day)`;
}

/** Says which months have records, and that rows were rejected: they may have been of this month. */
async function emptyMonth(database: Database, month: string, known: readonly string[]): Promise<ReportError> {
  const range = known.length > 0 ? `${known[0]} … ${known.at(-1)}` : "–";
  const [lost] = await database.rows(
    `select reason, count(*) as rows, arg_min(coalesce(value, ''), "row") as value, min("row") as first, min(file) as file
     from rejects where severity = 'row' group by reason order by rows desc, reason limit 1`,
  );
  const reason = (language: Language) => rejectReason(String(lost?.reason), {language});
  const lostText = {
    zh: lost
      ? `另有 ${lost.rows} 行被整行剔除，其中可能有这个月的：${reason("zh")}，如 ${lost.file} 第 ${lost.first} 行“${lost.value}”。`
      : "",
    en: lost
      ? ` ${lost.rows} rows were rejected, perhaps this month's among them: ${reason("en")}, such as ${lost.file} row ${lost.first} "${lost.value}".`
      : "",
  };
  return new ReportError("month_empty", `month ${month}`, {
    what: {
      zh: `这个月没有任何记录；已有月份：${range}。${lostText.zh}`,
      en: `there are no records of this month; months with records: ${range}.${lostText.en}`,
    },
    fix: {
      zh: "确认本月的导出文件已放入文件夹，或改正 --month / report.yaml 的 month。",
      en: "make sure this month's exports are in the folder, or correct --month or month: in report.yaml.",
    },
  });
}
