import {churnFigures} from "../../src/figures/churn/list.js";
import {cells} from "../view.js";
import {twins} from "./twin.js";

const parts = "period cause customers known lost value lo hi least most";

twins("churn", churnFigures, {
  "churn-causes": {
    churn_causes: cells(
      parts,
      ["window", "price", 50, 130, 207, 0.385, 0.29, 0.49, 0.242, 0.614],
      ["window", "service", 40, 130, 207, 0.308, 0.22, 0.41, 0.193, 0.565],
      ["window", "unknown", 77, 130, 207, null, null, null, null, null],
    ),
  },
  "churn-ends": {
    churn_by_month: cells(
      "month lost ended_otherwise eliminated involuntary moved pending opening_customers is_provisional",
      ["2026-09", 12, 3, 1, 1, 1, 0, 1997, false],
      ["2026-10", 0, 1, 1, 0, 0, 47, 2009, true],
    ),
  },
});
