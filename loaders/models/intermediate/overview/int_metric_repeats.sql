-- One row per month (null: the window) and record of a customer with several there: only they are counted one by one.
-- A record without a customer is its own cluster and repeats nothing. Who has no card gets a number below nought here, so
-- that all are told apart by a number. Four branches, each joined by keys that are there: one join by two keys of which one
-- is empty takes two thirds longer, and so does grouping by both.
with several as (
  select family, month_start, customer_key
  from int_score_records
  where customer_key is not null and month_start is not null
  group by family, month_start, customer_key
  having count(*) > 1
),

several_of_window as (
  select family, customer_key
  from int_score_records
  where customer_key is not null and is_in_window
  group by family, customer_key
  having count(*) > 1
),

strangers as (
  select family, month_start, stranger, cast(0 - row_number() over (order by family, month_start, stranger) as integer) as cluster
  from int_score_records
  where stranger is not null and month_start is not null
  group by family, month_start, stranger
  having count(*) > 1
),

strangers_of_window as (
  select family, stranger, cast(0 - row_number() over (order by family, stranger) as integer) as cluster
  from int_score_records
  where stranger is not null and is_in_window
  group by family, stranger
  having count(*) > 1
)

select
  int_score_records.family as family,
  int_score_records.month_start as month_start,
  int_score_records.customer_key as cluster,
  int_score_records.profile_id, int_score_records.channel, int_score_records.agent, int_score_records.team, int_score_records.product, int_score_records.region,
  int_score_records.score_1, int_score_records.score_2, int_score_records.score_3
from int_score_records
inner join several on several.family = int_score_records.family
  and several.month_start = int_score_records.month_start
  and several.customer_key = int_score_records.customer_key
union all
select
  int_score_records.family,
  null,
  int_score_records.customer_key,
  int_score_records.profile_id, int_score_records.channel, int_score_records.agent, int_score_records.team, int_score_records.product, int_score_records.region,
  int_score_records.score_1, int_score_records.score_2, int_score_records.score_3
from int_score_records
inner join several_of_window on several_of_window.family = int_score_records.family
  and several_of_window.customer_key = int_score_records.customer_key
where int_score_records.is_in_window
union all
select
  int_score_records.family,
  int_score_records.month_start,
  strangers.cluster,
  int_score_records.profile_id, int_score_records.channel, int_score_records.agent, int_score_records.team, int_score_records.product, int_score_records.region,
  int_score_records.score_1, int_score_records.score_2, int_score_records.score_3
from int_score_records
inner join strangers on strangers.family = int_score_records.family
  and strangers.month_start = int_score_records.month_start
  and strangers.stranger = int_score_records.stranger
union all
select
  int_score_records.family,
  null,
  strangers_of_window.cluster,
  int_score_records.profile_id, int_score_records.channel, int_score_records.agent, int_score_records.team, int_score_records.product, int_score_records.region,
  int_score_records.score_1, int_score_records.score_2, int_score_records.score_3
from int_score_records
inner join strangers_of_window on strangers_of_window.family = int_score_records.family
  and strangers_of_window.stranger = int_score_records.stranger
where int_score_records.is_in_window
