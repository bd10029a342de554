-- One row per customer with a standard: visits and calls due and done in the window, and since when a visit is overdue.
with entitled as (
  select
    int_tier_months.customer_id,
    coalesce(given.tier, ref_tiers.code) as tier
  from int_tier_months
  inner join ref_report on ref_report.month = int_tier_months.month
  inner join ref_tiers on ref_tiers.place = int_tier_months.place
  left join ref_overrides as given
    on given.customer_id = int_tier_months.customer_id and given.until_date >= ref_report.month_end - to_days(1)
),

-- Who came in the window has a right to its part of the year only.
since as (
  select
    entitled.customer_id,
    entitled.tier,
    greatest(ref_report.window_start, min(int_churn_spells.started_date)) as from_date,
    min(int_churn_spells.started_date) as started_date
  from entitled
  cross join ref_report
  inner join int_churn_spells on int_churn_spells.customer_id = entitled.customer_id and int_churn_spells.factor = 1
  group by entitled.customer_id, entitled.tier, ref_report.window_start
),

last_visits as (
  select stg_visits.customer_id, max(stg_visits.visited_date) as visited_date
  from stg_visits
  cross join ref_report
  where stg_visits.visited_date < ref_report.month_end
  group by stg_visits.customer_id
)

select
  since.customer_id,
  since.tier,
  -- Who wants no contact is due none, who wants no calls no calls.
  case when stg_customers.contact_preference = 'none' then 0
    else floor(ref_standards.visits_per_year * date_diff('day', since.from_date, cast(ref_report.month_end as date)) / 365.0) end as visits_due,
  case when stg_customers.contact_preference in ('none', 'no_call', 'email_only') then 0
    else floor(ref_standards.calls_per_year * date_diff('day', since.from_date, cast(ref_report.month_end as date)) / 365.0) end as calls_due,
  coalesce(int_customer_years.visits, 0) as visits,
  coalesce(int_customer_years.calls, 0) as calls,
  last_visits.visited_date as last_visit_date,
  -- The next visit is due so long after the last; where there was none, after joining or the begin of the records.
  case when ref_standards.visits_per_year > 0 and coalesce(stg_customers.contact_preference, 'any') <> 'none'
    then coalesce(last_visits.visited_date, greatest(since.started_date, ref_report.first_date)) + to_days(cast(floor(365 / ref_standards.visits_per_year) as integer)) end as visit_due_date
from since
cross join ref_report
inner join ref_standards on ref_standards.tier = since.tier
inner join stg_customers on stg_customers.customer_id = since.customer_id
left join last_visits on last_visits.customer_id = since.customer_id
left join int_customer_years on int_customer_years.customer_id = since.customer_id and int_customer_years.month = ref_report.month
