-- One row per prospect and day on which it was graded.
select *
from all_prospects
