import {ReportError} from "../messages/errors.js";

/** What a node is thought to have for a question where the server says nothing of it. */
const bytesAtLeast = 1.5e9;

/** What a question may hold on the node that is asked, as far as the server tells. */
export async function memoryThere(ask: (sql: string) => Promise<readonly (readonly unknown[])[]>): Promise<number> {
  const limits = [
    "SELECT value FROM system.settings WHERE name IN ('max_memory_usage', 'max_memory_usage_for_user')",
    "SELECT value FROM system.server_settings WHERE name = 'max_server_memory_usage'",
  ];
  const told: number[] = [];
  for (const sql of limits)
    try {
      told.push(...(await ask(sql)).map(([value]) => Number(value)));
    } catch (error) {
      // A user need not be allowed to see what the server may take.
      if (!(error instanceof ReportError) || !["cluster_denied", "cluster_error"].includes(error.code)) throw error;
    }
  const limited = told.filter((bytes) => bytes > 0);
  return limited.length > 0 ? Math.min(...limited) : bytesAtLeast;
}
