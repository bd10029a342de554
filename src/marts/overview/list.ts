import {metricTables} from "./metrics.js";
import {recordTables} from "./records.js";

/** Every metric by period and segment, and the records behind the number of the month. */
export const overviewTables = {...metricTables, ...recordTables};
