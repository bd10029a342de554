-- One row per event held, or planned, for customers.
select *
from all_customer_events
