import type {Bilingual} from "../../../src/words/language.js";
import {columnsOf, type EntityName} from "../../mapping/entities/entities.js";
import {numberedDate} from "../cells/dates.js";
import type {ColumnProfile} from "../cells/profile.js";
import {scaleOf} from "../cells/scale.js";
import type {ProposedColumn, ProposedItem} from "../tables/shape.js";
import {isOpposite} from "../words/columns.js";
import {knownValue, saysYes} from "../words/values.js";

/** What a mapping says of one column, as YAML will hold it. */
export type Options = Readonly<Record<string, unknown>>;

export interface ColumnOptions {
  /** One way to read the column, or several where the cells leave it open. */
  readonly ways: readonly Options[];
  readonly notes: readonly Bilingual[];
}

/** How a column is read: its date or number format, its words and ours, what means "nothing". */
export function optionsOf(entity: EntityName, proposed: ProposedColumn): ColumnOptions {
  const {column, profile} = proposed;
  const {type, values} = columnsOf(entity)[column] ?? {type: "text" as const, values: undefined};
  const from = {from: profile.header};
  const notes = profile.ruined ? [ruinedIds(profile)] : [];
  const na = profile.na.length > 0 ? {na: profile.na} : {};
  switch (type) {
    case "date":
    case "timestamp":
      return dateOptions(proposed, {from, na});
    case "integer":
    case "decimal":
    case "weight":
      if (column === "score") return scoreOptions(profile, {from});
      return {ways: [{...from, ...numberOptions(profile, column), ...na}], notes};
    case "boolean":
      return booleanOptions(proposed, {from, na});
    case "list":
      return {ways: [{...from, ...splitOf(profile), ...na}], notes};
    default:
      if (values || proposed.known?.values) return wordOptions(proposed, {from, allowed: values});
      return {ways: [{...from, ...na}], notes};
  }
}

function dateOptions({profile, clock, known}: ProposedColumn, {from, na}: {from: Options; na: Options}): ColumnOptions {
  const and = clock ? {and: clock.header} : {};
  const tail = clock ? ` ${clock.clockFormat}` : "";
  const way = (format?: string): Options => {
    const list = format?.split("|").map((each) => each + tail);
    return {...from, ...and, ...(list && {date: list.length === 1 ? list[0] : list}), ...na};
  };
  // the clock decides how the two read as one
  const formats = clock && profile.formats.length === 0 && profile.dates > 0 ? [isoDay(profile)] : profile.formats;
  if (formats.length === 0) {
    const numbered = profile.dates > 0.5 ? undefined : numberedDate(profile.sampled);
    return {ways: [way(numbered)], notes: []};
  }
  const documented = known?.date && formats.length > 1 ? formats.filter((format) => known.date!.includes(format)) : [];
  const chosen = documented.length === 1 ? documented : formats;
  const notes: Bilingual[] =
    chosen.length > 1
      ? [severalWays(profile, chosen.length)]
      : profile.settled && formats.length === 1
        ? [profile.settled]
        : [];
  return {ways: chosen.map(way), notes};
}

const isoDay = ({sampled}: ColumnProfile): string =>
  sampled.some((text) => text.includes("/"))
    ? "yyyy/MM/dd"
    : sampled.some((text) => text.includes("年"))
      ? "yyyy年MM月dd日"
      : "yyyy-MM-dd";

const severalWays = (profile: ColumnProfile, ways: number): Bilingual => ({
  zh: `“${profile.header}”可以有 ${ways} 种读法（${profile.samples.join("、")}），请留下对的一行并去掉行首的 #`,
  en: `"${profile.header}" can be read ${ways} ways (${profile.samples.join(", ")}): keep the right line and take away its #`,
});

export const ruinedIds = ({header, samples}: ColumnProfile): Bilingual => ({
  zh: `${header} 列的编号被表格软件毁掉了（${samples[0]}），请从源系统重新导出为文本`,
  en: `column ${header} – these ids were ruined by a spreadsheet (${samples[0]}); export them again as text`,
});

function numberOptions({numberFormat, unit, header, clocks}: ColumnProfile, column: string): Options {
  const factor = unit ?? (clocks === 1 ? undefined : unitOf(header, column));
  return {...(numberFormat && {number: numberFormat}), ...(factor !== undefined && {unit: factor})};
}

/** A unit that the header names and the column does not count in. */
function unitOf(header: string, column: string): string | number | undefined {
  if (/seconds/.test(column)) {
    if (/minute|(^|[^a-z])mins?([^a-z]|$)|分钟/i.test(header)) return 60;
    if (/hour|(^|[^a-z])hrs?([^a-z]|$)|小时/i.test(header)) return 3600;
  }
  if (column === "tenure_months" && /year|(^|[^a-z])yrs?([^a-z]|$)|年/i.test(header)) return 12;
  if (/万/.test(header) && /amount|fee|value|cost|budget|margin/.test(column)) return "万";
  return undefined;
}

function scoreOptions(profile: ColumnProfile, {from}: {from: Options}): ColumnOptions {
  const scale = scaleOf(profile);
  if (!scale) return {ways: [{...from, ...(profile.na.length > 0 && {na: profile.na})}], notes: []};
  return {ways: [{...from, ...pointOptions(scale)}], notes: unknownNotes(profile, scale.unknown)};
}

const pointOptions = ({
  values,
  na,
  unknown,
}: {
  values: Options;
  na: readonly string[];
  unknown: readonly string[];
}): Options => ({
  ...(Object.keys(values).length > 0 && {values}),
  ...(na.length > 0 && {na}),
  ...(unknown.length > 0 && {other: "blank"}),
});

/** How a question column is read. */
export function itemOptions({profile, question, scale, values, na, unknown}: ProposedItem): ColumnOptions {
  return {
    ways: [{from: profile.header, ...pointOptions({values, na, unknown}), question, scale}],
    notes: unknownNotes(profile, unknown),
  };
}

function booleanOptions(
  {column, profile, known}: ProposedColumn,
  {from, na}: {from: Options; na: Options},
): ColumnOptions {
  const isOpposed = isOpposite(profile.header) && /is_sla_met|is_answered/.test(column);
  const told = profile.values.map((cell) => {
    const given = known?.values?.[cell];
    const answer = given === undefined ? saysYes(cell, isOpposed ? "" : column) : given === "true";
    return [cell, answer === undefined || given !== undefined || !isOpposed ? answer : !answer] as const;
  });
  const isPlain =
    !isOpposed &&
    told.every(([cell, answer]) => answer !== undefined && saysYes(cell, "") === answer && !/^[✓✔√☑✗✘×☐]/.test(cell));
  if (isPlain) return {ways: [{...from, ...na}], notes: []};
  const values = Object.fromEntries(
    told.filter(([, answer]) => answer !== undefined).map(([cell, answer]) => [cell, answer ? "yes" : "no"]),
  );
  const unknown = told.filter(([, answer]) => answer === undefined).map(([cell]) => cell);
  return {
    ways: [{...from, values, ...(unknown.length > 0 && {other: "blank"}), ...na}],
    notes: unknownNotes(profile, unknown, ["yes", "no"]),
  };
}

/** A column of allowed values: those of its words that are known are translated, the others named. */
function wordOptions(
  {profile, known}: ProposedColumn,
  {from, allowed}: {from: Options; allowed: readonly string[] | undefined},
): ColumnOptions {
  const given = known?.values ?? {};
  const pairs = profile.values.flatMap((theirs) => {
    const ours = given[theirs] ?? (allowed && knownValue(theirs, allowed));
    return ours === undefined ? [] : [[theirs, ours] as const];
  });
  const unknown = allowed ? profile.values.filter((theirs) => !pairs.some(([cell]) => cell === theirs)) : [];
  const values = {...given, ...Object.fromEntries(pairs)};
  return {
    ways: [{...from, ...(Object.keys(values).length > 0 && {values}), ...(allowed && {other: "blank"})}],
    notes: unknownNotes(profile, unknown, allowed),
  };
}

function unknownNotes({header}: ColumnProfile, unknown: readonly string[], allowed?: readonly string[]): Bilingual[] {
  if (unknown.length === 0) return [];
  const named = unknown
    .slice(0, 20)
    .map((theirs) => theirs.slice(0, 24))
    .join(" | ");
  const [zh, en] = allowed
    ? [`；请译成 ${allowed.join("、")} 之一`, `; translate each to one of ${allowed.join(", ")}`]
    : ["", ""];
  return [
    {
      zh: `“${header}”的这些取值没有译法，先留空：${named}${zh}`,
      en: `"${header}": no translation for ${named} – left blank for now${en}`,
    },
  ];
}

/** What parts the values of one cell: the separator found in a fifth of the cells. */
function splitOf({sampled}: ColumnProfile): Options {
  const separators = ["|", ";", "；", "、", ",", "，"];
  const found = separators.find(
    (separator) => sampled.filter((text) => text.includes(separator)).length > sampled.length / 5,
  );
  return found ? {split: found} : {};
}
