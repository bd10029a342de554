-- One row per churn interview.
select *
from all_churn_interviews
