import type {Row} from "../../marts/list.js";
import {groupRows} from "../../marts/shape/groups.js";
import {capital} from "../../words/capital.js";
import {entityName, systemName} from "../../words/entities.js";
import {formatMonth, formatMonths} from "../../words/format.js";
import {monthsBetween, shiftMonth} from "../../words/month.js";
import {listed, say} from "../../words/say.js";
import {absentSystems, monthOf, partText} from "../months.js";
import type {ReportView} from "../view.js";

type SourceMonth = Row<"source_months">;

/** One thing that is not there, or not whole, and the kinds of record it is about. */
export interface Notice {
  readonly text: string;
  /** None: of which records nobody knows. */
  readonly entities: readonly string[];
}

/** Gaps of earlier months that are named one by one. */
const mostGaps = 3;

/** Expected systems, and mapped tables, that sent no file. */
export function unsent(view: ReportView): Notice[] {
  const rows = view.rows("source_months");
  const systems = groupRows(
    rows.filter(({reason}) => reason === "not_sent"),
    ({source}) => source,
  );
  const names = listed(
    view,
    [...systems.keys()].map((source) => systemName(view, source)),
  );
  const entities = [...systems.values()].flat().flatMap(({entity}) => (entity === "" ? [] : [entity]));
  const files = rows.filter(({reason}) => reason === "no_file");
  return [
    ...(names === "" ? [] : [{text: say(view, {zh: `未交数据：${names}。`, en: `Sent nothing: ${names}.`}), entities}]),
    ...files.map(({entity, source}) => {
      const [records, system] = [entityName(view, entity), systemName(view, source)];
      return {
        text: say(view, {
          zh: `未收到${records}（${system}），相关图暂缺。`,
          en: `${capital(records)} (${system}) not received: no chart.`,
        }),
        entities: [entity],
      };
    }),
  ];
}

/** Awaited in a month: sent in others, and not in it. */
export const isAwaited = ({state, reason, is_quiet}: SourceMonth): boolean =>
  state === "missing" && !is_quiet && reason !== "not_sent" && reason !== "no_file";

/** Kinds of record, some of whose exports a month lacks, by who owes them: "工单、满意度调查（客服工单系统没交）". */
export function lacking(view: ReportView, entities: readonly string[], month: string): string {
  const owed = groupRows(entities, (entity) => absentSystems(view, {entity, month}));
  return listed(
    view,
    [...owed].map(([who, group]) => {
      const records = listed(
        view,
        group.map((entity) => entityName(view, entity)),
      );
      return say(view, {zh: `${records}（${who}没交）`, en: `${records} (${who} sent none)`});
    }),
  );
}

export const entitiesOf = (rows: readonly SourceMonth[]): string[] => [...new Set(rows.map(({entity}) => entity))];

/** The last month before the report's that a kind of record has, where more than the report month is missing. */
function endedIn(view: ReportView, entity: string): string | undefined {
  const {month = ""} = view;
  const isGone = (at: string) => monthOf(view, {metric: entity, month: at})?.state === "missing";
  if (!isGone(month) || !isGone(shiftMonth(month, -1))) return undefined;
  return view.months.findLast((at) => at < month && !isGone(at));
}

export function missingNow(view: ReportView): Notice[] {
  const {month = ""} = view;
  const entities = entitiesOf(view.rows("source_months").filter((row) => row.month === month && isAwaited(row)));
  const ended = entities.filter((entity) => endedIn(view, entity) !== undefined);
  const now = entities.filter((entity) => !ended.includes(entity));
  return [
    ...(now.length === 0
      ? []
      : [
          {
            text: say(view, {
              zh: `${formatMonth(month, view)}缺数据：${lacking(view, now, month)}，不是 0。`,
              en: `No data for ${formatMonth(month, view)}: ${lacking(view, now, month)}; not zero.`,
            }),
            entities: now,
          },
        ]),
    ...ended.map((entity) => {
      const last = formatMonth(endedIn(view, entity)!, view);
      const [records, who] = [entityName(view, entity), absentSystems(view, {entity, month})];
      return {
        text: say(view, {
          zh: `${records}只到 ${last}，之后缺数据（${who}没交），不是 0。`,
          en: `${capital(records)} end in ${last}: no data after that (${who} sent none); not zero.`,
        }),
        entities: [entity],
      };
    }),
  ];
}

/** Kinds of record whose report month is a part, and which part. */
export function partialNow(view: ReportView): Notice[] {
  const {month = ""} = view;
  const entities = entitiesOf(
    view.rows("source_months").filter((row) => row.month === month && row.state === "partial"),
  );
  if (entities.length === 0) return [];
  const known = entities.map((entity) => ({
    records: entityName(view, entity),
    part: partText(view, {metric: entity, month}),
  }));
  // Records that all lack the same are named once.
  const kinds = [...new Set(known.map(({part}) => part))].map((part) => {
    const records = listed(
      view,
      known.filter((each) => each.part === part).map((each) => each.records),
    );
    return say(view, {zh: `${records}${part}`, en: `${records} ${part}`});
  });
  const parts = kinds.join(say(view, {zh: "；", en: "; "}));
  return [
    {
      text: say(view, {
        zh: `${formatMonth(month, view)}未满月：${parts}，不作比较。`,
        en: `${formatMonth(month, view)} is a part month: ${parts}; not compared.`,
      }),
      entities,
    },
  ];
}

/** A month, or several one after the other that lack the same. */
interface Gap {
  readonly first: string;
  readonly last: string;
  readonly what: string;
  readonly isGone: boolean;
  readonly entities: readonly string[];
}

/** Months before the report's with a gap or a part only, where charts show them. */
export function earlierGaps(view: ReportView): Notice[] {
  const {month = "", months} = view;
  const rows = view
    .rows("source_months")
    .filter((row) => row.month < month && months.includes(row.month))
    .filter((row) => isAwaited(row) || (row.state === "partial" && row.reason !== "begins_late"))
    .filter(({entity, month: at}) => at <= (endedIn(view, entity) ?? month));
  const byMonth = [...groupRows(rows, ({month: at}) => at)].sort(([a], [b]) => (a < b ? 1 : -1));
  const gaps = byMonth.map(([at, found]) => gapOf(view, at, found)).reduce<Gap[]>(joined, []);
  const others = gaps.slice(mostGaps);
  const n = others.reduce((sum, {first, last}) => sum + monthsBetween(first, last), 0);
  return [
    ...gaps.slice(0, mostGaps).map((gap) => ({text: gapText(view, gap), entities: gap.entities})),
    ...(n === 0
      ? []
      : [
          {
            text: say(view, {
              zh: `另有 ${n} 个月缺数据或未满月，见“数据质量”。`,
              en: `${n} more ${n === 1 ? "month has" : "months have"} gaps or parts: see Data quality.`,
            }),
            entities: [...new Set(others.flatMap(({entities}) => entities))],
          },
        ]),
  ];
}

function gapOf(view: ReportView, at: string, found: readonly SourceMonth[]): Gap {
  const [gone, parts] = [entitiesOf(found.filter(isAwaited)), entitiesOf(found.filter((row) => !isAwaited(row)))];
  const part = parts.map((entity) =>
    say(view, {
      zh: `${entityName(view, entity)}未满月（${partText(view, {metric: entity, month: at})}）`,
      en: `${entityName(view, entity)} in part (${partText(view, {metric: entity, month: at})})`,
    }),
  );
  const what = listed(view, [...(gone.length > 0 ? [lacking(view, gone, at)] : []), ...part]);
  return {first: at, last: at, what, isGone: gone.length > 0, entities: entitiesOf(found)};
}

/** A month before the last gap joins it where it lacks the same. */
function joined(gaps: Gap[], next: Gap): Gap[] {
  const last = gaps.at(-1);
  const isSame = last && last.what === next.what && shiftMonth(last.first, -1) === next.first;
  return isSame ? [...gaps.slice(0, -1), {...last, first: next.first}] : [...gaps, next];
}

function gapText(view: ReportView, {first, last, what, isGone}: Gap): string {
  const when = formatMonths(first, last, view);
  return isGone
    ? say(view, {
        zh: `${when}缺数据：${what}，图上留空，不是 0。`,
        en: `No data for ${when}: ${what}; a gap in the charts, not zero.`,
      })
    : say(view, {zh: `${when}：${what}，不作比较。`, en: `${when}: ${what}; not compared.`});
}
