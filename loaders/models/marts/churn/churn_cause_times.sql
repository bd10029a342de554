-- One row per clock, time and cause of leaving: "" counts who entered, and who was last seen as a customer.
with lives as (
  select
    int_customers_lifetime.*,
    case
      when not int_customers_lifetime.has_left then ''
      when int_customers_lifetime.is_voluntary then coalesce(int_churn_losses.cause, 'unknown')
      else int_customers_lifetime.end_kind
    end as cause
  from int_customers_lifetime
  left join int_churn_losses
    on int_churn_losses.customer_id = int_customers_lifetime.customer_id
    and int_churn_losses.left_date is not distinct from int_customers_lifetime.left_date
  where int_customers_lifetime.exited_at_time > int_customers_lifetime.entered_at_time
    or (int_customers_lifetime.exited_at_time = 0 and int_customers_lifetime.entered_at_time = 0 and int_customers_lifetime.has_left)
),

moments as (
  select clock, entered_at_time as time, '' as cause, 1 as entered, 0 as exited from lives
  union all
  select clock, exited_at_time, cause, 0, 1 from lives
)

select
  clock,
  cast(time as integer) as time,
  cause,
  cast(sum(entered) as integer) as entered,
  cast(sum(exited) as integer) as exited
from moments
group by clock, time, cause
