-- One row per customer and tag of the rules that the customer bears: every condition of it holds. (Nothing without ref_tags.)
with tickets as (
  select
    stg_tickets.customer_id,
    count(*) as tickets,
    count(*) filter (where stg_tickets.is_complaint) as complaints
  from stg_tickets
  cross join (select distinct 1 as one from ref_tags) as any_tag
  cross join ref_report
  where stg_tickets.customer_id is not null
    and stg_tickets.created_at >= ref_report.window_start
    and stg_tickets.created_at < ref_report.month_end
  group by stg_tickets.customer_id
),

-- Prospects bear no tags: of who neither bought nor had a contract there is nothing to follow.
cards as (
  select
    stg_customers.*,
    int_customers_tiered.tier as rule_tier,
    int_customers_tiered.revenue,
    coalesce(int_customer_years.margin, 0) as margin,
    coalesce(int_customer_years.orders, 0) as orders,
    date_diff('day', int_customer_years.last_order_date, cast(ref_report.month_end as date)) as days,
    coalesce(int_customer_years.contacts, 0) as contacts,
    coalesce(int_customer_years.visits, 0) as visits,
    coalesce(int_customer_years.minutes, 0) as minutes,
    coalesce(int_customer_years.cost, 0) as cost,
    coalesce(tickets.tickets, 0) as tickets,
    coalesce(tickets.complaints, 0) as complaints,
    int_customer_scores.score
  from stg_customers
  cross join (select distinct 1 as one from ref_tags) as any_tag
  inner join int_customers_tiered on int_customers_tiered.customer_id = stg_customers.customer_id
  cross join ref_report
  left join int_customer_years
    on int_customer_years.customer_id = stg_customers.customer_id and int_customer_years.month = ref_report.month
  left join tickets on tickets.customer_id = stg_customers.customer_id
  left join int_customer_scores
    on int_customer_scores.customer_id = stg_customers.customer_id and int_customer_scores.month = ref_report.month
  where stg_customers.grade is null
),

asked as (
  select
    cards.customer_id,
    ref_tags.tag,
    ref_tags.conditions,
    ref_tags.sign,
    ref_tags.amount as wanted,
    ref_tags.word as wanted_word,
    ref_tags.feature,
    case ref_tags.feature
      when 'revenue' then cards.revenue
      when 'margin' then cards.margin
      when 'orders' then cards.orders
      when 'days' then cards.days
      when 'potential' then cards.potential_amount
      when 'contacts' then cards.contacts
      when 'visits' then cards.visits
      when 'minutes' then cards.minutes
      when 'cost' then cards.cost
      when 'complaints' then cards.complaints
      when 'tickets' then cards.tickets
      when 'age' then cards.age
      when 'score' then cards.score
    end as amount,
    case ref_tags.feature
      when 'tier' then cards.rule_tier
      when 'region' then cards.region
      when 'city' then cards.city
      when 'segment' then cards.segment
      when 'customer_type' then cards.customer_type
      when 'sex' then cards.sex
      when 'age_band' then cards.age_band
      when 'role' then cards.role
      when 'industry' then cards.industry
      when 'acquisition_channel' then cards.acquisition_channel
      when 'contact_preference' then cards.contact_preference
      when 'tags' then cards.tags
    end as word
  from cards
  cross join ref_tags
)

select customer_id, tag
from asked
where case sign
    when '>=' then amount >= wanted
    when '>' then amount > wanted
    when '<=' then amount <= wanted
    when '<' then amount < wanted
    when '=' then amount = wanted
    when 'is' then case when feature = 'tags' then '|' || word || '|' like '%|' || wanted_word || '|%' else word = wanted_word end
  end
group by customer_id, tag, conditions
having count(*) = conditions
