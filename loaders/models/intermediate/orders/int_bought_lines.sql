-- One row per order line of a purchase. (A view: as many as there are orders.)
select * exclude (is_bought)
from int_order_lines
where is_bought
