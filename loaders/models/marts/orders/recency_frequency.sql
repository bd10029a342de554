-- One row per fifth of recency and fifth of frequency: customers who bought in the window, and what they paid. Equal customers have equal fifths;
-- of recency 2 and below are those since whose last purchase three fifths of all have bought, of frequency 4 and above those who buy oftener than three fifths.
with buyers as (
  select
    int_purchases.customer_id,
    max(int_purchases.purchased_date) as last_date,
    count(*) as purchases,
    sum(int_purchases.amount) as amount
  from int_purchases
  cross join ref_report
  where int_purchases.purchased_date >= ref_report.window_start
  group by int_purchases.customer_id
),

-- Those who bought no later, and those who bought more seldom; RANGE counts equals together.
counted as (
  select
    *,
    count(*) over (order by last_date range between unbounded preceding and current row) as not_later,
    rank() over (order by purchases) - 1 as seldomer,
    count(*) over (partition by 1) as buyers
  from buyers
)

select
  cast((5 * not_later + buyers - 1) // buyers as integer) as recency,
  cast(5 * seldomer // buyers + 1 as integer) as frequency,
  cast(count(*) as integer) as customers,
  cast(coalesce(sum(amount), 0) as double) as amount
from counted
group by 1, 2
