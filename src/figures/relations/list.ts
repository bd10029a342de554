import type {FigureEntry} from "../entry.js";
import {careByMonth, careCost, careRenewals} from "./care.js";
import {commitments, missedCommitments, paidExtras} from "./commitments.js";
import {customerEvents, eventEffects, eventGuests} from "./events.js";
import {fileFields, fileReview, filesToReview} from "./files.js";
import {personOrPage} from "./information.js";
import {prospectAnswers, prospectFlows, prospectsOpen} from "./prospects.js";
import {visitsPlanned} from "./visits.js";

export const relationsFigures: readonly FigureEntry[] = [
  {id: "commitments", draw: commitments},
  {id: "paid-extras", draw: paidExtras},
  {id: "missed-commitments", draw: missedCommitments},
  {id: "visits-planned", draw: visitsPlanned},
  {id: "care-cost", draw: careCost},
  {id: "care-by-month", draw: careByMonth},
  {id: "care-renewals", draw: careRenewals},
  {id: "customer-events", draw: customerEvents},
  {id: "event-guests", draw: eventGuests},
  {id: "event-effects", draw: eventEffects},
  {id: "prospect-flows", draw: prospectFlows},
  {id: "prospect-answers", draw: prospectAnswers},
  {id: "prospects-open", draw: prospectsOpen},
  {id: "person-or-page", draw: personOrPage},
  {id: "file-review", draw: fileReview},
  {id: "file-fields", draw: fileFields},
  {id: "files-to-review", draw: filesToReview},
];
