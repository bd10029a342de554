-- One row per closed complaint: until when its customer is to be called back, by the working days of the calendar and the rule of the tier, and who reached them when.
with calls as (
  select
    ticket_id,
    min(called_at) as tried_at,
    min(called_at) filter (where outcome = 'reached') as reached_at,
    count(*) filter (where outcome = 'refused') as refused
  from stg_callbacks
  group by ticket_id
),

closed as (
  select stg_tickets.*, int_customers_tiered.tier
  from stg_tickets
  left join int_customers_tiered on int_customers_tiered.customer_id = stg_tickets.customer_id
  where stg_tickets.is_complaint and stg_tickets.closed_at is not null
),

allowed as (
  select
    closed.ticket_id,
    ref_callback_days.within_days,
    row_number() over (partition by closed.ticket_id order by ref_callback_days.place) as place
  from closed
  inner join ref_callback_days on ref_callback_days.tier is null or ref_callback_days.tier = closed.tier
)

select
  closed.ticket_id,
  closed.customer_id,
  closed.tier,
  closed.brand,
  closed.channel,
  closed.handler,
  closed.team,
  closed.product,
  closed.region,
  closed.closed_at,
  allowed.within_days,
  -- The end of the last of the days allowed.
  cast(due_day.day as timestamp) + to_days(1) as due_at,
  calls.tried_at,
  calls.reached_at,
  coalesce(calls.refused, 0) > 0 as is_refused,
  coalesce(stg_customers.contact_preference, 'any') <> 'any' as is_exempt
from closed
inner join allowed on allowed.ticket_id = closed.ticket_id and allowed.place = 1
left join ref_workdays as closing_day on closing_day.day = cast(closed.closed_at as date)
left join ref_workdays as due_day on due_day.is_workday and due_day.workdays = closing_day.workdays + allowed.within_days
left join stg_customers on stg_customers.customer_id = closed.customer_id
left join calls on calls.ticket_id = closed.ticket_id
