import {expect, test} from "vitest";
import {actionAgeing, actionClosing} from "../../../src/marts/actions/ageing.js";

const aged = (days: readonly (number | null)[], is_done: boolean, more: {department?: null; owner?: string} = {}) =>
  days.map((each, index) => ({
    action_id: `${is_done}${index}${more.owner ?? ""}`,
    department: "D",
    owner: null,
    is_done,
    days: each,
    ...more,
  }));

test("open actions are censored at their age, not left out: the median of the closed alone is too good", () => {
  // By hand: 6 at risk at 10 (5/6), 4 at 30 (5/6 x 3/4), 2 at 50 (x 1/2): 0.31 is the first below a half.
  const [all] = actionAgeing([...aged([10, 30, 50], true), ...aged([20, 40, 60], false)]);
  expect(all).toMatchObject({
    dimension: "all",
    actions: 6,
    done: 3,
    open: 3,
    not_dated: 0,
    median_days: 50,
    oldest_open_days: 60,
    within_30: null,
  });
});

test("no median of fewer than six dated actions, and none that is not reached", () => {
  const [few] = actionAgeing([...aged([10, 20, 30, 40, 50], true), ...aged([null], false)]);
  expect(few).toMatchObject({actions: 6, not_dated: 1, median_days: null});
  const [open] = actionAgeing([...aged([10], true), ...aged([20, 20, 20, 20, 20], false)]);
  expect(open).toMatchObject({median_days: null, median_days_hi: null, oldest_open_days: 20});
});

test("shares closed within 30, 60 and 90 days only where ten are still at risk", () => {
  const days = Array.from({length: 20}, (_, index) => 5 * (index + 1));
  const [all] = actionAgeing(aged(days, true));
  // Six of twenty are closed by day 30; after 50 fewer than ten are left.
  expect(all!.within_30).toBeCloseTo(0.3, 10);
  expect([all!.within_60, all!.within_90]).toEqual([null, null]);
  expect(Number(all!.within_30_lo)).toBeLessThan(0.3);
  expect(Number(all!.within_30_hi)).toBeGreaterThan(0.3);
  const closing = actionClosing(aged(days, true));
  expect(closing.map((row) => row.days)).toEqual([0, 10, 20, 30, 40, 50]);
  expect(closing[3]).toMatchObject({n_risk: 15});
});

test("departments and owners each have a row, who is not named has none; done on the day it was opened counts", () => {
  const rows = actionAgeing([
    ...aged([0, 0, 0, 0, 0, 0], true, {owner: "A"}),
    ...aged([7], false, {department: null, owner: "B"}),
  ]);
  expect(rows.map(({dimension, member}) => `${dimension} ${member}`)).toEqual([
    "all all",
    "department D",
    "owner A",
    "owner B",
  ]);
  expect(rows[2]).toMatchObject({median_days: 0.5, oldest_open_days: null});
  expect(rows[3]).toMatchObject({open: 1, oldest_open_days: 7, median_days: null});
  expect(actionAgeing([])).toEqual([]);
});
