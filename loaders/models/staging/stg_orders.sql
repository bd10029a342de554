-- One row per order line.
select *
from all_orders
