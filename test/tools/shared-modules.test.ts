import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const tools = resolve(import.meta.dirname, "../../tools");

/** The folders' go.mod files: which version each requires of each module. */
const required = new Map<string, Map<string, string>>();
for (const folder of readdirSync(tools).sort()) {
  const file = join(tools, folder, "go.mod");
  const text = readdirSync(join(tools, folder)).includes("go.mod") ? readFileSync(file, "utf8") : "";
  for (const [, module = "", version = ""] of text.matchAll(/^(?:require\s+|\t)([^\s()]+) (v\S+)/gm)) {
    const by = required.get(module) ?? new Map<string, string>();
    required.set(module, by.set(folder, version));
  }
}

/** Commands whose Kubernetes libraries are those of one release. */
const kubernetes135 = ["kubernetes", "prometheus"];
const kubernetes137 = ["helm", "helm3", "kwok", "operator"];

/**
 * Where the versions differ for a reason: nothing of theirs is worth sharing, or it would change what a command says.
 */
const apart: Readonly<Record<string, readonly string[]>> = {
  // amtool judges our routing: its libraries for labels and matchers are those of its release.
  alertmanager: ["github.com/prometheus/", "github.com/spf13/", "go.yaml.in/"],
  act: ["github.com/"],
  actionlint: ["github.com/", "go.yaml.in/", "golang.org/x/"],
  // What a schema says is kubeconform's own matter.
  kubeconform: ["k8s.io/kube-openapi"],
};

/** What many packages stand on: another version of it, and all of them are compiled again. */
const foundations = [
  /^golang\.org\/x\/(crypto|net|sys|term|text|time)$/,
  /^google\.golang\.org\//,
  /^go\.opentelemetry\.io\/otel(\/|$)/,
  /^go\.yaml\.in\/yaml\/v[23]$/,
  /^github\.com\/(go-logr\/logr|prometheus\/client_golang|prometheus\/common|spf13\/cobra|spf13\/pflag|fxamacker\/cbor\/v2|google\/gnostic-models)$/,
  /^k8s\.io\/(klog\/v2|utils)$/,
  /^sigs\.k8s\.io\/(json|yaml)$/,
];
const kubernetesOwn = /^(k8s\.io\/(api|apimachinery|client-go|kube-openapi)|sigs\.k8s\.io\/structured-merge-diff\/v6)$/;

const differing = (module: string, folders: readonly string[]): readonly string[] => {
  const versions = [...(required.get(module) ?? [])].filter(
    ([folder]) => folders.includes(folder) && !(apart[folder] ?? []).some((prefix) => module.startsWith(prefix)),
  );
  const highest = versions
    .map(([, version]) => version)
    .sort(byVersion)
    .at(-1);
  return versions
    .filter(([, version]) => version !== highest)
    .map(([folder]) => `go -C tools/${folder} get ${module}@${highest} && go -C tools/${folder} mod tidy`);
};

const byVersion = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

test("what many packages stand on is required in one version, so that it is compiled once", () => {
  // An older operator is seldom made, and its libraries are those of its release.
  const folders = readdirSync(tools).filter((folder) => !folder.startsWith("operator-"));
  const shared = [...required.keys()].filter((module) => foundations.some((pattern) => pattern.test(module)));
  expect(shared.length).toBeGreaterThan(15);
  expect(shared.flatMap((module) => differing(module, folders))).toEqual([]);
});

test.each([{ folders: kubernetes135 }, { folders: kubernetes137 }])(
  "the Kubernetes libraries of $folders are the same",
  ({ folders }) => {
    const own = [...required.keys()].filter((module) => kubernetesOwn.test(module));
    expect(own).toHaveLength(5);
    expect(own.flatMap((module) => differing(module, folders))).toEqual([]);
  },
);
