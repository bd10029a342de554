-- One row per churn interview: the one cause it speaks for (product and service together are "both").
with kinds as (
  select
    interview_id,
    count(distinct category) as categories,
    count(*) filter (where category in ('product', 'both')) > 0 as names_product,
    count(*) filter (where category in ('service', 'both')) > 0 as names_service,
    min_by(category, place) as first_category
  from int_churn_reasons
  group by interview_id
),

-- A rival may be written as its code, in any case, as its label or by a name it goes by.
brands as (
  select lower(code) as written, code from ref_brands
  union
  select lower(label_zh), code from ref_brands where label_zh is not null
  union
  select lower(label_en), code from ref_brands where label_en is not null
  union
  select lower(trim(alias)), code
  from (select code, unnest(string_split(aliases, '|')) as alias from ref_brands where aliases is not null) as named
),

destinations as (
  select stg_churn_interviews.interview_id, min(brands.code) as brand
  from stg_churn_interviews
  inner join brands on brands.written = lower(trim(stg_churn_interviews.destination_brand))
  group by stg_churn_interviews.interview_id
)

select
  stg_churn_interviews.interview_id,
  stg_churn_interviews.customer_id,
  coalesce(destinations.brand, stg_churn_interviews.destination_brand) as destination_brand,
  stg_churn_interviews.rival_advantage_score,
  stg_churn_interviews.can_win_back,
  case when kinds.names_product and kinds.names_service then 'both' else kinds.first_category end as cause
from stg_churn_interviews
left join kinds on kinds.interview_id = stg_churn_interviews.interview_id
left join destinations on destinations.interview_id = stg_churn_interviews.interview_id
