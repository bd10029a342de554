-- Nobody can answer or receive an invitation that was not sent.
select *
from survey_response
where answered > invited or delivered > invited
