-- One row per category and coded cause ("" where none is named): complaints of the window, what their repair cost, whose they are, and their tickets.
with fees as (
  select ticket_id, sum(fee) as fee
  from stg_work_orders
  where ticket_id is not null
  group by ticket_id
),

coded as (
  -- A ticket names a cause once.
  select
    ticket_id,
    category,
    complainant_id,
    responsible,
    is_done,
    unnest(case when coalesce(causes, '') = '' then [''] else list_distinct(string_split(causes, '|')) end) as cause
  from int_complaints
  where is_in_window
),

counted as (
  select category, cause, responsible, count(*) as complaints
  from coded
  group by category, cause, responsible
),

owners as (
  select
    category,
    cause,
    responsible,
    complaints,
    row_number() over (partition by category, cause order by complaints desc, responsible) as place
  from counted
)

select
  coded.category,
  coded.cause,
  cast(count(*) as integer) as complaints,
  cast(count(distinct coded.complainant_id) as integer) as customers,
  cast(count(*) filter (where not coded.is_done) as integer) as still_open,
  cast(count(fees.ticket_id) as integer) as repaired,
  cast(coalesce(sum(fees.fee), 0) as double) as repair_cost,
  max(owners.responsible) as owner,
  cast(max(owners.complaints) as integer) as owned,
  array_to_string(list_sort(list(coded.ticket_id))[1:200], ' ') as tickets
from coded
inner join owners on owners.category = coded.category and owners.cause = coded.cause and owners.place = 1
left join fees on fees.ticket_id = coded.ticket_id
group by coded.category, coded.cause
