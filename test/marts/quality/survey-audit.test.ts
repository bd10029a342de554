import {describe, expect, test} from "vitest";
import {type AuditTopic, auditLights} from "../../../src/marts/quality/survey-audit.js";
import {responseRates} from "../../../src/marts/quality/survey-response.js";

const fact = (topic: AuditTopic, part: string, member: string, [k, n]: readonly [number, number]) => ({
  topic,
  part,
  member,
  k,
  n,
});
const lightOf = (rows: Parameters<typeof auditLights>[0], topic: AuditTopic, member = "all") =>
  auditLights(rows).find((row) => row.topic === topic && row.member === member);

describe("the survey's own method is audited", () => {
  test("a team that leaves complainants out is red, with the difference and its limits", () => {
    const rows = [
      fact("gating", "others", "all", [420, 500]),
      fact("gating", "complaints", "all", [35, 100]),
      fact("gating", "others", "field", [420, 500]),
      fact("gating", "complaints", "field", [35, 100]),
    ];
    // The example of the statistics: 420 of 500 against 35 of 100 is a difference of .49.
    expect(lightOf(rows, "gating", "field")).toMatchObject({light: "red", value: 0.49, n: 600});
    expect(lightOf(rows, "gating")).toMatchObject({light: "red"});
  });

  test("equal invitations are green, and a team of a few tickets is not judged", () => {
    const rows = [
      fact("gating", "others", "all", [8000, 10000]),
      fact("gating", "complaints", "all", [1600, 2000]),
      fact("gating", "others", "small", [5, 6]),
      fact("gating", "complaints", "small", [0, 6]),
    ];
    expect(lightOf(rows, "gating")).toMatchObject({light: "green"});
    expect(lightOf(rows, "gating", "small")).toBeUndefined();
  });

  test("an agent with 136 of 136 satisfied is red, with the exact bound; 123 of 124 is not flagged", () => {
    const rows = [
      fact("perfect_score", "agent", "KF09", [136, 136]),
      fact("perfect_score", "agent", "KF04", [123, 124]),
      fact("perfect_score", "agent", "others", [1600, 2000]),
    ];
    const perfect = lightOf(rows, "perfect_score", "KF09");
    expect(perfect).toMatchObject({light: "red", n: 136});
    expect(Number(perfect?.lo)).toBeCloseTo(0.05 ** (1 / 136), 10);
    expect(lightOf(rows, "perfect_score", "KF04")).toBeUndefined();
    expect(lightOf(rows, "perfect_score")).toMatchObject({light: "red", value: 1});
  });

  test("forty of forty where 95 % is usual may be luck: amber, not red", () => {
    const rows = [fact("perfect_score", "agent", "a", [40, 40]), fact("perfect_score", "agent", "b", [950, 1000])];
    expect(lightOf(rows, "perfect_score", "a")).toMatchObject({light: "amber"});
  });

  test("what the records do not tell is said to be beyond judgement, not green", () => {
    const lights = auditLights([]);
    expect(lights.map(({topic}) => topic)).toEqual(
      expect.arrayContaining([
        "response",
        "gating",
        "perfect_score",
        "collected_by_handler",
        "mode",
        "version",
        "pilot",
        "late_answers",
        "hasty_answers",
      ]),
    );
    expect(new Set(lights.map(({light}) => light))).toEqual(new Set(["grey"]));
  });

  test("a questionnaire in use that nobody tried out is amber and named", () => {
    const rows = [
      fact("version", "version", "v2", [10, 100]),
      fact("version", "version", "v3", [10, 100]),
      fact("pilot", "version", "v2", [24, 800]),
    ];
    expect(lightOf(rows, "pilot")).toMatchObject({light: "amber", detail: "v3"});
    expect(lightOf(rows, "version")).toMatchObject({light: "amber", value: 2, detail: "v2 | v3"});
  });

  test("a response rate of 8 % is red, of 45 % green, of 20 answers not judged", () => {
    expect(lightOf([fact("response", "all", "all", [80, 1000])], "response")).toMatchObject({light: "red"});
    expect(lightOf([fact("response", "all", "all", [450, 1000])], "response")).toMatchObject({light: "green"});
    expect(lightOf([fact("response", "all", "all", [10, 20])], "response")).toMatchObject({light: "grey"});
  });

  test("a rate over fewer than ten invitations is withheld, and with it the next that would give it away", () => {
    const row = (member: string, [invited, answered]: readonly [number, number]) => ({
      dimension: "mode",
      member,
      invited,
      delivered: invited,
      answered,
    });
    const rates = responseRates([row("sms", [900, 300]), row("web", [80, 30]), row("mail", [7, 6])], {
      preset: "default",
    });
    expect(rates.map(({member, flag, answered}) => [member, flag, answered])).toEqual([
      ["sms", "", 300],
      ["web", "suppressed", null],
      ["mail", "suppressed", null],
    ]);
  });
});
