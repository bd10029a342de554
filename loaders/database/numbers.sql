-- Numbers in cells: only what can be read in one way. A currency sign, brackets or a minus behind say what they mean.
create or replace macro try_number(value) as try_cast(value as decimal(18, 4));
create or replace macro try_weight(value) as case when try_cast(value as decimal(18, 10)) >= 0 then try_cast(value as decimal(18, 10)) end;
create or replace macro number_parts(value) as regexp_extract(
  value,
  '^([-+−–]?) ?(\(?) ?(?:¥|￥|(?:[A-Z]{1,3})?\$|€|£|RMB|CNY|USD|EUR|GBP|HKD|人民币)? ?([-+−–]?) ?(\(?)([0-9][0-9., \x{00a0}\x{202f}''’]*[0-9]|[0-9]|\.[0-9]+)\.? ?(万|亿)?(%?) ?(?:¥|￥|\$|€|£|RMB|CNY|USD|EUR|GBP|HKD|元|圆)?(\)?) ?([-−]?)$',
  ['front', 'outer', 'inner', 'bracket', 'digits', 'scale', 'percent', 'close', 'behind']
);
-- Digits without their grouping; grouping that is none is no number.
create or replace macro ungrouped(digits, form) as case form
  when '1,234.56' then case
    when regexp_full_match(digits, '[0-9]+(\.[0-9]+)?|\.[0-9]+|[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?|[0-9]{1,2}(,[0-9]{2})+,[0-9]{3}(\.[0-9]+)?')
    then replace(digits, ',', '') end
  when '1.234,56' then case
    when regexp_full_match(digits, '[0-9]+(,[0-9]+)?|[0-9]{1,3}(\.[0-9]{3})+(,[0-9]+)?')
    then replace(replace(digits, '.', ''), ',', '.') end
  when '1 234,56' then case
    when regexp_full_match(digits, '[0-9]+(,[0-9]+)?|[0-9]{1,3}([ \x{00a0}\x{202f}''’][0-9]{3})+(,[0-9]+)?')
    then replace(regexp_replace(digits, '[ \x{00a0}\x{202f}''’]', '', 'g'), ',', '.') end
  else case
    when regexp_full_match(digits, '[0-9]+(\.[0-9]+)?|\.[0-9]+|[0-9]{1,3}(,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(,[0-9]{3}){2,}')
    then replace(digits, ',', '') end
end;
create or replace macro number_of(parts, form) as list_transform([parts], p -> case
  when (p.outer = '(' or p.bracket = '(') = (p.close = ')')
    and not (p.outer = '(' and p.bracket = '(')
    and str_len(replace(p.front || p.inner || p.behind, '+', '')) + (case when p.close = ')' then 1 else 0 end) <= 1
  then try_cast(
    try_cast(ungrouped(p.digits, form) as decimal(28, 8))
    * (case when p.close = ')' or str_len(replace(p.front || p.inner || p.behind, '+', '')) = 1 then -1 else 1 end)
    * (case p.scale when '万' then 10000 when '亿' then 100000000 else 1 end)
    * (case when p.percent = '%' then 0.01 else 1 end) as decimal(18, 4))
end)[1];
create or replace macro read_number(value, form) as number_of(number_parts(value), form);
create or replace macro whole(value) as case when value = floor(value) then cast(value as bigint) end;
-- Seconds of a duration. Two parts are hours and minutes only where the mapping says so: 05:30 is five minutes and a half.
create or replace macro clock_parts(value) as regexp_extract(
  value, '^(?:([0-9]+)(?: days?,?|d|天|日|\.) ?)?([0-9]+):([0-5][0-9])(?::([0-5][0-9](?:\.[0-9]+)?))?$', ['days', 'first', 'second', 'third']
);
create or replace macro seconds_of_clock(parts, form) as list_transform([parts], p -> case
  when p.first = '' then null
  when p.third <> '' then coalesce(try_cast(p.days as bigint), 0) * 86400 + cast(p.first as bigint) * 3600 + cast(p.second as bigint) * 60 + try_number(p.third)
  when form = 'hh:mm' then coalesce(try_cast(p.days as bigint), 0) * 86400 + cast(p.first as bigint) * 3600 + cast(p.second as bigint) * 60
  when p.days = '' then cast(p.first as bigint) * 60 + cast(p.second as bigint)
end)[1];
create or replace macro word_parts(value) as regexp_extract(
  lower(value),
  '^(?:([0-9]+) ?(?:天|日|d|days?))? ?(?:([0-9]+) ?(?:个?小时|时|h|hrs?|hours?))? ?(?:([0-9]+) ?(?:分钟?|m|mins?|minutes?))? ?(?:([0-9]+(?:\.[0-9]+)?) ?(?:秒钟?|s|secs?|seconds?))?$',
  ['days', 'hours', 'minutes', 'seconds']
);
create or replace macro seconds_of_words(parts) as list_transform([parts], p -> case
  when p.days || p.hours || p.minutes || p.seconds <> ''
  then coalesce(try_cast(p.days as bigint), 0) * 86400 + coalesce(try_cast(p.hours as bigint), 0) * 3600
    + coalesce(try_cast(p.minutes as bigint), 0) * 60 + coalesce(try_number(p.seconds), 0)
end)[1];
create or replace macro read_clock(value, form) as try_cast(
  coalesce(seconds_of_clock(clock_parts(value), form), seconds_of_words(word_parts(value))) as decimal(18, 4));
create or replace macro try_boolean(value) as case
  when lower(trim(value)) in ('true', '1', '1.0', 'yes', 'y', 't', '是', '有', '已', '对', '真', '✓', '✔', '√', '☑', '✅') then true
  when lower(trim(value)) in ('false', '0', '0.0', 'no', 'n', 'f', '否', '无', '未', '不', '错', '假', '✗', '✘', '×', '☐', '❌') then false
end;
