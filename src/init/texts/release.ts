import type { ReceiverKind } from "../receivers.ts";
import type { TreeNames } from "../tree-names.ts";

/** The script that installs the chart: what is checked is this release of it, with these values. */
export const installScript = `#!/usr/bin/env bash
set -euo pipefail
cd "$(dirname "$0")"

helm repo add prometheus-community https://prometheus-community.github.io/helm-charts
helm repo update

helm upgrade --install prometheus-stack prometheus-community/kube-prometheus-stack \\
    --version 88.5.3 \\
    --namespace monitoring \\
    --create-namespace \\
    -f values.yaml
`;

/** The chart's values: somebody is told, and no history is lost where a pod moves. */
export const releaseValues = ({ host }: TreeNames, { list, field, key, begins }: ReceiverKind): string =>
  `alertmanager:
  config:
    route:
      group_by: [alertname, namespace, ${host}]
      group_wait: 30s
      group_interval: 5m
      repeat_interval: 12h
      # The chart's own default is a receiver that notifies nobody.
      receiver: on-call
      routes:
        - receiver: "null"
          matchers: ['alertname =~ "Watchdog|InfoInhibitor"']
    receivers:
      - name: "null"
      - name: on-call
        ${list}:
          # From the Secret below:
          # kubectl --namespace monitoring create secret generic alertmanager-on-call --from-literal=${key}=${begins}…
          - ${field}: /etc/alertmanager/secrets/alertmanager-on-call/${key}
            send_resolved: true
  alertmanagerSpec:
    secrets:
      - alertmanager-on-call

prometheus:
  prometheusSpec:
    retention: 15d
    storageSpec:
      volumeClaimTemplate:
        spec:
          resources:
            requests:
              storage: 100Gi
`;
