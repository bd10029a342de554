import {complementarySuppression} from "../../stats/privacy/complementary-suppression.js";
import {count, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {sum} from "../shape/sum.js";
import {type Delivered, mart, table} from "../shape/table.js";
import {knownParts, partColumns} from "./known-parts.js";

/** Fewer customers than this are never shown as a cell of a cross table. */
const fewest = 5;

const gone = mart("churn_destinations", {
  grain: ["period", "tier", "brand"],
  row: {period: text, tier: text, brand: text, customers: count, rated: count, advantage: number},
});
type Gone = Delivered<typeof gone>;

export const destinationTables = {
  churn_destinations: table({
    from: gone,
    grain: ["period", "brand"],
    row: {period: text, brand: text, ...partColumns},
    derive: destinationShares,
  }),
  churn_destinations_by_tier: table({
    from: gone,
    row: {period: text, tier: text, brand: text, customers: count},
    derive: destinationsByTier,
  }),
};

/** Where they went, tiers together, with limits for those who are not known. */
export function destinationShares(rows: readonly Gone[]) {
  return [...groupRows(rows, ({period}) => period).values()].flatMap((group) => {
    const brands = [...groupRows(group, ({brand}) => brand)].map(([brand, cells]) => ({
      period: group[0]!.period,
      brand,
      customers: sum(cells, "customers"),
    }));
    const parts = knownParts(brands, ({brand}) => brand !== "unknown");
    return brands.map((row) => ({period: row.period, brand: row.brand, ...parts.get(row)!}));
  });
}

/**
 * Destination by tier; the smallest destinations of a tier are put together until they are five customers or more, with
 * more where one of them would follow from the totals of its tier and its destination.
 */
export function destinationsByTier(rows: readonly Gone[]) {
  return [...groupRows(rows, ({period}) => period).values()].flatMap((group) => {
    const tiers = [...groupRows(group, ({tier}) => tier).values()];
    const hidden = pooledCells(group, tiers);
    return tiers.flatMap((cells) => {
      const {period, tier} = cells[0]!;
      const pooled = sum(
        cells.filter((row) => hidden.has(row)),
        "customers",
      );
      if (pooled > 0 && pooled < fewest) return [];
      const cell = (brand: string, customers: number) => ({period, tier, brand, customers});
      return [
        ...(pooled > 0 ? [cell("(pooled)", pooled)] : []),
        ...cells.filter((row) => !hidden.has(row)).map((row) => cell(row.brand, row.customers)),
      ];
    });
  });
}

/** Cells of the cross table not shown by themselves: each tier's together five customers or more, and none derivable. */
function pooledCells(rows: readonly Gone[], tiers: readonly (readonly Gone[])[]): Set<Gone> {
  const id = (row: Gone) => `${row.tier}|${row.brand}`;
  const totals = [...tiers, ...groupRows(rows, ({brand}) => brand).values()].map((group) => ({
    parts: group.map(id),
  }));
  const hidden = new Set(rows.filter(({customers}) => customers < fewest));
  for (let before = -1; before < hidden.size; ) {
    before = hidden.size;
    const cells = rows.map((row) => ({id: id(row), n: row.customers, suppressed: hidden.has(row)}));
    const {also} = complementarySuppression(cells, totals);
    for (const row of rows) if (also.includes(id(row))) hidden.add(row);
    for (const tier of tiers) {
      const pooled = sum(
        tier.filter((row) => hidden.has(row)),
        "customers",
      );
      const [next] = tier.filter((row) => !hidden.has(row)).sort((a, b) => a.customers - b.customers);
      if (next && pooled > 0 && pooled < fewest) hidden.add(next);
    }
  }
  return hidden;
}
