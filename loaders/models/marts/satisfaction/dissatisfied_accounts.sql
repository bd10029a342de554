-- One row per customer whose last answer was dissatisfied, the fifty who bring most: what they scored low, what they said.
with lows as (
  select response_id, string_agg(item, ' ' order by score, item) as low_items
  from int_survey_answers
  where question = 'rating' and is_dissatisfied
  group by response_id
),

said as (
  select response_id, max(verbatim) as verbatim
  from stg_surveys
  where verbatim is not null
  group by response_id
)

select
  int_attitudes.customer_id,
  coalesce(int_attitudes.tier, 'unknown') as tier,
  coalesce(stg_customers.region, 'unknown') as region,
  stg_customers.owner,
  cast(int_attitudes.revenue as double) as revenue,
  cast(int_attitudes.score as double) as score,
  cast(cast(int_attitudes.survey_date as date) as varchar) as survey_date,
  lows.low_items,
  stg_tickets.category,
  -- Without complaints on record nobody can be told to be silent.
  case when (select count(*) from stg_tickets where is_complaint) > 0 then int_attitudes.has_complained end as has_complained,
  said.verbatim
from int_attitudes
inner join stg_customers on stg_customers.customer_id = int_attitudes.customer_id
left join lows on lows.response_id = int_attitudes.response_id
left join said on said.response_id = int_attitudes.response_id
left join stg_tickets on stg_tickets.ticket_id = int_attitudes.ticket_id
where int_attitudes.attitude = 'dissatisfied' and int_attitudes.revenue > 0
qualify row_number() over (order by int_attitudes.revenue desc, int_attitudes.customer_id) <= 50
