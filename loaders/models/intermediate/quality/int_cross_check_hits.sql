-- One row per check and record that fails it.
select * from int_cross_checks_service
union all
select * from int_cross_checks_surveys
union all
select * from int_cross_checks_customers
union all
select * from int_cross_checks_days
