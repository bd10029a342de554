-- One row per tier of the rule: what it takes, and how many customers are in it and bring what.
select
  ref_tiers.code as tier,
  ref_tiers.place,
  cast(ref_tiers.threshold as double) as threshold,
  ref_tier_rule.measure,
  ref_tier_rule.version,
  cast(ref_tier_rule.slack as double) as slack,
  cast(ref_tier_rule.months as integer) as months,
  cast(ref_tier_rule.within_share as double) as within_share,
  ref_tiers.is_cultivated
from ref_tiers
cross join ref_tier_rule
