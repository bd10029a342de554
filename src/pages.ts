import type {Language} from "./figures/figure.js";

/** A page of the report: its file name under src/zh and src/en, and the figures it shows, in order. */
export interface Page {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  readonly figures: readonly string[];
  /** The main ones, which get a slide in the deck; defaults to all. */
  readonly slides?: readonly string[];
  /** Passages of sentences, in order. */
  readonly passages: readonly string[];
  /** Records that feed it; a missing one is announced on top. */
  readonly needs: readonly string[];
}

export const pages: readonly Page[] = [
  {
    id: "overview",
    title: {zh: "总览", en: "Overview"},
    passages: ["overview"],
    figures: [],
    needs: ["calls", "tickets", "surveys", "callbacks", "contracts"],
  },
  {
    id: "satisfaction",
    title: {zh: "满意度", en: "Satisfaction"},
    passages: ["satisfaction"],
    figures: [
      "dissatisfied-trend",
      "dissatisfied-by-segment",
      "csat-distribution",
      "csat-trend",
      "csat-by-segment",
      "nps-trend",
      "nps-parts",
      "nps-by-segment",
      "items",
      "response-rate-trend",
      "response-rate",
    ],
    slides: [
      "dissatisfied-trend",
      "dissatisfied-by-segment",
      "csat-trend",
      "nps-trend",
      "nps-parts",
      "items",
      "response-rate-trend",
    ],
    needs: ["surveys"],
  },
  {
    id: "complaints",
    title: {zh: "投诉与服务", en: "Complaints and service"},
    passages: ["complaints"],
    figures: [
      "answer-rate-trend",
      "answer-rate-by-segment",
      "complaint-rate-trend",
      "complaint-categories",
      "complaint-rate-by-segment",
      "complaint-responsibility",
      "resolution-times",
      "backlog",
      "service-promises",
      "promise-by-department",
      "callbacks",
      "callback-independence-by-team",
      "confirmed-by-team",
    ],
    slides: [
      "answer-rate-trend",
      "complaint-rate-trend",
      "complaint-categories",
      "complaint-rate-by-segment",
      "complaint-responsibility",
      "resolution-times",
      "service-promises",
      "promise-by-department",
      "callbacks",
      "callback-independence-by-team",
    ],
    needs: ["tickets", "calls", "callbacks"],
  },
  {
    id: "churn",
    title: {zh: "流失", en: "Churn"},
    passages: ["churn"],
    figures: ["churn-trend", "churn-by-segment", "churn-reasons", "churn-destinations", "retention"],
    needs: ["contracts", "churn_interviews"],
  },
  {
    id: "data-quality",
    title: {zh: "数据质量", en: "Data quality"},
    passages: ["data-quality"],
    figures: [
      "reconciliation-suspects",
      "reconciliation",
      "cross-checks",
      "cross-check-samples",
      "duplicate-customers",
      "survey-audit",
      "survey-response",
      "source-gaps",
      "freshness",
      "import-files",
      "rejects-by-reason",
      "rejects-listed",
    ],
    slides: ["reconciliation-suspects"],
    needs: [],
  },
  {
    id: "method",
    title: {zh: "方法与口径", en: "Method and glossary"},
    passages: ["method"],
    figures: ["glossary"],
    slides: [],
    needs: [],
  },
];
