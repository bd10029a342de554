-- One row per customer lost of their own will: first approached when, by whom, with what, and back when.
with returns as (
  select
    int_churn_losses.customer_id,
    int_churn_losses.spell,
    min(int_churn_ends.started_date) as returned_date
  from int_churn_losses
  inner join int_churn_ends on int_churn_ends.customer_id = int_churn_losses.customer_id
    and int_churn_ends.factor = 1
    and int_churn_ends.started_date > int_churn_losses.left_date
  group by int_churn_losses.customer_id, int_churn_losses.spell
),

contacts as (
  select
    int_churn_losses.customer_id,
    int_churn_losses.spell,
    min(cast(stg_winback_contacts.contacted_at as date)) as contacted_date,
    min_by(stg_winback_contacts.role, (stg_winback_contacts.contacted_at, stg_winback_contacts.winback_id)) as role,
    min_by(stg_winback_contacts.offer, (stg_winback_contacts.contacted_at, stg_winback_contacts.winback_id)) as offer,
    max_by(stg_winback_contacts.outcome, (stg_winback_contacts.contacted_at, stg_winback_contacts.winback_id)) as outcome,
    count(*) filter (where stg_winback_contacts.outcome <> 'no_answer') > 0 as is_reached,
    min(case when stg_winback_contacts.returned_date < ref_report.month_end then stg_winback_contacts.returned_date end) as told_returned_date
  from int_churn_losses
  inner join stg_winback_contacts on stg_winback_contacts.customer_id = int_churn_losses.customer_id
  left join returns on returns.customer_id = int_churn_losses.customer_id and returns.spell = int_churn_losses.spell
  cross join ref_report
  where stg_winback_contacts.contacted_at < ref_report.month_end
    and (int_churn_losses.left_date is null or stg_winback_contacts.contacted_at >= int_churn_losses.left_date)
    and (returns.returned_date is null or stg_winback_contacts.contacted_at < returns.returned_date + interval 1 day)
  group by int_churn_losses.customer_id, int_churn_losses.spell
)

select
  int_churn_losses.*,
  contacts.contacted_date,
  contacts.role,
  contacts.offer,
  contacts.outcome,
  contacts.is_reached,
  coalesce(returns.returned_date, contacts.told_returned_date) as returned_date
from int_churn_losses
left join returns on returns.customer_id = int_churn_losses.customer_id and returns.spell = int_churn_losses.spell
left join contacts on contacts.customer_id = int_churn_losses.customer_id and contacts.spell = int_churn_losses.spell
where int_churn_losses.is_voluntary
