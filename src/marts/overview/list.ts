import {metricTables} from "./metrics.js";

/** Every metric by period and segment. */
export const overviewTables = {...metricTables};
