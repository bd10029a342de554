-- One row per month and grade: prospects at its beginning, come and gone, and at its end.
with grades as (
  select month, grade from int_prospect_months
  union
  select month, grade_before from int_prospect_months where grade_before is not null
)

select
  grades.month,
  grades.grade,
  cast(count(*) filter (where moves.grade_before = grades.grade) as integer) as opening,
  cast(count(*) filter (where moves.grade_before is null and moves.grade = grades.grade) as integer) as fresh,
  cast(count(*) filter (where moves.grade = grades.grade and moves.grade < moves.grade_before) as integer) as climbed_in,
  cast(count(*) filter (where moves.grade = grades.grade and moves.grade > moves.grade_before) as integer) as fell_in,
  cast(count(*) filter (where moves.grade_before = grades.grade and moves.grade < moves.grade_before) as integer) as climbed_out,
  cast(count(*) filter (where moves.grade_before = grades.grade and moves.grade > moves.grade_before) as integer) as fell_out,
  cast(count(*) filter (where moves.grade = grades.grade and moves.outcome = 'won') as integer) as won,
  cast(count(*) filter (where moves.grade = grades.grade and moves.outcome = 'lost') as integer) as lost,
  cast(count(*) filter (where moves.grade = grades.grade and moves.outcome = 'open') as integer) as closing
from grades
inner join int_prospect_months as moves
  on moves.month = grades.month and (moves.grade = grades.grade or moves.grade_before = grades.grade)
group by grades.month, grades.grade
