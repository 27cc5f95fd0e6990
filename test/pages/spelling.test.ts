import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const pages = globSync(["*.md", "docs/**/*.md", ".github/**/*.md"], { cwd: root }).sort();

/** As their projects write them. */
const names = [
  ...["act", "Alertmanager", "AlertmanagerConfig", "Argo CD", "ConfigMap", "CustomResourceDefinition", "cAdvisor"],
  ...["dcgm-exporter", "etcd", "Flux", "GitHub", "Grafana", "helm", "Kubernetes", "kubeconfig", "kubeconform"],
  ...["kubectl", "kube-prometheus-stack", "kustomize", "Marketplace", "Node.js", "NVIDIA", "NVLink", "OpenID Connect"],
  ...["Opsgenie", "PagerDuty", "PodMonitor", "Prometheus", "PrometheusRule", "PromQL", "promtool", "SARIF"],
  ...["ServiceAccount", "ServiceMonitor", "Slack", "TypeScript", "zizmor"],
] as const;
/** At the beginning of a sentence, or as its maker writes the product. */
const alsoWritten = new Set(["Act", "Helm", "Kustomize", "Slack", "slack"]);

const isLetter = "[\\p{L}\\p{N}_-]";

/** Sentences alone: what stands in code, in an address or behind a link is somebody's identifier. */
const proseOf = (page: string): string =>
  page
    .replaceAll(/^( *)```[\s\S]*?^\1```$/gm, "")
    .replaceAll(/`[^`\n]*`/g, "")
    .replaceAll(/\]\([^)\s]*\)/g, "]")
    .replaceAll(/(?:https?:\/\/|[\w.-]+\/)[\w./@#-]*/g, "");

test.each(names)("%s is written so on every page", (name) => {
  const pattern = new RegExp(`(?<!${isLetter}|\\.)${name.replaceAll(".", "\\.")}(?!${isLetter}|\\.\\w)`, "giu");
  const wrong = pages.flatMap((page) =>
    [...proseOf(readFileSync(join(root, page), "utf8")).matchAll(pattern)]
      .filter(([found]) => found !== name && !alsoWritten.has(found))
      .map(([found]) => `${page}: ${found}`),
  );
  expect(wrong).toEqual([]);
});

test("words that are easily miswritten are not", () => {
  const wrong =
    /\b(?:occured|seperate|recieve|refered|untill|wich|succesful|enviroment|kubernets|promethues|thier)\b/gi;
  expect(pages.flatMap((page) => readFileSync(join(root, page), "utf8").match(wrong) ?? [])).toEqual([]);
});
