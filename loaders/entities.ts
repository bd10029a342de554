/**
 * The canonical records: what a mapping may map to. One entry per entity, one line per column.
 * Base views (generated from mappings) parse to these types; everything after reads only these names.
 *
 * `key` names the columns that make a record one record; a row without them is rejected.
 */
export type ColumnType = "id" | "text" | "integer" | "decimal" | "weight" | "date" | "timestamp" | "boolean" | "list";

/** Columns that hold personal data, by the rule that hides them at the door. */
export type PersonalKind = "name" | "phone" | "email" | "id_card" | "bank_card" | "plate" | "address" | "verbatim";

export interface Column {
  readonly type: ColumnType;
  /** Allowed values; a value outside them is rejected as unknown. */
  readonly values?: readonly string[];
  readonly personal?: PersonalKind;
  /** Filled at the door from this personal column: a keyed hash, by which equal values are found. Never published. */
  readonly keyOf?: string;
}

export interface Entity {
  readonly key: readonly string[];
  /** Part of the key that may be empty, e.g. the brand rated: none = ours. */
  readonly optionalKey?: readonly string[];
  /** Columns without which a record cannot be counted: an unreadable cell here rejects the row, elsewhere only the cell. */
  readonly required?: readonly string[];
  readonly columns: Readonly<Record<string, Column>>;
}

const id: Column = {type: "id"};
const text: Column = {type: "text"};
const integer: Column = {type: "integer"};
const decimal: Column = {type: "decimal"};
const weight: Column = {type: "weight"}; // ten decimals
const date: Column = {type: "date"};
const timestamp: Column = {type: "timestamp"};
const boolean: Column = {type: "boolean"};
const list: Column = {type: "list"};
const oneOf = (...values: string[]): Column => ({type: "text", values});
const personal = (kind: PersonalKind): Column => ({type: "text", personal: kind});
const keyOf = (column: string): Column => ({type: "text", keyOf: column});

export const entities = {
  customers: {
    key: ["customer_id"],
    columns: {
      customer_id: id,
      customer_name: personal("name"),
      phone: personal("phone"),
      email: personal("email"),
      id_card: personal("id_card"),
      bank_card: personal("bank_card"),
      plate: personal("plate"),
      address: personal("address"),
      name_key: keyOf("customer_name"),
      phone_key: keyOf("phone"),
      email_key: keyOf("email"),
      id_card_key: keyOf("id_card"),
      customer_type: text, // firm, consumer
      segment: text,
      region: text,
      city: text,
      acquisition_channel: text,
      sex: text,
      age: integer,
      role: text, // operator, manager, decision-maker
      industry: text,
      brand: text, // whose customer, where a file holds several companies' customers
      tier: text, // as stored by the source system; ours is computed from rules/tiers.yaml
      status: text,
      grade: text, // prospects: A … F
      joined_date: date,
      left_date: date,
      tenure_months: integer, // where the source has no dates
      is_churned: boolean, // where the source says so itself
      owner: text,
      contact_preference: oneOf("any", "email_only", "no_call", "none"),
      referred_by: id, // customer_id of the referrer
      potential_amount: decimal,
      lifetime_value: decimal,
      card_updated_date: date,
      tags: list,
    },
  },
  contracts: {
    key: ["contract_id"],
    required: ["start_date", "end_date"],
    columns: {
      contract_id: id,
      customer_id: id,
      product: text,
      contract_type: text,
      start_date: date,
      end_date: date,
      is_renewed: boolean,
      end_kind: oneOf("voluntary", "involuntary", "eliminated", "moved"),
      monthly_amount: decimal,
      total_amount: decimal,
      salesperson: text,
    },
  },
  orders: {
    key: ["order_line_id"],
    required: ["ordered_at", "amount"],
    columns: {
      order_line_id: id,
      order_id: id,
      customer_id: id,
      ordered_at: timestamp,
      shipped_date: date,
      product: text,
      category: text,
      region: text,
      city: text,
      channel: text,
      quantity: decimal,
      amount: decimal,
      margin: decimal,
      is_promotion: boolean,
      recorded_by: text,
    },
  },
  returns: {
    key: ["return_id"],
    required: ["requested_at"],
    columns: {
      return_id: id,
      order_id: id,
      customer_id: id,
      requested_at: timestamp,
      completed_at: timestamp,
      product: text,
      reason: text,
      outcome: oneOf("accepted", "refused", "exchanged", "open"),
      amount: decimal,
      recorded_by: text,
    },
  },
  tickets: {
    key: ["ticket_id"],
    required: ["created_at"],
    columns: {
      ticket_id: id,
      customer_id: id,
      contact_id: id, // the call or message that opened it
      ticket_type: oneOf("complaint", "inquiry", "repair", "request", "incident", "other"),
      category: text,
      subcategory: text,
      causes: list, // multi-coded causes
      product: text,
      brand: text,
      channel: text,
      region: text,
      city: text,
      priority: text,
      status: oneOf("open", "in_progress", "pending", "solved", "closed"),
      created_at: timestamp,
      first_replied_at: timestamp,
      promised_at: timestamp,
      first_solved_at: timestamp,
      solved_at: timestamp, // last solved
      closed_at: timestamp,
      reopened_count: integer,
      reassigned_count: integer,
      is_sla_met: boolean,
      is_solved: boolean, // claimed by the handler
      is_disputed: boolean,
      responsible_department: text,
      responsible_party: oneOf("department", "customer", "third_party", "unassigned"),
      handler: text,
      team: text,
      fee: decimal, // paid extra
      is_entitled: boolean,
      title: personal("verbatim"),
      verbatim: personal("verbatim"),
    },
  },
  ticket_events: {
    key: ["ticket_id", "event_at", "event"],
    columns: {ticket_id: id, event_at: timestamp, event: text, actor: text, value: text},
  },
  calls: {
    key: ["call_id"],
    required: ["called_at"],
    columns: {
      call_id: id,
      customer_id: id,
      ticket_id: id,
      called_at: timestamp,
      direction: oneOf("inbound", "outbound"),
      queue: text,
      agent: text,
      topic: text,
      region: text,
      is_offered: boolean, // reached the queue; IVR hang-ups did not
      is_answered: boolean,
      is_resolved: boolean,
      wait_seconds: decimal,
      talk_seconds: decimal,
      verbatim: personal("verbatim"),
    },
  },
  surveys: {
    key: ["response_id", "item", "brand"],
    optionalKey: ["brand"],
    required: ["invited_at", "answered_at"],
    columns: {
      response_id: id, // one per invitation
      customer_id: id,
      ticket_id: id,
      call_id: id,
      item: text, // overall, or an attribute: price, speed …
      question: oneOf("csat", "nps", "ces", "rating"),
      score: decimal,
      scale_min: decimal,
      scale_max: decimal,
      brand: text, // the brand rated; empty = ours
      brand_price: decimal,
      wave: text,
      mode: text, // phone, web, wechat, mail
      channel: text, // the contact channel asked about
      region: text,
      segment: text,
      product: text,
      agent: text,
      collected_by: text,
      invited_at: timestamp,
      delivered_at: timestamp,
      served_at: timestamp, // when the service asked about took place
      answered_at: timestamp,
      duration_seconds: decimal,
      questionnaire_version: text,
      is_pilot: boolean,
      weight,
      category_spend: decimal, // stated spend on the category, all suppliers
      verbatim: personal("verbatim"),
    },
  },
  callbacks: {
    key: ["callback_id"],
    required: ["called_at"],
    columns: {
      callback_id: id,
      ticket_id: id,
      customer_id: id,
      due_at: timestamp,
      called_at: timestamp,
      caller: text,
      outcome: oneOf("reached", "no_answer", "refused"),
      is_confirmed_solved: boolean,
      score: decimal,
      verbatim: personal("verbatim"),
    },
  },
  visits: {
    key: ["visit_id"],
    columns: {
      visit_id: id,
      customer_id: id,
      planned_date: date,
      visited_date: date,
      visitor: text,
      purpose: text,
      minutes: decimal,
      cost: decimal,
      verbatim: personal("verbatim"),
    },
  },
  work_orders: {
    key: ["work_order_id"],
    required: ["completed_at", "fee"],
    columns: {
      work_order_id: id,
      ticket_id: id,
      customer_id: id,
      asset_id: id,
      region: text,
      scheduled_at: timestamp,
      arrived_at: timestamp,
      completed_at: timestamp,
      technician: text,
      is_signed: boolean,
      has_feedback_card: boolean,
      is_parts_missing: boolean,
      fee: decimal,
      recorded_by: text,
      recorded_at: timestamp,
    },
  },
  care_actions: {
    key: ["care_id"],
    columns: {
      care_id: id,
      customer_id: id,
      kind: text, // greeting, gift, event
      campaign: text,
      acted_date: date,
      is_attended: boolean,
      cost: decimal,
      budget: decimal,
      recorded_by: text,
    },
  },
  churn_interviews: {
    key: ["interview_id"],
    columns: {
      interview_id: id,
      customer_id: id,
      left_date: date,
      interviewed_at: timestamp,
      interviewer: text,
      reasons: list, // multi-coded: codes of reference/churn_reasons.csv
      reason_category: text,
      destination_brand: text,
      rival_advantage_score: decimal, // how much better, 0 … 10
      can_win_back: boolean,
      verbatim: personal("verbatim"),
    },
  },
  winback_contacts: {
    key: ["winback_id"],
    columns: {
      winback_id: id,
      customer_id: id,
      contacted_at: timestamp,
      contacted_by: text,
      role: text,
      offer: text,
      outcome: oneOf("returned", "declined", "thinking", "no_answer"),
      returned_date: date,
    },
  },
  actions: {
    key: ["action_id"],
    columns: {
      action_id: id,
      cause: text,
      department: text,
      owner: text,
      opened_date: date,
      due_date: date,
      done_date: date,
      metric: text,
      category: text,
      region: text,
      note: text,
    },
  },
  control_totals: {
    key: ["month", "source", "measure"],
    required: ["value"],
    columns: {month: text, source: text, measure: text, value: decimal, recorded_by: text},
  },
  events: {
    key: ["event_date", "label_zh"],
    columns: {event_date: date, label_zh: text, label_en: text, metric: text, is_break: boolean},
  },
} as const satisfies Record<string, Entity>;

export type EntityName = keyof typeof entities;
export const entityNames = Object.keys(entities) as EntityName[];

/** The columns of one entity, widened to the general type. */
export const columnsOf = (entity: EntityName): Readonly<Record<string, Column>> => entities[entity].columns;
