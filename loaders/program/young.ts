import {setFlagsFromString} from "node:v8";
import {runInNewContext} from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as (options?: {type: "minor"}) => void;

/**
 * Collects young objects that nobody holds any more. A drawn picture is a small object to V8, which does not know of the
 * 30 MB of pixels behind it: left to itself it keeps ten of them.
 */
export const collectYoung = (): void => collect({type: "minor"});

/** Collects all that nobody holds any more: before a long rest, since a thread that rests collects nothing. */
export const collectAll = (): void => collect();
