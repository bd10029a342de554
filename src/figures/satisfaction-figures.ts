import type {FigureEntry} from "./figure-entry.js";
import {itemScores} from "./item-scores.js";
import {metricBySegment} from "./metric-by-segment.js";
import {metricTrend} from "./metric-trend.js";
import {npsBar} from "./nps-bar.js";
import {scoreDistribution} from "./score-distribution.js";

const dimensions = ["tier", "region", "channel", "customer_type", "segment", "product", "agent"];

export const satisfactionFigures: readonly FigureEntry[] = [
  {id: "dissatisfied-trend", draw: (view) => metricTrend(view, {id: "dissatisfied-trend", metric: "bottom_box"})},
  {
    id: "dissatisfied-by-segment",
    draw: (view) => metricBySegment(view, {id: "dissatisfied-by-segment", metric: "bottom_box", dimensions}),
  },
  {id: "csat-trend", draw: (view) => metricTrend(view, {id: "csat-trend", metric: "csat"})},
  {id: "csat-by-segment", draw: (view) => metricBySegment(view, {id: "csat-by-segment", metric: "csat", dimensions})},
  {id: "csat-distribution", draw: scoreDistribution},
  {id: "nps-trend", draw: (view) => metricTrend(view, {id: "nps-trend", metric: "nps"})},
  {id: "nps-parts", draw: npsBar},
  {id: "nps-by-segment", draw: (view) => metricBySegment(view, {id: "nps-by-segment", metric: "nps", dimensions})},
  {id: "items", draw: itemScores},
  {id: "response-rate-trend", draw: (view) => metricTrend(view, {id: "response-rate-trend", metric: "response_rate"})},
  {
    id: "response-rate",
    draw: (view) => metricBySegment(view, {id: "response-rate", metric: "response_rate", dimensions}),
  },
];
