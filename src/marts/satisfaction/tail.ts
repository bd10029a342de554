import {z} from "zod";
import {benjaminiHochberg} from "../../stats/comparisons/benjamini-hochberg.js";
import {twoProportionTest} from "../../stats/comparisons/two-proportion-test.js";
import {wilsonInterval} from "../../stats/estimates/wilson-interval.js";
import {smallN} from "../../stats/privacy/small-n.js";
import {count, number, text} from "../shape/columns.js";
import {limitColumns, limits} from "../shape/limits.js";
import {type Delivered, type DeriveOptions, mart, table} from "../shape/table.js";

const kind = z.enum(["item", "category"]);
const tailReasons = mart("tail_reasons", {
  grain: ["kind", "code"],
  row: {kind, code: text, dissatisfied: count, named: count, others: count, others_named: count},
});

/** Why the dissatisfied are: what they rate low, and what their tickets were about, beside the others. */
export const tailTables = {
  tail_reasons: table({
    from: tailReasons,
    row: {
      kind,
      code: text,
      dissatisfied: count,
      named: count.nullable(),
      others: count,
      ...limitColumns("share"),
      others_share: number.nullable(),
      p_adjusted: number.nullable(),
    },
    derive: tailShares,
  }),
};

/** Share of the dissatisfied with each reason (Wilson) beside that of the others; Benjamini–Hochberg within a kind. */
export function tailShares(rows: readonly Delivered<typeof tailReasons>[], {preset}: DeriveOptions) {
  return kind.options.flatMap((each) => {
    const own = rows.filter(
      (row) => row.kind === each && smallN({n: row.dissatisfied}, {preset}).flag !== "suppressed",
    );
    const tested = own.map((row) =>
      row.others > 0
        ? twoProportionTest({k: row.named, n: row.dissatisfied}, {k: row.others_named, n: row.others}).p
        : 1,
    );
    const adjusted = benjaminiHochberg(tested.map((p) => (Number.isNaN(p) ? 1 : p)));
    return own.map((row, at) => ({
      kind: row.kind,
      code: row.code,
      dissatisfied: row.dissatisfied,
      named: row.named,
      others: row.others,
      ...limits("share", wilsonInterval(row.named, row.dissatisfied)),
      others_share: row.others > 0 ? row.others_named / row.others : null,
      p_adjusted: adjusted[at] ?? null,
    }));
  });
}
