import {actionMarts} from "./actions/list.js";
import {churnMarts} from "./churn/list.js";
import {competitorMarts} from "./competitors/list.js";
import {overviewMarts} from "./overview/list.js";
import {qualityMarts} from "./quality/list.js";
import {satisfactionMarts} from "./satisfaction/list.js";
import {serviceMarts} from "./service/list.js";
import type {Mart} from "./shape/mart.js";
import {valueMarts} from "./value/list.js";

/** Every published table; what is made from another stands after it. */
export const marts: readonly Mart[] = [
  ...overviewMarts,
  ...serviceMarts,
  ...satisfactionMarts,
  ...valueMarts,
  ...churnMarts,
  ...actionMarts,
  ...competitorMarts,
  ...qualityMarts,
];
