import type {Row} from "../marts/list.js";

type Month = Pick<Row<"complaints_by_month">, "customer_months" | "days">;

/**
 * What months beside one are counted over: its own kind of base, customers where it has any, else days; undefined for a
 * month that has none of that kind, so that complaints of a customer are never held against complaints of a day.
 */
export const exposuresBeside =
  (last: Month | undefined) =>
  ({customer_months, days}: Month): number | undefined =>
    (last?.customer_months ? customer_months : days) || undefined;
