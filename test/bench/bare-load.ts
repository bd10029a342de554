// The least there can be: DuckDB alone loads the same files, typed, with its columns given.
import {printMeasured} from "./measured.js";
import {typedLoad} from "./typed-load.js";

const start = performance.now();
await typedLoad(process.argv[2]!);
printMeasured(start);
