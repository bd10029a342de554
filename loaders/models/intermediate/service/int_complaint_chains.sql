-- One row per complaint of a known customer about a named cause: which chain it stands in, and when the next one came; 30 days after the last was closed a new one begins.
with own as (
  select
    int_complaints.ticket_id, int_complaints.customer_id, customers.customer_key, customers.profile_id, int_complaints.category, int_complaints.created_at,
    int_complaints.ended_at, int_complaints.reopened_count, int_complaints.is_done, int_complaints.brand, int_complaints.channel, int_complaints.handler,
    int_complaints.responsible_department, int_complaints.product, int_complaints.region
  from int_complaints
  left join (select customer_id, customer_key, profile_id from int_customer_profiles where customer_key > 0) as customers on customers.customer_id = int_complaints.customer_id
  where int_complaints.customer_id is not null and int_complaints.category <> '(none)'
),

-- Few complain twice about one cause: only their complaints, found by one number for both, are put in order.
several as (
  select hash(customer_id, category) as mark from own group by 1 having count(*) > 1
),

beside as (
  select
    own.*,
    lag(greatest(created_at, coalesce(ended_at, created_at))) over by_cause as last_at,
    lead(created_at) over by_cause as next_at
  from own
  where hash(own.customer_id, own.category) in (select mark from several)
  window by_cause as (partition by own.customer_id, own.category order by own.created_at, own.ticket_id)
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
union all
select own.*, null, null, 1, 1
from own
where hash(own.customer_id, own.category) not in (select mark from several)
