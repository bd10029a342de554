-- One row per report in which a customer says by which way it wants to be reached.
select true as is_stated
where exists (select 1 from stg_customers where contact_preference is not null)
