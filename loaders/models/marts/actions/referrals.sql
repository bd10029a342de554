-- One row per kind of customer, referred by another or not: how many, how many left, how satisfied.
with named as (
  select
    stg_customers.customer_id,
    case when stg_customers.referred_by is not null then 'referred' else 'others' end as member,
    stg_customers.joined_date
  from stg_customers
  cross join ref_report
  cross join (select distinct 1 as one from stg_customers where referred_by is not null) as any_referred
  where stg_customers.joined_date < ref_report.month_end
    and stg_customers.grade is null
),

lives as (
  select
    named.member,
    count(*) filter (where int_churn_window.is_lost) as lost,
    sum(int_churn_window.exposure) as exposure
  from named
  inner join int_churn_window on int_churn_window.customer_id = named.customer_id and int_churn_window.factor = 1
  group by named.member
),

raters as (
  select
    named.member,
    named.customer_id,
    count(*) as n,
    count(*) filter (where int_survey_answers.is_satisfied) as total
  from named
  inner join int_survey_answers on int_survey_answers.customer_id = named.customer_id
    and int_survey_answers.question = 'csat'
    and int_survey_answers.item = 'overall'
  cross join ref_report
  where int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end
  group by named.member, named.customer_id
),

answers as (
  select
    member,
    sum(n) as answers,
    count(*) as raters,
    sum(total) as satisfied,
    sum(total * total) as sum_total_sq,
    sum(total * n) as sum_total_n,
    sum(n * n) as sum_n_sq
  from raters
  group by member
)

select
  named.member,
  cast(count(*) as integer) as customers,
  cast(count(*) filter (where named.joined_date >= ref_report.window_start and named.joined_date < ref_report.month_end) as integer) as joined_in_window,
  cast(coalesce(max(lives.lost), 0) as integer) as lost,
  cast(coalesce(max(lives.exposure), 0) as bigint) as exposure,
  cast(coalesce(max(answers.answers), 0) as integer) as answers,
  cast(coalesce(max(answers.raters), 0) as integer) as raters,
  cast(coalesce(max(answers.satisfied), 0) as integer) as satisfied,
  cast(coalesce(max(answers.sum_total_sq), 0) as integer) as sum_total_sq,
  cast(coalesce(max(answers.sum_total_n), 0) as integer) as sum_total_n,
  cast(coalesce(max(answers.sum_n_sq), 0) as integer) as sum_n_sq
from named
cross join ref_report
left join lives on lives.member = named.member
left join answers on answers.member = named.member
group by named.member
