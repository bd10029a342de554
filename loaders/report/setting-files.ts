import {createHash} from "node:crypto";
import {existsSync, readdirSync, readFileSync, statSync} from "node:fs";
import {join} from "node:path";

/** A file that the analyst wrote, as it is. */
export interface SettingFile {
  readonly file: string;
  readonly sha256: string;
}

/** What the analyst wrote: settings, mappings, rules, reference files, notes; by name. */
export function settingFiles(folder: string): SettingFile[] {
  const loose = ["report.yaml", "notes.yaml", "notes.csv"];
  const inFolders = ["mappings", "rules", "reference"].flatMap((name) =>
    existsSync(join(folder, name)) ? readdirSync(join(folder, name)).map((file) => `${name}/${file}`) : [],
  );
  return [...loose, ...inFolders]
    .filter((file) => existsSync(join(folder, file)) && statSync(join(folder, file)).isFile())
    .sort()
    .map((file) => ({
      file,
      sha256: createHash("sha256")
        .update(readFileSync(join(folder, file)))
        .digest("hex"),
    }));
}
