-- One row per call that is listed: where it stands in the exports. (Counted where the records are.) (Nothing without int_records_against.)
select call_id, _file, _row
from stg_calls
where call_id in (select record_id from int_records_against where metric = 'answer_rate')
