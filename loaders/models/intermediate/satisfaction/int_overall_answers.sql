-- One row per answer to the overall question in the window. (A view: most answers are in it.)
select *, case when customer_key is null then customer_id end as stranger
from int_overall_records
where is_in_window
