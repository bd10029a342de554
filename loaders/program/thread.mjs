// What a thread starts with, in plain JavaScript: the compiled program has the rest.
import {loadProgram} from "./program.mjs";

await loadProgram("thread");
