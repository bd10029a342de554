import type {Row} from "../../marts/list.js";
import {type Known, whereKnown} from "../known.js";
import type {ReportView} from "../view.js";

const told = ["value", "lo", "hi", "johnson", "vif", "r2"] as const;

/** An item's share in explaining overall satisfaction. */
export type DriverRow = Known<Row<"driver_shares">, (typeof told)[number]>;

/** Driver shares; none where the model does not bear them (too few answers, too little explained). */
export const driverRows = (view: ReportView): DriverRow[] =>
  whereKnown(
    view.rows("driver_shares").filter(({status}) => status === ""),
    ...told,
  );
