import {dataQualityFigures} from "../../src/figures/quality/list.js";
import {cells} from "../view.js";
import {twins} from "./twin.js";

twins("quality", dataQualityFigures, {
  "import-files": {
    import_files: cells(
      "source entity file format encoding rows_in rows_kept rows_rejected rows_set_aside",
      ["crm", "customers", "crm/customers.csv", "csv", "gb18030", 120, 117, 2, 1],
      ["survey", "surveys", "survey/answers.xlsx", "xlsx", "utf-8", 40, 40, 0, 0],
    ),
  },
  "reconciliation-suspects": {
    reconciliation: cells(
      "month source measure counted ledger ours difference recorded_by status",
      ["2026-08", "erp", "work_orders.fee", "work_orders.fee", 5000, 23_414, 18_414, "W3", "different"],
      ["2026-08", "erp", "orders.count", "orders.count", 90, 90, 0, "W3", "equal"],
    ),
    reconciliation_suspects: cells(
      "month source measure rank difference kind explains_all record_id amount corrected recorded_by file row",
      [
        "2026-08",
        "erp",
        "work_orders.fee",
        1,
        18_414,
        "factor_100",
        true,
        "WX1",
        18_600,
        186,
        "W3",
        "erp/fees.xlsx",
        602,
      ],
    ),
  },
});
