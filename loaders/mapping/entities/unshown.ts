/**
 * Columns that may be mapped and that nothing in the report reads yet: `check` names those that a mapping fills. The list
 * only shrinks; test/doors.test.ts holds it to what the models read.
 */
export const unshownColumns: readonly string[] = [
  "customers.card_updated_date",
  "contracts.is_renewed",
  "tickets.first_solved_at",
  "tickets.is_entitled",
  "ticket_events.actor",
  "visits.planned_date",
  "visits.purpose",
  "work_orders.recorded_at",
  "care_actions.campaign",
  "care_actions.is_attended",
  "care_actions.budget",
  "churn_interviews.interviewer",
  "winback_contacts.contacted_by",
];
