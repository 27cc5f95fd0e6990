import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeInstalledCommand } from "../../scripts/first-five-minutes/installed-command.ts";
import { tasks } from "../../scripts/first-five-minutes/tasks.ts";
import { toolsCache } from "../../scripts/tool-build/tools-cache.ts";
import { type EmbeddedCluster, startCluster } from "../cluster/cluster.ts";
import { kubectl } from "../cluster/kubectl.ts";
import { waitUntil } from "../cluster/wait-until.ts";
import { kubernetesSchemas } from "../kubernetes-schemas.ts";
import { copyRepository } from "../repository-copy.ts";
import { part } from "../run/part.ts";
import { checkCommands, tool, toolsDir } from "../tools-dir.ts";
import { type Beginning, installScripts, notHere, type RunCommand, runElsewhere, walks } from "./command-table.ts";
import { blocksOf, commandsOf } from "./markdown.ts";

const root = resolve(import.meta.dirname, "../..");
const textOf = (file: string): string => readFileSync(join(root, file), "utf8");
const shown = globSync(["README.md", "CONTRIBUTING.md", "docs/**/*.md"], { cwd: root })
  .sort()
  .flatMap((page) => commandsOf(textOf(page)).map((command) => ({ page, command })));
type Shown = (typeof shown)[number];

/** Every way in which a command of a page can be accounted for. */
const accounts: Readonly<Record<string, (one: Shown) => boolean>> = {
  ...Object.fromEntries(
    walks.map(({ page, from, commands }) => [
      `run here, ${page} from ${from}`,
      (one: Shown) => one.page === page && commands.some(({ command }) => command === one.command),
    ]),
  ),
  ...Object.fromEntries(
    Object.keys(installScripts).map((page) => [`lines of install.sh, ${page}`, (one: Shown) => one.page === page]),
  ),
  ...Object.fromEntries(
    runElsewhere.map(({ page, command }) => [
      `run elsewhere, ${page}: ${command}`,
      (one: Shown) => one.page === page && one.command === command,
    ]),
  ),
  ...Object.fromEntries(
    notHere.map(({ page, command }) => [
      `not here, ${page}: ${command}`,
      (one: Shown) => one.page.startsWith(page) && command.test(one.command),
    ]),
  ),
  "run by npm run first-five-minutes": ({ page, command }) =>
    page === "docs/first-five-minutes.md" &&
    tasks.some(({ commands }) => commands.some(({ line }) => line.startsWith(command))),
};

describe("every command of the pages is accounted for", () => {
  test("once", () => {
    const accountsOf = (one: Shown) => Object.keys(accounts).filter((name) => accounts[name]?.(one));
    expect(shown.length).toBeGreaterThan(80);
    expect(shown.map((one) => ({ ...one, by: accountsOf(one) })).filter(({ by }) => by.length !== 1)).toEqual([]);
  });

  test("and nothing is that no page shows", () => {
    expect(Object.keys(accounts).filter((name) => !shown.some((one) => accounts[name]?.(one)))).toEqual([]);
    const unshown = walks.flatMap(({ page, commands }) => {
      const all = commandsOf(textOf(page));
      return commands.filter(({ command }) => !all.includes(command)).map(({ command }) => `${page}: ${command}`);
    });
    expect(unshown).toEqual([]);
  });

  test.each(runElsewhere)("$page: $command is run by $by", ({ by, holds }) => {
    expect(textOf(by)).toContain(holds);
  });

  test.each(notHere)("$page: $command is not run, for $why", ({ why }) => {
    for (const [file] of why.matchAll(/test\/[\w/.-]+\.ts/g)) expect(textOf(file)).not.toBe("");
  });
});

const work = mkdtempSync(join(tmpdir(), "prometheus-stack-commands-"));
let cluster: EmbeddedCluster;
let path: string;
let schemas: string;

beforeAll(async () => {
  const bin = join(work, "bin");
  let tools: string;
  [cluster, tools, schemas] = await Promise.all([
    startCluster({ nodes: 1 }),
    toolsDir(checkCommands),
    kubernetesSchemas(),
    writeInstalledCommand(bin),
  ]);
  path = [bin, tools, dirname(process.execPath), process.env["PATH"]].join(delimiter);
  mkdirSync(join(work, ".kube"));
  cpSync(cluster.kubeconfig, join(work, ".kube/config"));
});

afterAll(async () => {
  await cluster?.stop();
  rmSync(work, { recursive: true, force: true });
});

const shell = (command: string, cwd: string) => {
  const { status, stdout } = spawnSync("bash", ["-o", "pipefail", "-c", `{ ${command}\n} 2>&1`], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, PATH: path, HOME: work, NO_COLOR: "1", KPS_TOOLS_CACHE: toolsCache(process.env) },
  });
  return { code: status, output: stdout };
};

let count = 0;
/** A new repository, or just a folder of it, that a page's commands begin in. */
const begin: Readonly<Record<Beginning, () => Promise<string>>> = {
  "an empty repository": async () => {
    const folder = join(work, `repository-${count++}`);
    execFileSync("git", ["init", "--quiet", folder]);
    return folder;
  },
  "the documented stack": () => committed("stacks/as-documented"),
  "the example": async () => {
    const folder = await committed("prometheus-stack");
    const target = blocksOf(textOf("docs/guides/gated-deploy.md"), "yaml").find((text) => text.startsWith("targets:"));
    const { body } = await cluster.request("GET", "/api/v1/namespaces/kube-system");
    const uid: string = Object(body).metadata.uid;
    writeFileSync(join(folder, ".prometheus-stack.yaml"), target?.replace(/(?<=expected-cluster: )\S+/, uid) ?? "");
    const chart = join(root, "fixtures/charts/kube-prometheus-stack");
    const folderOfCharts = join(folder, "charts");
    execFileSync(await tool("helm"), ["package", chart, "--version", "88.5.3", "--destination", folderOfCharts]);
    return folder;
  },
  "a large dashboard": async () => {
    const folder = join(await committed("prometheus-stack"), "prometheus-stack");
    const file = join(folder, "overlays/dashboards/gpu-overview.json");
    const dashboard = JSON.parse(readFileSync(file, "utf8"));
    writeFileSync(file, JSON.stringify({ ...dashboard, description: "long ".repeat(60_000) }));
    await kubectl(cluster.kubeconfig, ["apply", "-k", join(folder, "base")]);
    return folder;
  },
  "a clone": async () => {
    const folder = join(work, "clone");
    copyRepository(folder, /^(?:fixtures|docs)\//);
    return folder;
  },
  "a file out of form": async () => {
    const folder = join(work, "out-of-form");
    // Biome looks at every file that there is for what its rules ask of a whole project.
    copyRepository(folder, /^(?!biome|package\.json|tsconfig|\.gitignore|src\/core\/)/);
    writeFileSync(join(folder, "src/core/form.ts"), "export const form = {a:1}\n");
    return folder;
  },
};

const committed = async (stack: string): Promise<string> => {
  const folder = await begin["an empty repository"]();
  cpSync(join(root, "fixtures", stack), join(folder, "prometheus-stack"), { recursive: true });
  commit(folder);
  return folder;
};

const commit = (folder: string): void => {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@example.com"];
  execFileSync("git", ["-C", folder, "add", "--all"]);
  execFileSync("git", ["-C", folder, ...identity, "commit", "--quiet", "--message", "test"]);
};

/** An exporter's pod, as the gpu-operator names it. */
const exporterPod = JSON.stringify({
  ...{ apiVersion: "v1", kind: "Pod", metadata: { name: "nvidia-dcgm-exporter-x7k2p", namespace: "gpu-operator" } },
  spec: { containers: [{ name: "nvidia-dcgm-exporter", image: "nvcr.io/nvidia/k8s/dcgm-exporter:4.8.3" }] },
});

describe("the commands of a page, one after the other", () => {
  beforeAll(async () => {
    await kubectl(cluster.kubeconfig, ["create", "namespace", "gpu-operator"]);
    const account = ["get", "serviceaccount", "default", "--namespace", "gpu-operator"];
    await waitUntil("pods can be made", () =>
      kubectl(cluster.kubeconfig, account).then(
        () => true,
        () => false,
      ),
    );
    await kubectl(cluster.kubeconfig, ["apply", "--filename", "-"], exporterPod);
    const ready = ["wait", "pod", "--all", "--namespace", "gpu-operator", "--for=condition=Ready", "--timeout=30s"];
    await kubectl(cluster.kubeconfig, ready);
  });

  const filled = (command: string): string =>
    command.replace("<the node>", cluster.nodes[0] ?? "").replace("/opt/kubernetes-schemas", schemas);

  test.each(walks)("$page, from $from", async ({ from, commands }) => {
    const folder = await begin[from]();
    for (const { command, code = 0, prints } of commands as readonly RunCommand[]) {
      const ran = shell(filled(command), folder);
      expect(ran.code, `${command}\n${ran.output}`).toBe(code);
      if (prints !== undefined) expect(ran.output, command).toMatch(prints);
    }
  });
});

describe("lines of an install.sh", () => {
  const blocks = Object.entries(installScripts).flatMap(([page, check]) => {
    const sections = textOf(page).split(/^## /m);
    return sections.flatMap((section) =>
      blocksOf(section, "bash").map((script) => ({ page, check, script, section: section.split("\n")[0] ?? "" })),
    );
  });

  test.each(part(blocks, 2))("$page, $section: told as the page says", async ({ check, script, section }) => {
    const folder = await committed("prometheus-stack");
    const file = join(folder, "prometheus-stack/upstream/install.sh");
    const [before] = readFileSync(file, "utf8").split(/^(?=helm upgrade )/m);
    writeFileSync(file, `${before}${script}`);
    const { output } = shell("prometheus-stack-action check --format json --quiet --fail-on never", folder);
    const found = (JSON.parse(output) as { findings: readonly { check: string }[] }).findings.map((one) => one.check);
    const isWrong = section === "Wrong";
    const told = found.filter((id) => (check === null ? true : id === check));
    expect(told.length > 0, found.join()).toBe(isWrong);
  });
});
