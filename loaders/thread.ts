// A thread of its own for the work that can be done beside the rest.
import {parentPort} from "node:worker_threads";
import {serveTasks} from "./program/threads.js";
import {tasks} from "./tasks.js";

if (parentPort) serveTasks(parentPort, tasks);
