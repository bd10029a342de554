/** The first moment after the report's month, that month, and the two that are compared. */
export const monthEnd = "timestamp '2026-01-01'";
export const lastMonth = "date '2025-12-01'";
export const twoMonths = "(date '2025-11-01', date '2025-12-01')";

/** A metric of a table of sums by customer: what was said, in how many records. */
interface Metric {
  readonly id: string;
  readonly said: string;
  readonly n: string;
  /** Above nought; defaults to what was said. */
  readonly positive?: string;
}

/**
 * Of every cut that is published the sums of what each customer said, and of its squares and products, which every
 * interval needs. Region and kind are the customer's: those who spoke are grouped once for both, and by channel once more.
 *
 * @param table sums by customer, month and channel
 */
export function moments(table: string, metrics: readonly Metric[]): string[] {
  const of = (each: (metric: Metric) => string) => `unnest([${metrics.map(each).join(", ")}])`;
  const columns = [...new Set(metrics.flatMap(({said, n}) => [said, n]))];
  const added = columns.map((name) => `sum(${name}) as ${name}`).join(", ");
  const by = (names: string) => `(select ${names}, ${added} from ${table} group by all)`;
  const counted = (from: string, sets: string) => `with sums as (
      select ${of(({id}) => `'${id}'`)} as metric, ${of(({n}) => `sum(${n})`)} as n, ${of(({n}) => `count(*) filter (${n} > 0)`)} as customers,
        ${of(({said, positive = said}) => `sum(${positive})`)} as positive, ${of(({said, n}) => `sum(${said}) / sum(${n})`)} as value,
        ${of(({said}) => `sum(${said} * ${said})`)} as squares, ${of(({said, n}) => `sum(${said} * ${n})`)} as products, ${of(({n}) => `sum(${n} * ${n})`)} as bases,
        ${sets.includes("(m") ? `m in ${twoMonths}` : "true"} as is_compared, ${sets.includes("kind") ? "grouping(region, kind)" : "1"} as untold
      from ${from} as customers group by grouping sets (${sets})
    )
    select n, customers, positive, value, sqrt((squares - 2 * value * products + value * value * bases) * customers / (customers - 1)) / n as se
    -- Whole months all, by segment the months compared; of CSAT alone all by region and channel.
    from sums where n > 0 and (is_compared or untold = 3 or (untold = 1 and metric = 'csat'))`;
  return [
    counted(by("cid, region, kind, m"), "(m), (m, region), (m, kind)"),
    counted(by("cid, region, kind"), "(), (region), (kind)"),
    counted(table, "(m, channel)"),
    counted(by("cid, channel"), "(channel)"),
  ];
}
