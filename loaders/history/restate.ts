import type {Restated, RestatedReason} from "../../src/words/restated.js";
import {drawnRules} from "../report/rules.js";
import type {Edition} from "./edition.js";
import type {RecordMark} from "./records.js";
import type {Value} from "./series.js";

/** Rows of a file that are named; the others are counted. */
const mostRows = 20;

/**
 * What an edition published and is another number now, with why: records that came late, were corrected or are gone, by
 * file and row; settings or a program that changed; else what happened since.
 *
 * @param options.entitiesOf the kinds of record that a value is counted from
 */
export function restate(
  then: Edition,
  now: Omit<Edition, "id" | "figures">,
  {entitiesOf}: {entitiesOf: (value: Value) => readonly string[]},
): Restated[] {
  const key = ({table, measure, month}: Value) => `${table} ${measure} ${month}`;
  const current = new Map(now.values.map((value) => [key(value), value]));
  const settings = changedSettings(then, now);
  return then.values.flatMap((was) => {
    const is = current.get(key(was));
    if (!is || isSame(was.value, is.value)) return [];
    const records = entitiesOf(was).flatMap((entity) => recordReasons(then, now, {entity, month: was.month}));
    const reasons = [...records, ...settings];
    return [
      {
        edition: then.id,
        table: was.table,
        measure: was.measure,
        month: was.month,
        was: was.value,
        is: is.value,
        reasons: reasons.length > 0 ? reasons : [{kind: "later" as const}],
      },
    ];
  });
}

/** Rounded when published, so that the last digit may differ by the sum that was rounded. */
function isSame(one: number | null, other: number | null): boolean {
  if (one === null || other === null) return one === other;
  return Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(one), Math.abs(other));
}

/** Records of a kind and month that came, went or say something else, by file. */
function recordReasons(
  then: Pick<Edition, "records">,
  now: Pick<Edition, "records">,
  {entity, month}: {entity: string; month: string},
): RestatedReason[] {
  const marksOf = ({records}: Pick<Edition, "records">) =>
    records.marks.filter((mark) => mark.entity === entity && mark.month === month);
  const [was, is] = [marksOf(then), marksOf(now)];
  if (was.length === 0 || is.length === 0) return countReasons(then, now, {entity, month});
  const [before, after] = [new Map(was.map((mark) => [mark.key, mark])), new Map(is.map((mark) => [mark.key, mark]))];
  return [
    ...byFile(
      "late",
      entity,
      is.filter(({key}) => !before.has(key)),
    ),
    ...byFile(
      "removed",
      entity,
      was.filter(({key}) => !after.has(key)),
    ),
    ...byFile(
      "corrected",
      entity,
      is.filter(({key, says}) => before.has(key) && before.get(key)!.says !== says),
    ),
  ];
}

function byFile(kind: RestatedReason["kind"], entity: string, marks: readonly RecordMark[]): RestatedReason[] {
  const files = [...new Set(marks.map(({file}) => file))].sort();
  return files.map((file) => {
    const rows = marks.filter((mark) => mark.file === file).map(({row}) => row);
    return {kind, entity, file, records: rows.length, rows: rows.sort((a, b) => a - b).slice(0, mostRows)};
  });
}

/** Of months whose records are only counted: files that hold more or fewer of them. */
function countReasons(
  then: Pick<Edition, "records">,
  now: Pick<Edition, "records">,
  {entity, month}: {entity: string; month: string},
): RestatedReason[] {
  const countsOf = ({records}: Pick<Edition, "records">) =>
    new Map(
      records.counts
        .filter((count) => count.entity === entity && count.month === month)
        .map(({file, records: count}) => [file, count]),
    );
  const [was, is] = [countsOf(then), countsOf(now)];
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((file) => {
    const more = (is.get(file) ?? 0) - (was.get(file) ?? 0);
    if (more === 0) return [];
    return [{kind: more > 0 ? ("late" as const) : ("removed" as const), entity, file, records: Math.abs(more)}];
  });
}

const movesNothing: ReadonlySet<string> = new Set([
  ...["report.yaml", "notes.yaml", "notes.csv"],
  ...drawnRules.map((name) => `rules/${name}.yaml`),
]);

/** Settings, definitions or the program that are not as they were. */
function changedSettings(then: Edition, now: Omit<Edition, "id" | "figures">): RestatedReason[] {
  const was = new Map(then.settings.map(({file, sha256}) => [file, sha256]));
  const is = new Map(now.settings.map(({file, sha256}) => [file, sha256]));
  // What colours a page, is said beside a number or judges it moves none; what maps, rules or translates may.
  const files = [...new Set([...was.keys(), ...is.keys()])]
    .filter((file) => !movesNothing.has(file) && was.get(file) !== is.get(file))
    .sort();
  return [
    ...files.map((file) => ({kind: "settings" as const, file})),
    ...(then.definitions !== now.definitions ? [{kind: "program" as const, file: "src/metrics"}] : []),
    ...(then.program !== now.program ? [{kind: "program" as const, file: "loaders/models"}] : []),
  ];
}
