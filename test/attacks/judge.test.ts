import { expect, test } from "vitest";
import type { Attack, Strike } from "./attack.ts";
import { strikesOf } from "./attack.ts";
import { makeCanaries, spellingsOf } from "./canaries.ts";
import { attacks, honest } from "./index.ts";
import { judge } from "./judge.ts";
import { limits } from "./run-step.ts";
import type { Seen } from "./strike.ts";

const canaries = makeCanaries();

/** A run that did nothing wrong. */
const quiet = {
  ground: { canaries, fill: (text: string) => text },
  end: { code: 1, output: "FAILED check", durationMs: 1000, peakBytes: 1, ended: null, left: 0 },
  outputs: { "failure-reason": "findings" },
  summary: "## ❌ failed",
  told: "FAILED check",
  given: ["helm\ntemplate\nPATH=/bin\n"],
  requests: [],
  changed: [],
  deployed: [],
  leftovers: [],
  ran: "",
} as unknown as Seen;

const attack: Attack = { name: "x", ends: "findings", hides: ["hunter2hunter2"], inert: [/<img/] };
const strike: Strike = { attack, helm: "helm", name: "x" };
const judged = (more: Partial<Seen>) => judge(strike, { ...quiet, ...more }).join("\n");
const asked = { at: "here", method: "GET", url: "/x", headers: {} } as const;

test("a run that did nothing wrong holds", () => {
  expect(judge(strike, quiet)).toEqual([]);
});

test.each<[string, Partial<Seen>, RegExp]>([
  ["a program ran", { ran: "/w/evil.sh\n" }, /a program of the tree ran: \/w\/evil\.sh/],
  ["a file of outside was told", { told: `x ${canaries.beside}` }, /what stands in beside was told/],
  [
    "a token was told in base64",
    { told: Buffer.from(`ab${canaries.git}`).toString("base64") },
    /what stands in git was told/,
  ],
  [
    "a command was given an input",
    { given: [`INPUT_X=${canaries.environment}`] },
    /a command was given what stands in environment/,
  ],
  ["a secret was told", { told: "hunter2hunter2" }, /the secret "hunter2hunter2" was told/],
  ["a command was given a secret", { given: ["--password=hunter2hunter2"] }, /a command was given the secret/],
  [
    "another host was sent a secret",
    { requests: [{ ...asked, at: "other", headers: { authorization: "hunter2hunter2" } }] },
    /another host was sent/,
  ],
  ["a request left", { requests: [asked] }, /1 requests left: GET \/x at here/],
  ["something was written", { changed: ["/o/x"] }, /written outside scratch and report: \/o\/x/],
  ["a folder was left", { leftovers: ["prometheus-stack-x"] }, /left in the temporary folder/],
  ["a namespace came", { deployed: ["monitoring"] }, /the cluster has new namespaces/],
  ["a process was left", { end: { ...quiet.end, left: 1 } }, /1 processes were left/],
  ["it was ended", { end: { ...quiet.end, ended: "it did not end by itself" } }, /it did not end by itself/],
  ["it took memory", { end: { ...quiet.end, peakBytes: limits.memoryBytes + 1 } }, /it took 2048 MiB/],
  ["another reason", { outputs: { "failure-reason": "internal" } }, /it ended with internal, not findings/],
  ["success", { outputs: { "failure-reason": "" } }, /it ended with success, not findings/],
  ["a stack trace", { end: { ...quiet.end, output: "    at x (file:///a.ts:1:1)" } }, /a stack trace was shown/],
  ["an escape character", { summary: "\u001b[2J" }, /escape or bidirectional characters/],
  ["something alive", { summary: "<img src=x>" }, /the summary has \/<img\//],
])("%s: that is told", (_name, seen, words) => {
  expect(judged(seen)).toMatch(words);
});

test("a word is found at each offset of base64", () => {
  for (const offset of [0, 1, 2, 3, 4]) {
    const encoded = Buffer.from(`${"x".repeat(offset)}${canaries.home}yz`).toString("base64");
    expect(spellingsOf(canaries.home).some((one) => encoded.includes(one))).toBe(true);
  }
});

test("the corpus is as large as it says, and no two attacks have one name", () => {
  const names = strikesOf([...attacks, ...honest]).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(attacks.length).toBeGreaterThanOrEqual(150);
});
