-- One row per churn interview and reason given, in the order they were given.
with numbered as (
  select
    interview_id,
    string_split(reasons, '|') as list,
    generate_subscripts(string_split(reasons, '|'), 1) as place
  from stg_churn_interviews
  where reasons is not null
),

-- A reason may be written as its code, in any case, or as its label.
known as (
  select lower(code) as written, code, category from ref_churn_reasons
  union
  select lower(label_zh), code, category from ref_churn_reasons where label_zh is not null
  union
  select lower(label_en), code, category from ref_churn_reasons where label_en is not null
),

coded as (
  select
    numbered.interview_id,
    coalesce(known.code, numbered.list[numbered.place]) as reason,
    min(known.category) as category,
    count(known.code) > 0 as is_listed,
    min(numbered.place) as place
  from numbered
  left join known on known.written = lower(trim(numbered.list[numbered.place]))
  where trim(numbered.list[numbered.place]) <> ''
  group by numbered.interview_id, coalesce(known.code, numbered.list[numbered.place])
)

select
  coded.interview_id,
  stg_churn_interviews.customer_id,
  coded.reason,
  coded.place,
  coalesce(coded.category, stg_churn_interviews.reason_category, 'other') as category,
  coded.is_listed
from coded
inner join stg_churn_interviews on stg_churn_interviews.interview_id = coded.interview_id
