-- One row per action and month: what its metric counted, over what, and what the same metric counted elsewhere.
with losable as (
  select
    ref_months.month,
    stg_customers.region,
    -- Of later months nobody can be known as lost yet, of the first silent days nobody either.
    ref_months.month_start >= int_churn_ends.observed_from and ref_months.month_end <= int_churn_ends.observed_to as is_final,
    -- As decimals, whose sum is the same in any order.
    sum(cast(
      date_diff('day', greatest(ref_months.month_start, int_churn_ends.started_date), least(ref_months.month_end, coalesce(int_churn_ends.left_date, ref_months.month_end)))
      / ref_months.days as decimal(28, 10)
    )) as customer_months
  from ref_months
  cross join ref_churn
  inner join int_churn_ends on int_churn_ends.started_date < ref_months.month_end
    and (int_churn_ends.left_date is null or int_churn_ends.left_date > ref_months.month_start)
  inner join stg_customers on stg_customers.customer_id = int_churn_ends.customer_id
  where int_churn_ends.factor = 1
  group by all
),

-- What the complaint rate divides by, of months whose complaints are known whole.
exposed as (
  select
    int_customer_days.period as month,
    case when int_customer_days.dimension = 'region' then int_customer_days.member end as region,
    int_customer_days.customer_months
  from int_customer_days
  left join metric_months as told on told.metric = 'complaint_rate' and told.month = int_customer_days.period
  where int_customer_days.dimension in ('all', 'region')
    and int_customer_days.period <> 'window'
    and coalesce(told.state, 'complete') in ('complete', 'late')
),

complaints as (
  select int_complaints.month, int_complaints.category, coalesce(stg_customers.region, int_complaints.region) as region, count(*) as events
  from int_complaints
  left join stg_customers on stg_customers.customer_id = int_complaints.customer_id
  group by all
),

losses as (
  select int_churn_losses.month, stg_customers.region, count(*) as events
  from int_churn_losses
  left join stg_customers on stg_customers.customer_id = int_churn_losses.customer_id
  where int_churn_losses.is_voluntary and int_churn_losses.month is not null
  group by all
)

select stg_actions.action_id, complaints.month, 'events' as part, cast(sum(complaints.events) as decimal(18, 4)) as amount
from stg_actions
inner join complaints on stg_actions.metric in ('complaints', 'complaint_rate')
  and (stg_actions.category is null or stg_actions.category = complaints.category)
  and (stg_actions.region is null or stg_actions.region = complaints.region)
group by stg_actions.action_id, complaints.month
union all
select stg_actions.action_id, complaints.month, 'other_events', cast(sum(complaints.events) as decimal(18, 4))
from stg_actions
inner join int_action_controls on int_action_controls.action_id = stg_actions.action_id
inner join complaints on complaints.category = int_action_controls.category
  and (stg_actions.region is null or stg_actions.region = complaints.region)
group by stg_actions.action_id, complaints.month
union all
select stg_actions.action_id, losses.month, 'events', cast(sum(losses.events) as decimal(18, 4))
from stg_actions
inner join losses on stg_actions.metric = 'churn_rate' and (stg_actions.region is null or stg_actions.region = losses.region)
group by stg_actions.action_id, losses.month
union all
select stg_actions.action_id, losable.month, 'customer_months', cast(sum(losable.customer_months) as decimal(18, 4))
from stg_actions
inner join losable on stg_actions.metric = 'churn_rate' and losable.is_final
  and (stg_actions.region is null or stg_actions.region = losable.region)
group by stg_actions.action_id, losable.month
union all
select stg_actions.action_id, exposed.month, 'customer_months', cast(exposed.customer_months as decimal(18, 4))
from stg_actions
inner join exposed on stg_actions.metric in ('complaints', 'complaint_rate')
  and stg_actions.region is not distinct from exposed.region
union all
select stg_actions.action_id, scores.month, parts.part, cast(sum(case parts.part when 'n' then scores.n when 'total' then scores.total else scores.total_sq end) as decimal(18, 4))
from stg_actions
inner join int_action_scores as scores on scores.metric = stg_actions.metric and (stg_actions.region is null or stg_actions.region = scores.region)
cross join (values ('n'), ('total'), ('total_sq')) as parts(part)
group by stg_actions.action_id, scores.month, parts.part
