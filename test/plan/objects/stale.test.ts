import { loadAll } from "js-yaml";
import { expect, test } from "vitest";
import { isObject, type Json, type JsonObject } from "../../../src/kubernetes/manifest.ts";
import { objectKey, refOf } from "../../../src/kubernetes/resource-ref.ts";
import type { Cluster } from "../../../src/outside/cluster.ts";
import type { ObjectDraft } from "../../../src/plan/draft.ts";
import { findStale } from "../../../src/plan/objects/stale.ts";
import { draft, object } from "../drafts.ts";

const applied = { manager: "prometheus-stack-action", operation: "Apply", fieldsV1: { "f:spec": {} } };
const secret = (version: string, name = "smtp"): JsonObject => ({
  ...object(`external-secrets.io/${version}`, "ExternalSecret", name),
  metadata: {
    ...{ name, namespace: "monitoring", managedFields: [applied] },
    annotations: { "prometheus-stack-action.dev/repository": "acme/stack" },
  },
});

/** A cluster that has these objects, in whichever version they are asked for. */
const having = (...objects: readonly JsonObject[]): Cluster => {
  const there = new Map(objects.map((one) => [objectKey(refOf(one)), one]));
  const kubectl: Cluster["kubectl"] = async (_args, { stdin = "" } = {}) => {
    const items = (loadAll(stdin) as Json[]).filter(isObject).flatMap((named) => {
      const found = there.get(objectKey(refOf(named)));
      return found === undefined ? [] : [{ ...found, apiVersion: named["apiVersion"] ?? "" }];
    });
    return { code: 0, stdout: JSON.stringify({ kind: "List", items }), stderr: "", durationMs: 0 };
  };
  return { kubectl, server: "https://cluster.test" } as Cluster;
};

const landing = {
  ...{
    api: () => ({ resource: "externalsecrets", group: "external-secrets.io", namespaced: true }),
    defaultNamespace: "default",
  },
  ...{ madeNamespaces: new Set<string>(), madeKinds: new Set<string>(), changedKinds: new Set<string>() },
};
const stale = (inventory: readonly JsonObject[], drafts: readonly ObjectDraft[], prune: boolean) =>
  findStale(inventory.map(refOf), drafts, { landing, cluster: having(secret("v1")), prune });

test.each([true, false])("an object in another version of its group is the same one, with prune %s", async (prune) => {
  const drafts = [draft(secret("v1"), secret("v1"), { layer: "overlay" })];
  expect(await stale([secret("v1beta1")], drafts, prune)).toEqual({ drafts: [], stale: [] });
  const foreign = draft(null, object("other.io/v1", "ExternalSecret", "smtp"), { layer: "overlay" });
  const left = await stale([secret("v1beta1")], [foreign], prune);
  expect([left.drafts.map(({ action }) => action), left.stale.length]).toEqual(prune ? [["delete"], 0] : [[], 1]);
});

test("an inventory that names an object in two versions names one object", async () => {
  const { drafts } = await stale([secret("v1beta1"), secret("v1"), secret("v1", "gone")], [], true);
  expect(drafts.map(({ ref }) => ref)).toEqual([refOf(secret("v1"))]);
});
