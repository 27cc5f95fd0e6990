import { describe, expect, test } from "vitest";
import { OperatorError } from "../../src/core/errors.ts";
import { deadlineIn, noTime } from "../../src/kubectl/deadline.ts";
import { passingTrouble } from "../../src/kubectl/passing-trouble.ts";
import { whileItPasses } from "../../src/kubectl/while-it-passes.ts";
import type { Completed } from "../../src/outside/exec.ts";

const failed = (stderr: string): Completed => ({ code: 1, stdout: "", stderr, durationMs: 1 });
const well: Completed = { code: 0, stdout: "done", stderr: "", durationMs: 1 };
const refused = "The connection to the server 127.0.0.1:1 was refused - did you specify the right host or port?";
const internal = "Error from server (InternalError): Internal error occurred: planted";

/** Answers one after the other, the last again and again. */
const answering = (...answers: readonly Completed[]) => {
  const made = { calls: 0, attempt: async () => answers[Math.min(made.calls++, answers.length - 1)] ?? well };
  return made;
};

const repeating = (more: Partial<Parameters<typeof whileItPasses>[1]> = {}) => {
  const lines: string[] = [];
  const log = { info: (line: string) => void lines.push(line) };
  const patience = deadlineIn(60_000, () => performance.now());
  return { lines, options: { patience, signal: new AbortController().signal, log, ...more } };
};

describe("a command that may be run twice", () => {
  test("is run again while the network ends it, and that is said once", async () => {
    const { attempt } = answering(failed(refused), failed(refused), well);
    const { lines, options } = repeating();
    expect(await whileItPasses(attempt, options)).toBe(well);
    expect(lines).toEqual(["The API server does not answer: trying again for up to 60 s."]);
  });

  test("is not run again where there is no time, nor for a trouble that is the answer", async () => {
    for (const [stderr, more] of [
      [refused, { patience: noTime }],
      [refused, { except: ["offline"] as const }],
      ['Error from server (NotFound): configmaps "a" not found', {}],
      ["Error from server (Forbidden): exceeded quota", {}],
    ] as const) {
      const made = answering(failed(stderr), well);
      expect(await whileItPasses(made.attempt, repeating(more).options)).toMatchObject({ stderr });
      expect(made.calls).toBe(1);
    }
  });

  test("ends with the time that there is", async () => {
    const patience = deadlineIn(700, () => performance.now());
    const began = performance.now();
    expect(await whileItPasses(answering(failed(refused)).attempt, repeating({ patience }).options)).toMatchObject({
      code: 1,
    });
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test("ends with its caller's own limit, and with the run", async () => {
    const limit = repeating({ signal: AbortSignal.timeout(20) });
    expect(await whileItPasses(answering(failed(refused)).attempt, limit.options)).toMatchObject({ stderr: refused });
    const cancelled = repeating({ signal: AbortSignal.abort(new OperatorError("cancelled", "It was.", "Again.")) });
    await expect(whileItPasses(answering(failed(refused)).attempt, cancelled.options)).rejects.toMatchObject({
      reason: "cancelled",
    });
  });
});

test.each([
  ["busy", "Error from server (TooManyRequests): Too many requests, please try again later."],
  ["busy", "Error from server (ServiceUnavailable): the server is currently unable to handle the request"],
  [
    "busy",
    "Error: UPGRADE FAILED: server-side apply failed for object a/b: Too many requests, please try again later.",
  ],
  ["busy", "Error: UPGRADE FAILED: etcdserver: leader changed"],
  ["internal", internal],
  ["offline", refused],
  [
    "offline",
    'Error: Kubernetes cluster unreachable: Get "https://127.0.0.1:1/version": dial tcp: connect: connection refused',
  ],
  ["broken", 'error: Get "https://127.0.0.1:1/api": read tcp 127.0.0.1:2->127.0.0.1:1: read: connection reset by peer'],
  ["broken", "Unable to connect to the server: EOF"],
  [
    "conflict",
    "Error from server (Conflict): Operation cannot be fulfilled on leases: the object has been modified; try again",
  ],
  [null, 'Internal error occurred: failed calling webhook "a.example": connection refused'],
  [
    null,
    "error: unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: the server is currently unable to handle the request",
  ],
  [
    null,
    "Unable to connect to the server: tls: failed to verify certificate: x509: certificate signed by unknown authority",
  ],
  [null, 'Apply failed with 1 conflict: conflict with "by-hand": .data.x'],
])("%s: %s", (trouble, stderr) => {
  expect(passingTrouble(stderr)).toBe(trouble);
});
