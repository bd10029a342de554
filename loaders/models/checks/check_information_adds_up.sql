-- Contacts by page, product and way must add up to all of them.
select parts.dimension, parts.contacts
from (
  select dimension, sum(contacts) as contacts, sum(answerable) as answerable
  from information_contacts where dimension <> 'all' group by dimension
) as parts
cross join (select contacts, answerable from information_contacts where dimension = 'all') as totals
where parts.contacts <> totals.contacts or parts.answerable <> totals.answerable
