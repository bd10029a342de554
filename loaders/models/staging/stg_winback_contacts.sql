-- One row per win-back contact.
select *
from all_winback_contacts
