import {groupRows} from "../../src/marts/shape/groups.js";
import type {MartRow} from "../../src/marts/shape/table.js";
import {type Cell, lineOf, nameOf, type PublishedTable, restOf, type Share, wholeOf} from "./cells.js";
import type {CountSum} from "./narrow-counts.js";

interface Known {
  readonly tables: ReadonlyMap<string, PublishedTable>;
  readonly cells: readonly Cell[];
  readonly known: ReadonlyMap<string, number>;
}

/** The shares that a cell is the part of. */
export const sharesOf = ({table, row, column}: Cell, tables: Known["tables"]): readonly Share[] => {
  const {withholding} = tables.get(table)!;
  const own = withholding?.shares.filter(({part}) => part === column) ?? [];
  const at: MartRow = tables.get(table)!.rows[row]!;
  return own.filter(({part}) => withholding?.isPart?.(at, part) ?? true);
};

/**
 * All sums by which one published count follows from others: a part and the rest are the whole; two series that are
 * the same wherever both are shown; members of a dimension; months of a window; agents of a team.
 */
export function sumsOf(given: Known): CountSum[] {
  const wholes = partsOfWholes(given);
  return [...wholes, ...sameElsewhere(given), ...families(given), ...windows(given), ...teams(given)];
}

function partsOfWholes({cells, tables}: Known): CountSum[] {
  const names = new Set(cells.map(({name}) => name));
  return cells.flatMap((cell) =>
    sharesOf(cell, tables).flatMap((share) => {
      const total = wholeOf(cell, share);
      return total && names.has(total) ? [{parts: [cell.name, restOf(cell)], total}] : [];
    }),
  );
}

/** Fewer cells in common may agree by chance. */
const leastAlike = 6;

/** Two series that agree wherever both are shown are the same number where one is not. */
function sameElsewhere({cells}: Known): CountSum[] {
  const series = groupRows(cells, ({series: name}) => name);
  const at = ({period, dimension, member, value}: Cell) => `${period}|${dimension}|${member}|${value}`;
  const alike = groupRows(
    cells.filter(({value}) => value !== null),
    at,
  );
  return [...series].flatMap(([name, own]) => {
    if (own.every(({value}) => value !== null)) return [];
    const votes = new Map<string, number>();
    for (const cell of own)
      if (cell.value !== null)
        for (const other of alike.get(at(cell))!) votes.set(other.series, (votes.get(other.series) ?? 0) + 1);
    const others = [...votes].filter(([other, count]) => other !== name && count >= leastAlike);
    return others.flatMap(([other]) => samePairs(own, series.get(other)!));
  });
}

function samePairs(one: readonly Cell[], other: readonly Cell[]): CountSum[] {
  const places = new Map(other.map((cell) => [`${cell.period}|${cell.dimension}|${cell.member}`, cell]));
  const pairs = one.flatMap((cell) => {
    const twin = places.get(`${cell.period}|${cell.dimension}|${cell.member}`);
    return twin ? [[cell, twin] as const] : [];
  });
  const shown = pairs.filter(([a, b]) => a.value !== null && b.value !== null);
  const isSame = shown.every(([a, b]) => a.value === b.value);
  if (!isSame || shown.length < leastAlike || new Set(shown.map(([a]) => a.value)).size < 4) return [];
  return pairs.map(([a, b]) => ({parts: [a.name], total: b.name}));
}

/**
 * Members add up to all. Whether somebody is without a member is read from the lines that are shown: those of the same
 * series, else those of the same table.
 */
function families({cells, tables, known}: Known): CountSum[] {
  const lines = [
    ...groupRows(
      cells.filter(({dimension}) => dimension !== "all"),
      lineOf,
    ).values(),
  ].filter((line) => known.has(totalOf(line)));
  const gaps = new Map<string, number[]>();
  for (const line of lines.filter((each) => each.every(({value}) => value !== null))) {
    const gap = known.get(totalOf(line))! - line.reduce((sum, {value}) => sum + value!, 0);
    for (const kind of kindsOf(line[0]!)) gaps.set(kind, [...(gaps.get(kind) ?? []), gap]);
  }
  return lines.flatMap((line) => {
    const [series, table] = kindsOf(line[0]!);
    const shown = gaps.get(series) ?? gaps.get(table) ?? [];
    // A member counted twice: nothing can be had by subtraction.
    if (shown.some((gap) => gap < 0)) return [];
    const slack = shown.some((gap) => gap > 0) ? [`without member ${lineOf(line[0]!)}`] : [];
    const hasRest = line.every((cell) => sharesOf(cell, tables).some(({whole}) => whole !== undefined));
    const total = restOf({name: totalOf(line)});
    return [
      {parts: [...line.map(({name}) => name), ...slack], total: totalOf(line)},
      ...(hasRest ? [{parts: [...line.map(restOf), ...slack.map((name) => `rest ${name}`)], total}] : []),
    ];
  });
}

const kindsOf = ({series, table, dimension}: Cell): readonly [string, string] => [
  `${series}|${dimension}`,
  `${table} ${dimension}`,
];

const totalOf = (line: readonly Cell[]): string => nameOf({...line[0]!, dimension: "all", member: "all"});

/** The last months of a series add up to its window where they do so for all; then for every member that has them all. */
function windows({cells, known}: Known): CountSum[] {
  return [...groupRows(cells, ({series}) => series)].flatMap(([series, own]) => {
    const all = (period: string) => known.get(nameOf({series, period, dimension: "all", member: "all"}));
    const months = [...new Set(own.map(({period}) => period))].filter((period) => period !== "window").sort();
    const from = months.findIndex(
      (_, first) => months.slice(first).reduce((sum, month) => sum + (all(month) ?? Number.NaN), 0) === all("window"),
    );
    if (from < 0) return [];
    const inside = new Set(months.slice(from));
    const lines = groupRows(own, ({dimension, member}) => `${dimension}|${member}`);
    const full = groupRows(own, ({dimension}) => dimension);
    return [...lines.values()].flatMap((line) => {
      const has = new Set(full.get(line[0]!.dimension)!.map(({period}) => period));
      const isWhole = has.has("window") && [...inside].every((month) => has.has(month));
      const total = line.find(({period}) => period === "window");
      return isWhole && total
        ? [{parts: line.filter(({period}) => inside.has(period)).map(({name}) => name), total: total.name}]
        : [];
    });
  });
}

/** Agents of a team add up to the team; who is in which is published. */
function teams({cells, tables}: Known): CountSum[] {
  const teamOf = new Map(tables.get("handler_times")?.rows.map(({handler, team}) => [String(handler), String(team)]));
  const inTeams = cells.filter(({dimension, member}) => dimension === "agent" && teamOf.has(member));
  const names = new Map(cells.map((cell) => [cell.name, cell]));
  const team = (cell: Cell) => nameOf({...cell, dimension: "team", member: teamOf.get(cell.member)!});
  return [...groupRows(inTeams, team)].flatMap(([total, line]) => {
    const whole = names.get(total);
    const shown = line.reduce((sum, {value}) => sum + (value ?? 0), 0);
    // Where agents work for several teams the sums do not hold.
    return whole && shown <= (whole.value ?? Number.POSITIVE_INFINITY)
      ? [{parts: line.map(({name}) => name), total}]
      : [];
  });
}
