import type {Company} from "./company.js";
import type {ExportFile} from "./export-file.js";

export function truthsOf(_company: Company, exports: readonly ExportFile[]): unknown {
  return {files: Object.fromEntries(exports.map((file) => [file.name, file.truth]))};
}
