-- One row per key account: who it is, what it brings, and how it was last heard of; counted from all its events of two years.
with told as (
  select
    customer_id,
    count(*) as events,
    count(*) filter (where kind = 'order') as orders,
    max(event_date) filter (where kind = 'order') as last_order_date,
    count(*) filter (where kind = 'complaint') as complaints,
    count(*) filter (where kind = 'complaint' and state in ('open', 'in_progress', 'pending', 'unfinished')) as complaints_open,
    count(*) filter (where kind = 'complaint' and state is null) as complaints_unclear,
    arg_min({event_date: event_date, about: about}, place) filter (where kind = 'complaint') as last_complaint,
    arg_min({event_date: event_date, score: score}, place) filter (where kind = 'csat') as last_answer,
    max(event_date) as last_date
  from int_account_events
  group by customer_id
)

select
  int_key_accounts.customer_id,
  cast(int_key_accounts.place as integer) as place,
  cast(int_key_accounts.of_customers as integer) as of_customers,
  int_key_accounts.tier,
  coalesce(stg_customers.region, '') as region,
  coalesce(stg_customers.owner, '') as owner,
  cast(int_key_accounts.revenue as double) as revenue,
  cast(coalesce(told.events, 0) as integer) as events,
  cast(coalesce(told.orders, 0) as integer) as orders,
  cast(cast(told.last_order_date as date) as varchar) as last_order_date,
  cast(coalesce(told.complaints, 0) as integer) as complaints,
  cast(coalesce(told.complaints_open, 0) as integer) as complaints_open,
  cast(coalesce(told.complaints_unclear, 0) as integer) as complaints_unclear,
  cast(cast(told.last_complaint.event_date as date) as varchar) as last_complaint_date,
  coalesce(told.last_complaint.about, '') as last_complaint_about,
  cast(cast(told.last_date as date) as varchar) as last_date,
  told.last_answer.score as last_score,
  cast(cast(told.last_answer.event_date as date) as varchar) as last_score_date
from int_key_accounts
inner join stg_customers on stg_customers.customer_id = int_key_accounts.customer_id
left join told on told.customer_id = int_key_accounts.customer_id
