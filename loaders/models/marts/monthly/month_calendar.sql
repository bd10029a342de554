-- One row per month of the report: its working days, and how many days of the Spring Festival holiday fall in it.
with festival as (
  select distinct try_cast(code as date) as day from ref_holidays where kind = 'holiday' and (label_zh like '%春节%' or lower(label_en) like '%spring festival%')
),

known as (
  select distinct extract(year from try_cast(code as date)) as year from ref_holidays where try_cast(code as date) is not null
)

select
  month_of(ref_workdays.day) as month,
  cast(count(*) as integer) as days,
  cast(count(*) filter (where ref_workdays.is_workday) as integer) as working_days,
  cast(count(*) filter (where festival.day is not null) as integer) as festival_days,
  -- Without a list of the year's holidays nobody knows its working days.
  coalesce(max(known.year) is not null, false) as is_known,
  (select cast(max(year) as integer) from known) as known_to
from ref_workdays
inner join ref_months on ref_months.month = month_of(ref_workdays.day)
left join festival on festival.day = ref_workdays.day
left join known on known.year = extract(year from ref_workdays.day)
group by month_of(ref_workdays.day)
