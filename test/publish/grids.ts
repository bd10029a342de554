import {z} from "zod";
import type {Published} from "../../src/marts/list.js";
import {groupRows} from "../../src/marts/shape/groups.js";
import type {MartRow, Table} from "../../src/marts/shape/table.js";
import {isOfPeople} from "../../src/metrics/of-people.js";
import {type Cell, nameOf, type PublishedTable, restOf} from "./cells.js";
import type {CountSum} from "./narrow-counts.js";

const whole = z.number().int().nullable();
const with_ = (table: Table, columns: Readonly<Record<string, z.ZodType>>): Table => {
  const {shape} = table.row as unknown as z.ZodObject;
  return {...table, row: z.object({...shape, ...columns}) as unknown as Table["row"]};
};

/** A number among the names of counts. */
const number = (value: number): string => `= ${value}`;

/** The numbers among the names of these sums. */
export const numbersIn = (sums: readonly CountSum[]): [string, number][] =>
  sums.flatMap(({parts}) => parts.filter((name) => name.startsWith("= "))).map((name) => [name, Number(name.slice(2))]);

const times = (share: unknown, n: unknown): number | null =>
  typeof share === "number" && typeof n === "number" ? Math.round(share * n) : null;

/** Tables that tell shares and amounts, with the counts that these are of. */
export function counted(name: string, {table, rows, ...rest}: PublishedTable): PublishedTable {
  const add = (more: (row: MartRow) => Readonly<Record<string, number | null>>): PublishedTable => ({
    ...rest,
    table: with_(table, Object.fromEntries(Object.keys(more({})).map((column) => [column, whole]))),
    rows: rows.map((row) => ({...row, ...more(row)})),
  });
  switch (name) {
    case "satisfaction_crosses":
      return add(({n, csat, dissatisfied}) => ({
        satisfied_count: times(csat, n),
        dissatisfied_count: times(dissatisfied, n),
      }));
    case "purchase_cohorts":
      return add(({n, value}) => ({bought: times(value, n)}));
    case "recency_frequency":
    case "buyers_by_purchases":
      return add(({amount}) => ({cents: times(amount, 100)}));
    default:
      return {table, rows, ...rest};
  }
}

/** Sums of tables whose cells stand in two directions, and of lists in which each row is one of those counted. */
export function gridSums({
  published,
  cells,
  known,
}: {
  published: Published;
  cells: readonly Cell[];
  known: ReadonlyMap<string, number>;
}): CountSum[] {
  const of = groupRows(cells, ({table}) => table);
  return [
    ...crossed(published, {cells: of.get("satisfaction_crosses") ?? [], known}),
    ...bought(published, of),
    ...cohorts(published, of.get("purchase_cohorts") ?? []),
    ...listed(published, of.get("metric_by_segment") ?? []),
  ];
}

/** What a count of a cross is called where it is told of one dimension alone. */
const alone: Readonly<Record<string, string>> = {
  n: "metric_by_segment[metric=csat].n",
  satisfied_count: "metric_by_segment[metric=csat].positive",
  dissatisfied_count: "metric_by_segment[metric=bottom_box].positive",
};

/** Each line of a cross adds up to its member, but for those of no member; whether there are any is told elsewhere. */
function crossed(
  {satisfaction_crosses, metric_by_segment}: Published,
  {cells, known}: {cells: readonly Cell[]; known: ReadonlyMap<string, number>},
): CountSum[] {
  const count = (series: string, dimension: string, member: string) =>
    known.get(nameOf({series, period: "window", dimension, member}));
  /** How many are of no member; undefined where that is not known. */
  const unnamed = (series: string, dimension: string): number | undefined => {
    const members = metric_by_segment.filter((row) => row.period === "window" && row.dimension === dimension);
    const names = [...new Set(members.filter(({metric}) => series.includes(`=${metric}]`)).map(({member}) => member))];
    const parts = names.map((member) => count(series, dimension, member));
    const all = count(series, "all", "all");
    return all === undefined || parts.includes(undefined) ? undefined : all - sumOf(parts as number[]);
  };
  return [false, true].flatMap((isTurned) => {
    const lineOf = ({row}: Cell) => {
      const {dimension, member, other_dimension, other_member} = satisfaction_crosses[row]!;
      const [own, other] = isTurned ? [other_dimension, dimension] : [dimension, other_dimension];
      return {dimension: own, member: isTurned ? other_member : member, other};
    };
    const counts = cells.filter(({column}) => column in alone);
    const crosses = groupRows(counts, (cell) => `${cell.column} ${lineOf(cell).dimension} ${lineOf(cell).other}`);
    return [...crosses.values()].flatMap((cross) => {
      const lines = [...groupRows(cross, (cell) => lineOf(cell).member).values()].map((line) => ({
        line,
        total: nameOf({...lineOf(line[0]!), period: "window", series: alone[line[0]!.column]!}),
      }));
      const {column} = cross[0]!;
      const rest = unnamed(alone[column]!, lineOf(cross[0]!).other);
      return lines.flatMap(({line, total}) => {
        const slack = rest === 0 ? [] : [`without ${lineOf(cross[0]!).other} of ${total}`];
        const sum = {parts: [...line.map(({name}) => name), ...slack], total};
        if (column === "n") return [sum];
        return [
          sum,
          {parts: [...line.map(restOf), ...slack.map((name) => `rest ${name}`)], total: restOf({name: total})},
        ];
      });
    });
  });
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, each) => sum + each, 0);

/** Fifths of frequency are made of numbers of purchases, as the method says; and those who bought again are not those who bought once. */
function bought(
  {buyers_by_purchases, recency_frequency, repeat_buyers}: Published,
  of: ReadonlyMap<string, readonly Cell[]>,
): CountSum[] {
  const [own, grid] = [of.get("buyers_by_purchases") ?? [], of.get("recency_frequency") ?? []];
  const [repeat] = repeat_buyers;
  if (!repeat) return [];
  const rows = [...buyers_by_purchases].sort((a, b) => a.purchases - b.purchases);
  const called = (cell: Cell): string => `${cell.column} ${buyers_by_purchases[cell.row]!.purchases}`;
  const customers = own.filter(({column}) => column === "customers").map(({name}) => name);
  const once = own.filter((cell) => called(cell) === "customers 1").map(({name}) => name);
  const sums: CountSum[] = [{parts: customers, total: repeat.buyers}];
  if (repeat.again !== null) sums.push({parts: once, total: repeat.buyers - repeat.again});
  if (rows.some((row) => row.customers === null)) return sums;
  let seldomer = 0;
  const fifths = rows.map((row) => {
    const fifth = Math.floor((5 * seldomer) / repeat.buyers) + 1;
    seldomer += row.customers!;
    return fifth;
  });
  const last = fifths.at(-1)!;
  for (const column of ["customers", "cents"])
    for (const fifth of new Set(fifths)) {
      const parts = grid.filter((cell) => {
        const {frequency} = recency_frequency[cell.row]!;
        return cell.column === column && Math.min(frequency, last) === fifth;
      });
      const purchases = rows.filter((_, at) => fifths[at] === fifth).map((row) => row.purchases);
      const totals = own.filter((cell) => purchases.some((each) => called(cell) === `${column} ${each}`));
      if (totals.every(({value}) => value !== null))
        sums.push({parts: parts.map(({name}) => name), total: totals.reduce((sum, {value}) => sum + value!, 0)});
    }
  return sums;
}

/** The cohorts of one age add up to all of that age. */
const cohorts = ({purchase_cohorts}: Published, cells: readonly Cell[]): CountSum[] =>
  [...groupRows(cells, ({row, column}) => `${column} ${purchase_cohorts[row]!.age_months}`).values()].flatMap(
    (line) => {
      const isAll = ({row}: Cell) => purchase_cohorts[row]!.cohort === "all";
      const total = line.find(isAll);
      return total ? [{parts: line.filter((cell) => !isAll(cell)).map(({name}) => name), total: total.name}] : [];
    },
  );

/** Of a list of all that count against a metric, those that say of which group they are are among that group's. */
function listed({records_listed}: Published, cells: readonly Cell[]): CountSum[] {
  const lists = groupRows(
    records_listed.filter(({metric}) => isOfPeople(metric)),
    ({metric, occurred_date}) => `${metric} ${occurred_date.slice(0, 7)}`,
  );
  return [...lists].flatMap(([place, list]) => {
    const [metric, period] = place.split(" ");
    const own = cells.filter(
      (cell) => cell.series === `metric_by_segment[metric=${metric}].positive` && cell.period === period,
    );
    const all = own.find(({dimension}) => dimension === "all");
    if (all?.value !== list.length) return [];
    return (["channel", "team", "product", "region"] as const).flatMap((dimension) => {
      const members = own.filter((cell) => cell.dimension === dimension);
      const silent = list.filter((row) => row[dimension] === "").length;
      const unsaid = ({name}: Cell) => `unsaid ${name}`;
      return [
        {parts: [...members.map(unsaid), `unsaid ${place} ${dimension}`], total: silent},
        ...members.map((cell) => {
          const said = list.filter((row) => row[dimension] === cell.member).length;
          return {parts: [number(said), unsaid(cell)], total: cell.name};
        }),
      ];
    });
  });
}
