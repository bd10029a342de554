-- One row per ticket and clock that a line of rules/sla.yaml fits: met, breached, or open and not yet due. (Nothing without ref_policies.)
with fits as (
  select
    int_ticket_clocks.*,
    month_of(int_ticket_clocks.month_start) as month,
    ref_policies.place as policy,
    ref_policies.within_amount,
    ref_policies.unit,
    row_number() over (
      partition by int_ticket_clocks.ticket_id, int_ticket_clocks.clock order by ref_policies.place
    ) as choice
  from int_ticket_clocks
  left join int_customers_tiered on int_customers_tiered.customer_id = int_ticket_clocks.customer_id
  inner join ref_policies on ref_policies.clock = int_ticket_clocks.clock
    and (ref_policies.ticket_type is null or ref_policies.ticket_type = int_ticket_clocks.ticket_type)
    and (ref_policies.priority is null or ref_policies.priority = int_ticket_clocks.priority)
    and (ref_policies.tier is null or ref_policies.tier = int_customers_tiered.tier)
    and (ref_policies.from_month is null or ref_policies.from_month <= month_of(int_ticket_clocks.month_start))
),

-- Working days end with the day: opened on a Monday, one working day is the end of Tuesday.
late as (
  select
    fits.*,
    case fits.unit
      when 'hours' then fits.seconds > fits.within_amount * 3600
      when 'business_hours' then fits.business_seconds > fits.within_amount * 3600
      else last_day.workdays - first_day.workdays + case when last_day.is_workday then 0 else 1 end > fits.within_amount
    end as is_late
  from fits
  left join ref_workdays as first_day on first_day.day = cast(fits.started_at as date)
  -- Midnight is the end of the day before it.
  left join ref_workdays as last_day on last_day.day = cast(fits.stopped_at - to_seconds(1) as date)
  where fits.choice = 1
)

select
  ticket_id,
  clock,
  month,
  is_in_window,
  policy,
  case when is_late then 'breached' when is_done then 'met' else 'open' end as outcome,
  is_late and not is_done as is_open_late
from late
where is_late is not null
