/**
 * Columns that may be mapped and that nothing in the report reads yet: `check` names those that a mapping fills. The list
 * only shrinks; test/doors.test.ts holds it to what the models read.
 */
export const unshownColumns: readonly string[] = [
  "tickets.first_solved_at",
  "ticket_events.actor",
  "work_orders.recorded_at",
  "churn_interviews.interviewer",
  "winback_contacts.contacted_by",
];
