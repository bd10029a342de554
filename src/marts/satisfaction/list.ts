import {count, number, text} from "../shape/columns.js";
import {table} from "../shape/table.js";
import {agentTables} from "./agents.js";
import {attitudeTables} from "./attitudes.js";
import {basisTables} from "./bases.js";
import {careTables} from "./care.js";
import {constructTables} from "./constructs.js";
import {crossTables} from "./crosses.js";
import {driverTables} from "./driver-shares.js";
import {itemTables} from "./items.js";
import {tailTables} from "./tail.js";
import {themeTables} from "./themes.js";

/** What customers say in surveys, item by item, and which items go with overall satisfaction. */
export const satisfactionTables = {
  ...itemTables,
  score_distribution: table({
    grain: ["question", "item", "score"],
    row: {question: text, item: text, score: number, answers: count},
  }),
  ...driverTables,
  ...attitudeTables,
  ...basisTables,
  ...crossTables,
  ...constructTables,
  ...tailTables,
  ...agentTables,
  ...themeTables,
  ...careTables,
};
