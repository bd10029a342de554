-- Likely duplicate customers are listed and still stand as two.
select duplicate_customers.customer_id
from duplicate_customers
left join stg_customers on stg_customers.customer_id = duplicate_customers.customer_id
group by duplicate_customers.customer_id
having count(distinct stg_customers.customer_id) <> 1
