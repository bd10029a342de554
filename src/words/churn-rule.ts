import type {Report} from "./report.js";

const records: Readonly<Record<string, string>> = {inactivity: "orders", left_date: "customers"};

/**
 * The kind of record that tells who is lost, by the churn rule in force.
 *
 * @example churnRecords({churnRule: "left_date"}) // => "customers"
 */
export const churnRecords = ({churnRule}: Pick<Report, "churnRule">): string => records[churnRule] ?? "contracts";

/** Kinds of record that something needs, where contracts are asked for only to tell who is lost. */
export const neededRecords = (view: Pick<Report, "churnRule">, needs: readonly string[]): string[] => [
  ...new Set(needs.map((entity) => (entity === "contracts" ? churnRecords(view) : entity))),
];
