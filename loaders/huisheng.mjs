#!/usr/bin/env node
// Starts everything on a fresh clone: needs Node and nothing else, installs the rest, then hands over to cli/run.ts.
import {pathToFileURL} from "node:url";
import {installPackages, needsNode, project} from "./cli/bootstrap.mjs";

needsNode();
installPackages();
const {register} = await import(pathToFileURL(`${project}/node_modules/tsx/dist/esm/api/index.mjs`).href);
register();
const {run} = await import("./cli/run.ts");
const {commands} = await import("./commands.ts");
process.exitCode = await run(process.argv.slice(2), {commands});
