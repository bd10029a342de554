import type {ImportAccount} from "../records/account.js";
import type {ReportFolder} from "../report/folder.js";
import type {Unsent} from "./tables.js";

/** Systems that report.yaml expects and that sent nothing, and tables of a mapping that no file came for. */
export function unsentTables({mappings, settings}: ReportFolder, accounts: readonly ImportAccount[]): Unsent[] {
  const sources = new Set(accounts.map(({source}) => source));
  const present = new Set(accounts.map(({source, entity}) => `${source} ${entity}`));
  const absent = settings.expected_sources.filter((source) => !sources.has(source));
  const tables = mappings.flatMap(({source, tables}) => tables.map(({entity}) => ({source, entity})));
  const isAbsent = (source: string) => absent.includes(source);
  const unmapped = absent.filter((source) => !mappings.some((mapping) => mapping.source === source));
  const without = tables.filter(({source, entity}) => !present.has(`${source} ${entity}`));
  const once = new Map(without.map((each) => [`${each.source} ${each.entity}`, each]));
  return [
    ...[...once.values()].map(
      ({source, entity}): Unsent => ({
        source,
        entity,
        reason: isAbsent(source) ? "not_sent" : "no_file",
      }),
    ),
    ...unmapped.map((source): Unsent => ({source, entity: "", reason: "not_sent"})),
  ];
}
