#!/usr/bin/env node
// Starts everything on a fresh clone: needs Node and nothing else, installs the rest, then hands over to cli/run.ts.
import {setFlagsFromString} from "node:v8";
import {installPackages, needsNode} from "./cli/bootstrap.mjs";
import {loadProgram} from "./program/program.mjs";

// Most of a command's code runs a few times: machine code of the best kind is made only of what runs ten times as often as
// V8 waits for, in all threads. It took a tenth of all processor time, as much as was won by it.
setFlagsFromString("--interrupt-budget=675840");
needsNode();
installPackages();
const {run} = await loadProgram("cli/run");
const {commands} = await loadProgram("commands");
process.exitCode = await run(process.argv.slice(2), {commands});
