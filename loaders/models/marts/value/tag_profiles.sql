-- One row per tag of the rules, and "(all)": customers, what they buy, how satisfied they are, and how many left. (Nothing without ref_tags.)
with members as (
  select customer_id, tag from int_customer_tags
  union all
  select int_customers_tiered.customer_id, '(all)'
  from int_customers_tiered
  inner join stg_customers on stg_customers.customer_id = int_customers_tiered.customer_id
  cross join (select distinct 1 as one from ref_tags) as any_tag
  where stg_customers.grade is null
),

raters as (
  select
    int_survey_answers.customer_id,
    count(*) as n,
    count(*) filter (where int_survey_answers.is_dissatisfied) as dissatisfied
  from int_survey_answers
  cross join (select distinct 1 as one from ref_tags) as any_tag
  cross join ref_report
  where int_survey_answers.question = 'csat'
    and int_survey_answers.item = 'overall'
    and int_survey_answers.customer_id is not null
    and (int_survey_answers.survey_date is null
      or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
  group by int_survey_answers.customer_id
),

lives as (
  select customer_id, count(*) filter (where is_lost) as lost, sum(exposure) as exposure
  from int_churn_window
  where factor = 1
  group by customer_id
),

labels as (
  select tag, max(label_zh) as label_zh, max(label_en) as label_en from ref_tags group by tag
  union all
  select '(all)', '全部客户', 'All customers' where (select count(*) from ref_tags) > 0
)

select
  labels.tag,
  labels.label_zh,
  labels.label_en,
  cast(count(members.customer_id) as integer) as customers,
  cast(coalesce(sum(int_customers_tiered.revenue), 0) as double) as revenue,
  cast(coalesce(sum(raters.n), 0) as integer) as answers,
  cast(count(raters.customer_id) as integer) as raters,
  cast(coalesce(sum(raters.dissatisfied), 0) as integer) as dissatisfied,
  cast(coalesce(sum(raters.dissatisfied * raters.dissatisfied), 0) as integer) as sum_total_sq,
  cast(coalesce(sum(raters.dissatisfied * raters.n), 0) as integer) as sum_total_n,
  cast(coalesce(sum(raters.n * raters.n), 0) as integer) as sum_n_sq,
  cast(coalesce(sum(lives.lost), 0) as integer) as lost,
  cast(coalesce(sum(lives.exposure), 0) as bigint) as exposure
from labels
left join members on members.tag = labels.tag
left join int_customers_tiered on int_customers_tiered.customer_id = members.customer_id
left join raters on raters.customer_id = members.customer_id
left join lives on lives.customer_id = members.customer_id
group by labels.tag, labels.label_zh, labels.label_en
