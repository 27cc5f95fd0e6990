import { afterAll, describe, expect, test } from "vitest";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { workflowRepository } from "./act.ts";

/** What stands in the runner's temporary folder, a line each, in the file of results. */
const tellLeft = { if: "always()", run: 'ls "$RUNNER_TEMP" >> "$RESULTS"' };

/**
 * Ends the step as the runner ends one that was cancelled and does not end by itself, as soon as it has begun; then it
 * tells when the step's folder is gone. It has a session of its own, so that it outlives the step that starts it.
 */
const killer = `setsid sh -c '
  inside() { find "$RUNNER_TEMP" -mindepth 2 -path "*/prometheus-stack-*" ! -path "*/prometheus-stack-report*"; }
  until [ -n "$(inside)" ]; do sleep 0.02; done
  pkill -KILL -f "$PWD/dist/index.js$"
  echo killed >> "$RESULTS"
  while [ -n "$(inside)" ]; do sleep 0.02; done
  echo gone >> "$RESULTS"
' > /dev/null 2>&1 &
sleep 0.3`;

describe("the post step under act", () => {
  const repository = workflowRepository(["fixtures"]);
  afterAll(() => repository.remove());

  const run = async (...before: readonly object[]) => {
    const step = {
      uses: "./",
      with: {
        path: "fixtures/stacks/as-documented",
        chart: "fixtures/charts/kube-prometheus-stack",
        "schema-locations": await kubernetesSchemas(),
        "kubernetes-version": kubernetesVersion,
      },
    };
    const steps = [{ uses: "actions/checkout@v6" }, ...before, step, tellLeft];
    return repository.push({ on: "push", jobs: { test: { "runs-on": "ubuntu-latest", steps } } });
  };

  test("succeeds after a check that failed, and finds nothing left to do", async () => {
    const { code, log, results } = await run();
    expect(code, log).toBe(1);
    expect(log).toMatch(/Failure - Main \.\//);
    expect(log).toMatch(/Success - Post \.\//);
    expect(results).toEqual(["prometheus-stack-report"]);
  });

  test("takes away what a check left that was cancelled and killed", async () => {
    const { log, results } = await run({ run: killer });
    expect(log).toMatch(/Failure - Main \.\//);
    expect(log).toMatch(/Success - Post \.\//);
    const [killed, ...left] = results;
    expect(killed, log).toBe("killed");
    expect(left.filter((one) => one !== "prometheus-stack-report")).toEqual([
      expect.stringMatching(/^prometheus-stack-\w{6}$/),
      "gone",
    ]);
  });
});
