-- One row per pair of rated items: the sums over those who rated every item of the window.
select
  one.item,
  other.item as other_item,
  cast(count(*) as integer) as n,
  cast(sum(one.score) as double) as sum_x,
  cast(sum(other.score) as double) as sum_y,
  cast(sum(one.score * other.score) as double) as sum_xy
from int_driver_answers as one
inner join int_driver_answers as other on other.response_id = one.response_id
where one.item not in ('', '(1)') and other.item not in ('', '(1)')
group by one.item, other.item
