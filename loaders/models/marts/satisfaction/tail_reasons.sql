-- One row per item rated low, or kind of ticket asked about: among the dissatisfied and among the others.
with items as (
  select
    'item' as kind,
    int_survey_answers.item as code,
    int_overall_answers.is_dissatisfied,
    int_survey_answers.is_dissatisfied as is_named,
    coalesce(int_overall_answers.customer_id, int_overall_answers.response_id) as rater_id
  from int_overall_answers
  inner join int_survey_answers on int_survey_answers.response_id = int_overall_answers.response_id
    and int_survey_answers.question = 'rating'
),

tickets as (
  select
    int_overall_answers.is_dissatisfied,
    stg_tickets.category,
    coalesce(int_overall_answers.customer_id, int_overall_answers.response_id) as rater_id
  from int_overall_answers
  inner join stg_tickets on stg_tickets.ticket_id = int_overall_answers.ticket_id
  where stg_tickets.category is not null
),

sums as (
  select
    kind,
    code,
    count(*) filter (where is_dissatisfied) as dissatisfied,
    count(*) filter (where is_dissatisfied and is_named) as named,
    count(*) filter (where not is_dissatisfied) as others,
    count(*) filter (where not is_dissatisfied and is_named) as others_named
  from items
  group by kind, code
  union all
  select
    'category',
    tickets.category,
    any_value(whole.dissatisfied),
    count(*) filter (where tickets.is_dissatisfied),
    any_value(whole.others),
    count(*) filter (where not tickets.is_dissatisfied)
  from tickets
  cross join (
    select count(*) filter (where is_dissatisfied) as dissatisfied, count(*) filter (where not is_dissatisfied) as others from tickets
  ) as whole
  group by tickets.category
)

select
  kind,
  code,
  cast(dissatisfied as integer) as dissatisfied,
  cast(named as integer) as named,
  cast(others as integer) as others,
  cast(others_named as integer) as others_named
from sums
where dissatisfied > 0
