import type { JsonObject } from "../../kubernetes/manifest.ts";

const text: JsonObject = { type: ["string", "null"] };
const truth: JsonObject = { type: ["boolean", "null"] };
const whole: JsonObject = { type: ["integer", "null"] };
const texts: JsonObject = { type: ["object", "null"], additionalProperties: { type: "string" } };

const owner: JsonObject = {
  type: "object",
  required: ["apiVersion", "kind", "name", "uid"],
  additionalProperties: false,
  properties: { apiVersion: text, kind: text, name: text, uid: text, controller: truth, blockOwnerDeletion: truth },
};

/**
 * The schema of an object's metadata. A CustomResourceDefinition says only `type: object` of it, and the API server
 * judges it all the same: without this a label that is a number would pass here and be refused there.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
 */
export const objectMetaSchema: JsonObject = {
  type: "object",
  additionalProperties: false,
  properties: {
    annotations: texts,
    creationTimestamp: text,
    deletionGracePeriodSeconds: whole,
    deletionTimestamp: text,
    finalizers: { type: ["array", "null"], items: { type: "string" } },
    generateName: text,
    generation: whole,
    labels: texts,
    managedFields: { type: ["array", "null"], items: { type: "object" } },
    name: text,
    namespace: text,
    ownerReferences: { type: ["array", "null"], items: owner },
    resourceVersion: text,
    selfLink: text,
    uid: text,
  },
};
