-- One row per action: days from opened to done, or open so far; none where its dates do not tell.
select
  action_id,
  department,
  owner,
  done_date is not null as is_done,
  days_open as days
from int_actions
