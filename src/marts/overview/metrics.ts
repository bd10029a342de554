import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {byMonth} from "../shape/months.js";
import {type Delivered, type DeriveOptions, table} from "../shape/table.js";
import {estimated, kindOf, metricKey, metricSums} from "./estimated.js";
import {nothing, versusRest} from "./versus-rest.js";
import {alsoWithheld} from "./withheld.js";

type Sums = Delivered<typeof metricSums>;

export const metricTables = {
  metric_by_segment: byMonth(
    table({
      from: metricSums,
      row: {
        ...metricKey,
        n: count.nullable(),
        customers: count.nullable(),
        n_eff: number.nullable(),
        se: number.nullable(),
        value: number.nullable(),
        lo: number.nullable(),
        hi: number.nullable(),
        positive: count.nullable(),
        negative: count.nullable(),
        plain: number.nullable(),
        negative_share: number.nullable(),
        flag,
        reason: text,
        rest: number.nullable(),
        difference: number.nullable(),
        difference_lo: number.nullable(),
        difference_hi: number.nullable(),
        p_adjusted: number.nullable(),
        verdict: text,
      },
      derive: metricEstimates,
    }),
    {
      at: "period",
      metric: ({metric}) => metric,
      line: ({metric, dimension}) => (dimension === "all" ? metric : undefined),
    },
  ),
};

/**
 * Turns the sums of `metric_by_segment` into estimates with 95 % limits, compares each segment with the rest of the
 * base (one family per metric, period and dimension), and withholds what is too small to show, together with what
 * would let it be worked out from the total. Where answers carry weights, `value` is the weighted one, `plain` counts
 * each answer once; `n`, `positive` and `negative` count answers; `negative_share` is the weighted share of answers at the
 * lower end (detractors).
 */
export function metricEstimates(rows: readonly Sums[], {preset}: DeriveOptions) {
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
    const isSmall = new Map(family.map(({id}, index) => [id, flags[index]!.flag === "suppressed"]));
    const hidden = alsoWithheld(family, {isSmall: ({id}) => isSmall.get(id)!, total});
    return family.map((cell, index) => {
      const {flag, reason} = flags[index]!;
      if (hidden.has(cell.id)) return withheld(cell.row, "complement");
      if (flag === "suppressed") return withheld(cell.row, reason);
      // Answers that weigh nothing say nothing.
      if (!(cell.sums.n > 0)) return withheld(cell.row, "few_answers");
      const {n, customers, n_eff, se, estimate, low, high} = cell.estimate;
      const {positive, negative, plain_total} = cell.row;
      return {
        ...key(cell.row),
        n,
        customers,
        n_eff,
        se,
        value: estimate,
        lo: low,
        hi: high,
        positive,
        negative,
        plain: plain_total === null ? null : plain_total / n,
        negative_share: plain_total === null ? null : (cell.sums.detractors ?? 0) / cell.sums.n,
        flag,
        reason,
        ...verdicts[index]!,
      };
    });
  });
}

const key = ({metric, period, dimension, member}: Sums) => ({metric, period, dimension, member});

const withheld = (row: Sums, reason: string) => ({
  ...key(row),
  n: null,
  customers: null,
  n_eff: null,
  se: null,
  value: null,
  lo: null,
  hi: null,
  positive: null,
  negative: null,
  plain: null,
  negative_share: null,
  flag: "suppressed" as const,
  reason,
  ...nothing,
});

/** Records without a customer are clusters of their own: the count of clusters then says nothing about customers. */
const knownCustomers = ({customers, n}: Sums): number | undefined => (customers === n ? undefined : customers);
