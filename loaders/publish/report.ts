import type {Published} from "../../src/marts/list.js";
import type {Row} from "../database/database.js";
import type {Graph} from "../models/lineage.js";
import type {Imported} from "../records/account.js";
import type {ChurnRule} from "../report/churn-rule.js";
import type {ReportFolder} from "../report/folder.js";
import type {AnalystNote} from "../report/notes.js";
import type {Period} from "../report/period.js";
import type {Labels} from "../report/reference.js";
import type {Rules} from "../report/rules.js";
import type {Door} from "../scan/door.js";

/** All that is known of a report before anything is drawn. */
export interface ReadReport {
  readonly folder: ReportFolder;
  readonly rules: Rules;
  readonly labels: Labels;
  readonly period: Period;
  readonly churn: ChurnRule;
  readonly imported: Imported;
  readonly published: Published;
  readonly events: readonly Row[];
  readonly notes: readonly AnalystNote[];
  readonly entities: ReadonlySet<string>;
  /** What the published tables are made from. */
  readonly graph: Graph;
  /** What the texts passed; it knows the names of persons. */
  readonly door: Door;
}
