import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { githubApi } from "../loopback-servers/github-api.ts";
import { type BadRun, type Disk, expectWhole, runBad } from "./spoiled-stack.ts";

const timeout = 120_000;
const token = "ghs_hunter2hunter2";
const alerting = "prometheus-stack/overlays/alerting";
const broken = (n: number): string => `${alerting}/z${String(n).padStart(2, "0")}.yaml`;

/** So many files with an error each, and the event of a pull request. */
const spoil =
  (count: number) =>
  (disk: Disk): void => {
    const numbers = Array.from({ length: count }, (_, n) => n);
    for (const n of numbers)
      disk.write(
        broken(n),
        `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: z${n}, namespace: monitoring}\ndata: [1]\n`,
      );
    const lines = numbers.map((n) => `  - z${String(n).padStart(2, "0")}.yaml\n`).join("");
    disk.replace(`${alerting}/kustomization.yaml`, "resources:\n", `resources:\n${lines}`);
    writeFileSync(join(disk.outside, "event.json"), JSON.stringify({ pull_request: { number: 7 } }));
  };

const annotated = ({ output }: BadRun): readonly (string | undefined)[] =>
  [...output.matchAll(/^::error title=kubernetes-schema-invalid,file=([^,:]+)/gm)].map(([, file]) => file);

const pullRequest = (api: string, more: Readonly<Record<string, string>> = {}) => ({
  env: {
    GITHUB_API_URL: api,
    GITHUB_REPOSITORY: "acme/stack",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_EVENT_PATH: "$OUTSIDE/event.json",
    ...more,
  },
});

describe.concurrent("where there are more errors than annotations", () => {
  test("those in changed files come first, and the token is told to nobody", { timeout }, async () => {
    const { url, requests } = await githubApi({ files: ["README.md", broken(11), broken(10)] });
    await runBad({ ...pullRequest(url), spoil: spoil(12), inputs: { "github-token": token } }, (run) => {
      expectWhole(run, "findings");
      expect(annotated(run)).toEqual([broken(10), broken(11), ...[0, 1, 2, 3, 4, 5].map(broken)]);
      expect(run.output).toContain(`::add-mask::${token}`);
      const told = [run.told, JSON.stringify([run.outputs, run.state])].join("").replace(/^::add-mask::.*$/gm, "");
      expect(told).not.toContain("hunter2");
    });
    expect(requests).toEqual([
      { url: "/repos/acme/stack/pulls/7/files?per_page=100", authorization: `token ${token}` },
    ]);
  });

  test("they keep their order where the token may not read, and the run says which permission it lacks", {
    timeout,
  }, async () => {
    const { url } = await githubApi({ first: [{ status: 403, body: { message: "Resource not accessible" } }] });
    await runBad({ ...pullRequest(url), spoil: spoil(12), inputs: { "github-token": token } }, (run) => {
      expectWhole(run, "findings");
      expect(annotated(run)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(broken));
      expect(run.output).toMatch(/^GitHub does not tell which files change.* pull-requests: read\.$/m);
    });
  });

  test("nothing is asked without a token", { timeout }, async () => {
    const { url, requests } = await githubApi({ files: [broken(11)] });
    await runBad({ ...pullRequest(url, { RUNNER_DEBUG: "1" }), spoil: spoil(12) }, (run) => {
      expect(annotated(run)).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map(broken));
      expect(run.output).toContain("::debug::GitHub is not asked which files change: there is no github-token.");
    });
    expect(requests).toEqual([]);
  });

  test("nor where all of them are shown, nor where none are", { timeout }, async () => {
    const { url, requests } = await githubApi({ files: [broken(3)] });
    const asking = { ...pullRequest(url), inputs: { "github-token": token } };
    await runBad({ ...asking, spoil: spoil(4) }, (run) => expect(annotated(run)).toEqual([0, 1, 2, 3].map(broken)));
    await runBad({ ...asking, spoil: spoil(12), inputs: { ...asking.inputs, annotations: "false" } }, (run) =>
      expect(annotated(run)).toEqual([]),
    );
    expect(requests).toEqual([]);
  });
});
