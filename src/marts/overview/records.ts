import {isOfPeople} from "../../metrics/of-people.js";
import {count, date, number, text} from "../shape/columns.js";
import {type Delivered, mart, table} from "../shape/table.js";
import {metricSums} from "./estimated.js";
import {metricEstimates} from "./metrics.js";

const groups = ["channel", "team", "product", "region"] as const;

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

const records = mart("records_listed", {grain: ["metric", "place"], row: columns});
type Listed = Delivered<typeof records>;

const placeOf = ({metric, occurred_date}: Listed): string => `${metric} ${occurred_date.slice(0, 7)}`;

/** From a number to its records: those of the report month that count against a metric, one by one. */
export const recordTables = {
  records_listed: table({
    from: records,
    row: columns,
    // Where the number is withheld, so are its records; where that of a group is, they do not say that they are of it.
    derive: (rows, {preset, rows: of}) => {
      const listed = new Set(rows.map((row) => placeOf(row)));
      const sums = of(metricSums).filter(({metric, period}) => listed.has(`${metric} ${period}`));
      const hidden = new Set(
        metricEstimates(sums, {preset}).flatMap(({metric, period, dimension, member, flag}) =>
          flag === "suppressed" ? [`${metric} ${period} ${dimension} ${member}`] : [],
        ),
      );
      const isHidden = (row: Listed, dimension: string, member: string): boolean =>
        hidden.has(`${placeOf(row)} ${dimension} ${member}`);
      const shown = (row: Listed): Listed => ({
        ...row,
        ...Object.fromEntries(groups.flatMap((name) => (isHidden(row, name, row[name]) ? [[name, ""]] : []))),
      });
      return rows
        .filter((row) => !isHidden(row, "all", "all"))
        .map((row) => (isOfPeople(row.metric) ? shown(row) : row));
    },
  }),
};
