import type {FigureEntry} from "../entry.js";
import {keyAccounts} from "./accounts.js";
import {tierCandidates, visitsOverdue} from "./candidates.js";
import {tierCheck, tierOverrides} from "./checks.js";
import {tierSinceEdition} from "./frozen.js";
import {tierDamping, tierMoves} from "./moves.js";
import {valuePareto} from "./pareto.js";
import {customerValues, valueSpread} from "./scores.js";
import {valueSegments} from "./segments.js";
import {serviceStandards, tierResources} from "./service.js";
import {tagPortraits} from "./tags.js";
import {valueTiers} from "./tiers.js";

export const valueFigures: readonly FigureEntry[] = [
  {id: "value-tiers", draw: valueTiers},
  {id: "value-pareto", draw: valuePareto},
  {id: "tier-moves", draw: (view) => tierMoves(view, {id: "tier-moves", span: "month"})},
  {id: "tier-moves-year", draw: (view) => tierMoves(view, {id: "tier-moves-year", span: "year"})},
  {id: "tier-since-edition", draw: tierSinceEdition},
  {id: "tier-damping", draw: tierDamping},
  {id: "tier-candidates", draw: tierCandidates},
  {id: "service-standards", draw: serviceStandards},
  {id: "visits-overdue", draw: visitsOverdue},
  {id: "tier-resources", draw: tierResources},
  {id: "key-accounts", draw: keyAccounts},
  {id: "customer-values", draw: customerValues},
  {id: "value-spread", draw: valueSpread},
  {id: "value-segments", draw: valueSegments},
  {id: "tag-portraits", draw: tagPortraits},
  {id: "tier-check", draw: tierCheck},
  {id: "tier-overrides", draw: tierOverrides},
];
