import type {Interval} from "../../stats/numbers/interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {cohortTriangle} from "../../stats/survival/cohort-triangle.js";
import {count, estimate, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {type Delivered, mart, table} from "../shape/table.js";

const cohorts = mart("retention_by_cohort", {
  grain: ["cohort", "age_months"],
  row: {cohort: text, age_months: count, size: count, kept: count},
});

export const cohortTables = {
  retention_by_cohort: table({
    from: cohorts,
    row: {cohort: text, age_months: count, n: count, ...estimate},
    derive: cohortShares,
  }),
};

/** Share of each cohort still there at each age; ages not yet reached have no row. */
export function cohortShares(rows: readonly Delivered<typeof cohorts>[]) {
  const ages = [...new Set(rows.map((row) => row.age_months))].sort((a, b) => a - b);
  const byCohort = [...groupRows(rows, ({cohort}) => cohort)];
  const {cells, pooled} = cohortTriangle(
    byCohort.map(([, group]) => ({
      size: group[0]!.size,
      kept: ages.map((age) => group.find((row) => row.age_months === age)?.kept ?? null),
    })),
  );
  const cell = (cohort: string, {age, n, interval}: {age: number; n: number; interval: Interval}) => ({
    cohort,
    age_months: age,
    n,
    value: n < 10 ? null : interval.estimate,
    lo: n < 10 ? null : interval.low,
    hi: n < 10 ? null : interval.high,
    flag: smallN({n}).flag,
  });
  return [
    ...byCohort.flatMap(([cohort, group], place) =>
      ages.flatMap((age, column) => {
        const interval = cells[place]![column];
        return interval ? [cell(cohort, {age, n: group[0]!.size, interval})] : [];
      }),
    ),
    ...ages.map((age, column) => cell("all", {age, n: pooled[column]!.n, interval: pooled[column]!})),
  ];
}
