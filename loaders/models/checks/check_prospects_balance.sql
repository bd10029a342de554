-- Prospects of a grade at a month's end must be those at its beginning, plus come, less gone; and the open ones those listed.
select month || ' ' || grade as part, closing
from prospect_flows
where closing <> opening + fresh + climbed_in + fell_in - climbed_out - fell_out - won - lost
union all
select ends.month, ends.closing
from (select month, sum(closing) as closing from prospect_flows group by month) as ends
inner join (select month, sum(opening) as opening from prospect_flows group by month) as begins
  on begins.month = month_of(cast(ends.month || '-01' as date) + interval 1 month)
where ends.closing <> begins.opening
union all
select 'listed', sum(closing)
from prospect_flows
cross join ref_report
where prospect_flows.month = ref_report.month
having sum(closing) <> (select count(*) from prospects_listed)
