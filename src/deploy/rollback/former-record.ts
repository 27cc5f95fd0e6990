import { gzipSync } from "node:zlib";
import { asOperatorError } from "../../core/errors.ts";
import { nameOf, type ResourceRef } from "../../core/finding.ts";
import { told } from "../../kubectl/kubectl-failure.ts";
import type { JsonObject } from "../../kubernetes/manifest.ts";
import type { Cluster } from "../../outside/cluster.ts";
import { commandLine } from "../../outside/command-line.ts";
import type { Outside } from "../../outside/outside.ts";
import { fieldManager } from "../../plan/objects/compare.ts";
import type { ReleaseName } from "../../stack/release-name.ts";
import { deleteObject } from "../delete-object.ts";
import { contentOf } from "./compare-former.ts";
import type { FormerState } from "./former-state.ts";

/** The Secret beside the release that holds what was there before the deploy that runs, or that ended badly. */
export const formerRecordRef = ({ name, namespace }: ReleaseName): ResourceRef => ({
  ...{ apiVersion: "v1", kind: "Secret", namespace, name: `prometheus-stack-action.${name}.former` },
});

const key = "objects";

/**
 * Keeps the former state in the cluster, where it outlives this run and its machine, and where helm keeps as much of
 * the release; one of an earlier deploy is replaced. Secrets of other namespaces are left out: who reads those of this
 * one may not read them. Answers where it is; null where it cannot be kept, which is told and no reason to stop.
 */
export const writeFormerRecord = async (
  former: FormerState,
  release: ReleaseName,
  { cluster, outside }: { readonly cluster: Pick<Cluster, "kubectl">; readonly outside: Pick<Outside, "log"> },
): Promise<ResourceRef | null> => {
  const ref = formerRecordRef(release);
  const items = former.objects.flatMap(({ ref: { kind, namespace }, layer, live }): readonly JsonObject[] =>
    live === null || layer === "note" || (kind === "Secret" && namespace !== release.namespace)
      ? []
      : [contentOf(live)],
  );
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items });
  const stdin = JSON.stringify({
    apiVersion: ref.apiVersion,
    kind: ref.kind,
    type: "prometheus-stack-action.dev/former-state",
    metadata: {
      namespace: ref.namespace,
      name: ref.name,
      labels: { "app.kubernetes.io/managed-by": "prometheus-stack-action" },
    },
    data: { [key]: gzipSync(list).toString("base64") },
  });
  const write = (verb: "create" | "replace") =>
    cluster.kubectl(
      commandLine({
        verb: [verb, "--filename=-", "--validate=false", "--output=name"],
        flags: [["field-manager", fieldManager]],
      }),
      { stdin },
    );
  const made = await write("create");
  const done = /\(AlreadyExists\)/.test(made.stderr) ? await write("replace") : made;
  if (done.code === 0) return ref;
  outside.log.info(`What was there before is kept in memory alone: ${nameOf(ref)} was refused (${told(done.stderr)})`);
  return null;
};

/** Removes it: it is not needed any more. That it stays is told, and harms nothing. */
export const removeFormerRecord = async (
  ref: ResourceRef,
  { cluster, outside }: { readonly cluster: Pick<Cluster, "kubectl">; readonly outside: Pick<Outside, "log"> },
): Promise<void> => {
  const why = await deleteObject(ref, cluster).then(
    ({ code, stderr }) => (code === 0 ? null : told(stderr)),
    (thrown: unknown) => {
      const error = asOperatorError(thrown);
      if (error === undefined) throw thrown;
      return error.message;
    },
  );
  if (why !== null) outside.log.info(`${nameOf(ref)} could not be deleted (${why})`);
};

/** A command that prints the objects, for a person to look at or to pass to `kubectl apply`. */
export const printFormerRecord = ({ namespace, name }: ResourceRef): string =>
  `kubectl get secret ${name} --namespace ${namespace} --output go-template='{{.data.${key} | base64decode}}' | gunzip`;
