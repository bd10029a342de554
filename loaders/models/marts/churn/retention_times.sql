-- One row per clock, dimension, member and time (days since joining or since the window began, or months of a file without dates).
-- Tiers apart; curves need ten customers at risk, and smaller groups have none.
with sizes as (
  select dimension, member
  from int_churn_members
  where dimension not in ('all', 'tier')
  group by dimension, member
  having count(*) >= 10
),

members as (
  select int_churn_members.customer_id, int_churn_members.dimension, int_churn_members.member
  from int_churn_members
  inner join sizes on sizes.dimension = int_churn_members.dimension and sizes.member = int_churn_members.member
  union all
  select customer_id, 'all', 'all' from int_customers_lifetime
  union all
  select customer_id, 'cohort', cast(extract('year' from started_date) as varchar)
  from int_customers_lifetime
  where started_date is not null and clock = 'days'
),

-- A tier is known from the day it was given: those of that day are followed from there.
landmarks as (
  select
    int_churn_ends.customer_id,
    int_customer_standing.start_tier,
    'since_window' as clock,
    greatest(0, date_diff('day', ref_report.window_start, int_churn_ends.observed_from)) as entered_at_time,
    date_diff('day', ref_report.window_start, coalesce(int_churn_ends.left_date, int_churn_ends.observed_to)) as exited_at_time,
    int_churn_ends.left_date is not null as has_left,
    int_churn_ends.left_date is null or int_churn_ends.is_voluntary as is_voluntary
  from int_churn_ends
  cross join ref_report
  inner join int_customer_standing on int_customer_standing.customer_id = int_churn_ends.customer_id
  where int_churn_ends.factor = 1
    and int_churn_ends.started_date < ref_report.window_start
    and (int_churn_ends.left_date is null or int_churn_ends.left_date >= ref_report.window_start)
    and int_customer_standing.start_tier is not null
    and int_customer_standing.start_tier <> 'new'
),

lives as (
  select members.dimension, members.member, int_customers_lifetime.clock, int_customers_lifetime.entered_at_time, int_customers_lifetime.exited_at_time, int_customers_lifetime.has_left, int_customers_lifetime.is_voluntary
  from int_customers_lifetime
  inner join members on members.customer_id = int_customers_lifetime.customer_id
  union all
  select 'tier', start_tier, clock, entered_at_time, exited_at_time, has_left, is_voluntary from landmarks
  union all
  select 'all', 'all', clock, entered_at_time, exited_at_time, has_left, is_voluntary from landmarks
),

-- Who leaves on the first day was at risk on it; who joined after the last day that losses are final for was never seen.
observed as (
  select *
  from lives
  where exited_at_time > entered_at_time
    or (exited_at_time = 0 and entered_at_time = 0 and (has_left or clock = 'months'))
),

moments as (
  select dimension, member, clock, entered_at_time as time, 1 as entered, 0 as lost, 0 as ended, 0 as censored
  from observed
  union all
  select
    dimension,
    member,
    clock,
    exited_at_time,
    0,
    case when has_left and is_voluntary then 1 else 0 end,
    case when has_left and not is_voluntary then 1 else 0 end,
    case when has_left then 0 else 1 end
  from observed
)

select
  dimension,
  member,
  clock,
  cast(time as integer) as time,
  cast(sum(entered) as integer) as entered,
  cast(sum(lost) as integer) as lost,
  cast(sum(ended) as integer) as ended,
  cast(sum(censored) as integer) as censored
from moments
group by dimension, member, clock, time
