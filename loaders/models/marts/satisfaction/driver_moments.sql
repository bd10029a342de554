-- One row per block of customers and pair of items: their scores multiplied and added up; "" is overall satisfaction, "(1)" the constant. (Nothing without int_driver_answers.)
with raters as (
  select rater_id, row_number() over (order by rater_id) % 400 as block
  from (select distinct rater_id from int_driver_answers) as known
)

select
  cast(raters.block as integer) as block,
  one.item as item,
  other.item as other_item,
  cast(sum(one.score * other.score) as double) as total
from int_driver_answers as one
inner join int_driver_answers as other on other.response_id = one.response_id and other.item >= one.item
inner join raters on raters.rater_id = one.rater_id
group by raters.block, one.item, other.item
union all
-- How many rated us overall: those who did not rate every item included.
select -1, '(asked)', '(asked)', cast(count(distinct int_survey_answers.response_id) as double)
from int_survey_answers
cross join ref_report
where int_survey_answers.question = 'csat'
  and int_survey_answers.item = 'overall'
  and (int_survey_answers.survey_date is null
    or (int_survey_answers.survey_date >= ref_report.window_start and int_survey_answers.survey_date < ref_report.month_end))
having count(*) > 0
