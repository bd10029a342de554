-- One row per family and customer with several records in it: of all others a record is a cluster of its own.
select int_score_records.family as family, int_score_records.customer_key as customer_key
from int_score_records
where int_score_records.customer_key is not null
group by int_score_records.family, int_score_records.customer_key
having count(*) > 1
