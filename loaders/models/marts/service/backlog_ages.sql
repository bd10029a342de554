-- One row per ticket type and age band: tickets open at the end of the report month, or as far as their export knows.
with open_tickets as (
  select
    int_tickets_ended.ticket_type,
    date_diff(
      'second', int_tickets_ended.created_at, least(ref_report.month_end, coalesce(ref_known.known_until, ref_report.month_end))
    ) as seconds
  from int_tickets_ended
  cross join ref_report
  left join ref_known on ref_known.source = int_tickets_ended._source and ref_known.entity = 'tickets'
  where int_tickets_ended.created_at < ref_report.month_end
    and (int_tickets_ended.is_unfinished or int_tickets_ended.ended_at >= ref_report.month_end)
)

select
  ticket_type,
  case
    when seconds < 86400 then 'd1'
    when seconds < 3 * 86400 then 'd3'
    when seconds < 7 * 86400 then 'd7'
    when seconds < 30 * 86400 then 'd30'
    else 'older'
  end as band,
  cast(count(*) as integer) as tickets,
  cast(max(seconds) as bigint) as oldest_seconds
from open_tickets
group by ticket_type, band
