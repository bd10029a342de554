-- One row per finished complaint action and complaint category to hold it against: another, with no action of its own then.
with finished as (
  select
    action_id,
    category,
    region,
    -- The six whole months before the month it was done, that month, and the six after.
    cast(date_trunc('month', done_date) - to_months(6) as date) as first_date,
    cast(date_trunc('month', done_date) + to_months(7) as date) as past_date
  from int_actions
  where done_date is not null and category is not null and metric in ('complaints', 'complaint_rate')
),

categories as (
  select distinct category from int_complaints
)

select finished.action_id, categories.category
from finished
inner join categories on categories.category <> finished.category
-- An action begins to work while it is being carried out, whatever it is measured by; without a category, on all of them.
where not exists (
  select 1
  from int_actions
  where int_actions.action_id <> finished.action_id
    and (int_actions.category = categories.category or (int_actions.category is null and int_actions.metric in ('complaints', 'complaint_rate')))
    and (int_actions.region is null or finished.region is null or int_actions.region = finished.region)
    and coalesce(int_actions.opened_date, int_actions.done_date, int_actions.due_date, finished.first_date) < finished.past_date
    and (int_actions.done_date is null or int_actions.done_date >= finished.first_date)
)
