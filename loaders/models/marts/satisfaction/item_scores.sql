-- One row per survey item, question kind and dimension member in the window.
with answers as (
  select
    int_survey_answers.*,
    coalesce(int_survey_answers.question, 'rating') as kind,
    coalesce(int_survey_answers.customer_id, int_survey_answers.response_id) as cluster_id
  from int_survey_answers
  cross join ref_report
  -- What our own survey asks is not mixed with a study of brands that asks the same: that is another sample.
  where (int_survey_answers.brand is null
    or concat_ws('|', question, item) not in (select concat_ws('|', question, item) from int_survey_answers where brand is null))
    and (int_survey_answers.survey_date is null
      or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
),

cut as (
  select *, 'all' as dimension, 'all' as member from answers
  union all
  select *, 'wave', wave from answers where wave is not null
  union all
  select *, 'product', product from answers where product is not null
),

-- Sums by customer first: a customer then counts once.
clusters as (
  select
    item,
    kind,
    dimension,
    member,
    cluster_id,
    max(customer_id) as customer_id,
    count(*) as n,
    sum(score) as total,
    sum(score * score) as sum_sq,
    count(*) filter (where is_satisfied) as satisfied,
    count(*) filter (where is_dissatisfied) as dissatisfied,
    sum(weight) as weight,
    sum(weight * weight) as weight_sq,
    sum(weight * score) as weighted_total,
    min(low) as low,
    max(high) as high
  from cut
  group by item, kind, dimension, member, cluster_id
),

-- Then by profile: customers alike in every dimension are joined to their segments together.
profiles as (
  select
    clusters.item,
    clusters.kind,
    clusters.dimension,
    clusters.member,
    int_customer_profiles.profile_id,
    count(*) as customers,
    sum(clusters.n) as n,
    sum(clusters.total) as total,
    sum(clusters.sum_sq) as sum_sq,
    sum(clusters.satisfied) as satisfied,
    sum(clusters.dissatisfied) as dissatisfied,
    sum(clusters.weight) as weight,
    sum(clusters.weight_sq) as weight_sq,
    sum(clusters.weighted_total) as weighted_total,
    min(clusters.low) as low,
    max(clusters.high) as high
  from clusters
  left join int_customer_profiles on int_customer_profiles.customer_id = clusters.customer_id
  group by clusters.item, clusters.kind, clusters.dimension, clusters.member, int_customer_profiles.profile_id
),

members as (
  select * from profiles
  union all
  select profiles.* replace (int_profile_dimensions.dimension as dimension, int_profile_dimensions.member as member)
  from profiles
  inner join int_profile_dimensions on int_profile_dimensions.profile_id = profiles.profile_id
  where profiles.dimension = 'all'
)

select
  item,
  kind as question,
  dimension,
  member,
  cast(sum(n) as integer) as n,
  cast(sum(customers) as integer) as customers,
  cast(sum(total) as double) as total,
  cast(sum(sum_sq) as double) as sum_sq,
  cast(sum(satisfied) as integer) as satisfied,
  cast(sum(dissatisfied) as integer) as dissatisfied,
  cast(sum(weight) as double) as weight,
  cast(sum(weight_sq) as double) as weight_sq,
  cast(sum(weighted_total) as double) as weighted_total,
  cast(min(low) as double) as scale_min,
  cast(max(high) as double) as scale_max
from members
group by item, kind, dimension, member
