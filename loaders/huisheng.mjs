#!/usr/bin/env node
// Starts everything on a fresh clone: needs Node and nothing else, installs the rest, then hands over to cli/run.ts.
import {installPackages, needsNode} from "./cli/bootstrap.mjs";
import {loadProgram} from "./program/program.mjs";

needsNode();
installPackages();
const {run} = await loadProgram("cli/run");
const {commands} = await loadProgram("commands");
process.exitCode = await run(process.argv.slice(2), {commands});
