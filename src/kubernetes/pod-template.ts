import type { Path } from "./manifest.ts";

/** Where the pod template stands in each kind that makes pods. */
const templates: Readonly<Record<string, Path>> = {
  Pod: [],
  DaemonSet: ["spec", "template"],
  Deployment: ["spec", "template"],
  StatefulSet: ["spec", "template"],
  ReplicaSet: ["spec", "template"],
  ReplicationController: ["spec", "template"],
  Job: ["spec", "template"],
  CronJob: ["spec", "jobTemplate", "spec", "template"],
};

/** The kinds that make pods. */
export const podMakers: readonly string[] = Object.keys(templates);

/** Where the template of a kind's pods stands; null for kinds that make none. */
export const templatePath = (kind: string): Path | null =>
  Object.hasOwn(templates, kind) ? (templates[kind] ?? null) : null;
