-- One row per order line of a purchase: money given back is none. (A view: as many as there are orders.)
select *
from stg_orders
where case when order_id is null then coalesce(amount, 0) >= 0 else order_id not in (select order_id from int_refunds) end
