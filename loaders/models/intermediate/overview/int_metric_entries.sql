-- One row per scored record, period (null: the window) and cut in which it counts, with the number of the cell that it is summed in. (A view: read where the records are.)
with cuts as (
  select *
  from (values (62, true), (62, false), (31, true), (31, false), (47, true), (47, false), (55, true), (55, false), (59, true), (59, false), (61, true), (61, false)) as cuts(cut, is_window)
),

records as (
  select
    family,
    -- Whose it is: the number of a customer with a card, one below nought of another, nought of nobody.
    coalesce(cast(customer_key as bigint), 0 - key_of(stranger), 0) as cluster,
    cast(profile_id as varchar) as profile,
    month_start,
    is_in_window,
    is_cut_by_month as is_cut,
    cast(channel as varchar) as channel,
    cast(agent as varchar) as agent,
    cast(team as varchar) as team,
    cast(product as varchar) as product,
    cast(region as varchar) as region,
    cast(score_1 as double) as score_1,
    cast(score_2 as double) as score_2,
    cast(score_3 as double) as score_3
  from int_score_records
),

entries as (
  select
    family,
    cluster,
    cuts.cut as cut,
    case when cuts.is_window then null else month_start end as period,
    case cuts.cut when 62 then profile when 31 then channel when 47 then agent when 55 then team when 59 then product else region end as member,
    score_1,
    score_2,
    score_3
  from records
  cross join cuts
  where case when cuts.is_window then is_in_window else month_start is not null and (cuts.cut = 62 or is_cut) end
)

-- What is summed together bears one number, by which it is found sooner than by all that makes it.
select *, mark_of(family, cut, coalesce(period, date '1900-01-01'), coalesce(member, '')) as mark
from entries
where cut = 62 or member is not null
