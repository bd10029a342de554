-- One row per customer lost in the window and not back: why, where to, what they paid, and who should call by the rule.
with fitting as (
  select
    int_winback.customer_id,
    int_winback.spell,
    min_by(ref_callers.role, ref_callers.place) as caller
  from int_winback
  inner join ref_callers
    on (ref_callers.cause is null or ref_callers.cause = int_winback.cause)
    and (ref_callers.tier is null or ref_callers.tier = int_winback.tier)
  group by int_winback.customer_id, int_winback.spell
)

select
  int_winback.customer_id,
  cast(max(int_winback.left_date) as varchar) as left_date,
  max_by(int_winback.tier, (int_winback.left_date, int_winback.spell)) as tier,
  max_by(int_winback.cause, (int_winback.left_date, int_winback.spell)) as cause,
  max_by(int_winback.destination, (int_winback.left_date, int_winback.spell)) as destination,
  cast(max_by(int_winback.monthly_amount, (int_winback.left_date, int_winback.spell)) as double) as monthly_amount,
  max_by(int_winback.can_win_back, (int_winback.left_date, int_winback.spell)) as can_win_back,
  max_by(int_winback.contacted_date is not null, (int_winback.left_date, int_winback.spell)) as is_contacted,
  max_by(int_winback.outcome, (int_winback.left_date, int_winback.spell)) as outcome,
  max_by(fitting.caller, (int_winback.left_date, int_winback.spell)) as caller,
  max(stg_customers.owner) as owner
from int_winback
left join fitting on fitting.customer_id = int_winback.customer_id and fitting.spell = int_winback.spell
left join stg_customers on stg_customers.customer_id = int_winback.customer_id
where int_winback.is_in_window
  and int_winback.left_date is not null
  and int_winback.returned_date is null
  and coalesce(int_winback.outcome, '') <> 'declined'
  and coalesce(stg_customers.contact_preference, 'any') not in ('none')
group by int_winback.customer_id
