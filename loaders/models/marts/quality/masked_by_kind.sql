-- One row per kind of personal data and column: how many pieces were masked where records enter.
select kind, source, entity, "column", pieces
from ref_masked
