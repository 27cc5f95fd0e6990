import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** How many objects {@link writeLargeStack} adds to a stack. */
export const large = { monitors: 300, rules: 500, alertsEach: 10, dashboards: 300 };

/** A copy of `stack` in `target` with many more monitors (each with its Service and its pods), rules and dashboards. */
export const writeLargeStack = (stack: string, target: string): void => {
  cpSync(stack, target, { recursive: true });
  addResources(join(target, "overlays/servicemonitors"), large.monitors, monitor);
  addResources(join(target, "overlays/alerting"), large.rules, rule);
  const folder = join(target, "overlays/dashboards");
  const dashboard = JSON.parse(readFileSync(join(folder, "gpu-overview.json"), "utf8")) as Record<string, unknown>;
  const names = numbers(large.dashboards).map((n) => {
    const copy = { ...dashboard, uid: `copy-${n}`, title: `Copy ${n}` };
    writeFileSync(join(folder, `copy-${n}.json`), `${JSON.stringify(copy, null, 2)}\n`);
    return `copy-${n}`;
  });
  append(join(folder, "kustomization.yaml"), names.map(generatorEntry).join(""));
};

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n);

const append = (file: string, text: string): void => writeFileSync(file, `${readFileSync(file, "utf8")}${text}`);

/** One file a manifest, as trees grow; the kustomization's list of resources stands at its end. */
const addResources = (folder: string, count: number, manifest: (n: number) => string): void => {
  mkdirSync(join(folder, "many"));
  for (const n of numbers(count)) writeFileSync(join(folder, `many/${n}.yaml`), manifest(n));
  const kustomization = numbers(count).map((n) => `  - ${n}.yaml\n`);
  writeFileSync(
    join(folder, "many/kustomization.yaml"),
    `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources:\n${kustomization.join("")}`,
  );
  const own = join(folder, "kustomization.yaml");
  writeFileSync(own, readFileSync(own, "utf8").replace("resources:\n", "resources:\n  - many\n"));
};

/** A workload of its own with its Service and the monitor of it. */
const monitor = (n: number): string => `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: copy-${n}
  labels:
    release: prometheus-stack
spec:
  selector:
    matchLabels:
      app: copy-${n}
  endpoints:
    - port: metrics
      interval: 15s
---
apiVersion: v1
kind: Service
metadata:
  name: copy-${n}
  labels:
    app: copy-${n}
spec:
  selector:
    app: copy-${n}
  ports:
    - name: metrics
      port: 8080
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: copy-${n}
spec:
  selector:
    matchLabels:
      app: copy-${n}
  template:
    metadata:
      labels:
        app: copy-${n}
    spec:
      containers:
        - name: copy
          image: registry.example/copy:1.0.0
          ports:
            - containerPort: 8080
`;

const rule = (n: number): string => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: copy-${n}
  labels:
    release: prometheus-stack
spec:
  groups:
    - name: copy-${n}
      rules:
${numbers(large.alertsEach)
  .map((each) => alert(`GpuCopy${n}Number${each}`, 60 + each))
  .join("")}`;

const alert = (name: string, celsius: number): string => `        - alert: ${name}
          expr: max by (hostname, gpu) (DCGM_FI_DEV_GPU_TEMP) > ${celsius} and on (hostname, gpu) rate(DCGM_FI_DEV_PCIE_REPLAY_COUNTER[5m]) > 0
          for: 5m
          labels:
            severity: warning
          annotations:
            summary: GPU {{ $labels.gpu }} of {{ $labels.hostname }} is at {{ $value }} degrees Celsius.
            description: It is a copy that shows how long a large tree takes.
`;

const generatorEntry = (name: string): string => `  - name: ${name}
    files:
      - ${name}.json
    options:
      disableNameSuffixHash: true
      labels:
        grafana_dashboard: "1"
`;
