import {count, date, number, text} from "../shape/columns.js";
import {mart, table} from "../shape/table.js";
import {metricSums} from "./estimated.js";
import {metricEstimates} from "./metrics.js";

const columns = {
  metric: text,
  place: count,
  record_id: text,
  occurred_date: date,
  customer_id: text,
  channel: text,
  team: text,
  product: text,
  region: text,
  category: text,
  score: number.nullable(),
  file: text,
  row: count.nullable(),
};

/** From a number to its records: those of the report month that count against a metric, one by one. */
export const recordTables = {
  records_listed: table({
    from: mart("records_listed", {grain: ["metric", "place"], row: columns}),
    row: columns,
    // Where the number is withheld, so are its records.
    derive: (rows, {preset, rows: of}) => {
      const totals = of(metricSums).filter(({dimension}) => dimension === "all");
      const shown = new Set(
        metricEstimates(totals, {preset}).flatMap(({metric, period, flag}) =>
          flag === "suppressed" ? [] : [`${metric} ${period}`],
        ),
      );
      return rows.filter(({metric, occurred_date}) => shown.has(`${metric} ${occurred_date.slice(0, 7)}`));
    },
  }),
};
