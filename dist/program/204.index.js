(function (module, exports, require, __dirname) {"use strict";
exports.id = 204;
exports.ids = [204];
exports.modules = {

/***/ 70204:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/core/within.js
var within = __webpack_require__(75209);
;// CONCATENATED MODULE: ./build/src/init/texts/exporter-alerts.js
/** Alerts that metrics are not what they seem, by what Prometheus and kube-state-metrics say beside the exporter. */
const exporterAlerts = (names) => [empty(names), slow(names), missing];
const empty = ({ service: { name, namespace } }) => {
    const pod = (id) => `{job="${name}", namespace="${namespace}", pod="${name}-${id}"}`;
    return {
        name: "GPUExporterEmpty",
        class: "exporter-gone",
        why: [
            "One that started before the driver was ready answers with an empty page for as long as it lives, and `up` is 1.",
            "https://github.com/NVIDIA/dcgm-exporter/pull/744",
        ],
        expr: `scrape_samples_scraped{job="${name}"} == 0 and up{job="${name}"} == 1`,
        pending: "15m",
        severity: "warning",
        summary: "A DCGM exporter answers without any metric.",
        description: "{{ $labels.namespace }}/{{ $labels.pod }} has had no metric for 15 minutes, though it answers. The GPUs of its node are not watched.",
        proof: {
            name: "one exporter of two answers with an empty page",
            series: [
                [`up${pod("a")}`, "1x20"],
                [`scrape_samples_scraped${pod("a")}`, "0x20"],
                [`up${pod("b")}`, "1x20"],
                [`scrape_samples_scraped${pod("b")}`, "240x20"],
            ],
            ...{ quiet: 14, fires: 15, labels: `job: ${name}, namespace: ${namespace}, pod: ${name}-a` },
            says: `${namespace}/${name}-a has had no metric for 15 minutes, though it answers. The GPUs of its node are not watched.`,
        },
    };
};
const slow = ({ service: { name, namespace } }) => {
    const pod = (id) => `{job="${name}", namespace="${namespace}", pod="${name}-${id}"}`;
    return {
        name: "GPUExporterSlow",
        class: "exporter-stale",
        why: ["Half of the chart's scrape timeout of 10 seconds, after which it counts as down; five seconds are ours."],
        expr: `scrape_duration_seconds{job="${name}"} > 5`,
        pending: "15m",
        severity: "warning",
        summary: "A DCGM exporter answers slowly.",
        description: "{{ $labels.namespace }}/{{ $labels.pod }} takes {{ $value | humanizeDuration }} to answer: driver or DCGM of its node may hang.",
        proof: {
            name: "one exporter of two is slow",
            series: [
                [`scrape_duration_seconds${pod("a")}`, "0.2x2 7x20"],
                [`scrape_duration_seconds${pod("b")}`, "0.2x20"],
            ],
            ...{ quiet: 17, fires: 18, labels: `job: ${name}, namespace: ${namespace}, pod: ${name}-a` },
            says: `${namespace}/${name}-a takes 7s to answer: driver or DCGM of its node may hang.`,
        },
    };
};
const resources = 'resource=~"nvidia_com_gpu.*|nvidia_com_mig_.+"';
const node = (name, resource) => `{node="${name}", resource="${resource}", unit="integer"}`;
const missing = {
    name: "GPUMissing",
    class: "gpu-missing",
    why: [
        "What the device plugin has found and calls unhealthy is part of the capacity and not allocatable. The number of GPUs that have",
        "metrics would say another thing where they are shared or sliced. Ten minutes: longer than a plugin that restarts is waited for.",
        "https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/kubelet/cm/devicemanager/manager.go",
    ],
    expr: `kube_node_status_capacity{${resources}} > kube_node_status_allocatable{${resources}}`,
    pending: "10m",
    severity: "warning",
    summary: "A node has fewer usable GPUs than it has GPUs.",
    description: "Of the {{ $value }} {{ $labels.resource }} of {{ $labels.node }} not all can be used.",
    proof: {
        name: "one GPU of a node is unhealthy, those of another are shared, a third has slices",
        series: [
            [`kube_node_status_capacity${node("gpu-node-a", "nvidia_com_gpu")}`, "8x20"],
            [`kube_node_status_allocatable${node("gpu-node-a", "nvidia_com_gpu")}`, "8x2 7x20"],
            [`kube_node_status_capacity${node("gpu-node-b", "nvidia_com_gpu_shared")}`, "32x20"],
            [`kube_node_status_allocatable${node("gpu-node-b", "nvidia_com_gpu_shared")}`, "32x20"],
            [`kube_node_status_capacity${node("gpu-node-c", "nvidia_com_mig_1g_10gb")}`, "7x20"],
            [`kube_node_status_allocatable${node("gpu-node-c", "nvidia_com_mig_1g_10gb")}`, "7x20"],
        ],
        ...{ quiet: 12, fires: 13, labels: "node: gpu-node-a, resource: nvidia_com_gpu, unit: integer" },
        says: "Of the 8 nvidia_com_gpu of gpu-node-a not all can be used.",
    },
};

// EXTERNAL MODULE: ./build/src/core/project.js
var project = __webpack_require__(77157);
;// CONCATENATED MODULE: ./build/src/init/texts/runbook.js

/** The page that an alert of a class of failures leads to. */
const runbookOf = (failureClass) => `${project/* projectAddress */.O}/blob/main/docs/runbooks/${failureClass}.md`;

;// CONCATENATED MODULE: ./build/src/init/texts/failure-alert.js

/** The alert in a group of rules. */
const ruleText = (alert) => `${alert.why.map((line) => `        # ${line}\n`).join("")}\
        - alert: ${alert.name}
          expr: ${alert.expr}
${alert.pending === undefined ? "" : `          for: ${alert.pending}\n`}\
          labels:
            severity: ${alert.severity}
          annotations:
            summary: ${alert.summary}
            description: >-
              ${alert.description}
            runbook_url: ${runbookOf(alert.class)}
`;
/** A group of rules; nothing where it has none. */
const groupText = (name, alerts) => alerts.length === 0 ? "" : `    - name: ${name}\n      rules:\n${alerts.map(ruleText).join("")}`;
/** Its unit test in promtool's form. */
const testText = ({ name, class: of, severity, summary, proof }) => `
  - name: ${proof.name}
    interval: 1m
    input_series:
${proof.series.map(([series, values]) => `      - series: ${series}\n        values: ${values}\n`).join("")}\
    alert_rule_test:
      - alertname: ${name}
        eval_time: ${proof.quiet}m
        exp_alerts: []
      - alertname: ${name}
        eval_time: ${proof.fires}m
        exp_alerts:
          - exp_labels: { severity: ${severity}, ${proof.labels} }
            exp_annotations:
              summary: ${summary}
              description: >-
                ${proof.says}
              runbook_url: ${runbookOf(of)}
`;

;// CONCATENATED MODULE: ./build/src/init/texts/sample-gpu.js
/** By the name that the release gives the label of a GPU's node. */
const gpuIn = ({ host }) => ({
    template: `GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }}`,
    series: (gpu, more) => `{gpu="${gpu}", ${host}="gpu-node-a", modelName="NVIDIA H100"${more === undefined ? "" : `, ${more}`}}`,
    labels: (gpu) => `gpu: "${gpu}", ${host}: gpu-node-a, modelName: NVIDIA H100`,
});

;// CONCATENATED MODULE: ./build/src/init/texts/health-alerts.js

/** Alerts of what driver and DCGM themselves say of a GPU. */
const healthAlerts = (names) => [recoveryAction(names), health(names), rowRemapPending(names)].filter((alert) => names.classes.has(alert.class));
const recoveryAction = (names) => {
    const { labels, series, template } = gpuIn(names);
    const metric = names.metric("DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION");
    return {
        name: "GPURecoveryActionNeeded",
        class: "recovery-action",
        why: [
            "The driver's own verdict; it stays until somebody does as it says. NVIDIA asks for it at once:",
            "https://docs.nvidia.com/deploy/a100-gpu-mem-error-mgmt/error-recovery-and-response-flags.html",
        ],
        expr: `${metric} > 0`,
        severity: "critical",
        summary: "A GPU has to be reset, or its node rebooted.",
        description: `${template} asks for action {{ $value }}: 1 is a reset, 2 a reboot of the node, the page has the others.`,
        proof: {
            name: "the driver asks for a reset of one GPU, and for nothing of another",
            series: [
                [`${metric}${series(0)}`, "0x2 1x5"],
                [`${metric}${series(1)}`, "0x8"],
            ],
            ...{ quiet: 2, fires: 3, labels: labels(0) },
            says: "GPU 0 (NVIDIA H100) of gpu-node-a asks for action 1: 1 is a reset, 2 a reboot of the node, the page has the others.",
        },
    };
};
const health = (names) => {
    const { labels, series, template } = gpuIn(names);
    const metric = "DCGM_EXP_GPU_HEALTH_STATUS";
    const failed = 'health_watch="MEM", health_error_code="DCGM_FR_VOLATILE_DBE_DETECTED"';
    return {
        name: "GPUHealthFailed",
        class: "health",
        why: [
            "20 is a failure, 10 a warning: https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_structs.h",
            "DCGM calls the NVLinks of a card without a bridge failed, which is well: https://github.com/NVIDIA/NVSentinel/pull/1481",
            "An incident may show in one sample alone, hence the window; 15 minutes are ours.",
        ],
        expr: `max_over_time(${metric}{health_watch!="NVLINK"}[15m]) >= 20`,
        severity: "critical",
        summary: "DCGM says that a GPU has failed.",
        description: `${template} fails DCGM's health watch {{ $labels.health_watch }} ({{ $labels.health_error_code }}).`,
        proof: {
            name: "DCGM finds one GPU's memory failed, a warning of another, and a card without a bridge",
            series: [
                [`${metric}${series(0, failed)}`, "_x5 20"],
                [`${metric}${series(1, 'health_watch="THERMAL", health_error_code="DCGM_FR_THERMAL_VIOLATIONS"')}`, "10x20"],
                [`${metric}${series(2, 'health_watch="NVLINK", health_error_code="DCGM_FR_NVLINK_DOWN"')}`, "20x20"],
            ],
            ...{ quiet: 4, fires: 15, labels: `${labels(0)}, ${failed.replaceAll("=", ": ")}` },
            says: "GPU 0 (NVIDIA H100) of gpu-node-a fails DCGM's health watch MEM (DCGM_FR_VOLATILE_DBE_DETECTED).",
        },
    };
};
const rowRemapPending = (names) => {
    const { labels, series, template } = gpuIn(names);
    const metric = names.metric("DCGM_FI_DEV_ROW_REMAP_PENDING");
    return {
        name: "GPURowRemapPending",
        class: "row-remap-pending",
        why: [
            "It wakes nobody: jobs go on as before, and the next reset puts another row in its place.",
            "https://docs.nvidia.com/deploy/a100-gpu-mem-error-mgmt/error-recovery-and-response-flags.html",
        ],
        expr: `${metric} > 0`,
        severity: "warning",
        summary: "A GPU waits for a reset to replace a row of memory.",
        description: `${template} has a broken row of memory that its next reset replaces.`,
        proof: {
            name: "a row of memory waits for a reset",
            series: [
                [`${metric}${series(0)}`, "0x2 1x5"],
                [`${metric}${series(1)}`, "0x8"],
            ],
            ...{ quiet: 2, fires: 3, labels: labels(0) },
            says: "GPU 0 (NVIDIA H100) of gpu-node-a has a broken row of memory that its next reset replaces.",
        },
    };
};

;// CONCATENATED MODULE: ./build/src/init/texts/link-alerts.js

/** Alerts of what joins GPUs with each other and with their node. */
const linkAlerts = (names) => [nvlink(names), nvswitch(names), fabric(names), pcie(names)].filter((alert) => names.classes.has(alert.class));
const nvlink = (names) => {
    const { labels, series, template } = gpuIn(names);
    const metric = names.metric("DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL");
    return {
        name: "GPUNVLinkErrors",
        class: "nvlink",
        why: [
            "Damaged packets are sent again; DCGM minds more than 100 a second. The ten minutes are ours.",
            "https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_errors.h",
        ],
        expr: `rate(${metric}[10m]) > 100`,
        pending: "10m",
        severity: "warning",
        summary: "A GPU's NVLinks damage packets.",
        description: `${template} has {{ $value | humanize }} CRC errors a second on its NVLinks.`,
        proof: {
            name: "the NVLinks of one GPU damage many packets, those of another a few",
            series: [
                [`${metric}${series(0)}`, "0+12000x30"],
                [`${metric}${series(1)}`, "0+60x30"],
            ],
            ...{ quiet: 15, fires: 20, labels: labels(0) },
            says: "GPU 0 (NVIDIA H100) of gpu-node-a has 200 CRC errors a second on its NVLinks.",
        },
    };
};
const nvswitch = (names) => {
    const metric = names.metric("DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS");
    const { host } = names;
    return {
        name: "GPUNVSwitchFatal",
        class: "nvswitch",
        why: [
            "The code of the last fatal SXid, which stays until DCGM restarts; a node without NVSwitch has no such series.",
            "Labels of a switch: https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/internal/pkg/rendermetrics/render_metrics.go",
        ],
        expr: `${metric} > 0`,
        severity: "critical",
        summary: "An NVSwitch reported a fatal error.",
        description: `NVSwitch {{ $labels.nvswitch }} of {{ $labels.${host} }} reported SXid {{ $value }}.`,
        proof: {
            name: "an NVSwitch reports a fatal error, another none",
            series: [
                [`${metric}{nvswitch="0", ${host}="gpu-node-a"}`, "0x2 20034x5"],
                [`${metric}{nvswitch="1", ${host}="gpu-node-a"}`, "0x8"],
            ],
            ...{ quiet: 2, fires: 3, labels: `nvswitch: "0", ${host}: gpu-node-a` },
            says: "NVSwitch 0 of gpu-node-a reported SXid 20034.",
        },
    };
};
const fabric = (names) => {
    const { labels, series, template } = gpuIn(names);
    const metric = names.metric("DCGM_FI_DEV_FABRIC_MANAGER_STATUS");
    return {
        name: "GPUFabricNotReady",
        class: "fabric",
        why: [
            "0 is a GPU without a fabric, 3 one that is ready, 5 and 6 a driver that cannot tell. Left are 1 not started, 2 starting,",
            "4 failed: https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_structs.h",
            "The 15 minutes are ours.",
        ],
        expr: `${metric} > 0 < 5 != 3`,
        pending: "15m",
        severity: "warning",
        summary: "The fabric manager has not set up a GPU.",
        description: `${template} has fabric state {{ $value }}: 1 is not started, 2 still starting, 4 failed.`,
        proof: {
            name: "the fabric of one GPU fails, another's is ready, a third has none",
            series: [
                [`${metric}${series(0)}`, "3x4 2x5 4x20"],
                [`${metric}${series(1)}`, "3x30"],
                [`${metric}${series(2)}`, "0x30"],
            ],
            ...{ quiet: 19, fires: 20, labels: labels(0) },
            says: "GPU 0 (NVIDIA H100) of gpu-node-a has fabric state 4: 1 is not started, 2 still starting, 4 failed.",
        },
    };
};
const pcie = (names) => {
    const { labels, series, template } = gpuIn(names);
    const width = names.metric("DCGM_FI_DEV_PCIE_LINK_WIDTH");
    const most = names.metric("DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH");
    return {
        name: "GPUPCIeLinkNarrow",
        class: "pcie-link",
        why: [
            "The most that card and slot can do together, so that a slot of 8 lanes is well. The link's generation is left out: a GPU",
            "at rest lowers it. https://nvidia.github.io/cuda-python/cuda-core/latest/generated/cuda.core.system.PciInfo.html",
        ],
        expr: `${width} < ${most}`,
        pending: "15m",
        severity: "warning",
        summary: "A GPU's PCIe link lost lanes.",
        description: `${template} has {{ $value }} PCIe lanes, fewer than its slot gives: check its seat, riser and cable.`,
        proof: {
            name: "a PCIe link loses lanes, another has 8 by its slot",
            series: [
                [`${width}${series(0)}`, "16x4 8x20"],
                [`${most}${series(0)}`, "16x30"],
                [`${width}${series(1)}`, "8x30"],
                [`${most}${series(1)}`, "8x30"],
            ],
            ...{ quiet: 19, fires: 20, labels: labels(0) },
            says: "GPU 0 (NVIDIA H100) of gpu-node-a has 8 PCIe lanes, fewer than its slot gives: check its seat, riser and cable.",
        },
    };
};

;// CONCATENATED MODULE: ./build/src/init/texts/throttling-alerts.js

/** Alerts that a GPU runs slower than it could, by who slows it. That it keeps to its power limit is no fault. */
const throttlingAlerts = (names) => [
    slowed(names, {
        name: "GPUThermalThrottling",
        class: "throttling-thermal",
        field: "DCGM_FI_DEV_THERMAL_VIOLATION",
        why: [
            "Nanoseconds of slowing, as a share of the time. In all three alerts a tenth of it for ten minutes is a guess of ours.",
            "https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_fields.h",
        ],
        summary: "A GPU is slowed because it is too hot.",
        by: "because of heat",
    }),
    slowed(names, {
        name: "GPUPowerBrake",
        class: "throttling-power-brake",
        field: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS",
        why: ["The system's power supply asks for it, and the clocks are halved or worse."],
        summary: "A GPU is slowed by its node's power supply.",
        by: "by the external power brake",
    }),
    slowed(names, {
        name: "GPUThermalThrottlingByDriver",
        class: "throttling-software",
        field: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS",
        why: [
            "Of heat alone: a GPU under load is at its power limit, and slowed by the driver for that, as it should be.",
        ],
        summary: "The driver slows a GPU to keep it below its operating temperature.",
        by: "by the driver because of heat",
    }),
].filter((alert) => names.classes.has(alert.class));
const slowed = (names, { name, class: of, field, why, summary, by }) => {
    const { labels, series, template } = gpuIn(names);
    const metric = names.metric(field);
    return {
        ...{ name, class: of, why, summary },
        expr: `rate(${metric}[10m]) / 1e9 > 0.1`,
        pending: "10m",
        severity: "warning",
        description: `${template} was slowed ${by} for {{ $value | humanizePercentage }} of the last 10 minutes.`,
        proof: {
            name: `a GPU is slowed ${by} for half of the time, another for a moment`,
            series: [
                [`${metric}${series(0)}`, "0+30000000000x30"],
                [`${metric}${series(1)}`, "0x10 2000000000x20"],
            ],
            ...{ quiet: 10, fires: 15, labels: labels(0) },
            says: `GPU 0 (NVIDIA H100) of gpu-node-a was slowed ${by} for 50% of the last 10 minutes.`,
        },
    };
};

;// CONCATENATED MODULE: ./build/src/init/texts/alert-tests.js






/** Unit tests of all alerts, in promtool's form: each fires when it should, and not before. */
const alertTests = (names) => firstTests(names) +
    [...exporterAlerts(names), ...healthAlerts(names), ...linkAlerts(names), ...throttlingAlerts(names)]
        .map(testText)
        .join("");
const firstTests = ({ metric, value, host, service, renamed }) => {
    const idle = renamed ? "0%" : "0 %";
    return `# Unit tests of the alerts beside this file: each fires when it should, and not before. A check runs them against what the
# overlay builds. promtool alone looks for the groups of the three objects in rules.yaml.
rule_files:
  - rules.yaml
evaluation_interval: 1m

tests:
  - name: no exporter at all
    interval: 1m
    input_series: []
    alert_rule_test:
      - alertname: GPUMetricsAbsent
        eval_time: 9m
        exp_alerts: []
      - alertname: GPUMetricsAbsent
        eval_time: 10m
        exp_alerts:
          - exp_labels: { severity: critical }
            exp_annotations:
              summary: No GPU reports metrics.
              description: >-
                Prometheus has had no metric of any DCGM exporter for 10 minutes. No other GPU alert can fire until it has.
              runbook_url: ${runbookOf("exporter-gone")}

  - name: one exporter of two does not answer
    interval: 1m
    input_series:
      - series: up{job="${service.name}", namespace="${service.namespace}", pod="${service.name}-a"}
        values: 0x20
      - series: up{job="${service.name}", namespace="${service.namespace}", pod="${service.name}-b"}
        values: 1x20
      - series: ${metric("DCGM_FI_DEV_GPU_TEMP")}{gpu="0", ${host}="gpu-node-b"}
        values: 40x20
    alert_rule_test:
      - alertname: GPUExporterDown
        eval_time: 10m
        exp_alerts:
          - exp_labels:
              { severity: warning, job: ${service.name}, namespace: ${service.namespace}, pod: ${service.name}-a }
            exp_annotations:
              summary: A DCGM exporter does not answer.
              description: >-
                ${service.namespace}/${service.name}-a has not answered for 10 minutes. The GPUs of its node are not watched.
              runbook_url: ${runbookOf("exporter-gone")}
      - alertname: GPUMetricsAbsent
        eval_time: 20m
        exp_alerts: []

  - name: a GPU falls off the bus and XID 45 follows, another has an application's error
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_XID_ERRORS")}{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3"}
        values: 0x4 45x70
      - series: DCGM_EXP_XID_ERRORS_COUNT{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3", xid="79"}
        values: _x5 1x4
      - series: DCGM_EXP_XID_ERRORS_COUNT{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3", xid="45"}
        values: _x5 8x4
      - series: DCGM_EXP_XID_ERRORS_COUNT{gpu="1", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3", xid="31"}
        values: _x5 1x4
      - series: DCGM_EXP_XID_ERRORS_COUNT{gpu="2", ${host}="gpu-node-a", modelName="NVIDIA H100 80GB HBM3"}
        values: 0x75
    alert_rule_test:
      - alertname: GPUHardwareXid
        eval_time: 4m
        exp_alerts: []
      - alertname: GPUHardwareXid
        eval_time: 60m
        exp_alerts:
          - exp_labels:
              { severity: critical, gpu: "0", ${host}: gpu-node-a, modelName: NVIDIA H100 80GB HBM3, xid: "79" }
            exp_annotations:
              summary: A GPU reported a hardware error.
              description: GPU 0 (NVIDIA H100 80GB HBM3) of gpu-node-a reported XID 79 within the last hour.
              runbook_url: ${runbookOf("xid")}
      - alertname: GPUHardwareXid
        eval_time: 75m
        exp_alerts: []

  - name: a GPU gets hot, then too hot
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_GPU_TEMP")}{gpu="3", ${host}="gpu-node-a", modelName="NVIDIA L40S"}
        values: 60x5 88x20 93x10
    alert_rule_test:
      - alertname: GPUTemperatureHigh
        eval_time: 15m
        exp_alerts: []
      - alertname: GPUTemperatureHigh
        eval_time: 16m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "3", ${host}: gpu-node-a, modelName: NVIDIA L40S }
            exp_annotations:
              summary: A GPU is hot.
              description: GPU 3 (NVIDIA L40S) of gpu-node-a has been above 85 \u00b0C for 10 minutes, now 88 \u00b0C.
              runbook_url: ${runbookOf("temperature")}
      - alertname: GPUTemperatureCritical
        eval_time: 28m
        exp_alerts: []
      - alertname: GPUTemperatureCritical
        eval_time: 29m
        exp_alerts:
          - exp_labels: { severity: critical, gpu: "3", ${host}: gpu-node-a, modelName: NVIDIA L40S }
            exp_annotations:
              summary: A GPU is about to slow down or switch off.
              description: GPU 3 (NVIDIA L40S) of gpu-node-a is at 93 \u00b0C.
              runbook_url: ${runbookOf("temperature")}

  - name: memory breaks for good
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_ROW_REMAP_FAILURE")}{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA A100", UUID="GPU-1"}
        values: 0x2 1x5
      - series: ${metric("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS")}{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA A100"}
        values: 2x3 3x100
      - series: ${metric("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS")}{gpu="1", ${host}="gpu-node-a", modelName="NVIDIA A100"}
        values: 7x104
    alert_rule_test:
      - alertname: GPURowRemapFailed
        eval_time: 3m
        exp_alerts:
          - exp_labels: { severity: critical, gpu: "0", ${host}: gpu-node-a, modelName: NVIDIA A100, UUID: GPU-1 }
            exp_annotations:
              summary: A GPU could not replace a broken row of memory.
              description: "GPU 0 (NVIDIA A100, GPU-1) of gpu-node-a has no spare rows left: replace it."
              runbook_url: ${runbookOf("row-remap-failed")}
      - alertname: GPUUncorrectableMemoryErrors
        eval_time: 5m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "0", ${host}: gpu-node-a, modelName: NVIDIA A100 }
            exp_annotations:
              summary: A GPU remapped memory after an uncorrectable error.
              description: "GPU 0 (NVIDIA A100) of gpu-node-a had uncorrectable memory errors in the last hour: reset it when it is drained."
              runbook_url: ${runbookOf("uncorrectable-memory")}
      - alertname: GPUUncorrectableMemoryErrors
        eval_time: 100m
        exp_alerts: []

  - name: a PCIe link that is bad, and one that had a moment
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_PCIE_REPLAY_COUNTER")}{gpu="0", ${host}="gpu-node-a", modelName="NVIDIA A100"}
        values: 0+10x40
      - series: ${metric("DCGM_FI_DEV_PCIE_REPLAY_COUNTER")}{gpu="1", ${host}="gpu-node-a", modelName="NVIDIA A100"}
        values: 0x10 3x30
    alert_rule_test:
      - alertname: GPUPCIeReplays
        eval_time: 30m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "0", ${host}: gpu-node-a, modelName: NVIDIA A100 }
            exp_annotations:
              summary: A GPU's PCIe link repeats transfers.
              description: "GPU 0 (NVIDIA A100) of gpu-node-a repeated 100 transfers in 10 minutes: check its seat, riser and cable."
              runbook_url: ${runbookOf("pcie-replay")}

  - name: one GPU is full, one is held and idle, one is free
    interval: 1m
    input_series:
      - series: ${metric("DCGM_FI_DEV_FB_USED")}{gpu="0", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_USED", 79000)}x120
      - series: ${metric("DCGM_FI_DEV_FB_FREE")}{gpu="0", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_FREE", 1000)}x120
      - series: ${metric("DCGM_FI_DEV_GPU_UTIL")}{gpu="0", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_GPU_UTIL", 97)}x120
      - series: ${metric("DCGM_FI_DEV_FB_USED")}{gpu="1", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_USED", 20000)}x120
      - series: ${metric("DCGM_FI_DEV_FB_FREE")}{gpu="1", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_FREE", 60000)}x120
      - series: ${metric("DCGM_FI_DEV_GPU_UTIL")}{gpu="1", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_GPU_UTIL", 0)}x120
      - series: ${metric("DCGM_FI_DEV_FB_USED")}{gpu="2", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_USED", 500)}x120
      - series: ${metric("DCGM_FI_DEV_FB_FREE")}{gpu="2", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_FB_FREE", 79500)}x120
      - series: ${metric("DCGM_FI_DEV_GPU_UTIL")}{gpu="2", ${host}="gpu-node-a"}
        values: ${value("DCGM_FI_DEV_GPU_UTIL", 0)}x120
    alert_rule_test:
      - alertname: GPUMemoryNearlyFull
        eval_time: 14m
        exp_alerts: []
      - alertname: GPUMemoryNearlyFull
        eval_time: 15m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "0", ${host}: gpu-node-a }
            exp_annotations:
              summary: A GPU's memory is nearly full.
              description: 98.75% of the memory of GPU 0 of gpu-node-a is in use.
              runbook_url: ${runbookOf("memory-full")}
      - alertname: GPUIdleWhileAllocated
        eval_time: 59m
        exp_alerts: []
      - alertname: GPUIdleWhileAllocated
        eval_time: 60m
        exp_alerts:
          - exp_labels: { severity: warning, gpu: "1", ${host}: gpu-node-a }
            exp_annotations:
              summary: A GPU is held but not used.
              description: GPU 1 of gpu-node-a holds a workload's memory and has been ${idle} busy for 30 minutes.
              runbook_url: ${runbookOf("idle")}
`;
};

// EXTERNAL MODULE: ./build/src/dcgm/counter-list.js
var counter_list = __webpack_require__(3507);
// EXTERNAL MODULE: ./build/src/dcgm/default-counters.js + 1 modules
var default_counters = __webpack_require__(79785);
// EXTERNAL MODULE: ./build/src/dcgm/optional-counters.js
var optional_counters = __webpack_require__(57156);
// EXTERNAL MODULE: ./build/src/dcgm/xid-metrics.js
var xid_metrics = __webpack_require__(52871);
;// CONCATENATED MODULE: ./build/src/init/texts/counter-list.js




const xidCounters = (0,counter_list/* parseCounterList */.q)((0,optional_counters/* rowOf */.OB)(xid_metrics/* xidsInWindow */._0)).metrics;
/** The exporter's list of counters: all that its release has on by default, and what the tree's alerts read beside. */
const counterList = (names) => headOf(names) +
    (0,default_counters/* counterText */.io)(names.counters.flatMap((counter) => (xid_metrics/* lastXid */.Yu.includes(counter.name) ? [counter, ...xidCounters] : [counter]))) +
    moreHead(names) +
    (0,default_counters/* counterText */.io)(names.classes.turnedOn);
const moreHead = ({ classes }) => `# What the alerts of overlays/alerting read beside these: off by default, and known to this release. An exporter that does not
# know one of them refuses the whole list. A field makes a series for each GPU or switch that has it${classes.has("health") ? ",\n# DCGM_EXP_GPU_HEALTH_STATUS for each part of a GPU that DCGM watches" : ""}.
`;
const headOf = ({ kind, version, service }) => kind === "gpu-operator"
    ? `# The counters of the DCGM exporter: those of gpu-operator v${version}, and ${xid_metrics/* xidsInWindow */._0.name}, which is off by default
# and counts each XID by its code. The exporter reads the list from a ConfigMap that this file becomes:
#   kubectl --namespace ${service.namespace} create configmap metrics-config --from-file=dcgm-metrics.csv
# and that the gpu-operator's values name: dcgmExporter.config.name=metrics-config.
# https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/gpu-operator-dcgm.html
`
    : `# The counters of the DCGM exporter: those of dcgm-exporter ${version}, and ${xid_metrics/* xidsInWindow */._0.name}, which is off by default
# and counts each XID by its code. The exporter's chart takes the whole list as a value:
#   helm upgrade --install ${service.name} gpu-helm-charts/dcgm-exporter --version ${version} --namespace ${service.namespace} \\
#     --set-file customMetrics=dcgm-metrics.csv
# https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/deployment/values.yaml
`;

;// CONCATENATED MODULE: ./build/src/init/texts/gpu-dashboard.js
/** The dashboard of all GPUs, as Grafana reads it. */
const gpuDashboard = (names) => {
    const rows = [statPanels(names), [...usePanels(names), ...engagementPanels(names)], errorPanels(names)];
    const panels = rows.flat().map((panel, index) => panelOf(panel, index, names));
    return `${JSON.stringify({ ...head, templating: { list: variables(names) }, annotations: { list: [] }, links: [], panels }, null, 2)}\n`;
};
const head = {
    uid: "gpu-dcgm-overview",
    title: "GPU / Overview",
    description: "State of all GPUs, from the metrics that the DCGM exporter exports by default.",
    tags: ["gpu", "dcgm"],
    timezone: "utc",
    schemaVersion: 39,
    refresh: "30s",
    editable: true,
    time: { from: "now-3h", to: "now" },
};
// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of Grafana
const source = { type: "prometheus", uid: "${datasource}" };
const variables = ({ metric, host }) => {
    const temperature = metric("DCGM_FI_DEV_GPU_TEMP");
    return [
        {
            name: "datasource",
            label: "Data source",
            type: "datasource",
            query: "prometheus",
            current: { text: "default", value: "default" },
        },
        choice("hostname", "Host", `label_values(${temperature}, ${host})`),
        choice("gpu", "GPU", `label_values(${temperature}{${host}=~"$hostname"}, gpu)`),
    ];
};
const choice = (name, label, query) => ({
    name,
    label,
    type: "query",
    datasource: source,
    query: { query, refId: name },
    definition: query,
    refresh: 2,
    sort: 3,
    multi: true,
    includeAll: true,
    allValue: ".*",
    current: { text: "All", value: "$__all" },
});
/** Four panels with one number each, then two graphs a row. */
const panelOf = (panel, index, { host }) => {
    const { type, title, description, field, colours, queries } = panel;
    const thresholds = colours === undefined ? {} : { thresholds: { mode: "absolute", steps: stepsOf(colours) } };
    return {
        id: index + 1,
        type,
        title,
        description,
        datasource: source,
        gridPos: placeOf(index),
        fieldConfig: { defaults: { ...field, ...thresholds }, overrides: [] },
        options: type === "stat"
            ? { reduceOptions: { calcs: ["lastNotNull"] } }
            : { legend: { displayMode: "list", placement: "bottom" }, tooltip: { mode: "multi" } },
        targets: Object.entries(queries).map(([before, expr], at) => ({
            refId: "AB".charAt(at),
            datasource: source,
            expr,
            legendFormat: type === "stat" ? "" : `${before}{{${host}}} GPU {{gpu}}`,
        })),
    };
};
const stats = 4;
const placeOf = (index) => {
    if (index < stats)
        return { h: 4, w: 6, x: 6 * index, y: 0 };
    const graph = index - stats;
    return { h: 8, w: 12, x: 12 * (graph % 2), y: 4 + 8 * Math.floor(graph / 2) };
};
const stepsOf = (colours) => [
    { color: "green", value: null },
    ...Object.entries(colours).map(([color, value]) => ({ color, value })),
];
/** A metric of the GPUs that are chosen. */
const chosen = ({ metric, host }, name) => `${metric(name)}{${host}=~"$hostname", gpu=~"$gpu"}`;
const statPanels = (names) => [
    {
        type: "stat",
        title: "GPUs that report",
        description: "GPUs whose exporter answers.",
        field: { unit: "short" },
        queries: { "": `count(${chosen(names, "DCGM_FI_DEV_GPU_TEMP")})` },
    },
    {
        type: "stat",
        title: "Highest temperature",
        description: "The hottest GPU.",
        field: { unit: "celsius" },
        colours: { orange: 85, red: 92 },
        queries: { "": `max(${chosen(names, "DCGM_FI_DEV_GPU_TEMP")})` },
    },
    {
        type: "stat",
        title: "Power",
        description: "Power draw of all GPUs together.",
        field: { unit: "watt" },
        queries: { "": `sum(${chosen(names, "DCGM_FI_DEV_POWER_USAGE")})` },
    },
    {
        type: "stat",
        title: "GPUs with failed row remapping",
        description: "GPUs without spare memory rows: replace them.",
        field: { unit: "short" },
        colours: { red: 1 },
        queries: { "": `sum(${chosen(names, "DCGM_FI_DEV_ROW_REMAP_FAILURE")})` },
    },
];
const usePanels = (names) => [
    {
        type: "timeseries",
        title: "Utilisation",
        description: "Share of time in which a kernel ran. Not supported on MIG instances.",
        field: names.renamed ? { unit: "percentunit", min: 0, max: 1 } : { unit: "percent", min: 0, max: 100 },
        queries: { "": chosen(names, "DCGM_FI_DEV_GPU_UTIL") },
    },
    {
        type: "timeseries",
        title: "Memory used",
        description: `The exporter reports ${names.renamed ? "bytes" : "MiB"}.`,
        field: { unit: "bytes", min: 0 },
        queries: { "": `${chosen(names, "DCGM_FI_DEV_FB_USED")}${names.renamed ? "" : " * 1024 * 1024"}` },
    },
    {
        type: "timeseries",
        title: "Temperature",
        description: "Temperature of the GPU.",
        field: { unit: "celsius" },
        queries: { "": chosen(names, "DCGM_FI_DEV_GPU_TEMP") },
    },
    {
        type: "timeseries",
        title: "Power by GPU",
        description: "Power draw.",
        field: { unit: "watt", min: 0 },
        queries: { "": chosen(names, "DCGM_FI_DEV_POWER_USAGE") },
    },
];
const engagementPanels = (names) => [
    {
        type: "timeseries",
        title: "Engine and tensor cores active",
        description: "Share of cycles; data centre GPUs only.",
        field: { unit: "percentunit", min: 0, max: 1 },
        queries: {
            "engine ": chosen(names, "DCGM_FI_PROF_GR_ENGINE_ACTIVE"),
            "tensor ": chosen(names, "DCGM_FI_PROF_PIPE_TENSOR_ACTIVE"),
        },
    },
    {
        type: "timeseries",
        title: "Memory interface active",
        description: "Share of cycles; data centre GPUs only.",
        field: { unit: "percentunit", min: 0, max: 1 },
        queries: { "": chosen(names, "DCGM_FI_PROF_DRAM_ACTIVE") },
    },
    {
        type: "timeseries",
        title: "SM clock",
        description: `The exporter reports ${names.renamed ? "hertz" : "MHz"}. A fall under load is throttling.`,
        field: { unit: "hertz", min: 0 },
        queries: { "": `${chosen(names, "DCGM_FI_DEV_SM_CLOCK")}${names.renamed ? "" : " * 1000 * 1000"}` },
    },
    {
        type: "timeseries",
        title: "PCIe traffic",
        description: "A gauge in bytes a second.",
        field: { unit: "Bps", min: 0 },
        queries: {
            "sent ": chosen(names, "DCGM_FI_PROF_PCIE_TX_BYTES"),
            "received ": chosen(names, "DCGM_FI_PROF_PCIE_RX_BYTES"),
        },
    },
];
const errorPanels = (names) => [
    {
        type: "timeseries",
        title: "Last XID",
        description: "Code of the last error, kept until the exporter restarts; 0 is none.",
        field: { unit: "none", min: 0, decimals: 0 },
        queries: { "": chosen(names, "DCGM_FI_DEV_XID_ERRORS") },
    },
    {
        type: "timeseries",
        title: "Remapped rows after uncorrectable errors",
        description: "Total over the life of the GPU.",
        field: { unit: "short", min: 0, decimals: 0 },
        queries: { "": chosen(names, "DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS") },
    },
];

;// CONCATENATED MODULE: ./build/src/init/texts/gpu-exporter.js



/** Alerts that the metrics of GPUs are gone, or not what they seem. */
const gpuExporterRules = (names) => firstRules(names) + exporterAlerts(names).map(ruleText).join("");
const firstRules = ({ metric, service }) => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: gpu-exporter
spec:
  groups:
    - name: gpu-exporter
      rules:
        # Without any target there is no \`up\` either: only absent() notices that all GPU metrics are gone.
        - alert: GPUMetricsAbsent
          expr: absent(${metric("DCGM_FI_DEV_GPU_TEMP")})
          for: 10m
          labels:
            severity: critical
          annotations:
            summary: No GPU reports metrics.
            description: >-
              Prometheus has had no metric of any DCGM exporter for 10 minutes. No other GPU alert can fire until it has.
            runbook_url: ${runbookOf("exporter-gone")}
        - alert: GPUExporterDown
          expr: up{job="${service.name}"} == 0
          for: 10m
          labels:
            severity: warning
          annotations:
            summary: A DCGM exporter does not answer.
            description: >-
              {{ $labels.namespace }}/{{ $labels.pod }} has not answered for 10 minutes. The GPUs of its node are not watched.
            runbook_url: ${runbookOf("exporter-gone")}
`;

;// CONCATENATED MODULE: ./build/src/init/texts/gpu-health.js





/** Alerts that a GPU breaks. */
const gpuHealthRules = (names) => gpu_health_firstRules(names) +
    healthAlerts(names).map(ruleText).join("") +
    groupText("gpu-links", linkAlerts(names)) +
    groupText("gpu-throttling", throttlingAlerts(names));
const gpu_health_firstRules = ({ metric, host }) => `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: gpu-health
spec:
  groups:
    - name: gpu-health
      rules:
        # Codes that NVIDIA's catalogue answers with a reset, a reboot or a workflow:
        # https://docs.nvidia.com/deploy/xid-errors/analyzing-xid-catalog.html
        # ${metric("DCGM_FI_DEV_XID_ERRORS")} holds only the last code, and an XID 45 that follows hides a 79. This metric counts each code, for the
        # 5 minutes of the exporter's window; it is on by upstream/dcgm-metrics.csv.
        - alert: GPUHardwareXid
          expr: |-
            max_over_time(
              DCGM_EXP_XID_ERRORS_COUNT{xid=~"46|48|62|64|74|79|95|109|110|119|120|136|140|14[3-9]|150|155|156|158"}[1h]
            ) > 0
          labels:
            severity: critical
          annotations:
            summary: A GPU reported a hardware error.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} reported XID {{ $labels.xid }} within the last hour.
            runbook_url: ${runbookOf("xid")}
        - alert: GPUTemperatureHigh
          expr: ${metric("DCGM_FI_DEV_GPU_TEMP")} > 85
          for: 10m
          labels:
            severity: warning
          annotations:
            summary: A GPU is hot.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} has been above 85 \u00b0C for 10 minutes, now {{ $value }} \u00b0C.
            runbook_url: ${runbookOf("temperature")}
        - alert: GPUTemperatureCritical
          expr: ${metric("DCGM_FI_DEV_GPU_TEMP")} > 92
          for: 2m
          labels:
            severity: critical
          annotations:
            summary: A GPU is about to slow down or switch off.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} is at {{ $value }} \u00b0C.
            runbook_url: ${runbookOf("temperature")}
        - alert: GPURowRemapFailed
          expr: ${metric("DCGM_FI_DEV_ROW_REMAP_FAILURE")} > 0
          labels:
            severity: critical
          annotations:
            summary: A GPU could not replace a broken row of memory.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}, {{ $labels.UUID }}) of {{ $labels.${host} }} has no spare rows left: replace it.
            runbook_url: ${runbookOf("row-remap-failed")}
        - alert: GPUUncorrectableMemoryErrors
          expr: increase(${metric("DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS")}[1h]) > 0
          labels:
            severity: warning
          annotations:
            summary: A GPU remapped memory after an uncorrectable error.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} had uncorrectable memory errors in the last hour: reset it
              when it is drained.
            runbook_url: ${runbookOf("uncorrectable-memory")}
        - alert: GPUPCIeReplays
          expr: increase(${metric("DCGM_FI_DEV_PCIE_REPLAY_COUNTER")}[10m]) > 50
          for: 10m
          labels:
            severity: warning
          annotations:
            summary: A GPU's PCIe link repeats transfers.
            description: >-
              GPU {{ $labels.gpu }} ({{ $labels.modelName }}) of {{ $labels.${host} }} repeated {{ $value | humanize }} transfers in 10 minutes:
              check its seat, riser and cable.
            runbook_url: ${runbookOf("pcie-replay")}
`;

;// CONCATENATED MODULE: ./build/src/init/texts/gpu-usage.js

/** Alerts that a GPU is badly used. */
const gpuUsageRules = ({ metric, value, host, counters, renamed }) => {
    const [used, free] = [metric("DCGM_FI_DEV_FB_USED"), metric("DCGM_FI_DEV_FB_FREE")];
    const [busy, total] = [metric("DCGM_FI_DEV_GPU_UTIL"), metric("DCGM_FI_DEV_FB_TOTAL")];
    const share = renamed ? "humanizePercentage }}" : "humanize }} %";
    const why = counters.some(({ name }) => name === total)
        ? ""
        : `        # The exporter does not export ${total} by default.\n`;
    return `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata:
  name: gpu-usage
spec:
  groups:
    - name: gpu-usage
      rules:
${why}        - alert: GPUMemoryNearlyFull
          expr: ${used} / (${used} + ${free}) > 0.97
          for: 15m
          labels:
            severity: warning
          annotations:
            summary: A GPU's memory is nearly full.
            description: >-
              {{ $value | humanizePercentage }} of the memory of GPU {{ $labels.gpu }} of {{ $labels.${host} }} is in use.
            runbook_url: ${runbookOf("memory-full")}
        # 1024 MiB: more than the driver keeps for itself.
        - alert: GPUIdleWhileAllocated
          expr: avg_over_time(${busy}[30m]) < ${value("DCGM_FI_DEV_GPU_UTIL", 5)} and ${used} > ${value("DCGM_FI_DEV_FB_USED", 1024)}
          for: 1h
          labels:
            severity: warning
          annotations:
            summary: A GPU is held but not used.
            description: >-
              GPU {{ $labels.gpu }} of {{ $labels.${host} }} holds a workload's memory and has been {{ $value | ${share} busy for 30 minutes.
            runbook_url: ${runbookOf("idle")}
`;
};

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./build/src/dcgm/failure-classes.js
var failure_classes = __webpack_require__(24961);
;// CONCATENATED MODULE: ./build/src/init/tree-classes.js




/** Fields beside the shipped lists that the alerts of a class read, by their names before 4.9.0. */
const fields = {
    xid: [xid_metrics/* xidsInWindow */._0.name],
    "recovery-action": ["DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION"],
    health: ["DCGM_EXP_GPU_HEALTH_STATUS"],
    "row-remap-pending": ["DCGM_FI_DEV_ROW_REMAP_PENDING"],
    nvlink: ["DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL"],
    nvswitch: ["DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS"],
    fabric: ["DCGM_FI_DEV_FABRIC_MANAGER_STATUS"],
    "pcie-link": ["DCGM_FI_DEV_PCIE_LINK_WIDTH", "DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH"],
    "throttling-thermal": ["DCGM_FI_DEV_THERMAL_VIOLATION"],
    "throttling-power-brake": ["DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS"],
    "throttling-software": ["DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS"],
};
/** Of these no threshold is known that holds for all GPUs. A card without a bridge: NVSentinel#1481. */
const never = [
    {
        class: "nvlink-down",
        why: "a link that leads nowhere, as on a card without a bridge, reads as down, too (https://github.com/NVIDIA/NVSentinel/pull/1481)",
    },
    { class: "power", why: "a GPU keeps to its limit by itself, which differs by model: to draw all of it is no fault" },
];
/** The classes by dcgm-exporter's own version, `x.y.z`; its counters by the names that it has for them. */
const treeClasses = (exporter, renamed) => {
    const needed = Object.keys(fields).map((id) => ({
        id,
        counters: (fields[id] ?? []).map(counter),
    }));
    const tooOld = needed.flatMap(({ id, counters }) => {
        const unknown = counters.find(({ since }) => semver_default().lt(exporter, since));
        return unknown === undefined
            ? []
            : [{ class: id, why: `dcgm-exporter ${exporter} does not know ${unknown.field}, ${unknown.since} does` }];
    });
    const leftOut = [...never, ...tooOld];
    const has = (of) => !leftOut.some((one) => one.class === of);
    const turnedOn = needed
        .filter(({ id }) => id !== "xid" && has(id))
        .flatMap(({ counters }) => counters)
        .map(({ field, renamed: fresh, type, help }) => ({ name: renamed ? fresh : field, type, unit: null, help }));
    return { leftOut, turnedOn, has };
};
/** What an optional counter is called by exporters since 4.9.0. */
const freshName = (field) => optional_counters/* optionalCounters */.k$.find((one) => one.field === field)?.renamed;
/** The class as a line of a list. */
const leftOutLine = (one) => `${one.class} (${(0,failure_classes/* titleOfClass */.ak)(one.class)}): ${one.why}`;
const counter = (field) => {
    const found = optional_counters/* optionalCounters */.k$.find((one) => one.field === field);
    if (found === undefined)
        throw new Error(`${field} is no optional counter`);
    return found;
};

;// CONCATENATED MODULE: ./build/src/init/texts/kustomizations.js

/** The kustomization of base. */
const baseKustomization = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
resources:
  - namespace.yaml
`;
/** The namespace of the release, which everything is put into. */
const namespaceManifest = `apiVersion: v1
kind: Namespace
metadata:
  name: monitoring
  labels:
    # The node exporter shares the host's network, processes and file system, which every stricter level refuses.
    pod-security.kubernetes.io/enforce: privileged
`;
/** The kustomization of the alerts, and of what there is none. */
const alertingKustomization = ({ classes }) => `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: monitoring
# Of these failures there is no alert:
${classes.leftOut.map((one) => `# - ${leftOutLine(one)}`).join("\n")}
resources:
  - gpu-exporter.yaml
  - gpu-health.yaml
  - gpu-usage.yaml
labels:
  # Prometheus selects rules by the release's label.
  - pairs:
      release: prometheus-stack
`;
/** The kustomization of the dashboards. */
const dashboardsKustomization = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: monitoring
configMapGenerator:
  - name: gpu-overview-dashboard
    files:
      - gpu-overview.json
    options:
      # Grafana's sidecar reads ConfigMaps with this label. Without the suffix a changed dashboard replaces the old one.
      disableNameSuffixHash: true
      labels:
        grafana_dashboard: "1"
`;
/** The kustomization of the monitors. */
const monitorsKustomization = `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
namespace: monitoring
resources:
  - dcgm-exporter.yaml
`;

;// CONCATENATED MODULE: ./build/src/init/texts/monitor.js
/** The ServiceMonitor of the exporter's Service. */
const exporterMonitor = ({ service, kind, version, serviceOf }) => {
    const [key, value] = service.label;
    const portComment = kind === "gpu-operator"
        ? "    # The name of the Service's port; the container's port of the same number is called metrics.\n"
        : "";
    const guess = serviceOf === version
        ? ""
        : `# Labels, namespace and port are those of ${serviceOf}: see whether the Service of ${version} has them, too,
# kubectl --namespace ${service.namespace} get service ${service.name} --output yaml
`;
    return `${guess}apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: dcgm-exporter
  labels:
    # Prometheus selects monitors, rules and probes by the release's label.
    release: prometheus-stack
spec:
  selector:
    matchLabels:
      ${key}: ${value}
  namespaceSelector:
    matchNames:
      - ${service.namespace}
  endpoints:
${portComment}    - port: ${service.port}
      interval: 15s
`;
};

;// CONCATENATED MODULE: ./build/src/init/texts/release.js
/** The script that installs the chart: what is checked is this release of it, with these values. */
const installScript = `#!/usr/bin/env bash
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
const releaseValues = ({ host }, { list, field, key, begins }) => `alertmanager:
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
          # kubectl --namespace monitoring create secret generic alertmanager-on-call --from-literal=${key}=${begins}\u2026
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

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/src/init/texts/workflow.js

/** The workflow that checks the tree in `folder`, relative to the repository root. */
const checkWorkflow = ({ kind, version }, folder) => `# Checks the monitoring stack in ${folder} on every pull request. It needs no cluster and no secret.
# Jobs that plan and deploy it: https://github.com/prometheus-stack-action/prometheus-stack-action/blob/main/docs/guides/gated-deploy.md
name: Check ${folder}
on: pull_request
permissions: {}
jobs:
  check:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: read # where there are more findings than annotations, those in changed files come first
    steps:
      - uses: actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3
        with:
          persist-credentials: false
          fetch-depth: 2 # with the commit that the pull request changes: its configuration counts
      - uses: prometheus-stack-action/prometheus-stack-action@main # better: the SHA of a release
        with:
          path: ${(0,dist/* stringify */.As)(folder).trimEnd()}
          # What the rules and the dashboard were made for; where the exporter is upgraded, this is, too.
          exporter: ${kind}
          exporter-version: ${version}
`;

;// CONCATENATED MODULE: ./build/src/init/new-tree.js










/** All files of a new tree, and the workflow that checks it, by their paths from the repository root. */
const newTree = ({ folder, names, receiver }) => {
    const below = folder === "." ? "" : `${folder}/`;
    const file = (path, text) => ({ path: `${below}${path}`, text });
    return [
        file("base/kustomization.yaml", baseKustomization),
        file("base/namespace.yaml", namespaceManifest),
        file("overlays/alerting/kustomization.yaml", alertingKustomization(names)),
        file("overlays/alerting/gpu-exporter.yaml", gpuExporterRules(names)),
        file("overlays/alerting/gpu-health.yaml", gpuHealthRules(names)),
        file("overlays/alerting/gpu-usage.yaml", gpuUsageRules(names)),
        file("overlays/alerting/gpu-alerts.test.yaml", alertTests(names)),
        file("overlays/dashboards/kustomization.yaml", dashboardsKustomization),
        file("overlays/dashboards/gpu-overview.json", gpuDashboard(names)),
        file("overlays/servicemonitors/kustomization.yaml", monitorsKustomization),
        file("overlays/servicemonitors/dcgm-exporter.yaml", exporterMonitor(names)),
        file("upstream/dcgm-metrics.csv", counterList(names)),
        { ...file("upstream/install.sh", installScript), runs: true },
        file("upstream/values.yaml", releaseValues(names, receiver)),
        { path: workflowOf(folder), text: checkWorkflow(names, folder) },
    ];
};
/** Each tree of a repository has a workflow of its own. */
const workflowOf = (folder) => `.github/workflows/${folder === "." ? "prometheus-stack" : folder.replaceAll("/", "-")}.yaml`;

;// CONCATENATED MODULE: ./build/src/init/receivers.js
/** https://github.com/prometheus/alertmanager/blob/main/docs/configuration.md, the first is the default. */
const receiverKinds = [
    { name: "webhook", list: "webhook_configs", field: "url_file", key: "url", begins: "https://" },
    { name: "slack", list: "slack_configs", field: "api_url_file", key: "url", begins: "https://" },
    { name: "msteamsv2", list: "msteamsv2_configs", field: "webhook_url_file", key: "url", begins: "https://" },
    { name: "pagerduty", list: "pagerduty_configs", field: "routing_key_file", key: "routing-key", begins: "" },
    { name: "opsgenie", list: "opsgenie_configs", field: "api_key_file", key: "api-key", begins: "" },
];

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/dcgm/declared-release.js
var declared_release = __webpack_require__(93422);
// EXTERNAL MODULE: ./build/src/dcgm/exporter-labels.js + 1 modules
var exporter_labels = __webpack_require__(35854);
// EXTERNAL MODULE: ./build/src/dcgm/gpu-operator.js + 1 modules
var gpu_operator = __webpack_require__(42746);
// EXTERNAL MODULE: ./build/src/dcgm/renamed-metrics.js + 1 modules
var renamed_metrics = __webpack_require__(77211);
// EXTERNAL MODULE: ./build/src/dcgm/standalone-chart.js + 1 modules
var standalone_chart = __webpack_require__(80304);
// EXTERNAL MODULE: ./build/src/dcgm/version.js
var dcgm_version = __webpack_require__(56514);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
;// CONCATENATED MODULE: ./build/src/init/tree-names.js











/** Who installs the exporter. */
const exporterKinds = ["gpu-operator", "dcgm-exporter"];
/**
 * The names by the release's own data; `version` undefined: the newest that is known. Throws OperatorError
 * `invalid-input` for a release without data, and for one too old to count XIDs by their code.
 */
const treeNames = (kind, version) => {
    const asked = (0,dcgm_version/* exporterVersion */.i)(version ?? versionsOf[kind].default) ?? "";
    const release = kind === "gpu-operator" ? operatorOf(asked) : chartOf(asked);
    const epoch = release === null ? undefined : (0,exporter_labels/* labelsIn */.x)(release.exporter);
    if (release === null || epoch === undefined)
        throw unknownRelease(kind, version ?? "");
    if (semver_default().lt(asked, oldest[kind]))
        throw tooOld(kind, asked);
    const renamed = (0,renamed_metrics/* hasNewNames */.Be)(release.counters.metrics);
    return {
        kind,
        version: release.version,
        serviceOf: release.serviceOf,
        service: serviceIn(release.objects),
        host: epoch.labels.find((label) => label.toLowerCase() === "hostname") ?? "",
        counters: release.counters.metrics,
        classes: treeClasses(release.exporter, renamed),
        renamed,
        metric: (old) => (renamed ? ((0,renamed_metrics/* otherNameOf */.$G)(old)?.name ?? freshName(old) ?? old) : old),
        value: (old, value) => (renamed ? value * ((0,renamed_metrics/* otherNameOf */.$G)(old)?.factor ?? 1) : value),
    };
};
const versionsOf = { "gpu-operator": gpu_operator/* gpuOperatorVersions */.qI, "dcgm-exporter": standalone_chart/* chartVersions */.c };
/**
 * The first release whose exporter counts XIDs by their code (xid-metrics.ts) and takes a list of counters that
 * turns that on: the chart mounts a list of the tree's own since 3.6.0,
 * https://github.com/NVIDIA/dcgm-exporter/blob/3.3.8-3.6.0/deployment/templates/daemonset.yaml
 */
const oldest = { "gpu-operator": "24.3.0", "dcgm-exporter": "3.6.0" };
const operatorOf = (version) => {
    const release = (0,gpu_operator/* gpuOperatorRelease */.Eg)(version, "gpu-operator", declared_release/* noWishes */.$);
    return known(version, version, release, "dcp-metrics-included.csv");
};
/** A release of the exporter whose counters are known and whose chart is not has the newest chart's Service. */
const chartOf = (version) => {
    const place = { release: "dcgm-exporter", namespace: "default" };
    const own = (0,standalone_chart/* chartRelease */.G)(version, place, declared_release/* noWishes */.$);
    if (own !== null)
        return known(version, version, own, "chart");
    const isNewer = semver_default().valid(version) !== null && semver_default().gt(version, standalone_chart/* chartVersions */.c.to);
    const last = isNewer ? (0,standalone_chart/* chartRelease */.G)(standalone_chart/* chartVersions */.c.to, place, declared_release/* noWishes */.$) : null;
    const instead = last === null ? null : { ...last, exporter: version };
    return known(version, standalone_chart/* chartVersions */.c.to, instead, "default-counters.csv");
};
const known = (version, serviceOf, release, list) => {
    const exporter = release === null ? null : (0,dcgm_version/* exporterVersion */.i)(release.exporter);
    const counters = exporter === null ? undefined : (0,default_counters/* shippedCounters */.Vg)(list, exporter);
    return release === null || exporter === null || counters === undefined
        ? null
        : { version, serviceOf, exporter, objects: release.objects, counters };
};
const serviceIn = (objects) => {
    const service = objects.find((body) => (0,json_fields/* textOrEmpty */._c)(body, ["kind"]) === "Service");
    const labels = (0,json_fields/* objectAt */.lJ)(service, ["metadata", "labels"]);
    const key = ["app", "app.kubernetes.io/name"].find((name) => name in labels) ?? "";
    return {
        name: (0,json_fields/* textOrEmpty */._c)(service, ["metadata", "name"]),
        namespace: (0,json_fields/* textOrEmpty */._c)(service, ["metadata", "namespace"]),
        label: [key, (0,json_fields/* textOrEmpty */._c)(labels, [key])],
        port: (0,json_fields/* textOrEmpty */._c)((0,json_fields/* objectsAt */.yR)(service, ["spec", "ports"])[0], ["name"]),
    };
};
const unknownRelease = (kind, version) => new errors/* OperatorError */.nv("invalid-input", `There is no data of ${kind} ${version}: its metrics and labels are not known.`, `Name a release from ${oldest[kind]} to ${newestOf(kind)}.`);
/** Of the exporter that may be newer than its newest chart. */
const newestOf = (kind) => (kind === "dcgm-exporter" ? (0,default_counters/* newestShipped */.gO)("default-counters.csv") : undefined) ?? versionsOf[kind].to;
const tooOld = (kind, version) => new errors/* OperatorError */.nv("invalid-input", `The exporter of ${kind} ${version} cannot be told to count XIDs by their code, and the last code alone is hidden by the next.`, `Name a release from ${oldest[kind]} on.`);

// EXTERNAL MODULE: ./build/src/input-reader.js
var input_reader = __webpack_require__(36488);
// EXTERNAL MODULE: ./build/src/machine/files/find-root.js
var find_root = __webpack_require__(54082);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/src/machine/files/write-new-files.js




/** So many files that are in the way are named. */
const mostNamed = 5;
/**
 * Writes all files with their folders, or none: nothing that is there is overwritten, and no link below the root is
 * followed. Throws OperatorError `invalid-input` that names what is in the way, or what the system says of a file that
 * cannot be written.
 */
const writeNewFiles = async (root, files) => {
    const found = await Promise.all(files.map(({ path }) => inTheWay(root, path)));
    const there = [...new Set(found.filter((path) => path !== null))];
    if (there.length > 0)
        throw occupied(there);
    const written = [];
    try {
        for (const { path, text, runs } of files) {
            const place = (0,external_node_path_.resolve)(root, path);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(place), { recursive: true });
            // `wx` refuses what came in between, a link included.
            await (0,promises_.writeFile)(place, text, { flag: "wx", mode: runs === true ? 0o777 : 0o666 });
            written.push(place);
        }
    }
    catch (thrown) {
        await Promise.all(written.map((place) => (0,promises_.rm)(place, { force: true })));
        throw notWritten(thrown);
    }
};
/** What keeps a file from being made: itself, or a file or link where a folder of its way should be; null: nothing. */
const inTheWay = async (root, path) => {
    if ((0,within/* isInGitData */.og)(root, (0,external_node_path_.resolve)(root, path)))
        return path;
    const names = path.split("/");
    for (let length = 1; length <= names.length; length++) {
        const way = names.slice(0, length).join("/");
        const entry = await (0,promises_.lstat)((0,external_node_path_.resolve)(root, way)).catch(() => null);
        if (entry === null)
            return null;
        if (!entry.isDirectory() || length === names.length)
            return way;
    }
    return null;
};
const occupied = (there) => {
    const more = there.length > mostNamed ? `, and ${there.length - mostNamed} more` : "";
    return new errors/* OperatorError */.nv("invalid-input", `Nothing is written, for this is there already: ${there.slice(0, mostNamed).join(", ")}${more}.`, "Name a folder that is not there yet, or move away what is.");
};
const notWritten = (thrown) => new errors/* OperatorError */.nv("invalid-input", `Nothing is written: ${thrown instanceof Error ? thrown.message : String(thrown)}`, "Name a folder in which you may write.", { cause: thrown });

;// CONCATENATED MODULE: ./build/src/cli/init.js









/**
 * Writes a new tree into the folder that is asked for, seen from `workingFolder`, and returns what is said of it: the
 * files, and the next step. Throws OperatorError `invalid-input` where an option is wrong or anything is in the way.
 */
const init = async ({ path, options }, workingFolder) => {
    const here = await (0,find_root/* findRoot */.w)(workingFolder, workingFolder);
    const place = path === undefined ? (0,external_node_path_.join)(here, "prometheus-stack") : (0,external_node_path_.resolve)(workingFolder, path);
    // A folder that a link makes part of another repository is none of this one's.
    const root = (0,within/* isWithin */.UO)(here, place) ? here : await (0,find_root/* findRoot */.w)(place, workingFolder);
    const tree = readTree((0,external_node_path_.relative)(root, place).split(external_node_path_.sep).join("/") || ".", options);
    const files = newTree(tree);
    await writeNewFiles(root, files);
    return said(tree, files, (file) => (0,external_node_path_.relative)(workingFolder, (0,external_node_path_.resolve)(root, file)) || ".");
};
const readTree = (folder, options) => {
    const read = new input_reader/* InputReader */.i((name) => (name === "folder" ? folder : (options[name] ?? "")), (name) => name);
    read.formed("folder", treeFolder);
    const kind = read.oneOf("exporter", exporterKinds, "gpu-operator");
    const version = read.exactVersion("exporter-version");
    const names = receiverKinds.map(({ name }) => name);
    const receiver = read.oneOf("receiver", names, receiverKinds[0].name);
    read.throwProblems("Correct the option of that name; `prometheus-stack-action --help` shows what there is.");
    return {
        folder,
        names: treeNames(kind, version),
        receiver: receiverKinds.find(({ name }) => name === receiver) ?? receiverKinds[0],
    };
};
/** `shown` is how a path from the root is written where the command runs. */
const said = ({ folder, names }, files, shown) => [
    ...files.map((file) => `  ${shown(file.path)}`),
    `${files.length} files are written. ${shown(`${folder}/upstream/values.yaml`)} names the Secret that says where alerts go,`,
    `${shown(`${folder}/upstream/dcgm-metrics.csv`)} how the exporter gets its list of counters.`,
    "Of these failures there is no alert:",
    ...names.classes.leftOut.map((one) => `  ${leftOutLine(one)}`),
    "",
    `Next: prometheus-stack-action check ${shown(folder)} --exporter ${names.kind} --exporter-version ${names.version}`,
    "",
].join("\n");
/** It stands in a workflow and in commands that are shown: nothing in it means anything there. */
const treeFolder = {
    fits: (text) => /^(?!-)[\w.-]+(?:\/[\w.-]+)*$/.test(text) && !text.split("/").some(within/* isGitData */.J5),
    wanted: "a folder of the repository by letters, digits, ., _, - and /",
};


/***/ }

};
;
})
