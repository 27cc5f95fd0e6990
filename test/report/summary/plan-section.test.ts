import { describe, expect, test } from "vitest";
import type { FieldChange } from "../../../src/plan/plan.ts";
import type { ShownPlan } from "../../../src/report/plan-words.ts";
import { planSection } from "../../../src/report/summary/plan-section.ts";
import { renderPlanText } from "../../../src/report/text/plan-text.ts";
import { planned, ref, samplePlan } from "./sample-plan.ts";

const section = (more: Partial<ShownPlan>, rows = 100): string => planSection({ plan: samplePlan(more) }, rows);
const change = (pointer: string, before: string | null, after: string | null, more: Partial<FieldChange> = {}) => ({
  ...{ pointer, before, after, digest: null, noise: null },
  ...more,
});
const upgrade = { ...samplePlan().content.release, action: "upgrade", chart: "kps-2.0.0" } as const;

/** One of each kind of news. */
const full: Partial<ShownPlan> = {
  release: { ...upgrade, hooks: [ref("Job", "admission-create", "batch/v1")], storedBytes: 900_000 },
  objects: [
    planned("create", "ConfigMap", "new", { layer: "overlay", unverified: "its namespace is not there yet" }),
    planned("update", "Deployment", "grafana", {
      owner: "Argo CD application obs",
      changes: [
        change("/spec/replicas", "1", "2"),
        change("/spec/template/metadata/annotations/checksum~1secret", '"a"', '"b"', { noise: "checksum" }),
        change("/metadata/labels/helm.sh~1chart", '"kps-1"', '"kps-2"', { noise: "chart-label" }),
      ],
    }),
    planned("update", "Secret", "grafana", { changes: [change("/data/a", null, null), change("/data/b", null, null)] }),
    planned("update", "ConfigMap", "rules", {
      changes: [change("/data/x", JSON.stringify("…\nold\n…"), JSON.stringify("…\nnew\n…"))],
    }),
    planned("update", "CustomResourceDefinition", "probes.monitoring.coreos.com", { layer: "crds" }),
    planned("delete", "ConfigMap", "old", { layer: "prune" }),
    planned("unchanged", "Deployment", "operator"),
  ],
  images: [{ from: "grafana:1", to: "grafana:2", in: ref("Deployment", "grafana") }],
  restarts: [
    { ref: ref("Deployment", "grafana"), because: ["/spec/template/metadata/annotations/checksum~1secret"] },
    { ref: ref("Prometheus", "main", "monitoring.coreos.com/v1"), because: ["/spec/image"] },
  ],
  losses: [{ ref: ref("Prometheus", "main"), what: "retention shrinks from 30d to 10d", allowed: false }],
  stale: [ref("ConfigMap", "left")],
  obstacles: [{ reason: "data-loss", message: "Prometheus main loses data", hint: "name it in allow-data-loss" }],
  notes: ["The CRDs of the cluster are newer."],
  moved: [{ what: "Deployment grafana /spec/replicas", approved: "1", now: "2" }],
};

describe("planSection", () => {
  test("is nothing without a plan, and one sentence without changes", () => {
    expect(planSection({ plan: null }, 10)).toBe("");
    expect(section({})).toBe("### Plan\n\nNo changes: 2 objects are as the stack asks for.");
  });

  test("says the whole in its first sentence", () => {
    expect(section(full)).toContain(
      "1 to create, 4 to update, 1 to delete, 1 unchanged; Deployment grafana restarts, Prometheus main may restart; helm release monitoring/stack goes from revision 4 to 5, from chart kps-1.0.0 to kps-2.0.0.",
    );
    expect(section({ release: { ...upgrade, action: "install", from: null } })).toContain(
      "helm release monitoring/stack is installed with chart kps-2.0.0",
    );
  });

  test("tells the worst first", () => {
    const titles = [
      "❌ **Refused** (<code>data-loss</code>): Prometheus main loses data<br><b>Next step:</b> name it in allow-data-loss",
      "**What moved since the approval**",
      "| Deployment grafana /spec/replicas | <code>1</code> | <code>2</code> |",
      "**Deleted**",
      "| ConfigMap monitoring/old | prune |",
      "**Lost for good**",
      "| Prometheus monitoring/main | retention shrinks from 30d to 10d | ⚠️ not allowed |",
      "**CustomResourceDefinitions**",
      "**Pods replaced**",
      "| Deployment monitoring/grafana | restarts | checksum/secret alone |",
      "| Prometheus monitoring/main | may restart | /spec/image |",
      "**Images**",
      "| Deployment monitoring/grafana | <code>grafana:1</code> | <code>grafana:2</code> |",
      "**Created and updated**",
      "| ConfigMap monitoring/new | overlay | create |",
      "| Deployment monitoring/grafana<br>held by Argo CD application obs | release | update |",
      "1 field and 2 fields by checksums and labels of the chart",
      "Keys <code>a</code>, <code>b</code> changed.",
      "```diff\n  …\n- old\n  …\n  …\n+ new\n  …\n```",
      "No more in the tree, and left in the cluster: 1 object",
      "Hooks that will run: 1 object",
      "| ConfigMap monitoring/new | its namespace is not there yet |",
      "about 900000 of the 1048576 bytes",
      "The CRDs of the cluster are newer.",
      "Digest of this plan: <code>d1g357</code>. It holds until <code>2026-05-02T00:00:00Z</code>.",
    ];
    const markdown = section(full);
    const places = titles.map((title) => markdown.indexOf(title));
    expect(titles.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test("never hides an image, a CRD or the chart behind noise", () => {
    const markdown = section({
      ...full,
      objects: [
        planned("update", "CustomResourceDefinition", "probes", {
          changes: [change("/metadata/labels/a", "1", "2", { noise: "chart-label" })],
        }),
      ],
    });
    for (const told of ["**CustomResourceDefinitions**", "grafana:2", "from chart kps-1.0.0 to kps-2.0.0"])
      expect(markdown).toContain(told);
  });

  test("tells what is not quiet even where nothing would be written", () => {
    for (const part of ["obstacles", "moved", "stale", "notes"] as const)
      expect(section({ [part]: full[part] }), part).not.toBe(section({}));
  });

  test("says of an update without changes that only managers differ", () => {
    expect(section({ objects: [planned("update", "ConfigMap", "a")] })).toContain("of who manages its fields");
  });

  test("keeps to the rows that it is given, and says how many are missing", () => {
    const many = Array.from({ length: 30 }, (_, n) =>
      planned("update", "ConfigMap", `c${n}`, {
        changes: Array.from({ length: 30 }, (_, m) => change(`/data/k${m}`, "1", "2")),
      }),
    );
    const markdown = section({ objects: many }, 5);
    expect(markdown.match(/<details>/g)).toHaveLength(5);
    expect(markdown.match(/\/data\/k/g)).toHaveLength(25);
    expect(markdown).toContain("25 more rows in plan.json.");
    expect(markdown).toContain("25 more fields in plan.json.");
  });

  test("is Markdown of ours alone, whatever things are called", () => {
    const evil = "<img src=x> | **b** `c` [l](http://x) @team <!-- --> ``` \n| row\n```";
    const json = JSON.stringify(`${evil}\n${evil}`);
    const object = planned("update", "Thing", evil, {
      unverified: evil,
      owner: evil,
      changes: [change(`/${evil}`, json, json), change(`/x/${evil}`, evil, evil), change(`/data/${evil}`, null, null)],
    });
    const markdown = section({
      objects: [object, planned("delete", "Thing", evil), planned("update", "CustomResourceDefinition", evil)],
      images: [{ from: evil, to: evil, in: ref(evil, evil) }],
      restarts: [{ ref: ref(evil, evil), because: [evil] }],
      losses: [{ ref: ref(evil, evil), what: evil, allowed: true }],
      stale: [ref(evil, evil)],
      obstacles: [{ reason: "data-loss", message: evil, hint: evil }],
      notes: [evil],
      moved: [{ what: evil, approved: evil, now: evil }],
      digest: evil,
      release: { ...upgrade, name: evil, chart: evil, recovery: evil, hooks: [ref(evil, evil)] },
    });
    const outside = markdown.replaceAll(/^(`{3,})diff\n[\s\S]*?\n\1$/gm, "");
    expect(outside).not.toBe(markdown);
    for (const raw of ["<img", "**b**", "`", "[l]", "@team", "<!--"]) expect(outside).not.toContain(raw);
    for (const row of outside.split("\n").filter((line) => line.startsWith("| ")))
      expect([4, 5]).toContain(row.split("|").length);
  });

  test("cuts a key of any length", () => {
    const long = "k".repeat(1_000_000);
    const object = planned("update", "Secret", "a", { changes: [change(`/data/${long}`, null, null)] });
    const restarts = [{ ref: ref("Deployment", "a"), because: [long] }];
    expect(section({ objects: [object], restarts }).length).toBeLessThan(5000);
  });
});

describe("renderPlanText", () => {
  test("is a line without changes, and a short list of what there is", () => {
    expect(renderPlanText({ plan: null })).toBe("");
    expect(renderPlanText({ plan: samplePlan() })).toBe("Plan: No changes: 2 objects are as the stack asks for");
    expect(
      renderPlanText({ plan: samplePlan(full) })
        .split("\n")
        .slice(1),
    ).toEqual([
      "  REFUSED (data-loss): Prometheus main loses data",
      "    next step: name it in allow-data-loss",
      "  MOVED Deployment grafana /spec/replicas: approved 1, now 2",
      "  LOST, not allowed: Prometheus monitoring/main: retention shrinks from 30d to 10d",
      "  delete ConfigMap monitoring/old (prune)",
      "  create ConfigMap monitoring/new (overlay), unverified: its namespace is not there yet",
      "  update Deployment monitoring/grafana (release), 3 fields, held by Argo CD application obs",
      "  update Secret monitoring/grafana (release), 2 fields",
      "  update ConfigMap monitoring/rules (release), 1 field",
      "  update CustomResourceDefinition monitoring/probes.monitoring.coreos.com (crds)",
      "  restart of Deployment monitoring/grafana: checksum/secret alone",
      "  restart of Prometheus monitoring/main: /spec/image",
      "  image in Deployment monitoring/grafana: grafana:1 -> grafana:2",
      "  stale ConfigMap monitoring/left",
      "  hook Job monitoring/admission-create will run",
      "  The CRDs of the cluster are newer.",
      "  digest d1g357, holds until 2026-05-02T00:00:00Z",
    ]);
  });

  test("is bounded", () => {
    const objects = Array.from({ length: 500 }, (_, n) => planned("create", "ConfigMap", `c${n}`));
    const lines = renderPlanText({ plan: samplePlan({ objects }) }).split("\n");
    expect(lines.length).toBeLessThan(60);
    expect(lines).toContain("  and 450 more");
  });
});
