-- One row per period, dimension and member.
-- Who complained once counts once, whatever it is counted by: such complaints are counted first, by all that is cut by.
with known as (
  select
    int_complaints.month,
    int_complaints.is_in_window,
    int_complaints.is_done,
    customers.profile_id,
    int_complaints.category,
    int_complaints.channel,
    int_complaints.product,
    int_complaints.brand,
    int_complaints.responsible,
    int_complaints.city,
    case when regions.profile_id is null then int_complaints.region end as region,
    customers.customer_key,
    case when customers.customer_key is null then int_complaints.customer_id end as stranger
  from int_complaints
  left join (select customer_id, customer_key, profile_id from int_customer_profiles where customer_key > 0) as customers on customers.customer_id = int_complaints.customer_id
  left join int_profile_dimensions as regions on regions.profile_id = customers.profile_id and regions.dimension = 'region'
),

several as (
  select customer_key from known where customer_key is not null group by customer_key having count(*) > 1
),

alike as (
  -- Whose complaints have to be looked at one by one bears a number.
  select known.* replace (several.customer_key as customer_key), count(*) as n
  from known
  left join several on several.customer_key = known.customer_key
  group by all
),

members as (
  select month, is_in_window, customer_key, stranger, is_done, n, 'category' as dimension, category as member from alike
  union all
  select month, is_in_window, customer_key, stranger, is_done, n, 'all', 'all' from alike
  union all
  select month, is_in_window, customer_key, stranger, is_done, n, 'channel', channel from alike
  union all
  select month, is_in_window, customer_key, stranger, is_done, n, 'product', product from alike
  union all
  select month, is_in_window, customer_key, stranger, is_done, n, 'brand', brand from alike
  union all
  select month, is_in_window, customer_key, stranger, is_done, n, 'responsible', responsible from alike
  union all
  select month, is_in_window, customer_key, stranger, is_done, n, 'city', city from alike
  union all
  select month, is_in_window, customer_key, stranger, is_done, n, 'region', region from alike
  union all
  select
    alike.month,
    alike.is_in_window,
    alike.customer_key,
    alike.stranger,
    alike.is_done,
    alike.n,
    int_profile_dimensions.dimension,
    int_profile_dimensions.member
  from alike
  inner join int_profile_dimensions on int_profile_dimensions.profile_id = alike.profile_id
),

periods as (
  select month as period, * exclude (month) from members where month in (select month from ref_months where is_compared)
  union all
  select 'window' as period, * exclude (month) from members where is_in_window
),

counted as (
  select
    period,
    dimension,
    member,
    sum(n) as complaints,
    count(distinct customer_key) + count(distinct stranger) + coalesce(sum(n) filter (where customer_key is null and stranger is null), 0) as complainants,
    sum(n) filter (where is_done) as done
  from periods
  where member is not null
  group by period, dimension, member
)

select
  coalesce(counted.period, int_customer_days.period) as period,
  coalesce(counted.dimension, int_customer_days.dimension) as dimension,
  coalesce(counted.member, int_customer_days.member) as member,
  cast(coalesce(counted.complaints, 0) as integer) as complaints,
  cast(coalesce(counted.complainants, 0) as integer) as complainants,
  cast(coalesce(counted.done, 0) as integer) as done,
  cast(int_customer_days.customer_months as double) as customer_months,
  cast(int_customer_days.customers as integer) as customers
from counted
full join int_customer_days on int_customer_days.period = counted.period
  and int_customer_days.dimension = counted.dimension
  and int_customer_days.member = counted.member
where coalesce(counted.period, int_customer_days.period) in (select month from ref_months where is_compared union all select 'window')
  and (select count(*) from int_complaints) > 0
