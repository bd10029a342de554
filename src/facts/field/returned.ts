import type {Row} from "../../marts/list.js";
import type {ReportView} from "../view.js";

/** The age in days at which products and ship months are compared. */
export const readAge = 30;

export type Product = Row<"return_products">;

/** A product of which surely more come back from some ship month on. */
export type Shifted = Product & {
  readonly since: string;
  readonly since_shipped: number;
  readonly since_returned: number;
  readonly before_shipped: number;
  readonly before_returned: number;
};

/** Products at the age compared; those that may be shown. */
export const productsAt = (view: ReportView, age: number = readAge): Product[] =>
  view.rows("return_products").filter((row) => row.age_days === age);

/** Whether what came back changed from some ship month on. */
export const isShifted = (row: Product): row is Shifted =>
  row.since !== null &&
  row.since_shipped !== null &&
  row.since_returned !== null &&
  row.before_shipped !== null &&
  row.before_returned !== null;

/** Products of which more come back since some month, the most lines concerned first. */
export const risingReturns = (view: ReportView): Shifted[] =>
  productsAt(view)
    .filter(isShifted)
    .filter((row) => row.since_returned / row.since_shipped > row.before_returned / row.before_shipped)
    .sort((a, b) => b.since_returned - a.since_returned || (a.product < b.product ? -1 : 1));
