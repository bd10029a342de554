-- One row per month, source and measure of the ledger, or of a source that names records of another: both totals.
with named as (
  -- The code is <entity>.<column> or <entity>.count; reference/measures.csv may name others.
  select
    stg_control_totals.month,
    stg_control_totals.source,
    stg_control_totals.measure as code,
    coalesce(ref_measures.entity || '.' || coalesce(nullif(ref_measures."column", ''), 'count'), stg_control_totals.measure) as measure,
    sum(stg_control_totals.value) as ledger,
    max(stg_control_totals.recorded_by) as recorded_by
  from stg_control_totals
  left join ref_measures on ref_measures.code = stg_control_totals.measure and ref_measures.entity is not null
  group by all
),

-- The total of one system counts that system's records; any other source of a total counts them all.
systems as (
  select distinct source from int_measure_totals
),

scoped as (
  select named.*, sum(totals.value) filter (where systems.source is null or totals.source = named.source) as ours
  from named
  left join systems on systems.source = named.source
  left join int_measure_totals as totals on totals.month = named.month and totals.measure = named.measure
  group by all
),

known as (
  select measure, min(month) as first_month, max(month) as last_month from int_measure_totals group by measure
)

select
  scoped.month,
  scoped.source,
  scoped.code as measure,
  scoped.measure as counted,
  scoped.ledger,
  case when known.measure is not null and coalesce(months.state, '') <> 'missing' then coalesce(scoped.ours, 0) end as ours,
  case when known.measure is not null and coalesce(months.state, '') <> 'missing' then coalesce(scoped.ours, 0) - scoped.ledger end as difference,
  scoped.recorded_by,
  case
    when known.measure is null then 'no_records'
    -- Of a month whose export was not sent there is nothing to compare.
    when months.state = 'missing' then 'no_records'
    when scoped.ledger is null then 'no_total'
    when abs(coalesce(scoped.ours, 0) - scoped.ledger) < 0.005 then 'equal'
    else 'different'
  end as status
from scoped
left join known on known.measure = scoped.measure
left join metric_months as months on months.metric = split_entity(scoped.measure) and months.month = scoped.month
union all
select
  month,
  source,
  code as measure,
  'matches.count' as counted,
  cast(sum(records) as decimal(28, 4)) as ledger,
  cast(coalesce(sum(records) filter (where is_found), 0) as decimal(28, 4)) as ours,
  cast(-coalesce(sum(records) filter (where not is_found), 0) as decimal(28, 4)) as difference,
  cast(null as varchar) as recorded_by,
  case when count(*) = count(*) filter (where is_found) then 'equal' else 'different' end as status
from int_source_matches
group by month, source, code
