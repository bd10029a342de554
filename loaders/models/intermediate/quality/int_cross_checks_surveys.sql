-- One row per check and survey response, churn interview or order that fails it.
with doubtful as (
  -- Most responses name nothing that could be wrong: only the others are looked at as a whole.
  select response_id from stg_surveys where ticket_id is not null or call_id is not null or invited_at is not null
  union all
  select stg_surveys.response_id
  from stg_surveys
  anti join stg_customers on stg_customers.customer_id = stg_surveys.customer_id
  where stg_surveys.customer_id is not null and exists (select 1 from stg_customers)
),

responses as (
  select response_id, max(customer_id) as customer_id, max(ticket_id) as ticket_id, max(call_id) as call_id,
    max(invited_at) as invited_at, max(answered_at) as answered_at, min(_file) as _file, min(_row) as _row
  from stg_surveys
  where response_id in (select response_id from doubtful)
  group by response_id
)

select 'survey_without_contact' as check_id, response_id as record_id, responses.customer_id, responses._file as file, responses._row as "row",
  coalesce(responses.ticket_id, responses.call_id) as found
from responses
left join stg_tickets on stg_tickets.ticket_id = responses.ticket_id
left join int_calls_named on int_calls_named.call_id = responses.call_id
where (responses.ticket_id is not null and stg_tickets.ticket_id is null and exists (select 1 from stg_tickets))
  or (responses.call_id is not null and int_calls_named.call_id is null and exists (select 1 from int_call_days))
union all
select 'answered_before_invited', response_id, customer_id, _file, _row, cast(invited_at as varchar) || ' → ' || cast(answered_at as varchar)
from responses where is_before(answered_at, invited_at)
union all
select 'survey_without_customer', response_id, responses.customer_id, responses._file, responses._row, responses.customer_id
from responses
left join stg_customers on stg_customers.customer_id = responses.customer_id
where responses.customer_id is not null and stg_customers.customer_id is null and exists (select 1 from stg_customers)
union all
select 'interview_of_active', interview_id, stg_churn_interviews.customer_id, stg_churn_interviews._file, stg_churn_interviews._row,
  cast(interviewed_at as varchar)
from stg_churn_interviews
inner join stg_customers on stg_customers.customer_id = stg_churn_interviews.customer_id
where stg_customers.is_churned = false and stg_customers.left_date is null
union all
select 'order_without_customer', order_line_id, stg_orders.customer_id, stg_orders._file, stg_orders._row, stg_orders.customer_id
from stg_orders
left join stg_customers on stg_customers.customer_id = stg_orders.customer_id
where stg_orders.customer_id is not null and stg_customers.customer_id is null and exists (select 1 from stg_customers)
union all
select 'order_negative', order_line_id, customer_id, _file, _row, cast(amount as varchar)
from stg_orders where amount < 0
union all
select 'order_before_joining', order_line_id, stg_orders.customer_id, stg_orders._file, stg_orders._row,
  cast(cast(ordered_at as date) as varchar) || ' < ' || cast(joined_date as varchar)
from stg_orders
inner join stg_customers on stg_customers.customer_id = stg_orders.customer_id
where cast(ordered_at as date) < joined_date
union all
select 'orphan_return', return_id, stg_returns.customer_id, stg_returns._file, stg_returns._row, stg_returns.order_id
from stg_returns
left join (select distinct order_id from stg_orders) as known_orders on known_orders.order_id = stg_returns.order_id
where stg_returns.order_id is not null and known_orders.order_id is null and exists (select 1 from stg_orders)
union all
select 'return_before_order', return_id, stg_returns.customer_id, stg_returns._file, stg_returns._row,
  cast(cast(requested_at as date) as varchar) || ' < ' || cast(first_ordered as varchar)
from stg_returns
inner join (select order_id, cast(min(ordered_at) as date) as first_ordered from stg_orders group by order_id) as ordered
  on ordered.order_id = stg_returns.order_id
where cast(requested_at as date) < first_ordered
