-- One row per source, file, day and direction: calls, and those that name a ticket. (Counted where the records are.)
select
  _source as source,
  _file as file,
  called_date as day,
  is_inbound,
  cast(count(*) as bigint) as calls,
  cast(count(ticket_id) as bigint) as with_ticket
from stg_calls
group by all
