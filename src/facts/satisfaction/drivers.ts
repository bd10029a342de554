import type {MartRow} from "../../marts/shape/table.js";
import type {ReportView} from "../view.js";

/** An item's share in explaining overall satisfaction, as published. */
export interface DriverRow {
  readonly item: string;
  readonly n: number;
  readonly value: number;
  readonly lo: number;
  readonly hi: number;
  readonly johnson: number;
  readonly vif: number;
  readonly r2: number;
}

/** Driver shares; none where the model does not bear them (too few answers, too little explained). */
export const driverRows = (view: ReportView): DriverRow[] =>
  view.rows("driver_shares").flatMap((row: MartRow) => (row.status === "" ? [row as unknown as DriverRow] : []));
