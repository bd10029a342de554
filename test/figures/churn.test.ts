import {churnFigures} from "../../src/figures/churn/list.js";
import {cells} from "../view.js";
import {twin, twins} from "./twin.js";

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

const months = ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"];
const rates = "month lost opening_customers customer_months value lo hi is_provisional state";
const account =
  "rule has_base begins_late first_date last_date customers gone undated impossible planned returned unlike";

/** What leaving dates alone give: of six months the first and the last are not known whole. */
const dated = {
  view: {churnRule: "left_date", months, entities: new Set(["customers", "tickets"])},
  churn_by_month: cells(
    rates,
    ["2026-06", 12, 600, 601.3, 0.01996, 0.0103, 0.0349, false, "complete"],
    ["2026-07", 10, 604, 602.1, 0.01661, 0.008, 0.0305, false, "complete"],
    ["2026-08", 15, 606, 604.2, 0.02483, 0.0139, 0.0409, false, "complete"],
    ["2026-09", 20, 610, 603.8, 0.03312, 0.0202, 0.0512, false, "complete"],
    ["2026-10", 5, 603, 602.9, 0.00829, 0.0027, 0.0194, true, "partial"],
  ),
  churn_rule_variants: cells("factor rule rule_days customers lost last_date customer_months value lo hi", [
    1,
    "left_date",
    null,
    690,
    62,
    "2026-10-11",
    2630.4,
    0.02357,
    0.0181,
    0.0302,
  ]),
  leaving_dates: cells(account, [
    ...["left_date", true, true, "2026-06-01", "2026-10-11", 707, 97],
    ...[3, 2, 1, 4, 0],
  ]),
  at_risk_accounts: cells(
    "customer_id tier region status yearly_amount complaint",
    ["K1", "gold", "North", "", 0, "2026-09-20"],
    ["K2", "silver", "South", "", 0, "2026-10-02"],
  ),
  churn_region_hazards: cells("region months hazard", ["(all)", "all", 0.02]),
};
for (const {id, draw} of churnFigures.filter(({id}) => /^(churn-(trend|ends|rule)|at-risk-accounts)$/.test(id)))
  twin(`churn/${id}-by-leaving-dates`, draw, {"a few rows": dated});

/** One signal that surely foretells leaving makes the list of whom to call first. */
twin("churn/at-risk-accounts-foretold", churnFigures.find(({id}) => id === "at-risk-accounts")!.draw, {
  "complaints foretell": {
    ...dated,
    churn_signals: cells("signal months lift lift_lo lift_hi p_adjusted", [
      ...["complaint", "all", 2.4, 1.6, 3.5, 0.001],
    ]),
  },
});

const {leaving_dates: _, ...ruled} = dated;
twin("churn/churn-rule-beside-leaving-dates", churnFigures.find(({id}) => id === "churn-rule")!.draw, {
  "contracts decide": {
    ...{...ruled, view: {months}},
    churn_rule_variants: cells(
      "factor rule rule_days customers lost last_date customer_months value lo hi",
      ...([0.5, 1, 1.5] as const).map((factor) => [
        factor,
        "contract",
        30 * factor,
        690,
        62,
        "2026-10-01",
        2630.4,
        0.02357,
        0.0181,
        0.0302,
      ]),
    ),
    leaving_dates: cells(account, [
      ...["contract", true, false, "2026-05-01", "2026-10-31", 707, 97],
      ...[0, 0, 0, 0, 6],
    ]),
  },
});
