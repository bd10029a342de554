-- One row per number of contacts of a customer in the report month (three and more together): customers, and how many were asked for a survey too. (Counted where the records are.) (Nothing without int_churn_spells.)
with touched as (
  select int_service_touches.customer_id, count(*) as contacts
  from int_service_touches
  cross join ref_report
  where int_service_touches.touch_date >= ref_report.month_start
    and int_service_touches.touch_date < ref_report.month_end
    and int_service_touches.kind in ('call', 'session', 'ticket', 'callback', 'visit')
  group by int_service_touches.customer_id
),

asked as (
  select stg_surveys.customer_id, count(distinct stg_surveys.response_id) as invitations
  from stg_surveys
  cross join ref_report
  where stg_surveys.invited_at >= ref_report.month_start
    and stg_surveys.invited_at < ref_report.month_end
    and stg_surveys.customer_id is not null
  group by stg_surveys.customer_id
),

present as (
  select distinct int_churn_spells.customer_id
  from int_churn_spells
  cross join ref_report
  where int_churn_spells.factor = 1
    and int_churn_spells.started_date < ref_report.month_end
    and int_churn_spells.ends_date >= ref_report.month_start
    and (select count(*) from int_service_touches) > 0
)

select
  cast(least(coalesce(touched.contacts, 0), 3) as integer) as contacts,
  cast(count(*) as integer) as customers,
  cast(count(asked.customer_id) as integer) as asked,
  cast(count(*) filter (where asked.invitations > 1) as integer) as asked_again,
  cast(sum(coalesce(touched.contacts, 0)) as integer) as touches
from present
left join touched on touched.customer_id = present.customer_id
left join asked on asked.customer_id = present.customer_id
group by 1
