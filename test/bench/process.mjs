// What a measured process starts with, in plain JavaScript: as a command does, it runs the compiled program.
import {loadProgram} from "../../loaders/program/program.mjs";

await loadProgram("bench");
