-- One row per days since leaving: customers back then, and customers last seen as lost.
select
  cast(date_diff('day', int_winback.left_date, coalesce(int_winback.returned_date, cast(ref_churn.known_until as date))) as integer) as days,
  cast(count(*) as integer) as exited,
  cast(count(int_winback.returned_date) as integer) as returned
from int_winback
cross join ref_churn
where int_winback.left_date is not null
group by date_diff('day', int_winback.left_date, coalesce(int_winback.returned_date, cast(ref_churn.known_until as date)))
