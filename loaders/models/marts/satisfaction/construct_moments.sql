-- One row per construct and pair of its items: sums over the respondents of the window who rated all of them.
select
  one.construct,
  one.item as part,
  other.item as other,
  cast(count(*) as integer) as n,
  cast(sum(one.score) as double) as sum_x,
  cast(sum(other.score) as double) as sum_y,
  cast(sum(one.score * other.score) as double) as sum_xy
from int_construct_answers as one
inner join int_construct_answers as other on other.construct = one.construct and other.response_id = one.response_id
group by one.construct, one.item, other.item
