-- One row per rating of a brand that can be laid beside the others: same item, same question; "" is our own brand.
with rated as (
  select
    stg_surveys.response_id,
    stg_surveys.customer_id,
    coalesce(stg_surveys.customer_id, stg_surveys.response_id) as rater_id,
    stg_surveys.item,
    coalesce(stg_surveys.question, 'rating') as question,
    case when stg_surveys.brand is null or try_boolean(ref_brands.is_ours) then '' else stg_surveys.brand end as brand,
    stg_surveys.brand is not null as is_named,
    coalesce(stg_surveys.wave, extract('year' from stg_surveys.survey_date) || '-Q' || extract('quarter' from stg_surveys.survey_date), 'undated') as wave,
    stg_surveys.survey_date,
    stg_surveys.score,
    stg_surveys.brand_price,
    stg_surveys.category_spend
  from stg_surveys
  cross join (select distinct 1 as one from stg_surveys where brand is not null) as any_brand
  left join ref_brands on ref_brands.code = stg_surveys.brand
  where stg_surveys.score between stg_surveys.low and stg_surveys.high
    and coalesce(stg_surveys.is_pilot, false) = false
),

rival_items as (
  select distinct item, question from rated where brand <> ''
),

own_named as (
  select count(*) as answers from rated where brand = '' and is_named
)

select
  rated.* exclude (is_named),
  rated.survey_date is null
    or (rated.survey_date >= ref_report.window_start and rated.survey_date < ref_report.month_end) as is_in_window
from rated
inner join rival_items on rival_items.item = rated.item and rival_items.question = rated.question
cross join own_named
cross join ref_report
-- Where a study names our brand too, answers of other questionnaires stay out.
where (rated.brand <> '' or rated.is_named or own_named.answers = 0)
  and (rated.survey_date is null or rated.survey_date < ref_report.month_end)
