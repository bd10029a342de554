import type {EntityName} from "../../mapping/entities/entities.js";
import type {ProposedColumn} from "./shape.js";

/** How much a column, once found, speaks for its entity; others weigh 0.4. */
const weights: Readonly<Partial<Record<EntityName, Readonly<Record<string, number>>>>> = {
  customers: {
    customer_id: 1.5,
    tenure_months: 3,
    is_churned: 3,
    left_date: 2,
    joined_date: 1.5,
    tier: 1,
    age: 1,
    sex: 1,
    segment: 1,
    customer_type: 1,
    lifetime_value: 2,
    acquisition_channel: 1.5,
    customer_name: 0.6,
    phone: 0.6,
    email: 0.6,
    industry: 1,
    owner: 0.6,
  },
  contracts: {contract_id: 3, start_date: 1, end_date: 2, monthly_amount: 0.6, contract_type: 0.6, is_renewed: 2.5},
  orders: {
    order_line_id: 1,
    order_id: 2.5,
    ordered_at: 1,
    shipped_date: 2,
    quantity: 2.5,
    amount: 1.5,
    margin: 2,
    is_promotion: 1.5,
    product: 0.7,
    category: 0.6,
  },
  returns: {return_id: 4, order_id: 2, requested_at: 0.5, reason: 1, outcome: 1},
  tickets: {
    ticket_id: 2,
    ticket_type: 2,
    category: 1,
    subcategory: 1.5,
    causes: 1,
    priority: 2.5,
    status: 1.8,
    created_at: 0.7,
    first_replied_at: 2.5,
    promised_at: 2,
    first_solved_at: 2,
    solved_at: 2,
    closed_at: 2,
    reopened_count: 3,
    reassigned_count: 3,
    is_sla_met: 2.5,
    is_solved: 1,
    is_disputed: 2,
    responsible_department: 1.5,
    handler: 0.8,
    team: 0.8,
    title: 1.2,
    verbatim: 0.7,
    channel: 0.7,
  },
  ticket_events: {ticket_id: 1, event_at: 1, event: 2, actor: 0.5},
  calls: {
    call_id: 3,
    called_at: 0.8,
    direction: 2,
    queue: 0.8,
    agent: 0.6,
    topic: 0.4,
    is_answered: 2.5,
    wait_seconds: 2.5,
    talk_seconds: 2.5,
    is_resolved: 0.8,
    is_offered: 2,
  },
  sessions: {
    session_id: 4,
    entered_at: 0.8,
    is_bot: 2,
    first_replied_at: 2.5,
    first_reply_seconds: 2.5,
    average_reply_seconds: 2.5,
    end_reason: 1,
    rounds: 2,
    agent_messages: 2,
    customer_messages: 2,
  },
  surveys: {
    response_id: 1,
    score: 2.5,
    invited_at: 1.5,
    answered_at: 0.8,
    duration_seconds: 1.5,
    collected_by: 1.5,
    mode: 1,
    weight: 2,
    wave: 1,
    item: 2,
    brand: 0.5,
    verbatim: 0.7,
  },
  callbacks: {callback_id: 4, called_at: 1, caller: 2, outcome: 1, is_confirmed_solved: 2.5},
  visits: {visit_id: 4, visited_date: 2, planned_date: 1, visitor: 2, purpose: 1.5},
  work_orders: {
    work_order_id: 3,
    technician: 2.5,
    scheduled_at: 2,
    arrived_at: 2.5,
    completed_at: 1,
    is_parts_missing: 2,
  },
  churn_interviews: {interview_id: 4, reasons: 1, destination_brand: 2, can_win_back: 2, interviewed_at: 2},
  winback_contacts: {winback_id: 4, contacted_at: 1, offer: 1, outcome: 1, returned_date: 2},
  care_actions: {care_id: 4, campaign: 1.5, is_attended: 2, budget: 1.5},
  customer_events: {event_id: 4, has_plan: 2, guests_planned: 2, testimonials: 2, incidents: 1},
  prospects: {prospect_id: 4, graded_date: 2, grade: 1.5},
  actions: {action_id: 3, due_date: 1, done_date: 1, department: 1},
  control_totals: {month: 2, measure: 2, value: 1},
  events: {event_date: 2, label_zh: 1},
};

/** An entity that is told by its key or by nothing. */
const keyed: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  returns: ["return_id", "order_id"],
  callbacks: ["callback_id", "is_confirmed_solved"],
  sessions: ["session_id", "first_replied_at", "average_reply_seconds"],
  visits: ["visit_id"],
  work_orders: ["work_order_id", "technician"],
  churn_interviews: ["interview_id"],
  winback_contacts: ["winback_id"],
  care_actions: ["care_id"],
  customer_events: ["event_id"],
  prospects: ["prospect_id"],
  actions: ["action_id"],
  contracts: ["contract_id"],
  control_totals: ["measure"],
  events: ["event_date"],
  ticket_events: ["event"],
};

/** Records that no one counts without a number or a time of their own: totals a day are no records. */
const anyOf: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  calls: ["call_id", "called_at"],
  orders: ["order_line_id", "order_id", "ordered_at"],
  customers: ["customer_id", "is_churned", "tenure_months", "left_date"],
};

const fileWords: Readonly<Partial<Record<EntityName, RegExp>>> = {
  customers: /customer|client|member|churn|crm|客户|会员|用户|流失/i,
  tickets: /ticket|case|incident|complain|help ?desk|service.?request|311|issue|工单|投诉|诉求|受理/i,
  calls: /call.?cent|calls?\b|话单|通话|呼叫|话务/i,
  sessions: /chat|session|conversation|会话|在线客服|在线对话/i,
  surveys: /survey|review|feedback|csat|nps|问卷|满意度|评价|调查/i,
  orders: /order|sales|retail|transaction|invoice|订单|销售|交易/i,
  contracts: /contract|polic|subscription|合同|保单/i,
  returns: /return|refund|退货|退款/i,
  callbacks: /callback|回访/i,
  visits: /visit|拜访|走访/i,
  work_orders: /work.?order|dispatch|派工|维修/i,
};

/**
 * How strongly a table speaks for an entity: the weights of the columns found, each by its confidence.
 * @param name file and sheet, which often say what the records are
 */
export function evidence(
  entity: EntityName,
  {columns, rows, name}: {columns: readonly ProposedColumn[]; rows: number; name: string},
): number {
  const sure = columns.filter(({confidence, profile}) => confidence >= 0.6 && profile.filled > 0);
  const needed = keyed[entity];
  if (needed && !sure.some(({column}) => needed.includes(column))) return 0;
  // an order's number makes returns only in a list that calls itself one
  if (entity === "returns" && !sure.some(({column}) => column === "return_id") && !isNamed(entity, name)) return 0;
  const any = anyOf[entity];
  if (any && !sure.some(({column}) => any.includes(column))) return 0;
  const sum = sure.reduce((total, {column, confidence}) => total + confidence * (weights[entity]?.[column] ?? 0.4), 0);
  if (sum === 0) return 0;
  const named = isNamed(entity, name) ? 1.2 : 0;
  return sum + named + keyBonus(entity, {columns: sure, rows});
}

const isNamed = (entity: EntityName, name: string): boolean =>
  fileWords[entity]?.test(name.replaceAll("_", " ")) ?? false;

/** A card index has one row per customer; a list of their tickets has not. */
function keyBonus(entity: EntityName, {columns, rows}: {columns: readonly ProposedColumn[]; rows: number}): number {
  if (entity !== "customers") return 0;
  const id = columns.find(({column}) => column === "customer_id");
  if (!id) return 0;
  return id.profile.distinct >= 0.98 * rows ? 1 : -2;
}
