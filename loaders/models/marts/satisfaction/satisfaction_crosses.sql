-- One row per two dimensions and a member of each ("" where it is not told), and "all": answers to the overall question in the window.
with repeats as (
  select customer_key from int_overall_answers where customer_key is not null group by customer_key having count(*) > 1
),

answers as (
  select
    -- Who answered once is a cluster of one: only those with several answers, or without a card, are counted one by one.
    repeats.customer_key is not null or int_overall_answers.stranger is not null as is_repeated,
    int_overall_answers.customer_key,
    int_overall_answers.stranger,
    int_overall_answers.profile_id,
    coalesce(int_overall_answers.channel, '') as channel,
    coalesce(int_overall_answers.product, '') as product,
    cast(coalesce(int_overall_answers.is_satisfied, false) as integer) as satisfied,
    cast(coalesce(int_overall_answers.is_dissatisfied, false) as integer) as dissatisfied
  from int_overall_answers
  left join repeats on repeats.customer_key = int_overall_answers.customer_key
),

-- Only channel and product can differ between the answers of one customer: 1 without the product, 2 without the channel.
-- Where no answer names a product, it tells nothing apart.
known as (
  select count(product) > 0 as has_products from int_overall_answers
),

repeated as (
  select grouping(channel, product) as untold, max(profile_id) as profile_id, channel, product, count(*) as n, sum(satisfied) as satisfied, sum(dissatisfied) as dissatisfied
  from answers
  where is_repeated and (select has_products from known)
  group by grouping sets ((customer_key, stranger, product), (customer_key, stranger, channel, product))
  union all
  select 1 + grouping(channel) * 2, max(profile_id), channel, '', count(*), sum(satisfied), sum(dissatisfied)
  from answers
  where is_repeated
  group by grouping sets ((customer_key, stranger), (customer_key, stranger, channel))
),

-- Clusters alike in all that is cut by and in what they said are counted once for all cuts.
counted as (
  select untold, profile_id, channel, product, n, satisfied, dissatisfied, count(*) as clusters
  from repeated
  group by all
  union all
  select null, profile_id, channel, product, 1, satisfied, dissatisfied, count(*)
  from answers
  where not is_repeated
  group by all
),

dimensions as (
  select dimension, place, case when dimension = 'product' and not has_products then 0 else untold end as untold
  from (values ('tier', 1, 0), ('region', 2, 0), ('channel', 3, 2), ('product', 4, 1), ('role', 5, 0), ('age_band', 6, 0), ('sex', 7, 0)) as cuts(dimension, place, untold)
  cross join known
),

pairs as (
  select one.dimension, other.dimension as other_dimension, 3 - one.untold - other.untold as untold
  from dimensions as one
  inner join dimensions as other on other.place > one.place
  union all
  select 'all', 'all', 3
),

named as (
  select
    counted.*,
    pairs.dimension,
    pairs.other_dimension,
    coalesce(case pairs.dimension when 'all' then 'all' when 'tier' then tier when 'region' then region when 'channel' then channel when 'product' then product when 'role' then role when 'age_band' then age_band end, '') as member,
    coalesce(case pairs.other_dimension when 'all' then 'all' when 'region' then region when 'channel' then channel when 'product' then product when 'role' then role when 'age_band' then age_band when 'sex' then sex end, '') as other_member
  from counted
  left join int_profiles on int_profiles.profile_id = counted.profile_id
  inner join pairs on counted.untold is null or counted.untold = pairs.untold
)

select
  dimension,
  member,
  other_dimension,
  other_member,
  cast(sum(clusters * n) as integer) as n,
  cast(sum(clusters) as integer) as customers,
  cast(sum(clusters * n * n) as double) as sum_n_sq,
  cast(sum(clusters * satisfied) as integer) as satisfied,
  cast(sum(clusters * satisfied * satisfied) as double) as satisfied_sq,
  cast(sum(clusters * satisfied * n) as double) as satisfied_n,
  cast(sum(clusters * dissatisfied) as integer) as dissatisfied,
  cast(sum(clusters * dissatisfied * dissatisfied) as double) as dissatisfied_sq,
  cast(sum(clusters * dissatisfied * n) as double) as dissatisfied_n
from named
group by all
