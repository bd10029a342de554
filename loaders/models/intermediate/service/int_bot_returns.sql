-- One row per session of the bot after which its visitor came again within 24 hours. (Counted where the records are.) (Nothing without stg_sessions.)
select distinct stg_sessions.session_id as session_id
from int_contacts
inner join stg_sessions on stg_sessions.customer_id = int_contacts.customer_id
where stg_sessions.is_bot
  and int_contacts.contact_at > stg_sessions.entered_at
  and int_contacts.contact_at <= stg_sessions.entered_at + to_days(1)
