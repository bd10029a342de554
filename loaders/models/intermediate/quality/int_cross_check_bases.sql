-- One row per check: the records it could be made on.
with counts as (
  select 'ticket_without_customer' as check_id, count(customer_id) as base from stg_tickets
  union all select 'closed_before_opened', count(*) filter (where closed_at is not null and created_at is not null) from stg_tickets
  union all select 'replied_before_opened', count(*) filter (where first_replied_at is not null and created_at is not null) from stg_tickets
  union all select 'solved_before_opened', count(*) filter (where solved_at is not null and created_at is not null) from stg_tickets
  union all select 'ticket_twice', count(customer_id) filter (where created_at <> date_trunc('day', created_at)) from stg_tickets
  union all select 'event_without_ticket', count(*) from stg_ticket_events
  union all
  select 'event_before_opened', count(*)
  from stg_ticket_events inner join stg_tickets on stg_tickets.ticket_id = stg_ticket_events.ticket_id
  where event_at is not null and created_at is not null
  union all
  select 'callback_before_closing', count(*)
  from stg_callbacks inner join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
  where called_at is not null and closed_at is not null
  union all select 'callback_without_ticket', count(ticket_id) from stg_callbacks
  union all
  select 'callback_against_wish', count(*)
  from stg_callbacks inner join stg_customers on stg_customers.customer_id = stg_callbacks.customer_id
  where called_at is not null and contact_preference is not null
  union all select 'call_without_ticket', sum(with_ticket) from int_call_days
  union all select 'session_without_ticket', count(ticket_id) from stg_sessions
  union all select 'session_out_of_order', count(*) filter (where first_replied_at is not null or ended_at is not null) from stg_sessions
  union all select 'work_order_without_ticket', count(ticket_id) from stg_work_orders
  union all select 'done_before_arrival', count(*) filter (where arrived_at is not null and completed_at is not null) from stg_work_orders
  union all
  select 'survey_without_contact', count(distinct case when ticket_id is not null or call_id is not null then response_id end) from stg_surveys
  union all
  select 'answered_before_invited', count(distinct case when invited_at is not null and answered_at is not null then response_id end) from stg_surveys
  union all select 'survey_without_customer', count(distinct case when customer_id is not null then response_id end) from stg_surveys
  union all select 'interview_of_active', count(customer_id) from stg_churn_interviews
  union all select 'interview_without_loss', count(customer_id) from stg_churn_interviews
  union all select 'reason_unknown', count(distinct interview_id) from int_churn_reasons
  union all select 'order_without_customer', count(customer_id) from stg_orders
  union all
  select 'order_before_joining', count(*)
  from stg_orders inner join stg_customers on stg_customers.customer_id = stg_orders.customer_id
  where ordered_at is not null and joined_date is not null
  union all select 'order_negative', count(amount) from stg_orders
  union all select 'orphan_return', count(order_id) from stg_returns
  union all select 'return_before_order', count(order_id) filter (where requested_at is not null) from stg_returns
  union all select 'duplicate_phone', count(phone_key) from stg_customers
  union all select 'duplicate_name', count(name_key) from stg_customers
  union all select 'impossible_age', count(age) from stg_customers
  union all select 'left_before_joined', count(*) filter (where joined_date is not null and left_date is not null) from stg_customers
  union all select 'overlapping_contracts', count(*) filter (where customer_id is not null and start_date is not null) from stg_contracts
  union all select 'contract_ends_before_start', count(*) filter (where start_date is not null and end_date is not null) from stg_contracts
  union all select 'contract_without_customer', count(customer_id) from stg_contracts
  union all select 'ruined_id', sum(rows_kept) from ref_imports
  union all select 'future_date', sum(records) from int_dated_records where day is not null
  union all select 'zero_date', sum(records) from int_dated_records where day is not null
  union all select 'day_month_swapped', sum(records) from int_dated_records where day is not null
),

-- A check across two tables needs both.
needs as (
  select 'stg_customers' as other, count(*) as records from stg_customers
  union all select 'stg_tickets', count(*) from stg_tickets
  union all select 'stg_orders', count(*) from stg_orders
  union all select 'int_churn_ends', count(*) from int_churn_ends
  union all select 'ref_churn_reasons', count(*) from ref_churn_reasons
)

select
  counts.check_id,
  case when needs.records = 0 then 0 else cast(coalesce(counts.base, 0) as bigint) end as base
from counts
left join needs on needs.other = case
  when counts.check_id like '%_without_customer' or counts.check_id = 'interview_of_active' then 'stg_customers'
  when counts.check_id in ('callback_without_ticket', 'call_without_ticket', 'work_order_without_ticket') then 'stg_tickets'
  when counts.check_id in ('orphan_return', 'return_before_order') then 'stg_orders'
  when counts.check_id = 'interview_without_loss' then 'int_churn_ends'
  when counts.check_id = 'reason_unknown' then 'ref_churn_reasons'
end
