-- One row per loss of a customer who left of their own will, and period ("window", "all").
select 'all' as period, * exclude (is_in_window) from int_churn_losses where is_voluntary
union all
select 'window', * exclude (is_in_window) from int_churn_losses where is_voluntary and is_in_window
