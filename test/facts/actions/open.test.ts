import {expect, test} from "vitest";
import {remedy} from "../../../src/facts/actions/open.js";
import type {Row} from "../../../src/marts/list.js";
import {viewOf} from "../../view.js";

const open: Partial<Row<"action_effects">> = {
  ...{note: "Roll back the firmware", category: "offline", department: "Product"},
  ...{status: "open", due_date: "2026-11-15", effect: "open"},
};
const said = (language: "zh" | "en", more: Partial<Row<"action_effects">>): string =>
  remedy(viewOf(language, {action_effects: [{...open, ...more}]}), {category: "offline"});

test("what somebody still has to decide is no order", () => {
  expect(said("en", {is_decision: true})).toBe("Product to decide by 15 Nov: roll back the firmware");
  expect(said("en", {is_decision: false})).toBe("Product: roll back the firmware by 15 Nov");
  expect(said("zh", {is_decision: true})).toBe("Product 11月15日前定：是否Roll back the firmware");
});

test("a decision without a day is not decided yet", () => {
  expect(said("en", {is_decision: true, due_date: null})).toBe("Product to decide: roll back the firmware");
  expect(said("zh", {is_decision: true, due_date: null})).toBe("Product尚未定：是否Roll back the firmware");
});
