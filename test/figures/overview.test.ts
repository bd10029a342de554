import {overviewBoard} from "../../src/figures/overview/board.js";
import {twin} from "./twin.js";

const month = (period: string) => ({period, dimension: "all", member: "all"});

twin("overview/board", overviewBoard, {
  "two months, a target, a rate": {
    metric_by_segment: [
      {...month("2026-09"), metric: "csat", n: 210, value: 0.9, lo: 0.852, hi: 0.934},
      {...month("2026-10"), metric: "csat", n: 200, value: 0.8, lo: 0.739, hi: 0.849},
      {...month("2026-10"), metric: "nps", n: 64, value: 12, lo: -6, hi: 29},
    ],
    complaints_by_month: [
      {month: "2026-09", complaints: 120, complainants: 110, days: 30, value: 310.5, lo: 258, hi: 371},
      {month: "2026-10", complaints: 90, complainants: 88, days: 31, value: 231.2, lo: 186, hi: 284},
    ],
    view: {
      targets: [
        {metric: "csat", target: 0.85, direction: "up", owner: "service", due: "2026-12-31", judge: ["month", "year"]},
        {metric: "complaint_rate", target: 250, direction: "down", judge: ["month"]},
      ],
    },
  },
  "one month only, no base for a rate": {
    metric_by_segment: [{...month("2026-10"), metric: "answer_rate", n: 470, value: 0.881, lo: 0.849, hi: 0.907}],
    complaints_by_month: [{month: "2026-10", complaints: 12, complainants: 12, days: 31, flag: "no_base"}],
  },
  withheld: {
    metric_by_segment: [{...month("2026-10"), metric: "csat", flag: "suppressed", reason: "few_answers"}],
  },
  undated: {
    metric_by_segment: [{...month("window"), metric: "csat", n: 41, value: 0.75, lo: 0.6, hi: 0.85}],
    view: {month: undefined},
  },
});
