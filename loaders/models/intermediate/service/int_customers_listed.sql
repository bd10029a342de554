-- One row per report: whether there is a list of customers.
select count(*) > 0 as is_listed
from stg_customers
