import {boolean, date, decimal, type Entity, id, integer, oneOf, text, timestamp} from "./columns.js";

/** What is done to win and to keep customers: events held for them, and prospects as they are graded month by month. */
export const relationEntities = {
  customer_events: {
    key: ["event_id"],
    columns: {
      event_id: id,
      campaign: text, // as the care records of its guests name it
      kind: text,
      planned_date: date,
      held_date: date, // none: not held yet, or called off
      has_plan: boolean, // a written plan, approved
      guests_planned: integer,
      budget: decimal, // of the whole event
      cost: decimal,
      incidents: integer,
      testimonials: integer, // customers' own words collected, with their leave
      owner: text,
    },
  },
  prospects: {
    key: ["prospect_id", "graded_date"],
    required: ["graded_date"],
    columns: {
      prospect_id: id,
      customer_id: id, // where there is a card
      graded_date: date,
      grade: oneOf("A", "B", "C", "D", "E", "F"), // about to buy … not within a year
      outcome: oneOf("open", "won", "lost"),
      inquired_at: timestamp, // first asked us
      answered_at: timestamp, // first answered by us
      owner: text,
    },
  },
} as const satisfies Record<string, Entity>;
