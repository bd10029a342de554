import {beforeAll, describe, expect, test} from "vitest";
import type {ReadReport} from "../../loaders/publish/report.js";
import {figureOf, isAbsent, printed, readReal, rowOf, suite} from "./real-report.js";

describe.skipIf(isAbsent("ecsi-plspm"))(suite("ecsi-plspm"), () => {
  let report: ReadReport;
  beforeAll(async () => {
    report = await readReal("ecsi-plspm");
  });

  test("answers without a number are known by their line", () => {
    const file = rowOf(report, "import_files", {entity: "surveys"});
    expect([file.rows_in, file.rows_kept, file.rows_rejected]).toEqual([250, 250, 0]);
  });

  test("means of the four questions of satisfaction, on the page", () => {
    const means = new Map(figureOf(report, "items").table.rows.map(([item, mean]) => [item, mean]));
    const of = ["Satisfied overall", "Satisfaction 2", "Satisfaction 3", "Satisfaction 4"].map((item) =>
      means.get(item),
    );
    expect(of).toEqual([7.18, 6.912, 6.716, 6.524]);
  });

  test("what measures one thing, and the satisfaction of men and women, on the page", () => {
    const {table} = figureOf(report, "constructs");
    const column = (id: string) => table.columns.findIndex((each) => each.id === id);
    const line = (construct: string, group: string) =>
      table.rows.find((cells) => cells[0] === construct && cells[1] === group)!;
    const alpha = (construct: string) => printed(line(construct, "All")[column("alpha")], 6);
    expect([alpha("Satisfaction"), alpha("Loyalty")]).toEqual(["0.894295", "0.820639"]);
    const bySex = (group: string) => {
      const cells = line("Satisfaction", `Segment · ${group}`);
      return [cells[column("n")], printed(cells[column("value")], 6)];
    };
    expect([bySex("male"), bySex("female")]).toEqual([
      [102, "6.588235"],
      [148, "7.001689"],
    ]);
  });
});
