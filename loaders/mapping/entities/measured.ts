import type {EntityName} from "./entities.js";

/** Records that control totals count: their id, the date that says which month, and what is summed. */
export const measured: Readonly<
  Partial<Record<EntityName, {readonly id: string; readonly at: string; readonly amounts: readonly string[]}>>
> = {
  orders: {id: "order_line_id", at: "ordered_at", amounts: ["amount", "margin", "quantity"]},
  returns: {id: "return_id", at: "requested_at", amounts: ["amount"]},
  work_orders: {id: "work_order_id", at: "completed_at", amounts: ["fee"]},
  care_actions: {id: "care_id", at: "acted_date", amounts: ["cost"]},
  customer_events: {id: "event_id", at: "held_date", amounts: ["cost"]},
  prospects: {id: "prospect_id", at: "graded_date", amounts: []},
  tickets: {id: "ticket_id", at: "created_at", amounts: ["fee"]},
  calls: {id: "call_id", at: "called_at", amounts: []},
  sessions: {id: "session_id", at: "entered_at", amounts: []},
  callbacks: {id: "callback_id", at: "called_at", amounts: []},
  visits: {id: "visit_id", at: "visited_date", amounts: ["cost"]},
  contracts: {id: "contract_id", at: "start_date", amounts: ["total_amount"]},
};
