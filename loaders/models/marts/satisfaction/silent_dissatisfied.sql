-- One row per tier, and "(all)": answers by satisfied or not and complained within 30 days or not, with who complained at all.
with complainants as (
  select int_customer_profiles.profile_id, count(distinct int_customer_profiles.customer_key) as complainants
  from stg_tickets
  cross join ref_report
  inner join int_customer_profiles on int_customer_profiles.customer_id = stg_tickets.customer_id
  where stg_tickets.is_complaint
    and stg_tickets.created_at >= ref_report.window_start
    and stg_tickets.created_at < ref_report.month_end
  group by int_customer_profiles.profile_id
),

complaining as (
  select int_profiles.tier, sum(complainants.complainants) as complainants
  from complainants
  inner join int_profiles on int_profiles.profile_id = complainants.profile_id
  group by int_profiles.tier
),

answers as (
  select
    int_profiles.tier,
    sum(alike.answers) as answers,
    sum(alike.answers) filter (where alike.is_dissatisfied) as dissatisfied,
    sum(alike.answers) filter (where alike.is_dissatisfied and not alike.has_complained) as silent,
    sum(alike.answers) filter (where not alike.is_dissatisfied and alike.has_complained) as content_complained
  from (
    select profile_id, is_dissatisfied, has_complained, count(*) as answers from int_overall_answers where customer_id is not null group by all
  ) as alike
  left join int_profiles on int_profiles.profile_id = alike.profile_id
  group by int_profiles.tier
),

base as (
  select tier, count(*) as customers from int_attitudes group by tier
),

tiers as (
  select
    coalesce(answers.tier, 'unknown') as tier,
    coalesce(base.customers, 0) as customers,
    coalesce(complaining.complainants, 0) as complainants,
    answers.answers,
    answers.dissatisfied,
    answers.silent,
    answers.content_complained
  from answers
  left join complaining on complaining.tier is not distinct from answers.tier
  left join base on base.tier is not distinct from answers.tier
  -- Without complaints on record nobody can be told to be silent.
  where (select count(*) from stg_tickets where is_complaint) > 0
)

select
  coalesce(tier, '(all)') as tier,
  cast(sum(customers) as integer) as customers,
  cast(sum(complainants) as integer) as complainants,
  cast(sum(answers) as integer) as answers,
  cast(coalesce(sum(dissatisfied), 0) as integer) as dissatisfied,
  cast(coalesce(sum(silent), 0) as integer) as silent,
  cast(coalesce(sum(content_complained), 0) as integer) as content_complained
from tiers
group by rollup (tier)
having sum(answers) > 0
