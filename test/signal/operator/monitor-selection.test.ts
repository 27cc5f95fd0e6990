import { describe, expect, it } from "vitest";
import type { Edit } from "../../../src/core/finding.ts";
import { selectingPrometheuses, selectionHops } from "../../../src/signal/operator/monitor-selection.ts";
import { ruleSelectionHops } from "../../../src/signal/operator/rule-selection.ts";
import type { World } from "../../../src/world/world.ts";
import { fixtureWorld } from "../fixture-world.ts";
import { overlayFile, the, worldOf } from "../world-of.ts";

const prometheus = (spec: string, name = "main", kind = "Prometheus") => `
apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: {name: ${name}, namespace: monitoring}
spec: ${spec}
`;
const released = "{matchLabels: {release: prometheus-stack}}";
const usual = prometheus(`{serviceMonitorSelector: ${released}, serviceMonitorNamespaceSelector: {}}`);
const monitor = (metadata: string, kind = "ServiceMonitor") =>
  `apiVersion: monitoring.coreos.com/v1\nkind: ${kind}\nmetadata:\n${metadata}\nspec: {}\n`;
const bare = monitor("  name: dcgm\n  namespace: monitoring");
const labelled = monitor("  name: dcgm\n  namespace: monitoring\n  labels:\n    release: prometheus-stack");

const statuses = (world: World, kind = "ServiceMonitor") =>
  selectionHops(the(world, kind), world).map(({ status }) => status);

const edited = (text: string, edits: readonly Edit[]): string => {
  const lines: (string | null)[] = text.split("\n");
  for (const { startLine, endLine, text: put } of edits) {
    lines.fill(null, startLine - 1, endLine);
    lines[startLine - 1] = put;
  }
  return lines.filter((line) => line !== null).join("\n");
};

describe("selection of monitors", () => {
  it("names selector, labels, line and the smallest edit", () => {
    const world = worldOf({ chart: usual, tree: bare });
    expect(selectionHops(the(world, "ServiceMonitor"), world)).toEqual([
      {
        hop: "prometheus-selects-monitor",
        status: "broken",
        why: 'serviceMonitorSelector of Prometheus monitoring/main does not select it: "release: prometheus-stack" is required, and there is no label "release" (labels: no labels).',
        at: expect.objectContaining({ file: overlayFile }),
        fix: {
          description:
            "Add the label `release: prometheus-stack`; `labels` in the kustomization can do it for all objects of the folder.",
          edits: [
            {
              file: overlayFile,
              startLine: 4,
              endLine: 4,
              text: "  name: dcgm\n  labels:\n    release: prometheus-stack",
            },
          ],
        },
        check: "servicemonitor-not-selected",
      },
      {
        hop: "prometheus-selects-namespace",
        status: "ok",
        why: "serviceMonitorNamespaceSelector of Prometheus monitoring/main is {}, which selects everything, and the object lies in monitoring.",
      },
    ]);
    expect(selectingPrometheuses(the(world, "ServiceMonitor"), world)).toEqual([]);
  });

  it.each([
    ["no labels", "  name: dcgm"],
    ["labels after the name", "  name: dcgm\n  labels:\n    # ours\n    app: dcgm"],
    ["labels before the name", "  labels:\n      app: dcgm\n  name: dcgm"],
    ["labels in braces", "  name: dcgm\n  labels: {app: dcgm}"],
    ["no labels in braces", "  name: dcgm\n  labels: {}"],
    ["another release", "  name: dcgm\n  labels:\n    release: other # why"],
    ["another release, quoted", "  name: dcgm\n  labels:\n    release: 'other'"],
  ])("offers an edit that leads to ok: %s", (_, metadata) => {
    const tree = `# two objects\n${monitor("  name: first", "PodMonitor")}---\n${monitor(metadata)}`;
    const world = worldOf({ chart: usual, tree });
    const [hop] = selectionHops(the(world, "ServiceMonitor"), world);
    expect(hop?.status).toBe("broken");
    const fixed = edited(tree, hop?.fix?.edits ?? []);
    expect(fixed).not.toBe(tree);
    const after = worldOf({ chart: usual, tree: fixed });
    expect(statuses(after)).toEqual(["ok", "ok"]);
    expect(the(after, "PodMonitor").body).toEqual(the(world, "PodMonitor").body);
  });

  it.each(["{name: dcgm}", "\n  name: dcgm\n  labels:"])(
    "offers none where there is no certain place: metadata: %s",
    (metadata) => {
      const tree = `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata: ${metadata}\nspec: {}\n`;
      const world = worldOf({ chart: usual, tree });
      expect(selectionHops(the(world, "ServiceMonitor"), world)[0]).not.toHaveProperty("fix");
    },
  );

  it.each([
    ["labels that the selector shares", "  labels: &l\n    app: dcgm\nspec: {selector: {matchLabels: *l}}"],
    ["labels in braces that it shares", "  labels: &l {app: dcgm}\nspec: {selector: {matchLabels: *l}}"],
    ["a value that it shares", "  labels: {release: &r other}\nspec: {selector: {matchLabels: {app: *r}}}"],
    ["a name on the next line", "  name: >-\n    dcgm\nspec: {}"],
  ])("offers none that would change more: %s", (_, rest) => {
    const name = rest.includes("name:") ? "" : "  name: dcgm\n";
    const tree = `apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor\nmetadata:\n${name}${rest}\n`;
    const world = worldOf({ chart: usual, tree });
    const [hop] = selectionHops(the(world, "ServiceMonitor"), world);
    expect(hop?.status).toBe("broken");
    expect(hop).not.toHaveProperty("fix");
  });

  it("leaves a label that must not be there to a person", () => {
    const chart = prometheus("{serviceMonitorSelector: {matchExpressions: [{key: release, operator: DoesNotExist}]}}");
    const world = worldOf({ chart, tree: labelled });
    const [hop] = selectionHops(the(world, "ServiceMonitor"), world);
    expect(hop).toMatchObject({ status: "broken", why: expect.stringContaining('"no release" is required') });
    expect(hop).not.toHaveProperty("fix");
  });

  it.each([
    ["ServiceMonitor", "serviceMonitor"],
    ["PodMonitor", "podMonitor"],
    ["Probe", "probe"],
    ["ScrapeConfig", "scrapeConfig"],
  ])("reads each kind's own selectors: %s", (kind, field) => {
    const tree = monitor("  name: dcgm\n  namespace: gpu", kind);
    const others = ["serviceMonitor", "podMonitor", "probe", "scrapeConfig"].filter((one) => one !== field);
    const none = others.map((one) => `${one}Selector: ${released}`).join(", ");
    const chart = prometheus(`{${none}, ${field}Selector: {}, ${field}NamespaceSelector: {}}`);
    expect(statuses(worldOf({ chart, tree }), kind)).toEqual(["ok", "ok"]);
    const inverse = prometheus(
      `{${others.map((one) => `${one}Selector: {}`).join(", ")}, ${field}Selector: ${released}}`,
    );
    expect(statuses(worldOf({ chart: inverse, tree }), kind)).toEqual(["broken", "broken"]);
    expect(
      statuses(worldOf({ chart: prometheus(`{${field}Selector: {}}`, "agent", "PrometheusAgent"), tree }), kind),
    ).toEqual(["ok", "broken"]);
  });

  it("takes an absent or null selector for none, {} for all", () => {
    const other = `podMonitorSelector: {}`;
    const cases = [`{${other}}`, `{${other}, serviceMonitorSelector: null}`, `{${other}, serviceMonitorSelector: {}}`];
    expect(cases.map((spec) => statuses(worldOf({ chart: prometheus(spec), tree: labelled }))[0])).toEqual([
      "broken",
      "broken",
      "ok",
    ]);
  });

  it.each([
    ["absent", "", "monitoring", "ok"],
    ["absent", "", "gpu", "broken"],
    ["null", ", serviceMonitorNamespaceSelector: null", "gpu", "broken"],
    ["everything", ", serviceMonitorNamespaceSelector: {}", "gpu", "ok"],
    [
      "by the name that all have",
      ", serviceMonitorNamespaceSelector: {matchLabels: {kubernetes.io/metadata.name: gpu}}",
      "gpu",
      "ok",
    ],
    [
      "by another name",
      ", serviceMonitorNamespaceSelector: {matchLabels: {kubernetes.io/metadata.name: gpu}}",
      "monitoring",
      "broken",
    ],
    [
      "by a label that nobody declares",
      ", serviceMonitorNamespaceSelector: {matchLabels: {scrape: me}}",
      "gpu",
      "unknown",
    ],
  ])("takes a namespace selector that is %s", (_, field, namespace, status) => {
    const chart = prometheus(`{serviceMonitorSelector: {}${field}}`);
    const world = worldOf({ chart, tree: monitor(`  name: dcgm\n  namespace: ${namespace}`) });
    const [, hop] = selectionHops(the(world, "ServiceMonitor"), world);
    expect(hop?.status).toBe(status);
    expect(hop?.check).toBe(status === "broken" ? "servicemonitor-namespace-not-selected" : undefined);
  });

  it("reads the labels of namespaces from the tree", () => {
    const chart = prometheus(
      "{serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {matchLabels: {scrape: me}}}",
    );
    const namespace = (label: string) =>
      `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: monitoring, labels: {scrape: ${label}}}\n`;
    expect(statuses(worldOf({ chart, tree: bare + namespace("me") }))).toEqual(["ok", "ok"]);
    expect(statuses(worldOf({ chart, tree: bare + namespace("them") }))).toEqual(["ok", "broken"]);
  });

  it("leaves open what an unmanaged or paused Prometheus scrapes", () => {
    expect(statuses(worldOf({ chart: prometheus("{}"), tree: bare }))).toEqual(["unknown", "ok"]);
    const operator = (arg: string) =>
      `---\napiVersion: apps/v1\nkind: Deployment\nmetadata: {name: operator}\nspec: {template: {spec: {containers: [{args: [--prometheus-config-reloader=x, ${arg}]}]}}}\n`;
    const managed = prometheus("{}") + operator("--disable-unmanaged-prometheus-configuration");
    expect(statuses(worldOf({ chart: managed, tree: bare }))).toEqual(["broken", "ok"]);
    expect(statuses(worldOf({ chart: prometheus("{}", "a", "PrometheusAgent"), tree: bare }))).toEqual([
      "broken",
      "ok",
    ]);
    expect(statuses(worldOf({ chart: prometheus("{paused: true, serviceMonitorSelector: {}}"), tree: bare }))).toEqual([
      "unknown",
      "ok",
    ]);
    const narrow = (arg: string) =>
      statuses(worldOf({ chart: prometheus("{serviceMonitorSelector: {}}") + operator(arg), tree: bare }));
    const own = "--prometheus-instance-namespaces=monitoring";
    expect(narrow(`'--namespaces=gpu,other', ${own}`)).toEqual(["ok", "broken"]);
    expect(narrow("'--namespaces=gpu,monitoring'")).toEqual(["ok", "ok"]);
    expect(narrow(`--deny-namespaces=monitoring, ${own}`)).toEqual(["ok", "broken"]);
    expect(narrow("--namespaces, monitoring")).toEqual(["ok", "ok"]);
    // A Prometheus that the operator does not see has no configuration from it.
    expect(narrow("'--namespaces=gpu,other'")).toEqual(["unknown", "broken"]);
    expect(narrow("--prometheus-instance-namespaces=gpu")).toEqual(["unknown", "ok"]);
  });

  it("does not know without any Prometheus", () => {
    expect(statuses(worldOf({ tree: bare }))).toEqual(["unknown", "unknown"]);
  });

  it("judges by the Prometheus that selects, or by the one that misses it by least", () => {
    const far = prometheus(`{serviceMonitorSelector: {matchLabels: {team: x}}, podMonitorSelector: {}}`, "far");
    const world = worldOf({ chart: `${far}---${usual}`, tree: labelled });
    expect(selectionHops(the(world, "ServiceMonitor"), world)[0]?.why).toContain(
      "Prometheus monitoring/main selects it",
    );
    expect(selectingPrometheuses(the(world, "ServiceMonitor"), world).map(({ ref }) => ref.name)).toEqual(["main"]);
    const elsewhere = worldOf({ chart: `${far}---${usual}`, tree: monitor("  name: dcgm\n  namespace: gpu") });
    expect(selectionHops(the(elsewhere, "ServiceMonitor"), elsewhere)[0]?.why).toContain(
      "Prometheus monitoring/main does not",
    );
    // Labels of one and namespace of another do not add up.
    const split = worldOf({
      chart: `${prometheus(`{serviceMonitorSelector: ${released}}`, "a")}---${prometheus("{serviceMonitorSelector: {matchLabels: {x: y}}, serviceMonitorNamespaceSelector: {}}", "b")}`,
      tree: monitor("  name: dcgm\n  namespace: gpu\n  labels: {release: prometheus-stack}"),
    });
    expect(statuses(split)).toEqual(["ok", "broken"]);
  });
});

describe("selection of rules", () => {
  it("has its own selectors, and a ThanosRuler selects, too", () => {
    const tree = monitor("  name: gpu\n  namespace: monitoring", "PrometheusRule");
    const hops = (chart: string) => {
      const world = worldOf({ chart, tree });
      return ruleSelectionHops(the(world, "PrometheusRule"), world).map(({ status, check }) => [status, check]);
    };
    expect(hops(prometheus("{ruleSelector: {}, podMonitorSelector: {}}"))).toEqual([
      ["ok", undefined],
      ["ok", undefined],
    ]);
    expect(hops(prometheus("{podMonitorSelector: {}}"))).toEqual([
      ["broken", "prometheusrule-not-selected"],
      ["ok", undefined],
    ]);
    expect(hops(prometheus("{ruleSelector: {}}", "ruler", "ThanosRuler"))[0]).toEqual(["ok", undefined]);
    expect(hops(prometheus("{ruleSelector: {}}", "agent", "PrometheusAgent"))[0]).toEqual(["unknown", undefined]);
    const other =
      "{ruleSelector: {}, podMonitorSelector: {}, ruleNamespaceSelector: {matchLabels: {kubernetes.io/metadata.name: x}}}";
    expect(hops(prometheus(other))[1]).toEqual(["broken", "prometheusrule-namespace-not-selected"]);
  });
});

describe("the fixtures, rendered", () => {
  it("selects every monitor and rule of the good stack", async () => {
    const world = await fixtureWorld("prometheus-stack");
    const hops = [
      ...world.ofKind("ServiceMonitor").flatMap((one) => selectionHops(one, world)),
      ...world.ofKind("PrometheusRule").flatMap((one) => ruleSelectionHops(one, world)),
    ];
    expect(hops.length).toBeGreaterThan(8);
    expect(hops.filter(({ status }) => status !== "ok")).toEqual([]);
  });

  const documented = "stacks/as-documented";
  const file = "prometheus-stack/overlays/servicemonitors/dcgm-exporter.yaml";

  it("selects the documented ServiceMonitor once its label is added", async () => {
    const before = await fixtureWorld(documented);
    const [hop, namespace] = selectionHops(the(before, "ServiceMonitor", "dcgm-exporter"), before);
    expect(hop).toMatchObject({
      status: "broken",
      at: { file },
      fix: {
        edits: [
          { file, startLine: 4, endLine: 4, text: "  name: dcgm-exporter\n  labels:\n    release: prometheus-stack" },
        ],
      },
    });
    expect(namespace?.status).toBe("ok");
    const fixed = edited(before.file(file)?.text ?? "", hop?.fix?.edits ?? []);
    const after = await fixtureWorld(documented, { files: { [file]: fixed } });
    expect(selectionHops(the(after, "ServiceMonitor", "dcgm-exporter"), after).map(({ status }) => status)).toEqual([
      "ok",
      "ok",
    ]);
  });

  it("selects everything where the values open the five selectors", async () => {
    const opened = ["serviceMonitor", "podMonitor", "probe", "scrapeConfig", "rule"]
      .map((kind) => `    ${kind}SelectorNilUsesHelmValues: false\n`)
      .join("");
    const world = await fixtureWorld(documented, {
      files: {
        "prometheus-stack/upstream/values.yaml": `prometheus:\n  prometheusSpec:\n${opened}`,
        "prometheus-stack/upstream/install.sh":
          "helm upgrade --install prometheus-stack prometheus-community/kube-prometheus-stack --namespace monitoring -f values.yaml\n",
      },
    });
    const hops = [
      ...selectionHops(the(world, "ServiceMonitor", "dcgm-exporter"), world),
      ...world.ofKind("PrometheusRule").flatMap((one) => ruleSelectionHops(one, world)),
    ];
    expect(hops.filter(({ status }) => status !== "ok")).toEqual([]);
  });
});
