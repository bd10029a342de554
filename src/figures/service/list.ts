import type {ReportView} from "../../facts/view.js";
import type {FigureEntry} from "../entry.js";
import {metricBySegment} from "../forms/by-segment.js";
import {metricRecords} from "../forms/records.js";
import {serviceShares} from "../forms/shares.js";
import {metricTrend} from "../forms/trend.js";
import {backlogAges} from "./ages.js";
import {complaintBases} from "./bases.js";
import {callbackOutcomes, callbacksAmiss, callbacksDue, claimedConfirmed} from "./callbacks.js";
import {answerRateBy, callsByQueue, callTimes} from "./calls.js";
import {complaintCategories} from "./categories.js";
import {complaintChainsTable} from "./chains.js";
import {defectRegister} from "./defects.js";
import {firstContact} from "./first-contact.js";
import {complaintLoad, speedAndSatisfaction} from "./handlers.js";
import {newTickets} from "./new-tickets.js";
import {complaintPareto} from "./pareto.js";
import {complaintRateBySegment, complaintRateTrend} from "./rate.js";
import {backlog, resolutionTimesTable} from "./resolution.js";
import {complaintResponsibility} from "./responsibility.js";
import {serviceLevelFormulas} from "./service-level.js";
import {botSessions, firstReplyByHour} from "./session-waits.js";
import {phoneAndChat} from "./sessions.js";
import {slaByPolicy, slaDifference} from "./sla.js";
import {ticketSegments, ticketsByDay} from "./tickets.js";

/** By whom, where and of what kind: what a service can be held to. */
const served = ["team", "channel", "region", "category"];

export const callsFigures: readonly FigureEntry[] = [
  {id: "answer-rate-trend", draw: (view) => metricTrend(view, {id: "answer-rate-trend", metric: "answer_rate"})},
  {
    id: "answer-rate-by-segment",
    draw: (view) =>
      metricBySegment(view, {
        id: "answer-rate-by-segment",
        metric: "answer_rate",
        dimensions: ["channel", "agent", "product", "tier"],
      }),
  },
  {id: "calls-by-queue", draw: callsByQueue},
  {id: "call-times", draw: callTimes},
  {id: "service-level-formulas", draw: serviceLevelFormulas},
  {
    id: "answer-rate-by-half-hour",
    draw: (view) => answerRateBy(view, {id: "answer-rate-by-half-hour", dimension: "half_hour"}),
  },
  {
    id: "answer-rate-by-weekday",
    draw: (view) => answerRateBy(view, {id: "answer-rate-by-weekday", dimension: "weekday"}),
  },
  {
    id: "calls-unanswered",
    draw: (view) =>
      metricRecords(view, {
        id: "calls-unanswered",
        metric: "answer_rate",
        shows: {zh: "本月没接起的来电，逐条", en: "this month's calls not answered, one by one"},
      }),
  },
  {id: "phone-and-chat", draw: phoneAndChat},
  {id: "first-reply-by-hour", draw: firstReplyByHour},
  {id: "bot-sessions", draw: botSessions},
  {
    id: "service-level-trend",
    draw: (view) => metricTrend(view, {id: "service-level-trend", metric: "service_level"}),
  },
  {
    id: "service-level-by-segment",
    draw: (view) =>
      metricBySegment(view, {id: "service-level-by-segment", metric: "service_level", dimensions: served}),
  },
  {
    id: "call-resolved-trend",
    draw: (view) => metricTrend(view, {id: "call-resolved-trend", metric: "call_resolved"}),
  },
  {
    id: "call-resolved-by-segment",
    draw: (view) =>
      metricBySegment(view, {id: "call-resolved-by-segment", metric: "call_resolved", dimensions: served}),
  },
  {id: "connect-rate-trend", draw: (view) => metricTrend(view, {id: "connect-rate-trend", metric: "connect_rate"})},
  {
    id: "connect-rate-by-segment",
    draw: (view) =>
      metricBySegment(view, {
        id: "connect-rate-by-segment",
        metric: "connect_rate",
        dimensions: ["channel", "product"],
      }),
  },
];

export const complaintsFigures: readonly FigureEntry[] = [
  {id: "complaint-rate-trend", draw: complaintRateTrend},
  {id: "complaint-categories", draw: complaintCategories},
  {id: "complaint-pareto", draw: complaintPareto},
  {id: "complaint-bases", draw: complaintBases},
  {id: "complaint-chains", draw: complaintChainsTable},
  {
    id: "complaint-repeat",
    draw: (view) =>
      metricBySegment(view, {
        id: "complaint-repeat",
        metric: "complaint_repeat",
        dimensions: ["team", "region", "tier"],
      }),
  },
  {id: "first-contact", draw: firstContact},
  {
    id: "first-contact-by-segment",
    draw: (view) =>
      metricBySegment(view, {
        id: "first-contact-by-segment",
        metric: "fcr_7",
        dimensions: ["channel", "team", "tier"],
      }),
  },
  {id: "complaint-rate-by-segment", draw: complaintRateBySegment},
  {id: "defect-register", draw: defectRegister},
  {id: "speed-satisfaction", draw: speedAndSatisfaction},
  {id: "complaint-load", draw: complaintLoad},
  {id: "complaint-responsibility", draw: complaintResponsibility},
  {id: "resolution-times", draw: resolutionTimesTable},
  {id: "new-tickets", draw: newTickets},
  {id: "backlog", draw: backlog},
  {id: "tickets-by-day", draw: ticketsByDay},
  {id: "ticket-segments", draw: ticketSegments},
  {id: "backlog-ages", draw: backlogAges},
  {id: "sla-by-policy", draw: slaByPolicy},
  {id: "sla-difference", draw: slaDifference},
  {
    id: "service-promises",
    draw: (view) =>
      serviceShares(view, {
        id: "service-promises",
        metrics: ["promise_kept", "sla_policy", "sla_met", "solved_rate", "service_level", "call_resolved"],
        shows: {zh: "承诺、时限与解决", en: "Promises, time limits and solutions"},
      }),
  },
  ...(["promise_kept", "sla_met", "solved_rate", "callback_done"] as const).map((metric) => {
    const id = `${metric.replace("_", "-")}-trend`;
    return {id, draw: (view: ReportView) => metricTrend(view, {id, metric})};
  }),
  ...(["sla_met", "solved_rate"] as const).map((metric) => {
    const id = `${metric.replace("_", "-")}-by-segment`;
    return {id, draw: (view: ReportView) => metricBySegment(view, {id, metric, dimensions: served})};
  }),
  {
    id: "promise-by-department",
    draw: (view) =>
      metricBySegment(view, {
        id: "promise-by-department",
        metric: "promise_kept",
        dimensions: ["team", "channel", "tier"],
      }),
  },
  {
    id: "callbacks",
    draw: (view) =>
      serviceShares(view, {
        id: "callbacks",
        metrics: ["callback_done", "callback_independent", "confirmed_solved"],
        shows: {zh: "回访是否做了、由谁做、客户怎么说", en: "Follow-ups: done, by whom, and what the customer says"},
      }),
  },
  {
    id: "callbacks-missed",
    draw: (view) =>
      metricRecords(view, {
        id: "callbacks-missed",
        metric: "callback_done",
        shows: {zh: "本月没有按时回访的投诉，逐条", en: "this month's complaints not followed up in time, one by one"},
      }),
  },
  {
    id: "promises-broken",
    draw: (view) =>
      metricRecords(view, {
        id: "promises-broken",
        metric: "promise_kept",
        shows: {zh: "本月没有兑现的承诺，逐条", en: "this month's promises not kept, one by one"},
      }),
  },
  {
    id: "callback-coverage",
    draw: (view) =>
      metricBySegment(view, {id: "callback-coverage", metric: "callback_done", dimensions: ["tier", "team"]}),
  },
  {id: "callbacks-due", draw: callbacksDue},
  {id: "callbacks-amiss", draw: callbacksAmiss},
  {id: "claimed-confirmed", draw: claimedConfirmed},
  {id: "callback-outcomes", draw: callbackOutcomes},
  {
    id: "callback-independence-by-team",
    draw: (view) =>
      metricBySegment(view, {
        id: "callback-independence-by-team",
        metric: "callback_independent",
        dimensions: ["team"],
      }),
  },
  {
    id: "confirmed-by-team",
    draw: (view) => metricBySegment(view, {id: "confirmed-by-team", metric: "confirmed_solved", dimensions: ["team"]}),
  },
];
