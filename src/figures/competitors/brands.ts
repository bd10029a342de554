import type {ReportView} from "../../facts/view.js";
import {type FigureOrMissing, isMissing} from "../figure.js";
import {missingFigure} from "../forms/missing.js";
import {competitorDissatisfied} from "./dissatisfied.js";
import {competitorDisputes, competitorTickets} from "./tickets.js";

/** How the brands of one file stand beside each other, by the best measure it allows: ratings, disputes, or counts. */
export function competitorBrands(view: ReportView): FigureOrMissing {
  const id = "competitor-brands";
  const drawn = [competitorDissatisfied, competitorDisputes, competitorTickets]
    .map((draw) => draw(view))
    .find((figure) => !isMissing(figure));
  return drawn && !isMissing(drawn)
    ? {...drawn, id}
    : missingFigure(view, {
        id,
        needs: ["tickets"],
        shows: {zh: "各品牌的不满意率、争议率与投诉", en: "dissatisfaction, disputes and complaints by brand"},
      });
}
