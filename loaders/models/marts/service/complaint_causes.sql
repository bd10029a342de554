-- One row per brand ("all" for all), kind (category or coded cause) and code: complaints of the window that name it.
with complaints as (
  select stg_tickets.ticket_id, stg_tickets.brand, stg_tickets.category, stg_tickets.causes
  from stg_tickets
  cross join ref_report
  where stg_tickets.is_complaint
    and (stg_tickets.created_at is null or (stg_tickets.created_at >= ref_report.window_start and stg_tickets.created_at < ref_report.month_end))
),

coded as (
  select ticket_id, brand, 'category' as kind, category as code from complaints where category is not null
  union all
  select ticket_id, brand, 'cause', unnest(string_split(causes, '|')) from complaints where causes is not null
),

branded as (
  select ticket_id, 'all' as brand, kind, code from coded
  union all
  select ticket_id, brand, kind, code from coded where brand is not null
),

-- The base: complaints of the brand that are coded at all.
bases as (
  select brand, kind, count(distinct ticket_id) as complaints from branded group by brand, kind
)

select
  branded.brand,
  branded.kind,
  branded.code,
  cast(count(distinct branded.ticket_id) as integer) as named_by,
  cast(max(bases.complaints) as integer) as complaints
from branded
inner join bases on bases.brand = branded.brand and bases.kind = branded.kind
group by branded.brand, branded.kind, branded.code
