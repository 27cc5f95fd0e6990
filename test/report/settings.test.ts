import { expect, test } from "vitest";
import { readInputs } from "../../src/inputs.ts";
import { withoutConfig } from "../../src/policy/open-config.ts";
import { releaseSettings } from "../../src/report/settings.ts";
import { mergeRelease } from "../../src/stack/release.ts";
import { emptyStack } from "../checks/subject.ts";

test("each setting names who said it: the step, or the configuration file in its place", () => {
  const written = { namespace: "gpu", "value-files": "a.yaml\nb.yaml", chart: "ignored/chart" };
  const config = { ...withoutConfig.config, file: ".prometheus-stack.yaml", inputs: written };
  const given: Readonly<Record<string, string>> = {
    chart: "prometheus-community/kube-prometheus-stack",
    "release-name": "m",
  };
  const inputs = readInputs((name) => given[name] ?? "", { configured: config });
  const settings = releaseSettings({ ...emptyStack, release: mergeRelease(inputs, null, false) }, inputs, undefined);
  expect(settings.map(({ name, source }) => [name, source])).toEqual([
    ["release", "input release-name"],
    ["namespace", "namespace in .prometheus-stack.yaml"],
    ["chart", "input chart"],
    ["chart version", "the chart itself"],
    ["values file", "value-files in .prometheus-stack.yaml"],
    ["values file", "value-files in .prometheus-stack.yaml"],
    ["base", "the tree"],
  ]);
});
