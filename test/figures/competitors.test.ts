import {competitorsFigures} from "../../src/figures/competitors/list.js";
import {cells} from "../view.js";
import {twins} from "./twin.js";

twins("competitors", competitorsFigures, {
  "share-of-wallet": {
    share_of_wallet: cells(
      "member customers stated stated_lo stated_hi ranked_customers by_rule by_rule_lo by_rule_hi",
      ["all", 231, 0.67, 0.65, 0.69, 174, 0.515, 0.49, 0.54],
      ["star5", 28, 0.72, 0.66, 0.78, 23, 0.52, 0.45, 0.59],
    ),
  },
});
