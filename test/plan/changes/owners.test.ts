import { describe, expect, test } from "vitest";
import { namesObject, objectName } from "../../../src/core/object-name.ts";
import type { JsonObject } from "../../../src/kubernetes/manifest.ts";
import { foreignOwner } from "../../../src/plan/changes/owners.ts";

const live = (metadata: JsonObject): JsonObject => ({
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "grafana", namespace: "monitoring", ...metadata },
});
const ours = { release: "stack", namespace: "monitoring", layer: "release" } as const;
const annotated = (annotations: JsonObject) => live({ annotations });
const helm = (name: string, namespace: string) =>
  annotated({ "meta.helm.sh/release-name": name, "meta.helm.sh/release-namespace": namespace });

describe("foreignOwner", () => {
  test.each<[string | null, JsonObject]>([
    [null, live({})],
    [null, live({ labels: { "app.kubernetes.io/instance": "stack", "app.kubernetes.io/managed-by": "Helm" } })],
    [
      "Argo CD application obs",
      annotated({ "argocd.argoproj.io/tracking-id": "obs:apps/Deployment:monitoring/grafana" }),
    ],
    [
      "Argo CD application argocd_obs",
      annotated({ "argocd.argoproj.io/tracking-id": "argocd_obs:apps/Deployment:monitoring/grafana" }),
    ],
    ["Argo CD application obs", annotated({ "argocd.argoproj.io/tracking-id": "obs" })],
    ["Argo CD application obs", live({ labels: { "argocd.argoproj.io/instance": "obs" } })],
    [
      "Flux Kustomization flux-system/obs",
      live({
        labels: { "kustomize.toolkit.fluxcd.io/name": "obs", "kustomize.toolkit.fluxcd.io/namespace": "flux-system" },
      }),
    ],
    [
      "Flux HelmRelease flux-system/obs",
      live({ labels: { "helm.toolkit.fluxcd.io/name": "obs", "helm.toolkit.fluxcd.io/namespace": "flux-system" } }),
    ],
    [null, helm("stack", "monitoring")],
    ["helm release monitoring/other", helm("other", "monitoring")],
    ["helm release elsewhere/stack", helm("stack", "elsewhere")],
  ])("says %s", (owner, object) => {
    expect(foreignOwner(object, ours)).toBe(owner);
  });

  test("takes an annotation that was copied from another object for nobody's, as Argo CD does", () => {
    const copied = annotated({ "argocd.argoproj.io/tracking-id": "obs:apps/Deployment:monitoring/other" });
    expect(foreignOwner(copied, ours)).toBeNull();
  });

  test.each(["crds", "base", "overlay", "prune"] as const)("an object of the layer %s is no release's", (layer) => {
    expect(foreignOwner(helm("stack", "monitoring"), { ...ours, layer })).toBe("helm release monitoring/stack");
  });
});

describe("the name of an object in an input", () => {
  test.each(["Prometheus/monitoring/main", "Namespace/monitoring", "ClusterRole/system:node"])("may be %s", (text) => {
    expect(objectName.fits(text)).toBe(true);
  });

  test.each(["", "monitoring", "prometheus/main", "A/b/c/d", "A//b", "A/b/", "A/b c", "A/-x", `A/${"x".repeat(300)}`])(
    "is not %j",
    (text) => {
      expect(objectName.fits(text)).toBe(false);
    },
  );

  test("names one object alone", () => {
    const ref = { apiVersion: "v1", kind: "Secret", namespace: "a", name: "b" };
    expect(namesObject("Secret/a/b", ref)).toBe(true);
    expect(namesObject("Secret/b", ref)).toBe(false);
    expect(namesObject("Secret/b", { ...ref, namespace: null })).toBe(true);
    expect(namesObject("secret/a/b", ref)).toBe(false);
  });
});
