import {shiftMonth} from "../../src/words/month.js";
import {moments} from "../mapping/entities/moments.js";
import type {ReportFolder} from "../report/folder.js";
import {combined} from "./combine.js";
import {isQuiet, judgeMonths, type MonthState} from "./judge.js";
import {withLate} from "./late.js";
import {bodyOf, monthDays} from "./month-days.js";
import type {Stream} from "./streams.js";

/** The months of one export, judged. */
export interface StreamMonths {
  readonly stream: Stream;
  readonly first: string;
  readonly last: string;
  readonly months: ReadonlyMap<string, MonthState>;
}

export interface SourceOptions {
  /** Systems that report.yaml expects to send something every month. */
  readonly expected: readonly string[];
  readonly vouched: readonly string[];
  /** The month asked for; the range reaches to it. */
  readonly asked?: string | undefined;
}

/** Judges what every month has by what report.yaml says of months and systems. */
export const judgedOf = (
  {settings: {expected_sources: expected, complete_months}}: ReportFolder,
  streams: readonly Stream[],
  {asked, vouched = []}: {asked?: string | undefined; vouched?: readonly string[]} = {},
): StreamMonths[] => judgeStreams(streams, {expected, vouched: [...complete_months, ...vouched], asked});

/** Judges every export over the months that any of them has. */
function judgeStreams(streams: readonly Stream[], {expected, vouched, asked}: SourceOptions): StreamMonths[] {
  const bodies = streams.flatMap((stream) => {
    const months = bodyOf(monthDays(stream.days), stream.kind).map(({month}) => month);
    return months.length > 0 ? [{stream, first: months[0]!, last: months.at(-1)!}] : [];
  });
  const events = bodies.filter(({stream}) => stream.kind === "events");
  const dating = events.length > 0 ? events : bodies;
  if (dating.length === 0) return [];
  const from = dating.map(({first}) => first).sort()[0]!;
  const through = [...dating.map(({last}) => last), asked ?? ""].sort().at(-1)!;
  const judged = bodies.map(({stream, first, last}) => ({
    stream,
    first,
    last,
    months: new Map(
      monthsOf(stream, {from, through, vouched, comesInWaves: isWave(stream, streams)}).map((state) => [
        state.month,
        state,
      ]),
    ),
  }));
  return withExpected(
    judged.map((each) => withoutReplaced(each, judged)),
    {expected, vouched},
  );
}

/** Surveys that a system sends alone may be asked now and then; those that come with its calls or tickets go by their days. */
const isWave = (own: Stream, all: readonly Stream[]): boolean =>
  own.entity === "surveys" &&
  all.every(({source, kind, entity}) => source !== own.source || kind !== "events" || entity === "surveys");

function monthsOf(
  {days, files, kind, entity}: Stream,
  {comesInWaves, ...range}: {from: string; through: string; vouched: readonly string[]; comesInWaves: boolean},
): MonthState[] {
  const options = {...range, kind, comesInWaves, lasts: moments[entity]?.lasts === true};
  const states = judgeMonths(days, options);
  return kind === "events" ? withLate(states, {days, files, options}) : states;
}

/** An export that ends where another of its kind begins has been replaced: nothing is missing after it. */
function withoutReplaced(own: StreamMonths, all: readonly StreamMonths[]): StreamMonths {
  const heirs = all.filter(
    ({stream, first, last}) =>
      stream !== own.stream &&
      stream.entity === own.stream.entity &&
      first > own.first &&
      first >= own.last &&
      first <= shiftMonth(own.last, 2) &&
      last > own.last,
  );
  if (heirs.length === 0) return own;
  const months = [...own.months].map(([month, state]) => {
    const isAfter = month > own.last && state.rows === 0;
    return [
      month,
      isAfter ? {...state, state: "missing" as const, reason: "replaced" as const, covered_days: 0} : state,
    ] as const;
  });
  return {...own, months: new Map(months)};
}

/** A system expected every month that sent nothing at all in one of them is missing there, however little it sends. */
function withExpected(
  judged: readonly StreamMonths[],
  {expected, vouched}: {readonly expected: readonly string[]; readonly vouched: readonly string[]},
): StreamMonths[] {
  const isSilent = (source: string, month: string): boolean =>
    judged.every(({stream, months}) => stream.source !== source || (months.get(month)?.rows ?? 0) === 0);
  return judged.map((own) => {
    const {source, kind} = own.stream;
    if (kind !== "events" || !expected.includes(source)) return own;
    const months = [...own.months].map(([month, state]) => {
      const isMissing = state.reason === "none_usual" && !vouched.includes(month) && isSilent(source, month);
      return [
        month,
        isMissing ? {...state, state: "missing" as const, reason: "no_records" as const, covered_days: 0} : state,
      ] as const;
    });
    return {...own, months: new Map(months)};
  });
}

/** Every month of one kind of record, all its exports together. */
export function entityMonths(judged: readonly StreamMonths[], entity: string): ReadonlyMap<string, MonthState> {
  const own = judged.filter(({stream}) => stream.entity === entity);
  return new Map(
    [...(own[0]?.months.keys() ?? [])].map((month) => [month, combined(own.map(({months}) => months.get(month)!))]),
  );
}

/** Whether the records of a month may be compared with those of another. */
export const isWhole = (state: MonthState | undefined): boolean =>
  state === undefined || state.state === "complete" || state.state === "late" || isQuiet(state);

/** What is known of the months up to a report's, and of newer ones what has come of them since. */
export function withNewer(
  known: readonly StreamMonths[],
  all: readonly StreamMonths[],
  {month}: {month: string},
): StreamMonths[] {
  return all.map((newer) => {
    const own = known.find(({stream}) => stream.table === newer.stream.table);
    if (!own) return newer;
    const edges = new Map([...newer.stream.edges, ...own.stream.edges]);
    const months = new Map([...newer.months].map(([at, state]) => [at, (at <= month && own.months.get(at)) || state]));
    return {...own, stream: {...own.stream, edges}, months};
  });
}
