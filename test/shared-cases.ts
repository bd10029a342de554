import type {Expected} from "./read-case.js";

/** What reading a folder's records must give. */
export interface OfRecords {
  /** Rows kept, by kind of record. */
  readonly kept?: Readonly<Record<string, number>>;
  /** Patterns of the notes of its files, or of the message. */
  readonly says?: readonly RegExp[];
  /** Counts of what is listed, by kind of record and reason. */
  readonly listed?: readonly {readonly entity: string; readonly reason: string; readonly n: number}[];
  /** What queries over the records give. */
  readonly gives?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly error?: string | readonly string[];
}

const desk = {tickets: 180, surveys: 180};
const months =
  "select strftime(created_at, '%Y-%m') as month, cast(count(*) as integer) as n from all_tickets group by 1 order by 1";
const byMonth = (counts: Readonly<Record<string, number>>) => ({
  [months]: Object.entries(counts).map(([month, n]) => ({month, n})),
});
const quarter = byMonth({"2026-01": 60, "2026-02": 60, "2026-03": 60});
const one = (query: string, n: unknown) => ({[query]: [{n}]});
const count = (rest: string) => `select cast(count(*) as integer) as n from ${rest}`;

const joined = {
  kept: {customers: 40, ...desk},
  gives: one(count("all_tickets where customer_id in (select customer_id from all_customers)"), 180),
};
const redelivered = {
  kept: desk,
  says: [/60 row\(s\) come again in a later delivery/],
  gives: one(count("all_tickets where strftime(created_at, '%Y-%m') = '2026-03' and category = 'new'"), 60),
};

/** By folder of `../shared/cases`: what INDEX.md there says must be seen, as far as records tell it. */
export const ofRecords: Readonly<Record<string, OfRecords>> = {
  "01-utc-forms": {
    kept: {tickets: 197, surveys: 197},
    gives: one(
      count(
        "all_tickets where ticket_id like 'Z%' and created_at not between '2026-03-01 02:30:00' and '2026-03-01 02:30:01'",
      ),
      0,
    ),
  },
  "01b-utc-suffix-file": {kept: desk, gives: byMonth({"2026-01": 40, "2026-02": 60, "2026-03": 60, "2026-04": 20})},
  "01d-utc-z-file": {kept: desk, gives: byMonth({"2026-01": 40, "2026-02": 60, "2026-03": 60, "2026-04": 20})},
  "02-jira-repeated-columns": {
    kept: {tickets: 180},
    says: [/"Labels" stands over 3 columns, of which the first is read/],
  },
  "03-paged-headers": {kept: desk, gives: quarter},
  "04a-sep-line": {kept: desk, says: [/1 line\(s\) above the header, set aside: sep=/], gives: quarter},
  "04b-sep-line": {kept: desk, gives: quarter},
  "04d-sep-line": {kept: desk, gives: quarter},
  "05-utf16le-tsv": {
    kept: {tickets: 360, surveys: 360},
    gives: {"select distinct category as n from all_tickets order by 1": [{n: "噪声😀"}, {n: "账单"}, {n: "迟到"}]},
  },
  "06-1904-xls": {kept: desk, gives: quarter},
  "07-html-as-xls": {kept: desk, gives: quarter},
  "08-xml-spreadsheet-2003": {kept: desk, gives: quarter},
  "08b-xlsb": {kept: desk, gives: quarter},
  "09-strict-ooxml": {
    kept: desk,
    gives: one(
      "select cast(created_at as varchar) as n from all_tickets where ticket_id = 'T202601000'",
      "2026-01-01 09:00:00",
    ),
  },
  "10-mmss-durations": {
    kept: {calls: 180},
    says: [/read as minutes and seconds/],
    gives: {
      "select distinct cast(talk_seconds as integer) as n from all_calls": [{n: 330}],
      ...one(count("all_calls where wait_seconds not between 10 and 29"), 0),
    },
  },
  "11-decimal-comma": {kept: {orders: 120}, gives: one(count("all_orders where amount > 100000"), 0)},
  "12-number-forms": {
    kept: {orders: 199},
    gives: one(count("all_orders where order_line_id in ('F01', 'F02', 'F10', 'F11') and amount > 0"), 0),
  },
  "13-header-bom": {kept: desk, gives: quarter},
  "13-header-newline": {kept: desk, gives: quarter},
  "13-header-tabend": {kept: desk, gives: quarter},
  "13-header-zwsp": {kept: desk, gives: quarter},
  "14-id-bom": joined,
  "14-id-lrm": joined,
  "14-id-nbsp": joined,
  "14-id-tab": joined,
  "14-id-zwsp": joined,
  "15-hidden-rows": {kept: desk, says: [/60 hidden row\(s\)/]},
  "16-qualtrics": {kept: {surveys: 180}, says: [/2 line\(s\) below the header belong to it/]},
  "17-surveymonkey": {
    kept: {surveys: 180},
    gives: one(count("all_surveys where item = 'attitude' and score is not null"), 154),
  },
  "17b-surveymonkey-no-header-rows": {kept: {surveys: 180}, says: [/1 line\(s\) below the header belong to it/]},
  "19-redelivered-copy1": redelivered,
  "19-redelivered-month10": redelivered,
  "19-redelivered-v2": redelivered,
  "19e-overlap-months": {
    says: [/2 row\(s\) come again in a later delivery/],
    gives: {
      ...one(count("all_tickets where category = 'UPDATED'"), 2),
      ...one(count("all_tickets where category = 'STALE'"), 0),
    },
  },
  "20-mixed-scores": {error: "reject_limit", says: [/not a number, 96 times, such as "N\/A"/]},
  "20b-scale-change": {error: "scale_changed"},
  "21-date-forms": {error: "reject_limit", says: [/2026-02-29 10:00:00/]},
  "21b-shangwu-format": {
    kept: desk,
    gives: one(count("all_tickets where hour(created_at) = 3"), 7),
  },
  "22-and-with-blank": {
    kept: {tickets: 180},
    gives: {
      ...one(count("all_tickets where causes like '%vip%'"), 90),
      ...one(count("all_tickets where causes like '%vip%' and causes like '%urgent%'"), 45),
    },
  },
  "23-subtotals-inside": {
    kept: {orders: 180},
    gives: one("select cast(sum(amount) as integer) as n from all_orders where ordered_at >= '2026-03-01'", 6000),
  },
  "23b-subtotals-footer": {
    kept: {orders: 180},
    gives: one("select cast(sum(amount) as integer) as n from all_orders where ordered_at >= '2026-03-01'", 6000),
  },
  "23d-month-subtotals": {
    kept: {orders: 180},
    gives: one("select cast(sum(amount) as integer) as n from all_orders where ordered_at >= '2026-03-01'", 6000),
  },
  "25-servicenow-long-cells": {kept: desk, gives: quarter},
  "26-json-long-ids": {kept: desk, gives: one(count("all_tickets where length(ticket_id) <> 20"), 0)},
  "27-xlsx-long-ids": {error: "reject_limit", says: [/a spreadsheet lost its last digits/]},
  "28-null-words": {
    kept: {tickets: 180, surveys: 162},
    gives: one(
      count(
        "all_tickets where upper(coalesce(category, '') || ' ' || coalesce(customer_id, '')) similar to '.*(NULL|#N/A|NONE|NAN).*'",
      ),
      0,
    ),
  },
  "32-percent-cells": {
    kept: {orders: 120},
    gives: {"select distinct cast(margin as double) as n from all_orders": [{n: 0.25}]},
  },
  "33-wjx": {kept: {surveys: 180}, gives: one(count("all_surveys where score < 0"), 0)},
  "34-zip-mac": {kept: desk, gives: quarter},
  "35-columns-moved": {kept: desk, gives: quarter},
  "36-sla-words": {kept: desk, gives: one(count("all_tickets where is_sla_met is null"), 0)},
  "37-dst-fall-back": {kept: {tickets: 60, surveys: 60}},
  "39-blank-dates": {kept: {tickets: 150, surveys: 150}},
  "40-merged-down": {
    kept: desk,
    gives: {
      "select category as c, cast(count(*) as integer) as n from all_tickets group by 1 order by 1": [
        "bill",
        "late",
        "noise",
      ].map((c) => ({c, n: 60})),
    },
  },
  "41-category-variants": {kept: desk, says: [/are almost the same are counted apart: late \/ LATE \/ Late/]},
  "42-two-desks-same-ids": {kept: {tickets: 360, surveys: 360}, says: [/two systems number alike/]},
  "csat-item-not-called-overall": {
    kept: {surveys: 40},
    says: [/the only satisfaction question is "cusa1"; it stands for overall satisfaction/],
  },
  "dim-named-as-standard": {error: "yaml_value", says: [/columns › dim_sex is called as the standard column sex/]},
  "excel-text-formula": {
    kept: {orders: 2},
    gives: one("select cast(sum(amount) as double) as n from all_orders", 30.2),
  },
  "no-date-is-kept": {kept: {tickets: 3}},
  "preamble-email-blocks-build": {kept: {orders: 3}, says: [/支付宝账户：\*\*\*@\*\*\*/]},
  "ref-error-unmapped-column": {kept: {calls: 3}},
  "same-entity-twice-from-one-file": {gives: one(count("all_tickets"), 2)},
  "same-id-in-two-tables": {kept: {tickets: 12}, says: [/12 row\(s\) come again in a later delivery/]},
  "trailing-comma-rows": {kept: {orders: 3}, says: [/3 row\(s\) end with empty cells beyond the header/]},
  "unknown-file-map": {error: "yaml_value", says: [/columns has nothing after it/]},
  "values-empty-crash": {kept: {tickets: 3}},
  "yuan-sign-amount": {gives: one("select cast(sum(amount) as double) as n from all_orders", 60.7)},
};

/** What the report as a whole must say, or must not. */
export const ofReports: Readonly<Record<string, Expected>> = {
  "30-hostile-names": {
    title: "a month without records is a gap",
    says: ["No data for Nov 2025: surveys, tickets .*; a gap in the charts, not zero"],
  },
  "31-one-ticket": {title: "one ticket, no score", says: ["1 kept"], hides: ["NaN", "undefined"]},
  "38-forgotten-month": {
    title: "the month's tickets were not delivered",
    says: ["No data for Mar 2026: tickets \\(Desk sent none\\); not zero"],
    hides: ["0 complaints", "0 件投诉", "fewer", "下降"],
  },
  "labels-of-own-dimension": {title: "labels of an own dimension", says: ["Class “First”: 52.0% churned"]},
  "open-tickets-counted-to-month-end": {
    title: "an export of two hours",
    says: ["May 2026 is a part month: tickets to 1 May; not compared"],
    hides: ["72 h", "72 小时"],
  },
  "orders-only-nothing-shown": {
    title: "orders alone",
    says: ["Order amount 1,215 \\(Jan 1,175\\)"],
    hides: ["nothing to conclude"],
  },
  "p-zero-for-0-or-100-percent": {title: "groups with none or all", says: ["Satisfied 88.2%"]},
  "partial-last-month": {
    title: "the last month is half there",
    says: ["Month: Jul 2026", "Tickets are there for Aug 2026 \\(to 18 Aug 2026\\), but tickets in part"],
    hides: ["clearly down", "明显下降"],
  },
  "rule-not-said": {title: "churn stated in a column needs no rule", says: ["yes customers: 61.0% churned"]},
  "ten-groups-only": {title: "a small group far off is named", says: ["R11: 91.7% churned"]},
  "yearly-change-not-said": {
    title: "asked once a year",
    says: ["−1 \\(−12 to \\+11, n=300\\); May 2017 \\+68, clearly down 69 points"],
  },
  "zero-tenure": {
    title: "who leaves at once",
    says: ["40 of 100 customers have left"],
    rows: {retention_curves: [{dimension: "all", month: 0, value: 0.6, n_risk: 100}]},
  },
};
