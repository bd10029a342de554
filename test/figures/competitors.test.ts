import {competitorsFigures} from "../../src/figures/competitors/list.js";
import {cells} from "../view.js";
import {twins} from "./twin.js";

twins("competitors", competitorsFigures, {
  "competitor-brands": {
    disputes: {
      brand_tickets: cells(
        "brand tickets complaints timely_share dispute_known disputed_share disputed_lo disputed_hi",
        ["A", 900, 900, 0.98, 800, 0.18, 0.155, 0.208],
        ["B", 600, 600, 0.97, 500, 0.31, 0.271, 0.352],
        ["C", 90, 90, 0.99, 12, 0.5, 0.25, 0.75],
      ),
    },
    "counts alone": {
      brand_tickets: cells("brand tickets complaints", ["A", 900, 300], ["B", 600, 250]),
    },
  },
  "share-of-wallet": {
    share_of_wallet: cells(
      "member customers stated stated_lo stated_hi ranked_customers by_rule by_rule_lo by_rule_hi",
      ["all", 231, 0.67, 0.65, 0.69, 174, 0.515, 0.49, 0.54],
      ["star5", 28, 0.72, 0.66, 0.78, 23, 0.52, 0.45, 0.59],
    ),
  },
});
