import {readerReasons} from "../../../src/words/reject-reasons.js";

/** Why a record or cell was not taken as it came: code → sentence. Codes stand in `rejects.reason`. */
export const reasons = readerReasons;

export type Reason = keyof typeof reasons;
