-- One row per two dimensions and a member of each ("" where it is not told), and "all": answers to the overall question in the window.
with answers as (
  select
    -- Who answered once is a cluster of one: only those with several answers are counted one by one.
    case when count(*) over (partition by int_overall_answers.customer_id) > 1 then int_overall_answers.customer_id end as cluster,
    int_overall_answers.is_satisfied,
    int_overall_answers.is_dissatisfied,
    coalesce(int_overall_answers.tier, '') as tier,
    coalesce(stg_customers.region, '') as region,
    coalesce(int_overall_answers.channel, '') as channel,
    coalesce(int_overall_answers.product, '') as product,
    coalesce(stg_customers.role, '') as role,
    coalesce(stg_customers.age_band, '') as age_band,
    coalesce(stg_customers.sex, '') as sex
  from int_overall_answers
  left join stg_customers on stg_customers.customer_id = int_overall_answers.customer_id
),

sums as (
  select
    -- grouping() numbers its arguments from the right: sex 1, age_band 2 … tier 64; 127 is the whole.
    grouping(tier, region, channel, product, role, age_band, sex) as cut,
    cluster,
    tier,
    region,
    channel,
    product,
    role,
    age_band,
    sex,
    count(*) as n,
    count(*) filter (where is_satisfied) as satisfied,
    count(*) filter (where is_dissatisfied) as dissatisfied
  from answers
  group by grouping sets (
    (cluster),
    (cluster, tier, region), (cluster, tier, channel), (cluster, tier, product),
    (cluster, tier, role), (cluster, tier, age_band), (cluster, tier, sex),
    (cluster, region, channel), (cluster, region, product), (cluster, region, role),
    (cluster, region, age_band), (cluster, region, sex), (cluster, channel, product),
    (cluster, channel, role), (cluster, channel, age_band), (cluster, channel, sex),
    (cluster, product, role), (cluster, product, age_band), (cluster, product, sex),
    (cluster, role, age_band), (cluster, role, sex), (cluster, age_band, sex)
  )
),

dimensions (dimension, bit) as (
  values ('tier', 64), ('region', 32), ('channel', 16), ('product', 8), ('role', 4), ('age_band', 2), ('sex', 1)
),

pairs as (
  select one.dimension, other.dimension as other_dimension, 127 - one.bit - other.bit as cut
  from dimensions as one
  inner join dimensions as other on other.bit < one.bit
  union all
  select 'all', 'all', 127
),

named as (
  select
    sums.*,
    pairs.dimension,
    pairs.other_dimension,
    case pairs.dimension when 'all' then 'all' when 'tier' then tier when 'region' then region when 'channel' then channel when 'product' then product when 'role' then role when 'age_band' then age_band end as member,
    case pairs.other_dimension when 'all' then 'all' when 'region' then region when 'channel' then channel when 'product' then product when 'role' then role when 'age_band' then age_band when 'sex' then sex end as other_member
  from sums
  inner join pairs on pairs.cut = sums.cut
)

select
  dimension,
  member,
  other_dimension,
  other_member,
  cast(sum(n) as integer) as n,
  cast(sum(case when cluster is null then n else 1 end) as integer) as customers,
  cast(sum(case when cluster is null then n else n * n end) as double) as sum_n_sq,
  cast(sum(satisfied) as integer) as satisfied,
  cast(sum(case when cluster is null then satisfied else satisfied * satisfied end) as double) as satisfied_sq,
  cast(sum(case when cluster is null then satisfied else satisfied * n end) as double) as satisfied_n,
  cast(sum(dissatisfied) as integer) as dissatisfied,
  cast(sum(case when cluster is null then dissatisfied else dissatisfied * dissatisfied end) as double) as dissatisfied_sq,
  cast(sum(case when cluster is null then dissatisfied else dissatisfied * n end) as double) as dissatisfied_n
from named
group by all
