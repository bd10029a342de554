-- One row per key account and place: what happened with it before, in and after the sale in two years, the latest 200.
with found as (
  select customer_id, cast(ordered_at as date) as event_date, 'order' as kind, coalesce(order_id, order_line_id) as record_id, min(product) as about, cast(null as varchar) as state, sum(amount) as amount, cast(null as double) as score
  from stg_orders
  group by customer_id, cast(ordered_at as date), coalesce(order_id, order_line_id)
  union all
  select customer_id, start_date, 'contract_start', contract_id, product, null, monthly_amount, null
  from stg_contracts
  union all
  select customer_id, end_date, 'contract_end', contract_id, product, case when is_renewed then 'renewed' else end_kind end, null, null
  from stg_contracts
  union all
  select customer_id, cast(requested_at as date), 'return', return_id, product, outcome, amount, null
  from stg_returns
  union all
  select customer_id, created_date, coalesce(ticket_type, 'other'), ticket_id, category, status, null, null
  from stg_tickets
  union all
  select customer_id, called_date, case when is_inbound then 'call' else 'outbound' end, call_id, topic, case when is_answered then 'answered' when not is_answered then 'unanswered' end, null, null
  from stg_calls
  union all
  select customer_id, survey_date, question, response_id, channel, null, null, cast(score as double)
  from int_survey_answers
  where item = 'overall' and question in ('csat', 'nps', 'ces')
  union all
  select coalesce(stg_callbacks.customer_id, stg_tickets.customer_id), stg_callbacks.called_date, 'callback', stg_callbacks.callback_id, stg_tickets.category, stg_callbacks.outcome, null, null
  from stg_callbacks
  left join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
  union all
  select customer_id, visited_date, 'visit', visit_id, purpose, null, null, null
  from stg_visits
  union all
  select coalesce(stg_work_orders.customer_id, stg_tickets.customer_id), stg_work_orders.completed_date, 'work_order', stg_work_orders.work_order_id, stg_tickets.category, null, stg_work_orders.fee, null
  from stg_work_orders
  left join stg_tickets on stg_tickets.ticket_id = stg_work_orders.ticket_id
  union all
  select customer_id, acted_date, 'care', care_id, kind, null, null, null
  from stg_care_actions
),

placed as (
  select
    found.*,
    row_number() over (partition by found.customer_id order by found.event_date desc, found.kind, found.record_id) as place
  from found
  inner join int_key_accounts on int_key_accounts.customer_id = found.customer_id
  cross join ref_report
  where found.event_date is not null
    and found.event_date < ref_report.month_end
    and found.event_date >= cast(ref_report.month_end as date) - to_months(24)
)

select
  customer_id,
  cast(place as integer) as place,
  cast(cast(event_date as date) as varchar) as event_date,
  kind,
  coalesce(record_id, '') as record_id,
  coalesce(about, '') as about,
  coalesce(state, '') as state,
  cast(amount as double) as amount,
  score
from placed
where place <= 200
