-- One row per chat session: whether a person was asked for and replied, and after how long.
select
  * replace (coalesce(is_bot, false) as is_bot),
  cast(entered_at as date) as entered_date,
  coalesce(first_reply_seconds, date_diff('second', entered_at, first_replied_at)) as reply_seconds,
  coalesce(agent_messages > 0, first_replied_at is not null or first_reply_seconds is not null) as is_answered
from all_sessions
