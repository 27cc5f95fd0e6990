import { objectsAt, textsAt } from "./json-fields.ts";
import { jsonWord } from "./json-word.ts";
import { isObject, type Json, type JsonObject, valueAt } from "./manifest.ts";

/** The levels that refuse something. https://kubernetes.io/docs/concepts/security/pod-security-standards/ */
export type PodSecurityLevel = "baseline" | "restricted";

/**
 * The fields of a pod's spec that a level refuses, each as it is written, e.g. `hostNetwork: true`;
 * empty: the pod is admitted.
 */
export const violationsOf = (spec: Json | undefined, level: PodSecurityLevel): readonly string[] => [
  ...new Set([...baseline(spec), ...(level === "restricted" ? restricted(spec) : [])]),
];

const containersOf = (spec: Json | undefined): readonly JsonObject[] =>
  ["containers", "initContainers", "ephemeralContainers"].flatMap((list) => objectsAt(spec, [list]));

const security = (holder: Json | undefined): JsonObject => {
  const context = valueAt(holder, ["securityContext"]);
  return isObject(context) ? context : {};
};

const baseline = (spec: Json | undefined): readonly string[] => [
  ...["hostNetwork", "hostPID", "hostIPC"].filter((key) => valueAt(spec, [key]) === true).map((key) => `${key}: true`),
  ...objectsAt(spec, ["volumes"])
    .filter(({ hostPath }) => isObject(hostPath))
    .map(({ name }) => `the volume ${jsonWord(name)} of type hostPath`),
  ...containersOf(spec).flatMap(ofContainer),
  ...(seccompOf(security(spec)) === "Unconfined" ? ["seccompProfile Unconfined"] : []),
];

const ofContainer = (container: JsonObject): readonly string[] => {
  const context = security(container);
  const name = jsonWord(container["name"]);
  const added = textsAt(context, ["capabilities", "add"]).filter((one) => !usualCapabilities.has(one));
  const ports = objectsAt(container, ["ports"]).map(({ hostPort }) => hostPort);
  const procMount = context["procMount"];
  return [
    ...(context["privileged"] === true ? [`privileged: true of ${name}`] : []),
    ...added.map((one) => `the capability ${one} of ${name}`),
    ...ports
      .filter((port) => typeof port === "number" && port !== 0)
      .map((port) => `hostPort: ${jsonWord(port)} of ${name}`),
    ...(typeof procMount === "string" && procMount !== "Default" ? [`procMount: ${procMount} of ${name}`] : []),
    ...(seccompOf(context) === "Unconfined" ? [`seccompProfile Unconfined of ${name}`] : []),
  ];
};

const seccompOf = (context: JsonObject): Json | undefined => valueAt(context, ["seccompProfile", "type"]);

/** What `baseline` lets a container add. */
const usualCapabilities: ReadonlySet<string> = new Set([
  ...["AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP"],
  ...["SETGID", "SETPCAP", "SETUID", "SYS_CHROOT"],
]);

const volumeTypes: ReadonlySet<string> = new Set([
  ...["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"],
]);

const restricted = (spec: Json | undefined): readonly string[] => {
  const pod = security(spec);
  const volumes = objectsAt(spec, ["volumes"]).flatMap(({ name, ...source }) =>
    Object.keys(source)
      .filter((type) => !volumeTypes.has(type) && type !== "hostPath")
      .map((type) => `the volume ${jsonWord(name)} of type ${type}`),
  );
  return [...volumes, ...containersOf(spec).flatMap((container) => restrictedContainer(container, pod))];
};

const restrictedContainer = (container: JsonObject, pod: JsonObject): readonly string[] => {
  const context = security(container);
  const name = jsonWord(container["name"]);
  const user = context["runAsUser"] ?? pod["runAsUser"];
  const drops = textsAt(context, ["capabilities", "drop"]);
  return [
    ...(context["allowPrivilegeEscalation"] === false ? [] : [`allowPrivilegeEscalation of ${name} is not false`]),
    ...((context["runAsNonRoot"] ?? pod["runAsNonRoot"]) === true ? [] : [`runAsNonRoot of ${name} is not true`]),
    ...(user === 0 ? [`runAsUser: 0 of ${name}`] : []),
    ...(drops.includes("ALL") ? [] : [`${name} does not drop ALL capabilities`]),
    ...(["RuntimeDefault", "Localhost"].includes(String(seccompOf(context) ?? seccompOf(pod)))
      ? []
      : [`${name} has no seccompProfile`]),
  ];
};
