import type {Report} from "./report.js";
import {say} from "./say.js";

/**
 * Complaints of a kind that was not there before.
 *
 * @example newKindText({language: "en"}, {name: "Leak", count: "29"}) // "29 complaints of a new kind: “Leak”"
 */
export const newKindText = (
  view: Pick<Report, "language">,
  {name, count}: {readonly name: string; readonly count: string},
): string => say(view, {zh: `新出现的投诉“${name}”${count} 件`, en: `${count} complaints of a new kind: “${name}”`});
