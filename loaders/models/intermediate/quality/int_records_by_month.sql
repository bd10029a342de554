-- One row per kind of record, source, file and month: the records that models count; a record without a date has no month.
select 'tickets' as entity, _source as source, _file as file, month_of(cast(created_at as date)) as month, count(*) as records from stg_tickets group by all
union all
select 'ticket_events' as entity, _source as source, _file as file, month_of(cast(event_at as date)) as month, count(*) as records from stg_ticket_events group by all
union all
select 'calls' as entity, source, file, month_of(day) as month, cast(sum(calls) as bigint) as records from int_call_days group by all
union all
select 'sessions' as entity, _source as source, _file as file, month_of(cast(entered_at as date)) as month, count(*) as records from stg_sessions group by all
union all
select 'surveys' as entity, _source as source, _file as file, month_of(cast(coalesce(answered_at, invited_at) as date)) as month, count(*) as records from stg_surveys group by all
union all
select 'callbacks' as entity, _source as source, _file as file, month_of(cast(called_at as date)) as month, count(*) as records from stg_callbacks group by all
union all
select 'visits' as entity, _source as source, _file as file, month_of(cast(visited_date as date)) as month, count(*) as records from stg_visits group by all
union all
select 'work_orders' as entity, _source as source, _file as file, month_of(cast(completed_at as date)) as month, count(*) as records from stg_work_orders group by all
union all
select 'orders' as entity, _source as source, _file as file, month_of(cast(ordered_at as date)) as month, count(*) as records from stg_orders group by all
union all
select 'returns' as entity, _source as source, _file as file, month_of(cast(requested_at as date)) as month, count(*) as records from stg_returns group by all
union all
select 'care_actions' as entity, _source as source, _file as file, month_of(cast(acted_date as date)) as month, count(*) as records from stg_care_actions group by all
union all
select 'customer_events' as entity, _source as source, _file as file, month_of(cast(coalesce(held_date, planned_date) as date)) as month, count(*) as records from stg_customer_events group by all
union all
select 'prospects' as entity, _source as source, _file as file, month_of(cast(graded_date as date)) as month, count(*) as records from stg_prospects group by all
union all
select 'churn_interviews' as entity, _source as source, _file as file, month_of(cast(interviewed_at as date)) as month, count(*) as records from stg_churn_interviews group by all
union all
select 'winback_contacts' as entity, _source as source, _file as file, month_of(cast(contacted_at as date)) as month, count(*) as records from stg_winback_contacts group by all
union all
select 'contracts' as entity, _source as source, _file as file, month_of(cast(start_date as date)) as month, count(*) as records from stg_contracts group by all
union all
select 'actions' as entity, _source as source, _file as file, month_of(cast(opened_date as date)) as month, count(*) as records from stg_actions group by all
