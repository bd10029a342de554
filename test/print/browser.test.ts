import {expect, it} from "vitest";
import {findBrowser} from "../../loaders/print/browser.js";

it("says what to do where no browser is found", () => {
  expect(() => findBrowser({CHROMIUM: "/nowhere/chrome"})).toThrow(/CHROMIUM/);
});
