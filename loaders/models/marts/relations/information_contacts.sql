-- One row per dimension and member: contacts of the window, those that a page could have answered, and the minutes talked. (Counted where the records are.) (Nothing without ref_information.)
select
  case when grouping(page) = 0 then 'page' when grouping(product) = 0 then 'product' when grouping(entity) = 0 then 'entity' else 'all' end as dimension,
  case
    when grouping(page) = 0 then coalesce(page, '(none)')
    when grouping(product) = 0 then product
    when grouping(entity) = 0 then entity
    else 'all'
  end as member,
  cast(count(*) as integer) as contacts,
  cast(count(*) filter (where page is not null) as integer) as answerable,
  cast(count(seconds) filter (where page is not null) as integer) as timed,
  cast(coalesce(sum(seconds), 0) as double) / 60 as minutes,
  cast(coalesce(sum(seconds) filter (where page is not null), 0) as double) / 60 as freed_minutes
from int_answerable_contacts
group by grouping sets ((), (page), (product), (entity))
having count(*) > 0
