import {sum} from "../../marts/shape/sum.js";
import type {ReportView} from "../view.js";

/** The rule beside the flag of the export, for the clock whose judgement the flag follows most. */
export interface SlaBeside {
  readonly clock: string;
  readonly judged: number;
  readonly met: number;
  readonly flagged: number;
  readonly flagged_met: number;
  readonly both_met: number;
  readonly only_policy_met: number;
  readonly only_export_met: number;
  readonly both_breached: number;
  readonly not_exported: number;
  readonly not_exported_open_late: number;
}

/** Undefined where no rule judges anything, or the export has no flag of its own. */
export function slaBeside(view: ReportView): SlaBeside | undefined {
  const lines = view.rows("sla_by_policy");
  const clocks = [...new Set(lines.map(({clock}) => clock))].map((clock) => {
    const own = lines.filter((line) => line.clock === clock);
    const total = (
      name: "met" | "breached" | Exclude<keyof SlaBeside, "clock" | "judged" | "flagged" | "flagged_met">,
    ) => sum(own, name);
    return {
      clock,
      judged: total("met") + total("breached"),
      met: total("met"),
      flagged: sum(own, "exported"),
      flagged_met: sum(own, "exported_met"),
      both_met: total("both_met"),
      only_policy_met: total("only_policy_met"),
      only_export_met: total("only_export_met"),
      both_breached: total("both_breached"),
      not_exported: total("not_exported"),
      not_exported_open_late: total("not_exported_open_late"),
    };
  });
  const agreed = ({both_met, both_breached, only_policy_met, only_export_met}: SlaBeside) =>
    (both_met + both_breached) / (both_met + both_breached + only_policy_met + only_export_met);
  return clocks.filter(({judged, flagged}) => judged >= 30 && flagged >= 30).sort((a, b) => agreed(b) - agreed(a))[0];
}
