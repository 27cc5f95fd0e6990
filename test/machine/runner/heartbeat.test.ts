import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { watchAwaited } from "../../../src/machine/runner/awaited.ts";
import { startHeartbeat } from "../../../src/machine/runner/heartbeat.ts";
import type { Command } from "../../../src/outside/exec.ts";

const beating = (silenceMs: number, awaited: () => readonly string[] = () => []) => {
  const said: string[] = [];
  const beat = startHeartbeat({ awaited, say: (text) => said.push(text), lookMs: 5, silenceMs });
  return { beat, said };
};

test("what runs and what it waits for is said as long as nothing else is, and not once it ended", async () => {
  const { beat, said } = beating(20, () => ["kubeconform", "promtool", "kubeconform"]);
  beat.begins("validate");
  beat.begins("resolve");
  await expect.poll(() => said.length).toBeGreaterThan(1);
  expect(said[0]).toMatch(/^validate: \d\.\d s so far; resolve: \d\.\d s so far, waiting for kubeconform, promtool$/);
  beat.ends("validate");
  expect(beat.isIdle()).toBe(false);
  beat.ends("resolve");
  expect(beat.isIdle()).toBe(true);
  const count = said.length;
  await sleep(60);
  expect(said).toHaveLength(count);
});

test("nothing is said while the run speaks for itself", async () => {
  const { beat, said } = beating(60_000);
  beat.begins("deploy");
  await sleep(50);
  expect(said).toEqual([]);
  beat.ends("deploy");
});

test("commands and hosts are waited for by their names alone, also where they fail", async () => {
  const awaited = watchAwaited();
  const run = Promise.withResolvers<never>();
  const got = Promise.withResolvers<never>();
  const command: Command = { file: "/opt/tools/helm", args: ["--password", "x"], env: {}, timeoutMs: 1 };
  const running = awaited.exec(() => run.promise)(command);
  const asking = awaited.httpGet(() => got.promise)("https://me:secret@charts.example:8443/a?token=x", {
    timeoutMs: 1,
    maxBytes: 1,
  });
  expect(awaited.names()).toEqual(["helm", "charts.example:8443"]);
  run.reject(new Error("no"));
  got.reject(new Error("no"));
  await expect(running).rejects.toThrow("no");
  await expect(asking).rejects.toThrow("no");
  expect(awaited.names()).toEqual([]);
});
