-- One row per order line, and whether it is of a purchase: an order that gives back more than it brings is none. (A view: as many as there are orders.)
select
  *,
  case when order_id is null then coalesce(amount, 0) >= 0 else order_id not in (select order_id from int_refunds) end as is_bought
from stg_orders
