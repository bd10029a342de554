-- One row per month (null: the window) and record of a customer with several there: only they are counted one by one.
-- A record without a customer is its own cluster and repeats nothing. Four branches, each joined by keys that are there:
-- one join by two keys of which one is empty takes two thirds longer.
with several as (
  select family, month_start, customer_key, stranger
  from int_score_records
  where (customer_key is not null or stranger is not null) and month_start is not null
  group by family, month_start, customer_key, stranger
  having count(*) > 1
),

several_of_window as (
  select family, customer_key, stranger
  from int_score_records
  where (customer_key is not null or stranger is not null) and is_in_window
  group by family, customer_key, stranger
  having count(*) > 1
)

select
  int_score_records.family as family,
  int_score_records.month_start as month_start,
  int_score_records.customer_key as customer_key,
  cast(null as varchar) as stranger,
  int_score_records.profile_id,
  int_score_records.channel,
  int_score_records.agent,
  int_score_records.team,
  int_score_records.product,
  int_score_records.region,
  int_score_records.score_1,
  int_score_records.score_2,
  int_score_records.score_3
from int_score_records
inner join several on several.family = int_score_records.family
  and several.month_start = int_score_records.month_start
  and several.customer_key = int_score_records.customer_key
union all
select
  int_score_records.family,
  null,
  int_score_records.customer_key,
  null,
  int_score_records.profile_id,
  int_score_records.channel,
  int_score_records.agent,
  int_score_records.team,
  int_score_records.product,
  int_score_records.region,
  int_score_records.score_1,
  int_score_records.score_2,
  int_score_records.score_3
from int_score_records
inner join several_of_window on several_of_window.family = int_score_records.family
  and several_of_window.customer_key = int_score_records.customer_key
where int_score_records.is_in_window
union all
select
  int_score_records.family,
  int_score_records.month_start,
  null,
  int_score_records.stranger,
  int_score_records.profile_id,
  int_score_records.channel,
  int_score_records.agent,
  int_score_records.team,
  int_score_records.product,
  int_score_records.region,
  int_score_records.score_1,
  int_score_records.score_2,
  int_score_records.score_3
from int_score_records
inner join several on several.family = int_score_records.family
  and several.month_start = int_score_records.month_start
  and several.stranger = int_score_records.stranger
union all
select
  int_score_records.family,
  null,
  null,
  int_score_records.stranger,
  int_score_records.profile_id,
  int_score_records.channel,
  int_score_records.agent,
  int_score_records.team,
  int_score_records.product,
  int_score_records.region,
  int_score_records.score_1,
  int_score_records.score_2,
  int_score_records.score_3
from int_score_records
inner join several_of_window on several_of_window.family = int_score_records.family
  and several_of_window.stranger = int_score_records.stranger
where int_score_records.is_in_window
