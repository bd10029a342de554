-- One row per month and complaint category.
select month, category, cast(count(*) as integer) as complaints
from int_complaints
group by month, category
