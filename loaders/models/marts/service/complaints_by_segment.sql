-- One row per period, dimension and member.
with members as (
  select ticket_id, month, is_in_window, complainant_id, is_done, 'category' as dimension, category as member from int_complaints
  union all
  select ticket_id, month, is_in_window, complainant_id, is_done, 'all', 'all' from int_complaints
  union all
  select ticket_id, month, is_in_window, complainant_id, is_done, 'channel', channel from int_complaints
  union all
  select ticket_id, month, is_in_window, complainant_id, is_done, 'product', product from int_complaints
  union all
  select ticket_id, month, is_in_window, complainant_id, is_done, 'brand', brand from int_complaints
  union all
  select ticket_id, month, is_in_window, complainant_id, is_done, 'responsible', responsible from int_complaints
  union all
  select ticket_id, month, is_in_window, complainant_id, is_done, 'city', city from int_complaints
  union all
  select ticket_id, month, is_in_window, complainant_id, is_done, 'region', region
  from int_complaints
  where customer_id is null or customer_id not in (select customer_id from int_customer_dimensions where dimension = 'region')
  union all
  select
    int_complaints.ticket_id,
    int_complaints.month,
    int_complaints.is_in_window,
    int_complaints.complainant_id,
    int_complaints.is_done,
    int_customer_dimensions.dimension,
    int_customer_dimensions.member
  from int_complaints
  inner join int_customer_dimensions on int_customer_dimensions.customer_id = int_complaints.customer_id
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
    count(*) as complaints,
    count(distinct complainant_id) as complainants,
    count(*) filter (where is_done) as done
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
