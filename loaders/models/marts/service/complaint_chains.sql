-- One row per complaint of a customer who came back about the same cause at least twice: the chains, complaint by complaint.
with long as (
  select
    customer_id,
    category,
    chain,
    min(created_at) as first_at,
    count(*) as tickets
  from int_complaint_chains
  where last_at is not null or next_at is not null
  group by customer_id, category, chain
  having count(*) >= 3
)

select
  long.customer_id,
  long.category,
  strftime(long.first_at, '%Y-%m-%d') as began_date,
  int_complaint_chains.ticket_id,
  strftime(int_complaint_chains.created_at, '%Y-%m-%d') as created_date,
  coalesce(strftime(int_complaint_chains.ended_at, '%Y-%m-%d'), '') as ended_date,
  cast(int_complaint_chains.reopened_count as integer) as reopened,
  coalesce(int_complaint_chains.handler, '') as handler,
  coalesce(int_complaint_chains.responsible_department, '') as department,
  int_complaint_chains.is_done
from long
inner join int_complaint_chains on int_complaint_chains.customer_id = long.customer_id
  and int_complaint_chains.category = long.category
  and int_complaint_chains.chain = long.chain
