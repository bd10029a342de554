-- One row per metric, period, profile and cut: what int_metric_sums says, from one look at each record. (A view: read where the records are.) (Adds up over customers by metric, period, is_compared, profile_id, cut, member.)
with cells as (
  select
    mark,
    cluster = 0 as is_nobody,
    any_value(family) as family, any_value(cut) as cut, any_value(period) as period, any_value(member) as member,
    count(score_1) as n_1, count(score_2) as n_2, count(score_3) as n_3,
    sum(score_1) as total_1, sum(score_2) as total_2, sum(score_3) as total_3,
    sum(score_1 * score_1) as sum_sq_1, sum(score_2 * score_2) as sum_sq_2, sum(score_3 * score_3) as sum_sq_3,
    count(*) filter (where score_1 > 0) as positive_1, count(*) filter (where score_2 > 0) as positive_2, count(*) filter (where score_3 > 0) as positive_3,
    count(*) filter (where score_1 < 0) as negative_1, count(*) filter (where score_2 < 0) as negative_2, count(*) filter (where score_3 < 0) as negative_3
  from int_metric_entries
  group by mark, cluster = 0
),

customers as (
  select
    mark,
    count(score_1) as n_1, count(score_2) as n_2, count(score_3) as n_3,
    sum(coalesce(score_1, 0)) as total_1, sum(coalesce(score_2, 0)) as total_2, sum(coalesce(score_3, 0)) as total_3
  from int_metric_entries
  where cluster <> 0
  group by mark, cluster
),

clusters as (
  select
    mark,
    false as is_nobody,
    count(*) filter (where n_1 > 0) as customers_1, count(*) filter (where n_2 > 0) as customers_2, count(*) filter (where n_3 > 0) as customers_3,
    sum(total_1 * total_1) as total_sq_1, sum(total_2 * total_2) as total_sq_2, sum(total_3 * total_3) as total_sq_3,
    sum(total_1 * n_1) as total_n_1, sum(total_2 * n_2) as total_n_2, sum(total_3 * n_3) as total_n_3,
    sum(n_1 * n_1) as n_sq_1, sum(n_2 * n_2) as n_sq_2, sum(n_3 * n_3) as n_sq_3
  from customers
  group by mark
),

sums as (
  select
    score_places.metric as metric,
    cells.period as period, cells.cut as cut, cells.member as member, cells.is_nobody as is_nobody,
    case score_places.place when 1 then n_1 when 2 then n_2 else n_3 end as n,
    case score_places.place when 1 then total_1 when 2 then total_2 else total_3 end as total,
    case score_places.place when 1 then sum_sq_1 when 2 then sum_sq_2 else sum_sq_3 end as sum_sq,
    case score_places.place when 1 then positive_1 when 2 then positive_2 else positive_3 end as positive,
    case score_places.place when 1 then negative_1 when 2 then negative_2 else negative_3 end as negative,
    case score_places.place when 1 then customers_1 when 2 then customers_2 else customers_3 end as customers,
    case score_places.place when 1 then total_sq_1 when 2 then total_sq_2 else total_sq_3 end as total_sq,
    case score_places.place when 1 then total_n_1 when 2 then total_n_2 else total_n_3 end as total_n,
    case score_places.place when 1 then n_sq_1 when 2 then n_sq_2 else n_sq_3 end as n_sq
  from cells
  inner join score_places on score_places.family = cells.family
  left join clusters on clusters.mark = cells.mark and clusters.is_nobody = cells.is_nobody
)

-- A record of nobody repeats nothing.
select
  sums.metric as metric,
  coalesce(ref_months.month, 'window') as period,
  coalesce(ref_months.is_compared, true) as is_compared,
  case when sums.cut = 62 then cast(sums.member as integer) end as profile_id,
  sums.cut as cut,
  case when sums.cut <> 62 then sums.member end as member,
  sum(sums.n) as n,
  sum(sums.total) as total,
  sum(sums.sum_sq) as sum_sq,
  sum(sums.positive) as positive,
  sum(sums.negative) as negative,
  sum(case when sums.is_nobody then sums.n else sums.customers end) as customers,
  sum(case when sums.is_nobody then sums.sum_sq else sums.total_sq end) as sum_total_sq,
  sum(case when sums.is_nobody then sums.total else sums.total_n end) as sum_total_n,
  sum(case when sums.is_nobody then sums.n else sums.n_sq end) as sum_n_sq
from sums
left join ref_months on ref_months.month_start = sums.period
where sums.n > 0
group by 1, 2, 3, 4, 5, 6
