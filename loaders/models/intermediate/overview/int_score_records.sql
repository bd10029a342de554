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

records as (
  select
    -- Named anew: ClickHouse keeps the table's name in a column that another joined table has too.
    all_scores.family as family,
    -- Whose it is: the number of a customer with a card, what the record says of another.
    customers.customer_key as customer_key,
    case when customers.customer_key is null then all_scores.customer_id end as stranger,
    customers.profile_id as profile_id,
    ref_months.month_start as month_start,
    all_scores.occurred_date is null or all_scores.occurred_date >= ref_report.window_start as is_in_window,
    -- Segments are published for the months compared, and for CSAT for every month.
    coalesce(ref_months.is_compared, false) or told.family is not null as is_cut_by_month,
    code_of(all_scores.channel) as channel,
    code_of(all_scores.agent) as agent,
    code_of(all_scores.team) as team,
    code_of(all_scores.product) as product,
    -- The customer's own region comes with the profile; that of the record stands in where the customer's is not known.
    case when coalesce(customers.has_region, false) then null else code_of(all_scores.region) end as region,
    cast(case when untold.score_1 = 1 then null else all_scores.score_1 end as decimal(18, 4)) as score_1,
    cast(case when untold.score_2 = 1 then null else all_scores.score_2 end as decimal(18, 4)) as score_2,
    cast(case when untold.score_3 = 1 then null else all_scores.score_3 end as decimal(18, 4)) as score_3,
    -- Of how many answers this one stands; null where answers carry no weights.
    all_scores.weight as weight
  from all_scores
  -- True of all customers: records are thought to be few, and would be held in memory to look customers up.
  left join (select * from int_customer_profiles where customer_key > 0) as customers on customers.customer_id = all_scores.customer_id
  cross join ref_report
  left join ref_months on ref_months.month_start = cast(date_trunc('month', all_scores.occurred_date) as date)
  left join (select distinct family from score_places where metric = 'csat') as told on told.family = all_scores.family
  left join untold on untold.family = all_scores.family
    and untold.month_start = cast(date_trunc('month', all_scores.occurred_date) as date)
  where all_scores.occurred_date is null or all_scores.occurred_date < ref_report.month_end
)

select *
from records
where score_1 is not null or score_2 is not null or score_3 is not null
