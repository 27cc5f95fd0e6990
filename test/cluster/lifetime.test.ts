import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startCluster } from "./cluster.ts";
import { processesOf } from "./processes-of.ts";
import { waitUntil } from "./wait-until.ts";

/** Every address of the pods' range answers on the loopback interface of this namespace. */
const enterNamespace = "ip link set lo up && ip route add local 10.231.0.0/24 dev lo";
const namespaceRefused =
  spawnSync("unshare", ["-rn", "sh", "-c", enterNamespace]).status === 0
    ? ""
    : " (SKIPPED: this machine gives an ordinary user no network namespace, or has no unshare and ip)";

describe("the end of an embedded cluster", () => {
  let folder: string;
  const before = process.env["TMPDIR"];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "lifetime-"));
    process.env["TMPDIR"] = folder;
  });
  afterEach(() => {
    if (before === undefined) delete process.env["TMPDIR"];
    else process.env["TMPDIR"] = before;
    rmSync(folder, { recursive: true, force: true });
  });

  const nothingIsLeft = () =>
    waitUntil("nothing is left", () => processesOf(basename(folder)).length === 0 && readdirSync(folder).length === 0);

  test("stop leaves no process and no folder", async () => {
    const cluster = await startCluster({ nodes: 1 });
    expect(processesOf(cluster.dir).length).toBeGreaterThanOrEqual(5);
    await cluster.stop();
    expect(existsSync(cluster.dir)).toBe(false);
    await nothingIsLeft();
    await cluster.stop();
  });

  test.each(["SIGINT", "SIGTERM", "SIGKILL"] as const)("%s to the starter leaves nothing", async (signal) => {
    const starter = spawn(process.execPath, [join(import.meta.dirname, "starter.ts")], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: starter.stdout }), "line");
    const { dir } = JSON.parse(String(line));
    expect(processesOf(dir).length).toBeGreaterThanOrEqual(5);
    starter.kill(signal);
    await nothingIsLeft();
  });

  test.skipIf(namespaceRefused !== "")(
    `starts in a namespace of its own without a route${namespaceRefused}`,
    async () => {
      const options = { bindAddress: "10.231.0.1", advertiseAddress: "10.231.0.1", podCidr: "10.231.0.0/24" };
      const inside = `${enterNamespace} && exec "$@"`;
      const node = [process.execPath, join(import.meta.dirname, "starter.ts"), JSON.stringify(options)];
      const starter = spawn("unshare", ["-rn", "sh", "-c", inside, "sh", ...node], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [line] = await once(createInterface({ input: starter.stdout }), "line");
      expect(JSON.parse(String(line)).server).toMatch(/^https:\/\/10\.231\.0\.1:\d+$/);
      starter.kill("SIGKILL");
      await nothingIsLeft();
    },
  );

  test("an additional process starts behind the same prefix and stops with the cluster", async () => {
    const cluster = await startCluster({ nodes: 1, prefix: ["env", "RIG=behind the prefix"] });
    const extra = cluster.processes.start("extra", ["-c", 'echo "$RIG"; exec sleep 600'], { file: "sh" });
    await cluster.processes.until("it has spoken", () => extra.log() === "behind the prefix\n");
    await cluster.stop();
    expect(() => process.kill(extra.pid, 0)).toThrow("ESRCH");
  });

  test("a component that does not start is named, with its last words, and nothing is left", async () => {
    const starting = startCluster({ apiServerArgs: ["--no-such-flag"] });
    await expect(starting).rejects.toThrow(
      /kube-apiserver of the embedded cluster ended \(exit 1\)[\s\S]*--no-such-flag/,
    );
    await nothingIsLeft();
  });

  test("a component that dies later is named, too", async () => {
    const cluster = await startCluster({ nodes: 1 });
    try {
      const extra = cluster.processes.start("extra", ["-c", "echo last words; exit 3"], { file: "sh" });
      const never = cluster.processes.until("never", () => false);
      await expect(never).rejects.toThrow("extra of the embedded cluster ended (exit 3):\nlast words");
      expect(extra.death()).toBeDefined();
    } finally {
      await cluster.stop();
    }
  });

  test("somebody else's port is never taken for ours", async () => {
    const other = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    try {
      const address = other.address();
      const port = typeof address === "object" ? address?.port : undefined;
      const starting = startCluster({ apiServerArgs: ["--secure-port", `${port}`] });
      await expect(starting).rejects.toThrow("address already in use");
      await nothingIsLeft();
    } finally {
      other.close();
    }
  });
});
