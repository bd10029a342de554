import {
  boolean,
  type Column,
  date,
  decimal,
  type Entity,
  id,
  integer,
  keyOf,
  list,
  oneOf,
  personal,
  text,
  timestamp,
  yesNo,
} from "./columns.js";
import {serviceEntities} from "./service.js";

export type {Column, ColumnType, Entity, PersonalKind} from "./columns.js";

/**
 * The canonical records: what a mapping may map to. One entry per entity, one line per column.
 * Base views (generated from mappings) parse to these types; everything after reads only these names.
 *
 * `key` names the columns that make a record one record; a row without them is rejected.
 */
export const entities = {
  customers: {
    key: ["customer_id"],
    columns: {
      customer_id: id,
      updated_at: timestamp, // of two rows of one record the later counts
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
      is_churned: yesNo(
        ["churned", "lost", "left", "流失", "已流失", "离网", "已离网", "退订"],
        ["retained", "stayed", "active", "未流失", "在网", "留存", "正常"],
      ), // where the source says so itself
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
      updated_at: timestamp,
      customer_id: id,
      product: text,
      contract_type: text,
      start_date: date,
      end_date: date,
      is_renewed: yesNo(["renewed", "续约", "已续约", "续签", "已续签"], ["not renewed", "未续约", "未续签", "不续约"]),
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
      updated_at: timestamp,
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
      updated_at: timestamp,
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
  ...serviceEntities,
  care_actions: {
    key: ["care_id"],
    columns: {
      care_id: id,
      updated_at: timestamp,
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
      updated_at: timestamp,
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
      updated_at: timestamp,
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
      updated_at: timestamp,
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
      is_decision: boolean, // waits for somebody to decide, not to do
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
