import {downloadTasks} from "./downloads/tasks.js";
import {lookThrough} from "./scan/look.js";
import {layPagesAside} from "./site/build.js";

/** All that a thread can be asked to do. */
export const tasks = {...downloadTasks, look: lookThrough, pages: layPagesAside};
