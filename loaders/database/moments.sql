-- Moments in cells: only forms that can be read in one way; any other needs a format in the mapping.
-- Wall-clock time of a moment; loaders/database/clock.ts redefines it, and what it is compared by, where the clock changes.
create or replace macro local_moment(utc, zone) as timezone(zone, timezone('UTC', utc));
create or replace macro moment_parts(value) as regexp_extract(
  value,
  '^((?:19|20)[0-9]{2})(?:[-/.]|年)([0-9]{1,2})(?:[-/.]|月)([0-9]{1,2})(?:日|号)?(?:(?:[T ]| ?(?:星期|周)[一二三四五六日天] ?|(?:日|号))? *(上午|下午|中午|凌晨|早上|晚上|傍晚|[AaPp]\.?[Mm]\.?)? ?([0-9]{1,2})(?::|时|点)([0-9]{1,2})(?:(?::|分)([0-9]{1,2})(?:[.,]([0-9]{1,9}))?秒?|分)? ?(上午|下午|[AaPp]\.?[Mm]\.?)? ?(Z|UTC|GMT|Etc/UTC|(?:UTC|GMT)?[+-][0-9]{1,2}(?::?[0-9]{2})?)?)?(?: ?(?:星期|周)[一二三四五六日天])?$',
  ['year', 'month', 'day', 'before', 'hour', 'minute', 'second', 'fraction', 'behind', 'zone']
);
create or replace macro half_day(words) as case
  when regexp_matches(words, '上午|凌晨|早上|^[Aa]') then 'am'
  when regexp_matches(words, '下午|傍晚|^[Pp]') then 'pm'
  when words = '晚上' then 'evening'
  when words = '中午' then 'noon'
  else ''
end;
-- The hour on a clock of 24; none where hour and half of the day contradict each other.
create or replace macro hour_of(hour, half) as case half
  when 'am' then case when hour <= 11 then hour when hour = 12 then 0 end
  when 'pm' then case when hour between 1 and 11 then hour + 12 when hour between 12 and 23 then hour end
  when 'evening' then case when hour between 5 and 11 then hour + 12 when hour between 17 and 23 then hour end
  when 'noon' then case when hour in (11, 12) then hour when hour between 1 and 2 then hour + 12 end
  else hour
end;
create or replace macro offset_minutes(zone) as case
  when zone in ('Z', 'UTC', 'GMT', 'Etc/UTC') then 0
  else (case when contains(zone, '-') then -1 else 1 end) * (
    cast(regexp_extract(zone, '[+-]([0-9]{1,2})', 1) as integer) * 60
    + coalesce(try_cast(regexp_extract(zone, '[+-][0-9]{1,2}:?([0-9]{2})$', 1) as integer), 0))
end;
create or replace macro wall_clock(parts) as try_strptime(
  parts.year || '-' || parts.month || '-' || parts.day, '%Y-%m-%d')
  + case when parts.hour = '' then interval 0 second
      when cast(parts.minute as integer) > 59 or coalesce(try_cast(parts.second as integer), 0) > 59 then null
      when hour_of(cast(parts.hour as integer), half_day(parts.before || parts.behind)) > 24 then null
      when cast(parts.hour as integer) = 24 and (cast(parts.minute as integer) > 0 or coalesce(try_cast(parts.second as integer), 0) > 0) then null
      else to_microseconds(
        (hour_of(cast(parts.hour as integer), half_day(parts.before || parts.behind)) * 3600
        + cast(parts.minute as integer) * 60 + coalesce(try_cast(parts.second as integer), 0)) * cast(1000000 as bigint)
        + coalesce(try_cast(rpad(substr(parts.fraction, 1, 6), 6, '0') as bigint), 0)) end;
create or replace macro moment_of(parts, zone) as case
  when parts.year = '' or (parts.before <> '' and parts.behind <> '') then null
  when parts.zone = '' then wall_clock(parts)
  else local_moment(wall_clock(parts) - to_minutes(offset_minutes(parts.zone)), zone)
end;
create or replace macro try_timestamp(value, zone) as case
  when value < '19' or value >= '21' then null
  when value like '____-__-__ __:__:__' or value like '____-__-__' or value like '____-__-__T__:__:__' or value like '____-__-__ __:__'
    then try_cast(value as timestamp)
  else moment_of(moment_parts(value), zone)
end;
create or replace macro try_date(value, zone) as cast(try_timestamp(value, zone) as date);
-- A moment by a format that leaves the half of the day out: the half is added.
create or replace macro in_half_day(moment, half) as date_trunc('day', moment)
  + to_hours(hour_of(cast(extract('hour' from moment) as integer), half)) + (moment - date_trunc('hour', moment));
create or replace macro half_day_words(value) as regexp_extract(value, '上午|下午|中午|凌晨|早上|晚上|傍晚|[AaPp]\.?[Mm]\.?');
create or replace macro without_half_day(value) as trim(regexp_replace(
  regexp_replace(value, '上午|下午|中午|凌晨|早上|晚上|傍晚|[AaPp]\.?[Mm]\.?', ' '), ' +', ' ', 'g'));
