-- One row per customer card: how old it is, and what it lacks. What no card of the export holds is not lacking.
with columns_held as (
  select
    count(phone_key) + count(email_key) as contacts,
    count(owner) as owners,
    count(region) as regions,
    count(customer_type) as customer_types,
    count(card_updated_date) as dates
  from stg_customers
),

cards as (
  select
    stg_customers.customer_id,
    coalesce(stg_customers.owner, '') as owner,
    coalesce(int_customers_tiered.tier, 'unknown') as tier,
    case
      when stg_customers.grade is not null then 'prospect'
      when int_customers_tiered.active_from < cast(ref_report.month_end as date)
        and (int_customers_tiered.active_to is null or int_customers_tiered.active_to >= cast(ref_report.month_end - interval 1 day as date)) then 'active'
      else 'former'
    end as standing,
    stg_customers.card_updated_date,
    columns_held.dates > 0 as is_dated_at_all,
    columns_held.dates > 0 and stg_customers.card_updated_date is null as lacks_date,
    columns_held.contacts > 0 and stg_customers.phone_key is null and stg_customers.email_key is null as lacks_contact,
    columns_held.owners > 0 and stg_customers.owner is null as lacks_owner,
    columns_held.regions > 0 and stg_customers.region is null as lacks_region,
    columns_held.customer_types > 0 and stg_customers.customer_type is null as lacks_type
  from stg_customers
  cross join ref_report
  cross join columns_held
  left join int_customers_tiered on int_customers_tiered.customer_id = stg_customers.customer_id
  where stg_customers.joined_date is null or stg_customers.joined_date < ref_report.month_end
)

select
  cards.*,
  -- Untouched for a year at the end of the report month.
  coalesce(cards.card_updated_date < cast(ref_report.month_end - interval 12 month as date), false) as is_stale,
  not (cards.lacks_contact or cards.lacks_owner or cards.lacks_region or cards.lacks_type or cards.lacks_date) as is_complete
from cards
cross join ref_report
where ref_report.month is not null
