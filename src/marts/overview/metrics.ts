import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {groupRows} from "../shape/groups.js";
import type {DeriveOptions, MartRow} from "../shape/mart.js";
import {estimated, kindOf} from "./estimated.js";
import {versusRest} from "./versus-rest.js";

/**
 * Turns the sums of `metric_by_segment` into estimates with 95 % limits, compares each segment with the rest of the
 * base (one family per metric, period and dimension), and withholds what is too small to show, together with what
 * would let it be worked out from the total.
 */
export function metricEstimates(rows: readonly MartRow[], {preset}: DeriveOptions): MartRow[] {
  const cells = rows.map(estimated);
  const totals = new Map(
    cells.filter(({row}) => row.dimension === "all").map((cell) => [`${cell.row.metric}|${cell.row.period}`, cell]),
  );
  const families = groupRows(cells, ({row}) => `${row.metric}|${row.period}|${row.dimension}`);
  return [...families.values()].flatMap((family) => {
    const {row} = family[0]!;
    const total = row.dimension === "all" ? undefined : totals.get(`${row.metric}|${row.period}`);
    const verdicts = versusRest(family, total);
    const flags = family.map((cell) =>
      smallN({...cell.estimate, customers: knownCustomers(cell.row), kind: kindOf(cell.row)}, {preset}),
    );
    const hidden = new Set(
      total
        ? complementarySuppression(
            family.map(({id, estimate}, index) => ({
              id,
              n: estimate.n,
              suppressed: flags[index]!.flag === "suppressed",
            })),
            [{parts: family.map(({id}) => id)}],
          ).also
        : [],
    );
    return family.map((cell, index) => {
      const {flag, reason, may_rank} = flags[index]!;
      if (hidden.has(cell.id)) return withheld(cell.row, "complement");
      if (flag === "suppressed") return withheld(cell.row, reason);
      const {n, customers, n_eff, se, estimate, low, high} = cell.estimate;
      const {positive, negative} = cell.row;
      return {
        ...key(cell.row),
        n,
        customers,
        n_eff,
        se,
        value: estimate,
        lo: low,
        hi: high,
        positive: positive!,
        negative: negative!,
        flag,
        reason,
        may_rank,
        ...verdicts[index],
      };
    });
  });
}

const key = ({metric, period, dimension, member}: MartRow) => ({
  metric: metric!,
  period: period!,
  dimension: dimension!,
  member: member!,
});

const withheld = (row: MartRow, reason: string): MartRow => ({
  ...key(row),
  ...Object.fromEntries(
    [
      "n",
      "customers",
      "n_eff",
      "se",
      "value",
      "lo",
      "hi",
      "positive",
      "negative",
      "rest",
      "difference",
      "difference_lo",
      "difference_hi",
      "p_adjusted",
    ].map((name) => [name, null]),
  ),
  flag: "suppressed",
  reason,
  may_rank: false,
  verdict: "",
});

/** Records without a customer are clusters of their own: the count of clusters then says nothing about customers. */
const knownCustomers = (row: MartRow): number | undefined =>
  row.customers === row.n ? undefined : Number(row.customers);
