-- One row per customer of the base: tier, revenue, and what the last answer in the window said; silent without one.
with lasts as (
  select
    customer_id,
    score,
    survey_date,
    response_id,
    has_complained,
    ticket_id,
    case when is_dissatisfied then 'dissatisfied' else 'content' end as attitude
  from int_overall_answers
  where customer_key is not null
  qualify row_number() over (partition by customer_key order by survey_date desc nulls last, response_id desc) = 1
)

select
  int_customers_tiered.customer_id,
  int_customers_tiered.tier,
  int_customers_tiered.revenue,
  coalesce(lasts.attitude, 'silent') as attitude,
  lasts.score,
  lasts.survey_date,
  lasts.response_id,
  lasts.ticket_id,
  coalesce(lasts.has_complained, false) as has_complained
from int_customers_tiered
inner join stg_customers on stg_customers.customer_id = int_customers_tiered.customer_id
left join lasts on lasts.customer_id = int_customers_tiered.customer_id
-- The base: who buys or has a contract in the window, or answered; a prospect is none.
where stg_customers.grade is null
  and (int_customers_tiered.revenue > 0 or lasts.customer_id is not null)
