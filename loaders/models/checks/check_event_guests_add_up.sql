-- Guests by tier must add up to those of the event.
select customer_events.campaign, customer_events.invited
from customer_events
inner join (select campaign, sum(invited) as invited from event_guests group by campaign) as parts
  on parts.campaign = customer_events.campaign
where parts.invited <> customer_events.invited
