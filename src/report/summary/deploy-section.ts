import { nameOf } from "../../core/finding.ts";
import type { NotReady } from "../../deploy/deploy-report.ts";
import type { Report } from "../report.ts";
import { code, counted, details, table, text } from "./markdown.ts";

/** What the deploy did and what did not become ready, as Markdown; empty where nothing was deployed. */
export const deploySection = ({ deploy }: Report, rows: number): string => {
  if (deploy === null) return "";
  const { cluster, release, objects, workloads, notReady } = deploy;
  const changed = objects.filter(({ action }) => action !== "unchanged");
  return [
    "### Deploy",
    `To ${code(cluster.server)} (Kubernetes ${code(cluster.version)}, uid of kube-system ${code(cluster.uid)}).`,
    release === null
      ? ""
      : `Release ${code(release.name)} in ${code(release.namespace)}: revision ${release.revision}, ${text(release.status)}.`,
    notReady.slice(0, rows).map(notReadyPart).join("\n\n"),
    table(
      ["Workload", "Ready"],
      workloads
        .slice(0, rows)
        .map(({ ref, ready, desired }) => [
          text(nameOf(ref)),
          `${ready === desired ? "✅" : "❌"} ${ready} of ${desired}`,
        ]),
    ),
    details(
      `${counted(changed.length, "object")} changed, ${objects.length - changed.length} unchanged`,
      table(
        ["Object", "Part", "Action"],
        changed.slice(0, rows).map(({ ref, layer, action }) => [text(nameOf(ref)), layer, action]),
      ),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
};

/** What is known of something that is not ready. */
export const notReadyPart = ({ ref, why, containers, events }: NotReady): string =>
  [
    `❌ **${text(nameOf(ref))}** is not ready: ${text(why)}`,
    table(
      ["Pod", "Container", "State", "Restarts"],
      containers.map(({ pod, container, state, restarts }) => [
        code(pod),
        code(container),
        text(state),
        String(restarts),
      ]),
    ),
    table(
      ["Event on", "Reason", "Message", "Times"],
      events.map(({ object, reason, message, count }) => [code(object), text(reason), text(message), String(count)]),
    ),
    ...containers.map(logPart),
  ]
    .filter((part) => part !== "")
    .join("\n\n");

const logPart = ({ pod, container, log, noLog }: NotReady["containers"][number]): string =>
  noLog === null
    ? details(`The last lines of container ${container} in pod ${pod}`, log.map(text).join("<br>"))
    : `No log of container ${code(container)} in pod ${code(pod)}: ${text(noLog)}.`;
