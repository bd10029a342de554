-- One row per complaint of a known customer about a named cause: which chain it stands in; 30 days after the last was closed a new one begins.
with own as (
  select ticket_id, customer_id, category, created_at, ended_at, reopened_count, is_done
  from int_complaints
  where customer_id is not null and category <> '(none)'
),

beside as (
  select
    *,
    lag(greatest(created_at, coalesce(ended_at, created_at)))
      over (partition by customer_id, category order by created_at, ticket_id) as last_at
  from own
),

begun as (
  select *, case when last_at is null or created_at > last_at + to_days(30) then 1 else 0 end as begins
  from beside
)

select
  *,
  sum(begins) over (
    partition by customer_id, category order by created_at, ticket_id rows between unbounded preceding and current row
  ) as chain
from begun
