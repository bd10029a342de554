-- One row per check and customer or contract that fails it.
with ordered as (
  select
    *,
    max(end_date) over (partition by customer_id, product order by start_date, contract_id rows between unbounded preceding and 1 preceding) as earlier_end
  from stg_contracts
  where customer_id is not null and start_date is not null
)

select 'duplicate_phone' as check_id, customer_id as record_id, customer_id, file, "row", group_id as found
from int_duplicate_customers where evidence = 'phone' and customer_id <> group_id
union all
select 'duplicate_name', customer_id, customer_id, file, "row", group_id
from int_duplicate_customers where evidence = 'name' and customer_id <> group_id
union all
select 'impossible_age', customer_id, customer_id, _file, _row, cast(age as varchar)
from stg_customers where age < 0 or age > 120
union all
select 'left_before_joined', customer_id, customer_id, _file, _row, cast(joined_date as varchar) || ' → ' || cast(left_date as varchar)
from stg_customers where left_date < joined_date
union all
select 'overlapping_contracts', contract_id, customer_id, _file, _row, cast(start_date as varchar) || ' < ' || cast(earlier_end as varchar)
from ordered where start_date < earlier_end
union all
select 'contract_ends_before_start', contract_id, customer_id, _file, _row, cast(start_date as varchar) || ' → ' || cast(end_date as varchar)
from stg_contracts where end_date < start_date
union all
select 'contract_without_customer', contract_id, stg_contracts.customer_id, stg_contracts._file, stg_contracts._row, stg_contracts.customer_id
from stg_contracts
left join stg_customers on stg_customers.customer_id = stg_contracts.customer_id
where stg_contracts.customer_id is not null and stg_customers.customer_id is null and exists (select 1 from stg_customers)
union all
select 'interview_without_loss', stg_churn_interviews.interview_id, stg_churn_interviews.customer_id, stg_churn_interviews._file, stg_churn_interviews._row, cast(stg_churn_interviews.left_date as varchar)
from stg_churn_interviews
cross join ref_report
cross join ref_churn
-- Of later losses the records cannot know yet.
where coalesce(stg_churn_interviews.left_date, cast(stg_churn_interviews.interviewed_at as date), date '1900-01-01') < ref_report.month_end - to_days(cast(ref_churn.grace_days as integer))
  and exists (select 1 from int_churn_ends where int_churn_ends.customer_id = stg_churn_interviews.customer_id)
  and not exists (select 1 from int_churn_losses where int_churn_losses.interview_id = stg_churn_interviews.interview_id)
union all
select 'reason_unknown', int_churn_reasons.interview_id, int_churn_reasons.customer_id, stg_churn_interviews._file, stg_churn_interviews._row, int_churn_reasons.reason
from int_churn_reasons
inner join stg_churn_interviews on stg_churn_interviews.interview_id = int_churn_reasons.interview_id
where not int_churn_reasons.is_listed and exists (select 1 from ref_churn_reasons)
union all
select distinct 'ruined_id', file || ':' || "row", cast(null as varchar), file, "row", "column" || ' = ' || value
from rejects where reason in ('not_id', 'ruined_id')
