-- One row per kind of contact (call, ticket): how many of the window are known by customer and by cause. (Counted where the records are.)
select
  int_contacts.kind,
  cast(count(*) as integer) as contacts,
  cast(count(int_contacts.customer_id) as integer) as with_customer,
  cast(count(int_contacts.cause) as integer) as with_cause
from int_contacts
cross join ref_report
where int_contacts.contact_at >= ref_report.window_start and int_contacts.contact_at < ref_report.month_end
group by int_contacts.kind
