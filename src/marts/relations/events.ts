import {z} from "zod";
import {normalMultiplier} from "../../stats/numbers/distributions.js";
import {count, date, number, text} from "../shape/columns.js";
import {groupRows} from "../shape/groups.js";
import {limitColumns, limits} from "../shape/limits.js";
import {type Delivered, mart, table} from "../shape/table.js";

const orders = mart("event_orders", {
  grain: ["campaign", "tier", "has_come"],
  row: {
    campaign: text,
    tier: text,
    has_come: z.boolean(),
    customers: count,
    before_amount: number,
    after_amount: number,
    change_sq: number,
  },
});
type Orders = Delivered<typeof orders>;

/** Events for customers: plan beside what happened, who came, and what those who came bought afterwards. */
export const eventTables = {
  customer_events: table({
    grain: ["event_id"],
    row: {
      event_id: text,
      campaign: text,
      kind: text,
      planned_date: date.nullable(),
      held_date: date.nullable(),
      has_plan: z.boolean().nullable(),
      owner: text,
      guests_planned: count.nullable(),
      invited: count,
      attended: count.nullable(),
      budget: number.nullable(),
      cost: number.nullable(),
      incidents: count.nullable(),
      testimonials: count.nullable(),
    },
  }),
  event_guests: table({
    grain: ["campaign", "tier"],
    row: {campaign: text, tier: text, invited: count, attended: count, cost: number},
  }),
  event_effects: table({
    from: orders,
    grain: ["campaign"],
    row: {
      campaign: text,
      came: count,
      others: count,
      came_before: number.nullable(),
      came_after: number.nullable(),
      others_before: number.nullable(),
      others_after: number.nullable(),
      /** Change of those who came less that of others of their class, in money a customer. */
      ...limitColumns("difference"),
    },
    derive: eventEffects,
  }),
};

/** Fewer than this on either side tell nothing. */
const least = 10;

/**
 * Spent a customer in the 90 days before and after, by those who came and by others of the same classes; the others
 * are weighted to the classes of those who came, and the difference of the two changes has limits from the spread of
 * single customers within a class (post-stratified, normal 95 %).
 */
export function eventEffects(rows: readonly Orders[]) {
  return [...groupRows(rows, ({campaign}) => campaign)].map(([campaign, group]) => {
    const cells = [...groupRows(group, ({tier}) => tier).values()].flatMap((tier) => {
      const [came, others] = [tier.find(({has_come}) => has_come), tier.find(({has_come}) => !has_come)];
      return came && others ? [{came, others}] : [];
    });
    const total = (of: "came" | "others") => cells.reduce((sum, cell) => sum + cell[of].customers, 0);
    const [came, others] = [total("came"), total("others")];
    if (came < least || others < least) return {campaign, came, others, ...unknown, ...limits("difference", undefined)};
    const mean = (of: "came" | "others", name: "before_amount" | "after_amount") =>
      cells.reduce((sum, cell) => sum + (cell.came.customers / came) * (cell[of][name] / cell[of].customers), 0);
    const parts = cells.map((cell) => {
      const weight = cell.came.customers / came;
      return {
        difference: weight * (changeOf(cell.came) - changeOf(cell.others)),
        variance: weight ** 2 * (varianceOf(cell.came) + varianceOf(cell.others)),
      };
    });
    const estimate = parts.reduce((sum, part) => sum + part.difference, 0);
    const half = normalMultiplier(0.95) * Math.sqrt(parts.reduce((sum, part) => sum + part.variance, 0));
    return {
      campaign,
      came,
      others,
      came_before: mean("came", "before_amount"),
      came_after: mean("came", "after_amount"),
      others_before: mean("others", "before_amount"),
      others_after: mean("others", "after_amount"),
      ...limits("difference", {estimate, low: estimate - half, high: estimate + half}),
    };
  });
}

const unknown = {came_before: null, came_after: null, others_before: null, others_after: null};

const changeOf = (row: Orders): number => (row.after_amount - row.before_amount) / row.customers;

/** Variance of the mean change; of a single customer it is not known and taken as the square of the change. */
const varianceOf = (row: Orders): number => {
  const n = row.customers;
  const change = changeOf(row);
  return n > 1 ? Math.max(0, row.change_sq - n * change ** 2) / (n - 1) / n : row.change_sq;
};
