-- One row per dimension and member: goods asked to be taken back in the window, and what became of that.
with asked as (
  select
    coalesce(stg_returns.product, 'unknown') as product,
    coalesce(stg_returns.reason, 'unknown') as reason,
    stg_returns.amount,
    -- What was settled later is still open in this report; what an export never tells is not open.
    case
      when stg_returns.completed_at >= ref_report.month_end then 'open'
      when stg_returns.outcome is not null then stg_returns.outcome
      when stg_returns.completed_at is null and told.dates > 0 then 'open'
      else 'unknown'
    end as outcome
  from stg_returns
  cross join ref_report
  cross join (select count(completed_at) as dates from stg_returns) as told
  where stg_returns.requested_at is null
    or (stg_returns.requested_at >= ref_report.window_start and stg_returns.requested_at < ref_report.month_end)
)

select
  case when grouping(product) = 0 then 'product' when grouping(reason) = 0 then 'reason' else 'all' end as dimension,
  case when grouping(product) = 0 then product when grouping(reason) = 0 then reason else 'all' end as member,
  cast(count(*) as integer) as requests,
  cast(count(*) filter (where outcome = 'accepted') as integer) as accepted,
  cast(count(*) filter (where outcome = 'exchanged') as integer) as exchanged,
  cast(count(*) filter (where outcome = 'refused') as integer) as refused,
  cast(count(*) filter (where outcome = 'open') as integer) as still_open,
  cast(count(*) filter (where outcome = 'unknown') as integer) as not_told,
  cast(coalesce(sum(amount), 0) as double) as amount
from asked
group by grouping sets ((), (product), (reason))
having count(*) > 0
