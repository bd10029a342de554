import {describe, expect, test} from "vitest";
import {deliveryOrder} from "../../loaders/records/deliveries.js";

const order = (...names: string[]) => deliveryOrder(names.map((name) => ({name, modified: 0}))).map(({name}) => name);

describe("files were delivered in the order that their names say", () => {
  test.each([
    [["t_9月.csv", "t_10月.csv"]],
    [["tickets_8-9月.csv", "tickets_10月.csv"]],
    [["t_1-3月.csv", "t_4月.csv", "t_2-5月.csv"]],
    [["t_2026-03.csv", "t_2026-03 (1).csv", "t_2026-03 (2).csv", "t_2026-03 (10).csv"]],
    [["t_2026-03.csv", "t_2026-03_v2.csv", "t_2026-03_v10.csv"]],
    [["t_2026-03_旧.csv", "t_2026-03.csv", "t_2026-03_更正.csv", "t_2026-03_最终版.csv"]],
    [["t_2026-03_最终版.csv", "t_2026-03_最终版2.csv", "t_2026-03_最终版10.csv"]],
    [["t_初稿.csv", "t_第二稿.csv", "t_第十稿.csv", "t_终稿.csv"]],
    [["t_10月.csv", "t_10月补.csv"]],
    [["final.csv", "final2.csv", "final_v3.csv"]],
    [["t_2026-03.bak.csv", "t_2026-03.csv", "t_2026-03-终版.csv"]],
    [["t_2025-12.csv", "t_2026-02.csv", "t_2026-10.csv"]],
    [["2026-09/tickets.csv", "2026-10/tickets.csv"]],
    [["工单九月.xlsx", "工单十月.xlsx", "工单十一月.xlsx"]],
    [["desk Sep.csv", "desk Oct.csv"]],
    [["t_28-02-2026.csv", "t_01-03-2026.csv"]],
    [["export_20260228.csv.gz", "export_20260301.csv"]],
    [["t.csv", "t - 副本.csv", "t - 副本 (2).csv"]],
  ])("%j", (names) => {
    expect(order(...[...names].reverse())).toEqual(names);
    expect(order(...names)).toEqual(names);
  });

  test("and by their time where the names are of different kinds", () => {
    const files = [
      {name: "north.csv", modified: 200},
      {name: "south.csv", modified: 100},
    ];
    expect(deliveryOrder(files).map(({name}) => name)).toEqual(["south.csv", "north.csv"]);
  });
});
