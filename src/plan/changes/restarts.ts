import { valueAt } from "../../kubernetes/manifest.ts";
import type { ObjectDraft } from "../draft.ts";
import type { Plan } from "../plan.ts";
import { fieldDiff } from "./field-diff.ts";
import { operatedKind } from "./operated.ts";
import { changedFlags, flagsFor } from "./operator-arguments.ts";

/**
 * Workloads whose pods would be replaced because their template changes, with the fields that do it; checksums among
 * them, for that is what they are for. Of the operator's resources it is what they may make it do: which of their
 * fields reach the pods is its own to decide, so those that are known to reach only the configuration are left out.
 * An update that no server judged is not told: what it would change is not known. `all`: also the objects that are not
 * written. Those of the operator's resources among them get other pods, too, where the operator is told something else
 * to write into them, an image for example: then what is named is the operator's argument.
 */
export const restartsOf = (written: readonly ObjectDraft[], all = written): Plan["restarts"] => {
  const own = new Set(written);
  const flags = changedFlags(written);
  return all.flatMap((draft) => {
    const because = [...new Set([...(own.has(draft) ? ownFields(draft) : []), ...flagsFor(draft, flags)])];
    return because.length === 0 ? [] : [{ ref: draft.ref, because }];
  });
};

const ownFields = (draft: ObjectDraft): readonly string[] => {
  const { action, live, after } = draft;
  const reachesPods = podFields(draft);
  if (action !== "update" || live === null || after === null || reachesPods === null) return [];
  return fieldDiff(live, after)
    .map(({ pointer }) => pointer)
    .filter(reachesPods);
};

/** Which pointers of an object reach its pods; null for an object without pods, or whose pods stay. */
const podFields = ({ ref, after }: ObjectDraft): ((pointer: string) => boolean) | null => {
  if (operatedKind(ref) !== null)
    return (pointer) => pointer.startsWith("/spec/") && !configuration.has(pointer.split("/")[2] ?? "");
  if (!ref.apiVersion.startsWith("apps/") || !["Deployment", "StatefulSet", "DaemonSet"].includes(ref.kind))
    return null;
  // Somebody deletes the pods by hand, or nothing happens.
  if (valueAt(after ?? undefined, ["spec", "updateStrategy", "type"]) === "OnDelete") return null;
  return (pointer) => pointer.startsWith("/spec/template/");
};

/**
 * Fields of Prometheus, Alertmanager and ThanosRuler that the operator writes into the configuration, which is
 * reloaded, or that only say how many pods there are or whether it works at all: `generate` in
 * https://github.com/prometheus-operator/prometheus-operator/blob/main/pkg/prometheus/promcfg.go
 */
const configuration: ReadonlySet<string> = new Set([
  ...["serviceMonitorSelector", "serviceMonitorNamespaceSelector", "podMonitorSelector", "podMonitorNamespaceSelector"],
  ...["probeSelector", "probeNamespaceSelector", "scrapeConfigSelector", "scrapeConfigNamespaceSelector"],
  ...["ruleSelector", "ruleNamespaceSelector", "alertmanagerConfigSelector", "alertmanagerConfigNamespaceSelector"],
  ...["alertmanagerConfigMatcherStrategy", "externalLabels", "scrapeInterval", "scrapeTimeout", "scrapeProtocols"],
  ...["remoteRead", "alerting", "additionalScrapeConfigs", "additionalAlertRelabelConfigs", "podTargetLabels"],
  ...["additionalAlertManagerConfigs", "scrapeClasses", "enforcedNamespaceLabel", "excludedFromEnforcement"],
  ...["ignoreNamespaceSelectors", "overrideHonorLabels", "overrideHonorTimestamps", "sampleLimit", "targetLimit"],
  ...["labelLimit", "labelNameLengthLimit", "labelValueLengthLimit", "keepDroppedTargets", "bodySizeLimit"],
  ...["enforcedSampleLimit", "enforcedTargetLimit", "enforcedLabelLimit", "enforcedLabelNameLengthLimit"],
  ...["enforcedLabelValueLengthLimit", "enforcedKeepDroppedTargets", "enforcedBodySizeLimit", "paused"],
]);
