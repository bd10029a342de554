-- What a control total is compared with must be the sum of the very records that are searched for suspects.
with searched as (
  select month, source, measure, sum(coalesce(amount, 0)) as value
  from int_reconciliation_records
  where place = 'month'
  group by month, source, measure
)

select int_reconciliation.month, int_reconciliation.source, int_reconciliation.measure, int_reconciliation.ours, searched.value
from int_reconciliation
left join searched
  on searched.month = int_reconciliation.month
  and searched.source = int_reconciliation.source
  and searched.measure = int_reconciliation.measure
where int_reconciliation.status = 'different'
  and int_reconciliation.counted <> 'matches.count'
  and abs(int_reconciliation.ours - coalesce(searched.value, 0)) >= 0.005
