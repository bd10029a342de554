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
create or replace macro hour_of(hour, half) as list_transform([hour], x -> case half
  when 'am' then case when x <= 11 then x when x = 12 then 0 end
  when 'pm' then case when x between 1 and 11 then x + 12 when x between 12 and 23 then x end
  when 'evening' then case when x between 5 and 11 then x + 12 when x between 17 and 23 then x end
  when 'noon' then case when x in (11, 12) then x when x between 1 and 2 then x + 12 end
  else x
end)[1];
create or replace macro offset_minutes(zone) as case
  when zone in ('Z', 'UTC', 'GMT', 'Etc/UTC') then 0
  else (case when contains(zone, '-') then -1 else 1 end) * (
    cast(regexp_extract(zone, '[+-]([0-9]{1,2})', 1) as integer) * 60
    + coalesce(try_cast(regexp_extract(zone, '[+-][0-9]{1,2}:?([0-9]{2})$', 1) as integer), 0))
end;
-- What a macro names more than once is bound to a letter first: else it would be written out, and planned, at every place.
create or replace macro wall_clock(parts) as list_transform([parts], p -> try_strptime(
  p.year || '-' || p.month || '-' || p.day, '%Y-%m-%d')
  + case when p.hour = '' then interval 0 second
      when cast(p.minute as integer) > 59 or coalesce(try_cast(p.second as integer), 0) > 59 then null
      when cast(p.hour as integer) = 24 and (cast(p.minute as integer) > 0 or coalesce(try_cast(p.second as integer), 0) > 0) then null
      else list_transform([hour_of(cast(p.hour as integer), half_day(p.before || p.behind))], h -> case when h <= 24 then to_microseconds(
        (h * 3600 + cast(p.minute as integer) * 60 + coalesce(try_cast(p.second as integer), 0)) * cast(1000000 as bigint)
        + coalesce(try_cast(rpad(substr(p.fraction, 1, 6), 6, '0') as bigint), 0)) end)[1] end)[1];
create or replace macro moment_of(parts, zone) as list_transform([parts], q -> case
  when q.year = '' or (q.before <> '' and q.behind <> '') then null
  when q.zone = '' then wall_clock(q)
  else list_transform([wall_clock(q) - to_minutes(offset_minutes(q.zone))], u -> local_moment(u, zone))[1]
end)[1];
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
