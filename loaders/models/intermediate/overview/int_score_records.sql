-- One row per record and family of metrics that look at it, with the scores of each: its month, whether it lies in the window, whose it is, and what it was about.
-- Words are held as codes: these rows are the most there are.
-- What a metric cannot tell of a month: something else that it needs (callbacks of a closed complaint) is not there, and a score would be made up.
with untold as (
  select
    score_places.family as family,
    cast(metric_months.month || '-01' as date) as month_start,
    max(case when score_places.place = 1 then 1 else 0 end) as score_1,
    max(case when score_places.place = 2 then 1 else 0 end) as score_2,
    max(case when score_places.place = 3 then 1 else 0 end) as score_3
  from metric_months
  inner join score_places on score_places.metric = metric_months.metric
  where metric_months.state = 'missing'
  group by score_places.family, metric_months.month
),

scores as (
  select family, customer_id, customer_key, profile_id, occurred_date, channel, agent, team, product, region, score_1, score_2, score_3, weight
  from all_scores
  where is_known
  union all
  select
    all_scores.family, all_scores.customer_id, customers.customer_key, customers.profile_id, all_scores.occurred_date, all_scores.channel,
    all_scores.agent, all_scores.team, all_scores.product, all_scores.region, all_scores.score_1, all_scores.score_2, all_scores.score_3, all_scores.weight
  from all_scores
  -- True of all customers: records are thought to be few, and would be held in memory to look customers up.
  left join (select * from int_customer_profiles where customer_key > 0) as customers on customers.customer_id = all_scores.customer_id
  where not all_scores.is_known
),

records as (
  select
    -- Named anew: ClickHouse keeps the table's name in a column that another joined table has too.
    scores.family as family,
    -- Whose it is: the number of a customer with a card, what the record says of another.
    scores.customer_key as customer_key,
    case when scores.customer_key is null then scores.customer_id end as stranger,
    scores.profile_id as profile_id,
    ref_months.month_start as month_start,
    scores.occurred_date is null or scores.occurred_date >= ref_report.window_start as is_in_window,
    -- Segments are published for the months compared, and for CSAT for every month.
    coalesce(ref_months.is_compared, false) or told.family is not null as is_cut_by_month,
    code_of(scores.channel) as channel,
    code_of(scores.agent) as agent,
    code_of(scores.team) as team,
    code_of(scores.product) as product,
    -- The customer's own region comes with the profile; that of the record stands in where the customer's is not known.
    case when regions.profile_id is null then code_of(scores.region) end as region,
    cast(case when untold.score_1 = 1 then null else scores.score_1 end as decimal(18, 4)) as score_1,
    cast(case when untold.score_2 = 1 then null else scores.score_2 end as decimal(18, 4)) as score_2,
    cast(case when untold.score_3 = 1 then null else scores.score_3 end as decimal(18, 4)) as score_3,
    -- Of how many answers this one stands; null where answers carry no weights.
    scores.weight as weight
  from scores
  cross join ref_report
  left join (select profile_id from int_profile_dimensions where dimension = 'region') as regions on regions.profile_id = scores.profile_id
  left join ref_months on ref_months.month_start = cast(date_trunc('month', scores.occurred_date) as date)
  left join (select distinct family from score_places where metric = 'csat') as told on told.family = scores.family
  left join untold on untold.family = scores.family
    and untold.month_start = cast(date_trunc('month', scores.occurred_date) as date)
  where scores.occurred_date is null or scores.occurred_date < ref_report.month_end
)

select *
from records
where score_1 is not null or score_2 is not null or score_3 is not null
