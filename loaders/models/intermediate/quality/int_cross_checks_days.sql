-- One row per record on a day that cannot be right.
with days as (
  select entity, day, check_id from int_strange_days
)

select check_id, ticket_id as record_id, customer_id, _file as file, _row as "row", cast(created_date as varchar) as found
from stg_tickets inner join days on days.entity = 'tickets' and days.day = created_date
union all
select * from int_cross_checks_calls
union all
select check_id, session_id, customer_id, _file, _row, cast(entered_date as varchar)
from stg_sessions inner join days on days.entity = 'sessions' and days.day = entered_date
union all
select check_id, min(response_id), min(customer_id), _file, _row, min(cast(cast(answered_at as date) as varchar))
from stg_surveys inner join days on days.entity = 'surveys' and days.day = cast(answered_at as date) group by check_id, _file, _row
union all
select check_id, callback_id, customer_id, _file, _row, cast(called_date as varchar)
from stg_callbacks inner join days on days.entity = 'callbacks' and days.day = called_date
union all
select check_id, order_line_id, customer_id, _file, _row, cast(cast(ordered_at as date) as varchar)
from stg_orders inner join days on days.entity = 'orders' and days.day = cast(ordered_at as date)
union all
select check_id, return_id, customer_id, _file, _row, cast(cast(requested_at as date) as varchar)
from stg_returns inner join days on days.entity = 'returns' and days.day = cast(requested_at as date)
union all
select check_id, visit_id, customer_id, _file, _row, cast(visited_date as varchar)
from stg_visits inner join days on days.entity = 'visits' and days.day = visited_date
union all
select check_id, work_order_id, customer_id, _file, _row, cast(completed_date as varchar)
from stg_work_orders inner join days on days.entity = 'work_orders' and days.day = completed_date
union all
select check_id, care_id, customer_id, _file, _row, cast(acted_date as varchar)
from stg_care_actions inner join days on days.entity = 'care_actions' and days.day = acted_date
union all
select check_id, event_id, cast(null as varchar), _file, _row, cast(held_date as varchar)
from stg_customer_events inner join days on days.entity = 'customer_events' and days.day = held_date
union all
select check_id, prospect_id, customer_id, _file, _row, cast(graded_date as varchar)
from stg_prospects inner join days on days.entity = 'prospects' and days.day = graded_date
union all
select check_id, interview_id, customer_id, _file, _row, cast(cast(interviewed_at as date) as varchar)
from stg_churn_interviews inner join days on days.entity = 'churn_interviews' and days.day = cast(interviewed_at as date)
