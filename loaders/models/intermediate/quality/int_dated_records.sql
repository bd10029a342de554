-- One row per kind of record, date column and day: how many records fall on it.
select 'tickets' as entity, 'created_at' as date_column, created_date as day, count(*) as records from stg_tickets group by all
union all
select 'calls', 'called_at', day, cast(sum(calls) as bigint) from int_call_days group by all
union all
select 'sessions', 'entered_at', entered_date, count(*) from stg_sessions group by all
union all
select 'surveys', 'answered_at', cast(answered_at as date), count(*) from stg_surveys group by all
union all
select 'callbacks', 'called_at', called_date, count(*) from stg_callbacks group by all
union all
select 'orders', 'ordered_at', cast(ordered_at as date), count(*) from stg_orders group by all
union all
select 'returns', 'requested_at', cast(requested_at as date), count(*) from stg_returns group by all
union all
select 'visits', 'visited_date', visited_date, count(*) from stg_visits group by all
union all
select 'work_orders', 'completed_at', completed_date, count(*) from stg_work_orders group by all
union all
select 'care_actions', 'acted_date', acted_date, count(*) from stg_care_actions group by all
union all
select 'customer_events', 'held_date', held_date, count(*) from stg_customer_events group by all
union all
select 'prospects', 'graded_date', graded_date, count(*) from stg_prospects group by all
union all
select 'churn_interviews', 'interviewed_at', cast(interviewed_at as date), count(*) from stg_churn_interviews group by all
