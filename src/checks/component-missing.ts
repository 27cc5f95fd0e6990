import { nameOf, type Problem } from "../core/finding.ts";
import { type ComponentKind, componentKinds, workloadsOf } from "../inventory/components.ts";
import { hasGrafanaAlerting } from "../inventory/grafana-alerting.ts";
import { governedAt, setAt } from "../render/chart/value-sources.ts";
import type { Render } from "../render/render.ts";
import type { Stack } from "../stack/stack.ts";
import type { Check } from "./check.ts";
import { notAllRendered } from "./problem/absence.ts";

export const componentMissing: Check = {
  id: "component-missing",
  title:
    "Prometheus, Grafana, Alertmanager, node exporter or kube-state-metrics is not in the render, or has no replicas.",
  severity: "error",
  decidedBy: "own",
  reads: ["stack", "render"],
  cannotJudge: notAllRendered,
  *find({ stack, render }) {
    for (const kind of componentKinds) {
      const workloads = workloadsOf(render, kind);
      if (workloads.some(({ enabled }) => enabled)) continue;
      const [idle] = workloads;
      if (idle === undefined) yield absent(stack, kind, canDoWithout(kind, render));
      else
        yield {
          message: `${kind.name} has no replicas (${nameOf(idle.manifest.ref)}): ${kind.loss}`,
          at: (kind.replicas && setAt(stack, kind.replicas)) ?? idle.manifest.locate(["spec", "replicas"]),
          resource: idle.manifest.ref,
        };
    }
  },
};

/**
 * A stack that neither scrapes nor notifies is none; what else is turned off by hand may run elsewhere, and
 * Grafana can notify by itself.
 */
const canDoWithout = ({ name }: ComponentKind, render: Render): boolean =>
  name === "Alertmanager" ? hasGrafanaAlerting(render) : name !== "Prometheus";

const absent = (stack: Stack, kind: ComponentKind, optional: boolean): Problem => ({
  message: `${kind.name} is not in what the stack renders: ${kind.loss}`,
  at: governedAt(stack, [kind.enabled]),
  ...(optional && setAt(stack, kind.enabled) !== null ? { severity: "warning" } : {}),
  // Who turned it off meant something by it: that is for a person to take back.
  fix: { description: `Set ${kind.enabled.join(".")}: true in the release's values`, edits: [] },
});
