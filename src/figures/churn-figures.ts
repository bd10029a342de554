import {churnBySegment, churnTrend} from "./churn-rate.js";
import {churnDestinations, churnReasons} from "./churn-reasons.js";
import type {FigureEntry} from "./figure-entry.js";
import {retention} from "./retention.js";

export const churnFigures: readonly FigureEntry[] = [
  {id: "churn-trend", draw: churnTrend},
  {id: "churn-by-segment", draw: churnBySegment},
  {id: "churn-reasons", draw: churnReasons},
  {id: "churn-destinations", draw: churnDestinations},
  {id: "retention", draw: retention},
];
