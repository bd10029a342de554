-- One row per month, dimension, member, kind and code: customers at risk and lost, and what those interviewed said.
with risks as (
  select
    ref_months.month,
    int_churn_members.dimension,
    int_churn_members.member,
    case when ref_months.month_end > cast(ref_churn.known_until as date) - to_days(cast(case when ref_churn.rule = 'inactivity' then 0 else ref_churn.grace_days end as integer)) then 'provisional' else 'final' end as code,
    count(*) as customers,
    sum(date_diff('day', greatest(ref_months.month_start, int_churn_ends.started_date), least(ref_months.month_end, coalesce(int_churn_ends.left_date, ref_months.month_end)))) as amount
  from ref_months
  cross join ref_churn
  inner join int_churn_ends on int_churn_ends.started_date < ref_months.month_end
    and (int_churn_ends.left_date is null or int_churn_ends.left_date >= ref_months.month_start)
  inner join int_churn_members on int_churn_members.customer_id = int_churn_ends.customer_id
  where int_churn_ends.factor = 1
    and int_churn_members.dimension in ('all', 'region', 'customer_type', 'segment', 'contract_type')
    -- Before it is known who left, and in the first silent days of the records, no loss can show.
    and ref_months.month_start >= ref_churn.first_date + to_days(cast(case when ref_churn.rule = 'inactivity' then ref_churn.silent_days else 0 end as integer))
  group by all
),

members as (
  select int_churn_losses.*, int_churn_members.dimension, int_churn_members.member
  from int_churn_losses
  inner join int_churn_members on int_churn_members.customer_id = int_churn_losses.customer_id
  where int_churn_losses.is_voluntary
    and int_churn_losses.month is not null
    and int_churn_members.dimension in ('all', 'region', 'customer_type', 'segment', 'contract_type')
),

categories as (
  select distinct interview_id, category from int_churn_reasons
),

answers as (
  select month, dimension, member, 'lost' as kind, '' as code, monthly_amount from members
  union all
  select month, dimension, member, 'interviewed', '', monthly_amount from members where interview_id is not null
  union all
  select month, dimension, member, 'destination', destination, monthly_amount from members where interview_id is not null
  union all
  select members.month, members.dimension, members.member, 'category', categories.category, members.monthly_amount
  from members
  inner join categories on categories.interview_id = members.interview_id
)

select month, dimension, member, 'risk' as kind, code, cast(customers as integer) as customers, cast(amount as double) as amount
from risks
union all
select month, dimension, member, kind, code, cast(count(*) as integer), cast(sum(monthly_amount) as double)
from answers
group by month, dimension, member, kind, code
