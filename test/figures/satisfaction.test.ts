import {satisfactionFigures} from "../../src/figures/satisfaction/list.js";
import {cells} from "../view.js";
import {twins} from "./twin.js";

const item = "item question dimension member scale_min scale_max n customers value lo hi";

twins("satisfaction", satisfactionFigures, {
  items: {
    item_scores: cells(
      item,
      ["speed", "rating", "all", "all", 1, 5, 240, 230, 3.42, 3.3, 3.54],
      ["attitude", "rating", "all", "all", 1, 5, 236, 228, 4.31, 4.2, 4.42],
      ["price", "rating", "all", "all", 0, 10, 90, 88, 6.5, 6.1, 6.9],
    ),
  },
});
