-- One row per order that gave back more than it brought.
select order_id
from stg_orders
where order_id is not null and exists (select 1 from stg_orders where amount < 0)
group by order_id
having sum(amount) < 0
