import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";

/** As wide a screen shows a figure in so narrow a container. */
const screen = 559;

/**
 * Says again, for browsers that know no containers, what a style sheet says of narrow ones: there a narrow screen counts.
 *
 * @example
 * ```ts
 * withScreens("@container (max-width:9px){a{b:c}}")
 * // → "@container (max-width:9px){a{b:c}}@supports not (container-type:inline-size){@media (max-width:559px){a{b:c}}}"
 * ```
 */
export const withScreens = (css: string): string =>
  css.replaceAll(
    /@container\s*\(max-width:[^)]*\)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g,
    (block, rules: string) =>
      `${block}@supports not (container-type:inline-size){@media (max-width:${screen}px){${rules}}}`,
  );

/** The same in every style sheet of a finished site. */
export function finishStyles(output: string): void {
  const files = readdirSync(output, {recursive: true, encoding: "utf8"}).filter((file) => file.endsWith(".css"));
  for (const file of files) {
    const css = readFileSync(join(output, file), "utf8");
    const finished = withScreens(css);
    if (finished !== css) writeFileSync(join(output, file), finished);
  }
}
