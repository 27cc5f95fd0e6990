import { type Clone, openClone } from "./clone.ts";
import { type ListedMetric, metricLines } from "./listed-metric.ts";

const repository = "https://github.com/kubernetes/kube-state-metrics";

/**
 * What kube-state-metrics has, by its releases: names, types and labels of its tables in docs, labels of the series
 * that its own tests expect, and the resources that it watches when no argument names them.
 */
export const stateMetrics = (folder: string) => {
  const clone = openClone(folder, "2.0.0");
  const releases = new Map(clone.versions.map((version) => [version, ofRelease(clone, version)]));
  const newest = clone.versions.at(-1) ?? "";
  return {
    sources: [
      `${repository}/tree/v${newest}/docs/metrics`,
      `${repository}/tree/v${newest}/internal/store`,
      `${repository}/blob/v${newest}/pkg/options/resource.go`,
    ],
    from: clone.versions[0] ?? "",
    to: newest,
    /** Watched by default, as of the release before the name. */
    defaults: defaultsOf(clone),
    optIn: optIn(clone, newest),
    metrics: metricLines(releases),
  };
};

const ofRelease = (clone: Clone, version: string): readonly ListedMetric[] => {
  const resources = availableIn(clone, version);
  const docs = clone.files(version, "docs").filter((file) => file.endsWith("-metrics.md"));
  const tested = testedLabels(clone, version);
  return docs
    .filter((file) => !file.includes("customresourcestate"))
    .flatMap((file) => {
      const resource = resourceOf(/([a-z]+)-metrics\.md$/.exec(file)?.[1] ?? "", resources);
      return tableIn(clone.text(version, file)).map(({ name, type, labels }) => ({
        name,
        part: resource,
        type: type.toLowerCase() === "counter" ? ("counter" as const) : ("gauge" as const),
        labels: [...new Set([...labels, ...(tested.get(name) ?? [])])],
      }));
    });
};

/** Rows of the tables: the columns moved over time, so that they are found by their heads. */
const tableIn = (text: string) => {
  let [typeAt, labelsAt] = [1, 2];
  return text.split("\n").flatMap((line) => {
    const cells = line
      .replaceAll("\\|", "/")
      .split("|")
      .slice(1)
      .map((cell) => cell.trim());
    if (/^metric name/i.test(cells[0] ?? "")) {
      typeAt = cells.findIndex((cell) => /^metric type/i.test(cell));
      labelsAt = cells.findIndex((cell) => /^labels/i.test(cell));
    }
    const name = /^`?(kube_\w+)`?/.exec(cells[0] ?? "")?.[1];
    if (name === undefined) return [];
    const labels = [...(cells[labelsAt] ?? "").matchAll(/`([A-Za-z_]\w*)`\s*=/g)].map(([, label = ""]) => wild(label));
    // Some rows leave out what the metric is there for.
    const own = /_(label|annotation)s$/.exec(name)?.[1];
    return [{ name, type: cells[typeAt] ?? "", labels: own === undefined ? labels : [...labels, `${own}_*`] }];
  });
};

/** `label_POD_LABEL` stands for every label of pods. */
const wild = (label: string): string => label.replace(/[A-Z].*$/, "*");

/** Labels of the series that the tests of a release expect, by metric. */
const testedLabels = (clone: Clone, version: string): ReadonlyMap<string, ReadonlySet<string>> => {
  const labels = new Map<string, Set<string>>();
  for (const file of clone.files(version, "internal/store").filter((one) => one.endsWith("_test.go")))
    for (const [, name = "", inside = ""] of clone.text(version, file).matchAll(/\b(kube_\w+)\{([^}\n]*)\}/g)) {
      const own = labels.get(name) ?? new Set();
      for (const [, label = ""] of inside.matchAll(/(\w+)="/g)) own.add(ofObject(label));
      labels.set(name, own);
    }
  return labels;
};

const ofObject = (label: string): string => label.replace(/^(label|annotation|nodeselector)_.*$/, "$1_*");

/** Resources by their names in the arguments, as the builder of a release knows them. */
const availableIn = (clone: Clone, version: string): readonly string[] => {
  const text = clone.text(version, "internal/store/builder.go");
  const stores = /availableStores\s*=\s*map\[string\][^{]*\{\s*\n([\s\S]*?)\n\}/.exec(text)?.[1] ?? "";
  return [...stores.matchAll(/^\s*"(\w+)":/gm)].map(([, name = ""]) => name);
};

const resourceOf = (singular: string, resources: readonly string[]): string => {
  // Releases before 2.9 misspell one of their files.
  const name = singular.replace("certificatess", "certificates");
  const plurals = [`${name}s`, `${name}es`, name.replace(/y$/, "ies")];
  const found = plurals.find((plural) => resources.includes(plural));
  if (found === undefined) throw new Error(`no resource of kube-state-metrics is called ${plurals.join(" or ")}`);
  return found;
};

/** The resources watched by default, with the releases in which they are: `name from to`. */
const defaultsOf = (clone: Clone): readonly string[] => {
  const seen = new Map<string, { from: string; to: string }>();
  for (const version of clone.versions) {
    const text = clone.text(version, "pkg/options/resource.go");
    const set = /DefaultResources\s*=\s*ResourceSet\{([\s\S]*?)\n\t\}/.exec(text)?.[1] ?? "";
    for (const [, name = ""] of set.matchAll(/"(\w+)":/g))
      seen.set(name, { from: seen.get(name)?.from ?? version, to: version });
  }
  return [...seen].map(([name, { from, to }]) => `${name} ${from} ${to}`).sort();
};

/** Metrics that only `--metric-opt-in-list` turns on. */
const optIn = (clone: Clone, version: string): readonly string[] =>
  clone
    .files(version, "internal/store")
    .filter((file) => !file.endsWith("_test.go"))
    .flatMap((file) => [...clone.text(version, file).matchAll(/NewOptInFamilyGenerator\(\s*"(kube_\w+)"/g)])
    .map(([, name = ""]) => name)
    .sort();
