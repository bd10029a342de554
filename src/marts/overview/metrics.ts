import {z} from "zod";
import {metricOf} from "../../metrics/catalogue.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, flag, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {hiddenRows} from "../shape/hidden.js";
import {byMonth} from "../shape/months.js";
import {type Delivered, type DeriveOptions, table} from "../shape/table.js";
import {withholding} from "../shape/withholding.js";
import {type Estimated, estimated, kindOf, metricKey, metricSums} from "./estimated.js";
import {nothing, versusRest} from "./versus-rest.js";

type Sums = Delivered<typeof metricSums>;

export const metricTables = {
  metric_by_segment: withholding(
    byMonth(
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
          flag,
          reason: text,
          may_rank: z.boolean(),
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
    {
      flag: "flag",
      shares: [
        {part: "positive", whole: "n"},
        {part: "negative", whole: "n"},
      ],
      isPart: ({metric}, part) => partsOf[metricOf(String(metric)).kind]?.includes(part) ?? false,
      instead: {may_rank: false, verdict: ""},
      jointly: ["difference_lo", "difference_hi", "p_adjusted", "verdict"],
    },
  ),
};

/** What is not positive of a share is the rest; of a mean there are no parts. */
const partsOf: Readonly<Record<string, readonly string[]>> = {share: ["positive"], nps: ["positive", "negative"]};

/**
 * Turns the sums of `metric_by_segment` into estimates with 95 % limits, withholds what is too small to show, together
 * with what would let it be worked out from the total, and compares each segment that is shown with the rest of the
 * base (one family per metric, period and dimension): a p-value adjusted for a withheld one would tell of it.
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
    const judged = new Map(
      family.map((cell) => {
        const {estimate} = cell;
        return [cell, smallN({...estimate, customers: knownCustomers(cell.row), kind: kindOf(cell.row)}, {preset})];
      }),
    );
    const isSmall = (cell: Estimated) => judged.get(cell)!.flag === "suppressed";
    const hidden = total
      ? hiddenRows(family, {size: ({estimate}) => estimate.n, isSmall, isTelling: isAlike})
      : new Set(family.filter(isSmall));
    const shown = family.filter((cell) => !hidden.has(cell));
    const verdicts = new Map(versusRest(shown, total).map((verdict, index) => [shown[index]!, verdict]));
    return family.map((cell) => {
      const {flag, reason, may_rank} = judged.get(cell)!;
      if (hidden.has(cell)) return withheld(cell.row, flag === "suppressed" ? reason : "complement");
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
        positive,
        negative,
        flag,
        reason,
        may_rank,
        ...verdicts.get(cell)!,
      };
    });
  });
}

/** Scores of which all are the same: together they tell what each of them is. */
function isAlike(cells: readonly Estimated[]): boolean {
  const of = (name: "n" | "total" | "sum_sq") => cells.reduce((sum, {row}) => sum + row[name], 0);
  const [n, total, squares] = [of("n"), of("total"), of("sum_sq")];
  return n > 0 && squares * n - total * total <= 1e-9 * squares * n;
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
  flag: "suppressed" as const,
  reason,
  may_rank: false,
  ...nothing,
});

/** Records without a customer are clusters of their own: the count of clusters then says nothing about customers. */
const knownCustomers = ({customers, n}: Sums): number | undefined => (customers === n ? undefined : customers);
