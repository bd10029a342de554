import type {EntityName} from "./entities.js";

/** What dates the records of an entity, and what else in them tells how far their export knows. */
export interface Moments {
  /** The first of these that a record has says which month it belongs to. */
  readonly at: readonly string[];
  /** A record that has none of those but one of these has not happened yet: it is kept, and counted in no month. */
  readonly open?: readonly string[];
  /** Further moments that lie in the past of the export. */
  readonly known?: readonly string[];
  /** events: they happen all the time · register: a list kept as of some day, of which only entries are dated. */
  readonly kind: "events" | "register";
  /** Who is in the list stays in it: a month in which nobody entered is as whole as any; defaults to false. */
  readonly lasts?: true;
}

/** Every entity whose records fall in months. */
export const moments: Readonly<Partial<Record<EntityName, Moments>>> = {
  tickets: {
    at: ["created_at"],
    known: ["first_replied_at", "first_solved_at", "solved_at", "closed_at"],
    kind: "events",
  },
  ticket_events: {at: ["event_at"], kind: "events"},
  calls: {at: ["called_at"], kind: "events"},
  sessions: {at: ["entered_at"], known: ["first_replied_at", "ended_at"], kind: "events"},
  surveys: {at: ["answered_at", "invited_at"], kind: "events"},
  callbacks: {at: ["called_at"], open: ["due_at"], kind: "events"},
  visits: {at: ["visited_date"], open: ["planned_date"], kind: "events"},
  work_orders: {at: ["completed_at"], open: ["scheduled_at", "arrived_at"], known: ["recorded_at"], kind: "events"},
  orders: {at: ["ordered_at"], known: ["shipped_date"], kind: "events"},
  returns: {at: ["requested_at"], known: ["completed_at"], kind: "events"},
  care_actions: {at: ["acted_date"], kind: "events"},
  customer_events: {at: ["held_date", "planned_date"], kind: "register"},
  prospects: {at: ["graded_date"], known: ["inquired_at", "answered_at"], kind: "register"},
  churn_interviews: {at: ["interviewed_at"], open: ["left_date"], kind: "events"},
  winback_contacts: {at: ["contacted_at"], kind: "events"},
  contracts: {at: ["start_date"], kind: "register", lasts: true},
  customers: {at: ["joined_date"], known: ["left_date"], kind: "register", lasts: true},
  actions: {at: ["opened_date"], known: ["done_date"], kind: "register"},
};
