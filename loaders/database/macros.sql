-- The few functions that differ between engines: DuckDB here, one line each elsewhere.
create or replace macro str_len(value) as length(value);
create or replace macro month_of(day) as substr(cast(cast(day as date) as varchar), 1, 7);
create or replace macro seconds_between(start_at, end_at) as date_diff('second', start_at, end_at);
create or replace macro minutes_between(start_at, end_at) as seconds_between(start_at, end_at) / 60.0;
create or replace macro any_true(flag) as bool_or(flag);
-- Cells as one line of CSV.
create or replace macro csv_line(cells) as list_aggregate(
  list_transform(
    cells,
    cell -> case when regexp_matches(cell, '[",\r\n]') then '"' || replace(cell, '"', '""') || '"' else cell end
  ),
  'string_agg',
  ','
);
-- The same digits in another order, as a slip of two fingers makes them.
create or replace macro same_digits(one, other) as
  list_sort(string_split(cast(cast(abs(one) * 100 as bigint) as varchar), ''))
  = list_sort(string_split(cast(cast(abs(other) * 100 as bigint) as varchar), ''));
-- The two halves of a measure: tickets.fee.
create or replace macro split_entity(measure) as string_split(measure, '.')[1];
create or replace macro split_column(measure) as string_split(measure, '.')[2];
-- Earlier, where a bare date stands for any time of that day.
create or replace macro is_before(later, earlier) as seconds_between(earlier, later) < 0
  and not (cast(later as date) = cast(earlier as date) and later = date_trunc('day', later));
-- Exact percentile, between neighbours by their distance.
create or replace macro pct(value, share) as quantile_cont(value, share);
-- Seconds since 1970 of a moment on the clocks of a place: a day on which they are changed has 23 or 25 hours.
create or replace macro unix_seconds(moment, zone) as cast(epoch(timezone(zone, moment)) as bigint);
-- Seconds of a day's spans that lie before a moment.
create or replace macro open_until(moment, opens_1, closes_1, opens_2, closes_2, opens_3, closes_3) as
  greatest(0, least(moment, closes_1) - opens_1)
  + greatest(0, least(moment, closes_2) - opens_2)
  + greatest(0, least(moment, closes_3) - opens_3);
-- A number above nought for a text, and one for what a cell is made of: different ones for different, as good as always.
create or replace macro key_of(value) as cast(hash(value) >> 1 as bigint);
create or replace macro mark_of(family, cut, period, member) as hash(family, cut, period, member);
