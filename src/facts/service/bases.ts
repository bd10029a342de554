import type {Row} from "../../marts/list.js";
import {rateRatio} from "../../stats/comparisons/rate-ratio.js";
import {isKnown, type Known} from "../known.js";
import type {ReportView} from "../view.js";

type Group = Known<
  Row<"complaints_by_segment">,
  "complaints" | "customer_months" | "value" | "lo" | "hi" | "customers"
>;

/** Groups of the report month of one dimension, with their complaints and the customers they come from. */
export function complaintGroups(view: ReportView, dimension: string): Group[] {
  return view
    .rows("complaints_by_segment")
    .filter((row) => row.period === view.month && row.dimension === dimension)
    .filter((row): row is Group => isKnown(row, "complaints", "customer_months", "value", "lo", "hi", "customers"))
    .sort((a, b) => b.complaints - a.complaints || (a.member < b.member ? -1 : 1));
}

/** Two groups with as good as the same number of complaints of which one has clearly more for its size; the widest apart. */
export function sameCountPair(groups: readonly Group[]): {readonly heavy: Group; readonly light: Group} | undefined {
  const pairs = groups.flatMap((heavy) =>
    groups
      .filter((light) => heavy.value > light.value && heavy.complaints >= 10)
      .filter((light) => Math.abs(heavy.complaints - light.complaints) <= 0.05 * heavy.complaints)
      .map((light) => ({heavy, light})),
  );
  const count = (groups.length * (groups.length - 1)) / 2;
  const ratio = ({heavy, light}: (typeof pairs)[number]) =>
    rateRatio(
      {events: heavy.complaints, exposure: heavy.customer_months},
      {events: light.complaints, exposure: light.customer_months},
      {confidence: 1 - 0.05 / count},
    );
  return pairs
    .map((pair) => ({pair, ratio: ratio(pair)}))
    .filter(({ratio: {low}}) => low > 1.5)
    .sort((a, b) => b.ratio.estimate - a.ratio.estimate)[0]?.pair;
}
