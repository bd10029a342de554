import {competitorBrands} from "./competitor-brands.js";
import {competitorGaps, competitorGapsTable} from "./competitor-gaps.js";
import {competitorMap} from "./competitor-map.js";
import {competitorRanks} from "./competitor-ranks.js";
import {competitorChanges, competitorTrend} from "./competitor-trend.js";
import {competitorProfile, competitorValue} from "./competitor-value.js";
import {competitorWeighted} from "./competitor-weighted.js";
import type {FigureEntry} from "./figure-entry.js";
import {rivalMentionsBy, rivalMentionsTrend} from "./rival-mentions.js";
import {rivalMentionsListed} from "./rival-mentions-listed.js";
import {shareOfWallet} from "./share-of-wallet.js";

export const competitorsFigures: readonly FigureEntry[] = [
  {id: "competitor-gaps", draw: competitorGaps},
  {id: "competitor-gaps-table", draw: competitorGapsTable},
  {id: "competitor-weighted", draw: competitorWeighted},
  {id: "competitor-map", draw: competitorMap},
  {id: "competitor-value", draw: competitorValue},
  {id: "competitor-profile", draw: competitorProfile},
  {id: "competitor-ranks", draw: competitorRanks},
  {id: "competitor-trend", draw: competitorTrend},
  {id: "competitor-changes", draw: competitorChanges},
  {id: "competitor-brands", draw: competitorBrands},
  {id: "share-of-wallet", draw: shareOfWallet},
  {id: "rival-mentions-trend", draw: rivalMentionsTrend},
  {id: "rival-mentions-by", draw: rivalMentionsBy},
  {id: "rival-mentions-listed", draw: rivalMentionsListed},
];
