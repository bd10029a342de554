-- Callbacks by outcome that went to customers who want no calls must be those listed, and teams hold no more of those reached than there are.
select 'unwanted' as part, listed.unwanted, told.unwanted as all_unwanted
from (select count(*) as unwanted from callback_list where kind = 'unwanted') as listed
cross join (select coalesce(sum(unwanted), 0) as unwanted from callback_outcomes) as told
where listed.unwanted <> told.unwanted
union all
select 'teams', teams.reached, totals.reached
from (
  select coalesce(sum(both_solved + only_claimed + only_confirmed + neither), 0) as reached from claimed_confirmed where team <> 'all'
) as teams
cross join (
  select coalesce(sum(both_solved + only_claimed + only_confirmed + neither), 0) as reached from claimed_confirmed where team = 'all'
) as totals
where teams.reached > totals.reached
