-- One row per period, dimension and member: jobs on site, whether they were in time, signed for and right the first time.
with periods as (
  select 'all' as period, int_work_orders.* from int_work_orders
  union all
  select month_of(int_work_orders.completed_date) as period, int_work_orders.*
  from int_work_orders
  where month_of(int_work_orders.completed_date) in (select month from ref_months)
),

counted as (
  select
    period,
    case
      when grouping(region) = 0 then 'region'
      when grouping(technician) = 0 then 'technician'
      else 'all'
    end as dimension,
    case
      when grouping(region) = 0 then coalesce(region, 'unknown')
      when grouping(technician) = 0 then coalesce(technician, 'unknown')
      else 'all'
    end as member,
    cast(count(*) as integer) as jobs,
    cast(count(is_kept) as integer) as appointed,
    cast(count(*) filter (where is_kept) as integer) as kept,
    cast(count(is_signed) as integer) as sign_known,
    cast(count(*) filter (where is_signed) as integer) as signed,
    cast(count(has_feedback_card) as integer) as card_known,
    cast(count(*) filter (where has_feedback_card) as integer) as cards,
    cast(count(*) filter (where is_due) as integer) as due,
    cast(count(*) filter (where is_due and not is_again) as integer) as fixed,
    cast(count(is_parts_missing) filter (where is_due) as integer) as parts_known,
    cast(count(*) filter (where is_due and is_parts_missing) as integer) as parts_missing,
    cast(count(*) filter (where is_due and is_again and is_parts_missing) as integer) as again_for_parts,
    cast(coalesce(sum(fee), 0) as double) as fee
  from periods
  group by grouping sets ((period), (period, region), (period, technician))
)

select * from counted where dimension = 'all' or period = 'all'
