-- One row per key account: who it is, what it brings, and how it was last heard of.
select
  int_key_accounts.customer_id,
  cast(int_key_accounts.place as integer) as place,
  int_key_accounts.tier,
  coalesce(stg_customers.region, '') as region,
  coalesce(stg_customers.owner, '') as owner,
  cast(int_key_accounts.revenue as double) as revenue,
  cast(count(*) filter (where account_events.kind = 'order') as integer) as orders,
  cast(count(*) filter (where account_events.kind = 'complaint') as integer) as complaints,
  max(account_events.event_date) as last_date,
  max_by(account_events.score, account_events.event_date) filter (where account_events.kind = 'csat') as last_score
from int_key_accounts
inner join stg_customers on stg_customers.customer_id = int_key_accounts.customer_id
left join account_events on account_events.customer_id = int_key_accounts.customer_id
group by all
