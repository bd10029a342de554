import type {Page} from "./page.js";

/** What was done on site, and what came back. */
export const fieldPage: Page = {
  id: "field",
  title: {zh: "现场与退换", en: "On site and returns"},
  passages: ["field"],
  figures: [
    "return-rates",
    "first-time-fix",
    "second-visits",
    "appointment-kept-trend",
    "return-reasons",
    "site-promises",
    "appointment-kept-by-segment",
    "site-by-month",
    "site-cost",
    "site-by-technician",
    "return-cohorts",
    "return-outcomes",
    "open-returns",
    "returned-orders",
  ],
  front: [
    {figure: "return-rates", asks: {zh: "什么退得多？", en: "What comes back?"}},
    {figure: "return-reasons", asks: {zh: "为什么退？", en: "Why?"}},
    {figure: "first-time-fix", asks: {zh: "一次修好了吗？", en: "Right the first time?"}},
    {figure: "second-visits", asks: {zh: "哪些要再跑一趟？", en: "Which needed a second visit?"}},
    {figure: "appointment-kept-trend", asks: {zh: "准时到了吗？", en: "Were appointments kept?"}},
  ],
  slides: ["return-rates", "return-cohorts", "first-time-fix", "appointment-kept-trend"],
  needs: ["work_orders", "returns", "orders"],
};

/** What we owe customers, what is done for them, and the files kept of them. */
export const relationsPage: Page = {
  id: "relations",
  title: {zh: "客户关系", en: "Customer relations"},
  passages: ["relations"],
  figures: [
    "commitments",
    "care-cost",
    "file-review",
    "person-or-page",
    "paid-extras",
    "missed-commitments",
    "visits-planned",
    "care-by-month",
    "care-renewals",
    "customer-events",
    "event-guests",
    "event-effects",
    "prospect-flows",
    "prospect-answers",
    "prospects-open",
    "file-fields",
    "files-to-review",
  ],
  front: [
    {figure: "commitments", asks: {zh: "答应的办到了吗？", en: "Were requests met?"}},
    {figure: "prospect-answers", asks: {zh: "答得快，成交多吗？", en: "Do fast answers win?"}},
    {figure: "care-cost", asks: {zh: "关怀花了多少？", en: "What did care cost?"}},
    {figure: "person-or-page", asks: {zh: "要人还是要信息？", en: "A person or a page?"}},
    {figure: "file-review", asks: {zh: "客户资料还可用吗？", en: "Are the files any good?"}},
  ],
  slides: ["commitments", "care-cost", "person-or-page", "prospect-answers"],
  needs: ["tickets", "calls", "visits", "care_actions", "prospects", "customers"],
};
