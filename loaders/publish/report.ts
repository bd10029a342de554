import type {Published} from "../../src/marts/list.js";
import type {PastEditions} from "../../src/words/restated.js";
import type {Row} from "../database/database.js";
import type {Snapshot} from "../history/snapshot.js";
import type {Graph} from "../models/lineage.js";
import type {Imported} from "../records/account.js";
import type {ChurnRule} from "../report/churn-rule.js";
import type {ReportFolder} from "../report/folder.js";
import type {AnalystNote} from "../report/notes.js";
import type {Period} from "../report/period.js";
import type {Labels} from "../report/reference.js";
import type {Rules} from "../report/rules.js";

/** What reading and counting records gives. */
export interface Counted {
  readonly labels: Labels;
  readonly period: Period;
  readonly churn: ChurnRule;
  readonly imported: Imported;
  readonly published: Published;
  readonly events: readonly Row[];
  /** What this report would leave in the history. */
  readonly snapshot?: Snapshot | undefined;
  readonly entities: ReadonlySet<string>;
  /** What the published tables are made from. */
  readonly graph: Graph;
  /** Names of persons that may stand nowhere. */
  readonly hiddenNames: readonly string[];
}

/** All that is known of a report before anything is drawn. */
export interface ReadReport extends Counted {
  readonly folder: ReportFolder;
  readonly rules: Rules;
  readonly notes: readonly AnalystNote[];
  /** Earlier editions; undefined where records have no dates. */
  readonly past?: PastEditions | undefined;
}
