-- One row per contract.
select *
from all_contracts
