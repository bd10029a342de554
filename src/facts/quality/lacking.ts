import type {Row} from "../../marts/list.js";
import {groupRows} from "../../marts/shape/groups.js";
import {entityName, systemName} from "../../words/entities.js";
import {formatMonth} from "../../words/format.js";
import {shiftMonth} from "../../words/month.js";
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
          en: `${upper(records)} (${system}) not received: no chart.`,
        }),
        entities: [entity],
      };
    }),
  ];
}

export const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
          en: `${upper(records)} end in ${last}: no data after that (${who} sent none); not zero.`,
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
  const parts = listed(
    view,
    entities.map((entity) => {
      const [records, part] = [entityName(view, entity), partText(view, {metric: entity, month})];
      return say(view, {zh: `${records}${part}`, en: `${records} ${part}`});
    }),
  );
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

/** Months before the report's with a gap or a part only, where charts show them. */
export function earlierGaps(view: ReportView): Notice[] {
  const {month = "", months} = view;
  const rows = view
    .rows("source_months")
    .filter((row) => row.month < month && months.includes(row.month))
    .filter((row) => isAwaited(row) || (row.state === "partial" && row.reason !== "begins_late"))
    .filter(({entity, month: at}) => at <= (endedIn(view, entity) ?? month));
  const byMonth = [...groupRows(rows, ({month: at}) => at)].sort(([a], [b]) => (a < b ? 1 : -1));
  const named = byMonth.slice(0, mostGaps).map(([at, found]): Notice => {
    const [gone, parts] = [entitiesOf(found.filter(isAwaited)), entitiesOf(found.filter((row) => !isAwaited(row)))];
    const part = parts.map((entity) =>
      say(view, {
        zh: `${entityName(view, entity)}未满月（${partText(view, {metric: entity, month: at})}）`,
        en: `${entityName(view, entity)} in part (${partText(view, {metric: entity, month: at})})`,
      }),
    );
    const all = listed(view, [...(gone.length > 0 ? [lacking(view, gone, at)] : []), ...part]);
    return {
      text:
        gone.length > 0
          ? say(view, {
              zh: `${formatMonth(at, view)}缺数据：${all}，图上留空，不是 0。`,
              en: `No data for ${formatMonth(at, view)}: ${all}; a gap in the charts, not zero.`,
            })
          : say(view, {
              zh: `${formatMonth(at, view)}：${all}，不作比较。`,
              en: `${formatMonth(at, view)}: ${all}; not compared.`,
            }),
      entities: entitiesOf(found),
    };
  });
  const others = byMonth.slice(mostGaps);
  if (others.length === 0) return named;
  return [
    ...named,
    {
      text: say(view, {
        zh: `另有 ${others.length} 个月缺数据或未满月，见“数据质量”。`,
        en: `${others.length} more months have gaps or parts: see Data quality.`,
      }),
      entities: entitiesOf(others.flatMap(([, found]) => found)),
    },
  ];
}
