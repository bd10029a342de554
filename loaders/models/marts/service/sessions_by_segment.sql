-- One row per dimension (all, queue, hour, end) and member: chat sessions of the window that asked for a person, and what became of them.
with cut as (
  select *, 'all' as dimension, 'all' as member from int_sessions_served
  union all
  select *, 'queue', queue from int_sessions_served where queue is not null
  union all
  select *, 'hour', strftime(entered_at, '%H:00') from int_sessions_served
  union all
  select *, 'end', end_reason from int_sessions_served
)

select
  cut.dimension,
  cut.member,
  cast(count(*) as integer) as offered,
  cast(count(*) filter (where cut.is_answered) as integer) as answered,
  cast(count(*) filter (where cut.is_short) as integer) as short_left,
  cast(count(*) filter (where cut.is_within) as integer) as answered_within,
  cast(count(cut.reply_seconds) as integer) as reply_known,
  cast(count(*) filter (where cut.is_invited) as integer) as invited,
  cast(count(*) filter (where cut.is_invited and cut.is_rated) as integer) as rated,
  cast(count(cut.at_once) as integer) as at_once_known,
  cast(sum(cut.at_once) as double) as at_once_total,
  cast(count(cut.rounds) as integer) as rounds_known,
  cast(sum(cut.rounds) as double) as rounds_total,
  cast(count(cut.messages) as integer) as messages_known,
  cast(sum(cut.messages) as double) as messages_total,
  cast(count(cut.transfers) as integer) as transfers_known,
  cast(count(*) filter (where cut.transfers > 0) as integer) as transferred,
  cast(max(ref_report.first_reply_seconds) as double) as target_seconds,
  cast(max(ref_report.short_abandon_seconds) as double) as short_seconds
from cut
cross join ref_report
group by cut.dimension, cut.member
