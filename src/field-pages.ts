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
