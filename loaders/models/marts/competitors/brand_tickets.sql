-- One row per brand named in tickets of the window: complaints, kept times, disputes.
select
  stg_tickets.brand,
  cast(count(*) as integer) as tickets,
  cast(count(*) filter (where stg_tickets.is_complaint) as integer) as complaints,
  cast(count(stg_tickets.is_sla_met) as integer) as timely_known,
  cast(count(*) filter (where stg_tickets.is_sla_met) as integer) as timely,
  cast(count(stg_tickets.is_disputed) as integer) as dispute_known,
  cast(count(*) filter (where stg_tickets.is_disputed) as integer) as disputed
from stg_tickets
cross join ref_report
where stg_tickets.brand is not null
  and stg_tickets.created_at >= ref_report.window_start
  and stg_tickets.created_at < ref_report.month_end
group by stg_tickets.brand
