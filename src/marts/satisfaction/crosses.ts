import {z} from "zod";
import {metricOf} from "../../metrics/catalogue.js";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {asCounts} from "../../stats/estimates/as-counts.js";
import {type MetricSums, metricInterval} from "../../stats/estimates/metric-interval.js";
import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {limitColumns, limits} from "../shape/limits.js";
import {sum} from "../shape/sum.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const key = {dimension: text, member: text, other_dimension: text, other_member: text};
const crosses = mart("satisfaction_crosses", {
  grain: ["dimension", "member", "other_dimension", "other_member"],
  row: {
    ...key,
    n: count,
    customers: count,
    sum_n_sq: number,
    satisfied: count,
    satisfied_sq: number,
    satisfied_n: number,
    dissatisfied: count,
    dissatisfied_sq: number,
    dissatisfied_n: number,
  },
});
type Cross = Delivered<typeof crosses>;

/** Satisfied and dissatisfied by any two dimensions crossed. */
export const crossTables = {
  satisfaction_crosses: table({
    from: crosses,
    row: {
      ...key,
      n: count.nullable(),
      ...limitColumns("dissatisfied"),
      ...limitColumns("csat"),
      rest: number.nullable(),
      verdict: z.enum(["", "worse", "better"]),
      flag: z.enum(["", "hollow", "suppressed"]),
    },
    derive: crossedShares,
  }),
};

/**
 * Each cell of two dimensions against all answers outside it; one family of tests over all crosses. Cells too small to
 * show are withheld, with those by which they could be found from the totals of a member.
 */
export function crossedShares(rows: readonly Cross[], {preset}: DeriveOptions) {
  const all = rows.find(({dimension}) => dimension === "all");
  const cells = rows.filter(({dimension}) => dimension !== "all");
  if (!all) return [];
  const {delta, better} = metricOf("bottom_box");
  const flags = new Map(cells.map((row) => [id(row), flagOf(row, {preset})]));
  const hidden = hiddenCells(cells, (row) => flags.get(id(row)) === "suppressed");
  const told = cells.filter(({member, other_member}) => member !== "" && other_member !== "");
  const shown = told.filter((row) => !hidden.has(id(row)));
  const tested = shown.map((row) =>
    row.n < all.n ? twoProportionTest(effective(row), effective(less(all, row))).p : 1,
  );
  const adjusted = new Map(
    benjaminiHochberg(tested.map((p) => (Number.isNaN(p) ? 1 : p))).map((p, at) => [id(shown[at]!), p]),
  );
  return told.map((row) => {
    if (hidden.has(id(row))) return withheld(row);
    const flag = flags.get(id(row))!;
    const rest = less(all, row);
    const outside = rest.n > 0 ? rest.dissatisfied / rest.n : null;
    const difference = outside === null ? 0 : row.dissatisfied / row.n - outside;
    const isClear = flag === "" && (adjusted.get(id(row)) ?? 1) < 0.05 && Math.abs(difference) >= delta;
    return {
      ...row,
      ...limits("dissatisfied", metricInterval("share", dissatisfiedSums(row))),
      ...limits("csat", metricInterval("share", satisfiedSums(row))),
      rest: outside,
      verdict: !isClear
        ? ("" as const)
        : difference > 0 === (better === "up")
          ? ("better" as const)
          : ("worse" as const),
      flag,
    };
  });
}

const flagOf = (row: Cross, {preset}: Pick<DeriveOptions, "preset">) => {
  const {estimate, low, high} = metricInterval("share", dissatisfiedSums(row));
  return smallN({n: row.n, customers: row.customers, estimate, low, high}, {preset}).flag;
};

const id = ({dimension, member, other_dimension, other_member}: Pick<Cross, keyof typeof key>): string =>
  JSON.stringify([dimension, member, other_dimension, other_member]);

/**
 * Rows and columns of each cross have their totals on the page of that dimension alone: nothing withheld follows from
 * those, neither by subtraction nor since all who are withheld in a line said the same.
 */
function hiddenCells(cells: readonly Cross[], isSmall: (row: Cross) => boolean): ReadonlySet<string> {
  const hidden = new Set<string>();
  for (const cross of groupRows(cells, (row) => `${row.dimension} ${row.other_dimension}`).values()) {
    const lines = [
      ...groupRows(cross, ({member}) => member).values(),
      ...groupRows(cross, ({other_member}) => other_member).values(),
    ];
    const totals = lines.map((line) => ({parts: line.map(id)}));
    for (const row of cross) if (isSmall(row)) hidden.add(id(row));
    for (let next: Cross | undefined, isFirst = true; isFirst || next; isFirst = false) {
      const parts = cross.map((row) => ({id: id(row), n: row.n, suppressed: hidden.has(id(row))}));
      const {also, exposed} = complementarySuppression(parts, totals);
      for (const each of [...also, ...exposed]) hidden.add(each);
      next = lines.flatMap((line) => unlike(line, hidden))[0];
      if (next) hidden.add(id(next));
    }
  }
  return hidden;
}

/** Where all who are withheld in a line, or of no member, said the same: the smallest cell by which they did not. */
function unlike(line: readonly Cross[], hidden: ReadonlySet<string>): Cross[] {
  const isTold = ({member, other_member}: Cross) => member !== "" && other_member !== "";
  const unseen = line.filter((row) => !isTold(row) || hidden.has(id(row)));
  if (!unseen.some(isTold) || isMixed(unseen)) return [];
  return line
    .filter((row) => !unseen.includes(row) && isMixed([...unseen, row]))
    .sort((a, b) => a.n - b.n)
    .slice(0, 1);
}

function isMixed(cells: readonly Cross[]): boolean {
  const n = sum(cells, "n");
  return (["satisfied", "dissatisfied"] as const).every((name) => sum(cells, name) > 0 && sum(cells, name) < n);
}

const withheld = ({dimension, member, other_dimension, other_member}: Cross) => ({
  ...{dimension, member, other_dimension, other_member},
  n: null,
  ...limits("dissatisfied", undefined),
  ...limits("csat", undefined),
  rest: null,
  verdict: "" as const,
  flag: "suppressed" as const,
});

const dissatisfiedSums = (row: Cross): MetricSums => ({
  ...row,
  total: row.dissatisfied,
  sum_total_sq: row.dissatisfied_sq,
  sum_total_n: row.dissatisfied_n,
});
const satisfiedSums = (row: Cross): MetricSums => ({
  ...row,
  total: row.satisfied,
  sum_total_sq: row.satisfied_sq,
  sum_total_n: row.satisfied_n,
});

const effective = (row: Cross) => asCounts(metricInterval("share", dissatisfiedSums(row)));

const sums = [
  ...(["n", "customers", "sum_n_sq", "satisfied", "satisfied_sq", "satisfied_n"] as const),
  ...(["dissatisfied", "dissatisfied_sq", "dissatisfied_n"] as const),
];
const less = (all: Cross, part: Cross): Cross => ({
  ...all,
  ...Object.fromEntries(sums.map((name) => [name, all[name] - part[name]])),
  // Who answered in both counts in both.
  customers: Math.max(1, all.customers - part.customers),
});
