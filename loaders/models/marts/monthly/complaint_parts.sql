-- One row per complaint category of the report month, kind (responsible, cause, product) and code: complaints that name it.
with named as (
  select category, 'responsible' as kind, responsible as code, ticket_id from int_complaints where is_in_month
  union all
  select category, 'product', product, ticket_id from int_complaints where is_in_month and product is not null
  union all
  select int_complaints.category, 'cause', unnest(string_split(stg_tickets.causes, '|')), int_complaints.ticket_id
  from int_complaints
  inner join stg_tickets on stg_tickets.ticket_id = int_complaints.ticket_id
  where int_complaints.is_in_month and stg_tickets.causes is not null
)

select category, kind, code, cast(count(distinct ticket_id) as integer) as complaints
from named
where code <> ''
group by category, kind, code
