-- One row per tier, and "(all)": answers by satisfied or not and complained within 30 days or not, with who complained at all.
with complainants as (
  select int_customers_tiered.tier, count(distinct stg_tickets.customer_id) as complainants
  from stg_tickets
  cross join ref_report
  inner join int_customers_tiered on int_customers_tiered.customer_id = stg_tickets.customer_id
  where stg_tickets.is_complaint
    and stg_tickets.created_at >= ref_report.window_start
    and stg_tickets.created_at < ref_report.month_end
  group by int_customers_tiered.tier
),

answers as (
  select
    tier,
    count(*) as answers,
    count(*) filter (where is_dissatisfied) as dissatisfied,
    count(*) filter (where is_dissatisfied and not has_complained) as silent,
    count(*) filter (where not is_dissatisfied and has_complained) as content_complained
  from int_overall_answers
  where customer_id is not null
  group by tier
),

base as (
  select tier, count(*) as customers from int_attitudes group by tier
),

tiers as (
  select
    coalesce(answers.tier, 'unknown') as tier,
    coalesce(base.customers, 0) as customers,
    coalesce(complainants.complainants, 0) as complainants,
    answers.answers,
    answers.dissatisfied,
    answers.silent,
    answers.content_complained
  from answers
  left join complainants on complainants.tier is not distinct from answers.tier
  left join base on base.tier is not distinct from answers.tier
  -- Without complaints on record nobody can be told to be silent.
  where (select count(*) from stg_tickets where is_complaint) > 0
)

select
  coalesce(tier, '(all)') as tier,
  cast(sum(customers) as integer) as customers,
  cast(sum(complainants) as integer) as complainants,
  cast(sum(answers) as integer) as answers,
  cast(sum(dissatisfied) as integer) as dissatisfied,
  cast(sum(silent) as integer) as silent,
  cast(sum(content_complained) as integer) as content_complained
from tiers
group by rollup (tier)
having sum(answers) > 0
