-- One row per kind of record and day that cannot be right: later than any export could know, day and month swapped, or the day from which systems count.
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

-- Where every kind has a handful a month, all together tell more.
sized as (
  select entity, month_start, records from months
  union all
  select '(all)' as entity, month_start, sum(records) from months group by month_start
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
  from sized
),

typical as (
  select entity, min(records) as records
  from ranked
  where held_before * 2 < total
  group by entity
),

telling as (
  select entity, records
  from typical
  where case
    when (select count(*) from typical where entity <> '(all)' and records >= 20) > 0 then entity <> '(all)' and records >= 20
    else entity = '(all)'
  end
),

-- The last month with a tenth of the usual records (of all together a fifth); the month after it may have begun, the one after that has not.
latest as (
  select max(sized.month_start) + interval 2 month as future_from
  from sized
  inner join telling on telling.entity = sized.entity
  where sized.records * case when sized.entity = '(all)' then 5 else 10 end >= telling.records
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
  case when days.day >= latest.future_from then 'future_date' when zero_days.day is not null then 'zero_date' else 'day_month_swapped' end as check_id
from int_dated_records as days
cross join latest
-- An empty date as UNIX, Excel, the Mac and SQL Server write it.
left join (values (date '1970-01-01'), (date '1899-12-30'), (date '1899-12-31'), (date '1900-01-01'), (date '1904-01-01'), (date '1753-01-01')) as zero_days(day) on zero_days.day = days.day
left join swapped on swapped.entity = days.entity and swapped.month_start = date_trunc('month', days.day)
left join suspicious on suspicious.entity = days.entity
where days.day >= latest.future_from or zero_days.day is not null or (swapped.entity is not null and suspicious.entity is not null)
