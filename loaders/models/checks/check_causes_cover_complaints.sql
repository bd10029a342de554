-- Causes must name every coded complaint at least once and none more often than there are complaints, and the defect register must hold all complaints of the window.
select brand || ' ' || kind as part, sum(named_by) as named, max(complaints) as all_complaints
from complaint_causes
group by brand, kind
having sum(named_by) < max(complaints) or max(named_by) > max(complaints)
union all
select 'register', totals.named, totals.complaints
from (
  select
    (select coalesce(sum(complaints), 0) from defect_register) as named,
    (select coalesce(max(complaints), 0) from defect_register) as most,
    (select count(*) from int_complaints where is_in_window) as complaints
) as totals
where totals.named < totals.complaints or totals.most > totals.complaints
