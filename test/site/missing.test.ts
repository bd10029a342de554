import {expect, test} from "vitest";
import {joinMissing, missingHtml} from "../../loaders/site/html/missing.js";

const missing = (id: string, shows: string, before = "The exports hold no calls; once they do, ") => {
  const after = " will stand here.";
  return missingHtml(
    {id, missing: ["calls"], message: `${before}${shows}${after}`, parts: [before, shows, after]},
    {language: "en"},
  );
};

test("neighbours that lack the same records are one sentence, and each keeps its address", () => {
  const html = joinMissing(`<h2>x</h2>\n${missing("a", "rates")}\n${missing("b", "times <A&B>")}\n<p>y</p>`, {
    language: "en",
  });
  expect(html.match(/class="missing"/g)).toHaveLength(1);
  expect(html.replace(/<[^>]*>/g, "")).toContain(
    "The exports hold no calls; once they do, rates; times &lt;A&amp;B&gt; will stand here.",
  );
  for (const id of ["a", "b"]) expect(html).toContain(`id="${id}"`);
  expect(html).toContain("<p>y</p>");
});

test("what lacks other records, or stands elsewhere, is told by itself", () => {
  const other = missing("b", "tiers", "The exports hold no orders; once they do, ");
  expect(joinMissing(`${missing("a", "rates")}\n${other}`, {language: "en"}).match(/class="missing"/g)).toHaveLength(2);
  const apart = `${missing("a", "rates")}\n<h2>x</h2>\n${missing("b", "times")}`;
  expect(joinMissing(apart, {language: "en"})).toBe(apart);
});
