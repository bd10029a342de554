import type {Report} from "./report.js";

/** Who a staff code is: reference/staff.csv, agents.csv or callers.csv, else the code; "" for none. */
export function personName(view: Report, code: unknown): string {
  if (typeof code !== "string" || code === "") return "";
  const label = ["staff", "agents", "callers"].map((list) => view.label(list, code)).find((each) => each !== code);
  return label ?? code;
}
