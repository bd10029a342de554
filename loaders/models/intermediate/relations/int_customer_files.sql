-- One row per customer card: how old it is, and what it lacks. What no card of the export holds is not lacking. (A view: counted at once.)
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
    described.customer_id,
    coalesce(described.owner, '') as owner,
    coalesce(described.tier, 'unknown') as tier,
    case
      when described.grade is not null then 'prospect'
      when described.active_from < cast(ref_report.month_end as date)
        and (described.active_to is null or described.active_to >= cast(ref_report.month_end - interval 1 day as date)) then 'active'
      else 'former'
    end as standing,
    described.card_updated_date,
    columns_held.dates > 0 as is_dated_at_all,
    columns_held.dates > 0 and described.card_updated_date is null as lacks_date,
    columns_held.contacts > 0 and not described.has_contact as lacks_contact,
    columns_held.owners > 0 and described.owner is null as lacks_owner,
    columns_held.regions > 0 and described.region is null as lacks_region,
    columns_held.customer_types > 0 and described.customer_type is null as lacks_type
  from int_customers_described as described
  cross join ref_report
  cross join columns_held
  where described.joined_date is null or described.joined_date < ref_report.month_end
)

select
  cards.*,
  -- Untouched for a year at the end of the report month.
  coalesce(cards.card_updated_date < cast(ref_report.month_end - interval 12 month as date), false) as is_stale,
  not (cards.lacks_contact or cards.lacks_owner or cards.lacks_region or cards.lacks_type or cards.lacks_date) as is_complete
from cards
cross join ref_report
where ref_report.month is not null
