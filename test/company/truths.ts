import type {Company} from "./company.js";
import type {ExportFile} from "./export-file.js";
import {repeatedPage} from "./export-helpdesk.js";
import {totalsOf} from "./totals.js";
import {marketTruths} from "./truths-market.js";
import {serviceTruths} from "./truths-service.js";

/** The one list of what is planted in the made-up company, and of its totals, counted without the pipeline. */
export function truthsOf(company: Company, exports: readonly ExportFile[]): unknown {
  const planted = {...serviceTruths(company), ...marketTruths(company)};
  const page = company.tickets.filter((ticket) => !ticket.isLate && ticket.createdAt >= Date.UTC(2025, 10, 1) / 1000);
  return {
    as_of: "2026-10-31",
    reported_month: "2026-10",
    files: Object.fromEntries(exports.map((file) => [file.name, file.truth])),
    repeated_page: {
      file: "helpdesk/tickets_2025-11_2026-10.csv",
      rows: repeatedPage.rows,
      first: page[repeatedPage.from]!.id,
      last: page[repeatedPage.from + repeatedPage.rows - 1]!.id,
    },
    totals: totalsOf(company),
    planted: Object.fromEntries(Object.entries(planted).sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
