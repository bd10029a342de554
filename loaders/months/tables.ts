import {metrics} from "../../src/metrics/catalogue.js";
import {createTable} from "../database/create-table.js";
import type {Cell, Database} from "../database/database.js";
import {type EntityName, entityNames} from "../mapping/entities/entities.js";
import type {ImportAccount} from "../records/account.js";
import {texts} from "../records/mentions.js";
import {combined} from "./combine.js";
import {daysOf, dayText} from "./days.js";
import {isQuiet, type MonthState} from "./judge.js";
import {leavingMonths} from "./leaving.js";
import {neededMonth, neededStreams, needOf} from "./needs.js";
import {entityMonths, type StreamMonths} from "./sources.js";
import type {Stream} from "./streams.js";

/** Systems and tables that sent no file at all. */
export interface Unsent {
  readonly source: string;
  /** "" where not even a mapping says what it would hold. */
  readonly entity: string;
  readonly reason: "not_sent" | "no_file";
}

interface Months {
  readonly judged: readonly StreamMonths[];
  readonly accounts: readonly ImportAccount[];
  readonly unsent: readonly Unsent[];
  /** The report month. */
  readonly month: string | undefined;
  readonly churnRule: string;
  /** Months that are said to be whole. */
  readonly vouched: readonly string[];
}

/** With what every month has of the days on which customers left, where these tell who is lost; else none. */
type Known = Months & {readonly leaving: readonly StreamMonths[]};

/**
 * Makes `source_months` (one row per source, entity and month), `metric_months` (one row per metric or kind of record and month)
 * `ref_known` (one row per source and entity: the moment its export knows of last) and `ref_horizons` (one row per
 * entity: until when the report knows it). Nothing else decides what is missing.
 */
export async function loadMonths(database: Database, told: Months): Promise<void> {
  const span = (await database.rows("select month from ref_months order by month")).map(({month}) => String(month));
  const leaving = told.churnRule === "left_date" ? await leavingMonths(database, {...told, months: span}) : [];
  const months = {...told, leaving};
  await createTable(database, {
    name: "source_months",
    columns: [
      ...["source", "entity", "month", "state", "reason", "first_seen_at", "last_seen_at"].map(
        (name) => `${name} varchar`,
      ),
      ...["rows", "usual_rows", "days_seen"].map((name) => `${name} bigint`),
      "is_quiet boolean",
    ],
    rows: sourceRows(months),
  });
  await createTable(database, {
    name: "metric_months",
    columns: [
      ...["metric", "month", "state", "reason", "entity"].map((name) => `${name} varchar`),
      ...["covered_days", "days"].map((name) => `${name} integer`),
      "known_until timestamp",
      "is_quiet boolean",
    ],
    rows: await metricRows(database, months),
  });
  await createTable(database, {
    name: "ref_known",
    columns: ["source varchar", "entity varchar", "known_until timestamp"],
    rows: knownRows(months),
  });
  await createTable(database, {
    name: "ref_horizons",
    columns: ["entity varchar", "known_until timestamp"],
    rows: entityNames.map((entity) => [entity, horizonOf(entity, months)]),
  });
  await database.run(
    "update ref_horizons set known_until = least(coalesce(known_until, ref_report.month_end), ref_report.month_end) from ref_report",
  );
}

/** The moment up to which the report knows the records of an entity: the end of its last whole month, or the last moment seen. */
function horizonOf(entity: EntityName, {judged, leaving, month}: Known): string | null {
  const all = entity === "customers" && leaving.length > 0 ? leaving : judged;
  const streams = all.filter(({stream}) => stream.entity === entity);
  const months = entityMonths(all, entity);
  const last = [...months].findLast(
    ([at, state]) => at <= (month ?? at) && (state.state !== "missing" || isQuiet(state)),
  );
  return last && last[1].reason !== "before_first" ? knownUntil(last[0], {state: last[1], streams}) : null;
}

function sourceRows({judged, unsent, month}: Months): Cell[][] {
  const groups = new Map<string, StreamMonths[]>();
  for (const each of judged) {
    const key = `${each.stream.source} ${each.stream.entity}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const rows = [...groups.values()].flatMap((streams) => {
    const {source, entity} = streams[0]!.stream;
    return [...streams[0]!.months.keys()].map((at) => {
      const state = combined(streams.map(({months}) => months.get(at)!));
      const seen = (pick: "first" | "last", day: number | undefined) =>
        day === undefined
          ? null
          : edgeOf(
              streams.map(({stream}) => stream),
              day,
              pick,
            );
      return [
        ...[source, entity, at, state.state, state.reason],
        ...[seen("first", state.first_day), seen("last", state.last_day)],
        ...[state.rows, Math.round(state.usual_rows), state.days_seen],
        isQuiet(state),
      ];
    });
  });
  const none = unsent.map(({source, entity, reason}) => [
    ...[source, entity, month ?? "", "missing", reason, null, null, 0, 0, 0, false],
  ]);
  return [...rows, ...none];
}

/** The first or last moment seen on a day. */
function edgeOf(streams: readonly Stream[], day: number, pick: "first" | "last"): string {
  const moments = streams.flatMap(({edges}) => edges.get(day)?.[pick] ?? []).sort();
  return (pick === "first" ? moments[0] : moments.at(-1)) ?? dayText(day);
}

async function metricRows(database: Database, {judged, leaving, accounts, churnRule}: Known): Promise<Cell[][]> {
  const months = [...(judged[0]?.months.keys() ?? [])];
  const entities = [...new Set(judged.map(({stream}) => stream.entity))];
  // Each group of needs is one thing that several exports may bring; of several things the worst counts.
  const wanted: [metric: string, groups: readonly (readonly string[])[]][] = [
    ...metrics.map(({id, needs}): [string, string[][]] => [
      id,
      id === "churn_rate" && churnRule === "inactivity" ? [["orders"]] : needs.map((need) => [need]),
    ]),
    ...entities.map((entity): [string, string[][]] => [entity, [[entity]]]),
    ["rival_mentions", [texts.flatMap(({entity, texts: columns}) => columns.map((column) => `${entity}.${column}`))]],
  ];
  const held = new Set<string>(accounts.map(({entity}) => entity));
  const rows: Cell[][] = [];
  for (const [metric, groups] of wanted) {
    if (metric === "churn_rate" && leaving.length > 0) {
      rows.push(...monthRows(metric, {needs: [leaving], months: [...leaving[0]!.months.keys()]}));
      continue;
    }
    const needs: (readonly StreamMonths[])[] = [];
    for (const group of groups) {
      const found = await Promise.all(
        group.map((text) => neededStreams(database, {need: needOf(text), judged, accounts})),
      );
      needs.push([...new Set(found.flat())]);
    }
    const isHeld = (group: readonly string[]) => group.some((text) => held.has(needOf(text).entity));
    if (needs.some((found, at) => found.length === 0 && !isHeld(groups[at]!))) continue;
    rows.push(...monthRows(metric, {needs, months}));
  }
  return rows;
}

/** What every month has of all that a metric needs. */
function monthRows(
  metric: string,
  {needs, months}: {needs: readonly (readonly StreamMonths[])[]; months: readonly string[]},
): Cell[][] {
  const streams = needs.flat();
  return months.flatMap((month) => {
    const state = neededMonth(needs, month);
    if (!state) return [];
    const entity = streams.find(({months: own}) => own.get(month)?.state === state.state)?.stream.entity ?? "";
    const {length} = daysOf(month);
    return [
      [
        ...[metric, month, state.state, state.reason, entity, state.covered_days, length],
        knownUntil(month, {state, streams}),
        isQuiet(state),
      ],
    ];
  });
}

/** The end of a whole month; of a part, the last moment that every export in question knows of. */
function knownUntil(
  month: string,
  {state, streams}: {state: MonthState; streams: readonly StreamMonths[]},
): string | null {
  if (state.state === "missing") return null;
  const {first, length} = daysOf(month);
  const end = `${dayText(first + length)} 00:00:00`;
  if (state.state !== "partial") return end;
  const known = streams
    .filter(({stream, months}) => stream.kind === "events" && months.get(month)?.state === "partial")
    .flatMap(({stream}) => stream.known_at ?? []);
  return [end, ...known].sort()[0]!;
}

/** Events: the last moment seen; a register: the end of the last month before entries stop coming. */
function knownRows({judged, month}: Months): Cell[][] {
  const known = new Map<string, string[]>();
  for (const {stream, months} of judged) {
    const key = `${stream.source} ${stream.entity}`;
    const last = [...months].findLast(
      ([at, state]) => at <= (month ?? at) && (state.state !== "missing" || isQuiet(state)),
    );
    const end = last && `${dayText(daysOf(last[0]).first + daysOf(last[0]).length)} 00:00:00`;
    const moment = stream.kind === "events" ? stream.known_at : end;
    if (moment) known.set(key, [...(known.get(key) ?? []), moment]);
  }
  return [...known].map(([key, moments]) => [...key.split(" "), moments.sort().at(-1)!]);
}
