import type {FigureEntry} from "../entry.js";
import {competitorBrands} from "./brands.js";
import {competitorChanges} from "./changes.js";
import {competitorGaps, competitorGapsTable} from "./gaps.js";
import {competitorMap} from "./map.js";
import {rivalMentionsBy, rivalMentionsTrend} from "./mentions.js";
import {rivalMentionsListed} from "./mentions-listed.js";
import {competitorRanks} from "./ranks.js";
import {competitorTrend} from "./trend.js";
import {competitorProfile, competitorValue} from "./value.js";
import {shareOfWallet} from "./wallet.js";
import {competitorWeighted} from "./weighted.js";

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
