-- One row per call that a ticket or a survey names. (Counted where the records are.) (Nothing without stg_tickets or stg_surveys.)
select distinct call_id
from stg_calls
where call_id in (
  select contact_id from stg_tickets where contact_id is not null
  union all
  select call_id from stg_surveys where call_id is not null
)
