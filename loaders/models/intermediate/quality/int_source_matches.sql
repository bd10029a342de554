-- One row per ticket that names a call and call that names a ticket which is not there, and one per month for the calls whose ticket is.
-- A month whose other export was not sent, or in part, cannot have the records it names.
with unknown as (
  select metric, month from metric_months where metric in ('calls', 'tickets') and state in ('missing', 'partial')
),

lacking as (
  select *, month_of(called_date) as month from int_calls_without_ticket where called_date is not null
),

naming as (
  select month_of(day) as month, cast(sum(with_ticket) as bigint) as calls
  from int_call_days
  where day is not null and exists (select 1 from stg_tickets)
  group by month_of(day)
)

select
  'calls' as source,
  'tickets_with_call' as code,
  month_of(stg_tickets.created_date) as month,
  stg_tickets.ticket_id as record_id,
  stg_tickets.customer_id,
  stg_tickets.created_at as occurred_at,
  stg_tickets.handler as recorded_by,
  stg_tickets._file as file,
  stg_tickets._row as "row",
  int_calls_named.call_id is not null as is_found,
  1 as records
from stg_tickets
left join int_calls_named on int_calls_named.call_id = stg_tickets.contact_id
-- Messages are in no call list; without a channel every contact might be a call.
where stg_tickets.contact_id is not null
  and coalesce(stg_tickets.channel, 'phone') = 'phone'
  and stg_tickets.created_date is not null
  and exists (select 1 from int_call_days)
  and stg_tickets.created_month not in (select month from unknown where metric = 'calls')
union all
select
  'tickets',
  'calls_with_ticket',
  month,
  call_id,
  customer_id,
  called_at,
  agent,
  _file,
  _row,
  false,
  1
from lacking
where month not in (select month from unknown where metric = 'tickets')
union all
select
  'tickets',
  'calls_with_ticket',
  naming.month,
  null,
  null,
  null,
  null,
  null,
  null,
  true,
  naming.calls - count(lacking.month)
from naming
left join lacking on lacking.month = naming.month
where naming.month not in (select month from unknown where metric = 'tickets')
group by naming.month, naming.calls
having naming.calls > count(lacking.month)
