import type { DeployTarget } from "../gate/deploy-target.ts";
import { textAt, textsAt } from "../kubernetes/json-fields.ts";
import { isObject, type JsonObject, valueAt } from "../kubernetes/manifest.ts";

/** What guards deploys to a target, as a JSON Schema: nothing of it makes anything be allowed that was not. */
export const guardProperties: JsonObject = {
  gated: {
    type: "boolean",
    description:
      "Whether a deploy has to prove that its job runs in the environment, from one of the refs, and that the environment has protection rules",
  },
  environment: {
    type: "string",
    description: "The environment of GitHub's that a deploy runs in",
    maxLength: 255,
    pattern: "^\\S(?:.*\\S)?$",
    patternErrorMessage: "it must be the name of an environment",
  },
  refs: {
    type: "array",
    description:
      "Branches that may deploy, and tags as refs/tags/…; * stands for anything but /, ** for anything. Default: the default branch",
    minItems: 1,
    maxItems: 100,
    items: {
      type: "string",
      maxLength: 255,
      pattern: "^(?:refs/(?:heads|tags)/(?=.)|(?!refs/|/))[^\\s~^:?[\\\\]+$",
      patternErrorMessage: "it must be a branch such as main, or a tag such as refs/tags/v*",
    },
  },
  "expected-cluster": {
    type: "string",
    description: "uid of the namespace kube-system, or the server's URL: it has to hold as the input of that name does",
    maxLength: 2048,
    pattern: "^(?:[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}|https?://[^\\s/]\\S*)$",
    patternErrorMessage: "it must be the uid of the namespace kube-system, or the server's URL",
  },
};

/** How these depend on each other: what guards nothing is a mistake. */
export const guardRules: JsonObject = {
  dependencies: { environment: ["gated"], refs: ["gated"] },
  if: { required: ["gated"], properties: { gated: { const: true } } },
  // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
  then: { required: ["environment"] },
};

/** The targets of a configuration that fits the schema. */
export const targetsIn = (value: JsonObject): readonly DeployTarget[] => {
  const targets = valueAt(value, ["targets"]);
  return isObject(targets)
    ? Object.entries(targets).map(([name, own]) => targetOf(name, isObject(own) ? own : {}))
    : [];
};

const targetOf = (name: string, own: JsonObject): DeployTarget => ({
  name,
  gated: own["gated"] === true,
  environment: textAt(own, ["environment"]),
  refs: own["refs"] === undefined ? null : textsAt(own, ["refs"]),
  expectedCluster: textAt(own, ["expected-cluster"]),
});
