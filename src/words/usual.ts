import type {Language} from "./language.js";
import {say} from "./say.js";

/**
 * A usual number as it is said aloud: whole, and only about so where it is not. In Chinese it follows its word.
 *
 * @example usualText({language: "en"}, 5.75) // "about 6"
 * @example usualText({language: "zh"}, 6) // " 6"
 * @example usualText({language: "en"}, 0.2) // "under 1"
 */
export function usualText(view: {readonly language: Language}, usual: number): string {
  const whole = Math.round(usual);
  if (usual > 0 && whole === 0) return say(view, {zh: "不到 1", en: "under 1"});
  const text = whole.toLocaleString("en-US");
  return whole === usual ? say(view, {zh: ` ${text}`, en: text}) : say(view, {zh: `约 ${text}`, en: `about ${text}`});
}
