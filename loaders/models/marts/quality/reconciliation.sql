-- One row per month, source and measure: the ledger's total beside ours.
select
  month,
  source,
  measure,
  counted,
  cast(ledger as double) as ledger,
  cast(ours as double) as ours,
  cast(difference as double) as difference,
  recorded_by,
  status
from int_reconciliation
where month is not null and measure is not null
