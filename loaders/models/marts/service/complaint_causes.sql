-- One row per brand ("all" for all), kind (category or coded cause) and code: complaints of the window that name it.
with complaints as (
  -- A ticket names a cause once.
  select stg_tickets.brand, stg_tickets.category, list_distinct(string_split(stg_tickets.causes, '|')) as causes
  from stg_tickets
  cross join ref_report
  where stg_tickets.is_complaint
    and (stg_tickets.created_at is null or (stg_tickets.created_at >= ref_report.window_start and stg_tickets.created_at < ref_report.month_end))
),

coded as (
  select brand, 'category' as kind, category as code, true as is_first from complaints where category is not null
  union all
  select brand, 'cause', unnest(causes), generate_subscripts(causes, 1) = 1 from complaints where causes is not null
),

branded as (
  select 'all' as brand, kind, code, is_first from coded
  union all
  select brand, kind, code, is_first from coded where brand is not null
),

counted as (
  select brand, kind, code, count(*) as named_by, count(*) filter (where is_first) as complaints
  from branded
  group by brand, kind, code
)

select
  brand,
  kind,
  code,
  cast(named_by as integer) as named_by,
  -- The base: complaints of the brand that are coded at all.
  cast(sum(complaints) over (partition by brand, kind) as integer) as complaints
from counted
