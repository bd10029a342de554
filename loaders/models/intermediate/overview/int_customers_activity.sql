-- One row per customer: the span in which they count as active, what they bought, and what their card says of them.
with contract_spans as (
  select
    customer_id,
    min(start_date) as active_from,
    case when count(*) = count(end_date) then max(end_date) end as active_to,
    count(*) as contracts
  from stg_contracts
  where customer_id is not null and start_date is not null
  group by customer_id
),

order_spans as (
  select
    customer_id,
    cast(min(ordered_at) as date) as active_from,
    cast(max(ordered_at) as date) + interval 365 day as active_to
  from int_bought_lines
  where customer_id is not null and ordered_at is not null
  group by customer_id
),

-- Revenue of the trailing window decides the tier; without dated orders, what the contracts brought.
order_revenue as (
  select stg_orders.customer_id, sum(stg_orders.amount) as revenue
  from stg_orders
  cross join ref_report
  where stg_orders.ordered_at >= ref_report.window_start and stg_orders.ordered_at < ref_report.month_end
  group by stg_orders.customer_id
),

contract_revenue as (
  select customer_id, sum(total_amount) as revenue
  from stg_contracts
  group by customer_id
)

select
  stg_customers.customer_id,
  stg_customers.tier,
  stg_customers.region,
  stg_customers.segment,
  stg_customers.customer_type,
  stg_customers.sex,
  stg_customers.age_band,
  stg_customers.role,
  stg_customers.grade,
  stg_customers.owner,
  stg_customers.joined_date,
  stg_customers.card_updated_date,
  stg_customers.phone_key is not null or stg_customers.email_key is not null as has_contact,
  -- A card that neither contract nor order speaks of is no active customer, unless the folder has neither at all.
  case when contract_spans.customer_id is not null or order_spans.customer_id is not null or not has_records then least(
    coalesce(stg_customers.joined_date, contract_spans.active_from, cast(order_spans.active_from as date)),
    coalesce(contract_spans.active_from, stg_customers.joined_date, cast(order_spans.active_from as date)),
    coalesce(cast(order_spans.active_from as date), stg_customers.joined_date, contract_spans.active_from)
  ) end as active_from,
  case
    when stg_customers.left_date is not null then stg_customers.left_date
    when contract_spans.contracts > 0 and contract_spans.active_to is null then null
    else greatest(contract_spans.active_to, cast(order_spans.active_to as date))
  end as active_to,
  coalesce(
    order_revenue.revenue,
    case when (select count(*) from stg_orders where ordered_at is not null) = 0 then contract_revenue.revenue end,
    0
  ) as revenue
from stg_customers
cross join (select (select count(*) from contract_spans) + (select count(*) from order_spans) > 0 as has_records) as known
left join contract_spans on contract_spans.customer_id = stg_customers.customer_id
left join order_spans on order_spans.customer_id = stg_customers.customer_id
left join order_revenue on order_revenue.customer_id = stg_customers.customer_id
left join contract_revenue on contract_revenue.customer_id = stg_customers.customer_id
