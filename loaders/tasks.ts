import {downloadTasks} from "./downloads/tasks.js";

/** All that a thread can be asked to do. */
export const tasks = {...downloadTasks};
