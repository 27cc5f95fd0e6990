import { nameOf, type Problem } from "../core/finding.ts";
import { chartsBeside } from "../inventory/charts-beside.ts";
import { type ComponentKind, componentKinds, workloadsOf } from "../inventory/components.ts";
import { governedAt, setAt, turnedOffAt, writtenKey } from "../render/chart/value-sources.ts";
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
      if (idle === undefined && isBroughtElsewhere(kind, stack, render)) continue;
      if (idle === undefined) yield absent(stack, kind);
      else
        yield {
          message: `${kind.name} has no replicas (${nameOf(idle.manifest.ref)}): ${kind.loss}`,
          at: (kind.replicas && setAt(stack, kind.replicas)) ?? idle.manifest.locate(["spec", "replicas"]),
          resource: idle.manifest.ref,
        };
    }
  },
};

const isBroughtElsewhere = ({ charts }: ComponentKind, stack: Stack, render: Render): boolean =>
  chartsBeside(stack, render).some((chart) => charts.includes(chart));

/** Who turned it off meant something by it, and what runs instead may be elsewhere: what hangs on it is told there. */
const absent = (stack: Stack, { name, loss, enabled }: ComponentKind): Problem => {
  const off = turnedOffAt(stack, enabled);
  const key = writtenKey(stack, enabled).join(".");
  const fix = { description: `Set ${key}: true in the release's values`, edits: [] };
  if (off === null)
    return { message: `${name} is not in what the stack renders: ${loss}`, at: governedAt(stack, [enabled]), fix };
  const by = `${off.file}:${off.line} turns it off (${key}: false)`;
  return {
    message: `${name} is not in what the stack renders, for ${by}: unless it runs elsewhere, ${loss}`,
    at: off,
    severity: "notice",
    fix,
  };
};
