import {relative} from "node:path";

/** The path from a folder on, with slashes ("" for the folder itself), or undefined where it is not in it. */
export function below(path: string, folder: string): string | undefined {
  const rest = relative(folder, path).replaceAll("\\", "/");
  return rest === ".." || rest.startsWith("../") || /^[A-Za-z]:/.test(rest) || rest.startsWith("/") ? undefined : rest;
}
