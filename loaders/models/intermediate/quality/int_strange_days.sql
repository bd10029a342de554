-- One row per kind of record and day that cannot be right: later than any export could know, or day and month swapped.
with months as (
  select
    entity,
    date_trunc('month', day) as month_start,
    sum(records) as records,
    max(extract(day from day)) as last_day
  from int_dated_records
  where day is not null
  group by entity, date_trunc('month', day)
),

-- Each kind of record by itself, its largest months first: the months that hold half of its records say what is usual, so
-- that strays over many months do not.
ranked as (
  select
    entity,
    month_start,
    records,
    sum(records) over (partition by entity) as total,
    sum(records) over (partition by entity order by records desc, month_start rows between unbounded preceding and current row) - records as held_before
  from months
),

typical as (
  select entity, min(records) as records
  from ranked
  where held_before * 2 < total
  group by entity
),

-- A handful a month is told from strays by those kinds alone that have more.
telling as (
  select entity, records
  from typical
  where records >= 20 or (select max(records) from typical) < 20
),

-- The last month with a tenth of the usual records; the month after it may have begun, the one after that has not.
latest as (
  select max(months.month_start) + interval 2 month as future_from
  from months
  inner join telling on telling.entity = months.entity
  where months.records * 10 >= telling.records
),

-- A month that has records on days 1 to 12 only, all of them numbers of months that are whole.
whole_months as (
  select entity, extract(month from month_start) as number from months where last_day > 12
),

swapped as (
  select
    days.entity,
    date_trunc('month', days.day) as month_start
  from int_dated_records as days
  left join whole_months on whole_months.entity = days.entity and whole_months.number = extract(day from days.day)
  where days.day is not null
  group by days.entity, date_trunc('month', days.day)
  having sum(days.records) >= 10 and max(extract(day from days.day)) <= 12 and count(*) = count(whole_months.number)
),

suspicious as (
  select entity from swapped group by entity having count(*) >= 2
)

select days.entity, days.date_column, days.day, days.records,
  case when days.day >= latest.future_from then 'future_date' else 'day_month_swapped' end as check_id
from int_dated_records as days
cross join latest
left join swapped on swapped.entity = days.entity and swapped.month_start = date_trunc('month', days.day)
left join suspicious on suspicious.entity = days.entity
where days.day >= latest.future_from or (swapped.entity is not null and suspicious.entity is not null)
