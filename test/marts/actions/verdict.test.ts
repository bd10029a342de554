import {describe, expect, test} from "vitest";
import {actionEffects} from "../../../src/marts/actions/effects.js";
import {actionVerdict, type Judged} from "../../../src/marts/actions/verdict.js";

const ratio = (estimate: number, low: number, high: number, p_adjusted = 0.001): Judged => ({
  estimate,
  low,
  high,
  p_adjusted,
});
const unclear = ratio(1.08, 0.81, 1.45, 0.6);
const of = (own: Judged, others?: Judged, isUpGood = false) => actionVerdict(own, {others, isUpGood});

describe("verdict on an action", () => {
  test("clear by itself and beside the others, or with none to compare with", () => {
    expect(of(ratio(0.29, 0.19, 0.43))).toBe("better");
    expect(of(ratio(0.29, 0.19, 0.43), ratio(0.33, 0.21, 0.53))).toBe("better");
    expect(of(ratio(1.6, 1.2, 2.1), ratio(1.5, 1.1, 2.0))).toBe("worse");
    expect(of(ratio(1.1, 1.05, 1.2), undefined, true)).toBe("better");
  });

  test("unclear by itself but clearly worse, or better, than the others", () => {
    expect(of(unclear, ratio(1.52, 1.1, 2.09, 0.03))).toBe("worse_than_others");
    expect(of(unclear, ratio(0.6, 0.45, 0.8))).toBe("better_than_others");
    // It fell, but less than the others.
    expect(of(ratio(0.8, 0.7, 0.9), ratio(1.5, 1.2, 1.9))).toBe("worse_than_others");
  });

  test("where all moved alike, the move is nobody's doing", () => {
    expect(of(ratio(0.7, 0.5, 0.9), ratio(0.95, 0.7, 1.3, 0.7))).toBe("alike");
    expect(of(ratio(1.5, 1.2, 1.9), ratio(1.05, 0.8, 1.4, 0.7))).toBe("alike");
  });

  test("an interval wholly on the worse side is never called no effect", () => {
    expect(of(unclear, ratio(1.4, 1.02, 1.9, 0.08))).toBe("maybe_worse");
    expect(of(ratio(1.4, 1.02, 1.9, 0.08), ratio(1.1, 0.8, 1.5, 0.6))).toBe("maybe_worse");
    expect(of(ratio(0.9, 0.82, 0.98, 0.08), undefined, true)).toBe("maybe_worse");
    // Good news needs more.
    expect(of(unclear, ratio(0.7, 0.5, 0.98, 0.08))).toBe("none");
    expect(of(ratio(0.7, 0.5, 0.98, 0.08))).toBe("none");
  });
});

const nothing = {
  cause: null,
  department: null,
  owner: null,
  opened_date: null,
  due_date: null,
  done_date: null,
  category: null,
  region: null,
  note: null,
  is_decision: false,
  days_late: null,
};

/** Seven months of one action done in the fourth: own and other complaints before and after, a month. */
const action = (id: string, [before, after]: readonly number[], [othersBefore, othersAfter]: readonly number[]) =>
  [1, 2, 3, 4, 5, 6, 7].map((month) => ({
    ...nothing,
    action_id: id,
    month: `2026-0${month}`,
    done_month: "2026-04",
    metric: "complaints",
    status: "done",
    events: (month < 4 ? before : after) ?? 0,
    other_events: (month < 4 ? othersBefore : othersAfter) ?? 0,
    customer_months: 1000,
    n: 0,
    total: 0,
    total_sq: 0,
  }));

describe("effects of actions", () => {
  test("complaints that ceased are a success", () => {
    const [effect] = actionEffects(action("A", [20, 0], [100, 105]));
    expect(effect).toMatchObject({ratio: 0, after_n: 0, effect: "better"});
    expect(effect!.against_hi).not.toBeNull();
  });

  test("complaints where there had been none are worse, though no ratio says how much", () => {
    const [effect] = actionEffects(action("A", [0, 12], [100, 100]));
    expect(effect).toMatchObject({ratio: null, before: 0, after_n: 36, effect: "worse"});
  });

  test("one that held its level while the others halved is worse than they", () => {
    const [effect] = actionEffects(action("A", [40, 40], [200, 100]));
    expect(effect).toMatchObject({ratio: 1, against_others: 2, effect: "worse_than_others"});
  });

  test("months counted otherwise than the one it was done in are held against nothing", () => {
    const rows = action("A", [20, 0], [100, 105]);
    const effect = (category: string, metric = "tickets") =>
      actionEffects(rows, {marks: [{category, label: "new system", metric, is_break: true}]})[0]!;
    expect(effect("2026-03")).toMatchObject({months_before: 1, months_after: 3, ratio: null, effect: "early"});
    expect(effect("2026-07")).toMatchObject({months_before: 3, months_after: 2, effect: "better"});
    expect(effect("2026-05")).toMatchObject({months_after: 0, effect: "early"});
    expect(effect("2026-05", "surveys")).toEqual(actionEffects(rows)[0]);
  });

  test("each ratio is adjusted for all actions looked at", () => {
    const clear = (rows: Parameters<typeof actionEffects>[0]) => actionEffects(rows)[0]!;
    const own = action("A", [30, 19], [100, 100]);
    const idle = Array.from({length: 9}, (_, index) => action(`B${index}`, [30, 30], [100, 100])).flat();
    const [alone, among] = [clear(own), clear([...own, ...idle])];
    expect(Number(alone.p_adjusted)).toBeLessThan(0.05);
    expect(Number(among.p_adjusted)).toBeGreaterThan(0.05);
    expect(Number(among.against_p_adjusted)).toBeGreaterThan(Number(alone.against_p_adjusted));
  });
});
