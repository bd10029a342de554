import {z} from "zod";
import {count, estimate, number, text} from "../shape/columns.js";
import {shareOf} from "../shape/rates.js";
import {mart, table} from "../shape/table.js";

const line = {
  policy: count,
  clock: z.enum(["first_reply", "resolution", "closing"]),
  /** "" where the line is for all. */
  ticket_type: text,
  priority: text,
  tier: text,
  within_amount: number,
  unit: z.enum(["hours", "business_hours", "working_days"]),
  from_month: text,
};
const judged = {
  tickets: count,
  met: count,
  breached: count,
  /** Among the breached: not done, and past its time. */
  open_late: count,
  exported: count,
  exported_met: count,
  both_met: count,
  only_policy_met: count,
  only_export_met: count,
  both_breached: count,
  /** Judged by the rule, and by no flag of the export. */
  not_exported: count,
  not_exported_open_late: count,
};

/** Time limits by rule, beside what the export says of them. */
export const slaTables = {
  sla_by_policy: table({
    from: mart("sla_by_policy", {grain: ["policy"], row: {...line, ...judged}}),
    row: {...line, ...judged, ...estimate},
    derive: (rows, {preset}) =>
      rows.map((row) => ({...row, ...shareOf({k: row.met, n: row.met + row.breached}, {preset})})),
  }),
};
