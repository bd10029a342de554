import type {FigureEntry} from "../entry.js";
import {churnAdvantage} from "./advantage.js";
import {atRiskAccounts} from "./at-risk.js";
import {churnCauses} from "./causes.js";
import {churnCoverage} from "./coverage.js";
import {churnDestinations, churnFlows} from "./destinations.js";
import {churnEnds} from "./ends.js";
import {churnIncidence} from "./incidence.js";
import {churnTrend} from "./rate.js";
import {churnReasons} from "./reasons.js";
import {retention} from "./retention.js";
import {retentionCohorts} from "./retention-cohorts.js";
import {retentionBy, retentionByOther} from "./retention-groups.js";
import {retentionMeans} from "./retention-means.js";
import {churnRevenue} from "./revenue.js";
import {revenueRetention} from "./revenue-retention.js";
import {churnRule} from "./rule.js";
import {churnBySegment} from "./segments.js";
import {churnSignals} from "./signals.js";
import {churnWavesTable} from "./waves.js";

export const churnFigures: readonly FigureEntry[] = [
  {id: "churn-trend", draw: churnTrend},
  {id: "churn-waves", draw: churnWavesTable},
  {id: "churn-ends", draw: churnEnds},
  {id: "churn-rule", draw: churnRule},
  {id: "churn-by-segment", draw: churnBySegment},
  {id: "revenue-retention", draw: revenueRetention},
  {id: "churn-causes", draw: churnCauses},
  {id: "churn-reasons", draw: churnReasons},
  {id: "churn-coverage", draw: churnCoverage},
  {id: "churn-destinations", draw: churnDestinations},
  {id: "churn-flows", draw: churnFlows},
  {id: "churn-advantage", draw: churnAdvantage},
  {id: "churn-revenue", draw: churnRevenue},
  {id: "retention", draw: retention},
  ...(["contract_type", "tier", "cohort"] as const).map((dimension): FigureEntry => {
    const id = `retention-by-${dimension === "contract_type" ? "contract" : dimension}`;
    return {id, draw: (view) => retentionBy(view, {id, dimension})};
  }),
  {id: "retention-by-other", draw: (view) => retentionByOther(view, "retention-by-other")},
  {id: "retention-means", draw: retentionMeans},
  {id: "retention-cohorts", draw: retentionCohorts},
  {id: "churn-incidence", draw: churnIncidence},
  {id: "churn-signals", draw: churnSignals},
  {id: "at-risk-accounts", draw: atRiskAccounts},
];
