-- One row per key account and event of two years: what happened before, in and after the sale; all of them, however many. (Nothing without int_key_accounts.)
with found as (
  select customer_id, purchased_date as event_date, 'order' as kind, purchase_id as record_id, product as about, cast(null as varchar) as state, amount, cast(null as double) as score, false as is_bad
  from int_purchases
  union all
  select customer_id, start_date, 'contract_start', contract_id, product, null, monthly_amount, null, false
  from stg_contracts
  union all
  select customer_id, end_date, 'contract_end', contract_id, product, case when is_renewed then 'renewed' else end_kind end, null, null, coalesce(not is_renewed and end_kind is not null, false)
  from stg_contracts
  union all
  select customer_id, cast(requested_at as date), 'return', return_id, product, outcome, amount, null, false
  from stg_returns
  union all
  -- A complaint about a rival is no complaint about us, as everywhere.
  select
    stg_tickets.customer_id,
    stg_tickets.created_date,
    case when stg_tickets.is_complaint and int_complaints.ticket_id is null then 'other' else coalesce(stg_tickets.ticket_type, 'other') end,
    stg_tickets.ticket_id,
    stg_tickets.category,
    case
      when stg_tickets.status is not null then stg_tickets.status
      when stg_tickets.closed_at is not null then 'closed'
      when stg_tickets.solved_at is not null then 'solved'
      -- Where no ticket has a status, one without an end is open; where others have one, this one's is not known.
      when (select count(status) from stg_tickets) = 0 and (select count(coalesce(closed_at, solved_at)) from stg_tickets) > 0 then 'unfinished'
    end,
    null,
    null,
    int_complaints.ticket_id is not null
  from stg_tickets
  left join int_complaints on int_complaints.ticket_id = stg_tickets.ticket_id
  union all
  select customer_id, called_date, case when is_inbound then 'call' else 'outbound' end, call_id, topic, case when is_answered then 'answered' when not is_answered then 'unanswered' end, null, null, coalesce(is_inbound and not is_answered, false)
  from int_account_calls
  union all
  select customer_id, entered_date, case when is_bot then 'bot_session' else 'session' end, session_id, topic, case when is_bot then null when is_answered then 'answered' else 'unanswered' end, null, null, not is_bot and not is_answered
  from stg_sessions
  union all
  select customer_id, survey_date, question, response_id, channel, null, null, cast(score as double), coalesce(case when question = 'nps' then score <= 6 else is_dissatisfied end, false)
  from int_survey_answers
  where item = 'overall' and question in ('csat', 'nps', 'ces')
  union all
  select coalesce(stg_callbacks.customer_id, stg_tickets.customer_id), stg_callbacks.called_date, 'callback', stg_callbacks.callback_id, stg_tickets.category, stg_callbacks.outcome, null, null, false
  from stg_callbacks
  left join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
  union all
  select customer_id, visited_date, 'visit', visit_id, purpose, null, null, null, false
  from stg_visits
  union all
  select coalesce(stg_work_orders.customer_id, stg_tickets.customer_id), stg_work_orders.completed_date, 'work_order', stg_work_orders.work_order_id, stg_tickets.category, null, stg_work_orders.fee, null, false
  from stg_work_orders
  left join stg_tickets on stg_tickets.ticket_id = stg_work_orders.ticket_id
  union all
  select customer_id, acted_date, 'care', care_id, kind, null, null, null, false
  from stg_care_actions
)

select
  found.*,
  row_number() over (partition by found.customer_id order by found.event_date desc, found.kind, found.record_id) as place
from found
inner join int_key_accounts on int_key_accounts.customer_id = found.customer_id
cross join ref_report
where found.event_date is not null
  and found.event_date < ref_report.month_end
  and found.event_date >= cast(ref_report.month_end as date) - to_months(24)
