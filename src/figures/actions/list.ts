import type {FigureEntry} from "../entry.js";
import {actionAgeing} from "./ageing.js";
import {actionEffects, actionTrend} from "./effects.js";
import {referrals, referrers} from "./referrals.js";
import {actionsByDepartment, actionTracker} from "./tracker.js";
import {winbackByGroup} from "./winback.js";
import {winbackCandidates} from "./winback-candidates.js";
import {winbackCurve} from "./winback-curve.js";

export const actionsFigures: readonly FigureEntry[] = [
  {id: "action-tracker", draw: actionTracker},
  {id: "action-ageing", draw: actionAgeing},
  {id: "action-effects", draw: actionEffects},
  {id: "action-trend", draw: actionTrend},
  {id: "actions-by-department", draw: actionsByDepartment},
  {id: "winback-by-group", draw: winbackByGroup},
  {id: "winback-curve", draw: winbackCurve},
  {id: "winback-candidates", draw: winbackCandidates},
  {id: "referrals", draw: referrals},
  {id: "referrers", draw: referrers},
];
