import {expect, test} from "vitest";
import {fill, words} from "../../src/words/interface.js";

test("every word of the interface exists in both languages, with the same holes", () => {
  expect(Object.keys(words.en)).toEqual(Object.keys(words.zh));
  const holes = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String);
  for (const [key, text] of Object.entries(words.zh)) {
    expect(text, key).not.toBe("");
    expect(holes(words.en[key as keyof typeof words.en]), key).toEqual(holes(text));
  }
});

test("English words hold no Chinese but the name of the other language", () => {
  const chinese = Object.entries(words.en).filter(([, text]) => /\p{Script=Han}/u.test(text));
  expect(chinese.map(([key]) => key)).toEqual(["language", "language_title"]);
});

test("holes are filled, and those without a value stay to be seen", () => {
  expect(fill("{n} found in {place}", {n: 3})).toBe("3 found in {place}");
});
