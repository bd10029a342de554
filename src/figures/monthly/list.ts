import type {FigureEntry} from "../entry.js";
import {monthKinds} from "./month-kinds.js";
import {monthTickets} from "./month-tickets.js";
import {restatements} from "./restatements.js";

/** What the monthly report shows beside its sentences. */
export const monthlyFigures: readonly FigureEntry[] = [
  {id: "month-kinds", draw: monthKinds},
  {id: "month-complaints", draw: (view) => monthTickets(view, "complaint")},
  {id: "month-requests", draw: (view) => monthTickets(view, "request")},
  {id: "restatements", draw: restatements},
];
