-- One row per kind of record, source, file and month: the records that models count; a record without a date has no month.
with counted as (
  select 'tickets' as entity, _source as source, _file as file, cast(date_trunc('month', created_at) as date) as month_start, count(*) as records from stg_tickets group by all
  union all
  select 'ticket_events', _source, _file, cast(date_trunc('month', event_at) as date), count(*) from stg_ticket_events group by all
  union all
  select 'calls', source, file, cast(date_trunc('month', day) as date), cast(sum(calls) as bigint) from int_call_days group by all
  union all
  select 'sessions', _source, _file, cast(date_trunc('month', entered_at) as date), count(*) from stg_sessions group by all
  union all
  select 'surveys', _source, _file, cast(date_trunc('month', coalesce(answered_at, invited_at)) as date), count(*) from stg_surveys group by all
  union all
  select 'callbacks', _source, _file, cast(date_trunc('month', called_at) as date), count(*) from stg_callbacks group by all
  union all
  select 'visits', _source, _file, cast(date_trunc('month', visited_date) as date), count(*) from stg_visits group by all
  union all
  select 'work_orders', _source, _file, cast(date_trunc('month', completed_at) as date), count(*) from stg_work_orders group by all
  union all
  select 'orders', _source, _file, cast(date_trunc('month', ordered_at) as date), count(*) from stg_orders group by all
  union all
  select 'returns', _source, _file, cast(date_trunc('month', requested_at) as date), count(*) from stg_returns group by all
  union all
  select 'care_actions', _source, _file, cast(date_trunc('month', acted_date) as date), count(*) from stg_care_actions group by all
  union all
  select 'customer_events', _source, _file, cast(date_trunc('month', coalesce(held_date, planned_date)) as date), count(*) from stg_customer_events group by all
  union all
  select 'prospects', _source, _file, cast(date_trunc('month', graded_date) as date), count(*) from stg_prospects group by all
  union all
  select 'churn_interviews', _source, _file, cast(date_trunc('month', interviewed_at) as date), count(*) from stg_churn_interviews group by all
  union all
  select 'winback_contacts', _source, _file, cast(date_trunc('month', contacted_at) as date), count(*) from stg_winback_contacts group by all
  union all
  select 'contracts', _source, _file, cast(date_trunc('month', start_date) as date), count(*) from stg_contracts group by all
  union all
  select 'actions', _source, _file, cast(date_trunc('month', opened_date) as date), count(*) from stg_actions group by all
)

select entity, source, file, month_of(month_start) as month, records
from counted
