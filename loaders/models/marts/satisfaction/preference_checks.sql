-- One row per kind of contact of ours and stated preference in the window: contacts, those against the preference, and refusals. (Counted where the records are.) (Nothing without int_preferences_stated.)
with contacts as (
  select 'callback' as kind, stg_callbacks.customer_id, stg_tickets.customer_id as ticket_customer_id, cast(stg_callbacks.called_at as date) as contact_date, stg_callbacks.outcome = 'refused' as is_refused
  from stg_callbacks
  left join stg_tickets on stg_tickets.ticket_id = stg_callbacks.ticket_id
  union all
  select 'call', customer_id, null, called_date, false
  from stg_calls
  where direction = 'outbound'
  union all
  select 'visit', customer_id, null, visited_date, false
  from stg_visits
  where visited_date is not null
)

select
  contacts.kind,
  coalesce(stg_customers.contact_preference, 'any') as preference,
  cast(count(*) as integer) as contacts,
  cast(count(*) filter (
    where case contacts.kind
      when 'visit' then stg_customers.contact_preference in ('none', 'email_only')
      else stg_customers.contact_preference in ('none', 'email_only', 'no_call')
    end
  ) as integer) as against,
  cast(count(*) filter (where contacts.is_refused) as integer) as refused
from contacts
cross join ref_report
cross join int_preferences_stated
inner join stg_customers on stg_customers.customer_id = coalesce(contacts.customer_id, contacts.ticket_customer_id)
where contacts.contact_date >= ref_report.window_start
  and contacts.contact_date < ref_report.month_end
group by contacts.kind, coalesce(stg_customers.contact_preference, 'any')
