-- One row per report: whether anything asks for what single customers cost: what they are worth, or what they have a right to.
select
  (select count(*) from stg_orders) > 0
  or (select count(*) from stg_contracts) > 0
  or (select count(*) from ref_standards) > 0 as is_wanted
