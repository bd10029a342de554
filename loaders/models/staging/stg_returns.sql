-- One row per return.
select *
from all_returns
