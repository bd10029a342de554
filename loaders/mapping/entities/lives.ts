import type {EntityName} from "./entities.js";

/** What becomes of a record as time goes by. */
interface Life {
  /** A record is there since the first of these moments that it has. */
  readonly since: readonly string[];
  /** What is not known before it happens: the moment, and what is said with it. */
  readonly later?: Readonly<Record<string, readonly string[]>>;
  /** A moment that may be planned: it stays, what is said of it does not. */
  readonly outcome?: Readonly<Record<string, readonly string[]>>;
}

/**
 * When records come to be and what is learnt of them later, so that a month of the past can be told by what was known
 * then. What has no moment of its own (a tier, a card, a category) stands as the export has it.
 */
export const lives: Readonly<Partial<Record<EntityName, Life>>> = {
  customers: {
    since: ["joined_date"],
    later: {left_date: ["status"]},
  },
  contracts: {since: ["start_date"], outcome: {end_date: ["is_renewed", "end_kind"]}},
  orders: {since: ["ordered_at"], later: {shipped_date: []}},
  returns: {since: ["requested_at"], later: {completed_at: ["outcome"]}},
  tickets: {
    since: ["created_at"],
    later: {
      first_replied_at: ["is_sla_met"],
      first_solved_at: ["reopened_count"],
      solved_at: ["is_solved", "status"],
      closed_at: ["status"],
    },
  },
  ticket_events: {since: ["event_at"]},
  calls: {since: ["called_at"]},
  sessions: {
    since: ["entered_at"],
    later: {
      first_replied_at: ["first_reply_seconds"],
      ended_at: ["end_reason", "average_reply_seconds", "is_resolved", "is_rated"],
    },
  },
  surveys: {
    since: ["invited_at", "answered_at"],
    later: {delivered_at: [], answered_at: ["score", "duration_seconds", "verbatim"]},
  },
  callbacks: {
    since: ["due_at", "called_at"],
    later: {called_at: ["caller", "outcome", "is_confirmed_solved", "score", "verbatim"]},
  },
  visits: {since: ["planned_date", "visited_date"], later: {visited_date: ["minutes", "cost", "verbatim"]}},
  work_orders: {
    since: ["scheduled_at", "arrived_at", "completed_at"],
    later: {
      arrived_at: [],
      completed_at: ["is_signed", "has_feedback_card", "is_parts_missing", "fee", "recorded_by", "recorded_at"],
    },
  },
  care_actions: {since: ["acted_date"]},
  customer_events: {since: ["planned_date", "held_date"], later: {held_date: ["cost", "incidents", "testimonials"]}},
  prospects: {since: ["graded_date"], later: {answered_at: []}},
  churn_interviews: {since: ["interviewed_at"]},
  winback_contacts: {since: ["contacted_at"], later: {returned_date: ["outcome"]}},
  actions: {since: ["opened_date"], later: {done_date: []}},
  events: {since: ["event_date"]},
};
