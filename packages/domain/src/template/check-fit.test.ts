import { expect, test } from "vitest";
import { aTemplate } from "../../testing/documents.ts";
import { checkFit, type FitAnswer, overruledFit } from "./check-fit.ts";

const DISKS = { ask: "Many disk operations?", yes: "discourage" as const, because: "Network disks are slow." };
const CARDS = { ask: "Does it hold card numbers?", yes: "forbid" as const, because: "They have a place of their own." };
const template = aTemplate({ fit: [DISKS, CARDS] });
const no = (ask: string): FitAnswer => ({ ask, yes: false });
const wrong = (...answers: FitAnswer[]) => checkFit(template, answers).map(({ path, reason }) => `${path} ${reason}`);

test("every question takes an answer", () => {
  expect(wrong(no(DISKS.ask))).toEqual(["fit.1 is missing"]);
  expect(wrong(no(DISKS.ask), no(CARDS.ask))).toEqual([]);
});

test("a yes that forbids ends it, whatever the reason", () => {
  expect(wrong(no(DISKS.ask), { ask: CARDS.ask, yes: true, reason: "We want to." })).toEqual([
    "fit.1 means that this does not belong on Kubernetes",
  ]);
});

test("a yes that discourages goes on with a reason, which is kept", () => {
  const yes = { ask: DISKS.ask, yes: true };
  expect(wrong({ ...yes, reason: "  " }, no(CARDS.ask))).toEqual(["fit.0 speaks against Kubernetes"]);
  const answers = [{ ...yes, reason: "Only at night. " }, no(CARDS.ask)];
  expect(wrong(...answers)).toEqual([]);
  expect(overruledFit(template, answers)).toEqual([{ question: DISKS, reason: "Only at night." }]);
});

test("a template that asks nothing takes no answers", () => {
  expect(checkFit(aTemplate(), [])).toEqual([]);
});
