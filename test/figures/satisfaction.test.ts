import {satisfactionFigures} from "../../src/figures/satisfaction/list.js";
import {cells} from "../view.js";
import {twins} from "./twin.js";

const item = "item question dimension member scale_min scale_max n customers value lo hi";

twins("satisfaction", satisfactionFigures, {
  items: {
    item_scores: cells(
      item,
      ["speed", "rating", "all", "all", 1, 5, 240, 230, 3.42, 3.3, 3.54],
      ["attitude", "rating", "all", "all", 1, 5, 236, 228, 4.31, 4.2, 4.42],
      ["price", "rating", "all", "all", 0, 10, 90, 88, 6.5, 6.1, 6.9],
    ),
  },
  constructs: {
    "two constructs, one of them of two items": {
      construct_scores: cells(
        "construct dimension member scale_min scale_max items n value sd lo hi flag",
        ["service", "all", "all", 1, 5, 3, 240, 3.91, 0.8, 3.81, 4.01, ""],
        ["service", "segment", "firm", 1, 5, 3, 9, null, null, null, null, "suppressed"],
        ["service", "segment", "home", 1, 5, 3, 231, 3.93, 0.8, 3.83, 4.03, ""],
        ["price", "all", "all", 0, 10, 2, 250, 4.2, 0.7, 4.11, 4.29, ""],
      ),
      construct_reliability: cells("construct alpha alpha_lo alpha_hi omega verdict", [
        "service",
        0.62,
        0.53,
        0.69,
        0.64,
        "low",
      ]),
    },
    "one construct, its items no measure of one thing told": {
      construct_scores: cells("construct dimension member scale_min scale_max items n value sd lo hi flag", [
        ...["service", "all", "all", 1, 5, 3, 40, 3.91, 0.8, 3.65, 4.17, ""],
      ]),
      construct_reliability: cells("construct alpha alpha_lo alpha_hi omega verdict", [
        ...["service", 0.8, 0.66, 0.89, 0.81, "indeterminate"],
      ]),
    },
  },
  "survey-weights": {
    survey_weights: cells(
      "question wave n n_eff mean weighted_mean value weighted_value weighted_lo weighted_hi",
      ["csat", "2015", 2000, 1500.4, 4.01, 4.03, 0.76, 0.77, 0.748, 0.791],
      ["csat", "2016", 2100, 1610.2, 4.03, 4.05, 0.77, 0.78, 0.759, 0.8],
      ["nps", "2016", 900, 700.7, 7.9, 8.0, 31, 33, 27.5, 38.4],
    ),
  },
  "silent-dissatisfied": {
    silent_dissatisfied: cells(
      "tier customers complainants answers dissatisfied silent content_complained silent_share silent_share_lo silent_share_hi hidden hidden_lo hidden_hi",
      ["(all)", 900, 120, 600, 60, 40, 50, 0.667, 0.54, 0.77, 240, 170, 400],
      ["star1", null, null, null, null, null, null, null, null, null, null, null, null],
    ),
  },
  "attitude-revenue": {
    view: {order: () => ["star5"]},
    attitudes: cells(
      "tier attitude customers revenue",
      ["(all)", "content", 300, 500000],
      ["(all)", "dissatisfied", 40, 100000],
      ["(all)", "silent", 500, 400000],
      ["star5", "content", null, null],
      ["star5", "dissatisfied", null, null],
      ["star5", "silent", 30, 200000],
    ),
    rated_coverage: cells("tier customers raters", ["star5", 40, 10]),
  },
  "satisfaction-crosses": {
    satisfaction_crosses: cells(
      "dimension member other_dimension other_member n dissatisfied dissatisfied_lo dissatisfied_hi csat csat_lo csat_hi rest verdict flag",
      ["region", "华南", "channel", "email", 80, 0.3, 0.21, 0.41, 0.6, 0.49, 0.7, 0.1, "worse", ""],
      ["tier", "star5", "region", "华南", 60, 0.02, 0, 0.09, 0.95, 0.86, 0.98, 0.11, "better", ""],
      ["tier", "star1", "region", "华南", 14, 0.2, 0.07, 0.45, 0.7, 0.45, 0.87, 0.1, "", "hollow"],
      ["tier", "star4", "region", "华南", null, null, null, null, null, null, null, null, "", "suppressed"],
    ),
  },
  "satisfaction-bases": {
    satisfaction_bases: cells(
      "measure basis value lo hi flag n customers n_eff is_needed influence base left_out",
      ["dissatisfied", "answers", 0.1, 0.08, 0.12, "", 900, 700, 900, false, null, 2000, 0],
      ["dissatisfied", "base", 0.11, 0.08, 0.14, "", 900, 700, 620, true, null, 2000, 12],
      ["dissatisfied", "revenue", 0.15, 0.07, 0.29, "", 900, 690, 60, false, 0.03, 2000, 0],
    ),
  },
  "tail-reasons": {
    tail_reasons: cells(
      "kind code dissatisfied named others share share_lo share_hi others_share p_adjusted",
      ["item", "speed", 60, 40, 500, 0.667, 0.54, 0.77, 0.04, 0.0001],
      ["category", "账单", 50, 4, 400, 0.08, 0.03, 0.19, 0.06, 0.6],
    ),
  },
  "open-themes": {
    open_themes: cells(
      "theme label_zh label_en place customers answers share share_lo share_hi dissatisfied dissatisfied_lo dissatisfied_hi now before now_answers is_new quotes",
      [
        "offline",
        "设备离线",
        "Devices offline",
        0,
        18,
        350,
        0.051,
        0.03,
        0.08,
        0.56,
        0.34,
        0.75,
        18,
        0,
        30,
        true,
        "设备离线",
      ],
      ["waiting", "等待", "Waiting", 1, 38, 350, 0.11, 0.08, 0.14, 0.61, 0.45, 0.74, 1, 37, 30, false, "太久\n没人管"],
    ),
    theme_words: cells("kind word code", ["theme", "离线", "offline"], ["stop", "电话", ""]),
  },
  "agent-speed": {
    agent_satisfaction: cells(
      "agent answers tickets median_hours all_median_hours csat csat_lo csat_hi low_95 high_95 low_998 high_998",
      ["A1", 80, 120, 1.2, 10, 0.57, 0.46, 0.67, 0.75, 0.9, 0.7, 0.95],
      ["A2", 80, 120, 10, 10, 0.85, 0.76, 0.91, 0.75, 0.9, 0.7, 0.95],
      ["A3", 80, 120, 9, 10, 0.84, 0.75, 0.9, 0.75, 0.9, 0.7, 0.95],
      ["A4", 80, 120, 12, 10, 0.86, 0.77, 0.92, 0.75, 0.9, 0.7, 0.95],
      ["A5", 80, 120, 11, 10, 0.83, 0.73, 0.9, 0.75, 0.9, 0.7, 0.95],
    ),
  },
  "preferences-kept": {
    preference_checks: cells(
      "kind preference contacts against refused",
      ["callback", "no_call", 7, 7, 0],
      ["callback", "any", 200, 0, 12],
    ),
  },
  "survey-lag": {
    survey_lag: cells(
      "lag answers dissatisfied dissatisfied_lo dissatisfied_hi csat csat_lo csat_hi flag",
      ["day", 200, 0.1, 0.07, 0.15, 0.8, 0.74, 0.85, ""],
      ["later", 40, 0.2, 0.1, 0.35, 0.7, 0.55, 0.82, ""],
    ),
  },
});
