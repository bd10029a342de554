-- One row per report in which something asks for what single customers cost: what they are worth, or what they have a right to.
select true as is_wanted
where exists (select 1 from stg_orders)
  or exists (select 1 from stg_contracts)
  or exists (select 1 from ref_standards)
