import type {Published, TableName} from "../marts/list.js";
import type {Report} from "../words/report.js";

/** What figures and sentences are made from: the published tables of one report, in one language. */
export interface ReportView extends Report {
  /** Rows of a published table; empty where it has none. */
  rows<Name extends TableName>(table: Name): Published[Name];
}
