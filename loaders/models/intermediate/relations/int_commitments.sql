-- One row per request of the window: promised until when, kept or not, who was entitled to it, what it cost.
with requests as (
  select
    stg_tickets.*,
    cast(stg_tickets.created_date - interval 12 month as timestamp) as since_at,
    since_at >= ref_report.first_date and (select count(*) from stg_orders where ordered_at is not null) > 0 as is_told
  from stg_tickets
  cross join ref_report
  where stg_tickets.ticket_type = 'request'
    and stg_tickets.created_at >= ref_report.window_start
    and stg_tickets.created_at < ref_report.month_end
),

-- Requests whose 12 months hold a month that the orders do not tell of.
untold as (
  select distinct requests.ticket_id
  from requests
  inner join ref_months on ref_months.month_start < requests.created_at and ref_months.month_end > requests.since_at
  inner join metric_months on metric_months.month = ref_months.month
  where metric_months.metric = 'orders' and metric_months.state = 'missing' and not metric_months.is_quiet
),

-- What had been spent in the 12 months before; of months that are not told of, at least so much.
spent as (
  select requests.ticket_id, coalesce(sum(stg_orders.amount), 0) as spend
  from requests
  left join stg_orders on stg_orders.customer_id = requests.customer_id
    and stg_orders.ordered_at >= requests.since_at
    and stg_orders.ordered_at < requests.created_at
  where requests.customer_id is not null
  group by requests.ticket_id
)

select
  requests.ticket_id,
  requests.customer_id,
  coalesce(requests.category, '(none)') as category,
  coalesce(int_customers_tiered.tier, 'unknown') as tier,
  requests.created_date,
  requests.promised_at,
  coalesce(requests.solved_at, requests.closed_at) as done_at,
  requests.fee,
  requests.is_entitled,
  -- By what had been spent then, where a rule says how much it takes.
  case
    when spent.spend >= ref_commitments.min_revenue then true
    when spent.spend < ref_commitments.min_revenue and requests.is_told and untold.ticket_id is null then false
  end as is_entitled_by_rule,
  case
    when requests.promised_at is null then 'unpromised'
    when coalesce(requests.solved_at, requests.closed_at) <= requests.promised_at then 'kept'
    when requests.promised_at >= known.known_until then 'open'
    else 'missed'
  end as outcome
from requests
cross join (select known_until from ref_horizons where entity = 'tickets') as known
left join int_customers_tiered on int_customers_tiered.customer_id = requests.customer_id
left join spent on spent.ticket_id = requests.ticket_id
left join untold on untold.ticket_id = requests.ticket_id
left join ref_commitments on coalesce(ref_commitments.category, coalesce(requests.category, '(none)')) = coalesce(requests.category, '(none)')
qualify row_number() over (partition by requests.ticket_id order by ref_commitments.category nulls last) = 1
