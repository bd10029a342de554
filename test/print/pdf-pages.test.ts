import {expect, it} from "vitest";
import {pageCount, pageOfNames} from "../../loaders/print/pdf-pages.js";

/** As Chromium writes it: pages in a tree, destinations by name. */
const pdf = Buffer.from(
  [
    "%PDF-1.4",
    "1 0 obj\n<</Type /Catalog /Pages 2 0 R /Dests 9 0 R>>\nendobj",
    "2 0 obj\n<</Type /Pages /Count 3 /Kids [3 0 R 6 0 R]>>\nendobj",
    "3 0 obj\n<</Type /Pages /Count 2 /Kids [4 0 R 5 0 R] /Parent 2 0 R>>\nendobj",
    "4 0 obj\n<</Type /Page /Parent 3 0 R>>\nendobj",
    "5 0 obj\n<</Type /Page /Parent 3 0 R>>\nendobj",
    "6 0 obj\n<</Type /Page /Parent 2 0 R>>\nendobj",
    "9 0 obj\n<</part-churn [5 0 R /XYZ 40 800 0]\n/appendix-churn [6 0 R /XYZ 40 800 0]>>\nendobj",
    "trailer <</Root 1 0 R>>",
  ].join("\n"),
);

it("finds the page of every place that the contents lead to, through a tree of pages", () => {
  expect([...pageOfNames(pdf)]).toEqual([
    ["part-churn", 2],
    ["appendix-churn", 3],
  ]);
  expect(pageCount(pdf)).toBe(3);
});
