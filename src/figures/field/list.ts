import type {FigureEntry} from "../entry.js";
import {metricBySegment} from "../forms/by-segment.js";
import {metricTrend} from "../forms/trend.js";
import {firstTimeFix} from "./first-time-fix.js";
import {siteByMonth, siteByTechnician, siteCost} from "./jobs.js";
import {sitePromises} from "./promises.js";
import {returnCohorts} from "./return-cohorts.js";
import {returnRates} from "./return-rates.js";
import {returnedOrders} from "./returned-orders.js";
import {openReturns, returnOutcomes, returnReasons} from "./returns.js";
import {secondVisits} from "./second-visits.js";

export const fieldFigures: readonly FigureEntry[] = [
  {id: "site-promises", draw: sitePromises},
  {id: "first-time-fix", draw: firstTimeFix},
  {id: "second-visits", draw: secondVisits},
  {
    id: "appointment-kept-trend",
    draw: (view) => metricTrend(view, {id: "appointment-kept-trend", metric: "appointment_kept"}),
  },
  {
    id: "appointment-kept-by-segment",
    draw: (view) =>
      metricBySegment(view, {
        id: "appointment-kept-by-segment",
        metric: "appointment_kept",
        dimensions: ["region", "tier", "customer_type"],
      }),
  },
  {id: "site-cost", draw: siteCost},
  {id: "site-by-month", draw: siteByMonth},
  {id: "site-by-technician", draw: siteByTechnician},
  {id: "return-rates", draw: returnRates},
  {id: "return-cohorts", draw: returnCohorts},
  {id: "return-reasons", draw: returnReasons},
  {id: "return-outcomes", draw: returnOutcomes},
  {id: "open-returns", draw: openReturns},
  {id: "returned-orders", draw: returnedOrders},
];
