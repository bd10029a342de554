-- One row per line of rules/sla.yaml: what it says, its tickets of the window, and how they were judged by it and by the exported flag.
select
  ref_policies.place as policy,
  ref_policies.clock,
  coalesce(ref_policies.ticket_type, '') as ticket_type,
  coalesce(ref_policies.priority, '') as priority,
  coalesce(ref_policies.tier, '') as tier,
  cast(ref_policies.within_amount as double) as within_amount,
  ref_policies.unit,
  coalesce(ref_policies.from_month, '') as from_month,
  cast(count(int_sla_judged.ticket_id) as integer) as tickets,
  cast(count(*) filter (where int_sla_judged.outcome = 'met') as integer) as met,
  cast(count(*) filter (where int_sla_judged.outcome = 'breached') as integer) as breached,
  cast(count(*) filter (where int_sla_judged.is_open_late) as integer) as open_late,
  cast(count(stg_tickets.is_sla_met) as integer) as exported,
  cast(count(*) filter (where stg_tickets.is_sla_met) as integer) as exported_met,
  cast(count(*) filter (where int_sla_judged.outcome = 'met' and stg_tickets.is_sla_met) as integer) as both_met,
  cast(count(*) filter (where int_sla_judged.outcome = 'met' and not stg_tickets.is_sla_met) as integer) as only_policy_met,
  cast(count(*) filter (where int_sla_judged.outcome = 'breached' and stg_tickets.is_sla_met) as integer) as only_export_met,
  cast(count(*) filter (where int_sla_judged.outcome = 'breached' and not stg_tickets.is_sla_met) as integer) as both_breached,
  cast(count(*) filter (where int_sla_judged.outcome <> 'open' and stg_tickets.is_sla_met is null) as integer) as not_exported,
  cast(count(*) filter (where int_sla_judged.is_open_late and stg_tickets.is_sla_met is null) as integer) as not_exported_open_late
from ref_policies
left join int_sla_judged on int_sla_judged.policy = ref_policies.place and int_sla_judged.is_in_window
left join stg_tickets on stg_tickets.ticket_id = int_sla_judged.ticket_id
group by all
