import {expect, it} from "vitest";
import {overviewBoard} from "../../src/figures/overview/board.js";
import {shiftMonth} from "../../src/words/month.js";
import {viewOf} from "../view.js";

const months = Array.from({length: 13}, (_, at) => shiftMonth("2026-10", at - 12));
const order = (period: string, orders: number, {dimension = "all", member = "all", amount = orders * 1e6} = {}) => ({
  ...{period, dimension, member, orders, amount},
  ...{customers: orders, order_lines: orders},
});

/** Orders alone: 100 a month, 400 in September, 200 in October. */
const orders = (language: "zh" | "en") =>
  viewOf(language, {
    view: {months, currency: {zh: "元", en: "yuan"}},
    orders_by_segment: [
      ...months.map((month, at) => order(month, at === 12 ? 200 : at === 11 ? 400 : 100)),
      order("window", 1700),
      order("window", 1200, {dimension: "category", member: "filters"}),
      order("window", 500, {dimension: "category", member: "plans"}),
    ],
  });

it("where months fill few places, the window by its groups takes the others, large amounts short", () => {
  const {tiles} = overviewBoard(orders("en"));
  const tile = tiles.find(({id}) => id === "order_amount_by_category");
  expect(tile).toMatchObject({
    label: "Order amount by category",
    value: "1.7 billion yuan",
    href: "orders.html#orders-by-segment",
  });
  expect(tile?.groups?.map(({text}) => text)).toEqual(["1.2 billion yuan", "500 million yuan"]);
  expect(tile?.groups?.some(({isWorst}) => isWorst)).toBe(false);
});

it("a fall since last month above the same month last year is a season and no change for the worse", () => {
  const {title, changed} = overviewBoard(orders("en"));
  expect(changed.map(({direction, lines}) => [direction, lines.map(({text}) => text)])).toEqual([
    ["better", ["Orders: 200 (Oct 2025 100)"]],
  ]);
  expect(title).toBe("Oct 2026: orders 200 (Oct 2025 100)");
});

it("says that nothing surely moved, where months are compared and none did", () => {
  const view = viewOf("zh", {
    view: {months},
    orders_by_segment: months.map((month) => order(month, 100)),
  });
  expect(overviewBoard(view).title).toBe("2026年10月：没有看得出的变化");
});

it("more tickets than before are a change, and neither better nor worse", () => {
  const view = viewOf("en", {
    view: {months},
    ticket_backlog: months.map((month, at) => ({month, created: at === 12 ? 300 : 100, closed: 100, backlog: 20})),
  });
  const {changed} = overviewBoard(view);
  expect(changed.map(({direction, lines}) => [direction, lines.map(({text}) => text)])).toEqual([
    ["moved", ["New tickets: 300 (Oct 2025 100)"]],
  ]);
});

it("a status that only says who has left is no group that fares worse", () => {
  const lost = (dimension: string, member: string, customers: number, share: number, rest: number | null) => ({
    ...{dimension, member, customers, clock: "months" as const, flag: "" as const},
    ...{lost: customers * share, share, share_lo: share, share_hi: share, rest, ratio: rest ? share / rest : 9},
    p_adjusted: 0.001,
  });
  const view = viewOf("en", {
    view: {months: []},
    churn_by_segment: [
      lost("all", "all", 400, 0.25, null),
      lost("dim_status", "churned", 100, 1, 0),
      lost("dim_status", "stayed", 300, 0, 1),
      lost("region", "North", 200, 0.4, 0.1),
      lost("region", "South", 200, 0.1, 0.4),
    ],
  });
  const {tiles, matters} = overviewBoard(view);
  const names = tiles.flatMap(({groups = []}) => groups.map(({name}) => name));
  expect(names).toContain("North");
  expect([...names, ...matters.map(({head}) => head)].join()).not.toContain("churned");
});
