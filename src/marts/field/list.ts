import {returnTables} from "./returns.js";
import {siteTables} from "./site.js";

/** Work on site, and goods that come back. */
export const fieldTables = {...siteTables, ...returnTables};
