import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { imagesOf } from "../../../src/plan/changes/images.ts";
import { restartsOf } from "../../../src/plan/changes/restarts.ts";
import type { ObjectDraft } from "../../../src/plan/draft.ts";
import { draft, object, prometheus } from "../drafts.ts";

const workload = (kind: string, template: JsonObject, more: JsonObject = {}): JsonObject =>
  object("apps/v1", kind, "a", { spec: { template, ...more } });
const containers = (...images: readonly string[]): JsonObject => ({
  spec: { containers: images.map((image, n) => ({ name: `c${n}`, image })) },
});

describe("restartsOf", () => {
  test.each(["Deployment", "StatefulSet", "DaemonSet"])("names the fields of the template of a %s", (kind) => {
    const annotated = (value: string) => ({ metadata: { annotations: { "checksum/secret": value } } });
    const change = draft(
      workload(kind, annotated("1"), { replicas: 1 }),
      workload(kind, annotated("2"), { replicas: 2 }),
    );
    expect(restartsOf([change])).toEqual([
      { ref: change.ref, because: ["/spec/template/metadata/annotations/checksum~1secret"] },
    ]);
  });

  test("tells nothing where the template stays, the object is new, or pods are replaced by hand", () => {
    const [one, two] = [containers("a:1"), containers("a:2")];
    const byHand = { updateStrategy: { type: "OnDelete" } };
    const drafts = [
      draft(workload("Deployment", one, { replicas: 1 }), workload("Deployment", one, { replicas: 2 })),
      draft(null, workload("Deployment", one)),
      draft(workload("Deployment", one), null),
      draft(workload("DaemonSet", one, byHand), workload("DaemonSet", two, byHand)),
      draft(object("batch/v1", "CronJob", "a", { spec: one }), object("batch/v1", "CronJob", "a", { spec: two })),
    ];
    expect(restartsOf(drafts)).toEqual([]);
  });

  test("tells of the operator's resources what reaches their pods", () => {
    const before = { ruleSelector: {}, resources: { requests: { memory: "1Gi" } } };
    const [selects, grows] = [
      { ...before, ruleSelector: { matchLabels: { a: "b" } } },
      { ...before, resources: { requests: { memory: "2Gi" } } },
    ];
    expect(restartsOf([draft(prometheus(before), prometheus(selects))])).toEqual([]);
    expect(restartsOf([draft(prometheus(before), prometheus(grows))])[0]?.because).toEqual([
      "/spec/resources/requests/memory",
    ]);
  });
});

describe("something else that the operator is told", () => {
  const operator = (...args: readonly string[]) =>
    workload("Deployment", { spec: { containers: [{ name: "other" }, { name: "operator", args }] } });
  const reloader = (tag: string) => `--prometheus-config-reloader=r:${tag}`;
  const pointer = "/spec/template/spec/containers/1/args/1";
  const named = (kind: string, spec: JsonObject = {}) => object("monitoring.coreos.com/v1", kind, "a", { spec });
  const kinds = ["Prometheus", "PrometheusAgent", "Alertmanager", "ThanosRuler"];
  const unchanged = (body: JsonObject) => draft(body, body, { action: "unchanged", after: null });
  /** Which objects are restarted besides the operator. */
  const restarted = (from: string, to: string, ...drafts: readonly ObjectDraft[]) =>
    restartsOf([draft(operator("--a", from), operator("--a", to)), ...drafts])
      .slice(1)
      .map(({ ref, because }) => [ref.kind, ...because]);

  test("as the reloader restarts all that it runs, whoever names their image, judged or not", () => {
    const own = kinds.map((kind) => named(kind, { image: "own:1", thanos: { image: "own:1" } }));
    const expected = kinds.map((kind) => [kind, pointer]);
    expect(restarted(reloader("1"), reloader("2"), ...own.map(unchanged))).toEqual(expected);
    const unverified = own.map((body) => draft(body, body, { after: null, unverified: "its CRD changes" }));
    expect(restarted(reloader("1"), reloader("2"), ...unverified)).toEqual(expected);
    const grown = { image: "own:1", resources: { limits: { cpu: "1" } } };
    expect(restarted(reloader("1"), reloader("2"), draft(prometheus({ image: "own:1" }), prometheus(grown)))).toEqual([
      ["Prometheus", "/spec/resources/limits/cpu", pointer],
    ]);
  });

  test("as a default restarts those that name no image of their own", () => {
    const all = (spec: JsonObject) => kinds.map((kind) => unchanged(named(kind, spec)));
    const restartedBy = (flag: string, spec: JsonObject) =>
      restarted(`--${flag}-default-base-image=i`, `--${flag}-default-base-image=j`, ...all(spec)).map(([kind]) => kind);
    expect(restartedBy("prometheus", {})).toEqual(["Prometheus", "PrometheusAgent"]);
    expect(restartedBy("alertmanager", {})).toEqual(["Alertmanager"]);
    expect(restartedBy("thanos", {})).toEqual(["ThanosRuler"]);
    expect(restartedBy("thanos", { image: "own:1", thanos: {} })).toEqual(["Prometheus"]);
    expect(restartedBy("thanos", { image: "own:1", thanos: { baseImage: "own" } })).toEqual([]);
    expect(restartedBy("prometheus", { image: "own:1" })).toEqual([]);
    expect(restartedBy("alertmanager", { baseImage: "own" })).toEqual([]);
  });

  test("as resources and probes of the reloader restart all, and the cluster's domain those that look for their peers", () => {
    const all = kinds.map((kind) => unchanged(named(kind, { image: "own:1" })));
    const restartedBy = (from: string, to: string) => {
      const [before, after] = [from, to].map((one) => operator("--a", one, reloader("1")));
      const upgrade = draft(before ?? null, after ?? null);
      return restartsOf([upgrade, ...all])
        .slice(1)
        .map(({ ref, because }) => [ref.kind, ...because]);
    };
    const expected = kinds.map((kind) => [kind, pointer]);
    for (const flag of ["cpu-request", "cpu-limit", "memory-request", "memory-limit"])
      expect(restartedBy(`--config-reloader-${flag}=0`, `--config-reloader-${flag}=1`)).toEqual(expected);
    expect(restartedBy("--b", "--enable-config-reloader-probes=true")).toEqual(expected);
    expect(restartedBy("--cluster-domain=a", "--cluster-domain=b")).toEqual([["Alertmanager", pointer]]);
    expect(restartedBy("--log-level=info", "--log-level=debug")).toEqual([]);
    const [other, others] = [operator("--localhost=a"), operator("--localhost=b")];
    expect(restartsOf([draft(other, others), ...all])).toHaveLength(1);
  });

  test("restarts nothing that comes, goes or is paused, and nothing where the image stays", () => {
    const [there, paused] = [named("Prometheus"), named("Alertmanager", { paused: true })];
    const drafts = [draft(null, there), draft(there, null), unchanged(paused), unchanged(object("v1", "Secret", "a"))];
    expect(restarted(reloader("1"), reloader("2"), ...drafts)).toEqual([]);
    const moved = draft(operator("--a", reloader("1")), operator(reloader("1"), "--a"));
    expect(restartsOf([moved, unchanged(there)]).map(({ ref }) => ref.kind)).toEqual(["Deployment"]);
    const untried = draft(operator(reloader("1")), operator(reloader("2")), { after: null, unverified: "no" });
    expect(restartsOf([untried, unchanged(there)])).toEqual([]);
  });

  test("restarts also what is not written, and that because of nothing else", () => {
    const upgrade = draft(operator(reloader("1")), operator(reloader("2")));
    const unwritten = draft(prometheus({ replicas: 1 }), prometheus({ replicas: 2 }));
    const because = ["/spec/template/spec/containers/1/args/0"];
    expect(restartsOf([upgrade], [unwritten, upgrade])).toEqual([
      { ref: unwritten.ref, because },
      { ref: upgrade.ref, because },
    ]);
  });

  test("is told of a flag that goes, as it was before", () => {
    const goes = draft(operator("--a", reloader("1")), operator("--a"));
    expect(restartsOf([goes, unchanged(named("Prometheus"))])[1]?.because).toEqual([pointer]);
  });
});

describe("imagesOf", () => {
  test("tells what comes, goes and changes, by container", () => {
    const change = draft(
      workload("Deployment", containers("a:1", "same:1", "gone:1")),
      workload("Deployment", containers("a:2@sha256:aa", "same:1")),
    );
    expect(imagesOf([change]).map(({ from, to }) => [from, to])).toEqual([
      ["a:1", "a:2@sha256:aa"],
      ["gone:1", null],
    ]);
    expect(imagesOf([draft(null, workload("Deployment", containers("a:1", "a:1")))])).toEqual([
      { from: null, to: "a:1", in: { apiVersion: "apps/v1", kind: "Deployment", namespace: "monitoring", name: "a" } },
    ]);
  });

  test("is not misled by containers that change places", () => {
    const named = (...names: readonly string[]) => ({
      spec: { initContainers: names.map((name) => ({ name, image: `${name}:1` })) },
    });
    expect(imagesOf([draft(workload("Deployment", named("a", "b")), workload("Deployment", named("b", "a")))])).toEqual(
      [],
    );
  });

  test("knows where the operator and its resources have theirs", () => {
    const images = (spec: JsonObject, next: JsonObject) =>
      imagesOf([draft(prometheus(spec), prometheus(next))]).map(({ from, to }) => `${from} ${to}`);
    expect(images({ image: "p:1", thanos: { image: "t:1" } }, { image: "p:2", thanos: { image: "t:2" } })).toEqual([
      "p:1 p:2",
      "t:1 t:2",
    ]);
    const operator = (image: string) =>
      workload("Deployment", {
        spec: { containers: [{ name: "o", args: [`--prometheus-config-reloader=${image}`] }] },
      });
    expect(imagesOf([draft(operator("r:1"), operator("r:2"))])).toMatchObject([{ from: "r:1", to: "r:2" }]);
  });
});
