import type {ReportView} from "../../facts/view.js";
import type {FigureEntry} from "../entry.js";
import {metricBySegment} from "../forms/by-segment.js";
import {metricRecords} from "../forms/records.js";
import {metricTrend} from "../forms/trend.js";
import {agentFunnel, agentSpeed} from "./agents.js";
import {attitudeRevenue, dissatisfiedAccounts} from "./attitudes.js";
import {satisfactionBases, surveyWeights} from "./bases.js";
import {contactLoad, preferencesKept, surveyLag} from "./care.js";
import {constructs} from "./constructs.js";
import {satisfactionCrosses} from "./crosses.js";
import {scoreDistribution} from "./distribution.js";
import {drivers} from "./drivers.js";
import {importancePerformance, penaltyReward} from "./importance.js";
import {itemScores} from "./items.js";
import {npsBar} from "./nps-parts.js";
import {scoreBySegment} from "./scores.js";
import {silentDissatisfied} from "./silent.js";
import {tailReasons} from "./tail.js";
import {openThemes, openWords} from "./themes.js";

const known = ["tier", "region", "channel", "customer_type", "segment", "role", "sex", "age_band", "product"];
/** Without customer records, what was asked about and who answered is all there is to tell answers apart by. */
const dimensionsOf = (view: ReportView) => (view.entities.has("customers") ? known : [...known, "agent"]);

export const satisfactionFigures: readonly FigureEntry[] = [
  {id: "dissatisfied-trend", draw: (view) => metricTrend(view, {id: "dissatisfied-trend", metric: "bottom_box"})},
  {
    id: "dissatisfied-by-segment",
    draw: (view) =>
      metricBySegment(view, {id: "dissatisfied-by-segment", metric: "bottom_box", dimensions: dimensionsOf(view)}),
  },
  {
    id: "answers-dissatisfied",
    draw: (view) =>
      metricRecords(view, {
        id: "answers-dissatisfied",
        metric: "bottom_box",
        shows: {zh: "本月不满意的回答，逐条", en: "this month's dissatisfied answers, one by one"},
      }),
  },
  {id: "csat-trend", draw: (view) => metricTrend(view, {id: "csat-trend", metric: "csat"})},
  {
    id: "csat-by-segment",
    draw: (view) => metricBySegment(view, {id: "csat-by-segment", metric: "csat", dimensions: dimensionsOf(view)}),
  },
  {id: "score-by-segment", draw: (view) => scoreBySegment(view, dimensionsOf(view))},
  {id: "csat-distribution", draw: scoreDistribution},
  {id: "nps-trend", draw: (view) => metricTrend(view, {id: "nps-trend", metric: "nps"})},
  {id: "nps-parts", draw: npsBar},
  {
    id: "nps-by-segment",
    draw: (view) => metricBySegment(view, {id: "nps-by-segment", metric: "nps", dimensions: dimensionsOf(view)}),
  },
  {id: "items", draw: itemScores},
  {id: "constructs", draw: constructs},
  {id: "drivers", draw: drivers},
  {id: "silent-dissatisfied", draw: silentDissatisfied},
  {id: "attitude-revenue", draw: attitudeRevenue},
  {id: "dissatisfied-accounts", draw: dissatisfiedAccounts},
  {id: "tail-reasons", draw: tailReasons},
  {id: "open-themes", draw: openThemes},
  {id: "open-words", draw: openWords},
  {id: "satisfaction-crosses", draw: satisfactionCrosses},
  {id: "satisfaction-bases", draw: satisfactionBases},
  {id: "survey-weights", draw: surveyWeights},
  {id: "importance-performance", draw: importancePerformance},
  {id: "penalty-reward", draw: penaltyReward},
  {id: "survey-lag", draw: surveyLag},
  {id: "contact-load", draw: contactLoad},
  {id: "preferences-kept", draw: preferencesKept},
  {id: "agent-funnel", draw: agentFunnel},
  {id: "agent-speed", draw: agentSpeed},
  {id: "response-rate-trend", draw: (view) => metricTrend(view, {id: "response-rate-trend", metric: "response_rate"})},
  {
    id: "response-rate",
    draw: (view) =>
      metricBySegment(view, {id: "response-rate", metric: "response_rate", dimensions: dimensionsOf(view)}),
  },
];
