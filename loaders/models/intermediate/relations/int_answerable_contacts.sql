-- One row per contact of the window that somebody answered: what it was about, how long it took, and the page that could have answered it.
with topics as (
  select value, min(page) as page from ref_information where kind = 'topic' group by value
),

categories as (
  select value, min(page) as page from ref_information where kind = 'category' group by value
),

answered as (
  select
    stg_calls.call_id as contact_id,
    'calls' as entity,
    stg_calls.customer_id as customer_id,
    cast(stg_calls.called_at as date) as contact_date,
    coalesce(stg_calls.topic, stg_tickets.category) as topic,
    stg_tickets.product as product,
    stg_calls.talk_seconds as seconds,
    coalesce(topics.page, categories.page) as page
  from stg_calls
  cross join ref_report
  left join stg_tickets on stg_tickets.ticket_id = stg_calls.ticket_id
  left join topics on topics.value = stg_calls.topic
  left join categories on categories.value = stg_tickets.category and stg_calls.topic is null
  where coalesce(stg_calls.direction, 'inbound') = 'inbound'
    and stg_calls.is_answered
    and stg_calls.called_at >= ref_report.window_start
    and stg_calls.called_at < ref_report.month_end
),

-- An inquiry that came by a call is that call.
written as (
  select
    stg_tickets.ticket_id as contact_id,
    'tickets' as entity,
    stg_tickets.customer_id as customer_id,
    stg_tickets.created_date as contact_date,
    stg_tickets.category as topic,
    stg_tickets.product as product,
    cast(null as decimal(18, 4)) as seconds,
    categories.page as page
  from stg_tickets
  cross join ref_report
  left join categories on categories.value = stg_tickets.category
  left join (select distinct ticket_id from stg_calls where ticket_id is not null) as called on called.ticket_id = stg_tickets.ticket_id
  where stg_tickets.ticket_type = 'inquiry'
    and called.ticket_id is null
    and stg_tickets.created_at >= ref_report.window_start
    and stg_tickets.created_at < ref_report.month_end
),

contacts as (
  select * from answered
  union all
  select * from written
),

-- A call names no product: what the customer had under contract that day.
held as (
  select contacts.contact_id, contacts.entity, min(stg_contracts.product) as product
  from contacts
  inner join stg_contracts on stg_contracts.customer_id = contacts.customer_id
    and stg_contracts.start_date <= contacts.contact_date
    and coalesce(stg_contracts.end_date, contacts.contact_date) >= contacts.contact_date
  where contacts.product is null
  group by contacts.contact_id, contacts.entity
)

select
  contacts.contact_id as contact_id,
  contacts.entity as entity,
  coalesce(contacts.topic, 'unknown') as topic,
  coalesce(contacts.product, held.product, 'unknown') as product,
  contacts.seconds as seconds,
  contacts.page as page
from contacts
left join held on held.contact_id = contacts.contact_id and held.entity = contacts.entity
where exists (select 1 from ref_information)
