import {careTables} from "./care.js";
import {commitmentTables} from "./commitments.js";
import {eventTables} from "./events.js";
import {fileTables} from "./files.js";
import {informationTables} from "./information.js";
import {prospectTables} from "./prospects.js";
import {visitTables} from "./visits.js";

/** What we owe customers and do for them: commitments, visits and calls, care, and the files kept of them. */
export const relationTables = {
  ...commitmentTables,
  ...visitTables,
  ...careTables,
  ...fileTables,
  ...informationTables,
  ...eventTables,
  ...prospectTables,
};
