import { expect, test } from "vitest";
import type { Looked } from "../../src/verify/look.ts";
import { isAsBefore, lostAsBefore, lostIn, seenBefore } from "../../src/verify/seen-before.ts";
import { blindness, verifyFailure } from "../../src/verify/verify-failure.ts";
import { lookBefore, type VerifyRequest, verifyStack } from "../../src/verify/verify-stack.ts";
import { type Answers, goodAnswers, liveTarget, playedAsk, playedResolution, prometheusProxy } from "./played.ts";

// The played clock stands still, and is not this machine's.
const { [`${prometheusProxy}/api/v1/query?query=time()`]: _clock, ...answers } = goodAnswers;
const down: Answers = {
  ...answers,
  [`${prometheusProxy}/api/v1/targets`]: {
    data: { activeTargets: [{ ...liveTarget, health: "down", lastError: "connection refused" }] },
  },
};

const requestOf = (looks: readonly Answers[], verifyTimeoutMs: number, log: string[] = []): VerifyRequest => {
  let started = -1;
  let closed = 0;
  const ask: ReturnType<typeof playedAsk> = (question) => {
    if (question.path.includes("/prometheuses/kps")) started += 1;
    return playedAsk(looks[Math.min(started, looks.length - 1)] ?? {})(question);
  };
  return {
    resolution: playedResolution(),
    cluster: {
      server: "https://cluster.example.com",
      openApi: async () => ({
        ask,
        close: async () => {
          closed += 1;
          log.push(`closed ${closed}`);
        },
      }),
    },
    inputs: { prometheusUrl: undefined, alertmanagerUrl: undefined, grafanaUrl: undefined, verifyTimeoutMs },
    outside: {
      askAddress: () => playedAsk({}),
      mask: () => {},
      now: () => performance.now(),
      signal: new AbortController().signal,
      log: { info: (line) => log.push(line), debug: () => {}, stage: () => {} },
    },
    before: null,
  };
};

test("looks again until all is seen, and tells meanwhile what is awaited", async () => {
  const log: string[] = [];
  const report = await verifyStack(requestOf([down, answers], 60_000, log));
  expect(report).toMatchObject({ passed: true, looks: 2 });
  expect(log[0]).toMatch(/^Not seen after \d+ s: ServiceMonitor monitoring\/dcgm/);
  expect(log.at(-1)).toBe("closed 1");
  expect(verifyFailure(report)).toBeNull();
});

test("an answer that stays empty is a failure when the time is up, with hop, cause and next step", async () => {
  const report = await verifyStack(requestOf([down], 1000));
  expect(report).toMatchObject({ passed: false, looks: 1 });
  const failure = verifyFailure(report);
  expect(failure?.reason).toBe("verify-failed");
  expect(failure?.message).toContain(
    "ServiceMonitor monitoring/dcgm: arrives: None of 1 targets is up; http://10.0.0.1:9400/metrics: connection refused.",
  );
  expect(failure?.hint).toContain("Ask what runs there");
});

test("what was not seen before either is no news after a way back", async () => {
  const report = await verifyStack(requestOf([down], 1000));
  const lost = new Set(lostIn(report).keys());
  expect(verifyFailure(report, lost)).toBeNull();
  const [first = "", ...others] = lost;
  expect(others.length).toBeGreaterThan(0);
  expect(verifyFailure(report, new Set(others))?.message).toMatch(/^After \d+ s one thing was not seen/);
  expect(first).toContain("arrives");
});

test("one target more that is down is worse, as few as there are", async () => {
  const upAndDown = (...healths: readonly string[]): Answers => ({
    ...answers,
    [`${prometheusProxy}/api/v1/targets`]: {
      data: {
        activeTargets: healths.map((health, index) => ({
          ...liveTarget,
          health,
          scrapeUrl: `http://10.0.0.${index}/`,
        })),
      },
    },
  });
  const lookAt = async (changed: Answers) => {
    let seen: Looked | undefined;
    const isEnough = (looked: Looked): boolean => {
      seen = looked;
      return true;
    };
    const report = await verifyStack({ ...requestOf([changed], 0), isEnough });
    expect(report.conditions.filter((one) => Object.keys(one).includes("lacking"))).toEqual([]);
    if (seen === undefined) throw new Error("Nobody looked");
    return seen;
  };
  const one = seenBefore(await lookAt(upAndDown("up", "down", "up")));
  expect(isAsBefore(await lookAt(upAndDown("down", "up", "up")), one)).toBe(true);
  expect(isAsBefore(await lookAt(upAndDown("up", "up", "up")), one)).toBe(true);
  const worse = await lookAt(upAndDown("down", "down", "up"));
  expect(isAsBefore(worse, one)).toBe(false);
  expect([...lostAsBefore(worse, one)]).toEqual([]);
});

test("a look asks at most once for each thing, and twenty times beside", async () => {
  const report = await verifyStack(requestOf([answers], 1000));
  const things = report.paths.length + report.conditions.length;
  expect(report.requests).toBeLessThanOrEqual(things + 20);
});

test("a run that may not look at Prometheus is no success, and names the permission", async () => {
  const refused = Object.fromEntries(
    Object.keys(answers)
      .filter((path) => path.startsWith(prometheusProxy))
      .map((path) => [path, { status: 403, text: '{"message":"no"}' }]),
  );
  const report = await verifyStack(requestOf([{ ...answers, ...refused }], 60_000));
  expect(report).toMatchObject({ passed: true, looks: 1 });
  expect(verifyFailure(report)).toBeNull();
  expect(blindness(report)).toMatchObject({
    reason: "unauthorized",
    message: expect.stringContaining("Service monitoring/kps-prometheus:http-web answers 403: no"),
    hint: expect.stringContaining("services/proxy"),
  });
  expect(blindness(await verifyStack(requestOf([answers], 60_000)))).toBeNull();
});

test("an API server that has gone meanwhile is told, and not as signals that are lost", async () => {
  const away: Answers = { "/": { status: 502, text: "bad gateway" } };
  await expect(verifyStack(requestOf([away], 0))).rejects.toMatchObject({
    reason: "cluster-unreachable",
    message: "https://cluster.example.com cannot be reached any more: it was answered 502.",
  });
  const { before: _, ...request } = requestOf([away], 0);
  await expect(lookBefore(request)).rejects.toMatchObject({ reason: "cluster-unreachable" });
});

test("a target that was not scraped yet is told with its interval, and the hint is to wait longer", async () => {
  const target = { ...liveTarget, health: "unknown", lastScrape: "0001-01-01T00:00:00Z", scrapeInterval: "10m" };
  const fresh = { [`${prometheusProxy}/api/v1/targets`]: { data: { activeTargets: [target] } } };
  const failure = verifyFailure(await verifyStack(requestOf([{ ...answers, ...fresh }], 0)));
  expect(failure?.message).toContain("http://10.0.0.1:9400/metrics: not scraped yet, which is to be every 600 s.");
  expect(failure?.hint).toBe("Give verify-timeout more than the interval at which it is scraped.");
});
