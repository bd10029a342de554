-- One row per kind (due, overdue, same_handler, unwanted) and complaint or callback to look after.
with known as (
  select least(ref_horizons.known_until, ref_report.month_end) as known_until, ref_report.month_start, ref_report.window_start, ref_report.month_end
  from ref_horizons
  cross join ref_report
  where ref_horizons.entity = 'callbacks' and (select count(*) from stg_callbacks) > 0
),

waiting as (
  select
    case when int_callbacks_due.due_at <= known.known_until then 'overdue' else 'due' end as kind,
    int_callbacks_due.ticket_id as record_id,
    int_callbacks_due.ticket_id,
    int_callbacks_due.customer_id,
    int_callbacks_due.tier,
    int_callbacks_due.team,
    int_callbacks_due.handler,
    cast(null as varchar) as caller,
    int_callbacks_due.closed_at,
    int_callbacks_due.due_at,
    int_callbacks_due.tried_at as called_at
  from int_callbacks_due
  cross join known
  where int_callbacks_due.reached_at is null
    and not int_callbacks_due.is_exempt
    and not int_callbacks_due.is_refused
    and int_callbacks_due.due_at is not null
    and int_callbacks_due.closed_at < known.month_end
    -- What was closed before last month is past calling back.
    and int_callbacks_due.closed_at >= cast(known.month_start as timestamp) - to_months(1)
),

made as (
  select
    kinds.kind,
    stg_callbacks.callback_id as record_id,
    stg_callbacks.ticket_id,
    coalesce(stg_tickets.customer_id, stg_callbacks.customer_id) as customer_id,
    int_callbacks_due.tier,
    stg_tickets.team,
    stg_tickets.handler,
    stg_callbacks.caller,
    stg_tickets.closed_at,
    int_callbacks_due.due_at,
    stg_callbacks.called_at
  from stg_callbacks
  left join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
  left join int_callbacks_due on int_callbacks_due.ticket_id = stg_callbacks.ticket_id
  left join stg_customers on stg_customers.customer_id = coalesce(stg_tickets.customer_id, stg_callbacks.customer_id)
  cross join known
  -- What is both is listed under both.
  cross join (select 'same_handler' as kind union all select 'unwanted') as kinds
  where (stg_callbacks.called_at is null
      or (stg_callbacks.called_at >= known.window_start and stg_callbacks.called_at < known.month_end))
    and case kinds.kind
      when 'unwanted' then coalesce(stg_customers.contact_preference, 'any') <> 'any'
      else stg_callbacks.caller = stg_tickets.handler
    end
)

select
  kind,
  record_id,
  coalesce(ticket_id, '') as ticket_id,
  coalesce(customer_id, '') as customer_id,
  coalesce(tier, '') as tier,
  coalesce(team, '') as team,
  coalesce(handler, '') as handler,
  coalesce(caller, '') as caller,
  coalesce(strftime(closed_at, '%Y-%m-%d'), '') as closed_date,
  -- The last day allowed.
  coalesce(strftime(due_at - to_days(1), '%Y-%m-%d'), '') as due_date,
  coalesce(strftime(called_at, '%Y-%m-%d'), '') as called_date
from (select * from waiting union all select * from made) as listed
