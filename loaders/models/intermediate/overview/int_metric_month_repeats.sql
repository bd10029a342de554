-- One row per family, month and customer with several records in it.
select int_score_records.family as family, int_score_records.month_start as month_start, int_score_records.customer_key as customer_key
from int_score_records
inner join int_metric_repeats on int_metric_repeats.family = int_score_records.family and int_metric_repeats.customer_key = int_score_records.customer_key
where int_score_records.month_start is not null
group by int_score_records.family, int_score_records.month_start, int_score_records.customer_key
having count(*) > 1
