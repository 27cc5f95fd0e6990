(function (module, exports, require, __dirname) {"use strict";
exports.id = 161;
exports.ids = [161];
exports.modules = {

/***/ 39918:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47785);

/** Comparing two texts letter by letter takes time with the product of their lengths; no name is as long. */
const longest = 200;
/**
 * The name among `known` that `name` was probably meant to be: another case, or at most so many letters away, a third
 * of its own, rounded up, where nothing else is said (two letters that changed places count twice).
 */
const nearest = (name, known, maxDistance = Math.ceil(name.length / 3)) => {
    const lower = name.toLowerCase();
    const sameLetters = known.find((candidate) => candidate.toLowerCase() === lower);
    if (sameLetters !== undefined || name.length > longest)
        return sameLetters;
    return (0,leven__WEBPACK_IMPORTED_MODULE_0__/* .closestMatch */ .h)(name, known, { maxDistance });
};


/***/ },

/***/ 25431:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ capital),
/* harmony export */   e: () => (/* binding */ sentence)
/* harmony export */ });
/** A clause as it begins a sentence. */
const capital = (clause) => clause.charAt(0).toUpperCase() + clause.slice(1);
/** A clause as a sentence: what hops tell are sentences, and what others build sentences of are clauses. */
const sentence = (clause) => `${capital(clause)}.`;


/***/ },

/***/ 23078:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isOfEveryGpu)
/* harmony export */ });
/** Whether each GPU has the metric, and always: others hang on its model, its links and what it is used for. */
const isOfEveryGpu = (metric) => !notOfAll.test(metric);
const notOfAll = /PROF|NVLINK|NVSWITCH|VGPU|FABRIC|MEMORY_TEMP|REMAP|ECC|RETIRED|PCIE|ENERGY|FAN|C2C|DCGM_EXP_/;


/***/ },

/***/ 39084:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dk: () => (/* binding */ isExporterService),
/* harmony export */   FS: () => (/* binding */ podOf),
/* harmony export */   V2: () => (/* binding */ isExporterWorkload),
/* harmony export */   X4: () => (/* binding */ isNamedExporter),
/* harmony export */   dZ: () => (/* binding */ exporterContainer),
/* harmony export */   ko: () => (/* binding */ selects),
/* harmony export */   l8: () => (/* binding */ namespaceOfBody),
/* harmony export */   z8: () => (/* binding */ podLabels)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_resource_ref_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62767);


const workloadKinds = ["DaemonSet", "Deployment", "StatefulSet", "Pod"];
/** The pod (template) of a workload: its metadata and spec. Null for any other kind. */
const podOf = (body) => {
    const kind = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrEmpty */ ._c)(body, ["kind"]);
    if (!workloadKinds.includes(kind))
        return null;
    return kind === "Pod" ? body : (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(body, ["spec", "template"]);
};
/**
 * The container of a pod that is a dcgm-exporter: by its image, by its name, or by what it listens on (9400 is
 * the exporter's own port).
 */
const exporterContainer = (pod) => {
    const containers = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(pod, ["spec", "containers"]);
    return (containers.find(isNamedByImage) ??
        containers.find(isNamedByContainer) ??
        containers.find((container) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(container, ["ports"]).some(isExporterPort)));
};
const isNamedByImage = (container) => imageName((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrEmpty */ ._c)(container, ["image"])).includes("dcgm-exporter");
const isNamedByContainer = (container) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrEmpty */ ._c)(container, ["name"]).includes("dcgm-exporter");
/** Whether the object is a workload whose image or container is called so: what it serves is known. */
const isNamedExporter = (body) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(podOf(body) ?? {}, ["spec", "containers"]).some((container) => isNamedByImage(container) || isNamedByContainer(container));
/** Whether the object is a workload that runs a dcgm-exporter. */
const isExporterWorkload = (body) => {
    const pod = podOf(body);
    return pod !== null && exporterContainer(pod) !== undefined;
};
/**
 * Whether the object is a Service of a dcgm-exporter: by its name, labels or selector, or because it selects the pods
 * of one of `workloads` in its namespace.
 */
const isExporterService = (body, workloads, fallbackNamespace) => {
    if ((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrEmpty */ ._c)(body, ["kind"]) !== "Service")
        return false;
    const selector = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(body, ["spec", "selector"]);
    const words = [
        (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrEmpty */ ._c)(body, ["metadata", "name"]),
        ...Object.values((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(body, ["metadata", "labels"])),
        ...Object.values(selector),
    ];
    if (words.some((word) => typeof word === "string" && word.includes("dcgm-exporter")))
        return true;
    const namespace = namespaceOfBody(body, fallbackNamespace);
    return workloads.some((workload) => namespaceOfBody(workload, fallbackNamespace) === namespace && selects(selector, podLabels(workload)));
};
/** Labels of a workload's pods. */
const podLabels = (workload) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectAt */ .lJ)(podOf(workload) ?? undefined, ["metadata", "labels"]);
/** Whether a Service's selector selects pods with these labels; an empty one selects none. */
const selects = (selector, labels) => {
    const wanted = Object.entries(selector);
    return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
};
const isExporterPort = (port) => port["containerPort"] === 9400 && ["metrics", "gpu-metrics"].includes(text(port["name"]));
/** `registry:5000/nvidia/k8s/dcgm-exporter:4.8.4@sha256:\u2026` is named dcgm-exporter. */
const imageName = (image) => (image.split("@")[0] ?? "").split("/").at(-1) ?? "";
const text = (value) => (typeof value === "string" ? value : "");
/** Namespace of an object, `fallback` where it names none. */
const namespaceOfBody = (body, fallback) => (0,_kubernetes_resource_ref_js__WEBPACK_IMPORTED_MODULE_1__/* .refOf */ .H8)(body).namespace ?? fallback;


/***/ },

/***/ 53955:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ exporterSettingsOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50879);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56514);


/**
 * Reads a container's flags and variables; flags win, as in the exporter.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/pkg/cmd/app.go
 */
const exporterSettingsOf = (container) => {
    const args = [...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(container, ["command"]), ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(container, ["args"])];
    const variables = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(container, ["env"]);
    const value = (variable, ...flags) => flagValue(args, flags) ?? variableValue(variables, variable);
    const on = (variable, ...flags) => {
        const flag = switchValue(args, flags);
        return flag ?? isTrue(variableValue(variables, variable) ?? "");
    };
    const configMap = value("DCGM_EXPORTER_CONFIGMAP_DATA", "-m", "--configmap-data");
    return {
        version: versionOf((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrEmpty */ ._c)(container, ["image"])),
        collectors: value("DCGM_EXPORTER_COLLECTORS", "-f", "--collectors") ?? "/etc/dcgm-exporter/default-counters.csv",
        configMap: configMap === "none" ? null : configMap,
        hidden: value("DCGM_EXPORTER_CONFIG_FILE", "--config-file") !== null ||
            (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(container, ["envFrom"]).length > 0 ||
            variables.some((variable) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textOrEmpty */ ._c)(variable, ["name"]).startsWith("DCGM_") && "valueFrom" in variable),
        kubernetes: on("DCGM_EXPORTER_KUBERNETES", "-k", "--kubernetes"),
        podLabels: on("DCGM_EXPORTER_KUBERNETES_ENABLE_POD_LABELS", "--kubernetes-enable-pod-labels"),
        podUid: on("DCGM_EXPORTER_KUBERNETES_ENABLE_POD_UID", "--kubernetes-enable-pod-uid"),
        oldNamespace: on("DCGM_EXPORTER_USE_OLD_NAMESPACE", "-o", "--use-old-namespace"),
        hostname: !on("DCGM_EXPORTER_NO_HOSTNAME", "-n", "--no-hostname"),
        hpcJobs: (value("DCGM_HPC_JOB_MAPPING_DIR", "--hpc-job-mapping-dir") ?? "") !== "",
        dra: on("KUBERNETES_ENABLE_DRA", "--kubernetes-enable-dra"),
        collectMs: wholeNumber(value("DCGM_EXPORTER_INTERVAL", "-c", "--collect-interval") ?? "30000"),
    };
};
const wholeNumber = (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null);
const versionOf = (image) => {
    const tag = /:([^/:@]+)(?:@|$)/.exec(image)?.[1];
    return tag === undefined ? null : (0,_version_js__WEBPACK_IMPORTED_MODULE_1__/* .exporterVersion */ .i)(tag);
};
/** Go's flag forms: `-f x`, `-f=x`, and two dashes for one. */
const flagValue = (args, flags) => {
    for (const [index, arg] of args.entries()) {
        const [name = "", ...rest] = arg.split("=");
        if (flags.includes(name))
            return rest.length > 0 ? rest.join("=") : (args[index + 1] ?? null);
    }
    return null;
};
const switchValue = (args, flags) => {
    const found = args.find((arg) => flags.includes(arg.split("=")[0] ?? ""));
    if (found === undefined)
        return null;
    const value = found.split("=")[1];
    return value === undefined || isTrue(value);
};
const variableValue = (variables, name) => 
// The last of two variables with one name is the one that the container gets.
variables.findLast((variable) => variable["name"] === name && typeof variable["value"] === "string")?.["value"] ?? null;
/** Go's strconv.ParseBool. */
const isTrue = (text) => ["1", "t", "T", "true", "TRUE", "True"].includes(text);


/***/ },

/***/ 24961:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ tellsOf),
/* harmony export */   Hk: () => (/* binding */ failureClassIds),
/* harmony export */   WS: () => (/* binding */ clockEventMetrics),
/* harmony export */   ZF: () => (/* binding */ exporterGone),
/* harmony export */   ak: () => (/* binding */ titleOfClass),
/* harmony export */   fQ: () => (/* binding */ failureClasses)
/* harmony export */ });
/* unused harmony export seriesClasses */
/**
 * Classes by the metrics of DCGM (https://docs.nvidia.com/datacenter/dcgm/latest/dcgm-api/dcgm-api-field-ids.html, old
 * and new names) and of dcgm-exporter itself. What is told of by the absence, number or age of series has its class
 * in {@link seriesClasses}. Use of the GPU counts as idle only where an alert asks for little of it.
 */
const failureClasses = [
    { id: "xid", title: "XID errors", metrics: /^DCGM_(?:FI_DEV_XID_ERRORS?|EXP_XID_ERRORS_(?:COUNT|TOTAL))$/ },
    {
        id: "recovery-action",
        title: "Reset or reboot asked for by the driver",
        metrics: /^DCGM_FI_DEV_(?:GET_)?GPU_RECOVERY_ACTION$/,
    },
    { id: "health", title: "Health that DCGM reports", metrics: /^DCGM_EXP_GPU_HEALTH_STATUS$/ },
    { id: "temperature", title: "Temperature", metrics: /^DCGM_FI_DEV_(?:GPU|MEMORY)_TEMP(?:_CELSIUS)?$/ },
    {
        id: "uncorrectable-memory",
        title: "Uncorrectable memory errors",
        metrics: /^DCGM_FI_DEV_(?:ECC_DBE_\w|ECC_\w*UNCORRECTABLE|(?:ROW_REMAP_)?UNCORRECTABLE|(?:PAGE_)?RETIRED_DBE)/,
    },
    {
        id: "row-remap-failed",
        title: "Row remapping failed",
        metrics: /^DCGM_FI_DEV_ROW_REMAP_(?:FAILURE|FAILED)$/,
    },
    {
        id: "row-remap-pending",
        title: "Row remapping or page retirement pending",
        metrics: /^DCGM_FI_DEV_(?:ROW_REMAP_PENDING|(?:PAGE_)?RETIRED_PENDING)$/,
    },
    {
        id: "nvlink",
        title: "NVLink errors",
        metrics: /^DCGM_FI_DEV_(?:GPU_NVLINK_ERRORS|NVLINK_\w*(?:ERROR|REPLAY|RECOVERY|_BER))/,
    },
    {
        id: "nvlink-down",
        title: "NVLink down",
        metrics: /^DCGM_(?:FI_DEV_NVLINK_(?:GET_STATE|LINK_STATUS|PPCNT_PHYSICAL_LINK_DOWN_\w+)|FI_DEV_NVSWITCH_LINK_STATUS|EXP_P2P_STATUS)$/,
    },
    {
        id: "nvswitch",
        title: "NVSwitch errors (SXid)",
        metrics: /^DCGM_FI_DEV_(?:SXID_\w+|NVSWITCH_(?:\w*ERRORS?(?:_\w+)?|RESET_REQUIRED))$/,
    },
    {
        id: "fabric",
        title: "Fabric manager",
        metrics: /^DCGM_FI_DEV_FABRIC_(?:MANAGER_(?:STATUS|ERROR\w*)|HEALTH_\w+)$/,
    },
    { id: "pcie-replay", title: "PCIe replays", metrics: /^DCGM_FI_DEV_PCIE_REPLAY_(?:COUNTER|TOTAL)$/ },
    { id: "pcie-link", title: "PCIe width or speed", metrics: /^DCGM_FI_DEV_PCIE_LINK_(?:GEN|WIDTH)$/ },
    {
        id: "throttling-thermal",
        title: "Throttling by the hardware, of heat",
        metrics: /^DCGM_FI_DEV_(?:THERMAL_VIOLATION|CLOCKS_EVENT_REASON_HW_THERM_SLOWDOWN_NS|CLOCKS?_(?:THROTTLE|EVENT)_REASONS)$/,
        clockEvents: ["hw_thermal", "hw_slowdown"],
    },
    {
        id: "throttling-power-brake",
        title: "Throttling by the power brake",
        metrics: /^DCGM_FI_DEV_CLOCKS?_(?:EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS|(?:THROTTLE|EVENT)_REASONS)$/,
        clockEvents: ["hw_power_brake", "hw_slowdown"],
    },
    {
        id: "throttling-software",
        title: "Throttling by the driver, of heat or power",
        metrics: /^DCGM_FI_DEV_(?:(?:POWER|SYNC_BOOST|BOARD_LIMIT|LOW_UTIL|RELIABILITY)_VIOLATION|CLOCKS_EVENT_REASON_(?:SW_\w+|SYNC_BOOST)_NS|CLOCKS?_(?:THROTTLE|EVENT)_REASONS)$/,
        clockEvents: ["power_cap", "sw_thermal", "sync_boost"],
    },
    { id: "memory-full", title: "Memory full", metrics: /^DCGM_FI_DEV_FB_(?:USED|FREE)\w*$/ },
    { id: "power", title: "Power", metrics: /^DCGM_FI_DEV_(?:POWER_USAGE|BOARD_POWER)\w*$/ },
    {
        id: "idle",
        title: "Allocated and idle",
        metrics: /^DCGM_FI_(?:DEV_GPU_UTIL(?:_RATIO)?|PROF_(?:GR_ENGINE|SM)_(?:ACTIVE|UTIL_RATIO))$/,
    },
];
/** What the exporter's own counts of clock events are called; their label `clock_event` says which. */
const clockEventMetrics = /^DCGM_EXP_CLOCK_EVENTS_(?:COUNT|TOTAL)$/;
/** Whether a metric tells of a class, by its name: of the exporter's own clock events, whatever their label says. */
const tellsOf = ({ metrics, clockEvents }, metric) => metrics.test(metric) || (clockEvents !== undefined && clockEventMetrics.test(metric));
/** That the metrics themselves are gone: no other alert can fire then. */
const exporterGone = { id: "exporter-gone", title: "Exporter or metrics gone" };
/** The classes that no metric's value tells of, but that series are gone, too few, or old. */
const seriesClasses = [
    exporterGone,
    { id: "exporter-stale", title: "Exporter slow or its values old" },
    { id: "gpu-missing", title: "Fewer GPUs than the node has" },
    { id: "mig", title: "MIG slices" },
];
const titles = new Map([...seriesClasses, ...failureClasses].map(({ id, title }) => [id, title]));
/** All class names, as options and reports use them. */
const failureClassIds = [...titles.keys()];
/** What a table calls a class. */
const titleOfClass = (id) => titles.get(id) ?? id;


/***/ },

/***/ 57156:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   Tv: () => (/* binding */ counterRow),
/* harmony export */   k$: () => (/* binding */ optionalCounters),
/* harmony export */   uY: () => (/* binding */ addRow)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _renamed_metrics_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77211);
/* harmony import */ var _xid_metrics_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52871);



/**
 * One counter a class, and what public rules read beside them. `since` goes by the version of go-dcgm that each
 * release's go.mod asks for, and the fields in its pkg/dcgm/const.go or const_fields.go; "3.0.0" is the first release
 * that we have data of.
 * Names of 4.9.0: https://github.com/NVIDIA/go-dcgm/blob/v1.4611.0/pkg/dcgm/dcgm_fields.h
 * Shipped lists: https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/etc/default-counters.csv
 */
const optionalCounters = [
    {
        class: "xid",
        field: _xid_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .xidsInWindow */ ._0.name,
        renamed: _xid_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .xidsInWindow */ ._0.name,
        type: _xid_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .xidsInWindow */ ._0.type,
        help: _xid_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .xidsInWindow */ ._0.help,
        since: _xid_metrics_js__WEBPACK_IMPORTED_MODULE_2__/* .xidsInWindow */ ._0.since,
    },
    {
        class: "recovery-action",
        field: "DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION",
        renamed: "DCGM_FI_DEV_GPU_RECOVERY_ACTION",
        type: "gauge",
        help: "What the driver asks for: 0 nothing; 1 a reset; 2 a reboot; 3 and 4 to drain",
        since: "4.8.0",
    },
    {
        class: "health",
        field: "DCGM_EXP_GPU_HEALTH_STATUS",
        renamed: "DCGM_EXP_GPU_HEALTH_STATUS",
        type: "gauge",
        help: "Health that DCGM reports",
        since: "4.0.1",
    },
    {
        class: "uncorrectable-memory",
        field: "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL",
        renamed: "DCGM_FI_DEV_ECC_DBE_VOL_TOTAL",
        type: "counter",
        help: "Double-bit ECC errors since the driver was loaded",
        since: "3.0.0",
    },
    {
        class: "row-remap-pending",
        field: "DCGM_FI_DEV_ROW_REMAP_PENDING",
        renamed: "DCGM_FI_DEV_ROW_REMAP_PENDING",
        type: "gauge",
        help: "1 where a remapping waits for a reset",
        since: "3.0.0",
    },
    {
        class: "nvlink",
        field: "DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL",
        renamed: "DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_TOTAL",
        type: "counter",
        help: "NVLink flow-control CRC errors",
        since: "3.0.0",
    },
    {
        class: "nvlink-down",
        field: "DCGM_FI_DEV_NVLINK_GET_STATE",
        renamed: "DCGM_FI_DEV_NVLINK_LINK_STATUS",
        type: "gauge",
        help: "State of the NVLinks",
        since: "4.8.0",
    },
    {
        class: "nvswitch",
        field: "DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS",
        renamed: "DCGM_FI_DEV_SXID_FATAL_ERROR",
        type: "gauge",
        help: "Code of the last fatal SXid of an NVSwitch",
        since: "3.0.0",
    },
    {
        class: "fabric",
        field: "DCGM_FI_DEV_FABRIC_MANAGER_STATUS",
        renamed: "DCGM_FI_DEV_FABRIC_MANAGER_STATUS",
        type: "gauge",
        help: "Status of the fabric manager",
        since: "4.0.1",
    },
    {
        class: "pcie-link",
        field: "DCGM_FI_DEV_PCIE_LINK_WIDTH",
        renamed: "DCGM_FI_DEV_PCIE_LINK_WIDTH",
        type: "gauge",
        help: "Lanes of the PCIe link",
        since: "3.0.0",
    },
    {
        class: "throttling-thermal",
        field: "DCGM_FI_DEV_THERMAL_VIOLATION",
        renamed: "DCGM_FI_DEV_THERMAL_VIOLATION",
        type: "counter",
        help: "Time throttled because of heat",
        since: "3.0.0",
    },
    {
        class: "throttling-power-brake",
        field: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS",
        renamed: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS",
        type: "counter",
        help: "Time throttled by the external power brake",
        since: "4.4.0",
    },
    {
        class: "throttling-software",
        field: "DCGM_FI_DEV_POWER_VIOLATION",
        renamed: "DCGM_FI_DEV_POWER_VIOLATION",
        type: "counter",
        help: "Time throttled because of power",
        since: "3.0.0",
    },
    {
        class: null,
        field: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS",
        renamed: "DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS",
        type: "counter",
        help: "Time throttled by the driver because of heat",
        since: "4.4.0",
    },
    {
        class: null,
        field: "DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH",
        renamed: "DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH",
        type: "gauge",
        help: "Lanes that the PCIe link can have in its slot",
        since: "3.0.0",
    },
    {
        class: null,
        field: "DCGM_FI_DEV_FB_TOTAL",
        renamed: "DCGM_FI_DEV_FB_CAPACITY_BYTES",
        type: "gauge",
        help: "Frame buffer memory",
        since: "3.0.0",
    },
    {
        class: null,
        field: "DCGM_FI_PROF_SM_ACTIVE",
        renamed: "DCGM_FI_PROF_SM_ACTIVE",
        type: "gauge",
        help: "Share of cycles in which a multiprocessor had a warp",
        since: "3.0.0",
    },
];
/** The row that turns a class on in the list of an exporter with these metrics (null: not known). */
const counterRow = ({ field, renamed, type, help }, exported) => rowOf({ name: (0,_renamed_metrics_js__WEBPACK_IMPORTED_MODULE_1__/* .hasNewNames */ .Be)(exported ?? []) ? renamed : field, type, help });
/** The row that turns a metric on in a list of counters. */
const rowOf = ({ name, type, help }) => `${name}, ${type}, ${help}`;
/**
 * The line that has the exporter export the metric, added below the last of the tree's own list; null where the
 * exporter reads another list, or may be too old for the field.
 */
const addRow = (metric, { metrics, release, list }) => {
    const counter = optionalCounters.find(({ field, renamed }) => field === metric || renamed === metric);
    if (counter === undefined || list === null || list.text.includes("\r"))
        return null;
    if (semver__WEBPACK_IMPORTED_MODULE_0___default().valid(release) === null || semver__WEBPACK_IMPORTED_MODULE_0___default().lt(release ?? "", counter.since))
        return null;
    const row = counterRow(counter, metrics);
    if (!row.startsWith(`${metric},`))
        return null;
    const lines = list.text.replace(/\n+$/, "").split("\n");
    return {
        file: list.file,
        startLine: lines.length,
        endLine: lines.length,
        text: `${lines.at(-1)}\n${row}`,
    };
};


/***/ },

/***/ 77211:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Be: () => (/* binding */ hasNewNames),
  Gp: () => (/* binding */ isRenamedIn),
  G4: () => (/* binding */ otherLabelOf),
  $G: () => (/* binding */ otherNameOf),
  tm: () => (/* binding */ renamingRelease)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
;// CONCATENATED MODULE: ./build/src/dcgm/data/renames.json
const renames_namespaceObject = /*#__PURE__*/JSON.parse('{"rE":"4.9.0","qd":{"DCGM_FI_DEV_SM_CLOCK":{"name":"DCGM_FI_DEV_SM_CLOCK_HERTZ","factor":1000000},"DCGM_FI_DEV_MEM_CLOCK":{"name":"DCGM_FI_DEV_MEMORY_CLOCK_HERTZ","factor":1000000},"DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":{"name":"DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL","factor":0.001},"DCGM_FI_DEV_GPU_UTIL":{"name":"DCGM_FI_DEV_GPU_UTIL_RATIO","factor":0.01},"DCGM_FI_DEV_MEM_COPY_UTIL":{"name":"DCGM_FI_DEV_MEMORY_UTIL_RATIO","factor":0.01},"DCGM_FI_DEV_ENC_UTIL":{"name":"DCGM_FI_DEV_ENC_UTIL_RATIO","factor":0.01},"DCGM_FI_DEV_DEC_UTIL":{"name":"DCGM_FI_DEV_DEC_UTIL_RATIO","factor":0.01},"DCGM_FI_DEV_FB_FREE":{"name":"DCGM_FI_DEV_FB_FREE_BYTES","factor":1048576},"DCGM_FI_DEV_FB_USED":{"name":"DCGM_FI_DEV_FB_USED_BYTES","factor":1048576},"DCGM_FI_DEV_FB_RESERVED":{"name":"DCGM_FI_DEV_FB_RESERVED_BYTES","factor":1048576},"DCGM_FI_DEV_FB_TOTAL":{"name":"DCGM_FI_DEV_FB_CAPACITY_BYTES","factor":1048576},"DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":{"name":"DCGM_FI_DEV_NVLINK_THROUGHPUT_BYTES_PER_SECOND","factor":1024000},"DCGM_FI_DEV_GPU_TEMP":{"name":"DCGM_FI_DEV_GPU_TEMP_CELSIUS","factor":1},"DCGM_FI_DEV_MEMORY_TEMP":{"name":"DCGM_FI_DEV_MEMORY_TEMP_CELSIUS","factor":1},"DCGM_FI_DEV_POWER_USAGE":{"name":"DCGM_FI_DEV_BOARD_POWER_WATTS","factor":1},"DCGM_FI_DEV_PCIE_REPLAY_COUNTER":{"name":"DCGM_FI_DEV_PCIE_REPLAY_TOTAL","factor":1},"DCGM_FI_DEV_XID_ERRORS":{"name":"DCGM_FI_DEV_XID_ERROR","factor":1},"DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":{"name":"DCGM_FI_DEV_ROW_REMAP_UNCORRECTABLE_TOTAL","factor":1},"DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":{"name":"DCGM_FI_DEV_ROW_REMAP_CORRECTABLE_TOTAL","factor":1},"DCGM_FI_DEV_ROW_REMAP_FAILURE":{"name":"DCGM_FI_DEV_ROW_REMAP_FAILED","factor":1},"DCGM_FI_PROF_GR_ENGINE_ACTIVE":{"name":"DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO","factor":1},"DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":{"name":"DCGM_FI_PROF_TENSOR_UTIL_RATIO","factor":1},"DCGM_FI_PROF_DRAM_ACTIVE":{"name":"DCGM_FI_PROF_DRAM_UTIL_RATIO","factor":1}},"WD":{"DCGM_FI_DRIVER_VERSION":"DCGM_FI_SYSTEM_DRIVER_VERSION"}}');
;// CONCATENATED MODULE: ./build/src/dcgm/renamed-metrics.js


/** The dcgm-exporter release that calls its default metrics by DCGM 4.7's names, in base units. */
const renamingRelease = renames_namespaceObject.rE;
/**
 * What dcgm-exporter calls a metric on the other side of {@link renamingRelease}: the new name of an old one,
 * the old name of a new one; null where it kept its name. NVLink throughput goes by 1,024,000: the old field
 * counted 1000 KiB/s as one MB/s.
 */
const otherNameOf = (metric) => newNames.get(metric) ?? oldNames.get(metric) ?? null;
/** Whether an exporter of that version (`x.y.z`; null: not known) calls the metric otherwise. */
const isRenamedIn = (metric, version) => newNames.has(metric) && semver_default().valid(version) !== null && semver_default().gte(version ?? "", renamingRelease);
/** Whether an exporter with these metrics calls them by the new names. */
const hasNewNames = (exported) => exported.some(({ name }) => oldNames.has(name));
/** The same of the labels that hold a version. */
const otherLabelOf = (label) => labels.find(([old]) => old === label)?.[1] ?? labels.find(([, fresh]) => fresh === label)?.[0] ?? null;
const newNames = new Map(Object.entries(renames_namespaceObject.qd));
const oldNames = new Map([...newNames].map(([old, { name, factor }]) => [name, { name: old, factor: 1 / factor }]));
const labels = Object.entries(renames_namespaceObject.WD);


/***/ },

/***/ 56514:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ exporterVersion),
/* harmony export */   r: () => (/* binding */ inRange)
/* harmony export */ });
/**
 * The exporter's own version in what names it: an image tag with DCGM's before it (`4.6.0-4.8.3-distroless`, until
 * 4.8.3) or alone (`4.8.4`, since then), with or without a leading `v`. Null where there is none.
 */
const exporterVersion = (text) => {
    const match = /^v?(\d+\.\d+\.\d+)(?:-(\d+\.\d+\.\d+))?(?:[-+.].*)?$/.exec(text);
    return match?.[2] ?? match?.[1] ?? null;
};
/** The entry whose range, both ends included, holds the version. */
const inRange = (entries, version) => entries.find(({ from, to }) => compareVersions(from, version) <= 0 && compareVersions(version, to) <= 0);
/** Order of two `x.y.z` versions: negative, zero or positive. */
const compareVersions = (a, b) => {
    const right = b.split(".").map(Number);
    const differing = a
        .split(".")
        .map((part, index) => Number(part) - (right[index] ?? 0))
        .find((difference) => difference !== 0);
    return differing ?? 0;
};


/***/ },

/***/ 38631:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E5: () => (/* binding */ codeList),
  d5: () => (/* binding */ xidCatalogue),
  ik: () => (/* binding */ xidCodes),
  z7: () => (/* binding */ xidGpus)
});

// UNUSED EXPORTS: xidCode

;// CONCATENATED MODULE: ./build/src/dcgm/data/xid-codes.json
const xid_codes_namespaceObject = /*#__PURE__*/JSON.parse('{"Tj":["https://docs.nvidia.com/deploy/xid-errors/analyzing-xid-catalog.html"],"o1":{"CHECK_MECHANICALS":[54],"CHECK_UVM":[159],"CONTACT_SUPPORT":[142],"IGNORE":[14,37,38,43,44,63,66,67,92,93,106,107,121,137,141,152,153,157,160,161],"RESET_GPU":[46,62,64,95,109,110,119,120,136,140,143,155,156,158],"RESTART_APP":[8,11,13,25,31,32,39,40,41,60,68,69,70,71,72,75,76,77,80,82,83,84,85,86,88,89,94,96,97,98,99,100,101,102,103,104,105,126,127,128,129,130,131,132,133,134,135,139],"RESTART_BM":[79],"RESTART_VM":[151],"UPDATE_SWFW":[78],"WORKFLOW_NVLINK5_ERR":[144,145,146,147,148,149,150],"WORKFLOW_NVLINK_ERR":[74],"WORKFLOW_XID_45":[45],"WORKFLOW_XID_48":[48],"XID_154":[154]},"bR":[162,163,164,165,166,167,168,169,170,171,172],"a5":{"A100":[8,11,13,14,25,31,32,37,38,39,40,41,43,44,45,46,48,54,60,62,63,64,66,67,68,69,70,71,72,74,75,76,77,78,79,80,82,83,84,85,86,88,89,92,93,94,95,106,107,109,119,120,137,140,154,158,168,171,172],"H100":[8,11,13,14,25,31,32,37,38,39,40,41,43,44,45,46,48,54,60,62,63,64,66,67,68,69,70,71,72,74,75,76,77,78,79,80,82,83,84,85,86,88,89,92,94,95,96,97,98,99,100,101,102,103,104,105,106,107,109,110,119,120,136,137,140,141,143,151,154,156,157,158,167,168,169,171,172],"B100":[8,11,13,14,25,31,32,37,38,39,40,41,43,44,45,46,48,54,60,62,63,64,66,67,68,69,70,71,72,75,76,77,78,79,82,83,84,85,86,88,89,92,94,95,96,97,98,99,100,101,102,103,104,105,106,107,109,110,119,120,126,127,128,129,130,131,132,133,134,135,137,139,140,141,143,144,145,146,147,148,149,150,151,154,155,156,157,158,159,160,161,162,163,164,165,166,167,168,169,170,171,172],"GB200":[8,11,13,14,25,31,32,37,38,39,40,41,43,44,45,46,48,60,62,63,64,66,67,68,69,70,71,72,75,76,77,78,79,82,83,84,85,86,88,89,92,94,95,96,97,98,99,100,101,102,103,104,105,106,107,109,110,119,120,121,126,127,128,129,130,131,132,133,134,135,137,139,140,141,142,143,144,145,146,147,148,149,150,151,154,155,156,157,158,159,160,161,162,163,164,165,166,167,168,169,170,171,172]}}');
;// CONCATENATED MODULE: ./build/src/dcgm/xid-codes.js

/** The page of the catalogue, for messages and reports. */
const xidCatalogue = xid_codes_namespaceObject.Tj[0] ?? "";
/** The GPUs that the catalogue tells apart, the oldest first. */
const xidGpus = Object.keys(xid_codes_namespaceObject.a5);
const needs = new Map([
    ["RESET_GPU", "hardware"],
    ["RESTART_BM", "hardware"],
    ["WORKFLOW_XID_48", "hardware"],
    ["WORKFLOW_NVLINK_ERR", "hardware"],
    ["WORKFLOW_NVLINK5_ERR", "hardware"],
    ["RESTART_APP", "application"],
    ["IGNORE", "application"],
]);
const made = (code, action) => ({
    code,
    action,
    need: needs.get(action ?? "") ?? "other",
    gpus: Object.entries(xid_codes_namespaceObject.a5).flatMap(([gpu, codes]) => (codes.includes(code) ? [gpu] : [])),
});
/** Every code in use, by its number. */
const xidCodes = [
    ...Object.entries(xid_codes_namespaceObject.o1).flatMap(([action, codes]) => codes.map((code) => made(code, action))),
    ...xid_codes_namespaceObject.bR.map((code) => made(code, null)),
].sort((a, b) => a.code - b.code);
const byCode = new Map(xidCodes.map((one) => [one.code, one]));
/** What the catalogue says of a code; undefined where it does not have it. */
const xidCode = (code) => byCode.get(code);
/** Codes as a sentence lists them, runs drawn together: `13, 31 and 144 to 150`. */
const codeList = (codes) => {
    const sorted = [...new Set(codes)].sort((a, b) => a - b);
    const runs = sorted.reduce((found, code) => {
        const last = found.at(-1);
        if (last?.[1] === code - 1)
            last[1] = code;
        else
            found.push([code, code]);
        return found;
    }, []);
    const words = runs.flatMap(([from, to]) => to - from > 1 ? [`${from} to ${to}`] : from === to ? [`${from}`] : [`${from}`, `${to}`]);
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
};


/***/ },

/***/ 52871:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ holdsForAny),
/* harmony export */   Yu: () => (/* binding */ lastXid),
/* harmony export */   _0: () => (/* binding */ xidsInWindow),
/* harmony export */   cc: () => (/* binding */ xidCarrier),
/* harmony export */   nn: () => (/* binding */ xidLabels),
/* harmony export */   ul: () => (/* binding */ xidsInTotal)
/* harmony export */ });
/** XIDs within the exporter's window, by default the last 5 minutes: the first of a code counts. */
const xidsInWindow = {
    name: "DCGM_EXP_XID_ERRORS_COUNT",
    type: "gauge",
    help: "XID errors within the exporter's window",
    since: "3.4.0",
    source: "https://github.com/NVIDIA/dcgm-exporter/blob/3.3.5-3.4.0/etc/default-counters.csv",
};
/** XIDs since the exporter started: a code has no series before its first, so that increase() misses that one. */
const xidsInTotal = {
    name: "DCGM_EXP_XID_ERRORS_TOTAL",
    type: "counter",
    help: "XID errors since the exporter started",
    since: "4.8.3",
    source: "https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/etc/default-counters.csv",
};
/** The gauge of DCGM that holds the code of the last XID, by its names before and since exporter 4.9.0. */
const lastXid = ["DCGM_FI_DEV_XID_ERRORS", "DCGM_FI_DEV_XID_ERROR"];
/** How a metric tells codes of XIDs apart: by its value, or by its label; null for a metric of something else. */
const xidCarrier = (metric) => lastXid.includes(metric) ? "gauge" : metric === xidsInWindow.name || metric === xidsInTotal.name ? "count" : null;
/** The label that holds the code: `err_code` of the gauge (from 3.4.2 on), `xid` of the exporter's own. */
const xidLabels = { gauge: "err_code", count: "xid" };
/** Whether a comparison of a code, or of a count, with a number holds for any there is: XIDs count from 1. */
const holdsForAny = (op, value) => (op === ">" && value < 1) || (op === ">=" && value <= 1) || (op === "!=" && value === 0);


/***/ },

/***/ 30577:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ called)
/* harmony export */ });
/** The exporter and its release, as messages name them. */
const called = ({ name }, { version }) => version === null ? name : `${name} ${version}`;


/***/ },

/***/ 67318:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Xt: () => (/* binding */ exporterOf),
  sL: () => (/* binding */ isJudged),
  _w: () => (/* binding */ judgedPrefixes),
  QP: () => (/* binding */ typeOf)
});

// UNUSED EXPORTS: chartExporters

// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
;// CONCATENATED MODULE: ./build/src/exporters/data/alertmanager.json
const alertmanager_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/prometheus/alertmanager/tree/v0.34.0"],"from":"0.24.0","to":"0.34.0","metrics":["alertmanager_alerts - gauge - - *","alertmanager_alerts_invalid_total - counter - - *","alertmanager_alerts_limited_total - counter - - *","alertmanager_alerts_per_alert_limit - gauge - - *","alertmanager_alerts_received_total - counter - - *","alertmanager_alerts_subscriber_channel_writes_total - counter - - *","alertmanager_cluster_alive_messages_total - counter - - *","alertmanager_cluster_enabled - gauge - - *","alertmanager_cluster_failed_peers - gauge - - *","alertmanager_cluster_health_score - gauge - - *","alertmanager_cluster_members - gauge - - *","alertmanager_cluster_messages_pruned_total - counter - - *","alertmanager_cluster_messages_queued - gauge - - *","alertmanager_cluster_messages_received_size_total - counter - - *","alertmanager_cluster_messages_received_total - counter - - *","alertmanager_cluster_messages_sent_size_total - counter - - *","alertmanager_cluster_messages_sent_total - counter - - *","alertmanager_cluster_peer_info - gauge - - *","alertmanager_cluster_peer_name_conflicts_total - counter - - *","alertmanager_cluster_peers_joined_total - counter - - *","alertmanager_cluster_peers_left_total - counter - - *","alertmanager_cluster_peers_update_total - counter - - *","alertmanager_cluster_pings_seconds - untyped - - *","alertmanager_cluster_pings_seconds_bucket - counter - - *","alertmanager_cluster_pings_seconds_count - counter - - *","alertmanager_cluster_pings_seconds_sum - counter - - *","alertmanager_cluster_reconnections_failed_total - counter - - *","alertmanager_cluster_reconnections_total - counter - - *","alertmanager_cluster_refresh_join_failed_total - counter - - *","alertmanager_cluster_refresh_join_total - counter - - *","alertmanager_config_hash - gauge - - *","alertmanager_config_last_reload_success_timestamp_seconds - gauge - - *","alertmanager_config_last_reload_successful - gauge - - *","alertmanager_dispatcher_aggregation_group_creation_given_up_total - counter - - *","alertmanager_dispatcher_aggregation_group_creation_retries_total - counter - - *","alertmanager_dispatcher_aggregation_group_limit_reached_total - counter - - *","alertmanager_dispatcher_aggregation_groups - gauge - - *","alertmanager_dispatcher_alert_processing_duration_seconds - untyped - - *","alertmanager_dispatcher_alert_processing_duration_seconds_count - counter - - *","alertmanager_dispatcher_alert_processing_duration_seconds_sum - counter - - *","alertmanager_event_kafka_produce_errors_total - counter - - *","alertmanager_event_output_drops_total - counter - - *","alertmanager_event_recorder_bytes_written_total - counter - - *","alertmanager_event_recorder_queue_length - gauge - - *","alertmanager_event_serialize_errors_total - counter - - *","alertmanager_events_dropped_total - counter - - *","alertmanager_events_recorded_total - counter - - *","alertmanager_http_concurrency_limit_exceeded_total - counter - - *","alertmanager_http_request_duration_seconds - untyped - - *","alertmanager_http_request_duration_seconds_bucket - counter - - *","alertmanager_http_request_duration_seconds_count - counter - - *","alertmanager_http_request_duration_seconds_sum - counter - - *","alertmanager_http_requests_in_flight - gauge - - *","alertmanager_http_response_size_bytes - untyped - - *","alertmanager_http_response_size_bytes_bucket - counter - - *","alertmanager_http_response_size_bytes_count - counter - - *","alertmanager_http_response_size_bytes_sum - counter - - *","alertmanager_inhibition_rules - gauge - - *","alertmanager_integrations - gauge - - *","alertmanager_marked_alerts - gauge - - *","alertmanager_nflog_gc_duration_seconds - untyped - - *","alertmanager_nflog_gc_duration_seconds_count - counter - - *","alertmanager_nflog_gc_duration_seconds_sum - counter - - *","alertmanager_nflog_gossip_messages_propagated_total - counter - - *","alertmanager_nflog_maintenance_errors_total - counter - - *","alertmanager_nflog_maintenance_total - counter - - *","alertmanager_nflog_queries_total - counter - - *","alertmanager_nflog_query_duration_seconds - untyped - - *","alertmanager_nflog_query_duration_seconds_bucket - counter - - *","alertmanager_nflog_query_duration_seconds_count - counter - - *","alertmanager_nflog_query_duration_seconds_sum - counter - - *","alertmanager_nflog_query_errors_total - counter - - *","alertmanager_nflog_snapshot_duration_seconds - untyped - - *","alertmanager_nflog_snapshot_duration_seconds_count - counter - - *","alertmanager_nflog_snapshot_duration_seconds_sum - counter - - *","alertmanager_nflog_snapshot_size_bytes - gauge - - *","alertmanager_notification_latency_seconds - untyped - - *","alertmanager_notification_latency_seconds_bucket - counter - - *","alertmanager_notification_latency_seconds_count - counter - - *","alertmanager_notification_latency_seconds_sum - counter - - *","alertmanager_notification_requests_failed_total - counter - - *","alertmanager_notification_requests_total - counter - - *","alertmanager_notifications_failed_total - counter - - *","alertmanager_notifications_suppressed_total - counter - - *","alertmanager_notifications_total - counter - - *","alertmanager_oversize_gossip_message_duration_seconds - untyped - - *","alertmanager_oversize_gossip_message_duration_seconds_bucket - counter - - *","alertmanager_oversize_gossip_message_duration_seconds_count - counter - - *","alertmanager_oversize_gossip_message_duration_seconds_sum - counter - - *","alertmanager_oversized_gossip_message_dropped_total - counter - - *","alertmanager_oversized_gossip_message_failure_total - counter - - *","alertmanager_oversized_gossip_message_sent_total - counter - - *","alertmanager_peer_position - gauge - - *","alertmanager_receivers - gauge - - *","alertmanager_silences - gauge - - *","alertmanager_silences_gc_duration_seconds - untyped - - *","alertmanager_silences_gc_duration_seconds_count - counter - - *","alertmanager_silences_gc_duration_seconds_sum - counter - - *","alertmanager_silences_gc_errors_total - counter - - *","alertmanager_silences_gossip_messages_propagated_total - counter - - *","alertmanager_silences_maintenance_errors_total - counter - - *","alertmanager_silences_maintenance_total - counter - - *","alertmanager_silences_matcher_compile_errors_total - counter - - *","alertmanager_silences_matcher_index_size - gauge - - *","alertmanager_silences_queries_total - counter - - *","alertmanager_silences_query_duration_seconds - untyped - - *","alertmanager_silences_query_duration_seconds_bucket - counter - - *","alertmanager_silences_query_duration_seconds_count - counter - - *","alertmanager_silences_query_duration_seconds_sum - counter - - *","alertmanager_silences_query_errors_total - counter - - *","alertmanager_silences_query_silences_scanned_total - counter - - *","alertmanager_silences_query_silences_skipped_total - counter - - *","alertmanager_silences_snapshot_duration_seconds - untyped - - *","alertmanager_silences_snapshot_duration_seconds_count - counter - - *","alertmanager_silences_snapshot_duration_seconds_sum - counter - - *","alertmanager_silences_snapshot_size_bytes - gauge - - *","alertmanager_silences_state_size - gauge - - *","alertmanager_silences_version_index_size - gauge - - *","alertmanager_tls_transport_packet_bytes_received_total - counter - - *","alertmanager_tls_transport_packet_bytes_sent_total - counter - - *","alertmanager_tls_transport_read_errors_total - counter - - *","alertmanager_tls_transport_stream_connections_received_total - counter - - *","alertmanager_tls_transport_stream_connections_sent_total - counter - - *","alertmanager_tls_transport_write_errors_total - counter - - *"]}');
;// CONCATENATED MODULE: ./build/src/exporters/data/coredns.json
const coredns_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/coredns/coredns/tree/v1.14.7"],"from":"1.9.0","to":"1.14.7","metrics":["coredns_acl_allowed_requests_total - counter - - *","coredns_acl_blocked_requests_total - counter - - *","coredns_acl_dropped_requests_total - counter - - *","coredns_acl_filtered_requests_total - counter - - *","coredns_autopath_success_total - counter - - *","coredns_build_info - gauge - - *","coredns_cache_drops_total - counter - - *","coredns_cache_entries - gauge - - *","coredns_cache_evictions_total - counter - - *","coredns_cache_hits_total - counter - - *","coredns_cache_misses_total - counter - - *","coredns_cache_prefetch_total - counter - - *","coredns_cache_requests_total - counter - - *","coredns_cache_served_stale_total - counter - - *","coredns_dns_do_requests_total - counter - - *","coredns_dns_https3_responses_total - counter - - *","coredns_dns_https_responses_total - counter - - *","coredns_dns_quic_responses_total - counter - - *","coredns_dns_request_duration_seconds - untyped - - *","coredns_dns_request_duration_seconds_bucket - counter - - *","coredns_dns_request_duration_seconds_count - counter - - *","coredns_dns_request_duration_seconds_sum - counter - - *","coredns_dns_request_size_bytes - untyped - - *","coredns_dns_request_size_bytes_bucket - counter - - *","coredns_dns_request_size_bytes_count - counter - - *","coredns_dns_request_size_bytes_sum - counter - - *","coredns_dns_requests_total - counter - - *","coredns_dns_response_size_bytes - untyped - - *","coredns_dns_response_size_bytes_bucket - counter - - *","coredns_dns_response_size_bytes_count - counter - - *","coredns_dns_response_size_bytes_sum - counter - - *","coredns_dns_responses_total - counter - - *","coredns_dnssec_cache_entries - gauge - - *","coredns_dnssec_cache_hits_total - counter - - *","coredns_dnssec_cache_misses_total - counter - - *","coredns_forward_conn_cache_hits_total - counter - - *","coredns_forward_conn_cache_misses_total - counter - - *","coredns_forward_healthcheck_broken_total - counter - - *","coredns_forward_healthcheck_failures_total - counter - - *","coredns_forward_max_concurrent_rejects_total - counter - - *","coredns_forward_request_duration_seconds - untyped - - *","coredns_forward_request_duration_seconds_bucket - counter - - *","coredns_forward_request_duration_seconds_count - counter - - *","coredns_forward_request_duration_seconds_sum - counter - - *","coredns_forward_requests_total - counter - - *","coredns_forward_responses_total - counter - - *","coredns_forward_sockets_open - gauge - - *","coredns_grpc_request_duration_seconds - untyped - - *","coredns_grpc_request_duration_seconds_bucket - counter - - *","coredns_grpc_request_duration_seconds_count - counter - - *","coredns_grpc_request_duration_seconds_sum - counter - - *","coredns_grpc_requests_total - counter - - *","coredns_grpc_responses_total - counter - - *","coredns_health_request_duration_seconds - untyped - - *","coredns_health_request_duration_seconds_bucket - counter - - *","coredns_health_request_duration_seconds_count - counter - - *","coredns_health_request_duration_seconds_sum - counter - - *","coredns_health_request_failures_total - counter - - *","coredns_hosts_entries - gauge - - *","coredns_hosts_reload_timestamp_seconds - gauge - - *","coredns_kubernetes_dns_programming_duration_seconds - untyped - - *","coredns_kubernetes_dns_programming_duration_seconds_bucket - counter - - *","coredns_kubernetes_dns_programming_duration_seconds_count - counter - - *","coredns_kubernetes_dns_programming_duration_seconds_sum - counter - - *","coredns_kubernetes_rest_client_rate_limiter_duration_seconds - untyped - - *","coredns_kubernetes_rest_client_rate_limiter_duration_seconds_bucket - counter - - *","coredns_kubernetes_rest_client_rate_limiter_duration_seconds_count - counter - - *","coredns_kubernetes_rest_client_rate_limiter_duration_seconds_sum - counter - - *","coredns_kubernetes_rest_client_request_duration_seconds - untyped - - *","coredns_kubernetes_rest_client_request_duration_seconds_bucket - counter - - *","coredns_kubernetes_rest_client_request_duration_seconds_count - counter - - *","coredns_kubernetes_rest_client_request_duration_seconds_sum - counter - - *","coredns_kubernetes_rest_client_requests_total - counter - - *","coredns_local_localhost_requests_total - counter - - *","coredns_nomad_failed_requests_total - counter - - *","coredns_nomad_success_requests_total - counter - - *","coredns_panics_total - counter - - *","coredns_plugin_enabled - gauge - - *","coredns_proxy_conn_cache_hits_total - counter - - *","coredns_proxy_conn_cache_misses_total - counter - - *","coredns_proxy_healthcheck_failures_total - counter - - *","coredns_proxy_request_duration_seconds - untyped - - *","coredns_proxy_request_duration_seconds_bucket - counter - - *","coredns_proxy_request_duration_seconds_count - counter - - *","coredns_proxy_request_duration_seconds_sum - counter - - *","coredns_reload_failed_total - counter - - *","coredns_reload_version_info - gauge - - *","coredns_shed_dropped_total - counter - - *","coredns_template_matches_total - counter - - *","coredns_template_rr_failures_total - counter - - *","coredns_template_template_failures_total - counter - - *"]}');
;// CONCATENATED MODULE: ./build/src/exporters/data/etcd.json
const etcd_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/etcd-io/etcd/tree/v3.7.1"],"from":"3.4.0","to":"3.7.1","metrics":["etcd_cluster_version - gauge - - *","etcd_debugging_auth_revision - gauge - - *","etcd_debugging_disk_backend_commit_rebalance_duration_seconds - untyped - - *","etcd_debugging_disk_backend_commit_rebalance_duration_seconds_bucket - counter - - *","etcd_debugging_disk_backend_commit_rebalance_duration_seconds_count - counter - - *","etcd_debugging_disk_backend_commit_rebalance_duration_seconds_sum - counter - - *","etcd_debugging_disk_backend_commit_spill_duration_seconds - untyped - - *","etcd_debugging_disk_backend_commit_spill_duration_seconds_bucket - counter - - *","etcd_debugging_disk_backend_commit_spill_duration_seconds_count - counter - - *","etcd_debugging_disk_backend_commit_spill_duration_seconds_sum - counter - - *","etcd_debugging_disk_backend_commit_write_duration_seconds - untyped - - *","etcd_debugging_disk_backend_commit_write_duration_seconds_bucket - counter - - *","etcd_debugging_disk_backend_commit_write_duration_seconds_count - counter - - *","etcd_debugging_disk_backend_commit_write_duration_seconds_sum - counter - - *","etcd_debugging_lease_granted_total - counter - - *","etcd_debugging_lease_renewed_total - counter - - *","etcd_debugging_lease_revoked_total - counter - - *","etcd_debugging_lease_ttl_total - untyped - - *","etcd_debugging_lease_ttl_total_bucket - counter - - *","etcd_debugging_lease_ttl_total_count - counter - - *","etcd_debugging_lease_ttl_total_sum - counter - - *","etcd_debugging_mvcc_compact_revision - gauge - - *","etcd_debugging_mvcc_current_revision - gauge - - *","etcd_debugging_mvcc_db_compaction_keys_total - counter - - *","etcd_debugging_mvcc_db_compaction_last - gauge - - *","etcd_debugging_mvcc_db_compaction_pause_duration_milliseconds - untyped - - *","etcd_debugging_mvcc_db_compaction_pause_duration_milliseconds_bucket - counter - - *","etcd_debugging_mvcc_db_compaction_pause_duration_milliseconds_count - counter - - *","etcd_debugging_mvcc_db_compaction_pause_duration_milliseconds_sum - counter - - *","etcd_debugging_mvcc_db_compaction_total_duration_milliseconds - untyped - - *","etcd_debugging_mvcc_db_compaction_total_duration_milliseconds_bucket - counter - - *","etcd_debugging_mvcc_db_compaction_total_duration_milliseconds_count - counter - - *","etcd_debugging_mvcc_db_compaction_total_duration_milliseconds_sum - counter - - *","etcd_debugging_mvcc_db_total_size_in_bytes - gauge - - *","etcd_debugging_mvcc_delete_total - counter - - *","etcd_debugging_mvcc_events_total - counter - - *","etcd_debugging_mvcc_index_compaction_pause_duration_milliseconds - untyped - - *","etcd_debugging_mvcc_index_compaction_pause_duration_milliseconds_bucket - counter - - *","etcd_debugging_mvcc_index_compaction_pause_duration_milliseconds_count - counter - - *","etcd_debugging_mvcc_index_compaction_pause_duration_milliseconds_sum - counter - - *","etcd_debugging_mvcc_keys_total - gauge - - *","etcd_debugging_mvcc_pending_events_total - gauge - - *","etcd_debugging_mvcc_put_total - counter - - *","etcd_debugging_mvcc_range_total - counter - - *","etcd_debugging_mvcc_slow_watcher_total - gauge - - *","etcd_debugging_mvcc_total_put_size_in_bytes - gauge - - *","etcd_debugging_mvcc_txn_total - counter - - *","etcd_debugging_mvcc_watch_stream_total - gauge - - *","etcd_debugging_mvcc_watcher_total - gauge - - *","etcd_debugging_server_alarms - gauge - - *","etcd_debugging_server_lease_expired_total - counter - - *","etcd_debugging_server_watch_send_loop_control_stream_duration_seconds - untyped - - *","etcd_debugging_server_watch_send_loop_control_stream_duration_seconds_bucket - counter - - *","etcd_debugging_server_watch_send_loop_control_stream_duration_seconds_count - counter - - *","etcd_debugging_server_watch_send_loop_control_stream_duration_seconds_sum - counter - - *","etcd_debugging_server_watch_send_loop_progress_duration_seconds - untyped - - *","etcd_debugging_server_watch_send_loop_progress_duration_seconds_bucket - counter - - *","etcd_debugging_server_watch_send_loop_progress_duration_seconds_count - counter - - *","etcd_debugging_server_watch_send_loop_progress_duration_seconds_sum - counter - - *","etcd_debugging_server_watch_send_loop_watch_stream_duration_per_event_seconds - untyped - - *","etcd_debugging_server_watch_send_loop_watch_stream_duration_per_event_seconds_bucket - counter - - *","etcd_debugging_server_watch_send_loop_watch_stream_duration_per_event_seconds_count - counter - - *","etcd_debugging_server_watch_send_loop_watch_stream_duration_per_event_seconds_sum - counter - - *","etcd_debugging_server_watch_send_loop_watch_stream_duration_seconds - untyped - - *","etcd_debugging_server_watch_send_loop_watch_stream_duration_seconds_bucket - counter - - *","etcd_debugging_server_watch_send_loop_watch_stream_duration_seconds_count - counter - - *","etcd_debugging_server_watch_send_loop_watch_stream_duration_seconds_sum - counter - - *","etcd_debugging_snap_save_marshalling_duration_seconds - untyped - - *","etcd_debugging_snap_save_marshalling_duration_seconds_bucket - counter - - *","etcd_debugging_snap_save_marshalling_duration_seconds_count - counter - - *","etcd_debugging_snap_save_marshalling_duration_seconds_sum - counter - - *","etcd_debugging_snap_save_total_duration_seconds - untyped - - *","etcd_debugging_snap_save_total_duration_seconds_bucket - counter - - *","etcd_debugging_snap_save_total_duration_seconds_count - counter - - *","etcd_debugging_snap_save_total_duration_seconds_sum - counter - - *","etcd_debugging_store_expires_total - counter - - *","etcd_debugging_store_reads_failed_total - counter - - *","etcd_debugging_store_reads_total - counter - - *","etcd_debugging_store_watch_requests_total - counter - - *","etcd_debugging_store_watchers - gauge - - *","etcd_debugging_store_writes_failed_total - counter - - *","etcd_debugging_store_writes_total - counter - - *","etcd_disk_backend_commit_duration_seconds - untyped - - *","etcd_disk_backend_commit_duration_seconds_bucket - counter - - *","etcd_disk_backend_commit_duration_seconds_count - counter - - *","etcd_disk_backend_commit_duration_seconds_sum - counter - - *","etcd_disk_backend_defrag_duration_seconds - untyped - - *","etcd_disk_backend_defrag_duration_seconds_bucket - counter - - *","etcd_disk_backend_defrag_duration_seconds_count - counter - - *","etcd_disk_backend_defrag_duration_seconds_sum - counter - - *","etcd_disk_backend_snapshot_duration_seconds - untyped - - *","etcd_disk_backend_snapshot_duration_seconds_bucket - counter - - *","etcd_disk_backend_snapshot_duration_seconds_count - counter - - *","etcd_disk_backend_snapshot_duration_seconds_sum - counter - - *","etcd_disk_defrag_inflight - gauge - - *","etcd_disk_wal_fsync_duration_seconds - untyped - - *","etcd_disk_wal_fsync_duration_seconds_bucket - counter - - *","etcd_disk_wal_fsync_duration_seconds_count - counter - - *","etcd_disk_wal_fsync_duration_seconds_sum - counter - - *","etcd_disk_wal_write_bytes_total - gauge - - *","etcd_disk_wal_write_duration_seconds - untyped - - *","etcd_disk_wal_write_duration_seconds_bucket - counter - - *","etcd_disk_wal_write_duration_seconds_count - counter - - *","etcd_disk_wal_write_duration_seconds_sum - counter - - *","etcd_grpc_proxy_cache_hits_total - gauge - - *","etcd_grpc_proxy_cache_keys_total - gauge - - *","etcd_grpc_proxy_cache_misses_total - gauge - - *","etcd_grpc_proxy_events_coalescing_total - counter - - *","etcd_grpc_proxy_watchers_coalescing_total - gauge - - *","etcd_http_failed_total - counter - - *","etcd_http_received_total - counter - - *","etcd_http_successful_duration_seconds - untyped - - *","etcd_http_successful_duration_seconds_bucket - counter - - *","etcd_http_successful_duration_seconds_count - counter - - *","etcd_http_successful_duration_seconds_sum - counter - - *","etcd_mvcc_db_open_read_transactions - gauge - - *","etcd_mvcc_db_total_size_in_bytes - gauge - - *","etcd_mvcc_db_total_size_in_use_in_bytes - gauge - - *","etcd_mvcc_delete_total - counter - - *","etcd_mvcc_hash_duration_seconds - untyped - - *","etcd_mvcc_hash_duration_seconds_bucket - counter - - *","etcd_mvcc_hash_duration_seconds_count - counter - - *","etcd_mvcc_hash_duration_seconds_sum - counter - - *","etcd_mvcc_hash_rev_duration_seconds - untyped - - *","etcd_mvcc_hash_rev_duration_seconds_bucket - counter - - *","etcd_mvcc_hash_rev_duration_seconds_count - counter - - *","etcd_mvcc_hash_rev_duration_seconds_sum - counter - - *","etcd_mvcc_put_total - counter - - *","etcd_mvcc_range_total - counter - - *","etcd_mvcc_txn_total - counter - - *","etcd_network_active_peers - gauge - - *","etcd_network_client_grpc_received_bytes_total - counter - - *","etcd_network_client_grpc_sent_bytes_total - counter - - *","etcd_network_disconnected_peers_total - counter - - *","etcd_network_known_peers - gauge - - *","etcd_network_peer_received_bytes_total - counter - - *","etcd_network_peer_received_failures_total - counter - - *","etcd_network_peer_round_trip_time_seconds - untyped - - *","etcd_network_peer_round_trip_time_seconds_bucket - counter - - *","etcd_network_peer_round_trip_time_seconds_count - counter - - *","etcd_network_peer_round_trip_time_seconds_sum - counter - - *","etcd_network_peer_sent_bytes_total - counter - - *","etcd_network_peer_sent_failures_total - counter - - *","etcd_network_server_stream_failures_total - counter - - *","etcd_network_snapshot_receive_failures - counter - - *","etcd_network_snapshot_receive_inflights_total - gauge - - *","etcd_network_snapshot_receive_success - counter - - *","etcd_network_snapshot_receive_total_duration_seconds - untyped - - *","etcd_network_snapshot_receive_total_duration_seconds_bucket - counter - - *","etcd_network_snapshot_receive_total_duration_seconds_count - counter - - *","etcd_network_snapshot_receive_total_duration_seconds_sum - counter - - *","etcd_network_snapshot_send_failures - counter - - *","etcd_network_snapshot_send_inflights_total - gauge - - *","etcd_network_snapshot_send_success - counter - - *","etcd_network_snapshot_send_total_duration_seconds - untyped - - *","etcd_network_snapshot_send_total_duration_seconds_bucket - counter - - *","etcd_network_snapshot_send_total_duration_seconds_count - counter - - *","etcd_network_snapshot_send_total_duration_seconds_sum - counter - - *","etcd_proxy_dropped_total - counter - - *","etcd_proxy_handled_total - counter - - *","etcd_proxy_handling_duration_seconds - untyped - - *","etcd_proxy_handling_duration_seconds_bucket - counter - - *","etcd_proxy_handling_duration_seconds_count - counter - - *","etcd_proxy_handling_duration_seconds_sum - counter - - *","etcd_proxy_requests_total - counter - - *","etcd_server_apply_duration_seconds - untyped - - *","etcd_server_apply_duration_seconds_bucket - counter - - *","etcd_server_apply_duration_seconds_count - counter - - *","etcd_server_apply_duration_seconds_sum - counter - - *","etcd_server_client_requests_total - counter - - *","etcd_server_feature_enabled - gauge - - *","etcd_server_go_version - gauge - - *","etcd_server_has_leader - gauge - - *","etcd_server_health_failures - counter - - *","etcd_server_health_success - counter - - *","etcd_server_healthcheck - gauge - - *","etcd_server_healthchecks_total - counter - - *","etcd_server_heartbeat_send_failures_total - counter - - *","etcd_server_id - gauge - - *","etcd_server_is_leader - gauge - - *","etcd_server_is_learner - gauge - - *","etcd_server_leader_changes_seen_total - counter - - *","etcd_server_learner_promote_failures - counter - - *","etcd_server_learner_promote_successes - counter - - *","etcd_server_proposals_applied_total - gauge - - *","etcd_server_proposals_committed_total - gauge - - *","etcd_server_proposals_failed_total - counter - - *","etcd_server_proposals_pending - gauge - - *","etcd_server_quota_backend_bytes - gauge - - *","etcd_server_range_duration_seconds - untyped - - *","etcd_server_range_duration_seconds_bucket - counter - - *","etcd_server_range_duration_seconds_count - counter - - *","etcd_server_range_duration_seconds_sum - counter - - *","etcd_server_read_indexes_failed_total - counter - - *","etcd_server_request_duration_seconds - untyped - - *","etcd_server_request_duration_seconds_bucket - counter - - *","etcd_server_request_duration_seconds_count - counter - - *","etcd_server_request_duration_seconds_sum - counter - - *","etcd_server_slow_apply_total - counter - - *","etcd_server_slow_read_indexes_total - counter - - *","etcd_server_snapshot_apply_in_progress_total - gauge - - *","etcd_server_version - gauge - - *","etcd_snap_db_fsync_duration_seconds - untyped - - *","etcd_snap_db_fsync_duration_seconds_bucket - counter - - *","etcd_snap_db_fsync_duration_seconds_count - counter - - *","etcd_snap_db_fsync_duration_seconds_sum - counter - - *","etcd_snap_db_save_total_duration_seconds - untyped - - *","etcd_snap_db_save_total_duration_seconds_bucket - counter - - *","etcd_snap_db_save_total_duration_seconds_count - counter - - *","etcd_snap_db_save_total_duration_seconds_sum - counter - - *","etcd_snap_fsync_duration_seconds - untyped - - *","etcd_snap_fsync_duration_seconds_bucket - counter - - *","etcd_snap_fsync_duration_seconds_count - counter - - *","etcd_snap_fsync_duration_seconds_sum - counter - - *"]}');
;// CONCATENATED MODULE: ./build/src/exporters/data/grafana.json
const grafana_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/grafana/grafana/tree/v9.3.2","https://github.com/grafana/grafana/tree/fc858d982c95acb50412c3973acd7a55c3957319","https://github.com/grafana/grafana/blob/3af0110a1a2192523521267b47ee6fede2c8ec57/pkg/services/dashboards/service/metrics.go","https://github.com/grafana/grafana/blob/3af0110a1a2192523521267b47ee6fede2c8ec57/pkg/services/folder/folderimpl/metrics.go","https://github.com/grafana/grafana/blob/6c1db432b134ef68882f41b57fe19408b51bcd09/pkg/services/ngalert/metrics/folder_label_syncer.go","https://github.com/grafana/grafana/blob/e75b5e7dd36309964a1ec33494cc10c9fd2929d6/pkg/services/ngalert/metrics/multi_org_alertmanager.go","https://github.com/grafana/grafana/blob/c265af27ff621c44027bd9fa09a63a840aa37911/pkg/services/ngalert/metrics/ngalert.go","https://github.com/grafana/grafana/blob/6ed9f49e517176cf1ac1fb1c681a7ac1fe061f2f/pkg/services/ngalert/metrics/notification_historian.go","https://github.com/grafana/grafana/blob/a9f41bea9271e0e3b5c137233672a88c0103dad6/pkg/services/ngalert/metrics/remote_alertmanager.go","https://github.com/grafana/grafana/blob/50bc8756cdc6384832fbb0525e99dc4ea24dcd79/pkg/services/ngalert/metrics/remote_writer.go","https://github.com/grafana/grafana/blob/35b27b0193bec6e2708b4d1f974c8075e6ce3542/pkg/services/ngalert/metrics/scheduler.go","https://github.com/grafana/grafana/blob/0b596ec909baa92dcc5ad32d64ea1decf8746aeb/pkg/services/ngalert/metrics/state.go","https://github.com/grafana/grafana/blob/07266e4bdef28aa2d65e90d8c10b8fd23e6fcadf/pkg/services/ngalert/metrics/status.go","https://github.com/grafana/grafana/blob/3d7b81763fb4b8c6df6716c665c9260f07b43477/pkg/services/ngalert/rulesync/metrics.go","https://github.com/grafana/grafana/blob/9e20bc6cc212b2324c93f3d52b07683d58fb6fa5/pkg/services/ssosettings/ssosettingsimpl/metrics.go"],"from":"8.0.0","to":"9.3.2","metrics":["grafana_access_evaluation_count - counter - - *","grafana_alerting_active_alerts - gauge - - *","grafana_alerting_active_configurations - gauge - - *","grafana_alerting_alertmanager_alerts - gauge - - *","grafana_alerting_alertmanager_config_hash - gauge - - *","grafana_alerting_alertmanager_config_match - gauge - - *","grafana_alerting_alertmanager_config_match_re - gauge - - *","grafana_alerting_alertmanager_config_matchers - gauge - - *","grafana_alerting_alertmanager_config_object_matchers - gauge - - *","grafana_alerting_alertmanager_config_size_bytes - gauge - - *","grafana_alerting_alertmanager_inhibition_rules - gauge - - *","grafana_alerting_alertmanager_integrations - gauge - - *","grafana_alerting_alertmanager_receivers - gauge - - *","grafana_alerting_alerts - gauge - - *","grafana_alerting_alerts_invalid_total - counter - - *","grafana_alerting_alerts_received_total - counter - - *","grafana_alerting_discovered_configurations - gauge - - *","grafana_alerting_dispatcher_aggregation_groups - gauge - - *","grafana_alerting_dispatcher_alert_processing_duration_seconds - untyped - - *","grafana_alerting_dispatcher_alert_processing_duration_seconds_count - counter - - *","grafana_alerting_dispatcher_alert_processing_duration_seconds_sum - counter - - *","grafana_alerting_execution_time_milliseconds - untyped - - *","grafana_alerting_execution_time_milliseconds_count - counter - - *","grafana_alerting_execution_time_milliseconds_sum - counter - - *","grafana_alerting_external_ruler_sync_duration_seconds - untyped - - *","grafana_alerting_external_ruler_sync_duration_seconds_bucket - counter - - *","grafana_alerting_external_ruler_sync_duration_seconds_count - counter - - *","grafana_alerting_external_ruler_sync_duration_seconds_sum - counter - - *","grafana_alerting_external_ruler_sync_failures_total - counter - - *","grafana_alerting_external_ruler_sync_groups - gauge - - *","grafana_alerting_external_ruler_sync_hash - gauge - - *","grafana_alerting_external_ruler_sync_rules - gauge - - *","grafana_alerting_external_ruler_sync_total - counter - - *","grafana_alerting_folder_label_syncer_failures_total - counter - - *","grafana_alerting_folder_label_syncer_total - counter - - *","grafana_alerting_get_alert_rules_duration_seconds - untyped - - *","grafana_alerting_get_alert_rules_duration_seconds_bucket - counter - - *","grafana_alerting_get_alert_rules_duration_seconds_count - counter - - *","grafana_alerting_get_alert_rules_duration_seconds_sum - counter - - *","grafana_alerting_image_cache_hits_total - counter - - *","grafana_alerting_image_cache_misses_total - counter - - *","grafana_alerting_image_upload_failures_total - counter - - *","grafana_alerting_image_upload_successes_total - counter - - *","grafana_alerting_nflog_gc_duration_seconds - untyped - - *","grafana_alerting_nflog_gc_duration_seconds_count - counter - - *","grafana_alerting_nflog_gc_duration_seconds_sum - counter - - *","grafana_alerting_nflog_gossip_messages_propagated_total - counter - - *","grafana_alerting_nflog_queries_total - counter - - *","grafana_alerting_nflog_query_duration_seconds - untyped - - *","grafana_alerting_nflog_query_duration_seconds_bucket - counter - - *","grafana_alerting_nflog_query_duration_seconds_count - counter - - *","grafana_alerting_nflog_query_duration_seconds_sum - counter - - *","grafana_alerting_nflog_query_errors_total - counter - - *","grafana_alerting_nflog_snapshot_duration_seconds - untyped - - *","grafana_alerting_nflog_snapshot_duration_seconds_count - counter - - *","grafana_alerting_nflog_snapshot_duration_seconds_sum - counter - - *","grafana_alerting_nflog_snapshot_size_bytes - gauge - - *","grafana_alerting_notification_failed_total - counter - - *","grafana_alerting_notification_history_info - gauge - - *","grafana_alerting_notification_history_request_duration_seconds - untyped - - *","grafana_alerting_notification_history_request_duration_seconds_bucket - counter - - *","grafana_alerting_notification_history_request_duration_seconds_count - counter - - *","grafana_alerting_notification_history_request_duration_seconds_sum - counter - - *","grafana_alerting_notification_history_writes_bytes_total - counter - - *","grafana_alerting_notification_history_writes_failed_total - counter - - *","grafana_alerting_notification_history_writes_total - counter - - *","grafana_alerting_notification_latency_seconds - untyped - - *","grafana_alerting_notification_latency_seconds_bucket - counter - - *","grafana_alerting_notification_latency_seconds_count - counter - - *","grafana_alerting_notification_latency_seconds_sum - counter - - *","grafana_alerting_notification_requests_failed_total - counter - - *","grafana_alerting_notification_requests_total - counter - - *","grafana_alerting_notification_sent_total - counter - - *","grafana_alerting_notifications_failed_total - counter - - *","grafana_alerting_notifications_total - counter - - *","grafana_alerting_prometheus_imported_rules - gauge - - *","grafana_alerting_remote_alertmanager_configuration_sync_failures_total - counter - - *","grafana_alerting_remote_alertmanager_configuration_syncs_total - counter - - *","grafana_alerting_remote_alertmanager_info - gauge - - *","grafana_alerting_remote_alertmanager_last_configuration_sync_timestamp_seconds - gauge - - *","grafana_alerting_remote_alertmanager_last_readiness_check_timestamp_seconds - gauge - - *","grafana_alerting_remote_alertmanager_last_state_sync_timestamp_seconds - gauge - - *","grafana_alerting_remote_alertmanager_latency_seconds - untyped - - *","grafana_alerting_remote_alertmanager_latency_seconds_bucket - counter - - *","grafana_alerting_remote_alertmanager_latency_seconds_count - counter - - *","grafana_alerting_remote_alertmanager_latency_seconds_sum - counter - - *","grafana_alerting_remote_alertmanager_state_sync_failures_total - counter - - *","grafana_alerting_remote_alertmanager_state_syncs_total - counter - - *","grafana_alerting_remote_writer_batches_per_write - untyped - - *","grafana_alerting_remote_writer_batches_per_write_bucket - counter - - *","grafana_alerting_remote_writer_batches_per_write_count - counter - - *","grafana_alerting_remote_writer_batches_per_write_sum - counter - - *","grafana_alerting_remote_writer_write_duration_seconds - untyped - - *","grafana_alerting_remote_writer_write_duration_seconds_bucket - counter - - *","grafana_alerting_remote_writer_write_duration_seconds_count - counter - - *","grafana_alerting_remote_writer_write_duration_seconds_sum - counter - - *","grafana_alerting_remote_writer_write_size_bytes - untyped - - *","grafana_alerting_remote_writer_write_size_bytes_bucket - counter - - *","grafana_alerting_remote_writer_write_size_bytes_count - counter - - *","grafana_alerting_remote_writer_write_size_bytes_sum - counter - - *","grafana_alerting_remote_writer_writes_total - counter - - *","grafana_alerting_request_duration_seconds - untyped - - *","grafana_alerting_request_duration_seconds_bucket - counter - - *","grafana_alerting_request_duration_seconds_count - counter - - *","grafana_alerting_request_duration_seconds_sum - counter - - *","grafana_alerting_result_total - counter - - *","grafana_alerting_rule_evaluation_attempt_failures_total - counter - - *","grafana_alerting_rule_evaluation_attempts_total - counter - - *","grafana_alerting_rule_evaluation_duration_seconds - untyped - - *","grafana_alerting_rule_evaluation_duration_seconds_bucket - counter - - *","grafana_alerting_rule_evaluation_duration_seconds_count - counter - - *","grafana_alerting_rule_evaluation_duration_seconds_sum - counter - - *","grafana_alerting_rule_evaluation_failures_total - counter - - *","grafana_alerting_rule_evaluations_total - counter - - *","grafana_alerting_rule_group_rules - gauge - - *","grafana_alerting_rule_groups - gauge - - *","grafana_alerting_rule_process_evaluation_duration_seconds - untyped - - *","grafana_alerting_rule_process_evaluation_duration_seconds_bucket - counter - - *","grafana_alerting_rule_process_evaluation_duration_seconds_count - counter - - *","grafana_alerting_rule_process_evaluation_duration_seconds_sum - counter - - *","grafana_alerting_rule_send_alerts_duration_seconds - untyped - - *","grafana_alerting_rule_send_alerts_duration_seconds_bucket - counter - - *","grafana_alerting_rule_send_alerts_duration_seconds_count - counter - - *","grafana_alerting_rule_send_alerts_duration_seconds_sum - counter - - *","grafana_alerting_rule_status_sync_duration_seconds - untyped - - *","grafana_alerting_rule_status_sync_duration_seconds_bucket - counter - - *","grafana_alerting_rule_status_sync_duration_seconds_count - counter - - *","grafana_alerting_rule_status_sync_duration_seconds_sum - counter - - *","grafana_alerting_rule_status_sync_failures_total - counter - - *","grafana_alerting_rule_status_sync_total - counter - - *","grafana_alerting_rule_status_writes_total - counter - - *","grafana_alerting_schedule_alert_rules - gauge - - *","grafana_alerting_schedule_alert_rules_hash - gauge - - *","grafana_alerting_schedule_periodic_duration_seconds - untyped - - *","grafana_alerting_schedule_periodic_duration_seconds_bucket - counter - - *","grafana_alerting_schedule_periodic_duration_seconds_count - counter - - *","grafana_alerting_schedule_periodic_duration_seconds_sum - counter - - *","grafana_alerting_schedule_query_alert_rules_duration_seconds - untyped - - *","grafana_alerting_schedule_query_alert_rules_duration_seconds_bucket - counter - - *","grafana_alerting_schedule_query_alert_rules_duration_seconds_count - counter - - *","grafana_alerting_schedule_query_alert_rules_duration_seconds_sum - counter - - *","grafana_alerting_schedule_rule_evaluations_missed_total - counter - - *","grafana_alerting_scheduler_behind_seconds - gauge - - *","grafana_alerting_silences - gauge - - *","grafana_alerting_silences_gc_duration_seconds - untyped - - *","grafana_alerting_silences_gc_duration_seconds_count - counter - - *","grafana_alerting_silences_gc_duration_seconds_sum - counter - - *","grafana_alerting_silences_gossip_messages_propagated_total - counter - - *","grafana_alerting_silences_queries_total - counter - - *","grafana_alerting_silences_query_duration_seconds - untyped - - *","grafana_alerting_silences_query_duration_seconds_bucket - counter - - *","grafana_alerting_silences_query_duration_seconds_count - counter - - *","grafana_alerting_silences_query_duration_seconds_sum - counter - - *","grafana_alerting_silences_query_errors_total - counter - - *","grafana_alerting_silences_snapshot_duration_seconds - untyped - - *","grafana_alerting_silences_snapshot_duration_seconds_count - counter - - *","grafana_alerting_silences_snapshot_duration_seconds_sum - counter - - *","grafana_alerting_silences_snapshot_size_bytes - gauge - - *","grafana_alerting_simple_routing_rules - gauge - - *","grafana_alerting_simplified_editor_rules - gauge - - *","grafana_alerting_state_calculation_duration_seconds - untyped - - *","grafana_alerting_state_calculation_duration_seconds_bucket - counter - - *","grafana_alerting_state_calculation_duration_seconds_count - counter - - *","grafana_alerting_state_calculation_duration_seconds_sum - counter - - *","grafana_alerting_state_history_info - gauge - - *","grafana_alerting_state_history_request_duration_seconds - untyped - - *","grafana_alerting_state_history_request_duration_seconds_bucket - counter - - *","grafana_alerting_state_history_request_duration_seconds_count - counter - - *","grafana_alerting_state_history_request_duration_seconds_sum - counter - - *","grafana_alerting_state_history_transitions_failed_total - counter - - *","grafana_alerting_state_history_transitions_total - counter - - *","grafana_alerting_state_history_writes_bytes_total - counter - - *","grafana_alerting_state_history_writes_failed_total - counter - - *","grafana_alerting_state_history_writes_total - counter - - *","grafana_alerting_ticker_interval_seconds - gauge - - *","grafana_alerting_ticker_last_consumed_tick_timestamp_seconds - gauge - - *","grafana_alerting_ticker_next_tick_timestamp_seconds - gauge - - *","grafana_api_admin_user_created_total - counter - - *","grafana_api_dashboard_get_milliseconds - untyped - - *","grafana_api_dashboard_get_milliseconds_count - counter - - *","grafana_api_dashboard_get_milliseconds_sum - counter - - *","grafana_api_dashboard_save_milliseconds - untyped - - *","grafana_api_dashboard_save_milliseconds_count - counter - - *","grafana_api_dashboard_save_milliseconds_sum - counter - - *","grafana_api_dashboard_search_milliseconds - untyped - - *","grafana_api_dashboard_search_milliseconds_count - counter - - *","grafana_api_dashboard_search_milliseconds_sum - counter - - *","grafana_api_dashboard_snapshot_create_total - counter - - *","grafana_api_dashboard_snapshot_external_total - counter - - *","grafana_api_dashboard_snapshot_get_total - counter - - *","grafana_api_dataproxy_request_all_milliseconds - untyped - - *","grafana_api_dataproxy_request_all_milliseconds_count - counter - - *","grafana_api_dataproxy_request_all_milliseconds_sum - counter - - *","grafana_api_login_oauth_total - counter - - *","grafana_api_login_post_total - counter - - *","grafana_api_login_saml_total - counter - - *","grafana_api_models_dashboard_insert_total - counter - - *","grafana_api_org_create_total - counter - - *","grafana_api_response_status_total - counter - - *","grafana_api_user_signup_completed_total - counter - - *","grafana_api_user_signup_invite_total - counter - - *","grafana_api_user_signup_started_total - counter - - *","grafana_authn_authn_failed_authentication_total - counter - - *","grafana_authn_authn_failed_login_total - counter - - *","grafana_authn_authn_successful_authentication_total - counter - - *","grafana_authn_authn_successful_login_total - counter - - *","grafana_aws_cloudwatch_get_metric_data_total - counter - - *","grafana_aws_cloudwatch_get_metric_statistics_total - counter - - *","grafana_aws_cloudwatch_list_metrics_total - counter - - *","grafana_build_info - gauge - - *","grafana_build_timestamp - gauge - - *","grafana_caching_query_caching_request_duration_seconds - untyped - - *","grafana_caching_query_caching_request_duration_seconds_bucket - counter - - *","grafana_caching_query_caching_request_duration_seconds_count - counter - - *","grafana_caching_query_caching_request_duration_seconds_sum - counter - - *","grafana_caching_resource_caching_request_duration_seconds - untyped - - *","grafana_caching_resource_caching_request_duration_seconds_bucket - counter - - *","grafana_caching_resource_caching_request_duration_seconds_count - counter - - *","grafana_caching_resource_caching_request_duration_seconds_sum - counter - - *","grafana_dashboards_sharedwithme_fetch_dashboards_duration_seconds - untyped - - *","grafana_dashboards_sharedwithme_fetch_dashboards_duration_seconds_bucket - counter - - *","grafana_dashboards_sharedwithme_fetch_dashboards_duration_seconds_count - counter - - *","grafana_dashboards_sharedwithme_fetch_dashboards_duration_seconds_sum - counter - - *","grafana_database_conn_idle - gauge - - *","grafana_database_conn_in_use - gauge - - *","grafana_database_conn_max_idle_closed_seconds - counter - - *","grafana_database_conn_max_idle_closed_total - counter - - *","grafana_database_conn_max_lifetime_closed_total - counter - - *","grafana_database_conn_max_open - gauge - - *","grafana_database_conn_open - gauge - - *","grafana_database_conn_wait_count_total - counter - - *","grafana_database_conn_wait_duration_seconds - counter - - *","grafana_database_queries_duration_seconds - untyped - - *","grafana_database_queries_duration_seconds_bucket - counter - - *","grafana_database_queries_duration_seconds_count - counter - - *","grafana_database_queries_duration_seconds_sum - counter - - *","grafana_datasource_request_duration_seconds - untyped - - *","grafana_datasource_request_duration_seconds_bucket - counter - - *","grafana_datasource_request_duration_seconds_count - counter - - *","grafana_datasource_request_duration_seconds_sum - counter - - *","grafana_datasource_request_in_flight - gauge - - *","grafana_datasource_request_total - counter - - *","grafana_datasource_response_size_bytes - untyped - - *","grafana_datasource_response_size_bytes_bucket - counter - - *","grafana_datasource_response_size_bytes_count - counter - - *","grafana_datasource_response_size_bytes_sum - counter - - *","grafana_db_datasource_query_by_id_total - counter - - *","grafana_emails_sent_failed - counter - - *","grafana_emails_sent_total - counter - - *","grafana_encryption_cache_reads_total - counter - - *","grafana_encryption_ops_total - counter - - *","grafana_environment_info - gauge - - *","grafana_feature_toggles_info - gauge - - *","grafana_folders_get_children_duration_seconds - untyped - - *","grafana_folders_get_children_duration_seconds_bucket - counter - - *","grafana_folders_get_children_duration_seconds_count - counter - - *","grafana_folders_get_children_duration_seconds_sum - counter - - *","grafana_folders_sharedwithme_fetch_folders_duration_seconds - untyped - - *","grafana_folders_sharedwithme_fetch_folders_duration_seconds_bucket - counter - - *","grafana_folders_sharedwithme_fetch_folders_duration_seconds_count - counter - - *","grafana_folders_sharedwithme_fetch_folders_duration_seconds_sum - counter - - *","grafana_grafanads_dashboard_search_requests_not_served_total - counter - - *","grafana_http_request_duration_seconds - untyped - - *","grafana_http_request_duration_seconds_bucket - counter - - *","grafana_http_request_duration_seconds_count - counter - - *","grafana_http_request_duration_seconds_sum - counter - - *","grafana_http_request_in_flight - gauge - - *","grafana_instance_start_total - counter - - *","grafana_ldap_users_sync_execution_time - untyped - - *","grafana_ldap_users_sync_execution_time_count - counter - - *","grafana_ldap_users_sync_execution_time_sum - counter - - *","grafana_page_response_status_total - counter - - *","grafana_panel_datasource_usage - gauge - - *","grafana_panel_transformer_usage - gauge - - *","grafana_panel_type_usage - gauge - - *","grafana_plugin_build_info - gauge - - *","grafana_plugin_request_duration_milliseconds - untyped - - *","grafana_plugin_request_duration_milliseconds_bucket - counter - - *","grafana_plugin_request_duration_milliseconds_count - counter - - *","grafana_plugin_request_duration_milliseconds_sum - counter - - *","grafana_plugin_request_duration_seconds - untyped - - *","grafana_plugin_request_duration_seconds_bucket - counter - - *","grafana_plugin_request_duration_seconds_count - counter - - *","grafana_plugin_request_duration_seconds_sum - counter - - *","grafana_plugin_request_size_bytes - untyped - - *","grafana_plugin_request_size_bytes_bucket - counter - - *","grafana_plugin_request_size_bytes_count - counter - - *","grafana_plugin_request_size_bytes_sum - counter - - *","grafana_plugin_request_total - counter - - *","grafana_plugins_cdn_fallback_redirect_requests_total - counter - - *","grafana_proxy_response_status_total - counter - - *","grafana_public_dashboard_datasource_query_success - counter - - *","grafana_public_dashboard_request_count - counter - - *","grafana_public_dashboards_amount - gauge - - *","grafana_rendering_queue_size - gauge - - *","grafana_rendering_request_duration_milliseconds - untyped - - *","grafana_rendering_request_duration_milliseconds_count - counter - - *","grafana_rendering_request_duration_milliseconds_sum - counter - - *","grafana_rendering_request_total - counter - - *","grafana_rendering_user_lookup_duration_milliseconds - untyped - - *","grafana_rendering_user_lookup_duration_milliseconds_count - counter - - *","grafana_rendering_user_lookup_duration_milliseconds_sum - counter - - *","grafana_screenshot_cache_hits_total - counter - - *","grafana_screenshot_cache_misses_total - counter - - *","grafana_screenshot_duration_seconds - untyped - - *","grafana_screenshot_duration_seconds_bucket - counter - - *","grafana_screenshot_duration_seconds_count - counter - - *","grafana_screenshot_duration_seconds_sum - counter - - *","grafana_screenshot_failures_total - counter - - *","grafana_screenshot_successes_total - counter - - *","grafana_screenshot_upload_failures_total - counter - - *","grafana_screenshot_upload_successes_total - counter - - *","grafana_search_dashboard_search_failures_duration_seconds - untyped - - *","grafana_search_dashboard_search_failures_duration_seconds_bucket - counter - - *","grafana_search_dashboard_search_failures_duration_seconds_count - counter - - *","grafana_search_dashboard_search_failures_duration_seconds_sum - counter - - *","grafana_search_dashboard_search_failures_total - counter - - *","grafana_search_dashboard_search_requests_not_served_total - counter - - *","grafana_search_dashboard_search_successes_duration_seconds - untyped - - *","grafana_search_dashboard_search_successes_duration_seconds_bucket - counter - - *","grafana_search_dashboard_search_successes_duration_seconds_count - counter - - *","grafana_search_dashboard_search_successes_duration_seconds_sum - counter - - *","grafana_sse_ds_queries_total - counter - - *","grafana_ssosettings_setting_reload_failures_total - counter - - *","grafana_stat_active_users - gauge - - *","grafana_stat_total_orgs - gauge - - *","grafana_stat_total_playlists - gauge - - *","grafana_stat_total_service_account_tokens - gauge - - *","grafana_stat_total_service_accounts - gauge - - *","grafana_stat_total_teams - gauge - - *","grafana_stat_total_users - gauge - - *","grafana_stat_totals_active_admins - gauge - - *","grafana_stat_totals_active_editors - gauge - - *","grafana_stat_totals_active_viewers - gauge - - *","grafana_stat_totals_admins - gauge - - *","grafana_stat_totals_alert_rules - gauge - - *","grafana_stat_totals_annotations - gauge - - *","grafana_stat_totals_correlations - gauge - - *","grafana_stat_totals_dashboard - gauge - - *","grafana_stat_totals_dashboard_versions - gauge - - *","grafana_stat_totals_data_keys - gauge - - *","grafana_stat_totals_datasource - gauge - - *","grafana_stat_totals_editors - gauge - - *","grafana_stat_totals_folder - gauge - - *","grafana_stat_totals_library_panels - gauge - - *","grafana_stat_totals_library_variables - gauge - - *","grafana_stat_totals_public_dashboard - gauge - - *","grafana_stat_totals_viewers - gauge - - *","grafana_stat_users_has_duplicate_user_entries - gauge - - *","grafana_stat_users_total_duplicate_user_entries - gauge - - *","grafana_stat_users_total_mixed_cased_users - gauge - - *"]}');
;// CONCATENATED MODULE: ./build/src/exporters/data/kubernetes.json
const kubernetes_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/kubernetes/kubernetes/blob/v1.35.4/test/instrumentation/documentation/documentation-list.yaml"],"from":"1.29.6","to":"1.35.4","metrics":["aggregator_discovery_aggregation_count_total - counter - - *","aggregator_openapi_v2_regeneration_count - counter - - *","aggregator_openapi_v2_regeneration_duration - gauge - - *","aggregator_unavailable_apiservice_total - counter - - *","apiextensions_apiserver_validation_ratcheting_seconds - untyped - - *","apiextensions_apiserver_validation_ratcheting_seconds_bucket - counter - - *","apiextensions_apiserver_validation_ratcheting_seconds_count - counter - - *","apiextensions_apiserver_validation_ratcheting_seconds_sum - counter - - *","apiextensions_openapi_v2_regeneration_count - counter - - *","apiextensions_openapi_v3_regeneration_count - counter - - *","apiserver_admission_controller_admission_duration_seconds - untyped - - *","apiserver_admission_controller_admission_duration_seconds_bucket - counter - - *","apiserver_admission_controller_admission_duration_seconds_count - counter - - *","apiserver_admission_controller_admission_duration_seconds_sum - counter - - *","apiserver_admission_match_condition_evaluation_errors_total - counter - - *","apiserver_admission_match_condition_evaluation_seconds - untyped - - *","apiserver_admission_match_condition_evaluation_seconds_bucket - counter - - *","apiserver_admission_match_condition_evaluation_seconds_count - counter - - *","apiserver_admission_match_condition_evaluation_seconds_sum - counter - - *","apiserver_admission_match_condition_exclusions_total - counter - - *","apiserver_admission_step_admission_duration_seconds - untyped - - *","apiserver_admission_step_admission_duration_seconds_bucket - counter - - *","apiserver_admission_step_admission_duration_seconds_count - counter - - *","apiserver_admission_step_admission_duration_seconds_sum - counter - - *","apiserver_admission_step_admission_duration_seconds_summary - untyped - - *","apiserver_admission_step_admission_duration_seconds_summary_count - counter - - *","apiserver_admission_step_admission_duration_seconds_summary_sum - counter - - *","apiserver_admission_webhook_admission_duration_seconds - untyped - - *","apiserver_admission_webhook_admission_duration_seconds_bucket - counter - - *","apiserver_admission_webhook_admission_duration_seconds_count - counter - - *","apiserver_admission_webhook_admission_duration_seconds_sum - counter - - *","apiserver_admission_webhook_fail_open_count - counter - - *","apiserver_admission_webhook_rejection_count - counter - - *","apiserver_admission_webhook_request_total - counter - - *","apiserver_audit_error_total - counter - - *","apiserver_audit_event_total - counter - - *","apiserver_audit_level_total - counter - - *","apiserver_audit_requests_rejected_total - counter - - *","apiserver_authentication_config_controller_automatic_reload_last_timestamp_seconds - gauge - - *","apiserver_authentication_config_controller_automatic_reloads_total - counter - - *","apiserver_authentication_jwt_authenticator_latency_seconds - untyped - - *","apiserver_authentication_jwt_authenticator_latency_seconds_bucket - counter - - *","apiserver_authentication_jwt_authenticator_latency_seconds_count - counter - - *","apiserver_authentication_jwt_authenticator_latency_seconds_sum - counter - - *","apiserver_authorization_config_controller_automatic_reload_last_timestamp_seconds - gauge - - *","apiserver_authorization_config_controller_automatic_reloads_total - counter - - *","apiserver_authorization_decisions_total - counter - - *","apiserver_authorization_match_condition_evaluation_errors_total - counter - - *","apiserver_authorization_match_condition_evaluation_seconds - untyped - - *","apiserver_authorization_match_condition_evaluation_seconds_bucket - counter - - *","apiserver_authorization_match_condition_evaluation_seconds_count - counter - - *","apiserver_authorization_match_condition_evaluation_seconds_sum - counter - - *","apiserver_authorization_match_condition_exclusions_total - counter - - *","apiserver_authorization_webhook_duration_seconds - untyped - - *","apiserver_authorization_webhook_duration_seconds_bucket - counter - - *","apiserver_authorization_webhook_duration_seconds_count - counter - - *","apiserver_authorization_webhook_duration_seconds_sum - counter - - *","apiserver_authorization_webhook_evaluations_fail_open_total - counter - - *","apiserver_authorization_webhook_evaluations_total - counter - - *","apiserver_cache_list_fetched_objects_total - counter - - *","apiserver_cache_list_returned_objects_total - counter - - *","apiserver_cache_list_total - counter - - *","apiserver_cel_compilation_duration_seconds - untyped - - *","apiserver_cel_compilation_duration_seconds_bucket - counter - - *","apiserver_cel_compilation_duration_seconds_count - counter - - *","apiserver_cel_compilation_duration_seconds_sum - counter - - *","apiserver_cel_evaluation_duration_seconds - untyped - - *","apiserver_cel_evaluation_duration_seconds_bucket - counter - - *","apiserver_cel_evaluation_duration_seconds_count - counter - - *","apiserver_cel_evaluation_duration_seconds_sum - counter - - *","apiserver_certificates_registry_csr_honored_duration_total - counter - - *","apiserver_certificates_registry_csr_requested_duration_total - counter - - *","apiserver_client_certificate_expiration_seconds - untyped - - *","apiserver_client_certificate_expiration_seconds_bucket - counter - - *","apiserver_client_certificate_expiration_seconds_count - counter - - *","apiserver_client_certificate_expiration_seconds_sum - counter - - *","apiserver_clusterip_repair_ip_errors_total - counter - - *","apiserver_clusterip_repair_reconcile_errors_total - counter - - *","apiserver_conversion_webhook_duration_seconds - untyped - - *","apiserver_conversion_webhook_duration_seconds_bucket - counter - - *","apiserver_conversion_webhook_duration_seconds_count - counter - - *","apiserver_conversion_webhook_duration_seconds_sum - counter - - *","apiserver_conversion_webhook_request_total - counter - - *","apiserver_crd_conversion_webhook_duration_seconds - untyped - - *","apiserver_crd_conversion_webhook_duration_seconds_bucket - counter - - *","apiserver_crd_conversion_webhook_duration_seconds_count - counter - - *","apiserver_crd_conversion_webhook_duration_seconds_sum - counter - - *","apiserver_current_inflight_requests - gauge - - *","apiserver_current_inqueue_requests - gauge - - *","apiserver_delegated_authn_request_duration_seconds - untyped - - *","apiserver_delegated_authn_request_duration_seconds_bucket - counter - - *","apiserver_delegated_authn_request_duration_seconds_count - counter - - *","apiserver_delegated_authn_request_duration_seconds_sum - counter - - *","apiserver_delegated_authn_request_total - counter - - *","apiserver_delegated_authz_request_duration_seconds - untyped - - *","apiserver_delegated_authz_request_duration_seconds_bucket - counter - - *","apiserver_delegated_authz_request_duration_seconds_count - counter - - *","apiserver_delegated_authz_request_duration_seconds_sum - counter - - *","apiserver_delegated_authz_request_total - counter - - *","apiserver_egress_dialer_dial_duration_seconds - untyped - - *","apiserver_egress_dialer_dial_duration_seconds_bucket - counter - - *","apiserver_egress_dialer_dial_duration_seconds_count - counter - - *","apiserver_egress_dialer_dial_duration_seconds_sum - counter - - *","apiserver_egress_dialer_dial_failure_count - counter - - *","apiserver_egress_dialer_dial_start_total - counter - - *","apiserver_encryption_config_controller_automatic_reload_failures_total - counter - - *","apiserver_encryption_config_controller_automatic_reload_last_timestamp_seconds - gauge - - *","apiserver_encryption_config_controller_automatic_reload_success_total - counter - - *","apiserver_encryption_config_controller_automatic_reloads_total - counter - - *","apiserver_envelope_encryption_dek_cache_fill_percent - gauge - - *","apiserver_envelope_encryption_dek_cache_inter_arrival_time_seconds - untyped - - *","apiserver_envelope_encryption_dek_cache_inter_arrival_time_seconds_bucket - counter - - *","apiserver_envelope_encryption_dek_cache_inter_arrival_time_seconds_count - counter - - *","apiserver_envelope_encryption_dek_cache_inter_arrival_time_seconds_sum - counter - - *","apiserver_envelope_encryption_dek_source_cache_size - gauge - - *","apiserver_envelope_encryption_invalid_key_id_from_status_total - counter - - *","apiserver_envelope_encryption_key_id_hash_last_timestamp_seconds - gauge - - *","apiserver_envelope_encryption_key_id_hash_status_last_timestamp_seconds - gauge - - *","apiserver_envelope_encryption_key_id_hash_total - counter - - *","apiserver_envelope_encryption_kms_operations_latency_seconds - untyped - - *","apiserver_envelope_encryption_kms_operations_latency_seconds_bucket - counter - - *","apiserver_envelope_encryption_kms_operations_latency_seconds_count - counter - - *","apiserver_envelope_encryption_kms_operations_latency_seconds_sum - counter - - *","apiserver_externaljwt_fetch_keys_data_timestamp - gauge - - *","apiserver_externaljwt_fetch_keys_request_total - counter - - *","apiserver_externaljwt_fetch_keys_success_timestamp - gauge - - *","apiserver_externaljwt_request_duration_seconds - untyped - - *","apiserver_externaljwt_request_duration_seconds_bucket - counter - - *","apiserver_externaljwt_request_duration_seconds_count - counter - - *","apiserver_externaljwt_request_duration_seconds_sum - counter - - *","apiserver_externaljwt_sign_request_total - counter - - *","apiserver_flowcontrol_current_executing_requests - gauge - - *","apiserver_flowcontrol_current_executing_seats - gauge - - *","apiserver_flowcontrol_current_inqueue_requests - gauge - - *","apiserver_flowcontrol_current_inqueue_seats - gauge - - *","apiserver_flowcontrol_current_limit_seats - gauge - - *","apiserver_flowcontrol_current_r - gauge - - *","apiserver_flowcontrol_demand_seats_average - gauge - - *","apiserver_flowcontrol_demand_seats_high_watermark - gauge - - *","apiserver_flowcontrol_demand_seats_smoothed - gauge - - *","apiserver_flowcontrol_demand_seats_stdev - gauge - - *","apiserver_flowcontrol_dispatch_r - gauge - - *","apiserver_flowcontrol_dispatched_requests_total - counter - - *","apiserver_flowcontrol_epoch_advance_total - counter - - *","apiserver_flowcontrol_latest_s - gauge - - *","apiserver_flowcontrol_lower_limit_seats - gauge - - *","apiserver_flowcontrol_next_discounted_s_bounds - gauge - - *","apiserver_flowcontrol_next_s_bounds - gauge - - *","apiserver_flowcontrol_nominal_limit_seats - gauge - - *","apiserver_flowcontrol_rejected_requests_total - counter - - *","apiserver_flowcontrol_request_concurrency_in_use - gauge - - *","apiserver_flowcontrol_request_concurrency_limit - gauge - - *","apiserver_flowcontrol_request_dispatch_no_accommodation_total - counter - - *","apiserver_flowcontrol_request_execution_seconds - untyped - - *","apiserver_flowcontrol_request_execution_seconds_bucket - counter - - *","apiserver_flowcontrol_request_execution_seconds_count - counter - - *","apiserver_flowcontrol_request_execution_seconds_sum - counter - - *","apiserver_flowcontrol_request_queue_length_after_enqueue - untyped - - *","apiserver_flowcontrol_request_queue_length_after_enqueue_bucket - counter - - *","apiserver_flowcontrol_request_queue_length_after_enqueue_count - counter - - *","apiserver_flowcontrol_request_queue_length_after_enqueue_sum - counter - - *","apiserver_flowcontrol_request_wait_duration_seconds - untyped - - *","apiserver_flowcontrol_request_wait_duration_seconds_bucket - counter - - *","apiserver_flowcontrol_request_wait_duration_seconds_count - counter - - *","apiserver_flowcontrol_request_wait_duration_seconds_sum - counter - - *","apiserver_flowcontrol_seat_fair_frac - gauge - - *","apiserver_flowcontrol_target_seats - gauge - - *","apiserver_flowcontrol_upper_limit_seats - gauge - - *","apiserver_flowcontrol_watch_count_samples - untyped - - *","apiserver_flowcontrol_watch_count_samples_bucket - counter - - *","apiserver_flowcontrol_watch_count_samples_count - counter - - *","apiserver_flowcontrol_watch_count_samples_sum - counter - - *","apiserver_flowcontrol_work_estimated_seats - untyped - - *","apiserver_flowcontrol_work_estimated_seats_bucket - counter - - *","apiserver_flowcontrol_work_estimated_seats_count - counter - - *","apiserver_flowcontrol_work_estimated_seats_sum - counter - - *","apiserver_init_events_total - counter - - *","apiserver_kube_aggregator_x509_insecure_sha1_total - counter - - *","apiserver_kube_aggregator_x509_missing_san_total - counter - - *","apiserver_longrunning_requests - gauge - - *","apiserver_mutating_admission_policy_check_duration_seconds - untyped - - *","apiserver_mutating_admission_policy_check_duration_seconds_bucket - counter - - *","apiserver_mutating_admission_policy_check_duration_seconds_count - counter - - *","apiserver_mutating_admission_policy_check_duration_seconds_sum - counter - - *","apiserver_mutating_admission_policy_check_total - counter - - *","apiserver_nodeport_repair_port_errors_total - counter - - *","apiserver_nodeport_repair_reconcile_errors_total - counter - - *","apiserver_request_aborts_total - counter - - *","apiserver_request_body_size_bytes - untyped - - *","apiserver_request_body_size_bytes_bucket - counter - - *","apiserver_request_body_size_bytes_count - counter - - *","apiserver_request_body_size_bytes_sum - counter - - *","apiserver_request_body_sizes - untyped - - *","apiserver_request_body_sizes_bucket - counter - - *","apiserver_request_body_sizes_count - counter - - *","apiserver_request_body_sizes_sum - counter - - *","apiserver_request_duration_seconds - untyped - - *","apiserver_request_duration_seconds_bucket - counter - - *","apiserver_request_duration_seconds_count - counter - - *","apiserver_request_duration_seconds_sum - counter - - *","apiserver_request_filter_duration_seconds - untyped - - *","apiserver_request_filter_duration_seconds_bucket - counter - - *","apiserver_request_filter_duration_seconds_count - counter - - *","apiserver_request_filter_duration_seconds_sum - counter - - *","apiserver_request_post_timeout_total - counter - - *","apiserver_request_sli_duration_seconds - untyped - - *","apiserver_request_sli_duration_seconds_bucket - counter - - *","apiserver_request_sli_duration_seconds_count - counter - - *","apiserver_request_sli_duration_seconds_sum - counter - - *","apiserver_request_slo_duration_seconds - untyped - - *","apiserver_request_slo_duration_seconds_bucket - counter - - *","apiserver_request_slo_duration_seconds_count - counter - - *","apiserver_request_slo_duration_seconds_sum - counter - - *","apiserver_request_terminations_total - counter - - *","apiserver_request_timestamp_comparison_time - untyped - - *","apiserver_request_timestamp_comparison_time_bucket - counter - - *","apiserver_request_timestamp_comparison_time_count - counter - - *","apiserver_request_timestamp_comparison_time_sum - counter - - *","apiserver_request_total - counter - - *","apiserver_requested_deprecated_apis - gauge - - *","apiserver_rerouted_request_total - counter - - *","apiserver_resource_objects - gauge - - *","apiserver_resource_size_estimate_bytes - gauge - - *","apiserver_response_sizes - untyped - - *","apiserver_response_sizes_bucket - counter - - *","apiserver_response_sizes_count - counter - - *","apiserver_response_sizes_sum - counter - - *","apiserver_selfrequest_total - counter - - *","apiserver_storage_consistency_checks_total - counter - - *","apiserver_storage_data_key_generation_duration_seconds - untyped - - *","apiserver_storage_data_key_generation_duration_seconds_bucket - counter - - *","apiserver_storage_data_key_generation_duration_seconds_count - counter - - *","apiserver_storage_data_key_generation_duration_seconds_sum - counter - - *","apiserver_storage_data_key_generation_failures_total - counter - - *","apiserver_storage_db_total_size_in_bytes - gauge - - *","apiserver_storage_decode_errors_total - counter - - *","apiserver_storage_envelope_transformation_cache_misses_total - counter - - *","apiserver_storage_events_received_total - counter - - *","apiserver_storage_list_evaluated_objects_total - counter - - *","apiserver_storage_list_fetched_objects_total - counter - - *","apiserver_storage_list_returned_objects_total - counter - - *","apiserver_storage_list_total - counter - - *","apiserver_storage_objects - gauge - - *","apiserver_storage_transformation_duration_seconds - untyped - - *","apiserver_storage_transformation_duration_seconds_bucket - counter - - *","apiserver_storage_transformation_duration_seconds_count - counter - - *","apiserver_storage_transformation_duration_seconds_sum - counter - - *","apiserver_storage_transformation_operations_total - counter - - *","apiserver_stream_translator_requests_total - counter - - *","apiserver_stream_tunnel_requests_total - counter - - *","apiserver_terminated_watchers_total - counter - - *","apiserver_tls_handshake_errors_total - counter - - *","apiserver_validating_admission_policy_check_duration_seconds - untyped - - *","apiserver_validating_admission_policy_check_duration_seconds_bucket - counter - - *","apiserver_validating_admission_policy_check_duration_seconds_count - counter - - *","apiserver_validating_admission_policy_check_duration_seconds_sum - counter - - *","apiserver_validating_admission_policy_check_total - counter - - *","apiserver_validating_admission_policy_definition_total - counter - - *","apiserver_validation_declarative_validation_mismatch_total - counter - - *","apiserver_validation_declarative_validation_panic_total - counter - - *","apiserver_watch_cache_consistent_read_total - counter - - *","apiserver_watch_cache_events_dispatched_total - counter - - *","apiserver_watch_cache_events_received_total - counter - - *","apiserver_watch_cache_initializations_total - counter - - *","apiserver_watch_cache_read_wait_seconds - untyped - - *","apiserver_watch_cache_read_wait_seconds_bucket - counter - - *","apiserver_watch_cache_read_wait_seconds_count - counter - - *","apiserver_watch_cache_read_wait_seconds_sum - counter - - *","apiserver_watch_cache_resource_version - gauge - - *","apiserver_watch_events_sizes - untyped - - *","apiserver_watch_events_sizes_bucket - counter - - *","apiserver_watch_events_sizes_count - counter - - *","apiserver_watch_events_sizes_sum - counter - - *","apiserver_watch_events_total - counter - - *","apiserver_watch_list_duration_seconds - untyped - - *","apiserver_watch_list_duration_seconds_bucket - counter - - *","apiserver_watch_list_duration_seconds_count - counter - - *","apiserver_watch_list_duration_seconds_sum - counter - - *","apiserver_webhooks_x509_insecure_sha1_total - counter - - *","apiserver_webhooks_x509_missing_san_total - counter - - *","etcd_bookmark_counts - gauge - - *","etcd_lease_object_counts - untyped - - *","etcd_lease_object_counts_bucket - counter - - *","etcd_lease_object_counts_count - counter - - *","etcd_lease_object_counts_sum - counter - - *","etcd_request_duration_seconds - untyped - - *","etcd_request_duration_seconds_bucket - counter - - *","etcd_request_duration_seconds_count - counter - - *","etcd_request_duration_seconds_sum - counter - - *","etcd_request_errors_total - counter - - *","etcd_requests_total - counter - - *","etcd_version_info - gauge - - *","kubelet_active_pods - gauge - - *","kubelet_admission_rejections_total - counter - - *","kubelet_certificate_manager_client_expiration_renew_errors - counter - - *","kubelet_certificate_manager_client_ttl_seconds - gauge - - *","kubelet_certificate_manager_server_rotation_seconds - untyped - - *","kubelet_certificate_manager_server_rotation_seconds_bucket - counter - - *","kubelet_certificate_manager_server_rotation_seconds_count - counter - - *","kubelet_certificate_manager_server_rotation_seconds_sum - counter - - *","kubelet_certificate_manager_server_ttl_seconds - gauge - - *","kubelet_cgroup_manager_duration_seconds - untyped - - *","kubelet_cgroup_manager_duration_seconds_bucket - counter - - *","kubelet_cgroup_manager_duration_seconds_count - counter - - *","kubelet_cgroup_manager_duration_seconds_sum - counter - - *","kubelet_cgroup_version - gauge - - *","kubelet_container_aligned_compute_resources_count - counter - - *","kubelet_container_aligned_compute_resources_failure_count - counter - - *","kubelet_container_requested_resizes_total - counter - - *","kubelet_containers_per_pod_count - untyped - - *","kubelet_containers_per_pod_count_bucket - counter - - *","kubelet_containers_per_pod_count_count - counter - - *","kubelet_containers_per_pod_count_sum - counter - - *","kubelet_cpu_manager_allocation_per_numa - gauge - - *","kubelet_cpu_manager_exclusive_cpu_allocation_count - gauge - - *","kubelet_cpu_manager_pinning_errors_total - counter - - *","kubelet_cpu_manager_pinning_requests_total - counter - - *","kubelet_cpu_manager_shared_pool_size_millicores - gauge - - *","kubelet_credential_provider_plugin_duration - untyped - - *","kubelet_credential_provider_plugin_duration_bucket - counter - - *","kubelet_credential_provider_plugin_duration_count - counter - - *","kubelet_credential_provider_plugin_duration_sum - counter - - *","kubelet_credential_provider_plugin_errors - counter - - *","kubelet_credential_provider_plugin_errors_total - counter - - *","kubelet_cri_losing_support - gauge - - *","kubelet_desired_pods - gauge - - *","kubelet_device_plugin_alloc_duration_seconds - untyped - - *","kubelet_device_plugin_alloc_duration_seconds_bucket - counter - - *","kubelet_device_plugin_alloc_duration_seconds_count - counter - - *","kubelet_device_plugin_alloc_duration_seconds_sum - counter - - *","kubelet_device_plugin_registration_total - counter - - *","kubelet_evented_pleg_connection_error_count - counter - - *","kubelet_evented_pleg_connection_latency_seconds - untyped - - *","kubelet_evented_pleg_connection_latency_seconds_bucket - counter - - *","kubelet_evented_pleg_connection_latency_seconds_count - counter - - *","kubelet_evented_pleg_connection_latency_seconds_sum - counter - - *","kubelet_evented_pleg_connection_success_count - counter - - *","kubelet_eviction_stats_age_seconds - untyped - - *","kubelet_eviction_stats_age_seconds_bucket - counter - - *","kubelet_eviction_stats_age_seconds_count - counter - - *","kubelet_eviction_stats_age_seconds_sum - counter - - *","kubelet_evictions - counter - - *","kubelet_graceful_shutdown_end_time_seconds - gauge - - *","kubelet_graceful_shutdown_start_time_seconds - gauge - - *","kubelet_http_inflight_requests - gauge - - *","kubelet_http_requests_duration_seconds - untyped - - *","kubelet_http_requests_duration_seconds_bucket - counter - - *","kubelet_http_requests_duration_seconds_count - counter - - *","kubelet_http_requests_duration_seconds_sum - counter - - *","kubelet_http_requests_total - counter - - *","kubelet_image_garbage_collected_total - counter - - *","kubelet_image_pull_duration_seconds - untyped - - *","kubelet_image_pull_duration_seconds_bucket - counter - - *","kubelet_image_pull_duration_seconds_count - counter - - *","kubelet_image_pull_duration_seconds_sum - counter - - *","kubelet_image_volume_mounted_errors_total - counter - - *","kubelet_image_volume_mounted_succeed_total - counter - - *","kubelet_image_volume_requested_total - counter - - *","kubelet_lifecycle_handler_http_fallbacks_total - counter - - *","kubelet_managed_ephemeral_containers - gauge - - *","kubelet_memory_manager_pinning_errors_total - counter - - *","kubelet_memory_manager_pinning_requests_total - counter - - *","kubelet_mirror_pods - gauge - - *","kubelet_node_name - gauge - - *","kubelet_node_startup_duration_seconds - gauge - - *","kubelet_node_startup_post_registration_duration_seconds - gauge - - *","kubelet_node_startup_pre_kubelet_duration_seconds - gauge - - *","kubelet_node_startup_pre_registration_duration_seconds - gauge - - *","kubelet_node_startup_registration_duration_seconds - gauge - - *","kubelet_orphan_pod_cleaned_volumes - gauge - - *","kubelet_orphan_pod_cleaned_volumes_errors - gauge - - *","kubelet_orphaned_runtime_pods_total - counter - - *","kubelet_pleg_discard_events - counter - - *","kubelet_pleg_last_seen_seconds - gauge - - *","kubelet_pleg_relist_duration_seconds - untyped - - *","kubelet_pleg_relist_duration_seconds_bucket - counter - - *","kubelet_pleg_relist_duration_seconds_count - counter - - *","kubelet_pleg_relist_duration_seconds_sum - counter - - *","kubelet_pleg_relist_interval_seconds - untyped - - *","kubelet_pleg_relist_interval_seconds_bucket - counter - - *","kubelet_pleg_relist_interval_seconds_count - counter - - *","kubelet_pleg_relist_interval_seconds_sum - counter - - *","kubelet_pod_deferred_accepted_resizes_total - counter - - *","kubelet_pod_in_progress_resizes - gauge - - *","kubelet_pod_infeasible_resizes_total - counter - - *","kubelet_pod_pending_resizes - gauge - - *","kubelet_pod_resize_duration_milliseconds - untyped - - *","kubelet_pod_resize_duration_milliseconds_bucket - counter - - *","kubelet_pod_resize_duration_milliseconds_count - counter - - *","kubelet_pod_resize_duration_milliseconds_sum - counter - - *","kubelet_pod_resources_endpoint_errors_get - counter - - *","kubelet_pod_resources_endpoint_errors_get_allocatable - counter - - *","kubelet_pod_resources_endpoint_errors_list - counter - - *","kubelet_pod_resources_endpoint_requests_get - counter - - *","kubelet_pod_resources_endpoint_requests_get_allocatable - counter - - *","kubelet_pod_resources_endpoint_requests_list - counter - - *","kubelet_pod_resources_endpoint_requests_total - counter - - *","kubelet_pod_start_duration_seconds - untyped - - *","kubelet_pod_start_duration_seconds_bucket - counter - - *","kubelet_pod_start_duration_seconds_count - counter - - *","kubelet_pod_start_duration_seconds_sum - counter - - *","kubelet_pod_start_sli_duration_seconds - untyped - - *","kubelet_pod_start_sli_duration_seconds_bucket - counter - - *","kubelet_pod_start_sli_duration_seconds_count - counter - - *","kubelet_pod_start_sli_duration_seconds_sum - counter - - *","kubelet_pod_start_total_duration_seconds - untyped - - *","kubelet_pod_start_total_duration_seconds_bucket - counter - - *","kubelet_pod_start_total_duration_seconds_count - counter - - *","kubelet_pod_start_total_duration_seconds_sum - counter - - *","kubelet_pod_status_sync_duration_seconds - untyped - - *","kubelet_pod_status_sync_duration_seconds_bucket - counter - - *","kubelet_pod_status_sync_duration_seconds_count - counter - - *","kubelet_pod_status_sync_duration_seconds_sum - counter - - *","kubelet_pod_worker_duration_seconds - untyped - - *","kubelet_pod_worker_duration_seconds_bucket - counter - - *","kubelet_pod_worker_duration_seconds_count - counter - - *","kubelet_pod_worker_duration_seconds_sum - counter - - *","kubelet_pod_worker_start_duration_seconds - untyped - - *","kubelet_pod_worker_start_duration_seconds_bucket - counter - - *","kubelet_pod_worker_start_duration_seconds_count - counter - - *","kubelet_pod_worker_start_duration_seconds_sum - counter - - *","kubelet_preemptions - counter - - *","kubelet_restarted_pods_total - counter - - *","kubelet_run_podsandbox_duration_seconds - untyped - - *","kubelet_run_podsandbox_duration_seconds_bucket - counter - - *","kubelet_run_podsandbox_duration_seconds_count - counter - - *","kubelet_run_podsandbox_duration_seconds_sum - counter - - *","kubelet_run_podsandbox_errors_total - counter - - *","kubelet_running_containers - gauge - - *","kubelet_running_pods - gauge - - *","kubelet_runtime_operations_duration_seconds - untyped - - *","kubelet_runtime_operations_duration_seconds_bucket - counter - - *","kubelet_runtime_operations_duration_seconds_count - counter - - *","kubelet_runtime_operations_duration_seconds_sum - counter - - *","kubelet_runtime_operations_errors_total - counter - - *","kubelet_runtime_operations_total - counter - - *","kubelet_server_expiration_renew_errors - counter - - *","kubelet_sleep_action_terminated_early_total - counter - - *","kubelet_started_containers_errors_total - counter - - *","kubelet_started_containers_total - counter - - *","kubelet_started_host_process_containers_errors_total - counter - - *","kubelet_started_host_process_containers_total - counter - - *","kubelet_started_pods_errors_total - counter - - *","kubelet_started_pods_total - counter - - *","kubelet_started_user_namespaced_pods_errors_total - counter - - *","kubelet_started_user_namespaced_pods_total - counter - - *","kubelet_topology_manager_admission_duration_ms - untyped - - *","kubelet_topology_manager_admission_duration_ms_bucket - counter - - *","kubelet_topology_manager_admission_duration_ms_count - counter - - *","kubelet_topology_manager_admission_duration_ms_sum - counter - - *","kubelet_topology_manager_admission_errors_total - counter - - *","kubelet_topology_manager_admission_requests_total - counter - - *","kubelet_volume_metric_collection_duration_seconds - untyped - - *","kubelet_volume_metric_collection_duration_seconds_bucket - counter - - *","kubelet_volume_metric_collection_duration_seconds_count - counter - - *","kubelet_volume_metric_collection_duration_seconds_sum - counter - - *","kubelet_working_pods - gauge - - *","kubeproxy_conntrack_reconciler_deleted_entries_total - counter - - *","kubeproxy_conntrack_reconciler_sync_duration_seconds - untyped - - *","kubeproxy_conntrack_reconciler_sync_duration_seconds_bucket - counter - - *","kubeproxy_conntrack_reconciler_sync_duration_seconds_count - counter - - *","kubeproxy_conntrack_reconciler_sync_duration_seconds_sum - counter - - *","kubeproxy_network_programming_duration_seconds - untyped - - *","kubeproxy_network_programming_duration_seconds_bucket - counter - - *","kubeproxy_network_programming_duration_seconds_count - counter - - *","kubeproxy_network_programming_duration_seconds_sum - counter - - *","kubeproxy_proxy_healthz_total - counter - - *","kubeproxy_proxy_livez_total - counter - - *","kubeproxy_sync_full_proxy_rules_duration_seconds - untyped - - *","kubeproxy_sync_full_proxy_rules_duration_seconds_bucket - counter - - *","kubeproxy_sync_full_proxy_rules_duration_seconds_count - counter - - *","kubeproxy_sync_full_proxy_rules_duration_seconds_sum - counter - - *","kubeproxy_sync_partial_proxy_rules_duration_seconds - untyped - - *","kubeproxy_sync_partial_proxy_rules_duration_seconds_bucket - counter - - *","kubeproxy_sync_partial_proxy_rules_duration_seconds_count - counter - - *","kubeproxy_sync_partial_proxy_rules_duration_seconds_sum - counter - - *","kubeproxy_sync_proxy_rules_duration_seconds - untyped - - *","kubeproxy_sync_proxy_rules_duration_seconds_bucket - counter - - *","kubeproxy_sync_proxy_rules_duration_seconds_count - counter - - *","kubeproxy_sync_proxy_rules_duration_seconds_sum - counter - - *","kubeproxy_sync_proxy_rules_endpoint_changes_pending - gauge - - *","kubeproxy_sync_proxy_rules_endpoint_changes_total - counter - - *","kubeproxy_sync_proxy_rules_iptables_last - gauge - - *","kubeproxy_sync_proxy_rules_iptables_partial_restore_failures_total - counter - - *","kubeproxy_sync_proxy_rules_iptables_restore_failures_total - counter - - *","kubeproxy_sync_proxy_rules_iptables_total - gauge - - *","kubeproxy_sync_proxy_rules_last_queued_timestamp_seconds - gauge - - *","kubeproxy_sync_proxy_rules_last_timestamp_seconds - gauge - - *","kubeproxy_sync_proxy_rules_nftables_cleanup_failures_total - counter - - *","kubeproxy_sync_proxy_rules_nftables_sync_failures_total - counter - - *","kubeproxy_sync_proxy_rules_no_local_endpoints_total - gauge - - *","kubeproxy_sync_proxy_rules_service_changes_pending - gauge - - *","kubeproxy_sync_proxy_rules_service_changes_total - counter - - *","rest_client_dns_resolution_duration_seconds - untyped - - *","rest_client_dns_resolution_duration_seconds_bucket - counter - - *","rest_client_dns_resolution_duration_seconds_count - counter - - *","rest_client_dns_resolution_duration_seconds_sum - counter - - *","rest_client_exec_plugin_call_total - counter - - *","rest_client_exec_plugin_certificate_rotation_age - untyped - - *","rest_client_exec_plugin_certificate_rotation_age_bucket - counter - - *","rest_client_exec_plugin_certificate_rotation_age_count - counter - - *","rest_client_exec_plugin_certificate_rotation_age_sum - counter - - *","rest_client_exec_plugin_ttl_seconds - gauge - - *","rest_client_rate_limiter_duration_seconds - untyped - - *","rest_client_rate_limiter_duration_seconds_bucket - counter - - *","rest_client_rate_limiter_duration_seconds_count - counter - - *","rest_client_rate_limiter_duration_seconds_sum - counter - - *","rest_client_request_duration_seconds - untyped - - *","rest_client_request_duration_seconds_bucket - counter - - *","rest_client_request_duration_seconds_count - counter - - *","rest_client_request_duration_seconds_sum - counter - - *","rest_client_request_retries_total - counter - - *","rest_client_request_size_bytes - untyped - - *","rest_client_request_size_bytes_bucket - counter - - *","rest_client_request_size_bytes_count - counter - - *","rest_client_request_size_bytes_sum - counter - - *","rest_client_requests_total - counter - - *","rest_client_response_size_bytes - untyped - - *","rest_client_response_size_bytes_bucket - counter - - *","rest_client_response_size_bytes_count - counter - - *","rest_client_response_size_bytes_sum - counter - - *","rest_client_transport_cache_entries - gauge - - *","rest_client_transport_create_calls_total - counter - - *","scheduler_async_api_call_execution_duration_seconds - untyped - - *","scheduler_async_api_call_execution_duration_seconds_bucket - counter - - *","scheduler_async_api_call_execution_duration_seconds_count - counter - - *","scheduler_async_api_call_execution_duration_seconds_sum - counter - - *","scheduler_async_api_call_execution_total - counter - - *","scheduler_cache_size - gauge - - *","scheduler_event_handling_duration_seconds - untyped - - *","scheduler_event_handling_duration_seconds_bucket - counter - - *","scheduler_event_handling_duration_seconds_count - counter - - *","scheduler_event_handling_duration_seconds_sum - counter - - *","scheduler_framework_extension_point_duration_seconds - untyped - - *","scheduler_framework_extension_point_duration_seconds_bucket - counter - - *","scheduler_framework_extension_point_duration_seconds_count - counter - - *","scheduler_framework_extension_point_duration_seconds_sum - counter - - *","scheduler_goroutines - gauge - - *","scheduler_inflight_events - gauge - - *","scheduler_pending_async_api_calls - gauge - - *","scheduler_pending_pods - gauge - - *","scheduler_permit_wait_duration_seconds - untyped - - *","scheduler_permit_wait_duration_seconds_bucket - counter - - *","scheduler_permit_wait_duration_seconds_count - counter - - *","scheduler_permit_wait_duration_seconds_sum - counter - - *","scheduler_plugin_evaluation_total - counter - - *","scheduler_plugin_execution_duration_seconds - untyped - - *","scheduler_plugin_execution_duration_seconds_bucket - counter - - *","scheduler_plugin_execution_duration_seconds_count - counter - - *","scheduler_plugin_execution_duration_seconds_sum - counter - - *","scheduler_pod_scheduling_attempts - untyped - - *","scheduler_pod_scheduling_attempts_bucket - counter - - *","scheduler_pod_scheduling_attempts_count - counter - - *","scheduler_pod_scheduling_attempts_sum - counter - - *","scheduler_pod_scheduling_duration_seconds - untyped - - *","scheduler_pod_scheduling_duration_seconds_bucket - counter - - *","scheduler_pod_scheduling_duration_seconds_count - counter - - *","scheduler_pod_scheduling_duration_seconds_sum - counter - - *","scheduler_pod_scheduling_sli_duration_seconds - untyped - - *","scheduler_pod_scheduling_sli_duration_seconds_bucket - counter - - *","scheduler_pod_scheduling_sli_duration_seconds_count - counter - - *","scheduler_pod_scheduling_sli_duration_seconds_sum - counter - - *","scheduler_preemption_attempts_total - counter - - *","scheduler_preemption_goroutines_duration_seconds - untyped - - *","scheduler_preemption_goroutines_duration_seconds_bucket - counter - - *","scheduler_preemption_goroutines_duration_seconds_count - counter - - *","scheduler_preemption_goroutines_duration_seconds_sum - counter - - *","scheduler_preemption_goroutines_execution_total - counter - - *","scheduler_preemption_victims - untyped - - *","scheduler_preemption_victims_bucket - counter - - *","scheduler_preemption_victims_count - counter - - *","scheduler_preemption_victims_sum - counter - - *","scheduler_queue_incoming_pods_total - counter - - *","scheduler_queueing_hint_execution_duration_seconds - untyped - - *","scheduler_queueing_hint_execution_duration_seconds_bucket - counter - - *","scheduler_queueing_hint_execution_duration_seconds_count - counter - - *","scheduler_queueing_hint_execution_duration_seconds_sum - counter - - *","scheduler_schedule_attempts_total - counter - - *","scheduler_scheduler_cache_size - gauge - - *","scheduler_scheduling_algorithm_duration_seconds - untyped - - *","scheduler_scheduling_algorithm_duration_seconds_bucket - counter - - *","scheduler_scheduling_algorithm_duration_seconds_count - counter - - *","scheduler_scheduling_algorithm_duration_seconds_sum - counter - - *","scheduler_scheduling_attempt_duration_seconds - untyped - - *","scheduler_scheduling_attempt_duration_seconds_bucket - counter - - *","scheduler_scheduling_attempt_duration_seconds_count - counter - - *","scheduler_scheduling_attempt_duration_seconds_sum - counter - - *","scheduler_unschedulable_pods - gauge - - *","scheduler_volume_binder_cache_requests_total - counter - - *","scheduler_volume_scheduling_stage_error_total - counter - - *","workqueue_adds_total - counter - - *","workqueue_depth - gauge - - *","workqueue_longest_running_processor_seconds - gauge - - *","workqueue_queue_duration_seconds - untyped - - *","workqueue_queue_duration_seconds_bucket - counter - - *","workqueue_queue_duration_seconds_count - counter - - *","workqueue_queue_duration_seconds_sum - counter - - *","workqueue_retries_total - counter - - *","workqueue_unfinished_work_seconds - gauge - - *","workqueue_work_duration_seconds - untyped - - *","workqueue_work_duration_seconds_bucket - counter - - *","workqueue_work_duration_seconds_count - counter - - *","workqueue_work_duration_seconds_sum - counter - - *"]}');
;// CONCATENATED MODULE: ./build/src/exporters/data/prometheus.json
const prometheus_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/prometheus/prometheus/tree/v3.14.0"],"from":"2.40.0","to":"3.14.0","metrics":["prometheus_agent_active_series - gauge - - *","prometheus_agent_checkpoint_creations_failed_total - counter - - *","prometheus_agent_checkpoint_creations_total - counter - - *","prometheus_agent_checkpoint_deletions_failed_total - counter - - *","prometheus_agent_checkpoint_deletions_total - counter - - *","prometheus_agent_corruptions_total - counter - - *","prometheus_agent_data_replay_duration_seconds - gauge - - *","prometheus_agent_deleted_series - gauge - - *","prometheus_agent_exemplars_appended_total - counter - - *","prometheus_agent_out_of_order_samples_total - counter - - *","prometheus_agent_samples_appended_total - counter - - *","prometheus_agent_truncate_duration_seconds - untyped - - *","prometheus_agent_truncate_duration_seconds_count - counter - - *","prometheus_agent_truncate_duration_seconds_sum - counter - - *","prometheus_api_notification_active_subscribers - gauge - - *","prometheus_api_notification_updates_dropped_total - counter - - *","prometheus_api_notification_updates_sent_total - counter - - *","prometheus_api_otlp_appended_samples_without_metadata_total - counter - - *","prometheus_api_otlp_out_of_order_exemplars_total - counter - - *","prometheus_api_otlp_translation_warnings_total - counter - - *","prometheus_api_remote_read_queries - gauge - - *","prometheus_api_remote_write_invalid_labels_samples_total - counter - - *","prometheus_api_remote_write_without_metadata_appended_samples_total - counter - - *","prometheus_config_last_reload_success_timestamp_seconds - gauge - - *","prometheus_config_last_reload_successful - gauge - - *","prometheus_engine_queries - gauge - - *","prometheus_engine_queries_concurrent_max - gauge - - *","prometheus_engine_query_duration_histogram_seconds - untyped - - *","prometheus_engine_query_duration_histogram_seconds_bucket - counter - - *","prometheus_engine_query_duration_histogram_seconds_count - counter - - *","prometheus_engine_query_duration_histogram_seconds_sum - counter - - *","prometheus_engine_query_duration_seconds - untyped - - *","prometheus_engine_query_duration_seconds_count - counter - - *","prometheus_engine_query_duration_seconds_sum - counter - - *","prometheus_engine_query_log_enabled - gauge - - *","prometheus_engine_query_log_failures_total - counter - - *","prometheus_engine_query_samples_read_total - counter - - *","prometheus_engine_query_samples_total - counter - - *","prometheus_http_request_duration_seconds - untyped - - *","prometheus_http_request_duration_seconds_bucket - counter - - *","prometheus_http_request_duration_seconds_count - counter - - *","prometheus_http_request_duration_seconds_sum - counter - - *","prometheus_http_requests_total - counter - - *","prometheus_http_response_size_bytes - untyped - - *","prometheus_http_response_size_bytes_bucket - counter - - *","prometheus_http_response_size_bytes_count - counter - - *","prometheus_http_response_size_bytes_sum - counter - - *","prometheus_influxdb_ignored_samples_total - counter - - *","prometheus_notifications_alertmanagers_discovered - gauge - - *","prometheus_notifications_dropped_total - counter - - *","prometheus_notifications_errors_total - counter - - *","prometheus_notifications_latency_histogram_seconds - untyped - - *","prometheus_notifications_latency_histogram_seconds_bucket - counter - - *","prometheus_notifications_latency_histogram_seconds_count - counter - - *","prometheus_notifications_latency_histogram_seconds_sum - counter - - *","prometheus_notifications_latency_seconds - untyped - - *","prometheus_notifications_latency_seconds_count - counter - - *","prometheus_notifications_latency_seconds_sum - counter - - *","prometheus_notifications_queue_capacity - gauge - - *","prometheus_notifications_queue_length - gauge - - *","prometheus_notifications_sent_total - counter - - *","prometheus_ready - gauge - - *","prometheus_remote_read_client_queries - gauge - - *","prometheus_remote_read_client_queries_total - counter - - *","prometheus_remote_read_client_request_duration_seconds - untyped - - *","prometheus_remote_read_client_request_duration_seconds_bucket - counter - - *","prometheus_remote_read_client_request_duration_seconds_count - counter - - *","prometheus_remote_read_client_request_duration_seconds_sum - counter - - *","prometheus_remote_read_handler_queries - gauge - - *","prometheus_remote_storage_bytes_total - counter - - *","prometheus_remote_storage_enqueue_retries_total - counter - - *","prometheus_remote_storage_exemplars_dropped_total - counter - - *","prometheus_remote_storage_exemplars_failed_total - counter - - *","prometheus_remote_storage_exemplars_in_total - counter - - *","prometheus_remote_storage_exemplars_pending - gauge - - *","prometheus_remote_storage_exemplars_retried_total - counter - - *","prometheus_remote_storage_exemplars_total - counter - - *","prometheus_remote_storage_highest_timestamp_in_seconds - gauge - - *","prometheus_remote_storage_histograms_dropped_total - counter - - *","prometheus_remote_storage_histograms_failed_total - counter - - *","prometheus_remote_storage_histograms_in_total - counter - - *","prometheus_remote_storage_histograms_pending - gauge - - *","prometheus_remote_storage_histograms_retried_total - counter - - *","prometheus_remote_storage_histograms_total - counter - - *","prometheus_remote_storage_max_samples_per_send - gauge - - *","prometheus_remote_storage_metadata_bytes_total - counter - - *","prometheus_remote_storage_metadata_failed_total - counter - - *","prometheus_remote_storage_metadata_retried_total - counter - - *","prometheus_remote_storage_metadata_total - counter - - *","prometheus_remote_storage_queue_highest_sent_timestamp_seconds - gauge - - *","prometheus_remote_storage_queue_highest_timestamp_seconds - gauge - - *","prometheus_remote_storage_read_queries_total - counter - - *","prometheus_remote_storage_read_request_duration_seconds - untyped - - *","prometheus_remote_storage_read_request_duration_seconds_bucket - counter - - *","prometheus_remote_storage_read_request_duration_seconds_count - counter - - *","prometheus_remote_storage_read_request_duration_seconds_sum - counter - - *","prometheus_remote_storage_remote_read_queries - gauge - - *","prometheus_remote_storage_samples_dropped_total - counter - - *","prometheus_remote_storage_samples_failed_total - counter - - *","prometheus_remote_storage_samples_in_total - counter - - *","prometheus_remote_storage_samples_pending - gauge - - *","prometheus_remote_storage_samples_retried_total - counter - - *","prometheus_remote_storage_samples_total - counter - - *","prometheus_remote_storage_sent_batch_duration_seconds - untyped - - *","prometheus_remote_storage_sent_batch_duration_seconds_bucket - counter - - *","prometheus_remote_storage_sent_batch_duration_seconds_count - counter - - *","prometheus_remote_storage_sent_batch_duration_seconds_sum - counter - - *","prometheus_remote_storage_shard_capacity - gauge - - *","prometheus_remote_storage_shards - gauge - - *","prometheus_remote_storage_shards_desired - gauge - - *","prometheus_remote_storage_shards_max - gauge - - *","prometheus_remote_storage_shards_min - gauge - - *","prometheus_remote_storage_string_interner_zero_reference_releases_total - counter - - *","prometheus_rule_evaluation_duration_histogram_seconds - untyped - - *","prometheus_rule_evaluation_duration_histogram_seconds_bucket - counter - - *","prometheus_rule_evaluation_duration_histogram_seconds_count - counter - - *","prometheus_rule_evaluation_duration_histogram_seconds_sum - counter - - *","prometheus_rule_evaluation_duration_seconds - untyped - - *","prometheus_rule_evaluation_duration_seconds_count - counter - - *","prometheus_rule_evaluation_duration_seconds_sum - counter - - *","prometheus_rule_evaluation_failures_total - counter - - *","prometheus_rule_evaluations_total - counter - - *","prometheus_rule_group_duration_histogram_seconds - untyped - - *","prometheus_rule_group_duration_histogram_seconds_bucket - counter - - *","prometheus_rule_group_duration_histogram_seconds_count - counter - - *","prometheus_rule_group_duration_histogram_seconds_sum - counter - - *","prometheus_rule_group_duration_seconds - untyped - - *","prometheus_rule_group_duration_seconds_count - counter - - *","prometheus_rule_group_duration_seconds_sum - counter - - *","prometheus_rule_group_interval_seconds - gauge - - *","prometheus_rule_group_iterations_missed_total - counter - - *","prometheus_rule_group_iterations_total - counter - - *","prometheus_rule_group_last_duration_seconds - gauge - - *","prometheus_rule_group_last_evaluation_samples - gauge - - *","prometheus_rule_group_last_evaluation_timestamp_seconds - gauge - - *","prometheus_rule_group_last_restore_duration_seconds - gauge - - *","prometheus_rule_group_last_rule_duration_sum_seconds - gauge - - *","prometheus_rule_group_rules - gauge - - *","prometheus_sd_azure_cache_hit_total - counter - - *","prometheus_sd_azure_failures_total - counter - - *","prometheus_sd_consul_rpc_duration_seconds - untyped - - *","prometheus_sd_consul_rpc_duration_seconds_count - counter - - *","prometheus_sd_consul_rpc_duration_seconds_sum - counter - - *","prometheus_sd_consul_rpc_failures_total - counter - - *","prometheus_sd_discovered_targets - gauge - - *","prometheus_sd_dns_lookup_failures_total - counter - - *","prometheus_sd_dns_lookups_total - counter - - *","prometheus_sd_failed_configs - gauge - - *","prometheus_sd_file_mtime_seconds - gauge - - *","prometheus_sd_file_read_errors_total - counter - - *","prometheus_sd_file_scan_duration_seconds - untyped - - *","prometheus_sd_file_scan_duration_seconds_count - counter - - *","prometheus_sd_file_scan_duration_seconds_sum - counter - - *","prometheus_sd_file_watcher_errors_total - counter - - *","prometheus_sd_http_failures_total - counter - - *","prometheus_sd_kubernetes_events_total - counter - - *","prometheus_sd_kubernetes_failures_total - counter - - *","prometheus_sd_kubernetes_http_request_duration_seconds - untyped - - *","prometheus_sd_kubernetes_http_request_duration_seconds_count - counter - - *","prometheus_sd_kubernetes_http_request_duration_seconds_sum - counter - - *","prometheus_sd_kubernetes_http_request_total - counter - - *","prometheus_sd_kuma_fetch_duration_seconds - untyped - - *","prometheus_sd_kuma_fetch_duration_seconds_count - counter - - *","prometheus_sd_kuma_fetch_duration_seconds_sum - counter - - *","prometheus_sd_kuma_fetch_failures_total - counter - - *","prometheus_sd_kuma_fetch_skipped_updates_total - counter - - *","prometheus_sd_last_update_timestamp_seconds - gauge - - *","prometheus_sd_linode_failures_total - counter - - *","prometheus_sd_nomad_failures_total - counter - - *","prometheus_sd_received_updates_total - counter - - *","prometheus_sd_refresh_duration_histogram_seconds - untyped - - *","prometheus_sd_refresh_duration_histogram_seconds_bucket - counter - - *","prometheus_sd_refresh_duration_histogram_seconds_count - counter - - *","prometheus_sd_refresh_duration_histogram_seconds_sum - counter - - *","prometheus_sd_refresh_duration_seconds - untyped - - *","prometheus_sd_refresh_duration_seconds_count - counter - - *","prometheus_sd_refresh_duration_seconds_sum - counter - - *","prometheus_sd_refresh_failures_total - counter - - *","prometheus_sd_updates_delayed_total - counter - - *","prometheus_sd_updates_total - counter - - *","prometheus_target_interval_length_histogram_seconds - untyped - - *","prometheus_target_interval_length_histogram_seconds_bucket - counter - - *","prometheus_target_interval_length_histogram_seconds_count - counter - - *","prometheus_target_interval_length_histogram_seconds_sum - counter - - *","prometheus_target_interval_length_seconds - untyped - - *","prometheus_target_interval_length_seconds_count - counter - - *","prometheus_target_interval_length_seconds_sum - counter - - *","prometheus_target_metadata_cache_bytes - gauge - - *","prometheus_target_metadata_cache_entries - gauge - - *","prometheus_target_reload_length_seconds - untyped - - *","prometheus_target_reload_length_seconds_count - counter - - *","prometheus_target_reload_length_seconds_sum - counter - - *","prometheus_target_scrape_duration_seconds - untyped - - *","prometheus_target_scrape_duration_seconds_bucket - counter - - *","prometheus_target_scrape_duration_seconds_count - counter - - *","prometheus_target_scrape_duration_seconds_sum - counter - - *","prometheus_target_scrape_pool_exceeded_label_limits_total - counter - - *","prometheus_target_scrape_pool_exceeded_target_limit_total - counter - - *","prometheus_target_scrape_pool_reloads_failed_total - counter - - *","prometheus_target_scrape_pool_reloads_total - counter - - *","prometheus_target_scrape_pool_symboltable_items - gauge - - *","prometheus_target_scrape_pool_sync_total - counter - - *","prometheus_target_scrape_pool_target_limit - gauge - - *","prometheus_target_scrape_pool_targets - gauge - - *","prometheus_target_scrape_pools_failed_total - counter - - *","prometheus_target_scrape_pools_total - counter - - *","prometheus_target_scrapes_cache_flush_forced_total - counter - - *","prometheus_target_scrapes_exceeded_body_size_limit_total - counter - - *","prometheus_target_scrapes_exceeded_native_histogram_bucket_limit_total - counter - - *","prometheus_target_scrapes_exceeded_sample_limit_total - counter - - *","prometheus_target_scrapes_exemplar_out_of_order_total - counter - - *","prometheus_target_scrapes_sample_duplicate_timestamp_total - counter - - *","prometheus_target_scrapes_sample_out_of_bounds_total - counter - - *","prometheus_target_scrapes_sample_out_of_order_total - counter - - *","prometheus_target_sync_failed_total - counter - - *","prometheus_target_sync_length_histogram_seconds - untyped - - *","prometheus_target_sync_length_histogram_seconds_bucket - counter - - *","prometheus_target_sync_length_histogram_seconds_count - counter - - *","prometheus_target_sync_length_histogram_seconds_sum - counter - - *","prometheus_target_sync_length_seconds - untyped - - *","prometheus_target_sync_length_seconds_count - counter - - *","prometheus_target_sync_length_seconds_sum - counter - - *","prometheus_template_text_expansion_failures_total - counter - - *","prometheus_template_text_expansions_total - counter - - *","prometheus_treecache_watcher_goroutines - gauge - - *","prometheus_treecache_zookeeper_failures_total - counter - - *","prometheus_tsdb_blocks_loaded - gauge - - *","prometheus_tsdb_checkpoint_creations_failed_total - counter - - *","prometheus_tsdb_checkpoint_creations_total - counter - - *","prometheus_tsdb_checkpoint_deletions_failed_total - counter - - *","prometheus_tsdb_checkpoint_deletions_total - counter - - *","prometheus_tsdb_chunk_write_queue_operations_total - counter - - *","prometheus_tsdb_compaction_chunk_range_seconds - untyped - - *","prometheus_tsdb_compaction_chunk_range_seconds_bucket - counter - - *","prometheus_tsdb_compaction_chunk_range_seconds_count - counter - - *","prometheus_tsdb_compaction_chunk_range_seconds_sum - counter - - *","prometheus_tsdb_compaction_chunk_samples - untyped - - *","prometheus_tsdb_compaction_chunk_samples_bucket - counter - - *","prometheus_tsdb_compaction_chunk_samples_count - counter - - *","prometheus_tsdb_compaction_chunk_samples_sum - counter - - *","prometheus_tsdb_compaction_chunk_size_bytes - untyped - - *","prometheus_tsdb_compaction_chunk_size_bytes_bucket - counter - - *","prometheus_tsdb_compaction_chunk_size_bytes_count - counter - - *","prometheus_tsdb_compaction_chunk_size_bytes_sum - counter - - *","prometheus_tsdb_compaction_duration_seconds - untyped - - *","prometheus_tsdb_compaction_duration_seconds_bucket - counter - - *","prometheus_tsdb_compaction_duration_seconds_count - counter - - *","prometheus_tsdb_compaction_duration_seconds_sum - counter - - *","prometheus_tsdb_compaction_populating_block - gauge - - *","prometheus_tsdb_compactions_failed_total - counter - - *","prometheus_tsdb_compactions_skipped_total - counter - - *","prometheus_tsdb_compactions_total - counter - - *","prometheus_tsdb_compactions_triggered_total - counter - - *","prometheus_tsdb_data_replay_duration_seconds - gauge - - *","prometheus_tsdb_exemplar_exemplars_appended_total - counter - - *","prometheus_tsdb_exemplar_exemplars_in_storage - gauge - - *","prometheus_tsdb_exemplar_last_exemplars_timestamp_seconds - gauge - - *","prometheus_tsdb_exemplar_max_exemplars - gauge - - *","prometheus_tsdb_exemplar_out_of_order_exemplars_total - counter - - *","prometheus_tsdb_exemplar_series_with_exemplars_in_storage - gauge - - *","prometheus_tsdb_head_active_appenders - gauge - - *","prometheus_tsdb_head_chunks - gauge - - *","prometheus_tsdb_head_chunks_created_total - counter - - *","prometheus_tsdb_head_chunks_removed_total - counter - - *","prometheus_tsdb_head_chunks_storage_size_bytes - gauge - - *","prometheus_tsdb_head_gc_duration_seconds - untyped - - *","prometheus_tsdb_head_gc_duration_seconds_count - counter - - *","prometheus_tsdb_head_gc_duration_seconds_sum - counter - - *","prometheus_tsdb_head_max_time - gauge - - *","prometheus_tsdb_head_max_time_seconds - gauge - - *","prometheus_tsdb_head_min_time - gauge - - *","prometheus_tsdb_head_min_time_seconds - gauge - - *","prometheus_tsdb_head_native_histogram_buckets - gauge - - *","prometheus_tsdb_head_native_histogram_series - gauge - - *","prometheus_tsdb_head_out_of_order_samples_appended_total - counter - - *","prometheus_tsdb_head_samples_appended_total - counter - - *","prometheus_tsdb_head_series - gauge - - *","prometheus_tsdb_head_series_created_total - counter - - *","prometheus_tsdb_head_series_not_found_total - counter - - *","prometheus_tsdb_head_series_removed_total - counter - - *","prometheus_tsdb_head_stale_series - gauge - - *","prometheus_tsdb_head_truncations_failed_total - counter - - *","prometheus_tsdb_head_truncations_total - counter - - *","prometheus_tsdb_isolation_high_watermark - gauge - - *","prometheus_tsdb_isolation_low_watermark - gauge - - *","prometheus_tsdb_lowest_timestamp - gauge - - *","prometheus_tsdb_lowest_timestamp_seconds - gauge - - *","prometheus_tsdb_mmap_chunk_corruptions_total - counter - - *","prometheus_tsdb_mmap_chunks_total - counter - - *","prometheus_tsdb_out_of_bound_samples_total - counter - - *","prometheus_tsdb_out_of_order_samples_total - counter - - *","prometheus_tsdb_reloads_failures_total - counter - - *","prometheus_tsdb_reloads_total - counter - - *","prometheus_tsdb_retention_limit_bytes - gauge - - *","prometheus_tsdb_retention_limit_percentage - gauge - - *","prometheus_tsdb_retention_limit_seconds - gauge - - *","prometheus_tsdb_sample_ooo_delta - untyped - - *","prometheus_tsdb_sample_ooo_delta_bucket - counter - - *","prometheus_tsdb_sample_ooo_delta_count - counter - - *","prometheus_tsdb_sample_ooo_delta_sum - counter - - *","prometheus_tsdb_selected_series_compaction_duration_seconds - untyped - - *","prometheus_tsdb_selected_series_compaction_duration_seconds_bucket - counter - - *","prometheus_tsdb_selected_series_compaction_duration_seconds_count - counter - - *","prometheus_tsdb_selected_series_compaction_duration_seconds_sum - counter - - *","prometheus_tsdb_selected_series_compactions_failed_total - counter - - *","prometheus_tsdb_selected_series_compactions_triggered_total - counter - - *","prometheus_tsdb_size_retentions_total - counter - - *","prometheus_tsdb_snapshot_replay_error_total - counter - - *","prometheus_tsdb_stale_series_compaction_duration_seconds - untyped - - *","prometheus_tsdb_stale_series_compaction_duration_seconds_bucket - counter - - *","prometheus_tsdb_stale_series_compaction_duration_seconds_count - counter - - *","prometheus_tsdb_stale_series_compaction_duration_seconds_sum - counter - - *","prometheus_tsdb_stale_series_compactions_failed_total - counter - - *","prometheus_tsdb_stale_series_compactions_triggered_total - counter - - *","prometheus_tsdb_storage_blocks_bytes - gauge - - *","prometheus_tsdb_symbol_table_size_bytes - gauge - - *","prometheus_tsdb_time_retentions_total - counter - - *","prometheus_tsdb_tombstone_cleanup_seconds - untyped - - *","prometheus_tsdb_tombstone_cleanup_seconds_bucket - counter - - *","prometheus_tsdb_tombstone_cleanup_seconds_count - counter - - *","prometheus_tsdb_tombstone_cleanup_seconds_sum - counter - - *","prometheus_tsdb_too_old_samples_total - counter - - *","prometheus_tsdb_vertical_compactions_total - counter - - *","prometheus_tsdb_wal_corruptions_total - counter - - *","prometheus_tsdb_wal_fsync_duration_seconds - untyped - - *","prometheus_tsdb_wal_fsync_duration_seconds_count - counter - - *","prometheus_tsdb_wal_fsync_duration_seconds_sum - counter - - *","prometheus_tsdb_wal_reader_corruption_errors_total - counter - - *","prometheus_tsdb_wal_replay_unknown_refs_total - counter - - *","prometheus_tsdb_wal_truncate_duration_seconds - untyped - - *","prometheus_tsdb_wal_truncate_duration_seconds_count - counter - - *","prometheus_tsdb_wal_truncate_duration_seconds_sum - counter - - *","prometheus_tsdb_wbl_replay_unknown_refs_total - counter - - *","prometheus_wal_watcher_current_segment - gauge - - *","prometheus_wal_watcher_notifications_skipped_total - counter - - *","prometheus_wal_watcher_record_decode_failures_total - counter - - *","prometheus_wal_watcher_records_read_total - counter - - *","prometheus_wal_watcher_samples_sent_pre_tailing_total - counter - - *","prometheus_web_federation_errors_total - counter - - *","prometheus_web_federation_warnings_total - counter - - *"]}');
;// CONCATENATED MODULE: ./build/src/exporters/data/prometheus-operator.json
const prometheus_operator_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/prometheus-operator/prometheus-operator/tree/v0.93.0"],"from":"0.60.0","to":"0.93.0","metrics":["prometheus_operator_alertmanager_config_validation_errors_total - counter - - *","prometheus_operator_alertmanager_config_validation_triggered_total - counter - - *","prometheus_operator_feature_gate - gauge - - *","prometheus_operator_kubelet_managed_resource - gauge - - *","prometheus_operator_kubernetes_client_http_request_duration_seconds - untyped - - *","prometheus_operator_kubernetes_client_http_request_duration_seconds_count - counter - - *","prometheus_operator_kubernetes_client_http_request_duration_seconds_sum - counter - - *","prometheus_operator_kubernetes_client_http_requests_total - counter - - *","prometheus_operator_kubernetes_client_rate_limiter_duration_seconds - untyped - - *","prometheus_operator_kubernetes_client_rate_limiter_duration_seconds_count - counter - - *","prometheus_operator_kubernetes_client_rate_limiter_duration_seconds_sum - counter - - *","prometheus_operator_list_operations_failed_total - counter - - *","prometheus_operator_list_operations_total - counter - - *","prometheus_operator_managed_resources - gauge - - *","prometheus_operator_node_address_lookup_errors_total - counter - - *","prometheus_operator_node_syncs_failed_total - counter - - *","prometheus_operator_node_syncs_total - counter - - *","prometheus_operator_prometheus_enforced_sample_limit - gauge - - *","prometheus_operator_ready - gauge - - *","prometheus_operator_reconcile_duration_seconds - untyped - - *","prometheus_operator_reconcile_duration_seconds_bucket - counter - - *","prometheus_operator_reconcile_duration_seconds_count - counter - - *","prometheus_operator_reconcile_duration_seconds_sum - counter - - *","prometheus_operator_reconcile_errors_total - counter - - *","prometheus_operator_reconcile_operations_total - counter - - *","prometheus_operator_reconcile_sts_delete_create_total - counter - - *","prometheus_operator_rule_validation_errors_total - counter - - *","prometheus_operator_rule_validation_triggered_total - counter - - *","prometheus_operator_spec_replicas - gauge - - *","prometheus_operator_spec_shards - gauge - - *","prometheus_operator_status_update_errors_total - counter - - *","prometheus_operator_status_update_operations_total - counter - - *","prometheus_operator_syncs - gauge - - *","prometheus_operator_triggered_total - counter - - *","prometheus_operator_watch_operations_failed_total - counter - - *","prometheus_operator_watch_operations_total - counter - - *","prometheus_operator_workqueue_adds_total - counter - - *","prometheus_operator_workqueue_depth - gauge - - *","prometheus_operator_workqueue_latency_seconds - untyped - - *","prometheus_operator_workqueue_latency_seconds_bucket - counter - - *","prometheus_operator_workqueue_latency_seconds_count - counter - - *","prometheus_operator_workqueue_latency_seconds_sum - counter - - *","prometheus_operator_workqueue_longest_running_processor_seconds - gauge - - *","prometheus_operator_workqueue_retries_total - counter - - *","prometheus_operator_workqueue_unfinished_work_seconds - gauge - - *","prometheus_operator_workqueue_work_duration_seconds - untyped - - *","prometheus_operator_workqueue_work_duration_seconds_bucket - counter - - *","prometheus_operator_workqueue_work_duration_seconds_count - counter - - *","prometheus_operator_workqueue_work_duration_seconds_sum - counter - - *"]}');
// EXTERNAL MODULE: ./build/src/exporters/metric-list.js
var metric_list = __webpack_require__(48776);
;// CONCATENATED MODULE: ./build/src/exporters/component-metrics.js









/**
 * Metrics of Prometheus, Alertmanager, the operator, Grafana, etcd, CoreDNS and Kubernetes' own components by their own
 * sources, all releases together: what has one type in all of them. What is in no list may be there all the same.
 */
const componentMetrics = (metric) => components
    .find(({ names }) => names.test(metric))
    ?.lists()
    .find((list) => list.metric(metric) !== undefined) ?? null;
const list = (0,once/* once */.O)((data) => (0,metric_list/* metricList */.to)(data));
/** The longer beginning first. What the API server has of etcd begins like etcd's own. */
const components = [
    { names: /^prometheus_operator_/, lists: () => [list(prometheus_operator_namespaceObject)] },
    { names: /^prometheus_/, lists: () => [list(prometheus_namespaceObject)] },
    { names: /^alertmanager_/, lists: () => [list(alertmanager_namespaceObject)] },
    { names: /^grafana_/, lists: () => [list(grafana_namespaceObject)] },
    { names: /^coredns_/, lists: () => [list(coredns_namespaceObject)] },
    { names: /^etcd_/, lists: () => [list(etcd_namespaceObject), list(kubernetes_namespaceObject)] },
    {
        names: /^(?:aggregator|apiextensions|apiserver|kubelet|kubeproxy|rest_client|scheduler|workqueue)_/,
        lists: () => [list(kubernetes_namespaceObject)],
    },
];
/** A gauge that rises all the time, or counts what there was, may well be asked how fast. */
const isComponentGauge = (metric) => !/time|highest|lowest|current|generation|revision|version|last|latest|longest|unfinished|cleaned|_counts?$|_bounds$|_[rs]$|_total/.test(metric);

// EXTERNAL MODULE: ./build/src/exporters/container-metrics.js + 1 modules
var container_metrics = __webpack_require__(48899);
// EXTERNAL MODULE: ./build/src/exporters/node-exporter.js + 1 modules
var node_exporter = __webpack_require__(701);
// EXTERNAL MODULE: ./build/src/exporters/state-metrics.js + 2 modules
var state_metrics = __webpack_require__(39395);
;// CONCATENATED MODULE: ./build/src/exporters/chart-exporters.js




/** The exporters that the chart deploys and of which the metrics are known. */
const chartExporters = [state_metrics/* stateMetrics */.D, node_exporter/* nodeExporter */.Y];
/** The exporter whose metrics begin like this one; a name with a colon is recorded. */
const exporterOf = (metric) => (metric.includes(":") ? null : chartExporters.find(({ prefix }) => metric.startsWith(prefix))) ?? null;
/** The beginnings of the names of metrics that are judged, beside the GPU exporter's. */
const judgedPrefixes = [...chartExporters.map(({ prefix }) => prefix), container_metrics/* containerPrefix */.aI];
/** Whether a metric's name begins like one of theirs, or of cAdvisor's. */
const isJudged = (metric) => !metric.includes(":") && judgedPrefixes.some((prefix) => metric.startsWith(prefix));
/**
 * The type of a metric of theirs, of cAdvisor's, or of a component that the chart deploys or scrapes; null of any
 * other.
 */
const typeOf = (metric) => {
    if (metric.includes(":"))
        return null;
    if (metric.startsWith(container_metrics/* containerPrefix */.aI))
        return typeIn((0,container_metrics/* containerMetrics */.rz)(), metric, container_metrics/* isContainerGauge */.VJ);
    const exporter = exporterOf(metric);
    return exporter === null
        ? typeIn(componentMetrics(metric), metric, isComponentGauge)
        : typeIn(exporter.list(), metric, exporter.isTrueGauge);
};
const typeIn = (list, metric, isTrueGauge) => {
    const type = list?.metric(metric)?.type ?? "untyped";
    return type === "counter" || (type === "gauge" && isTrueGauge(metric)) ? type : null;
};


/***/ },

/***/ 48899:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rz: () => (/* binding */ containerMetrics),
  AB: () => (/* binding */ containerPaths),
  aI: () => (/* binding */ containerPrefix),
  VJ: () => (/* binding */ isContainerGauge)
});

// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
;// CONCATENATED MODULE: ./build/src/exporters/data/cadvisor.json
const cadvisor_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/google/cadvisor/blob/v0.60.5/docs/storage/prometheus.md"],"from":"0.44.0","to":"0.60.5","metrics":["container_accelerator_duty_cycle accelerator gauge - 0.46.1 *","container_accelerator_memory_total_bytes accelerator gauge - 0.46.1 *","container_accelerator_memory_used_bytes accelerator gauge - 0.46.1 *","container_blkio_device_usage_total diskIO counter - - *","container_cpu_cfs_periods_total cpu counter - - *","container_cpu_cfs_throttled_periods_total cpu counter - - *","container_cpu_cfs_throttled_seconds_total cpu counter - - *","container_cpu_load_average_10s cpuLoad gauge - - *","container_cpu_schedstat_run_periods_total sched counter - - *","container_cpu_schedstat_run_seconds_total sched counter - - *","container_cpu_schedstat_runqueue_seconds_total sched counter - - *","container_cpu_system_seconds_total cpu counter - - *","container_cpu_usage_seconds_total cpu counter - - *","container_cpu_user_seconds_total cpu counter - - *","container_file_descriptors process gauge - - *","container_fs_inodes_free disk gauge - - *","container_fs_inodes_total disk gauge - - *","container_fs_io_current diskIO gauge - - *","container_fs_io_time_seconds_total diskIO counter - - *","container_fs_io_time_weighted_seconds_total diskIO counter - - *","container_fs_limit_bytes disk gauge - - *","container_fs_read_seconds_total diskIO counter - - *","container_fs_reads_bytes_total diskIO counter - - *","container_fs_reads_merged_total diskIO counter - - *","container_fs_reads_total diskIO counter - - *","container_fs_sector_reads_total diskIO counter - - *","container_fs_sector_writes_total diskIO counter - - *","container_fs_usage_bytes disk gauge - - *","container_fs_write_seconds_total diskIO counter - - *","container_fs_writes_bytes_total diskIO counter - - *","container_fs_writes_merged_total diskIO counter - - *","container_fs_writes_total diskIO counter - - *","container_health_state - gauge 0.54.0 - *","container_hugetlb_failcnt hugetlb counter - - *","container_hugetlb_max_usage_bytes hugetlb gauge - - *","container_hugetlb_usage_bytes hugetlb gauge - - *","container_last_seen - gauge - - *","container_llc_occupancy_bytes resctrl gauge - - *","container_memory_bandwidth_bytes resctrl gauge - - *","container_memory_bandwidth_local_bytes resctrl gauge - - *","container_memory_cache memory gauge - - *","container_memory_failcnt memory counter - - *","container_memory_failures_total memory counter - - *","container_memory_file_dirty_bytes memory gauge 0.60.0 - *","container_memory_file_writeback_bytes memory gauge 0.60.0 - *","container_memory_mapped_file memory gauge - - *","container_memory_max_usage_bytes memory gauge - - *","container_memory_migrate cpuset gauge - - *","container_memory_numa_pages memory_numa gauge - - *","container_memory_pgscan_total memory counter 0.60.0 - *","container_memory_pgsteal_total memory counter 0.60.0 - *","container_memory_rss memory gauge - - *","container_memory_swap memory gauge - - *","container_memory_usage_bytes memory gauge - - *","container_memory_working_set_bytes memory gauge - - *","container_memory_workingset_refault_anon_total memory counter 0.60.0 - *","container_memory_workingset_refault_file_total memory counter 0.60.0 - *","container_network_advance_tcp_stats_total advtcp gauge - - *","container_network_receive_bytes_total network counter - - *","container_network_receive_errors_total network counter - - *","container_network_receive_packets_dropped_total network counter - - *","container_network_receive_packets_total network counter - - *","container_network_tcp6_usage_total tcp gauge - - *","container_network_tcp_usage_total tcp gauge - - *","container_network_transmit_bytes_total network counter - - *","container_network_transmit_errors_total network counter - - *","container_network_transmit_packets_dropped_total network counter - - *","container_network_transmit_packets_total network counter - - *","container_network_udp6_usage_total udp gauge - - *","container_network_udp_usage_total udp gauge - - *","container_oom_events_total oom_event counter - - *","container_perf_events_scaling_ratio perf_event gauge - - *","container_perf_events_total perf_event counter - - *","container_perf_uncore_events_scaling_ratio perf_event gauge - - *","container_perf_uncore_events_total perf_event counter - - *","container_processes process gauge - - *","container_referenced_bytes referenced_memory gauge - - *","container_sockets process gauge - - *","container_spec_cpu_period - gauge - - *","container_spec_cpu_quota - gauge - - *","container_spec_cpu_shares - gauge - - *","container_spec_memory_limit_bytes - gauge - - *","container_spec_memory_reservation_limit_bytes - gauge - - *","container_spec_memory_swap_limit_bytes - gauge - - *","container_start_time_seconds - gauge - - *","container_tasks_state cpuLoad gauge - - *","container_threads process gauge - - *","container_threads_max process gauge - - *","container_ulimits_soft process gauge - - *"]}');
// EXTERNAL MODULE: ./build/src/exporters/metric-list.js
var metric_list = __webpack_require__(48776);
;// CONCATENATED MODULE: ./build/src/exporters/container-metrics.js



const list = (0,once/* once */.O)((_) => (0,metric_list/* metricList */.to)(cadvisor_namespaceObject));
/** The beginning of the names of cAdvisor's metrics of containers. */
const containerPrefix = "container_";
/** What cAdvisor can have of containers. Other parts of Kubernetes and cost exporters have names that begin so, too. */
const containerMetrics = () => list(cadvisor_namespaceObject);
/**
 * Where the kubelet has metrics of containers: cAdvisor's, and the few that metrics-server reads.
 * https://kubernetes.io/docs/concepts/cluster-administration/system-metrics/
 */
const containerPaths = new Set(["/metrics/cadvisor", "/metrics/resource"]);
/** A gauge that neither only rises nor is called a total. */
const isContainerGauge = (metric) => !/_total$|_last_seen$|_start_time_/.test(metric);


/***/ },

/***/ 80503:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ containerWith),
/* harmony export */   o: () => (/* binding */ programOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50879);

/** Reads a container's image and arguments. */
const programOf = (container) => {
    const args = [...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(container, ["command"]).slice(1), ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(container, ["args"])];
    const values = valuesIn(args);
    const shell = /(?:^|\/)(?:ba|da|a)?sh$/.test((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textsAt */ .i1)(container, ["command"])[0] ?? "");
    return {
        version: /^v?(\d+\.\d+\.\d+)(?:[-+].*)?$/.exec(imageOf(container).tag)?.[1] ?? null,
        values: (name) => values.get(name) ?? [],
        plain: !shell && !args.some((arg) => arg.includes("$(") && !/listen-address|host|node|pod|namespace/.test(arg)),
    };
};
/** By the argument's name: of each metric that an exporter may have, several are asked for. */
const valuesIn = (args) => {
    const values = new Map();
    for (const [index, arg] of args.entries()) {
        if (!arg.startsWith("-"))
            continue;
        const [name = "", ...value] = arg.replace(/^--?/, "").split("=");
        const next = args[index + 1] ?? "";
        const given = value.length > 0 ? value.join("=") : next.startsWith("-") ? "" : next;
        const known = values.get(name);
        if (known === undefined)
            values.set(name, [given]);
        else
            known.push(given);
    }
    return values;
};
/** The container of a pod, or of its template, that runs an image of this name. */
const containerWith = (pod, image) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(pod, ["spec", "containers"]).find((container) => imageOf(container).name === image);
/** Of `registry:5000/kube-state-metrics/kube-state-metrics:v2.20.0@sha256:\u2026` the last name and the tag. */
const imageOf = (container) => {
    const [reference = ""] = ((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(container, ["image"]) ?? "").split("@");
    const [name = "", tag = ""] = reference.slice(reference.lastIndexOf("/") + 1).split(":");
    return { name, tag };
};


/***/ },

/***/ 47768:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isCovered),
/* harmony export */   u: () => (/* binding */ notInRelease)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52615);
/* harmony import */ var _chart_exporter_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30577);
/* harmony import */ var _metric_list_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48776);




/** Whether a listed metric is one of the program's release; null: it is. */
const notInRelease = (metric, exporter, program) => {
    const { from, to } = exporter.list();
    const { version } = program;
    const always = metric.from === from && metric.to === to;
    if (version === null ? !always : !isCovered(exporter, program))
        return { status: "unknown", why: `of ${(0,_chart_exporter_js__WEBPACK_IMPORTED_MODULE_2__/* .called */ .A)(exporter, program)} is not known whether it exports ${metric.name}` };
    if (version === null || always)
        return null;
    if (releaseOrder(version)(metric.from) < 0)
        return gone(exporter, program, ` yet: ${metric.from} brought it`, `Update ${exporter.name} to ${metric.from} or later`);
    return releaseOrder(version)(metric.to) > 0
        ? gone(exporter, program, `: ${metric.to} was the last that did`, null)
        : null;
};
/** A list of hundreds of metrics names a dozen releases. */
const releaseOrder = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((version) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((other) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(version, other)));
const gone = (exporter, program, end, advice) => ({ status: "no", begin: `${(0,_chart_exporter_js__WEBPACK_IMPORTED_MODULE_2__/* .called */ .A)(exporter, program)} does not export `, end, advice });
/** Whether the program's release is one of which there is data. */
const isCovered = ({ list }, { version }) => version !== null && covered(list())(version);
const covered = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((list) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((version) => (0,_metric_list_js__WEBPACK_IMPORTED_MODULE_1__/* .isInReleases */ .M1)(version, list)));


/***/ },

/***/ 48776:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $P: () => (/* binding */ namedIn),
/* harmony export */   M1: () => (/* binding */ isInReleases),
/* harmony export */   to: () => (/* binding */ metricList)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52615);


/** Reads the lines; each is taken apart only where its metric is asked for. */
const metricList = ({ from, to, metrics }) => {
    const lines = new Map(metrics.map((line) => [line.slice(0, line.indexOf(" ")), line]));
    return {
        from,
        to,
        names: [...lines.keys()],
        metric: (name) => {
            const line = lines.get(name);
            if (line === undefined)
                return undefined;
            const [, part = "", type = "", first = "", last = "", labels = ""] = line.split(" ");
            return {
                name,
                parts: part === "-" ? [] : part.split("+"),
                type: type === "gauge" || type === "counter" ? type : "untyped",
                from: first === "-" ? from : first,
                to: last === "-" ? to : last,
                labels: labels === "-" ? [] : labels.split(","),
            };
        },
    };
};
const isInReleases = (version, { from, to }) => (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(from, version) <= 0 && (0,semver__WEBPACK_IMPORTED_MODULE_0__.compare)(version, to) <= 0;
/** What lines of `name from to` name in a release. */
const namedIn = (lines, version) => named(lines)(version);
const named = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)((lines) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)((version) => new Set(lines.flatMap((line) => {
    const [name = "", from = "", to = ""] = line.split(" ");
    return isInReleases(version, { from, to }) ? [name] : [];
}))));


/***/ },

/***/ 701:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ nodeExporter)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/exporters/chart-exporter.js
var chart_exporter = __webpack_require__(30577);
;// CONCATENATED MODULE: ./build/src/exporters/data/node-exporter.json
const node_exporter_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/prometheus/node_exporter/tree/v1.12.1/collector","https://github.com/prometheus/node_exporter/blob/v1.12.1/collector/fixtures/e2e-output.txt","https://github.com/prometheus/node_exporter/blob/v1.12.1/docs/example-16-compatibility-rules.yml"],"from":"1.0.0","to":"1.12.1","defaults":["arp 1.0.0 1.12.1","bcache 1.0.0 1.12.1","bcachefs 1.11.0 1.12.1","bonding 1.0.0 1.12.1","btrfs 1.0.0 1.12.1","conntrack 1.0.0 1.12.1","cpu 1.0.0 1.12.1","cpufreq 1.0.0 1.12.1","diskstats 1.0.0 1.12.1","dmi 1.3.0 1.12.1","dmmultipath 1.12.0 1.12.1","edac 1.0.0 1.12.1","entropy 1.0.0 1.12.1","fibrechannel 1.1.0 1.12.1","filefd 1.0.0 1.12.1","filesystem 1.0.0 1.12.1","hwmon 1.0.0 1.12.1","infiniband 1.0.0 1.12.1","ipvs 1.0.0 1.12.1","kernel_hung 1.11.0 1.12.1","loadavg 1.0.0 1.12.1","mdadm 1.0.0 1.12.1","meminfo 1.0.0 1.12.1","netclass 1.0.0 1.12.1","netdev 1.0.0 1.12.1","netstat 1.0.0 1.12.1","nfs 1.0.0 1.12.1","nfsd 1.0.0 1.12.1","nvme 1.2.0 1.12.1","os 1.3.0 1.12.1","powersupplyclass 1.0.0 1.12.1","pressure 1.0.0 1.12.1","rapl 1.0.0 1.12.1","schedstat 1.0.0 1.12.1","selinux 1.4.0 1.12.1","sockstat 1.0.0 1.12.1","softnet 1.0.0 1.12.1","stat 1.0.0 1.12.1","tapestats 1.2.0 1.12.1","textfile 1.0.0 1.12.1","thermal_zone 1.0.0 1.12.1","time 1.0.0 1.12.1","timex 1.0.0 1.12.1","udp_queues 1.0.0 1.12.1","uname 1.0.0 1.12.1","vmstat 1.0.0 1.12.1","watchdog 1.8.0 1.12.1","xfs 1.0.0 1.12.1","zfs 1.0.0 1.12.1"],"collectors":["arp 1.0.0 1.12.1","bcache 1.0.0 1.12.1","bcachefs 1.11.0 1.12.1","bonding 1.0.0 1.12.1","btrfs 1.0.0 1.12.1","buddyinfo 1.0.0 1.12.1","cgroups 1.4.0 1.12.1","conntrack 1.0.0 1.12.1","cpu 1.0.0 1.12.1","cpu_vulnerabilities 1.7.0 1.12.1","cpufreq 1.0.0 1.12.1","diskstats 1.0.0 1.12.1","dmi 1.3.0 1.12.1","dmmultipath 1.12.0 1.12.1","drbd 1.0.0 1.12.1","drm 1.3.0 1.12.1","edac 1.0.0 1.12.1","entropy 1.0.0 1.12.1","ethtool 1.2.0 1.12.1","fibrechannel 1.1.0 1.12.1","filefd 1.0.0 1.12.1","filesystem 1.0.0 1.12.1","hwmon 1.0.0 1.12.1","infiniband 1.0.0 1.12.1","interrupts 1.0.0 1.12.1","ipvs 1.0.0 1.12.1","kernel_hung 1.11.0 1.12.1","ksmd 1.0.0 1.12.1","lnstat 1.3.0 1.12.1","loadavg 1.0.0 1.12.1","logind 1.0.0 1.12.1","mdadm 1.0.0 1.12.1","meminfo 1.0.0 1.12.1","meminfo_numa 1.0.0 1.12.1","mountstats 1.0.0 1.12.1","netclass 1.0.0 1.12.1","netdev 1.0.0 1.12.1","netstat 1.0.0 1.12.1","network_route 1.1.0 1.12.1","nfs 1.0.0 1.12.1","nfsd 1.0.0 1.12.1","ntp 1.0.0 1.12.1","nvme 1.2.0 1.12.1","nvmesubsystem 1.12.0 1.12.1","os 1.3.0 1.12.1","pcidevice 1.10.0 1.12.1","perf 1.0.0 1.12.1","powersupplyclass 1.0.0 1.12.1","pressure 1.0.0 1.12.1","processes 1.0.0 1.12.1","qdisc 1.0.0 1.12.1","rapl 1.0.0 1.12.1","runit 1.0.0 1.12.1","schedstat 1.0.0 1.12.1","selinux 1.4.0 1.12.1","slabinfo 1.4.0 1.12.1","sockstat 1.0.0 1.12.1","softirqs 1.6.0 1.12.1","softnet 1.0.0 1.12.1","stat 1.0.0 1.12.1","supervisord 1.0.0 1.12.1","swap 1.10.0 1.12.1","sysctl 1.4.0 1.12.1","systemd 1.0.0 1.12.1","tapestats 1.2.0 1.12.1","tcpstat 1.0.0 1.12.1","textfile 1.0.0 1.12.1","thermal_zone 1.0.0 1.12.1","time 1.0.0 1.12.1","timex 1.0.0 1.12.1","udp_queues 1.0.0 1.12.1","uname 1.0.0 1.12.1","vmstat 1.0.0 1.12.1","watchdog 1.8.0 1.12.1","wifi 1.0.0 1.12.1","xfrm 1.8.0 1.12.1","xfs 1.0.0 1.12.1","zfs 1.0.0 1.12.1","zoneinfo 1.1.0 1.12.1"],"prefixes":["node_arp_ arp closed","node_bcache_ bcache open","node_bcachefs_ bcachefs open","node_bonding_ bonding closed","node_btrfs_ btrfs open","node_buddyinfo_ buddyinfo closed","node_cgroups_ cgroups closed","node_cooling_device_ thermal_zone closed","node_cpu_ cpu+cpufreq closed","node_cpu_vulnerabilities_ cpu_vulnerabilities closed","node_disk_ diskstats closed","node_dmi_ dmi closed","node_dmmultipath_ dmmultipath closed","node_drbd_ drbd open","node_drm_ drm closed","node_edac_ edac closed","node_ethtool_ ethtool open","node_fibrechannel_ fibrechannel open","node_filefd_ filefd open","node_filesystem_ filesystem closed","node_hwmon_ hwmon open","node_infiniband_ infiniband open","node_ipvs_ ipvs closed","node_kernel_hung_ kernel_hung closed","node_ksmd_ ksmd open","node_lnstat_ lnstat open","node_logind_ logind closed","node_md_ mdadm closed","node_meminfo_ meminfo open","node_meminfo_numa_ meminfo_numa open","node_memory_ meminfo open","node_memory_numa_ meminfo_numa open","node_mountstats_nfs_ mountstats closed","node_netclass_ netclass open","node_netdev_ netdev open","node_netstat_ netstat open","node_network_ ethtool+netclass+netdev+network_route open","node_network_address_ netdev open","node_nfs_ nfs closed","node_nfsd_ nfsd closed","node_ntp_ ntp closed","node_nvme_ nvme closed","node_nvmesubsystem_ nvmesubsystem closed","node_os_ os closed","node_pcidevice_ pcidevice closed","node_perf_ perf open","node_power_supply_ powersupplyclass closed","node_powersupplyclass_ powersupplyclass open","node_pressure_ pressure closed","node_processes_ processes closed","node_qdisc_ qdisc closed","node_rapl_ rapl open","node_schedstat_ schedstat closed","node_selinux_ selinux closed","node_service_ runit closed","node_slabinfo_ slabinfo closed","node_sockstat_ sockstat open","node_softnet_ softnet closed","node_supervisord_ supervisord closed","node_swap_ swap closed","node_sysctl_ sysctl open","node_systemd_ systemd closed","node_tape_ tapestats closed","node_tcp_ tcpstat closed","node_textfile_ textfile open","node_thermal_zone_ thermal_zone closed","node_time_ time closed","node_timex_ timex closed","node_udp_ udp_queues closed","node_uname_ uname closed","node_vmstat_ vmstat open","node_watchdog_ watchdog closed","node_wifi_ wifi closed","node_xfrm_ xfrm closed","node_xfs_ xfs open","node_zfs_ zfs open","node_zfs_zpool_ zfs open","node_zfs_zpool_dataset_ zfs open","node_zoneinfo_ zoneinfo open"],"renamed":["node_bcache_cache_read_races node_bcache_cache_read_races_total same","node_buddyinfo_count node_buddyinfo_blocks same","node_boot_time node_boot_time_seconds same","node_time node_time_seconds same","node_context_switches node_context_switches_total same","node_forks node_forks_total same","node_intr node_intr_total same","node_cpu node_cpu_seconds_total other","node_disk_bytes_read node_disk_read_bytes_total same","node_disk_bytes_written node_disk_written_bytes_total same","node_disk_io_time_ms node_disk_io_time_seconds_total other","node_disk_io_time_weighted node_disk_io_time_weighted_seconds_total same","node_disk_reads_completed node_disk_reads_completed_total same","node_disk_reads_merged node_disk_reads_merged_total same","node_disk_read_time_ms node_disk_read_time_seconds_total other","node_disk_writes_completed node_disk_writes_completed_total same","node_disk_writes_merged node_disk_writes_merged_total same","node_disk_write_time_ms node_disk_write_time_seconds_total other","node_filesystem_free node_filesystem_free_bytes same","node_filesystem_avail node_filesystem_avail_bytes same","node_filesystem_size node_filesystem_size_bytes same","node_infiniband_port_data_received_bytes node_infiniband_port_data_received_bytes_total same","node_infiniband_port_data_transmitted_bytes node_infiniband_port_data_transmitted_bytes_total same","node_interrupts node_interrupts_total same","node_memory_Active node_memory_Active_bytes same","node_memory_Active_anon node_memory_Active_anon_bytes same","node_memory_Active_file node_memory_Active_file_bytes same","node_memory_AnonHugePages node_memory_AnonHugePages_bytes same","node_memory_AnonPages node_memory_AnonPages_bytes same","node_memory_Bounce node_memory_Bounce_bytes same","node_memory_Buffers node_memory_Buffers_bytes same","node_memory_Cached node_memory_Cached_bytes same","node_memory_CommitLimit node_memory_CommitLimit_bytes same","node_memory_Committed_AS node_memory_Committed_AS_bytes same","node_memory_DirectMap2M node_memory_DirectMap2M_bytes same","node_memory_DirectMap4k node_memory_DirectMap4k_bytes same","node_memory_Dirty node_memory_Dirty_bytes same","node_memory_HardwareCorrupted node_memory_HardwareCorrupted_bytes same","node_memory_Hugepagesize node_memory_Hugepagesize_bytes same","node_memory_Inactive node_memory_Inactive_bytes same","node_memory_Inactive_anon node_memory_Inactive_anon_bytes same","node_memory_Inactive_file node_memory_Inactive_file_bytes same","node_memory_KernelStack node_memory_KernelStack_bytes same","node_memory_Mapped node_memory_Mapped_bytes same","node_memory_MemFree node_memory_MemFree_bytes same","node_memory_MemTotal node_memory_MemTotal_bytes same","node_memory_Mlocked node_memory_Mlocked_bytes same","node_memory_NFS_Unstable node_memory_NFS_Unstable_bytes same","node_memory_PageTables node_memory_PageTables_bytes same","node_memory_Shmem node_memory_Shmem_bytes same","node_memory_Slab node_memory_Slab_bytes same","node_memory_SReclaimable node_memory_SReclaimable_bytes same","node_memory_SUnreclaim node_memory_SUnreclaim_bytes same","node_memory_SwapCached node_memory_SwapCached_bytes same","node_memory_SwapFree node_memory_SwapFree_bytes same","node_memory_SwapTotal node_memory_SwapTotal_bytes same","node_memory_Unevictable node_memory_Unevictable_bytes same","node_memory_VmallocChunk node_memory_VmallocChunk_bytes same","node_memory_VmallocTotal node_memory_VmallocTotal_bytes same","node_memory_VmallocUsed node_memory_VmallocUsed_bytes same","node_memory_Writeback node_memory_Writeback_bytes same","node_memory_WritebackTmp node_memory_WritebackTmp_bytes same","node_network_receive_bytes node_network_receive_bytes_total same","node_network_receive_compressed node_network_receive_compressed_total same","node_network_receive_drop node_network_receive_drop_total same","node_network_receive_errs node_network_receive_errs_total same","node_network_receive_fifo node_network_receive_fifo_total same","node_network_receive_frame node_network_receive_frame_total same","node_network_receive_multicast node_network_receive_multicast_total same","node_network_receive_packets node_network_receive_packets_total same","node_network_transmit_bytes node_network_transmit_bytes_total same","node_network_transmit_compressed node_network_transmit_compressed_total same","node_network_transmit_drop node_network_transmit_drop_total same","node_network_transmit_errs node_network_transmit_errs_total same","node_network_transmit_fifo node_network_transmit_fifo_total same","node_network_transmit_packets node_network_transmit_packets_total same","node_nfs_net_connections node_nfs_connections_total same","node_nfs_net_reads node_nfs_packets_total same","node_nfs_procedures node_nfs_requests_total other","node_nfs_rpc_authentication_refreshes node_nfs_rpc_authentication_refreshes_total same","node_nfs_rpc_operations node_nfs_rpcs_total same","node_nfs_rpc_retransmissions node_nfs_rpc_retransmissions_total same","node_textfile_mtime node_textfile_mtime_seconds same"],"metrics":["node_arp_entries arp gauge - - device","node_bcache_active_journal_entries bcache gauge - - uuid","node_bcache_average_key_size_sectors bcache gauge - - uuid","node_bcache_btree_cache_size_bytes bcache gauge - - uuid","node_bcache_btree_nodes bcache gauge - - uuid","node_bcache_btree_read_average_duration_seconds bcache gauge - - uuid","node_bcache_bypassed_bytes_total bcache counter - - backing_device,uuid","node_bcache_cache_available_percent bcache gauge - - uuid","node_bcache_cache_bypass_hits_total bcache counter - - backing_device,uuid","node_bcache_cache_bypass_misses_total bcache counter - - backing_device,uuid","node_bcache_cache_hits_total bcache counter - - backing_device,uuid","node_bcache_cache_miss_collisions_total bcache counter - - backing_device,uuid","node_bcache_cache_misses_total bcache counter - - backing_device,uuid","node_bcache_cache_read_races_total bcache counter - - uuid","node_bcache_cache_readaheads_total bcache counter - - backing_device,uuid","node_bcache_congested bcache gauge - - uuid","node_bcache_dirty_data_bytes bcache gauge - - backing_device,uuid","node_bcache_dirty_target_bytes bcache gauge - - backing_device,uuid","node_bcache_io_errors bcache gauge - - cache_device,uuid","node_bcache_metadata_written_bytes_total bcache counter - - cache_device,uuid","node_bcache_priority_stats_metadata_percent bcache gauge - - cache_device,uuid","node_bcache_priority_stats_unused_percent bcache gauge - - cache_device,uuid","node_bcache_root_usage_percent bcache gauge - - uuid","node_bcache_tree_depth bcache gauge - - uuid","node_bcache_writeback_change bcache gauge - - backing_device,uuid","node_bcache_writeback_rate bcache gauge - - backing_device,uuid","node_bcache_writeback_rate_integral_term bcache gauge - - backing_device,uuid","node_bcache_writeback_rate_proportional_term bcache gauge - - backing_device,uuid","node_bcache_written_bytes_total bcache counter - - cache_device,uuid","node_bcachefs_accounting_key_to_wb_slowpath_total bcachefs counter - - uuid","node_bcachefs_bkey_pack_pos_fail_total bcachefs counter - - uuid","node_bcachefs_btree_cache_cannibalize_lock_fail_total bcachefs counter - - uuid","node_bcachefs_btree_cache_cannibalize_lock_total bcachefs counter - - uuid","node_bcachefs_btree_cache_cannibalize_total bcachefs counter - - uuid","node_bcachefs_btree_cache_cannibalize_unlock_total bcachefs counter - - uuid","node_bcachefs_btree_cache_reap_total bcachefs counter - - uuid","node_bcachefs_btree_cache_scan_total bcachefs counter - - uuid","node_bcachefs_btree_cache_size_bytes bcachefs gauge 1.11.0 - uuid","node_bcachefs_btree_key_cache_fill_total bcachefs counter - - uuid","node_bcachefs_btree_node_alloc_total bcachefs counter - - uuid","node_bcachefs_btree_node_compact_total bcachefs counter - - uuid","node_bcachefs_btree_node_free_total bcachefs counter - - uuid","node_bcachefs_btree_node_merge_attempt_total bcachefs counter - - uuid","node_bcachefs_btree_node_merge_total bcachefs counter - - uuid","node_bcachefs_btree_node_read_total bcachefs counter - - uuid","node_bcachefs_btree_node_rewrite_total bcachefs counter - - uuid","node_bcachefs_btree_node_set_root_total bcachefs counter - - uuid","node_bcachefs_btree_node_split_total bcachefs counter - - uuid","node_bcachefs_btree_node_write_total bcachefs counter - - uuid","node_bcachefs_btree_path_relock_fail_total bcachefs counter - - uuid","node_bcachefs_btree_path_upgrade_fail_total bcachefs counter - - uuid","node_bcachefs_btree_reserve_get_fail_total bcachefs counter - - uuid","node_bcachefs_btree_write_average_size_bytes bcachefs gauge 1.11.0 - type,uuid","node_bcachefs_btree_writes_total bcachefs counter 1.11.0 - type,uuid","node_bcachefs_bucket_alloc_fail_total bcachefs counter - - uuid","node_bcachefs_bucket_alloc_from_stripe_total bcachefs counter - - uuid","node_bcachefs_bucket_alloc_total bcachefs counter - - uuid","node_bcachefs_bucket_discard_fast_total bcachefs counter - - uuid","node_bcachefs_bucket_discard_fast_worker_total bcachefs counter - - uuid","node_bcachefs_bucket_discard_total bcachefs counter - - uuid","node_bcachefs_bucket_discard_worker_total bcachefs counter - - uuid","node_bcachefs_bucket_invalidate_total bcachefs counter - - uuid","node_bcachefs_cached_ptr_drop_total bcachefs counter - - uuid","node_bcachefs_compression_compressed_bytes bcachefs gauge 1.11.0 - algorithm,uuid","node_bcachefs_compression_uncompressed_bytes bcachefs gauge 1.11.0 - algorithm,uuid","node_bcachefs_copygc_total bcachefs counter - - uuid","node_bcachefs_copygc_wait_obsolete_total bcachefs counter - - uuid","node_bcachefs_data_read_bounce_total bcachefs counter - - uuid","node_bcachefs_data_read_fail_and_poison_total bcachefs counter - - uuid","node_bcachefs_data_read_hole_total bcachefs counter - - uuid","node_bcachefs_data_read_inline_total bcachefs counter - - uuid","node_bcachefs_data_read_narrow_crcs_fail_total bcachefs counter - - uuid","node_bcachefs_data_read_narrow_crcs_total bcachefs counter - - uuid","node_bcachefs_data_read_nopromote_already_promoted_total bcachefs counter - - uuid","node_bcachefs_data_read_nopromote_congested_total bcachefs counter - - uuid","node_bcachefs_data_read_nopromote_may_not_total bcachefs counter - - uuid","node_bcachefs_data_read_nopromote_total bcachefs counter - - uuid","node_bcachefs_data_read_nopromote_unwritten_total bcachefs counter - - uuid","node_bcachefs_data_read_promote_total bcachefs counter - - uuid","node_bcachefs_data_read_retry_total bcachefs counter - - uuid","node_bcachefs_data_read_reuse_race_total bcachefs counter - - uuid","node_bcachefs_data_read_split_total bcachefs counter - - uuid","node_bcachefs_data_read_total bcachefs counter - - uuid","node_bcachefs_data_update_fail_total bcachefs counter - - uuid","node_bcachefs_data_update_in_flight_total bcachefs counter - - uuid","node_bcachefs_data_update_key_fail_total bcachefs counter - - uuid","node_bcachefs_data_update_key_total bcachefs counter - - uuid","node_bcachefs_data_update_no_io_total bcachefs counter - - uuid","node_bcachefs_data_update_noop_obsolete_total bcachefs counter - - uuid","node_bcachefs_data_update_pred_total bcachefs counter - - uuid","node_bcachefs_data_update_read_total bcachefs counter - - uuid","node_bcachefs_data_update_start_fail_obsolete_total bcachefs counter - - uuid","node_bcachefs_data_update_total bcachefs counter - - uuid","node_bcachefs_data_update_useless_write_fail_total bcachefs counter - - uuid","node_bcachefs_data_update_write_total bcachefs counter - - uuid","node_bcachefs_data_write_total bcachefs counter - - uuid","node_bcachefs_device_bucket_size_bytes bcachefs gauge 1.11.0 - device,uuid","node_bcachefs_device_buckets bcachefs gauge 1.11.0 - device,uuid","node_bcachefs_device_durability bcachefs gauge 1.11.0 - device,uuid","node_bcachefs_device_info bcachefs gauge 1.11.0 - *,device,label,state,uuid","node_bcachefs_device_io_done_bytes_total bcachefs counter 1.11.0 - data_type,device,operation,uuid","node_bcachefs_device_io_errors_total bcachefs counter 1.11.0 - device,type,uuid","node_bcachefs_error_throw_total bcachefs counter - - uuid","node_bcachefs_errors_total bcachefs counter 1.11.0 - error_type,uuid","node_bcachefs_evacuate_bucket_total bcachefs counter - - uuid","node_bcachefs_fsync_total bcachefs counter - - uuid","node_bcachefs_gc_gens_end_total bcachefs counter - - uuid","node_bcachefs_gc_gens_start_total bcachefs counter - - uuid","node_bcachefs_info bcachefs gauge 1.11.0 - *,uuid","node_bcachefs_journal_full_total bcachefs counter - - uuid","node_bcachefs_journal_reclaim_finish_total bcachefs counter - - uuid","node_bcachefs_journal_reclaim_start_total bcachefs counter - - uuid","node_bcachefs_journal_res_get_blocked_total bcachefs counter - - uuid","node_bcachefs_journal_write_total bcachefs counter - - uuid","node_bcachefs_open_bucket_alloc_fail_total bcachefs counter - - uuid","node_bcachefs_reconcile_btree_total bcachefs counter - - uuid","node_bcachefs_reconcile_clear_scan_total bcachefs counter - - uuid","node_bcachefs_reconcile_data_total bcachefs counter - - uuid","node_bcachefs_reconcile_phys_total bcachefs counter - - uuid","node_bcachefs_reconcile_scan_device_total bcachefs counter - - uuid","node_bcachefs_reconcile_scan_fs_total bcachefs counter - - uuid","node_bcachefs_reconcile_scan_inum_total bcachefs counter - - uuid","node_bcachefs_reconcile_scan_metadata_total bcachefs counter - - uuid","node_bcachefs_reconcile_scan_pending_total bcachefs counter - - uuid","node_bcachefs_reconcile_set_pending_total bcachefs counter - - uuid","node_bcachefs_sectors_alloc_total bcachefs counter - - uuid","node_bcachefs_stripe_alloc_total bcachefs counter - - uuid","node_bcachefs_stripe_create_fail_total bcachefs counter - - uuid","node_bcachefs_stripe_create_total bcachefs counter - - uuid","node_bcachefs_stripe_delete_total bcachefs counter - - uuid","node_bcachefs_stripe_reuse_total bcachefs counter - - uuid","node_bcachefs_stripe_update_bucket_total bcachefs counter - - uuid","node_bcachefs_stripe_update_extent_fail_total bcachefs counter - - uuid","node_bcachefs_stripe_update_extent_total bcachefs counter - - uuid","node_bcachefs_sync_fs_total bcachefs counter - - uuid","node_bcachefs_trans_blocked_journal_reclaim_total bcachefs counter - - uuid","node_bcachefs_trans_restart_btree_node_reused_total bcachefs counter - - uuid","node_bcachefs_trans_restart_btree_node_split_total bcachefs counter - - uuid","node_bcachefs_trans_restart_fault_inject_total bcachefs counter - - uuid","node_bcachefs_trans_restart_injected_total bcachefs counter - - uuid","node_bcachefs_trans_restart_iter_upgrade_total bcachefs counter - - uuid","node_bcachefs_trans_restart_journal_preres_get_total bcachefs counter - - uuid","node_bcachefs_trans_restart_journal_reclaim_total bcachefs counter - - uuid","node_bcachefs_trans_restart_journal_res_get_total bcachefs counter - - uuid","node_bcachefs_trans_restart_key_cache_key_realloced_total bcachefs counter - - uuid","node_bcachefs_trans_restart_key_cache_raced_total bcachefs counter - - uuid","node_bcachefs_trans_restart_key_cache_upgrade_total bcachefs counter - - uuid","node_bcachefs_trans_restart_mark_replicas_total bcachefs counter - - uuid","node_bcachefs_trans_restart_mem_realloced_total bcachefs counter - - uuid","node_bcachefs_trans_restart_memory_allocation_failure_total bcachefs counter - - uuid","node_bcachefs_trans_restart_relock_after_fill_total bcachefs counter - - uuid","node_bcachefs_trans_restart_relock_key_cache_fill_obsolete_total bcachefs counter - - uuid","node_bcachefs_trans_restart_relock_next_node_total bcachefs counter - - uuid","node_bcachefs_trans_restart_relock_parent_for_fill_obsolete_total bcachefs counter - - uuid","node_bcachefs_trans_restart_relock_path_intent_total bcachefs counter - - uuid","node_bcachefs_trans_restart_relock_path_total bcachefs counter - - uuid","node_bcachefs_trans_restart_relock_total bcachefs counter - - uuid","node_bcachefs_trans_restart_split_race_total bcachefs counter - - uuid","node_bcachefs_trans_restart_too_many_iters_total bcachefs counter - - uuid","node_bcachefs_trans_restart_traverse_total bcachefs counter - - uuid","node_bcachefs_trans_restart_upgrade_total bcachefs counter - - uuid","node_bcachefs_trans_restart_would_deadlock_recursion_limit_total bcachefs counter - - uuid","node_bcachefs_trans_restart_would_deadlock_total bcachefs counter - - uuid","node_bcachefs_trans_restart_would_deadlock_write_total bcachefs counter - - uuid","node_bcachefs_trans_restart_write_buffer_flush_total bcachefs counter - - uuid","node_bcachefs_trans_traverse_all_total bcachefs counter - - uuid","node_bcachefs_transaction_commit_total bcachefs counter - - uuid","node_bcachefs_write_buffer_flush_slowpath_total bcachefs counter - - uuid","node_bcachefs_write_buffer_flush_sync_total bcachefs counter - - uuid","node_bcachefs_write_buffer_flush_total bcachefs counter - - uuid","node_bcachefs_write_buffer_maybe_flush_total bcachefs counter - - uuid","node_bcachefs_write_super_total bcachefs counter - - uuid","node_bonding_active bonding gauge - - master","node_bonding_slaves bonding gauge - - master","node_boot_time_seconds stat gauge - - -","node_btrfs_allocation_ratio btrfs gauge - - block_group_type,mode,uuid","node_btrfs_commit_seconds_total btrfs counter - - uuid","node_btrfs_commits_total btrfs counter - - uuid","node_btrfs_device_size_bytes btrfs gauge - - device,uuid","node_btrfs_global_rsv_size_bytes btrfs gauge - - uuid","node_btrfs_info btrfs gauge - - *,label,uuid","node_btrfs_last_commit_seconds btrfs gauge - - uuid","node_btrfs_max_commit_seconds btrfs gauge - - uuid","node_btrfs_reserved_bytes btrfs gauge - - block_group_type,uuid","node_btrfs_size_bytes btrfs gauge - - block_group_type,mode,uuid","node_btrfs_used_bytes btrfs gauge - - block_group_type,mode,uuid","node_buddyinfo_blocks buddyinfo gauge - - node,size,zone","node_cgroups_cgroups cgroups gauge 1.4.0 - subsys_name","node_cgroups_enabled cgroups gauge 1.4.0 - subsys_name","node_context_switches_total stat counter - - -","node_cooling_device_cur_state thermal_zone gauge - - name,type","node_cooling_device_max_state thermal_zone gauge - - name,type","node_cpu_bug_info cpu gauge 1.1.0 - *,bug","node_cpu_core_throttles_total cpu counter - - core,package","node_cpu_flag_info cpu gauge 1.1.0 - *,flag","node_cpu_frequency_avg_hertz cpufreq untyped 1.12.0 - cpu","node_cpu_frequency_hertz cpu+cpufreq gauge - - core,cpu,package","node_cpu_frequency_max_hertz cpufreq untyped - - cpu","node_cpu_frequency_min_hertz cpufreq untyped - - cpu","node_cpu_guest_seconds_total cpu counter - - cpu,mode","node_cpu_info cpu gauge - - *,cachesize,core,cpu,family,microcode,model,model_name,package,stepping,vendor","node_cpu_isolated cpu gauge 1.4.0 - cpu","node_cpu_online cpu gauge 1.9.0 - cpu","node_cpu_package_throttles_total cpu counter - - package","node_cpu_scaling_frequency_hertz cpufreq gauge - - cpu","node_cpu_scaling_frequency_max_hertz cpufreq gauge - - cpu","node_cpu_scaling_frequency_min_hertz cpufreq gauge - - cpu","node_cpu_scaling_governor cpufreq gauge 1.6.0 - cpu,governor","node_cpu_seconds_total cpu counter - - cpu,mode","node_cpu_vulnerabilities_info cpu_vulnerabilities gauge 1.7.0 - *,codename,mitigation,state","node_disk_ata_rotation_rate_rpm diskstats gauge 1.4.0 - device","node_disk_ata_write_cache diskstats gauge 1.4.0 - device","node_disk_ata_write_cache_enabled diskstats gauge 1.4.0 - device","node_disk_device_mapper_info diskstats gauge 1.4.0 - *,device,lv_layer,lv_name,name,uuid,vg_name","node_disk_discard_time_seconds_total diskstats counter - - device","node_disk_discarded_sectors_total diskstats counter - - device","node_disk_discards_completed_total diskstats counter - - device","node_disk_discards_merged_total diskstats counter - - device","node_disk_filesystem_info diskstats gauge 1.4.0 - *,device,type,usage,uuid,version","node_disk_flush_requests_time_seconds_total diskstats counter - - device","node_disk_flush_requests_total diskstats counter - - device","node_disk_info diskstats gauge 1.3.0 - *,device,major,minor,model,path,revision,rotational,serial,wwn","node_disk_io_now diskstats gauge - - device","node_disk_io_time_seconds_total diskstats counter - - device","node_disk_io_time_weighted_seconds_total diskstats counter - - device","node_disk_read_bytes_total diskstats counter - - device","node_disk_read_time_seconds_total diskstats counter - - device","node_disk_reads_completed_total diskstats counter - - device","node_disk_reads_merged_total diskstats counter - - device","node_disk_write_time_seconds_total diskstats counter - - device","node_disk_writes_completed_total diskstats counter - - device","node_disk_writes_merged_total diskstats counter - - device","node_disk_written_bytes_total diskstats counter - - device","node_dmi_info dmi gauge 1.3.0 - *,bios_date,bios_release,bios_vendor,bios_version,board_name,board_serial,board_vendor,board_version,chassis_asset_tag,chassis_serial,chassis_vendor,chassis_version,product_family,product_name,product_serial,product_sku,product_uuid,product_version,system_vendor","node_dmmultipath_device_active dmmultipath gauge 1.12.0 - device,sysfs_name","node_dmmultipath_device_info dmmultipath gauge 1.12.0 - *,device,sysfs_name,uuid","node_dmmultipath_device_paths dmmultipath gauge 1.12.0 - device,sysfs_name","node_dmmultipath_device_paths_active dmmultipath gauge 1.12.0 - device,sysfs_name","node_dmmultipath_device_paths_failed dmmultipath gauge 1.12.0 - device,sysfs_name","node_dmmultipath_device_size_bytes dmmultipath gauge 1.12.0 - device,sysfs_name","node_dmmultipath_path_state dmmultipath gauge 1.12.0 - device,path,state","node_drbd_activitylog_writes_total drbd counter - - device","node_drbd_application_pending drbd gauge - - device","node_drbd_bitmap_writes_total drbd counter - - device","node_drbd_connected drbd gauge - - device","node_drbd_disk_read_bytes_total drbd counter - - device","node_drbd_disk_state_is_up_to_date drbd gauge - - device,node","node_drbd_disk_written_bytes_total drbd counter - - device","node_drbd_epochs drbd gauge - - device","node_drbd_local_pending drbd gauge - - device","node_drbd_network_received_bytes_total drbd counter - - device","node_drbd_network_sent_bytes_total drbd counter - - device","node_drbd_node_role_is_primary drbd gauge - - device,node","node_drbd_out_of_sync_bytes drbd gauge - - device","node_drbd_remote_pending drbd gauge - - device","node_drbd_remote_unacknowledged drbd gauge - - device","node_drm_card_info drm gauge 1.3.0 - card,memory_vendor,power_performance_level,unique_id,vendor","node_drm_gpu_busy_percent drm gauge 1.3.0 - card","node_drm_memory_gtt_size_bytes drm gauge 1.3.0 - card","node_drm_memory_gtt_used_bytes drm gauge 1.3.0 - card","node_drm_memory_vis_vram_size_bytes drm gauge 1.3.0 - card","node_drm_memory_vis_vram_used_bytes drm gauge 1.3.0 - card","node_drm_memory_vram_size_bytes drm gauge 1.3.0 - card","node_drm_memory_vram_used_bytes drm gauge 1.3.0 - card","node_edac_channel_correctable_errors_total edac counter 1.12.0 - channel,controller,csrow,dimm_label","node_edac_channel_uncorrectable_errors_total edac counter 1.12.0 - channel,controller,csrow,dimm_label","node_edac_correctable_errors_total edac counter - - controller","node_edac_csrow_correctable_errors_total edac counter - - controller,csrow","node_edac_csrow_uncorrectable_errors_total edac counter - - controller,csrow","node_edac_uncorrectable_errors_total edac counter - - controller","node_entropy_available_bits entropy gauge - - -","node_entropy_pool_size_bits entropy gauge 1.1.0 - -","node_ethtool_info ethtool gauge 1.3.0 - bus_info,device,driver,expansion_rom_version,firmware_version,version","node_ethtool_received_bytes_total ethtool untyped 1.2.0 - device","node_ethtool_received_dropped_total ethtool untyped 1.2.0 - device","node_ethtool_received_errors_total ethtool untyped 1.2.0 - device","node_ethtool_received_packets_total ethtool untyped 1.2.0 - device","node_ethtool_transmitted_bytes_total ethtool untyped 1.2.0 - device","node_ethtool_transmitted_errors_total ethtool untyped 1.2.0 - device","node_ethtool_transmitted_packets_total ethtool untyped 1.2.0 - device","node_fibrechannel_dumped_frames_total fibrechannel counter - - fc_host","node_fibrechannel_error_frames_total fibrechannel counter - - fc_host","node_fibrechannel_fcp_packet_aborts_total fibrechannel counter - - fc_host","node_fibrechannel_info fibrechannel gauge - - *,dev_loss_tmo,fabric_name,fc_host,port_id,port_name,port_state,port_type,speed,supported_classes,supported_speeds,symbolic_name","node_fibrechannel_invalid_crc_total fibrechannel counter - - fc_host","node_fibrechannel_invalid_tx_words_total fibrechannel counter - - fc_host","node_fibrechannel_link_failure_total fibrechannel counter - - fc_host","node_fibrechannel_loss_of_signal_total fibrechannel counter - - fc_host","node_fibrechannel_loss_of_sync_total fibrechannel counter - - fc_host","node_fibrechannel_nos_total fibrechannel counter - - fc_host","node_fibrechannel_rx_frames_total fibrechannel counter - - fc_host","node_fibrechannel_rx_words_total fibrechannel counter - - fc_host","node_fibrechannel_seconds_since_last_reset_total fibrechannel counter - - fc_host","node_fibrechannel_tx_frames_total fibrechannel counter - - fc_host","node_fibrechannel_tx_words_total fibrechannel counter - - fc_host","node_filefd_allocated filefd gauge - - -","node_filefd_maximum filefd gauge - - -","node_filesystem_avail_bytes filesystem gauge - - device,device_error,fstype,mountpoint","node_filesystem_device_error filesystem gauge - - device,device_error,fstype,mountpoint","node_filesystem_files filesystem gauge - - device,device_error,fstype,mountpoint","node_filesystem_files_free filesystem gauge - - device,device_error,fstype,mountpoint","node_filesystem_free_bytes filesystem gauge - - device,device_error,fstype,mountpoint","node_filesystem_mount_info filesystem gauge 1.9.0 - device,major,minor,mountpoint","node_filesystem_purgeable_bytes filesystem gauge 1.9.0 - device,device_error,fstype,mountpoint","node_filesystem_readonly filesystem gauge - - device,device_error,fstype,mountpoint","node_filesystem_size_bytes filesystem gauge - - device,device_error,fstype,mountpoint","node_forks_total stat counter - - -","node_hwmon_beep_enabled hwmon untyped - - *","node_hwmon_chip_names hwmon gauge - - chip,chip_name","node_hwmon_fan_alarm hwmon gauge - - chip,sensor","node_hwmon_fan_beep_enabled hwmon gauge - - chip,sensor","node_hwmon_fan_manual hwmon gauge - - chip,sensor","node_hwmon_fan_max_rpm hwmon gauge - - chip,sensor","node_hwmon_fan_min_rpm hwmon gauge - - chip,sensor","node_hwmon_fan_output hwmon gauge - - chip,sensor","node_hwmon_fan_pulses hwmon gauge - - chip,sensor","node_hwmon_fan_rpm hwmon gauge - - chip,sensor","node_hwmon_fan_target_rpm hwmon gauge - - chip,sensor","node_hwmon_fan_tolerance hwmon gauge - - chip,sensor","node_hwmon_freq_freq_mhz hwmon gauge - - chip,sensor","node_hwmon_in_alarm hwmon gauge - - chip,sensor","node_hwmon_in_beep_enabled hwmon gauge - - chip,sensor","node_hwmon_in_max_volts hwmon gauge - - chip,sensor","node_hwmon_in_min_volts hwmon gauge - - chip,sensor","node_hwmon_in_volts hwmon gauge - - chip,sensor","node_hwmon_intrusion_alarm hwmon gauge - - chip,sensor","node_hwmon_intrusion_beep_enabled hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point1_pwm hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point1_temp hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point2_pwm hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point2_temp hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point3_pwm hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point3_temp hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point4_pwm hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point4_temp hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point5_pwm hwmon gauge - - chip,sensor","node_hwmon_pwm_auto_point5_temp hwmon gauge - - chip,sensor","node_hwmon_pwm_crit_temp_tolerance hwmon gauge - - chip,sensor","node_hwmon_pwm_enable hwmon gauge - - chip,sensor","node_hwmon_pwm_floor hwmon gauge - - chip,sensor","node_hwmon_pwm_mode hwmon gauge - - chip,sensor","node_hwmon_pwm_start hwmon gauge - - chip,sensor","node_hwmon_pwm_step_down_time hwmon gauge - - chip,sensor","node_hwmon_pwm_step_up_time hwmon gauge - - chip,sensor","node_hwmon_pwm_stop_time hwmon gauge - - chip,sensor","node_hwmon_pwm_target_temp hwmon gauge - - chip,sensor","node_hwmon_pwm_temp_sel hwmon gauge - - chip,sensor","node_hwmon_pwm_temp_tolerance hwmon gauge - - chip,sensor","node_hwmon_pwm_weight_duty_base hwmon gauge - - chip,sensor","node_hwmon_pwm_weight_duty_step hwmon gauge - - chip,sensor","node_hwmon_pwm_weight_temp_sel hwmon gauge - - chip,sensor","node_hwmon_pwm_weight_temp_step hwmon gauge - - chip,sensor","node_hwmon_pwm_weight_temp_step_base hwmon gauge - - chip,sensor","node_hwmon_pwm_weight_temp_step_tol hwmon gauge - - chip,sensor","node_hwmon_sensor_label hwmon gauge - - chip,label,sensor","node_hwmon_temp_celsius hwmon gauge - - chip,sensor","node_hwmon_temp_crit_alarm_celsius hwmon gauge - - chip,sensor","node_hwmon_temp_crit_celsius hwmon gauge - - chip,sensor","node_hwmon_temp_max_celsius hwmon gauge - - chip,sensor","node_hwmon_update_interval_seconds hwmon untyped - - *","node_hwmon_voltage_regulator_version hwmon untyped - - *","node_infiniband_info infiniband gauge - - *,board_id,device,firmware_version,hca_type","node_infiniband_legacy_data_received_bytes_total infiniband counter - - device,port","node_infiniband_legacy_data_transmitted_bytes_total infiniband counter - - device,port","node_infiniband_legacy_multicast_packets_received_total infiniband counter - - device,port","node_infiniband_legacy_multicast_packets_transmitted_total infiniband counter - - device,port","node_infiniband_legacy_packets_received_total infiniband counter - - device,port","node_infiniband_legacy_packets_transmitted_total infiniband counter - - device,port","node_infiniband_legacy_unicast_packets_received_total infiniband counter - - device,port","node_infiniband_legacy_unicast_packets_transmitted_total infiniband counter - - device,port","node_infiniband_link_downed_total infiniband counter - - device,port","node_infiniband_link_error_recovery_total infiniband counter - - device,port","node_infiniband_multicast_packets_received_total infiniband counter - - device,port","node_infiniband_multicast_packets_transmitted_total infiniband counter - - device,port","node_infiniband_physical_state_id infiniband gauge - - device,port","node_infiniband_port_constraint_errors_received_total infiniband counter - - device,port","node_infiniband_port_constraint_errors_transmitted_total infiniband counter - - device,port","node_infiniband_port_data_received_bytes_total infiniband counter - - device,port","node_infiniband_port_data_transmitted_bytes_total infiniband counter - - device,port","node_infiniband_port_discards_received_total infiniband counter - - device,port","node_infiniband_port_discards_transmitted_total infiniband counter - - device,port","node_infiniband_port_errors_received_total infiniband counter - - device,port","node_infiniband_port_packets_received_total infiniband counter - - device,port","node_infiniband_port_packets_transmitted_total infiniband counter - - device,port","node_infiniband_port_transmit_wait_total infiniband counter - - device,port","node_infiniband_rate_bytes_per_second infiniband gauge - - device,port","node_infiniband_state_id infiniband gauge - - device,port","node_infiniband_unicast_packets_received_total infiniband counter - - device,port","node_infiniband_unicast_packets_transmitted_total infiniband counter - - device,port","node_interrupts_total interrupts counter - - cpu,devices,info,type","node_intr_total stat counter - - -","node_ipvs_backend_connections_active ipvs gauge - - local_address,local_mark,local_port,proto,remote_address,remote_port","node_ipvs_backend_connections_inactive ipvs gauge - - local_address,local_mark,local_port,proto,remote_address,remote_port","node_ipvs_backend_weight ipvs gauge - - local_address,local_mark,local_port,proto,remote_address,remote_port","node_ipvs_connections_total ipvs counter - - -","node_ipvs_incoming_bytes_total ipvs counter - - -","node_ipvs_incoming_packets_total ipvs counter - - -","node_ipvs_outgoing_bytes_total ipvs counter - - -","node_ipvs_outgoing_packets_total ipvs counter - - -","node_kernel_hung_tasks_total kernel_hung counter 1.11.0 - -","node_ksmd_full_scans_total ksmd counter - - -","node_ksmd_merge_across_nodes ksmd gauge - - -","node_ksmd_pages_shared ksmd gauge - - -","node_ksmd_pages_sharing ksmd gauge - - -","node_ksmd_pages_to_scan ksmd gauge - - -","node_ksmd_pages_unshared ksmd gauge - - -","node_ksmd_pages_volatile ksmd gauge - - -","node_ksmd_run ksmd gauge - - -","node_ksmd_sleep_seconds ksmd gauge - - -","node_lnstat_allocs_total lnstat counter - - cpu,subsystem","node_lnstat_delete_list_total lnstat counter - - cpu,subsystem","node_lnstat_delete_total lnstat counter - - cpu,subsystem","node_lnstat_destroys_total lnstat counter - - cpu,subsystem","node_lnstat_drop_total lnstat counter - - cpu,subsystem","node_lnstat_early_drop_total lnstat counter - - cpu,subsystem","node_lnstat_entries_total lnstat counter - - cpu,subsystem","node_lnstat_expect_create_total lnstat counter - - cpu,subsystem","node_lnstat_expect_delete_total lnstat counter - - cpu,subsystem","node_lnstat_expect_new_total lnstat counter - - cpu,subsystem","node_lnstat_forced_gc_runs_total lnstat counter - - cpu,subsystem","node_lnstat_found_total lnstat counter - - cpu,subsystem","node_lnstat_hash_grows_total lnstat counter - - cpu,subsystem","node_lnstat_hits_total lnstat counter - - cpu,subsystem","node_lnstat_icmp_error_total lnstat counter - - cpu,subsystem","node_lnstat_ignore_total lnstat counter - - cpu,subsystem","node_lnstat_insert_failed_total lnstat counter - - cpu,subsystem","node_lnstat_insert_total lnstat counter - - cpu,subsystem","node_lnstat_invalid_total lnstat counter - - cpu,subsystem","node_lnstat_lookups_total lnstat counter - - cpu,subsystem","node_lnstat_new_total lnstat counter - - cpu,subsystem","node_lnstat_periodic_gc_runs_total lnstat counter - - cpu,subsystem","node_lnstat_rcv_probes_mcast_total lnstat counter - - cpu,subsystem","node_lnstat_rcv_probes_ucast_total lnstat counter - - cpu,subsystem","node_lnstat_res_failed_total lnstat counter - - cpu,subsystem","node_lnstat_search_restart_total lnstat counter - - cpu,subsystem","node_lnstat_searched_total lnstat counter - - cpu,subsystem","node_lnstat_table_fulls_total lnstat counter - - cpu,subsystem","node_lnstat_unresolved_discards_total lnstat counter - - cpu,subsystem","node_load1 loadavg gauge - - -","node_load15 loadavg gauge - - -","node_load5 loadavg gauge - - -","node_logind_sessions logind gauge - - class,remote,seat,type","node_md_blocks mdadm gauge - - device","node_md_blocks_synced mdadm gauge - - device","node_md_degraded mdadm gauge 1.10.0 - device","node_md_disks mdadm gauge - - device,state","node_md_disks_required mdadm gauge - - device","node_md_raid_disks mdadm gauge 1.10.0 - device","node_md_state mdadm gauge - - device,state","node_memory_Active_anon_bytes meminfo gauge - - -","node_memory_Active_bytes meminfo gauge - - -","node_memory_Active_file_bytes meminfo gauge - - -","node_memory_AnonHugePages_bytes meminfo gauge - - -","node_memory_AnonPages_bytes meminfo gauge - - -","node_memory_Bounce_bytes meminfo gauge - - -","node_memory_Buffers_bytes meminfo gauge - - -","node_memory_Cached_bytes meminfo gauge - - -","node_memory_CommitLimit_bytes meminfo gauge - - -","node_memory_Committed_AS_bytes meminfo gauge - - -","node_memory_DirectMap2M_bytes meminfo gauge - - -","node_memory_DirectMap4k_bytes meminfo gauge - - -","node_memory_Dirty_bytes meminfo gauge - - -","node_memory_HardwareCorrupted_bytes meminfo gauge - - -","node_memory_HugePages_Free meminfo gauge - - -","node_memory_HugePages_Rsvd meminfo gauge - - -","node_memory_HugePages_Surp meminfo gauge - - -","node_memory_HugePages_Total meminfo gauge - - -","node_memory_Hugepagesize_bytes meminfo gauge - - -","node_memory_Inactive_anon_bytes meminfo gauge - - -","node_memory_Inactive_bytes meminfo gauge - - -","node_memory_Inactive_file_bytes meminfo gauge - - -","node_memory_KernelStack_bytes meminfo gauge - - -","node_memory_Mapped_bytes meminfo gauge - - -","node_memory_MemFree_bytes meminfo gauge - - -","node_memory_MemTotal_bytes meminfo gauge - - -","node_memory_Mlocked_bytes meminfo gauge - - -","node_memory_NFS_Unstable_bytes meminfo gauge - - -","node_memory_PageTables_bytes meminfo gauge - - -","node_memory_SReclaimable_bytes meminfo gauge - - -","node_memory_SUnreclaim_bytes meminfo gauge - - -","node_memory_Shmem_bytes meminfo gauge - - -","node_memory_Slab_bytes meminfo gauge - - -","node_memory_SwapCached_bytes meminfo gauge - - -","node_memory_SwapFree_bytes meminfo gauge - - -","node_memory_SwapTotal_bytes meminfo gauge - - -","node_memory_Unevictable_bytes meminfo gauge - - -","node_memory_VmallocChunk_bytes meminfo gauge - - -","node_memory_VmallocTotal_bytes meminfo gauge - - -","node_memory_VmallocUsed_bytes meminfo gauge - - -","node_memory_WritebackTmp_bytes meminfo gauge - - -","node_memory_Writeback_bytes meminfo gauge - - -","node_memory_numa_Active meminfo_numa gauge - - node","node_memory_numa_Active_anon meminfo_numa gauge - - node","node_memory_numa_Active_file meminfo_numa gauge - - node","node_memory_numa_AnonHugePages meminfo_numa gauge - - node","node_memory_numa_AnonPages meminfo_numa gauge - - node","node_memory_numa_Bounce meminfo_numa gauge - - node","node_memory_numa_Dirty meminfo_numa gauge - - node","node_memory_numa_FilePages meminfo_numa gauge - - node","node_memory_numa_HugePages_Free meminfo_numa gauge - - node","node_memory_numa_HugePages_Surp meminfo_numa gauge - - node","node_memory_numa_HugePages_Total meminfo_numa gauge - - node","node_memory_numa_Inactive meminfo_numa gauge - - node","node_memory_numa_Inactive_anon meminfo_numa gauge - - node","node_memory_numa_Inactive_file meminfo_numa gauge - - node","node_memory_numa_KernelStack meminfo_numa gauge - - node","node_memory_numa_Mapped meminfo_numa gauge - - node","node_memory_numa_MemFree meminfo_numa gauge - - node","node_memory_numa_MemTotal meminfo_numa gauge - - node","node_memory_numa_MemUsed meminfo_numa gauge - - node","node_memory_numa_Mlocked meminfo_numa gauge - - node","node_memory_numa_NFS_Unstable meminfo_numa gauge - - node","node_memory_numa_PageTables meminfo_numa gauge - - node","node_memory_numa_SReclaimable meminfo_numa gauge - - node","node_memory_numa_SUnreclaim meminfo_numa gauge - - node","node_memory_numa_Shmem meminfo_numa gauge - - node","node_memory_numa_Slab meminfo_numa gauge - - node","node_memory_numa_Unevictable meminfo_numa gauge - - node","node_memory_numa_Writeback meminfo_numa gauge - - node","node_memory_numa_WritebackTmp meminfo_numa gauge - - node","node_memory_numa_interleave_hit_total meminfo_numa counter - - node","node_memory_numa_local_node_total meminfo_numa counter - - node","node_memory_numa_numa_foreign_total meminfo_numa counter - - node","node_memory_numa_numa_hit_total meminfo_numa counter - - node","node_memory_numa_numa_miss_total meminfo_numa counter - - node","node_memory_numa_other_node_total meminfo_numa counter - - node","node_mountstats_nfs_age_seconds_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_direct_read_bytes_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_direct_write_bytes_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_attribute_invalidate_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_data_invalidate_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_dnode_revalidate_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_inode_revalidate_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_jukebox_delay_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_pnfs_read_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_pnfs_write_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_short_read_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_short_write_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_silly_rename_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_truncation_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_access_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_file_release_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_flush_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_fsync_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_getdents_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_lock_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_lookup_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_open_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_read_page_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_read_pages_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_setattr_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_update_page_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_write_page_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_vfs_write_pages_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_event_write_extension_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_mountpoint_info mountstats gauge 1.12.0 - *,export,mountaddr,mountpoint,protocol","node_mountstats_nfs_operations_major_timeouts_total mountstats counter - - export,mountaddr,operation,protocol","node_mountstats_nfs_operations_queue_time_seconds_total mountstats counter - - export,mountaddr,operation,protocol","node_mountstats_nfs_operations_received_bytes_total mountstats counter - - export,mountaddr,operation,protocol","node_mountstats_nfs_operations_request_time_seconds_total mountstats counter - - export,mountaddr,operation,protocol","node_mountstats_nfs_operations_requests_total mountstats counter - - export,mountaddr,operation,protocol","node_mountstats_nfs_operations_response_time_seconds_total mountstats counter - - export,mountaddr,operation,protocol","node_mountstats_nfs_operations_sent_bytes_total mountstats counter - - export,mountaddr,operation,protocol","node_mountstats_nfs_operations_transmissions_total mountstats counter - - export,mountaddr,operation,protocol","node_mountstats_nfs_read_bytes_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_read_pages_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_total_read_bytes_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_total_write_bytes_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_transport_backlog_queue_total mountstats counter - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_bad_transaction_ids_total mountstats counter - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_bind_total mountstats counter - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_connect_total mountstats counter - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_idle_time_seconds mountstats gauge - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_maximum_rpc_slots mountstats gauge - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_pending_queue_total mountstats counter - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_receives_total mountstats counter - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_sending_queue_total mountstats counter - - export,mountaddr,protocol,transport","node_mountstats_nfs_transport_sends_total mountstats counter - - export,mountaddr,protocol,transport","node_mountstats_nfs_write_bytes_total mountstats counter - - export,mountaddr,protocol","node_mountstats_nfs_write_pages_total mountstats counter - - export,mountaddr,protocol","node_netstat_Icmp6_InErrors netstat untyped - - -","node_netstat_Icmp6_InMsgs netstat untyped - - -","node_netstat_Icmp6_OutMsgs netstat untyped - - -","node_netstat_Icmp_InErrors netstat untyped - - -","node_netstat_Icmp_InMsgs netstat untyped - - -","node_netstat_Icmp_OutMsgs netstat untyped - - -","node_netstat_Ip6_InOctets netstat untyped - - -","node_netstat_Ip6_OutOctets netstat untyped - - -","node_netstat_IpExt_InOctets netstat untyped - - -","node_netstat_IpExt_OutOctets netstat untyped - - -","node_netstat_Ip_Forwarding netstat untyped - - -","node_netstat_TcpExt_ListenDrops netstat untyped - - -","node_netstat_TcpExt_ListenOverflows netstat untyped - - -","node_netstat_TcpExt_SyncookiesFailed netstat untyped - - -","node_netstat_TcpExt_SyncookiesRecv netstat untyped - - -","node_netstat_TcpExt_SyncookiesSent netstat untyped - - -","node_netstat_TcpExt_TCPOFOQueue netstat untyped - - -","node_netstat_TcpExt_TCPRcvQDrop netstat untyped - - -","node_netstat_TcpExt_TCPTimeouts netstat untyped - - -","node_netstat_Tcp_ActiveOpens netstat untyped - - -","node_netstat_Tcp_CurrEstab netstat untyped - - -","node_netstat_Tcp_InErrs netstat untyped - - -","node_netstat_Tcp_InSegs netstat untyped - - -","node_netstat_Tcp_OutRsts netstat untyped - - -","node_netstat_Tcp_OutSegs netstat untyped - - -","node_netstat_Tcp_PassiveOpens netstat untyped - - -","node_netstat_Tcp_RetransSegs netstat untyped - - -","node_netstat_Udp6_InDatagrams netstat untyped - - -","node_netstat_Udp6_InErrors netstat untyped - - -","node_netstat_Udp6_NoPorts netstat untyped - - -","node_netstat_Udp6_OutDatagrams netstat untyped - - -","node_netstat_Udp6_RcvbufErrors netstat untyped - - -","node_netstat_Udp6_SndbufErrors netstat untyped - - -","node_netstat_UdpLite6_InErrors netstat untyped - - -","node_netstat_UdpLite_InErrors netstat untyped - - -","node_netstat_Udp_InDatagrams netstat untyped - - -","node_netstat_Udp_InErrors netstat untyped - - -","node_netstat_Udp_NoPorts netstat untyped - - -","node_netstat_Udp_OutDatagrams netstat untyped - - -","node_netstat_Udp_RcvbufErrors netstat untyped - - -","node_netstat_Udp_SndbufErrors netstat untyped - - -","node_network_address_assign_type netdev gauge - - device","node_network_address_info netdev untyped 1.3.0 - address,device,netmask,scope","node_network_advertised_speed_bytes ethtool untyped 1.3.0 - device,duplex,mode","node_network_asymmetricpause_advertised ethtool untyped 1.3.0 - device","node_network_asymmetricpause_supported ethtool untyped 1.3.0 - device","node_network_autonegotiate ethtool untyped 1.3.0 - device","node_network_autonegotiate_advertised ethtool untyped 1.3.0 - device","node_network_autonegotiate_supported ethtool untyped 1.3.0 - device","node_network_carrier ethtool+netclass+netdev+network_route gauge - - device","node_network_carrier_changes_total ethtool+netclass+netdev+network_route counter - - device","node_network_carrier_down_changes_total ethtool+netclass+netdev+network_route counter - - device","node_network_carrier_up_changes_total ethtool+netclass+netdev+network_route counter - - device","node_network_device_id ethtool+netclass+netdev+network_route gauge - - device","node_network_dormant ethtool+netclass+netdev+network_route gauge - - device","node_network_flags ethtool+netclass+netdev+network_route gauge - - device","node_network_iface_id ethtool+netclass+netdev+network_route gauge - - device","node_network_iface_link ethtool+netclass+netdev+network_route gauge - - device","node_network_iface_link_mode ethtool+netclass+netdev+network_route gauge - - device","node_network_info ethtool+netclass+netdev+network_route gauge - - *,address,adminstate,broadcast,device,duplex,ifalias,operstate","node_network_mtu_bytes ethtool+netclass+netdev+network_route gauge - - device","node_network_name_assign_type ethtool+netclass+netdev+network_route gauge - - device","node_network_net_dev_group ethtool+netclass+netdev+network_route gauge - - device","node_network_pause_advertised ethtool untyped 1.3.0 - device","node_network_pause_supported ethtool untyped 1.3.0 - device","node_network_protocol_type ethtool+netclass+netdev+network_route gauge - - device","node_network_receive_bytes_total ethtool+netclass+netdev+network_route counter - - device","node_network_receive_compressed_total ethtool+netclass+netdev+network_route counter - - device","node_network_receive_drop_total ethtool+netclass+netdev+network_route counter - - device","node_network_receive_errs_total ethtool+netclass+netdev+network_route counter - - device","node_network_receive_fifo_total ethtool+netclass+netdev+network_route counter - - device","node_network_receive_frame_total ethtool+netclass+netdev+network_route counter - - device","node_network_receive_multicast_total ethtool+netclass+netdev+network_route counter - - device","node_network_receive_nohandler_total ethtool+netclass+netdev+network_route counter - - device","node_network_receive_packets_total ethtool+netclass+netdev+network_route counter - - device","node_network_route_info network_route gauge 1.1.0 - dest,device,gw,priority,proto,src,weight","node_network_routes network_route gauge 1.1.0 - device","node_network_speed_bytes ethtool+netclass+netdev+network_route gauge - - device","node_network_supported_port_info ethtool untyped 1.3.0 - device,type","node_network_supported_speed_bytes ethtool untyped 1.3.0 - device,duplex,mode","node_network_transmit_bytes_total ethtool+netclass+netdev+network_route counter - - device","node_network_transmit_carrier_total ethtool+netclass+netdev+network_route counter - - device","node_network_transmit_colls_total ethtool+netclass+netdev+network_route counter - - device","node_network_transmit_compressed_total ethtool+netclass+netdev+network_route counter - - device","node_network_transmit_drop_total ethtool+netclass+netdev+network_route counter - - device","node_network_transmit_errs_total ethtool+netclass+netdev+network_route counter - - device","node_network_transmit_fifo_total ethtool+netclass+netdev+network_route counter - - device","node_network_transmit_packets_total ethtool+netclass+netdev+network_route counter - - device","node_network_transmit_queue_length ethtool+netclass+netdev+network_route gauge - - device","node_network_up ethtool+netclass+netdev+network_route gauge - - device","node_nf_conntrack_entries conntrack gauge - - -","node_nf_conntrack_entries_limit conntrack gauge - - -","node_nf_conntrack_stat_drop conntrack gauge 1.2.0 - -","node_nf_conntrack_stat_early_drop conntrack gauge 1.2.0 - -","node_nf_conntrack_stat_found conntrack gauge 1.2.0 - -","node_nf_conntrack_stat_ignore conntrack gauge 1.2.0 - -","node_nf_conntrack_stat_insert conntrack gauge 1.2.0 - -","node_nf_conntrack_stat_insert_failed conntrack gauge 1.2.0 - -","node_nf_conntrack_stat_invalid conntrack gauge 1.2.0 - -","node_nf_conntrack_stat_search_restart conntrack gauge 1.2.0 - -","node_nfs_connections_total nfs counter - - -","node_nfs_packets_total nfs counter - - protocol","node_nfs_requests_total nfs counter - - method,proto","node_nfs_rpc_authentication_refreshes_total nfs counter - - -","node_nfs_rpc_retransmissions_total nfs counter - - -","node_nfs_rpcs_total nfs counter - - -","node_nfsd_connections_total nfsd counter - - -","node_nfsd_disk_bytes_read_total nfsd counter - - -","node_nfsd_disk_bytes_written_total nfsd counter - - -","node_nfsd_file_handles_stale_total nfsd counter - - -","node_nfsd_packets_total nfsd counter - - proto","node_nfsd_read_ahead_cache_not_found_total nfsd counter - - -","node_nfsd_read_ahead_cache_size_blocks nfsd gauge - - -","node_nfsd_reply_cache_hits_total nfsd counter - - -","node_nfsd_reply_cache_misses_total nfsd counter - - -","node_nfsd_reply_cache_nocache_total nfsd counter - - -","node_nfsd_requests_total nfsd counter - - method,proto","node_nfsd_rpc_errors_total nfsd counter - - error","node_nfsd_server_rpcs_total nfsd counter - - -","node_nfsd_server_threads nfsd gauge - - -","node_ntp_leap ntp gauge - - -","node_ntp_offset_seconds ntp gauge - - -","node_ntp_reference_timestamp_seconds ntp gauge - - -","node_ntp_root_delay_seconds ntp gauge - - -","node_ntp_root_dispersion_seconds ntp gauge - - -","node_ntp_rtt_seconds ntp gauge - - -","node_ntp_sanity ntp gauge - - -","node_ntp_stratum ntp gauge - - -","node_nvme_info nvme gauge 1.2.0 - *,cntlid,device,firmware_revision,model,serial,state","node_nvme_namespace_capacity_bytes nvme gauge 1.11.0 - device,nsid","node_nvme_namespace_info nvme gauge 1.11.0 - *,ana_state,device,nsid","node_nvme_namespace_logical_block_size_bytes nvme gauge 1.11.0 - device,nsid","node_nvme_namespace_size_bytes nvme gauge 1.11.0 - device,nsid","node_nvme_namespace_used_bytes nvme gauge 1.11.0 - device,nsid","node_nvmesubsystem_info nvmesubsystem gauge 1.12.0 - iopolicy,model,nqn,serial,subsystem","node_nvmesubsystem_namespace_info nvmesubsystem gauge 1.12.0 - device,subsystem","node_nvmesubsystem_path_state nvmesubsystem gauge 1.12.0 - controller,state,subsystem,transport","node_nvmesubsystem_paths nvmesubsystem gauge 1.12.0 - subsystem","node_nvmesubsystem_paths_live nvmesubsystem gauge 1.12.0 - subsystem","node_os_info os gauge 1.3.0 - *,build_id,id,id_like,image_id,image_version,name,pretty_name,variant,variant_id,version,version_codename,version_id","node_os_support_end_timestamp_seconds os gauge 1.8.0 - -","node_os_version os gauge 1.3.0 - id,id_like,name","node_pcidevice_current_link_transfers_per_second pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_current_link_width pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_d3cold_allowed pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_info pcidevice gauge 1.10.0 - *,bus,class_id,device,device_id,function,parent_bus,parent_device,parent_function,parent_segment,revision,segment,subsystem_device_id,subsystem_vendor_id,vendor_id","node_pcidevice_max_link_transfers_per_second pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_max_link_width pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_numa_node pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_power_state pcidevice gauge 1.10.0 - bus,device,function,segment,state","node_pcidevice_sriov_drivers_autoprobe pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_sriov_numvfs pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_sriov_totalvfs pcidevice gauge 1.10.0 - bus,device,function,segment","node_pcidevice_sriov_vf_total_msix pcidevice gauge 1.10.0 - bus,device,function,segment","node_power_supply_capacity powersupplyclass gauge - - power_supply","node_power_supply_cyclecount powersupplyclass gauge - - power_supply","node_power_supply_energy_full powersupplyclass gauge - - power_supply","node_power_supply_energy_full_design powersupplyclass gauge - - power_supply","node_power_supply_energy_watthour powersupplyclass gauge - - power_supply","node_power_supply_info powersupplyclass gauge - - *,capacity_level,manufacturer,model_name,power_supply,serial_number,status,technology,type","node_power_supply_online powersupplyclass gauge - - power_supply","node_power_supply_power_watt powersupplyclass gauge - - power_supply","node_power_supply_present powersupplyclass gauge - - power_supply","node_power_supply_voltage_min_design powersupplyclass gauge - - power_supply","node_power_supply_voltage_volt powersupplyclass gauge - - power_supply","node_pressure_cpu_waiting_seconds_total pressure counter - - -","node_pressure_io_stalled_seconds_total pressure counter - - -","node_pressure_io_waiting_seconds_total pressure counter - - -","node_pressure_irq_stalled_seconds_total pressure counter 1.9.0 - -","node_pressure_memory_stalled_seconds_total pressure counter - - -","node_pressure_memory_waiting_seconds_total pressure counter - - -","node_processes_max_processes processes gauge - - -","node_processes_max_threads processes gauge - - -","node_processes_pids processes gauge - - -","node_processes_state processes gauge - - state","node_processes_threads processes gauge - - -","node_processes_threads_state processes gauge 1.3.0 - thread_state","node_procs_blocked stat gauge - - -","node_procs_running stat gauge - - -","node_qdisc_backlog qdisc gauge 1.1.0 - device,kind","node_qdisc_bytes_total qdisc counter - - device,kind","node_qdisc_current_queue_length qdisc gauge 1.1.0 - device,kind","node_qdisc_drops_total qdisc counter - - device,kind","node_qdisc_overlimits_total qdisc counter - - device,kind","node_qdisc_packets_total qdisc counter - - device,kind","node_qdisc_requeues_total qdisc counter - - device,kind","node_rapl_core_joules_total rapl counter - - index,path","node_rapl_joules_total rapl counter 1.4.0 - index,path,rapl_zone","node_rapl_package_joules_total rapl counter - - index,path","node_role_is_primary drbd untyped - - *","node_schedstat_running_seconds_total schedstat counter - - cpu","node_schedstat_timeslices_total schedstat counter - - cpu","node_schedstat_waiting_seconds_total schedstat counter - - cpu","node_scrape_collector_duration_seconds - gauge - - collector","node_scrape_collector_success - gauge - - collector","node_selinux_config_mode selinux gauge 1.4.0 - -","node_selinux_current_mode selinux gauge 1.4.0 - -","node_selinux_enabled selinux gauge 1.4.0 - -","node_service_desired_state runit gauge - - service","node_service_normal_state runit gauge - - service","node_service_state runit gauge - - service","node_service_state_last_change_timestamp_seconds runit gauge - - service","node_slabinfo_active_objects slabinfo gauge - - slab","node_slabinfo_object_size_bytes slabinfo gauge - - slab","node_slabinfo_objects slabinfo gauge - - slab","node_slabinfo_objects_per_slab slabinfo gauge - - slab","node_slabinfo_pages_per_slab slabinfo gauge - - slab","node_sockstat_FRAG6_inuse sockstat gauge - - -","node_sockstat_FRAG6_memory sockstat gauge - - -","node_sockstat_FRAG_inuse sockstat gauge - - -","node_sockstat_FRAG_memory sockstat gauge - - -","node_sockstat_RAW6_inuse sockstat gauge - - -","node_sockstat_RAW_inuse sockstat gauge - - -","node_sockstat_TCP6_inuse sockstat gauge - - -","node_sockstat_TCP_alloc sockstat gauge - - -","node_sockstat_TCP_inuse sockstat gauge - - -","node_sockstat_TCP_mem sockstat gauge - - -","node_sockstat_TCP_mem_bytes sockstat gauge - - -","node_sockstat_TCP_orphan sockstat gauge - - -","node_sockstat_TCP_tw sockstat gauge - - -","node_sockstat_UDP6_inuse sockstat gauge - - -","node_sockstat_UDPLITE6_inuse sockstat gauge - - -","node_sockstat_UDPLITE_inuse sockstat gauge - - -","node_sockstat_UDP_inuse sockstat gauge - - -","node_sockstat_UDP_mem sockstat gauge - - -","node_sockstat_UDP_mem_bytes sockstat gauge - - -","node_sockstat_sockets_used sockstat gauge - - -","node_softirqs_functions_total softirqs counter 1.6.0 - cpu,type","node_softirqs_total stat counter 1.4.0 - vector","node_softnet_backlog_len softnet gauge 1.6.0 - cpu","node_softnet_cpu_collision_total softnet counter 1.6.0 - cpu","node_softnet_dropped_total softnet counter - - cpu","node_softnet_flow_limit_count_total softnet counter 1.6.0 - cpu","node_softnet_processed_total softnet counter - - cpu","node_softnet_received_rps_total softnet counter 1.6.0 - cpu","node_softnet_times_squeezed_total softnet counter - - cpu","node_supervisord_exit_status supervisord gauge - - group,name","node_supervisord_start_time_seconds supervisord untyped - - group,name","node_supervisord_state supervisord gauge - - group,name","node_supervisord_up supervisord gauge - - group,name","node_swap_priority swap gauge 1.10.0 - device,swap_type","node_swap_size_bytes swap gauge 1.10.0 - device,swap_type","node_swap_used_bytes swap gauge 1.10.0 - device,swap_type","node_sysctl_fs_file_nr sysctl untyped - - index","node_sysctl_fs_file_nr_current sysctl untyped - - -","node_sysctl_fs_file_nr_max sysctl untyped - - -","node_sysctl_fs_file_nr_total sysctl untyped - - -","node_sysctl_info sysctl gauge 1.4.0 - *,index,name,value","node_sysctl_kernel_threads_max sysctl untyped - - -","node_systemd_service_restart_total systemd counter - - name","node_systemd_socket_accepted_connections_total systemd counter - - name","node_systemd_socket_current_connections systemd gauge - - name","node_systemd_socket_refused_connections_total systemd gauge - - name","node_systemd_system_running systemd gauge - - -","node_systemd_timer_last_trigger_seconds systemd gauge - - name","node_systemd_unit_start_time_seconds systemd gauge - - name","node_systemd_unit_state systemd gauge - - name,state,type","node_systemd_unit_tasks_current systemd gauge - - name","node_systemd_unit_tasks_max systemd gauge - - name","node_systemd_units systemd gauge - - state","node_systemd_version systemd gauge - - version","node_systemd_virtualization_info systemd gauge 1.10.0 - virtualization_type","node_tape_io_now tapestats gauge 1.2.0 - device","node_tape_io_others_total tapestats counter 1.2.0 - device","node_tape_io_time_seconds_total tapestats counter 1.2.0 - device","node_tape_read_bytes_total tapestats counter 1.2.0 - device","node_tape_read_time_seconds_total tapestats counter 1.2.0 - device","node_tape_reads_completed_total tapestats counter 1.2.0 - device","node_tape_residual_total tapestats counter 1.2.0 - device","node_tape_write_time_seconds_total tapestats counter 1.2.0 - device","node_tape_writes_completed_total tapestats counter 1.2.0 - device","node_tape_written_bytes_total tapestats counter 1.2.0 - device","node_tcp_connection_states tcpstat gauge - - state","node_textfile_mtime_seconds textfile untyped - - file","node_textfile_scrape_error textfile gauge - - -","node_thermal_zone_temp thermal_zone gauge - - type,zone","node_time_clocksource_available_info time gauge 1.3.0 - *,clocksource,device","node_time_clocksource_current_info time gauge 1.3.0 - *,clocksource,device","node_time_seconds time gauge - - -","node_time_zone_offset_seconds time gauge 1.2.0 - time_zone","node_timex_estimated_error_seconds timex gauge - - -","node_timex_frequency_adjustment_ratio timex gauge - - -","node_timex_loop_time_constant timex gauge - - -","node_timex_maxerror_seconds timex gauge - - -","node_timex_offset_seconds timex gauge - - -","node_timex_pps_calibration_total timex counter - - -","node_timex_pps_error_total timex counter - - -","node_timex_pps_frequency_hertz timex gauge - - -","node_timex_pps_jitter_seconds timex gauge - - -","node_timex_pps_jitter_total timex counter - - -","node_timex_pps_shift_seconds timex gauge - - -","node_timex_pps_stability_exceeded_total timex counter - - -","node_timex_pps_stability_hertz timex gauge - - -","node_timex_status timex gauge - - -","node_timex_sync_status timex gauge - - -","node_timex_tai_offset_seconds timex gauge - - -","node_timex_tick_seconds timex gauge - - -","node_udp_queues udp_queues gauge - - ip,queue","node_uname_info uname gauge - - domainname,machine,nodename,release,sysname,version","node_vmstat_oom_kill vmstat untyped - - -","node_vmstat_pgfault vmstat untyped - - -","node_vmstat_pgmajfault vmstat untyped - - -","node_vmstat_pgpgin vmstat untyped - - -","node_vmstat_pgpgout vmstat untyped - - -","node_vmstat_pswpin vmstat untyped - - -","node_vmstat_pswpout vmstat untyped - - -","node_watchdog_access_cs0 watchdog gauge 1.8.0 - name","node_watchdog_bootstatus watchdog gauge 1.8.0 - name","node_watchdog_fw_version watchdog gauge 1.8.0 - name","node_watchdog_info watchdog gauge 1.8.0 - *,identity,name,options,pretimeout_governor,state,status","node_watchdog_nowayout watchdog gauge 1.8.0 - name","node_watchdog_pretimeout_seconds watchdog gauge 1.8.0 - name","node_watchdog_timeleft_seconds watchdog gauge 1.8.0 - name","node_watchdog_timeout_seconds watchdog gauge 1.8.0 - name","node_wifi_interface_frequency_hertz wifi gauge - - device","node_wifi_station_beacon_loss_total wifi counter - - device,mac_address","node_wifi_station_connected_seconds_total wifi counter - - device,mac_address","node_wifi_station_inactive_seconds wifi gauge - - device,mac_address","node_wifi_station_info wifi gauge - - *,bssid,device,mode,ssid","node_wifi_station_receive_bits_per_second wifi gauge - - device,mac_address","node_wifi_station_receive_bytes_total wifi counter - - device,mac_address","node_wifi_station_received_packets_total wifi counter 1.10.0 - device,mac_address","node_wifi_station_signal_dbm wifi gauge - - device,mac_address","node_wifi_station_transmit_bits_per_second wifi gauge - - device,mac_address","node_wifi_station_transmit_bytes_total wifi counter - - device,mac_address","node_wifi_station_transmit_failed_total wifi counter - - device,mac_address","node_wifi_station_transmit_retries_total wifi counter - - device,mac_address","node_wifi_station_transmitted_packets_total wifi counter 1.10.0 - device,mac_address","node_xfrm_acquire_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_fwd_hdr_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_buffer_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_hdr_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_no_pols_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_no_states_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_pol_block_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_pol_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_state_expired_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_state_invalid_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_state_mismatch_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_state_mode_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_state_proto_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_state_seq_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_in_tmpl_mismatch_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_bundle_check_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_bundle_gen_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_no_states_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_pol_block_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_pol_dead_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_pol_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_state_expired_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_state_invalid_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_state_mode_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_state_proto_error_packets_total xfrm counter 1.8.0 - -","node_xfrm_out_state_seq_error_packets_total xfrm counter 1.8.0 - -","node_xfs_allocation_btree_compares_total xfs counter - - device","node_xfs_allocation_btree_lookups_total xfs counter - - device","node_xfs_allocation_btree_records_deleted_total xfs counter - - device","node_xfs_allocation_btree_records_inserted_total xfs counter - - device","node_xfs_block_map_btree_compares_total xfs counter - - device","node_xfs_block_map_btree_lookups_total xfs counter - - device","node_xfs_block_map_btree_records_deleted_total xfs counter - - device","node_xfs_block_map_btree_records_inserted_total xfs counter - - device","node_xfs_block_mapping_extent_list_compares_total xfs counter - - device","node_xfs_block_mapping_extent_list_deletions_total xfs counter - - device","node_xfs_block_mapping_extent_list_insertions_total xfs counter - - device","node_xfs_block_mapping_extent_list_lookups_total xfs counter - - device","node_xfs_block_mapping_reads_total xfs counter - - device","node_xfs_block_mapping_unmaps_total xfs counter - - device","node_xfs_block_mapping_writes_total xfs counter - - device","node_xfs_category_value_total xfs untyped - - *","node_xfs_directory_operation_create_total xfs counter - - device","node_xfs_directory_operation_getdents_total xfs counter - - device","node_xfs_directory_operation_lookup_total xfs counter - - device","node_xfs_directory_operation_remove_total xfs counter - - device","node_xfs_extent_allocation_blocks_allocated_total xfs counter - - device","node_xfs_extent_allocation_blocks_freed_total xfs counter - - device","node_xfs_extent_allocation_extents_allocated_total xfs counter - - device","node_xfs_extent_allocation_extents_freed_total xfs counter - - device","node_xfs_inode_operation_attempts_total xfs counter - - device","node_xfs_inode_operation_attribute_changes_total xfs counter - - device","node_xfs_inode_operation_duplicates_total xfs counter - - device","node_xfs_inode_operation_found_total xfs counter - - device","node_xfs_inode_operation_missed_total xfs counter - - device","node_xfs_inode_operation_reclaims_total xfs counter - - device","node_xfs_inode_operation_recycled_total xfs counter - - device","node_xfs_read_calls_total xfs counter - - device","node_xfs_vnode_active_total xfs counter - - device","node_xfs_vnode_allocate_total xfs counter - - device","node_xfs_vnode_get_total xfs counter - - device","node_xfs_vnode_hold_total xfs counter - - device","node_xfs_vnode_reclaim_total xfs counter - - device","node_xfs_vnode_release_total xfs counter - - device","node_xfs_vnode_remove_total xfs counter - - device","node_xfs_write_calls_total xfs counter - - device","node_zfs_abd_linear_cnt zfs untyped - - -","node_zfs_abd_linear_data_size zfs untyped - - -","node_zfs_abd_scatter_chunk_waste zfs untyped - - -","node_zfs_abd_scatter_cnt zfs untyped - - -","node_zfs_abd_scatter_data_size zfs untyped - - -","node_zfs_abd_scatter_order_0 zfs untyped - - -","node_zfs_abd_scatter_order_1 zfs untyped - - -","node_zfs_abd_scatter_order_10 zfs untyped - - -","node_zfs_abd_scatter_order_2 zfs untyped - - -","node_zfs_abd_scatter_order_3 zfs untyped - - -","node_zfs_abd_scatter_order_4 zfs untyped - - -","node_zfs_abd_scatter_order_5 zfs untyped - - -","node_zfs_abd_scatter_order_6 zfs untyped - - -","node_zfs_abd_scatter_order_7 zfs untyped - - -","node_zfs_abd_scatter_order_8 zfs untyped - - -","node_zfs_abd_scatter_order_9 zfs untyped - - -","node_zfs_abd_scatter_page_alloc_retry zfs untyped - - -","node_zfs_abd_scatter_page_multi_chunk zfs untyped - - -","node_zfs_abd_scatter_page_multi_zone zfs untyped - - -","node_zfs_abd_scatter_sg_table_retry zfs untyped - - -","node_zfs_abd_struct_size zfs untyped - - -","node_zfs_arc_anon_evictable_data zfs untyped - - -","node_zfs_arc_anon_evictable_metadata zfs untyped - - -","node_zfs_arc_anon_size zfs untyped - - -","node_zfs_arc_arc_loaned_bytes zfs untyped - - -","node_zfs_arc_arc_meta_limit zfs untyped - - -","node_zfs_arc_arc_meta_max zfs untyped - - -","node_zfs_arc_arc_meta_min zfs untyped - - -","node_zfs_arc_arc_meta_used zfs untyped - - -","node_zfs_arc_arc_need_free zfs untyped - - -","node_zfs_arc_arc_no_grow zfs untyped - - -","node_zfs_arc_arc_prune zfs untyped - - -","node_zfs_arc_arc_sys_free zfs untyped - - -","node_zfs_arc_arc_tempreserve zfs untyped - - -","node_zfs_arc_c zfs untyped - - -","node_zfs_arc_c_max zfs untyped - - -","node_zfs_arc_c_min zfs untyped - - -","node_zfs_arc_data_size zfs untyped - - -","node_zfs_arc_deleted zfs untyped - - -","node_zfs_arc_demand_data_hits zfs untyped - - -","node_zfs_arc_demand_data_misses zfs untyped - - -","node_zfs_arc_demand_metadata_hits zfs untyped - - -","node_zfs_arc_demand_metadata_misses zfs untyped - - -","node_zfs_arc_duplicate_buffers zfs untyped - - -","node_zfs_arc_duplicate_buffers_size zfs untyped - - -","node_zfs_arc_duplicate_reads zfs untyped - - -","node_zfs_arc_evict_l2_cached zfs untyped - - -","node_zfs_arc_evict_l2_eligible zfs untyped - - -","node_zfs_arc_evict_l2_ineligible zfs untyped - - -","node_zfs_arc_evict_l2_skip zfs untyped - - -","node_zfs_arc_evict_not_enough zfs untyped - - -","node_zfs_arc_evict_skip zfs untyped - - -","node_zfs_arc_hash_chain_max zfs untyped - - -","node_zfs_arc_hash_chains zfs untyped - - -","node_zfs_arc_hash_collisions zfs untyped - - -","node_zfs_arc_hash_elements zfs untyped - - -","node_zfs_arc_hash_elements_max zfs untyped - - -","node_zfs_arc_hdr_size zfs untyped - - -","node_zfs_arc_hits zfs untyped - - -","node_zfs_arc_l2_abort_lowmem zfs untyped - - -","node_zfs_arc_l2_asize zfs untyped - - -","node_zfs_arc_l2_cdata_free_on_write zfs untyped - - -","node_zfs_arc_l2_cksum_bad zfs untyped - - -","node_zfs_arc_l2_compress_failures zfs untyped - - -","node_zfs_arc_l2_compress_successes zfs untyped - - -","node_zfs_arc_l2_compress_zeros zfs untyped - - -","node_zfs_arc_l2_evict_l1cached zfs untyped - - -","node_zfs_arc_l2_evict_lock_retry zfs untyped - - -","node_zfs_arc_l2_evict_reading zfs untyped - - -","node_zfs_arc_l2_feeds zfs untyped - - -","node_zfs_arc_l2_free_on_write zfs untyped - - -","node_zfs_arc_l2_hdr_size zfs untyped - - -","node_zfs_arc_l2_hits zfs untyped - - -","node_zfs_arc_l2_io_error zfs untyped - - -","node_zfs_arc_l2_misses zfs untyped - - -","node_zfs_arc_l2_read_bytes zfs untyped - - -","node_zfs_arc_l2_rw_clash zfs untyped - - -","node_zfs_arc_l2_size zfs untyped - - -","node_zfs_arc_l2_write_bytes zfs untyped - - -","node_zfs_arc_l2_writes_done zfs untyped - - -","node_zfs_arc_l2_writes_error zfs untyped - - -","node_zfs_arc_l2_writes_lock_retry zfs untyped - - -","node_zfs_arc_l2_writes_sent zfs untyped - - -","node_zfs_arc_memory_available_bytes zfs untyped - - -","node_zfs_arc_memory_direct_count zfs untyped - - -","node_zfs_arc_memory_indirect_count zfs untyped - - -","node_zfs_arc_memory_throttle_count zfs untyped - - -","node_zfs_arc_metadata_size zfs untyped - - -","node_zfs_arc_mfu_evictable_data zfs untyped - - -","node_zfs_arc_mfu_evictable_metadata zfs untyped - - -","node_zfs_arc_mfu_ghost_evictable_data zfs untyped - - -","node_zfs_arc_mfu_ghost_evictable_metadata zfs untyped - - -","node_zfs_arc_mfu_ghost_hits zfs untyped - - -","node_zfs_arc_mfu_ghost_size zfs untyped - - -","node_zfs_arc_mfu_hits zfs untyped - - -","node_zfs_arc_mfu_size zfs untyped - - -","node_zfs_arc_misses zfs untyped - - -","node_zfs_arc_mru_evictable_data zfs untyped - - -","node_zfs_arc_mru_evictable_metadata zfs untyped - - -","node_zfs_arc_mru_ghost_evictable_data zfs untyped - - -","node_zfs_arc_mru_ghost_evictable_metadata zfs untyped - - -","node_zfs_arc_mru_ghost_hits zfs untyped - - -","node_zfs_arc_mru_ghost_size zfs untyped - - -","node_zfs_arc_mru_hits zfs untyped - - -","node_zfs_arc_mru_size zfs untyped - - -","node_zfs_arc_mutex_miss zfs untyped - - -","node_zfs_arc_other_size zfs untyped - - -","node_zfs_arc_p zfs untyped - - -","node_zfs_arc_prefetch_data_hits zfs untyped - - -","node_zfs_arc_prefetch_data_misses zfs untyped - - -","node_zfs_arc_prefetch_metadata_hits zfs untyped - - -","node_zfs_arc_prefetch_metadata_misses zfs untyped - - -","node_zfs_arc_size zfs untyped - - -","node_zfs_dbuf_dbuf_cache_count zfs untyped - - -","node_zfs_dbuf_dbuf_cache_hiwater_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_0 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_0_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_1 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_10 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_10_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_11 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_11_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_1_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_2 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_2_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_3 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_3_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_4 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_4_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_5 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_5_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_6 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_6_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_7 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_7_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_8 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_8_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_9 zfs untyped - - -","node_zfs_dbuf_dbuf_cache_level_9_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_lowater_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_max_bytes zfs untyped - - -","node_zfs_dbuf_dbuf_cache_size zfs untyped - - -","node_zfs_dbuf_dbuf_cache_size_max zfs untyped - - -","node_zfs_dbuf_dbuf_cache_total_evicts zfs untyped - - -","node_zfs_dbuf_hash_chain_max zfs untyped - - -","node_zfs_dbuf_hash_chains zfs untyped - - -","node_zfs_dbuf_hash_collisions zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_0 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_0_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_1 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_10 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_10_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_11 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_11_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_1_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_2 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_2_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_3 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_3_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_4 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_4_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_5 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_5_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_6 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_6_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_7 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_7_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_8 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_8_bytes zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_9 zfs untyped - - -","node_zfs_dbuf_hash_dbuf_level_9_bytes zfs untyped - - -","node_zfs_dbuf_hash_elements zfs untyped - - -","node_zfs_dbuf_hash_elements_max zfs untyped - - -","node_zfs_dbuf_hash_hits zfs untyped - - -","node_zfs_dbuf_hash_insert_race zfs untyped - - -","node_zfs_dbuf_hash_misses zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_assigned zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_delay zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_dirty_delay zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_dirty_over_max zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_dirty_throttle zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_error zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_group zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_memory_reclaim zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_memory_reserve zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_quota zfs untyped - - -","node_zfs_dmu_tx_dmu_tx_suspended zfs untyped - - -","node_zfs_dnode_dnode_alloc_next_block zfs untyped - - -","node_zfs_dnode_dnode_alloc_next_chunk zfs untyped - - -","node_zfs_dnode_dnode_alloc_race zfs untyped - - -","node_zfs_dnode_dnode_allocate zfs untyped - - -","node_zfs_dnode_dnode_buf_evict zfs untyped - - -","node_zfs_dnode_dnode_hold_alloc_hits zfs untyped - - -","node_zfs_dnode_dnode_hold_alloc_interior zfs untyped - - -","node_zfs_dnode_dnode_hold_alloc_lock_misses zfs untyped - - -","node_zfs_dnode_dnode_hold_alloc_lock_retry zfs untyped - - -","node_zfs_dnode_dnode_hold_alloc_misses zfs untyped - - -","node_zfs_dnode_dnode_hold_alloc_type_none zfs untyped - - -","node_zfs_dnode_dnode_hold_dbuf_hold zfs untyped - - -","node_zfs_dnode_dnode_hold_dbuf_read zfs untyped - - -","node_zfs_dnode_dnode_hold_free_hits zfs untyped - - -","node_zfs_dnode_dnode_hold_free_lock_misses zfs untyped - - -","node_zfs_dnode_dnode_hold_free_lock_retry zfs untyped - - -","node_zfs_dnode_dnode_hold_free_misses zfs untyped - - -","node_zfs_dnode_dnode_hold_free_overflow zfs untyped - - -","node_zfs_dnode_dnode_hold_free_refcount zfs untyped - - -","node_zfs_dnode_dnode_hold_free_txg zfs untyped - - -","node_zfs_dnode_dnode_move_active zfs untyped - - -","node_zfs_dnode_dnode_move_handle zfs untyped - - -","node_zfs_dnode_dnode_move_invalid zfs untyped - - -","node_zfs_dnode_dnode_move_recheck1 zfs untyped - - -","node_zfs_dnode_dnode_move_recheck2 zfs untyped - - -","node_zfs_dnode_dnode_move_rwlock zfs untyped - - -","node_zfs_dnode_dnode_move_special zfs untyped - - -","node_zfs_dnode_dnode_reallocate zfs untyped - - -","node_zfs_fm_erpt_dropped zfs untyped - - -","node_zfs_fm_erpt_set_failed zfs untyped - - -","node_zfs_fm_fmri_set_failed zfs untyped - - -","node_zfs_fm_payload_set_failed zfs untyped - - -","node_zfs_vdev_cache_delegations zfs untyped - - -","node_zfs_vdev_cache_hits zfs untyped - - -","node_zfs_vdev_cache_misses zfs untyped - - -","node_zfs_vdev_mirror_non_rotating_linear zfs untyped - - -","node_zfs_vdev_mirror_non_rotating_seek zfs untyped - - -","node_zfs_vdev_mirror_preferred_found zfs untyped - - -","node_zfs_vdev_mirror_preferred_not_found zfs untyped - - -","node_zfs_vdev_mirror_rotating_linear zfs untyped - - -","node_zfs_vdev_mirror_rotating_offset zfs untyped - - -","node_zfs_vdev_mirror_rotating_seek zfs untyped - - -","node_zfs_xuio_onloan_read_buf zfs untyped - - -","node_zfs_xuio_onloan_write_buf zfs untyped - - -","node_zfs_xuio_read_buf_copied zfs untyped - - -","node_zfs_xuio_read_buf_nocopy zfs untyped - - -","node_zfs_xuio_write_buf_copied zfs untyped - - -","node_zfs_xuio_write_buf_nocopy zfs untyped - - -","node_zfs_zfetch_bogus_streams zfs untyped - - -","node_zfs_zfetch_colinear_hits zfs untyped - - -","node_zfs_zfetch_colinear_misses zfs untyped - - -","node_zfs_zfetch_hits zfs untyped - - -","node_zfs_zfetch_misses zfs untyped - - -","node_zfs_zfetch_reclaim_failures zfs untyped - - -","node_zfs_zfetch_reclaim_successes zfs untyped - - -","node_zfs_zfetch_streams_noresets zfs untyped - - -","node_zfs_zfetch_streams_resets zfs untyped - - -","node_zfs_zfetch_stride_hits zfs untyped - - -","node_zfs_zfetch_stride_misses zfs untyped - - -","node_zfs_zil_zil_commit_count zfs untyped - - -","node_zfs_zil_zil_commit_writer_count zfs untyped - - -","node_zfs_zil_zil_itx_copied_bytes zfs untyped - - -","node_zfs_zil_zil_itx_copied_count zfs untyped - - -","node_zfs_zil_zil_itx_count zfs untyped - - -","node_zfs_zil_zil_itx_indirect_bytes zfs untyped - - -","node_zfs_zil_zil_itx_indirect_count zfs untyped - - -","node_zfs_zil_zil_itx_metaslab_normal_bytes zfs untyped - - -","node_zfs_zil_zil_itx_metaslab_normal_count zfs untyped - - -","node_zfs_zil_zil_itx_metaslab_slog_bytes zfs untyped - - -","node_zfs_zil_zil_itx_metaslab_slog_count zfs untyped - - -","node_zfs_zil_zil_itx_needcopy_bytes zfs untyped - - -","node_zfs_zil_zil_itx_needcopy_count zfs untyped - - -","node_zfs_zpool_dataset_nread zfs untyped - - dataset,zpool","node_zfs_zpool_dataset_nunlinked zfs untyped - - dataset,zpool","node_zfs_zpool_dataset_nunlinks zfs untyped - - dataset,zpool","node_zfs_zpool_dataset_nwritten zfs untyped - - dataset,zpool","node_zfs_zpool_dataset_reads zfs untyped - - dataset,zpool","node_zfs_zpool_dataset_writes zfs untyped - - dataset,zpool","node_zfs_zpool_nread zfs untyped - - zpool","node_zfs_zpool_nwritten zfs untyped - - zpool","node_zfs_zpool_rcnt zfs untyped - - zpool","node_zfs_zpool_reads zfs untyped - - zpool","node_zfs_zpool_rlentime zfs untyped - - zpool","node_zfs_zpool_rtime zfs untyped - - zpool","node_zfs_zpool_rupdate zfs untyped - - zpool","node_zfs_zpool_state zfs gauge 1.1.0 - state,zpool","node_zfs_zpool_wcnt zfs untyped - - zpool","node_zfs_zpool_wlentime zfs untyped - - zpool","node_zfs_zpool_writes zfs untyped - - zpool","node_zfs_zpool_wtime zfs untyped - - zpool","node_zfs_zpool_wupdate zfs untyped - - zpool","node_zoneinfo_high_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_low_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_managed_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_min_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_active_anon_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_active_file_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_anon_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_anon_transparent_hugepages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_dirtied_total zoneinfo counter 1.1.0 - node,zone","node_zoneinfo_nr_dirty_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_file_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_free_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_inactive_anon_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_inactive_file_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_isolated_anon_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_isolated_file_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_kernel_stacks zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_mapped_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_mlock_stack_pages zoneinfo untyped 1.1.0 - node,zone","node_zoneinfo_nr_shmem_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_slab_reclaimable_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_slab_unreclaimable_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_unevictable_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_writeback_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_nr_written_total zoneinfo counter 1.1.0 - node,zone","node_zoneinfo_numa_foreign_total zoneinfo counter 1.1.0 - node,zone","node_zoneinfo_numa_hit_total zoneinfo counter 1.1.0 - node,zone","node_zoneinfo_numa_interleave_total zoneinfo counter 1.1.0 - node,zone","node_zoneinfo_numa_local_total zoneinfo counter 1.1.0 - node,zone","node_zoneinfo_numa_miss_total zoneinfo counter 1.1.0 - node,zone","node_zoneinfo_numa_other_total zoneinfo counter 1.1.0 - node,zone","node_zoneinfo_present_pages zoneinfo gauge 1.1.0 - node,zone","node_zoneinfo_protection_0 zoneinfo gauge - - node,zone","node_zoneinfo_protection_1 zoneinfo gauge - - node,zone","node_zoneinfo_protection_2 zoneinfo gauge - - node,zone","node_zoneinfo_protection_3 zoneinfo gauge - - node,zone","node_zoneinfo_protection_4 zoneinfo gauge - - node,zone","node_zoneinfo_scanned_pages zoneinfo untyped 1.1.0 - node,zone","node_zoneinfo_spanned_pages zoneinfo gauge 1.1.0 - node,zone"]}');
// EXTERNAL MODULE: ./build/src/exporters/listed-in.js
var listed_in = __webpack_require__(47768);
// EXTERNAL MODULE: ./build/src/exporters/metric-list.js
var metric_list = __webpack_require__(48776);
;// CONCATENATED MODULE: ./build/src/exporters/node-exporter.js






const list = (0,once/* once */.O)((_) => (0,metric_list/* metricList */.to)(node_exporter_namespaceObject));
/** The node exporter: hardware and kernel of the nodes. */
const nodeExporter = {
    name: "node-exporter",
    image: "node-exporter",
    prefix: "node_",
    alsoFrom: /cost|node[-_]?exporter|\b9100\b/i,
    list: () => list(node_exporter_namespaceObject),
    exported: (name, program) => {
        const metric = list(node_exporter_namespaceObject).metric(name);
        return metric === undefined ? unlisted(name, program) : ofListed(metric, program);
    },
    // Many a counter of the kernel is a gauge to it.
    isTrueGauge: (name) => /^node_(?:filesystem_|memory_[A-Z]|load|hwmon_temp_|thermal_zone_temp)/.test(name),
};
/**
 * Names that begin like those of a collector, and are of the kubelet or of a cost exporter.
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/test/instrumentation/documentation/documentation-list.yaml
 * https://opencost.io/docs/integrations/metrics
 */
const ofOthers = new Set([
    "node_cpu_usage_seconds_total",
    "node_swap_usage_bytes",
    "node_cpu_hourly_cost",
]);
/** The longest first: `node_cpu_vulnerabilities_` before `node_cpu_`. */
const prefixes = (0,once/* once */.O)((_) => node_exporter_namespaceObject.prefixes
    .map((line) => {
    const [prefix = "", collectors = "", state = ""] = line.split(" ");
    return { prefix, collectors: collectors.split("+"), open: state === "open" };
})
    .sort((a, b) => b.prefix.length - a.prefix.length));
const renamed = (0,once/* once */.O)((_) => new Map(node_exporter_namespaceObject.renamed.map((line) => [line.slice(0, line.indexOf(" ")), line])));
const unlisted = (name, program) => {
    const unknown = {
        status: "unknown",
        why: `of ${(0,chart_exporter/* called */.A)(nodeExporter, program)} is not known whether it exports ${name}`,
    };
    // Files of that folder can hold metrics of any name.
    if (!program.plain || program.values("collector.textfile.directory").length > 0 || ofOthers.has(name))
        return unknown;
    const begin = `${(0,chart_exporter/* called */.A)(nodeExporter, program)} does not export `;
    const [, newer, values] = renamed(node_exporter_namespaceObject).get(name)?.split(" ") ?? [];
    if (newer !== undefined && (0,semver.compare)(program.version ?? node_exporter_namespaceObject.to, "0.16.0") >= 0)
        return {
            status: "no",
            begin: "since its release 0.16 node-exporter has another name for ",
            end: "",
            advice: null,
            renamed: { name: newer, same: values === "same" },
        };
    const prefix = prefixes(node_exporter_namespaceObject).find((one) => name.startsWith(one.prefix));
    if (prefix === undefined || !(0,listed_in/* isCovered */.P)(nodeExporter, program))
        return unknown;
    return allOff(prefix.collectors, program) ?? (prefix.open ? unknown : { status: "no", begin, end: "", advice: null });
};
const ofListed = (metric, program) => {
    const release = (0,listed_in/* notInRelease */.u)(metric, nodeExporter, program);
    if (release !== null)
        return release;
    if (!program.plain)
        return { status: "unknown", why: `the arguments of node-exporter, which decide on ${metric.name}, cannot be read` };
    if (program.values("collector.textfile.directory").length === 0) {
        const off = metric.parts.length === 0 ? null : allOff(metric.parts, program);
        if (off !== null)
            return off;
    }
    return { status: "yes", metric, labels: metric.labels };
};
/** Null where one of the collectors is on, or may be. */
const allOff = (collectors, program) => {
    if (program.version === null || collectors.some((one) => isOn(one, program) !== false))
        return null;
    const [first = ""] = collectors;
    return {
        status: "no",
        begin: `the collector ${collectors.join(" or ")} of node-exporter is off, so that it does not export `,
        end: "",
        advice: `Turn it on: add --collector.${first} to the chart's value prometheus-node-exporter.extraArgs`,
    };
};
/** https://github.com/prometheus/node_exporter/blob/v1.12.1/collector/collector.go */
const isOn = (collector, program) => {
    const asked = program.values(`collector.${collector}`).at(-1);
    const refused = program.values(`no-collector.${collector}`).length > 0;
    if (asked !== undefined && refused)
        return null;
    if (asked !== undefined)
        return asked !== "false";
    if (refused || program.values("collector.disable-defaults").length > 0)
        return false;
    return (0,metric_list/* namedIn */.$P)(node_exporter_namespaceObject.defaults, program.version ?? "").has(collector);
};


/***/ },

/***/ 39395:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  D: () => (/* binding */ stateMetrics)
});

// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/exporters/chart-exporter.js
var chart_exporter = __webpack_require__(30577);
;// CONCATENATED MODULE: ./build/src/exporters/data/kube-state-metrics.json
const kube_state_metrics_namespaceObject = /*#__PURE__*/JSON.parse('{"sources":["https://github.com/kubernetes/kube-state-metrics/tree/v2.20.0/docs/metrics","https://github.com/kubernetes/kube-state-metrics/tree/v2.20.0/internal/store","https://github.com/kubernetes/kube-state-metrics/blob/v2.20.0/pkg/options/resource.go"],"from":"2.0.0","to":"2.20.0","defaults":["certificatesigningrequests 2.0.0 2.20.0","configmaps 2.0.0 2.20.0","cronjobs 2.0.0 2.20.0","daemonsets 2.0.0 2.20.0","deployments 2.0.0 2.20.0","endpoints 2.0.0 2.17.0","endpointslices 2.18.0 2.20.0","horizontalpodautoscalers 2.0.0 2.20.0","ingresses 2.0.0 2.20.0","jobs 2.0.0 2.20.0","leases 2.0.0 2.20.0","limitranges 2.0.0 2.20.0","mutatingadmissionpolicies 2.20.0 2.20.0","mutatingadmissionpolicybindings 2.20.0 2.20.0","mutatingwebhookconfigurations 2.0.0 2.20.0","namespaces 2.0.0 2.20.0","networkpolicies 2.0.0 2.20.0","nodes 2.0.0 2.20.0","persistentvolumeclaims 2.0.0 2.20.0","persistentvolumes 2.0.0 2.20.0","poddisruptionbudgets 2.0.0 2.20.0","pods 2.0.0 2.20.0","replicasets 2.0.0 2.20.0","replicationcontrollers 2.0.0 2.20.0","resourcequotas 2.0.0 2.20.0","secrets 2.0.0 2.20.0","services 2.0.0 2.20.0","statefulsets 2.0.0 2.20.0","storageclasses 2.0.0 2.20.0","validatingadmissionpolicies 2.20.0 2.20.0","validatingadmissionpolicybindings 2.20.0 2.20.0","validatingwebhookconfigurations 2.0.0 2.20.0","volumeattachments 2.0.0 2.20.0"],"optIn":["kube_pod_nodeselectors"],"metrics":["kube_certificatesigningrequest_annotations certificatesigningrequests gauge 2.2.0 - annotation_*,certificatesigningrequest,signer_name","kube_certificatesigningrequest_cert_length certificatesigningrequests gauge - - certificatesigningrequest,signer_name","kube_certificatesigningrequest_condition certificatesigningrequests gauge - - certificatesigningrequest,condition,signer_name","kube_certificatesigningrequest_created certificatesigningrequests gauge - - certificatesigningrequest,signer_name","kube_certificatesigningrequest_labels certificatesigningrequests gauge - - certificatesigningrequest,label_*,signer_name","kube_clusterrole_annotations clusterroles gauge 2.6.0 - annotation_*,clusterrole","kube_clusterrole_created clusterroles gauge 2.6.0 - clusterrole","kube_clusterrole_info clusterroles gauge 2.6.0 - clusterrole","kube_clusterrole_labels clusterroles gauge 2.6.0 - clusterrole,label_*","kube_clusterrole_metadata_resource_version clusterroles gauge 2.6.0 - clusterrole","kube_clusterrolebinding_annotations clusterrolebindings gauge 2.6.0 - annotation_*,clusterrolebinding","kube_clusterrolebinding_created clusterrolebindings gauge 2.6.0 - clusterrolebinding","kube_clusterrolebinding_info clusterrolebindings gauge 2.6.0 - clusterrolebinding,roleref_kind,roleref_name","kube_clusterrolebinding_labels clusterrolebindings gauge 2.6.0 - clusterrolebinding,label_*","kube_clusterrolebinding_metadata_resource_version clusterrolebindings gauge 2.6.0 - clusterrolebinding","kube_configmap_annotations configmaps gauge 2.2.1 - annotation_*,configmap,namespace","kube_configmap_created configmaps gauge - - configmap,namespace","kube_configmap_info configmaps gauge - - configmap,namespace","kube_configmap_labels configmaps gauge 2.2.1 - configmap,label_*,namespace","kube_configmap_metadata_resource_version configmaps gauge - - configmap,namespace","kube_cronjob_annotations cronjobs gauge 2.2.0 - annotation_*,cronjob,namespace","kube_cronjob_created cronjobs gauge - - cronjob,namespace","kube_cronjob_info cronjobs gauge - - concurrency_policy,cronjob,namespace,schedule,timezone","kube_cronjob_labels cronjobs gauge - - cronjob,label_*,namespace","kube_cronjob_metadata_resource_version cronjobs gauge 2.1.0 - cronjob,namespace","kube_cronjob_next_schedule_time cronjobs gauge - - cronjob,namespace","kube_cronjob_schedule_invalid cronjobs gauge 2.19.1 - cronjob,namespace","kube_cronjob_spec_failed_job_history_limit cronjobs gauge 2.2.0 - cronjob,namespace","kube_cronjob_spec_starting_deadline_seconds cronjobs gauge - - cronjob,namespace","kube_cronjob_spec_successful_job_history_limit cronjobs gauge 2.2.0 - cronjob,namespace","kube_cronjob_spec_suspend cronjobs gauge - - cronjob,namespace","kube_cronjob_status_active cronjobs gauge - - cronjob,namespace","kube_cronjob_status_last_schedule_time cronjobs gauge - - cronjob,namespace","kube_cronjob_status_last_successful_time cronjobs gauge 2.5.0 - cronjob,namespace","kube_daemonset_annotations daemonsets gauge 2.2.0 - annotation_*,daemonset,namespace","kube_daemonset_created daemonsets gauge - - daemonset,namespace","kube_daemonset_deletion_timestamp daemonsets gauge 2.17.0 - daemonset,namespace","kube_daemonset_labels daemonsets gauge - - daemonset,label_*,namespace","kube_daemonset_metadata_generation daemonsets gauge - - daemonset,namespace","kube_daemonset_status_current_number_scheduled daemonsets gauge - - daemonset,namespace","kube_daemonset_status_desired_number_scheduled daemonsets gauge - - daemonset,namespace","kube_daemonset_status_number_available daemonsets gauge - - daemonset,namespace","kube_daemonset_status_number_misscheduled daemonsets gauge - - daemonset,namespace","kube_daemonset_status_number_ready daemonsets gauge - - daemonset,namespace","kube_daemonset_status_number_unavailable daemonsets gauge - - daemonset,namespace","kube_daemonset_status_observed_generation daemonsets gauge - - daemonset,namespace","kube_daemonset_status_updated_number_scheduled daemonsets gauge - - daemonset,namespace","kube_deployment_annotations deployments gauge 2.2.0 - annotation_*,deployment,namespace","kube_deployment_created deployments gauge - - deployment,namespace","kube_deployment_deletion_timestamp deployments gauge 2.17.0 - deployment,namespace","kube_deployment_labels deployments gauge - - deployment,label_*,namespace","kube_deployment_metadata_generation deployments gauge - - deployment,namespace","kube_deployment_owner deployments gauge 2.18.0 - deployment,namespace,owner_kind,owner_name","kube_deployment_spec_paused deployments gauge - - deployment,namespace","kube_deployment_spec_replicas deployments gauge - - deployment,namespace","kube_deployment_spec_strategy_rollingupdate_max_surge deployments gauge - - deployment,namespace","kube_deployment_spec_strategy_rollingupdate_max_unavailable deployments gauge - - deployment,namespace","kube_deployment_status_condition deployments gauge - - condition,deployment,namespace,reason,status","kube_deployment_status_observed_generation deployments gauge - - deployment,namespace","kube_deployment_status_replicas deployments gauge - - deployment,namespace","kube_deployment_status_replicas_available deployments gauge - - deployment,namespace","kube_deployment_status_replicas_ready deployments gauge 2.2.0 - deployment,namespace","kube_deployment_status_replicas_unavailable deployments gauge - - deployment,namespace","kube_deployment_status_replicas_updated deployments gauge - - deployment,namespace","kube_deployment_status_terminating_replicas deployments gauge 2.18.0 - deployment,namespace","kube_endpoint_address endpoints gauge 2.6.0 - endpoint,ip,namespace,port_name,port_number,port_protocol,ready","kube_endpoint_address_available endpoints gauge - 2.13.0 endpoint,namespace","kube_endpoint_address_not_ready endpoints gauge - 2.13.0 endpoint,namespace","kube_endpoint_annotations endpoints gauge 2.2.0 - annotation_*,endpoint,namespace","kube_endpoint_created endpoints gauge - - endpoint,namespace","kube_endpoint_info endpoints gauge - - endpoint,namespace","kube_endpoint_labels endpoints gauge - - endpoint,label_*,namespace","kube_endpoint_ports endpoints gauge 2.3.0 - endpoint,namespace,port_name,port_number,port_protocol","kube_endpointslice_annotations endpointslices gauge 2.8.0 - annotation_*,endpointslice,namespace","kube_endpointslice_created endpointslices gauge 2.8.0 - endpointslice,namespace","kube_endpointslice_endpoints endpointslices gauge 2.8.0 - address,endpoint_nodename,endpoint_zone,endpointslice,hostname,namespace,nodename,ready,serving,targetref_kind,targetref_name,targetref_namespace,terminating","kube_endpointslice_endpoints_hints endpointslices gauge 2.10.0 - address,endpointslice,for_zone,namespace","kube_endpointslice_info endpointslices gauge 2.8.0 - addresstype,endpointslice,namespace","kube_endpointslice_labels endpointslices gauge 2.8.0 - endpointslice,label_*,namespace","kube_endpointslice_ports endpointslices gauge 2.8.0 - endpointslice,namespace,port_name,port_number,port_protocol","kube_horizontalpodautoscaler_annotations horizontalpodautoscalers gauge 2.2.0 - annotation_*,horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_created horizontalpodautoscalers gauge 2.17.0 - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_deletion_timestamp horizontalpodautoscalers gauge 2.17.0 - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_info horizontalpodautoscalers gauge 2.3.0 - horizontalpodautoscaler,namespace,scaletargetref_api_version,scaletargetref_kind,scaletargetref_name","kube_horizontalpodautoscaler_labels horizontalpodautoscalers gauge - - horizontalpodautoscaler,label_*,namespace","kube_horizontalpodautoscaler_metadata_generation horizontalpodautoscalers gauge - - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_spec_behavior_scale_down_tolerance horizontalpodautoscalers gauge 2.20.0 - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_spec_behavior_scale_up_tolerance horizontalpodautoscalers gauge 2.20.0 - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_spec_max_replicas horizontalpodautoscalers gauge - - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_spec_min_replicas horizontalpodautoscalers gauge - - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_spec_target_metric horizontalpodautoscalers gauge - - container,horizontalpodautoscaler,metric_name,metric_target_type,namespace","kube_horizontalpodautoscaler_status_condition horizontalpodautoscalers gauge - - condition,horizontalpodautoscaler,namespace,status","kube_horizontalpodautoscaler_status_current_replicas horizontalpodautoscalers gauge - - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_status_desired_replicas horizontalpodautoscalers gauge - - horizontalpodautoscaler,namespace","kube_horizontalpodautoscaler_status_target_metric horizontalpodautoscalers gauge 2.6.0 - container,horizontalpodautoscaler,metric_name,metric_target_type,namespace","kube_ingress_annotations ingresses gauge 2.2.0 - annotation_*,ingress,namespace","kube_ingress_created ingresses gauge - - ingress,namespace","kube_ingress_info ingresses gauge - - ingress,ingressclass,namespace","kube_ingress_labels ingresses gauge - - ingress,label_*,namespace","kube_ingress_metadata_resource_version ingresses gauge - - ingress,namespace","kube_ingress_path ingresses gauge - - host,ingress,namespace,path,path_type,resource_api_group,resource_kind,resource_name,service_name,service_port","kube_ingress_tls ingresses gauge - - ingress,namespace,secret,tls_host","kube_ingressclass_annotations ingressclasses gauge 2.7.0 - annotation_*,ingressclass","kube_ingressclass_created ingressclasses gauge 2.7.0 - ingressclass","kube_ingressclass_info ingressclasses gauge 2.7.0 - controller,ingressclass","kube_ingressclass_labels ingressclasses gauge 2.7.0 - ingressclass,label_*","kube_job_annotations jobs gauge 2.2.0 - annotation_*,job_name,namespace","kube_job_complete jobs gauge - - condition,job_name,namespace","kube_job_created jobs gauge - - job_name,namespace","kube_job_failed jobs gauge - - condition,job_name,namespace","kube_job_info jobs gauge - - job_name,namespace","kube_job_labels jobs gauge - - job_name,label_*,namespace","kube_job_owner jobs gauge - - job_name,namespace,owner_is_controller,owner_kind,owner_name","kube_job_spec_active_deadline_seconds jobs gauge - - job_name,namespace","kube_job_spec_completions jobs gauge - - job_name,namespace","kube_job_spec_parallelism jobs gauge - - job_name,namespace","kube_job_status_active jobs gauge - - job_name,namespace","kube_job_status_completion_time jobs gauge - - job_name,namespace","kube_job_status_failed jobs gauge - - job_name,namespace,reason","kube_job_status_ready jobs gauge 2.18.0 - job_name,namespace","kube_job_status_start_time jobs gauge - - job_name,namespace","kube_job_status_succeeded jobs gauge - - job_name,namespace","kube_job_status_suspended jobs gauge 2.14.0 - job_name,namespace","kube_lease_owner leases gauge - - lease,lease_holder,namespace,owner_kind,owner_name","kube_lease_renew_time leases gauge - - lease,namespace","kube_limitrange limitranges gauge - - constraint,limitrange,namespace,resource,type","kube_limitrange_created limitranges gauge - - limitrange,namespace","kube_mutatingadmissionpolicy_created mutatingadmissionpolicies gauge 2.20.0 - mutatingadmissionpolicy,namespace","kube_mutatingadmissionpolicy_info mutatingadmissionpolicies gauge 2.20.0 - failure_policy,mutatingadmissionpolicy,namespace,param_api_version,param_kind,reinvocation_policy","kube_mutatingadmissionpolicybinding_created mutatingadmissionpolicybindings gauge 2.20.0 - mutatingadmissionpolicybinding,namespace","kube_mutatingadmissionpolicybinding_info mutatingadmissionpolicybindings gauge 2.20.0 - mutatingadmissionpolicybinding,namespace,param_name,param_namespace,param_not_found_action,policy_name","kube_mutatingwebhookconfiguration_created mutatingwebhookconfigurations gauge - - mutatingwebhookconfiguration,namespace","kube_mutatingwebhookconfiguration_info mutatingwebhookconfigurations gauge - - mutatingwebhookconfiguration,namespace","kube_mutatingwebhookconfiguration_metadata_resource_version mutatingwebhookconfigurations gauge - - mutatingwebhookconfiguration,namespace","kube_mutatingwebhookconfiguration_webhook_clientconfig_service mutatingwebhookconfigurations gauge 2.10.0 - mutatingwebhookconfiguration,namespace,service_name,service_namespace,webhook_name","kube_namespace_annotations namespaces gauge 2.2.0 - annotation_*,label_*,namespace","kube_namespace_created namespaces gauge - - namespace","kube_namespace_labels namespaces gauge - - label_*,namespace","kube_namespace_status_condition namespaces gauge - - condition,namespace,status","kube_namespace_status_phase namespaces gauge - - namespace,phase","kube_networkpolicy_annotations networkpolicies gauge 2.2.0 - annotation_*,namespace,networkpolicy","kube_networkpolicy_created networkpolicies gauge - - namespace,networkpolicy","kube_networkpolicy_labels networkpolicies gauge - - label_*,namespace,networkpolicy","kube_networkpolicy_spec_egress_rules networkpolicies gauge - - namespace,networkpolicy","kube_networkpolicy_spec_ingress_rules networkpolicies gauge - - namespace,networkpolicy","kube_node_annotations nodes gauge 2.2.0 - annotation_*,node","kube_node_created nodes gauge - - node","kube_node_deletion_timestamp nodes gauge 2.7.0 - node","kube_node_info nodes gauge - - container_runtime_version,internal_ip,kernel_version,kubelet_version,kubeproxy_version,node,os_image,pod_cidr,provider_id,system_uuid","kube_node_labels nodes gauge - - label_*,node","kube_node_role nodes gauge - - node,role","kube_node_spec_pod_cidrs nodes gauge 2.20.0 - node,pod_cidr","kube_node_spec_taint nodes gauge - - effect,key,node,value","kube_node_spec_unschedulable nodes gauge - - node","kube_node_status_addresses nodes gauge 2.11.0 - address,node,type","kube_node_status_allocatable nodes gauge - - node,resource,unit","kube_node_status_capacity nodes gauge - - node,resource,unit","kube_node_status_condition nodes gauge - - condition,node,status","kube_persistentvolume_access_mode persistentvolumes gauge 2.20.0 - access_mode,persistentvolume","kube_persistentvolume_annotations persistentvolumes gauge 2.2.0 - annotation_*,persistentvolume","kube_persistentvolume_capacity_bytes persistentvolumes gauge - - persistentvolume","kube_persistentvolume_claim_ref persistentvolumes gauge - - claim_namespace,name,persistentvolume","kube_persistentvolume_created persistentvolumes gauge 2.5.0 - persistentvolume","kube_persistentvolume_csi_attributes persistentvolumes gauge 2.11.0 - csi_map_options,csi_mounter,persistentvolume","kube_persistentvolume_deletion_timestamp persistentvolumes gauge 2.10.0 - persistentvolume","kube_persistentvolume_info persistentvolumes gauge - - azure_disk_name,csi_driver,csi_volume_handle,ebs_volume_id,fc_lun,fc_target_wwns,fc_wwids,gce_persistent_disk_name,host_path,host_path_type,iscsi_initiator_name,iscsi_iqn,iscsi_lun,iscsi_target_portal,local_fs,local_path,nfs_path,nfs_server,persistentvolume,reclaim_policy,storageclass","kube_persistentvolume_labels persistentvolumes gauge - - label_*,persistentvolume","kube_persistentvolume_status_phase persistentvolumes gauge - - persistentvolume,phase","kube_persistentvolume_volume_mode persistentvolumes gauge 2.13.0 - persistentvolume,volumemode","kube_persistentvolumeclaim_access_mode persistentvolumeclaims gauge - - access_mode,namespace,persistentvolumeclaim","kube_persistentvolumeclaim_annotations persistentvolumeclaims gauge 2.2.0 - annotation_*,namespace,persistentvolumeclaim","kube_persistentvolumeclaim_created persistentvolumeclaims gauge 2.5.0 - namespace,persistentvolumeclaim","kube_persistentvolumeclaim_deletion_timestamp persistentvolumeclaims gauge 2.10.0 - namespace,persistentvolumeclaim","kube_persistentvolumeclaim_info persistentvolumeclaims gauge - - namespace,persistentvolumeclaim,storageclass,volumemode,volumename","kube_persistentvolumeclaim_labels persistentvolumeclaims gauge - - label_*,namespace,persistentvolumeclaim","kube_persistentvolumeclaim_resource_requests_storage_bytes persistentvolumeclaims gauge - - namespace,persistentvolumeclaim","kube_persistentvolumeclaim_status_condition persistentvolumeclaims gauge - - condition,namespace,persistentvolumeclaim,status,type","kube_persistentvolumeclaim_status_phase persistentvolumeclaims gauge - - namespace,persistentvolumeclaim,phase","kube_pod_annotations pods gauge 2.2.0 - annotation_*,namespace,pod,uid","kube_pod_completion_time pods gauge - - namespace,pod,uid","kube_pod_container_info pods gauge - - container,container_id,image,image_id,image_spec,namespace,pod,uid","kube_pod_container_resource_limits pods gauge - - container,namespace,node,pod,resource,uid,unit","kube_pod_container_resource_requests pods gauge - - container,namespace,node,pod,resource,uid,unit","kube_pod_container_state_started pods gauge - - container,namespace,pod,uid","kube_pod_container_status_last_terminated_exitcode pods gauge 2.7.0 - container,namespace,pod,uid","kube_pod_container_status_last_terminated_reason pods gauge - - container,namespace,pod,reason,uid","kube_pod_container_status_last_terminated_timestamp pods gauge 2.12.0 - container,namespace,pod,uid","kube_pod_container_status_ready pods gauge - - container,namespace,pod,uid","kube_pod_container_status_restarts_total pods counter - - container,namespace,pod,uid","kube_pod_container_status_running pods gauge - - container,namespace,pod,uid","kube_pod_container_status_terminated pods gauge - - container,namespace,pod,uid","kube_pod_container_status_terminated_reason pods gauge - - container,namespace,pod,reason,uid","kube_pod_container_status_waiting pods gauge - - container,namespace,pod,uid","kube_pod_container_status_waiting_reason pods gauge - - container,namespace,pod,reason,uid","kube_pod_created pods gauge - - namespace,pod,uid","kube_pod_deletion_timestamp pods gauge - - namespace,pod,uid","kube_pod_info pods gauge - - created_by_kind,created_by_name,host_ip,host_network,namespace,node,pod,pod_ip,priority_class,uid","kube_pod_init_container_info pods gauge - - container,container_id,image,image_id,image_spec,namespace,pod,restart_policy,uid","kube_pod_init_container_resource_limits pods gauge - - container,namespace,node,pod,resource,uid,unit","kube_pod_init_container_resource_limits_cpu_cores pods gauge - 2.2.4 container,namespace,pod,uid","kube_pod_init_container_resource_limits_ephemeral_storage_bytes pods gauge - 2.2.4 container,namespace,pod,uid","kube_pod_init_container_resource_limits_memory_bytes pods gauge - 2.2.4 container,namespace,pod,uid","kube_pod_init_container_resource_limits_storage_bytes pods gauge - 2.2.4 container,namespace,pod,uid","kube_pod_init_container_resource_requests pods gauge - - container,namespace,node,pod,resource,uid,unit","kube_pod_init_container_resource_requests_cpu_cores pods gauge - 2.2.4 container,namespace,pod,uid","kube_pod_init_container_resource_requests_ephemeral_storage_bytes pods gauge - 2.2.4 container,namespace,pod,uid","kube_pod_init_container_resource_requests_memory_bytes pods gauge - 2.2.4 container,namespace,pod,uid","kube_pod_init_container_resource_requests_storage_bytes pods gauge - 2.2.4 container,namespace,pod,uid","kube_pod_init_container_state_started pods gauge 2.20.0 - container,namespace,pod,uid","kube_pod_init_container_status_last_terminated_exitcode pods gauge 2.20.0 - container,namespace,pod,uid","kube_pod_init_container_status_last_terminated_reason pods gauge - - container,namespace,pod,reason,uid","kube_pod_init_container_status_last_terminated_timestamp pods gauge 2.20.0 - container,namespace,pod,uid","kube_pod_init_container_status_ready pods gauge - - container,namespace,pod,uid","kube_pod_init_container_status_restarts_total pods counter - - container,namespace,pod,uid","kube_pod_init_container_status_running pods gauge - - container,namespace,pod,uid","kube_pod_init_container_status_terminated pods gauge - - container,namespace,pod,uid","kube_pod_init_container_status_terminated_reason pods gauge - - container,namespace,pod,reason,uid","kube_pod_init_container_status_waiting pods gauge - - container,namespace,pod,uid","kube_pod_init_container_status_waiting_reason pods gauge - - container,namespace,pod,reason,uid","kube_pod_ips pods gauge 2.5.0 - ip,ip_family,namespace,pod,uid","kube_pod_labels pods gauge - - label_*,namespace,pod,uid","kube_pod_nodeselectors pods gauge 2.4.2 - namespace,nodeselector_*,nodeselectors_*,pod,uid","kube_pod_overhead_cpu_cores pods gauge - - namespace,pod,uid","kube_pod_overhead_memory_bytes pods gauge - - namespace,pod,uid","kube_pod_owner pods gauge - - namespace,owner_is_controller,owner_kind,owner_name,pod,uid","kube_pod_resourceclaim_info pods gauge 2.20.0 - claim_name,namespace,pod,resourceclaim_name,resourceclaim_template_name,uid","kube_pod_restart_policy pods gauge - - namespace,pod,type,uid","kube_pod_runtimeclass_name_info pods gauge - - namespace,pod,runtimeclass_name,uid","kube_pod_scheduler pods gauge 2.11.0 - name,namespace,pod,uid","kube_pod_service_account pods gauge 2.10.0 - namespace,pod,service_account,uid","kube_pod_spec_volumes_persistentvolumeclaims_info pods gauge - - ephemeral,namespace,persistentvolumeclaim,pod,uid,volume","kube_pod_spec_volumes_persistentvolumeclaims_readonly pods gauge - - ephemeral,namespace,persistentvolumeclaim,pod,uid,volume","kube_pod_start_time pods gauge - - namespace,pod,uid","kube_pod_status_container_ready_time pods gauge 2.8.0 - namespace,pod,uid","kube_pod_status_disruption_reason pods gauge 2.20.0 - namespace,pod,reason,uid","kube_pod_status_initialized_time pods gauge 2.10.0 - namespace,pod,uid","kube_pod_status_phase pods gauge - - namespace,phase,pod,uid","kube_pod_status_qos_class pods gauge 2.8.0 - namespace,pod,qos_class,uid","kube_pod_status_ready pods gauge - - condition,namespace,pod,uid","kube_pod_status_ready_time pods gauge 2.8.0 - namespace,pod,uid","kube_pod_status_reason pods gauge - - namespace,pod,reason,uid","kube_pod_status_scheduled pods gauge - - condition,namespace,pod,uid","kube_pod_status_scheduled_time pods gauge - - namespace,pod,uid","kube_pod_status_unschedulable pods gauge - - namespace,pod,uid","kube_pod_status_unscheduled_time pods gauge 2.17.0 - namespace,pod,uid","kube_pod_tolerations pods gauge 2.6.0 - effect,key,namespace,operator,pod,toleration_seconds,uid,value","kube_poddisruptionbudget_annotations poddisruptionbudgets gauge 2.3.0 - annotation_*,namespace,poddisruptionbudget","kube_poddisruptionbudget_created poddisruptionbudgets gauge - - namespace,poddisruptionbudget","kube_poddisruptionbudget_deletion_timestamp poddisruptionbudgets gauge 2.17.0 - namespace,poddisruptionbudget","kube_poddisruptionbudget_labels poddisruptionbudgets gauge 2.3.0 - label_*,namespace,poddisruptionbudget","kube_poddisruptionbudget_status_current_healthy poddisruptionbudgets gauge - - namespace,poddisruptionbudget","kube_poddisruptionbudget_status_desired_healthy poddisruptionbudgets gauge - - namespace,poddisruptionbudget","kube_poddisruptionbudget_status_expected_pods poddisruptionbudgets gauge - - namespace,poddisruptionbudget","kube_poddisruptionbudget_status_observed_generation poddisruptionbudgets gauge - - namespace,poddisruptionbudget","kube_poddisruptionbudget_status_pod_disruptions_allowed poddisruptionbudgets gauge - - namespace,poddisruptionbudget","kube_replicaset_annotations replicasets gauge 2.2.0 - annotation_*,namespace,replicaset","kube_replicaset_created replicasets gauge - - namespace,replicaset","kube_replicaset_labels replicasets gauge - - label_*,namespace,replicaset","kube_replicaset_metadata_generation replicasets gauge - - namespace,replicaset","kube_replicaset_owner replicasets gauge - - namespace,owner_is_controller,owner_kind,owner_name,replicaset","kube_replicaset_spec_replicas replicasets gauge - - namespace,replicaset","kube_replicaset_status_fully_labeled_replicas replicasets gauge - - namespace,replicaset","kube_replicaset_status_observed_generation replicasets gauge - - namespace,replicaset","kube_replicaset_status_ready_replicas replicasets gauge - - namespace,replicaset","kube_replicaset_status_replicas replicasets gauge - - namespace,replicaset","kube_replicaset_status_terminating_replicas replicasets gauge 2.18.0 - namespace,replicaset","kube_replicationcontroller_created replicationcontrollers gauge - - namespace,replicationcontroller","kube_replicationcontroller_metadata_generation replicationcontrollers gauge - - namespace,replicationcontroller","kube_replicationcontroller_owner replicationcontrollers gauge - - namespace,owner_is_controller,owner_kind,owner_name,replicationcontroller","kube_replicationcontroller_spec_replicas replicationcontrollers gauge - - namespace,replicationcontroller","kube_replicationcontroller_status_available_replicas replicationcontrollers gauge - - namespace,replicationcontroller","kube_replicationcontroller_status_fully_labeled_replicas replicationcontrollers gauge - - namespace,replicationcontroller","kube_replicationcontroller_status_observed_generation replicationcontrollers gauge - - namespace,replicationcontroller","kube_replicationcontroller_status_ready_replicas replicationcontrollers gauge - - namespace,replicationcontroller","kube_replicationcontroller_status_replicas replicationcontrollers gauge - - namespace,replicationcontroller","kube_resourcequota resourcequotas gauge - - namespace,resource,resourcequota,type","kube_resourcequota_annotations resourcequotas gauge 2.10.0 - annotation_*,namespace,resourcequota","kube_resourcequota_created resourcequotas gauge - - namespace,resourcequota","kube_resourcequota_labels resourcequotas gauge 2.10.0 - label_*,namespace,resourcequota","kube_role_annotations roles gauge 2.6.0 - annotation_*,namespace,role","kube_role_created roles gauge 2.6.0 - namespace,role","kube_role_info roles gauge 2.6.0 - namespace,role","kube_role_labels roles gauge 2.6.0 - label_*,namespace,role","kube_role_metadata_resource_version roles gauge 2.6.0 - namespace,role","kube_rolebinding_annotations rolebindings gauge 2.6.0 - annotation_*,namespace,rolebinding","kube_rolebinding_created rolebindings gauge 2.6.0 - namespace,rolebinding","kube_rolebinding_info rolebindings gauge 2.6.0 - namespace,rolebinding,roleref_kind,roleref_name","kube_rolebinding_labels rolebindings gauge 2.6.0 - label_*,namespace,rolebinding","kube_rolebinding_metadata_resource_version rolebindings gauge 2.6.0 - namespace,rolebinding","kube_secret_annotations secrets gauge 2.2.0 - annotation_*,annotations_*,namespace,secret","kube_secret_created secrets gauge - - namespace,secret","kube_secret_info secrets gauge - - namespace,secret","kube_secret_labels secrets gauge - - label_*,namespace,secret","kube_secret_metadata_resource_version secrets gauge - - namespace,secret","kube_secret_owner secrets gauge 2.11.0 - namespace,owner_is_controller,owner_kind,owner_name,secret","kube_secret_type secrets gauge - - namespace,secret,type","kube_service_annotations services gauge 2.2.0 - annotation_*,namespace,service,uid","kube_service_created services gauge - - namespace,service,uid","kube_service_deletion_timestamp services gauge 2.17.0 - namespace,service,uid","kube_service_info services gauge - - cluster_ip,external_name,external_traffic_policy,load_balancer_ip,namespace,service,uid","kube_service_labels services gauge - - label_*,namespace,service,uid","kube_service_spec_external_ip services gauge - - external_ip,namespace,service,uid","kube_service_spec_type services gauge - - namespace,service,type,uid","kube_service_status_load_balancer_ingress services gauge - - hostname,ip,namespace,service,uid","kube_serviceaccount_annotations serviceaccounts gauge 2.6.0 - annotation_*,namespace,serviceaccount,uid","kube_serviceaccount_created serviceaccounts gauge 2.6.0 - namespace,serviceaccount,uid","kube_serviceaccount_deleted serviceaccounts gauge 2.6.0 - namespace,serviceaccount,uid","kube_serviceaccount_image_pull_secret serviceaccounts gauge 2.6.0 - name,namespace,serviceaccount,uid","kube_serviceaccount_info serviceaccounts gauge 2.6.0 - automount_token,namespace,serviceaccount,uid","kube_serviceaccount_labels serviceaccounts gauge 2.6.0 - label_*,namespace,serviceaccount,uid","kube_serviceaccount_secret serviceaccounts gauge 2.6.0 - name,namespace,serviceaccount,uid","kube_statefulset_annotations statefulsets gauge 2.2.0 - annotation_*,namespace,statefulset","kube_statefulset_created statefulsets gauge - - namespace,statefulset","kube_statefulset_deletion_timestamp statefulsets gauge 2.17.0 - namespace,statefulset","kube_statefulset_labels statefulsets gauge - - label_*,namespace,statefulset","kube_statefulset_metadata_generation statefulsets gauge - - namespace,statefulset","kube_statefulset_ordinals_start statefulsets gauge 2.9.0 - namespace,statefulset","kube_statefulset_persistentvolumeclaim_retention_policy statefulsets gauge 2.7.0 - namespace,statefulset,when_deleted,when_scaled","kube_statefulset_replicas statefulsets gauge - - namespace,statefulset","kube_statefulset_status_current_revision statefulsets gauge - - namespace,revision,statefulset","kube_statefulset_status_observed_generation statefulsets gauge - - namespace,statefulset","kube_statefulset_status_replicas statefulsets gauge - - namespace,statefulset","kube_statefulset_status_replicas_available statefulsets gauge 2.2.0 - namespace,statefulset","kube_statefulset_status_replicas_current statefulsets gauge - - namespace,statefulset","kube_statefulset_status_replicas_ready statefulsets gauge - - namespace,statefulset","kube_statefulset_status_replicas_updated statefulsets gauge - - namespace,statefulset","kube_statefulset_status_update_revision statefulsets gauge - - namespace,revision,statefulset","kube_storageclass_annotations storageclasses gauge 2.2.0 - annotation_*,storageclass","kube_storageclass_created storageclasses gauge - - storageclass","kube_storageclass_info storageclasses gauge - - provisioner,reclaim_policy,storageclass,volume_binding_mode","kube_storageclass_labels storageclasses gauge - - label_*,storageclass","kube_validatingadmissionpolicy_created validatingadmissionpolicies gauge 2.20.0 - namespace,validatingadmissionpolicy","kube_validatingadmissionpolicy_info validatingadmissionpolicies gauge 2.20.0 - failure_policy,namespace,param_api_version,param_kind,validatingadmissionpolicy","kube_validatingadmissionpolicybinding_created validatingadmissionpolicybindings gauge 2.20.0 - namespace,validatingadmissionpolicybinding","kube_validatingadmissionpolicybinding_info validatingadmissionpolicybindings gauge 2.20.0 - namespace,param_name,param_namespace,param_not_found_action,policy_name,validatingadmissionpolicybinding","kube_validatingadmissionpolicybinding_validation_action validatingadmissionpolicybindings gauge 2.20.0 - action,namespace,validatingadmissionpolicybinding","kube_validatingwebhookconfiguration_created validatingwebhookconfigurations gauge - - namespace,validatingwebhookconfiguration","kube_validatingwebhookconfiguration_info validatingwebhookconfigurations gauge - - namespace,validatingwebhookconfiguration","kube_validatingwebhookconfiguration_metadata_resource_version validatingwebhookconfigurations gauge - - namespace,validatingwebhookconfiguration","kube_validatingwebhookconfiguration_webhook_clientconfig_service validatingwebhookconfigurations gauge 2.10.0 - namespace,service_name,service_namespace,validatingwebhookconfiguration,webhook_name","kube_verticalpodautoscaler_annotations verticalpodautoscalers gauge 2.2.0 2.8.2 annotation_*,annotation_app,namespace,target_api_version,target_kind,target_name,verticalpodautoscaler","kube_verticalpodautoscaler_labels verticalpodautoscalers gauge - 2.8.2 label_*,label_app,namespace,target_api_version,target_kind,target_name,verticalpodautoscaler","kube_verticalpodautoscaler_spec_resourcepolicy_container_policies_maxallowed verticalpodautoscalers gauge - 2.8.2 container,namespace,resource,target_api_version,target_kind,target_name,unit,verticalpodautoscaler","kube_verticalpodautoscaler_spec_resourcepolicy_container_policies_minallowed verticalpodautoscalers gauge - 2.8.2 container,namespace,resource,target_api_version,target_kind,target_name,unit,verticalpodautoscaler","kube_verticalpodautoscaler_spec_updatepolicy_updatemode verticalpodautoscalers gauge - 2.8.2 namespace,target_api_version,target_kind,target_name,update_mode,verticalpodautoscaler","kube_verticalpodautoscaler_status_recommendation_containerrecommendations_lowerbound verticalpodautoscalers gauge - 2.8.2 container,namespace,resource,target_api_version,target_kind,target_name,unit,verticalpodautoscaler","kube_verticalpodautoscaler_status_recommendation_containerrecommendations_target verticalpodautoscalers gauge - 2.8.2 container,namespace,resource,target_api_version,target_kind,target_name,unit,verticalpodautoscaler","kube_verticalpodautoscaler_status_recommendation_containerrecommendations_uncappedtarget verticalpodautoscalers gauge - 2.8.2 container,namespace,resource,target_api_version,target_kind,target_name,unit,verticalpodautoscaler","kube_verticalpodautoscaler_status_recommendation_containerrecommendations_upperbound verticalpodautoscalers gauge - 2.8.2 container,namespace,resource,target_api_version,target_kind,target_name,unit,verticalpodautoscaler","kube_volumeattachment_created volumeattachments gauge - - volumeattachment","kube_volumeattachment_info volumeattachments gauge - - attacher,node,volumeattachment","kube_volumeattachment_labels volumeattachments gauge - - label_*,volumeattachment","kube_volumeattachment_spec_source_persistentvolume volumeattachments gauge - - volumeattachment,volumename","kube_volumeattachment_status_attached volumeattachments gauge - - volumeattachment","kube_volumeattachment_status_attachment_metadata volumeattachments gauge - - metadata_*,metadata_device_path,volumeattachment"]}');
// EXTERNAL MODULE: ./build/src/exporters/listed-in.js
var listed_in = __webpack_require__(47768);
// EXTERNAL MODULE: ./build/src/exporters/metric-list.js
var metric_list = __webpack_require__(48776);
// EXTERNAL MODULE: ./build/src/promql/anchored-regexp.js
var anchored_regexp = __webpack_require__(8330);
;// CONCATENATED MODULE: ./build/src/exporters/state-metrics-arguments.js

/** Comma-separated items of an argument that may be given more than once. */
const itemsOf = (program, name) => program
    .values(name)
    .flatMap((value) => value.split(","))
    .map((item) => item.trim())
    .filter((item) => item !== "");
/**
 * Whether one of the patterns of `--metric-allowlist` or `--metric-denylist` is found anywhere in the name; null where
 * one cannot be read here: newer releases take lookarounds.
 * https://github.com/kubernetes/kube-state-metrics/blob/v2.20.0/pkg/allowdenylist/allowdenylist.go
 */
const isListed = (name, patterns) => {
    const verdicts = patterns.map((pattern) => (0,anchored_regexp/* anchoredRegexp */.q)(`.*(?:${pattern}).*`)?.test(name) ?? null);
    return verdicts.includes(true) ? true : verdicts.includes(null) ? null : false;
};
/**
 * The labels of a resource that `--metric-labels-allowlist` or `--metric-annotations-allowlist` lets through, as
 * Prometheus sees them: `pods=[app,*]`. `*` as a resource stands for all and wins over every other. Null: it names
 * none.
 * https://github.com/kubernetes/kube-state-metrics/blob/v2.20.0/pkg/options/types.go
 */
const allowedLabels = (program, argument, resource, prefix) => {
    const lists = new Map();
    for (const value of program.values(argument))
        for (const [name, keys] of resourcesIn(value))
            lists.set(name.trim(), keys
                .split(",")
                .map((key) => key.trim())
                .filter((key) => key !== ""));
    const keys = lists.get("*") ?? lists.get(resource) ?? null;
    return keys === null || keys.length === 0 ? null : keys.map((key) => labelName(prefix, key));
};
/** The pairs of `pods=[app,team],nodes=[*]`. */
const resourcesIn = (value) => value
    .split("]")
    .slice(0, -1)
    .flatMap((part) => {
    const [before = "", keys, ...more] = part.split("=[");
    return keys === undefined || more.length > 0 ? [] : [[before.slice(before.lastIndexOf(",") + 1), keys]];
});
/** https://github.com/kubernetes/kube-state-metrics/blob/v2.20.0/internal/store/utils.go */
const labelName = (prefix, key) => {
    const star = key.indexOf("*");
    const name = (star === -1 ? key : key.slice(0, star))
        .replace(/[^a-zA-Z0-9_]/g, "_")
        .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
        .toLowerCase();
    return `${prefix}_${name}${star === -1 ? "" : "*"}`;
};

;// CONCATENATED MODULE: ./build/src/exporters/state-metrics.js







const list = (0,once/* once */.O)((_) => (0,metric_list/* metricList */.to)(kube_state_metrics_namespaceObject));
/** kube-state-metrics: the state of the cluster's objects. */
const stateMetrics = {
    name: "kube-state-metrics",
    image: "kube-state-metrics",
    prefix: "kube_",
    // OpenCost and Kubecost export metrics of the same names.
    alsoFrom: /cost|state-?metrics|\bksm\b/i,
    list: () => list(kube_state_metrics_namespaceObject),
    exported: (name, program) => {
        const metric = list(kube_state_metrics_namespaceObject).metric(name);
        return metric === undefined ? unlisted(name, program) : ofListed(metric, program);
    },
    // What a Job counts of its pods only rises as well, until the Job is gone.
    isTrueGauge: (name) => !/generation|resource_version|_created$|_time$|_timestamp|^kube_job_status_(?:failed|succeeded)$/.test(name),
};
/**
 * Other parts of Kubernetes have names that begin so: the API server, and the scheduler.
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/test/instrumentation/documentation/documentation-list.yaml
 */
const ofOthers = /^kube_(?:apiserver|state_metrics|customresource|pod_resource_(?:request|limit)$)/;
const unlisted = (name, program) => {
    const begin = `${(0,chart_exporter/* called */.A)(stateMetrics, program)} does not export `;
    if (ofOthers.test(name))
        return { status: "unknown", why: `${name} is none of kube-state-metrics' own` };
    const custom = ["custom-resource-state-config", "custom-resource-state-config-file", "config"].find((argument) => program.values(argument).length > 0);
    if (custom !== undefined)
        return { status: "unknown", why: `--${custom} may bring ${name}` };
    return (0,listed_in/* isCovered */.P)(stateMetrics, program) && program.plain
        ? { status: "no", begin, end: "", advice: null }
        : { status: "unknown", why: `of ${(0,chart_exporter/* called */.A)(stateMetrics, program)} is not known whether it exports ${name}` };
};
const ofListed = (metric, program) => {
    const release = (0,listed_in/* notInRelease */.u)(metric, stateMetrics, program);
    if (release !== null)
        return release;
    if (!program.plain || program.values("config").length > 0)
        return {
            status: "unknown",
            why: `the arguments of kube-state-metrics, which decide on ${metric.name}, cannot be read`,
        };
    return notWatched(metric, program) ?? notAllowed(metric, program) ?? ofObject(metric, program);
};
/** Objects of a kind that it does not watch. */
const notWatched = ({ parts: [resource = ""] }, program) => {
    const told = itemsOf(program, "resources");
    const watched = told.length > 0 ? new Set(told) : program.version === null ? null : (0,metric_list/* namedIn */.$P)(kube_state_metrics_namespaceObject.defaults, program.version);
    if (watched === null || watched.has(resource))
        return null;
    return {
        status: "no",
        begin: `kube-state-metrics does not watch ${resource}, so that it does not export `,
        end: "",
        advice: `Add ${resource} to the resources that kube-state-metrics watches (the chart's value kube-state-metrics.collectors)`,
    };
};
/** What the lists of metrics leave out, and what has to be opted into. */
const notAllowed = ({ name }, program) => {
    const [allow, deny] = [itemsOf(program, "metric-allowlist"), itemsOf(program, "metric-denylist")];
    const [allowed, denied] = [allow.length === 0 ? true : isListed(name, allow), isListed(name, deny)];
    if (allowed === false)
        return off("--metric-allowlist leaves out", `Add ${name} to kube-state-metrics.metricAllowlist`);
    if (denied === true)
        return off("--metric-denylist leaves out", `Take it out of kube-state-metrics.metricDenylist`);
    if (allowed === null || denied === null)
        return { status: "unknown", why: `whether the lists of kube-state-metrics let ${name} through cannot be told` };
    return kube_state_metrics_namespaceObject.optIn.includes(name) && !itemsOf(program, "metric-opt-in-list").includes(name)
        ? off("only --metric-opt-in-list turns on", `Add --metric-opt-in-list=${name} to kube-state-metrics.extraArgs`)
        : null;
};
const off = (how, advice) => ({
    status: "no",
    begin: `of kube-state-metrics ${how} `,
    end: "",
    advice,
});
/** The metrics of labels and annotations, which since 2.10.0 are there for those that are allowed alone. */
const ofObject = (metric, program) => {
    const kind = /_(label|annotation)s$/.exec(metric.name)?.[1];
    if (kind !== "label" && kind !== "annotation")
        return { status: "yes", metric, labels: metric.labels };
    const [argument, value] = kind === "label"
        ? ["metric-labels-allowlist", "metricLabelsAllowlist"]
        : ["metric-annotations-allowlist", "metricAnnotationsAllowList"];
    const [resource = ""] = metric.parts;
    const allowed = allowedLabels(program, argument, resource, kind);
    if (allowed === null && (program.version === null || (0,semver.compare)(program.version, "2.10.0") >= 0))
        return program.version === null
            ? { status: "unknown", why: `whether kube-state-metrics exports ${metric.name} hangs on its release` }
            : {
                status: "no",
                begin: `--${argument} of kube-state-metrics names no ${kind} of ${resource}, so that it does not export `,
                end: "",
                advice: `Name the ${kind}s that are read in the chart's value kube-state-metrics.${value}, e.g. \`${resource}=[\u2026]\``,
            };
    const own = metric.labels.filter((label) => label !== `${kind}_*`);
    return { status: "yes", metric, labels: [...own, ...(allowed ?? [])] };
};


/***/ },

/***/ 55658:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IC: () => (/* binding */ lineCount),
/* harmony export */   ct: () => (/* binding */ applyEdits),
/* harmony export */   pS: () => (/* binding */ collide)
/* harmony export */ });
/**
 * A line with the line break that ends it; the last one of a text may have none. Only a line feed ends a line, as for
 * every place that we tell.
 */
const lineWithBreak = /[^\n]*\n|[^\n]+$/g;
const lineBreak = /\r?\n$/;
const linesOf = (text) => text.match(lineWithBreak) ?? [];
/** How many lines a text has; a line break at its end begins no further one. */
const lineCount = (text) => linesOf(text).length;
/** Whether two edits want the same lines, each its own way. */
const collide = (a, b) => a.file === b.file && a.startLine <= b.endLine && b.startLine <= a.endLine && !isSame(a, b);
const isSame = (a, b) => a.startLine === b.startLine && a.endLine === b.endLine && a.text === b.text;
/**
 * One file's text with its edits, of which no two may collide; what several findings want alike is done once. A
 * byte-order mark, the line breaks and whether the last line has one stay as they are.
 */
const applyEdits = (text, edits) => {
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    const lines = [...linesOf(text.slice(mark.length))];
    const kept = edits.filter((edit, index) => edits.findIndex((other) => isSame(edit, other)) === index);
    for (const [index, edit] of kept.entries()) {
        const other = kept.slice(0, index).find((earlier) => collide(earlier, edit));
        if (other !== undefined)
            throw new Error(`Two edits of ${edit.file}, line ${edit.startLine}`);
        if (edit.startLine < 1 || edit.endLine > lines.length)
            throw new Error(`${edit.file} has no line ${edit.endLine}`);
    }
    // From the last line to the first: what comes before an edit keeps its number.
    for (const edit of kept.toSorted((a, b) => b.startLine - a.startLine))
        lines.splice(edit.startLine - 1, edit.endLine - edit.startLine + 1, replacement(lines, edit));
    return mark + lines.join("");
};
/** New lines end as the first one that they replace does; the last of them as the last did. */
const replacement = (lines, { startLine, endLine, text }) => {
    const breakOf = (line) => lineBreak.exec(lines[line - 1] ?? "")?.[0] ?? "";
    const within = breakOf(startLine) || breakOf(startLine - 1) || "\n";
    // A check may have taken its text from a line that ends with a carriage return.
    return text.split(/\r?\n/).join(within).replace(/\r$/, "") + breakOf(endLine);
};


/***/ },

/***/ 35582:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ changedScalars)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_pointer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96681);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _text_parse_yaml_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30260);
/* harmony import */ var _apply_edits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(55658);




/** Characters: what people write is shorter, and each repair is tried on the whole file. */
const largest = 200_000;
/**
 * Every scalar of a file that these edits of it change, as its readers see it: what an anchor names changes wherever
 * its alias stands. Null where the file would not be read then, or is too large to be tried.
 */
const changedScalars = (file, edits) => {
    if (file.text.length > largest)
        return null;
    const [before, after] = [file.text, (0,_apply_edits_js__WEBPACK_IMPORTED_MODULE_1__/* .applyEdits */ .ct)(file.text, edits)].map((text) => (0,_text_parse_yaml_js__WEBPACK_IMPORTED_MODULE_0__/* .parseYaml */ .h)(text, file.file));
    if (before === undefined || after === undefined || after.errors.length > before.errors.length)
        return null;
    const changed = [];
    compare(valuesOf(before), valuesOf(after), [], changed);
    return changed;
};
const valuesOf = ({ documents }) => documents.map(({ value }) => value);
const compare = (before, after, path, changed) => {
    if (before === after)
        return;
    const [keys, others] = [keysOf(before), keysOf(after)];
    // A map in the place of nothing is what it holds.
    if ((keys ?? others) === null || (keys === null && before !== undefined) || (others === null && after !== undefined))
        changed.push({ pointer: (0,_kubernetes_json_pointer_js__WEBPACK_IMPORTED_MODULE_2__/* .toPointer */ .rb)(path), before, after });
    else
        for (const key of new Set([...(keys ?? []), ...(others ?? [])]))
            compare(innerOf(before, key), innerOf(after, key), [...path, key], changed);
};
const keysOf = (value) => Array.isArray(value) || (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(value) ? Object.keys(value) : null;
const innerOf = (value, key) => typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? value[key]
    : undefined;


/***/ },

/***/ 25954:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ labelFix)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_json_pointer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(96681);
/* harmony import */ var _kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34267);
/* harmony import */ var _kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(51704);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _render_kustomize_tree_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(151);
/* harmony import */ var _text_line_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65028);
/* harmony import */ var _changed_scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35582);
/* harmony import */ var _scalar_edit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(68297);









/**
 * The smallest edit of the tree after which the selector selects the object; null where there is none that is certain.
 */
const labelFix = (object, selector, world) => {
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(selector) || (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_4__/* .selectorProblem */ .fY)(selector) !== null)
        return null;
    const labels = (0,_kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_5__/* .labelsOf */ .P)(object.body);
    const failed = (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_4__/* .requirementsOf */ .CG)(selector).filter((requirement) => !(0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_4__/* .holds */ .v9)(requirement, labels));
    // What must not be there may be wanted by something else: that is for a person to decide.
    if (failed.some(({ operator }) => operator === "NotIn" || operator === "DoesNotExist"))
        return null;
    const wanted = failed.map(({ key, values }) => [key, values[0] ?? "true"]);
    const missing = wanted.filter(([key]) => !Object.hasOwn(labels, key));
    const wrong = wanted.filter(([key]) => Object.hasOwn(labels, key));
    const edits = [
        ...(missing.length === 0 ? [] : [added(object, missing, world)]),
        ...wrong.map(([key, value]) => (0,_scalar_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .scalarEdit */ .N2)(object, ["metadata", "labels", key], { old: labels[key] ?? "", value }, world)),
    ];
    const complete = edits.filter((edit) => edit !== null);
    const lines = new Set(complete.map(({ file, startLine }) => `${file}:${startLine}`));
    if (edits.length === 0 || complete.length < edits.length || lines.size < edits.length)
        return null;
    return { description: describe(missing, wrong), edits: complete };
};
const describe = (missing, wrong) => {
    const words = (labels) => labels.map(([key, value]) => `\`${key}: ${value}\``).join(" and ");
    const add = missing.length === 0 ? "" : `Add the label ${words(missing)}`;
    const change = wrong.length === 0 ? "" : `${add === "" ? "Set" : " and set"} the label ${words(wrong)}`;
    return `${add}${change}; \`labels\` in the kustomization can do it for all objects of the folder.`;
};
/** The label in the object's own file, where nothing else gets it: only there is it certain. */
const added = (object, labels, world) => {
    const source = sourceOf(object, world);
    const edit = source === null ? null : insertion(source, labels);
    if (source === null || edit === null)
        return null;
    const place = [source.yaml.documents.indexOf(source.source.document), ...source.source.prefix, "metadata", "labels"];
    const meant = new Map(labels.map(([key, value]) => [(0,_kubernetes_json_pointer_js__WEBPACK_IMPORTED_MODULE_6__/* .toPointer */ .rb)([...place, key]), value]));
    const changed = (0,_changed_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .changedScalars */ .u)(source.yaml, [edit]);
    const isMeant = changed?.every(({ pointer, before, after }) => before === undefined && meant.get(pointer) === after);
    return changed?.length === meant.size && isMeant === true ? edit : null;
};
const insertion = (source, labels) => {
    const { yaml, source: written } = source;
    const { file } = yaml;
    const json = file.endsWith(".json");
    const has = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(written.value, ["metadata", "labels"]);
    if (has !== undefined && has !== null && !(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(has))
        return null;
    const place = written.document.locate([...written.prefix, "metadata", ...((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(has) ? ["labels"] : ["name"])]);
    const line = (0,_text_line_of_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(yaml, place.line);
    const edit = (text) => ({ file, startLine: place.line, endLine: place.line, text });
    const pairs = labels.map(([key, value]) => json ? `${JSON.stringify(key)}: ${JSON.stringify(value)}` : `${(0,_scalar_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .writePlainScalar */ .uS)(key)}: ${(0,_scalar_edit_js__WEBPACK_IMPORTED_MODULE_2__/* .writePlainScalar */ .uS)(value)}`);
    const before = line.slice(0, place.column - 1);
    const rest = line.slice(place.column - 1);
    if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(has)) {
        if (rest.startsWith("{"))
            return edit(`${before}{${pairs.join(", ")}${rest.startsWith("{}") ? "" : ", "}${rest.slice(1)}`);
        // A block's first label: the new ones stand before it, in its column.
        return /^ *$/.test(before) ? edit([...pairs.map((pair) => before + pair), line].join("\n")) : null;
    }
    // Of `labels:` without a value there is no place for the first one.
    if (has === null)
        return null;
    const name = /^( *)name:/.exec(line);
    if (json || name === null)
        return null;
    const indent = name[1] ?? "";
    return edit([line, `${indent}labels:`, ...pairs.map((pair) => `${indent}  ${pair}`)].join("\n"));
};
/** The object as written; its `kind` is what no kustomization changes. */
const sourceOf = (object, world) => {
    const origin = object.manifest?.origin;
    if (origin?.from !== "kustomize" || origin.generated)
        return null;
    const yaml = world.file(origin.file);
    const at = object.locate(["kind"]);
    if (yaml === null || at === null || at.file !== origin.file)
        return null;
    const source = sourcesOf(yaml)(object.ref.kind).get(placeText(at));
    return source === undefined ? null : { yaml, source };
};
const placeText = ({ line, column }) => `${line}:${column}`;
/**
 * The objects of one kind in a file, by the place of their `kind`: a file may hold hundreds, each
 * of which asks for its own.
 */
const sourcesOf = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_7__/* .once */ .O)((yaml) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_7__/* .once */ .O)((kind) => new Map((0,_render_kustomize_tree_js__WEBPACK_IMPORTED_MODULE_8__/* .writtenObjectsIn */ .x)(yaml)
    .filter(({ value }) => value["kind"] === kind)
    .map((source) => [placeText(source.document.locate([...source.prefix, "kind"])), source]))));


/***/ },

/***/ 68297:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ scalarChange),
/* harmony export */   N2: () => (/* binding */ scalarEdit),
/* harmony export */   uS: () => (/* binding */ writePlainScalar)
/* harmony export */ });
/* harmony import */ var _text_line_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65028);
/* harmony import */ var _changed_scalars_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35582);


/**
 * Puts another scalar in the place of the one at `path`, in the file that sets it; null where that file is not of the
 * tree, or does not have `old` there.
 */
const scalarEdit = (object, path, change, world) => {
    const place = object.locate(path);
    return place === null ? null : scalarChange(place, change, world);
};
/** The same for the scalar that begins at a place; null also where that would change any other one. */
const scalarChange = (place, { old, value }, world) => {
    const file = world.file(place.file);
    if (file === null)
        return null;
    const line = (0,_text_line_of_js__WEBPACK_IMPORTED_MODULE_0__/* .lineOf */ .cA)(file, place.line);
    const rest = line.slice(place.column - 1);
    const written = [old, JSON.stringify(old), `'${old}'`].find((text) => text !== "" && rest.startsWith(text));
    if (written === undefined || /^[\w.-]/.test(rest.slice(written.length)))
        return null;
    const put = written === old ? writePlainScalar(value) : JSON.stringify(value);
    const text = line.slice(0, place.column - 1) + put + rest.slice(written.length);
    const edit = { file: place.file, startLine: place.line, endLine: place.line, text };
    return (0,_changed_scalars_js__WEBPACK_IMPORTED_MODULE_1__/* .changedScalars */ .u)(file, [edit])?.length === 1 ? edit : null;
};
/** A string as a YAML scalar that every reader takes for a string: quoted where plain it could be anything else. */
const writePlainScalar = (text) => /^(?:[A-Za-z][A-Za-z0-9_./-]*|[0-9]+(?:ms|[smhdwy]))$/.test(text) &&
    !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text)
    ? text
    : JSON.stringify(text);


/***/ },

/***/ 42785:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ componentKinds),
/* harmony export */   m: () => (/* binding */ workloadsOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30330);
/* harmony import */ var _render_render_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54371);


/** The components that a kube-prometheus-stack is made of. */
const componentKinds = [
    {
        name: "Prometheus",
        loss: "nothing scrapes a metric or evaluates a rule",
        charts: ["prometheus"],
        enabled: ["prometheus", "enabled"],
        replicas: ["prometheus", "prometheusSpec", "replicas"],
        // The chart's `agentMode` makes a PrometheusAgent instead.
        is: ({ ref }) => (ref.kind === "Prometheus" || ref.kind === "PrometheusAgent") &&
            ref.apiVersion.startsWith("monitoring.coreos.com/"),
    },
    {
        name: "Grafana",
        loss: "no dashboard is shown",
        charts: ["grafana", "grafana-operator"],
        enabled: ["grafana", "enabled"],
        replicas: ["grafana", "replicas"],
        is: (manifest) => runs(manifest, ["grafana"], ["grafana", "grafana-oss", "grafana-enterprise"]) ||
            (manifest.ref.kind === "Grafana" && manifest.ref.apiVersion.startsWith("grafana.integreatly.org/")),
    },
    {
        name: "Alertmanager",
        loss: "no alert reaches anybody",
        charts: ["alertmanager"],
        enabled: ["alertmanager", "enabled"],
        replicas: ["alertmanager", "alertmanagerSpec", "replicas"],
        is: ({ ref }) => ref.kind === "Alertmanager" && ref.apiVersion.startsWith("monitoring.coreos.com/"),
    },
    {
        name: "node exporter",
        loss: "no metric of the nodes' hardware and operating system exists",
        charts: ["prometheus-node-exporter"],
        enabled: ["nodeExporter", "enabled"],
        replicas: null,
        is: (manifest) => runs(manifest, ["prometheus-node-exporter", "node-exporter"], ["node-exporter"]),
    },
    {
        name: "kube-state-metrics",
        loss: "no metric of Kubernetes objects (kube_\u2026) exists",
        charts: ["kube-state-metrics"],
        enabled: ["kubeStateMetrics", "enabled"],
        replicas: ["kube-state-metrics", "replicas"],
        is: (manifest) => runs(manifest, ["kube-state-metrics"], ["kube-state-metrics"]),
    },
];
/** The objects of a render that run a component, and whether each is meant to run at all: zero replicas are none. */
const workloadsOf = (render, kind) => (0,_render_render_js__WEBPACK_IMPORTED_MODULE_0__/* .allManifests */ .m)(render)
    .filter((manifest) => kind.is(manifest))
    .map((manifest) => ({ manifest, enabled: (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(manifest.body, ["spec", "replicas"]) !== 0 }));
const workloadKinds = new Set(["Deployment", "StatefulSet", "DaemonSet"]);
/**
 * By the recommended name label, or by the image: a mirror changes the image's folder, rarely its
 * name, and never the label.
 */
const runs = ({ ref, body }, labels, images) => {
    if (!workloadKinds.has(ref.kind))
        return false;
    const label = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(body, ["metadata", "labels", "app.kubernetes.io/name"]);
    if (typeof label === "string" && labels.includes(label))
        return true;
    return imagesOf(body).some((image) => images.includes(baseName(image)));
};
const imagesOf = (body) => {
    const containers = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(body, ["spec", "template", "spec", "containers"]);
    if (!Array.isArray(containers))
        return [];
    return containers.map((container) => ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(container) ? String(container["image"] ?? "") : ""));
};
/** `quay.io:443/prometheus/node-exporter:v1.12.1@sha256:\u2026` -> `node-exporter`. */
const baseName = (image) => image.split("@")[0]?.split("/").at(-1)?.split(":")[0] ?? "";


/***/ },

/***/ 51619:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ dashboardAreas)
});

// EXTERNAL MODULE: ./build/src/promql/gpu-metric-name.js
var gpu_metric_name = __webpack_require__(27483);
;// CONCATENATED MODULE: ./build/src/inventory/gpu-metric.js

/**
 * Strings and comments of a PromQL expression: what stands in them is not a metric that it reads. One
 * without an end has the rest.
 */
const stringOrComment = /"(?:\\.|[^"\\])*(?:"|\\?$)|'(?:\\.|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)|#[^\n]*/gs;
/** Label lists: `DCGM_FI_DRIVER_VERSION` is also a label that the exporter puts on its metrics. */
const labelList = /\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^()]*\)|\{[^{}]*\}/gi;
/** The two places in which a string names a metric: `{__name__="\u2026"}` and, since Prometheus 3, `{"\u2026"}`. */
const beforeName = /(?:__name__\s*=~?|\{)\s*$/;
/** Blanks between a name and its string; more nobody writes. */
const farthest = 100;
const word = /[a-zA-Z_:][a-zA-Z0-9_:]*/g;
/** The words of a PromQL expression that can be metric names: neither in strings, comments nor label lists. */
const metricWords = (expression) => {
    const named = [];
    const bare = expression
        .replace(stringOrComment, (text, offset) => {
        if (!text.startsWith("#") && beforeName.test(expression.slice(Math.max(0, offset - farthest), offset)))
            named.push(text.slice(1, -1));
        return " ";
    })
        .replace(labelList, " ");
    return [...named, ...(bare.match(word) ?? [])];
};
/** True where a PromQL expression reads a metric of the DCGM exporter. */
const readsGpuMetric = (expression) => 
// Of the 600 in the chart's dashboards none holds it, and to take them apart takes 4 ms.
expression.includes("DCGM_") && metricWords(expression).some(gpu_metric_name/* isGpuMetric */.$);

;// CONCATENATED MODULE: ./build/src/inventory/dashboard-areas.js

const chartDashboards = ["grafana", "defaultDashboardsEnabled"];
const dashboardAreas = [
    {
        area: "cluster",
        name: "an overview of the Kubernetes cluster",
        values: [chartDashboards],
        // One side of the cluster (its network, its nodes) is no overview of it.
        covers: titledAndReading(/^(?!.*\b(?:networking|node exporter|multi-cluster)\b).*\bcluster\b/i, /^(?:kube_|container_|node_|node:|cluster:|namespace_|instance:node)/),
    },
    {
        area: "node",
        name: "the nodes",
        values: [chartDashboards, ["nodeExporter", "enabled"]],
        // The chart's dashboards for other operating systems show nothing of a Linux node.
        covers: titledAndReading(/^(?!.*\b(?:aix|macos|darwin)\b).*\b(?:nodes?|hosts?|machines?|linux)\b/i, /^(?:node_|node:|instance:node|kube_node_)/),
    },
    {
        area: "pod",
        name: "the pods",
        values: [chartDashboards],
        covers: titledAndReading(/\bpods?\b/i, /^(?:container_|kube_pod_|namespace_|node_namespace_pod)/),
    },
    {
        area: "api-server",
        name: "the API server",
        values: [chartDashboards, ["kubeApiServer", "enabled"]],
        covers: titledAndReading(/\bapi[- ]?server\b/i, /^apiserver_|:apiserver_/),
    },
    {
        area: "gpu",
        name: "the GPUs",
        values: [],
        covers: ({ expressions }) => expressions.some(readsGpuMetric),
    },
];
function titledAndReading(title, metric) {
    return (dashboard) => title.test(dashboard.title) &&
        dashboard.expressions.some((expression) => metricWords(expression).some((name) => metric.test(name)));
}


/***/ },

/***/ 44648:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ downloadsDashboards),
/* harmony export */   v: () => (/* binding */ dashboardsOf)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _render_render_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54371);



/** The label by which the chart's sidecar finds dashboards, unless its values name another. */
const defaultLabel = "grafana_dashboard";
/** The label of the ConfigMaps that the Grafana chart makes of its value `dashboards`. */
const providerLabel = "dashboard-provider";
/**
 * Every dashboard in the render's ConfigMaps and Secrets that carry a label by which Grafana gets dashboards. The check
 * and the report ask for them: a megabyte of JSON is read once.
 */
const dashboardsOf = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)((render) => {
    const manifests = (0,_render_render_js__WEBPACK_IMPORTED_MODULE_1__/* .allManifests */ .m)(render);
    const labels = new Set([defaultLabel, providerLabel, ...sidecarLabels(manifests)]);
    return manifests
        .filter((manifest) => isCarrier(manifest, labels))
        .flatMap((manifest) => textsOf(manifest).flatMap((text) => readDashboard(manifest, text)));
});
/**
 * True where Grafana downloads dashboards when it starts (`gnetId` or `url` in the chart's value `dashboards`, `*.url`
 * keys of the sidecar): nobody can see from the tree what is in them.
 */
const downloadsDashboards = (render) => (0,_render_render_js__WEBPACK_IMPORTED_MODULE_1__/* .allManifests */ .m)(render).some(({ ref, body }) => ref.kind === "ConfigMap" &&
    Object.entries(objectAt(body, "data")).some(([key, text]) => (key === "download_dashboards.sh" && String(text).includes("curl")) ||
        (key.endsWith(".url") && (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(body, ["metadata", "labels", defaultLabel]) !== undefined)));
const sidecarLabels = (manifests) => manifests
    .flatMap(({ body }) => arrayOf((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(body, ["spec", "template", "spec", "containers"])))
    .filter((container) => String(container["name"] ?? "").includes("sc-dashboard"))
    .flatMap((container) => arrayOf(container["env"]))
    .filter(({ name, value }) => name === "LABEL" && typeof value === "string")
    .map(({ value }) => String(value));
const isCarrier = ({ ref, body }, labels) => (ref.kind === "ConfigMap" || ref.kind === "Secret") &&
    Object.keys(asObject((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(body, ["metadata", "labels"]))).some((label) => labels.has(label));
const textsOf = ({ body }) => [...Object.values(objectAt(body, "data")), ...Object.values(objectAt(body, "stringData"))].flatMap((value) => {
    if (typeof value !== "string")
        return [];
    return body["kind"] === "Secret" && !value.trimStart().startsWith("{") ? [fromBase64(value)] : [value];
});
const fromBase64 = (text) => Buffer.from(text, "base64").toString("utf8");
/** No dashboard where the text is not one: whether it should be is another check's business. */
const readDashboard = (manifest, text) => {
    if (!text.trimStart().startsWith("{"))
        return [];
    let body;
    try {
        body = JSON.parse(text);
    }
    catch {
        return [];
    }
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(body))
        return [];
    const title = body["title"] ?? (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(body, ["spec", "title"]);
    return typeof title === "string" ? [{ title, manifest, expressions: expressionsIn(body) }] : [];
};
/**
 * `expr` is where every generation of the dashboard format keeps a panel's PromQL; `query` and `definition` hold that
 * of variables. A list instead of recursion: text of a pull request may be nested deeper than any call stack.
 */
const expressionsIn = (dashboard) => {
    const expressions = [];
    const waiting = [dashboard];
    for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
        if (value === null || typeof value !== "object")
            continue;
        // No list of pairs: the chart's dashboards have 17,000 values.
        for (const key of Object.keys(value)) {
            const inner = value[key];
            if (typeof inner === "string") {
                if (expressionKeys.has(key))
                    expressions.push(inner);
            }
            else if (inner !== undefined)
                waiting.push(inner);
        }
    }
    return expressions;
};
const expressionKeys = new Set(["expr", "query", "definition"]);
const asObject = (value) => ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? value : {});
const objectAt = (body, key) => asObject(body[key]);
const arrayOf = (value) => Array.isArray(value) ? value.filter(_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G) : [];


/***/ },

/***/ 35905:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ components),
/* harmony export */   n: () => (/* binding */ defaultDashboards)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53325);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52615);
/* harmony import */ var _components_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42785);
/* harmony import */ var _dashboard_areas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51619);
/* harmony import */ var _dashboards_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44648);





/** Each component of the stack, and whether the render runs it. */
const components = (render) => _components_js__WEBPACK_IMPORTED_MODULE_0__/* .componentKinds */ .f.map((kind) => {
    const workloads = (0,_components_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadsOf */ .m)(render, kind);
    return { name: kind.name, present: workloads.some(({ enabled }) => enabled), resources: workloads.length };
});
/** The dashboards found for each area that a user counts on, sorted by title. */
const defaultDashboards = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((render) => {
    const dashboards = (0,_dashboards_js__WEBPACK_IMPORTED_MODULE_2__/* .dashboardsOf */ .v)(render);
    return _dashboard_areas_js__WEBPACK_IMPORTED_MODULE_1__/* .dashboardAreas */ .Z.map(({ area, covers }) => ({
        area,
        found: dashboards
            .filter(covers)
            .map(({ title, manifest: { origin } }) => ({
            title,
            from: origin.from === "chart" ? "chart" : origin.layer,
        }))
            .sort((a, b) => (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .compare */ .UD)(a.title, b.title) || (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .compare */ .UD)(a.from, b.from)),
    }));
});


/***/ },

/***/ 51704:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ labelsOf)
/* harmony export */ });
/* harmony import */ var _json_word_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(71706);

/** The labels of an object; values that are no strings as text. */
const labelsOf = (body) => stringMap(metadata(body)["labels"]);
const metadata = (body) => (isMap(body["metadata"]) ? body["metadata"] : {});
const isMap = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const stringMap = (value) => isMap(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, (0,_json_word_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonWord */ .b)(inner)])) : {};


/***/ },

/***/ 80842:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ quantityOf)
/* harmony export */ });
const form = /^([+-]?(?:\d{1,40}(?:\.\d{0,40})?|\.\d{1,40}))(?:([eE][+-]?\d{1,3})|([numkMGTPE]|[KMGTPE]i)?)$/;
const factors = {
    ...{ n: 1e-9, u: 1e-6, m: 1e-3, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 },
    ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50, Ei: 2 ** 60 },
};
/**
 * The number that a quantity stands for (`10Gi`, `0.5`, `1e3`, also a plain number); null for anything else. To the
 * precision of a double. https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
 */
const quantityOf = (value) => {
    if (typeof value === "number")
        return value;
    const match = typeof value === "string" ? form.exec(value) : null;
    if (match === null)
        return null;
    const [, digits = "", exponent = "", suffix = ""] = match;
    return Number(`${digits}${exponent}`) * (factors[suffix] ?? 1);
};


/***/ },

/***/ 7278:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ withoutPointers)
/* harmony export */ });
/* harmony import */ var _json_pointer_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96681);
/* harmony import */ var _manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30330);


/** The object without the values at these pointers. */
const withoutPointers = (object, pointers) => {
    let left = object;
    for (const pointer of pointers)
        left = removed(left, (0,_json_pointer_js__WEBPACK_IMPORTED_MODULE_0__/* .fromPointer */ .kU)(pointer));
    return (0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(left) ? left : {};
};
const removed = (value, [step, ...rest]) => {
    if (step === undefined)
        return {};
    if (Array.isArray(value))
        return value.map((item, index) => String(index) !== step ? item : rest.length === 0 ? null : removed(item, rest));
    if (!(0,_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(value) || !Object.hasOwn(value, step))
        return value;
    const { [step]: inner, ...others } = value;
    return rest.length === 0 ? others : { ...others, [step]: removed(inner ?? null, rest) };
};


/***/ },

/***/ 8330:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ anchoredRegexp)
/* harmony export */ });
/* harmony import */ var _compile_re2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8961);

/** Compiles as Prometheus does; null where RE2 refuses the pattern. */
const anchoredRegexp = (pattern) => {
    const known = compiled.get(pattern);
    if (known !== undefined)
        return known;
    const fresh = compile(pattern);
    if (compiled.size >= maxCompiled)
        compiled.clear();
    compiled.set(pattern, fresh);
    return fresh;
};
/** A generated scrape configuration repeats the same few dozen patterns for every monitor. */
const compiled = new Map();
const maxCompiled = 5_000;
const compile = (pattern) => {
    if (literal.test(pattern))
        return wordRegexp(pattern);
    const words = choice.exec(pattern);
    if (words !== null)
        return choiceRegexp(words[1] ?? "", words[2] ?? "");
    if (pattern === "(.*)" || pattern === "(.+)")
        return wholeRegexp(pattern === "(.+)" ? 1 : 0);
    try {
        const regexp = (0,_compile_re2_js__WEBPACK_IMPORTED_MODULE_0__/* .compileRe2 */ .X)(`^(?s:${pattern})$`);
        return {
            test: (text) => regexp.test(text),
            expand: (template, text) => {
                const matcher = regexp.matcher(text);
                if (!matcher.find())
                    return null;
                const named = matcher.getNamedGroups();
                const count = matcher.groupCount();
                return expandTemplate(template, (name) => {
                    if (!/^\d+$/.test(name))
                        return named[name] ?? "";
                    return Number(name) <= count ? (matcher.group(Number(name)) ?? "") : "";
                });
            },
        };
    }
    catch {
        return null;
    }
};
/** Names of ports and labels: by far the most patterns, and no pattern at all. */
const literal = /^[A-Za-z0-9_;-]*$/;
const wordRegexp = (word) => ({
    test: (text) => text === word,
    expand: (template, text) => text === word ? expandTemplate(template, (name) => (/^0+$/.test(name) ? text : "")) : null,
});
/** What the operator makes of a selector's values, e.g. `(a|b);true`: every monitor's is held against every Service. */
const choice = /^\(([A-Za-z0-9_|-]*)\)([A-Za-z0-9_;-]*)$/;
const choiceRegexp = (alternatives, rest) => {
    const words = new Set(alternatives.split("|").map((word) => word + rest));
    return {
        test: (text) => words.has(text),
        expand: (template, text) => words.has(text)
            ? expandTemplate(template, (name) => {
                if (/^0+$/.test(name))
                    return text;
                return /^0*1$/.test(name) ? text.slice(0, text.length - rest.length) : "";
            })
            : null,
    };
};
/** The pattern of most relabelings, and the operator's own: all of a text of at least so many characters. */
const wholeRegexp = (least) => ({
    test: (text) => text.length >= least,
    expand: (template, text) => text.length < least ? null : expandTemplate(template, (name) => (/^0*[01]$/.test(name) ? text : "")),
});
/**
 * Go's `Regexp.Expand`: the longest name after `$` counts, so `$1x` is the group `1x`; `$$` is a dollar;
 * anything else stays as it is.
 */
const expandTemplate = (template, group) => template.replace(/\$(?:(\$)|([A-Za-z0-9_]+)|\{([A-Za-z0-9_]+)\})/g, (_, dollar, bare, braced) => dollar === undefined ? group(bare ?? braced) : "$");


/***/ },

/***/ 68822:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ canYield),
/* harmony export */   l: () => (/* binding */ decisiveSelectors)
/* harmony export */ });
/* harmony import */ var _result_type_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23020);

/**
 * Whether an expression can yield a series, given whether its selectors can: `a or b` needs one of them, `a and b`
 * both, `a unless b` only a, and `absent(x)` needs x to be away. Values are not looked at.
 */
const canYield = (node, exists) => {
    const inner = (child) => canYield(child, exists);
    switch (node.kind) {
        case "number":
        case "string":
            return certain;
        case "selector": {
            const chance = exists(node.selector);
            return { chance, because: chance === "yes" ? [] : [node.selector], alwaysAbsent: [] };
        }
        case "range":
        case "unary":
            return inner(node.of);
        case "call":
            return ofCall(node.name, node.args.map(inner));
        case "aggregate":
            return node.args.map(inner).reduce(both, certain);
        case "binary":
            return ofBinary(node, inner(node.left), inner(node.right));
        default:
            return { chance: "unknown", because: [], alwaysAbsent: [] };
    }
};
/** The selectors of such metrics without which the expression yields nothing, or, in `absent`, yields all the time. */
const decisiveSelectors = (root, isGone) => {
    const { because, alwaysAbsent } = canYield(root, ({ metric }) => (metric !== null && isGone(metric) ? "no" : "yes"));
    return [...because, ...alwaysAbsent];
};
const certain = { chance: "yes", because: [], alwaysAbsent: [] };
const ofCall = (name, args) => {
    const needed = args.reduce(both, certain);
    if (name === "absent" || name === "absent_over_time")
        return { chance: "yes", because: [], alwaysAbsent: needed.chance === "no" ? needed.because : [] };
    // scalar() of nothing is NaN, which fails most comparisons, and meets `!=`.
    if (name === "scalar" && needed.chance === "no")
        return { ...needed, chance: "unknown" };
    // The second argument of info() only adds labels.
    if (name === "info")
        return args[0] ?? needed;
    return needed;
};
const ofBinary = (node, left, right) => {
    if (node.op === "or")
        return either(left, right);
    if (node.op === "unless")
        return left;
    const vectors = (0,_result_type_js__WEBPACK_IMPORTED_MODULE_0__/* .resultType */ .Y)(node.left) !== "scalar" && (0,_result_type_js__WEBPACK_IMPORTED_MODULE_0__/* .resultType */ .Y)(node.right) !== "scalar";
    if (vectors && node.filled.left && node.filled.right)
        return either(left, right);
    if (vectors && node.filled.left)
        return right;
    if (vectors && node.filled.right)
        return left;
    return both(left, right);
};
const both = (a, b) => ({
    chance: a.chance === "no" || b.chance === "no" ? "no" : a.chance === "unknown" ? "unknown" : b.chance,
    // Where one side is certainly missing, what else is doubtful does not matter.
    because: [a, b].filter(({ chance }) => chance === "no" || noneMissing(a, b)).flatMap(({ because }) => because),
    alwaysAbsent: [...a.alwaysAbsent, ...b.alwaysAbsent],
});
const noneMissing = (a, b) => a.chance !== "no" && b.chance !== "no";
const either = (a, b) => {
    const chance = a.chance === "yes" || b.chance === "yes" ? "yes" : a.chance === "unknown" ? "unknown" : b.chance;
    return {
        chance,
        because: chance === "yes" ? [] : [...a.because, ...b.because],
        alwaysAbsent: [...a.alwaysAbsent, ...b.alwaysAbsent],
    };
};


/***/ },

/***/ 8961:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ compileRe2)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2856);

/** Instructions of a pattern that people write are some hundreds; matching takes time with their number. */
const mostInstructions = 20_000;
/**
 * A pattern is judged, and then met, for every monitor that has it; the longest of the real
 * chart's takes 10 ms to compile.
 */
const compiled = new Map();
const mostCompiled = 1000;
/**
 * Compiles a pattern of the tree. Throws an Error where RE2 refuses it, and where repetitions in repetitions make it so
 * large that it would take minutes.
 */
const compileRe2 = (pattern) => {
    const known = compiled.get(pattern);
    if (known !== undefined)
        return known;
    if (instructionsIn(pattern) > mostInstructions)
        throw new Error("error parsing regexp: expression is too large");
    const fresh = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(pattern);
    if (compiled.size >= mostCompiled)
        compiled.clear();
    compiled.set(pattern, fresh);
    return fresh;
};
/** About as many instructions as RE2 makes of a pattern: `{n,m}` writes out what stands before it so many times. */
const instructionsIn = (pattern) => {
    let [sum, last] = [0, 0];
    const open = [];
    for (const [piece, least, most] of pattern.matchAll(pieces)) {
        if (piece === "(") {
            open.push(sum + last);
            [sum, last] = [0, 0];
        }
        else if (piece === ")")
            [last, sum] = [sum + last, open.pop() ?? 0];
        else if (piece.startsWith("{"))
            last *= Math.max(1, Number(most ?? 0), Number(least ?? 0));
        else
            [sum, last] = [sum + last, 1];
    }
    return open.reduce((total, one) => total + one, sum + last);
};
const pieces = /\\.|\(|\)|\{(\d+)(?:,(\d*))?\}|./gs;


/***/ },

/***/ 27483:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ isGpuMetric)
/* harmony export */ });
/** Field names of NVIDIA's exporter: `DCGM_FI_\u2026` come from DCGM, `DCGM_EXP_\u2026` from the exporter itself. */
const isGpuMetric = (name) => /^DCGM_(?:FI|EXP)_/.test(name);


/***/ },

/***/ 91930:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DT: () => (/* binding */ noLabels),
/* harmony export */   FF: () => (/* binding */ without),
/* harmony export */   IO: () => (/* binding */ withLabels),
/* harmony export */   KC: () => (/* binding */ union),
/* harmony export */   YE: () => (/* binding */ anyLabels),
/* harmony export */   aC: () => (/* binding */ valuesIn),
/* harmony export */   j6: () => (/* binding */ only),
/* harmony export */   pV: () => (/* binding */ exactly)
/* harmony export */ });
/** Nothing is known. */
const anyLabels = { labels: new Map(), open: true };
/** Series without labels. */
const noLabels = { labels: new Map(), open: false };
/** Labels of which all is known. */
const exactly = (labels) => ({
    labels: new Map(Object.entries(labels).map(([name, value]) => [name, [value]])),
    open: false,
});
/** The values that a label can have, `[""]` where it cannot be there, null where it can have any. */
const valuesIn = ({ labels, open }, name) => {
    const values = labels.get(name);
    return values === undefined ? (open ? null : [""]) : values;
};
/** Only these labels stay. */
const only = (shape, names) => ({
    labels: new Map(names.map((name) => [name, valuesIn(shape, name)]).filter(([, values]) => canBe(values))),
    open: false,
});
/** All labels but these stay. */
const without = (shape, names) => withLabels(shape, names.map((name) => [name, [""]]));
/** These labels have these values instead of their own. */
const withLabels = ({ labels, open }, set) => ({ labels: new Map([...labels, ...set]), open });
/** What series of one kind or the other can have. */
const union = (a, b) => {
    const names = new Set([...a.labels.keys(), ...b.labels.keys()]);
    return {
        labels: new Map(Array.from(names, (name) => [name, mixed(valuesIn(a, name), valuesIn(b, name))])),
        open: a.open || b.open,
    };
};
const mixed = (a, b) => a === null || b === null ? null : [...new Set([...a, ...b])];
const canBe = (values) => values === null || values.some((value) => value !== "");


/***/ },

/***/ 46670:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ accepts),
/* harmony export */   e: () => (/* binding */ statedValues)
/* harmony export */ });
/* harmony import */ var _anchored_regexp_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8330);

/**
 * Whether a label with this value meets the matcher; an absent label has the value "". Null where that cannot be
 * told: the value is open, or the regular expression is none, which promtool reports. Prometheus anchors regular
 * expressions on both ends.
 */
const accepts = ({ op, value, open }, label) => {
    if (open)
        return null;
    if (op === "=")
        return label === value;
    if (op === "!=")
        return label !== value;
    const found = matchesFully(value, label);
    return found === null ? null : (op === "=~") === found;
};
/**
 * The only values that meet the matcher, where they are few and stated: of `=`, and of `=~` with plain alternatives.
 * Null where they cannot be listed.
 */
const statedValues = ({ op, value, open }) => {
    if (open)
        return null;
    if (op === "=")
        return [value];
    return op === "=~" && plain.test(value) ? value.split("|") : null;
};
const plain = /^[\w\- ]+(?:\|[\w\- ]+)*$/;
const matchesFully = (pattern, text) => {
    if (plain.test(pattern))
        return pattern.split("|").includes(text);
    return (0,_anchored_regexp_js__WEBPACK_IMPORTED_MODULE_0__/* .anchoredRegexp */ .q)(pattern)?.test(text) ?? null;
};


/***/ },

/***/ 69339:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ readExpression)
});

// EXTERNAL MODULE: ./build/src/core/lately.js
var lately = __webpack_require__(25129);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./node_modules/@prometheus-io/lezer-promql/dist/index.es.js + 3 modules
var index_es = __webpack_require__(86828);
// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
;// CONCATENATED MODULE: ./build/src/promql/read-number.js

/**
 * A number as PromQL writes it, of a duration its seconds; null for what is neither.
 * https://prometheus.io/docs/prometheus/latest/querying/basics/#float-literals-and-time-durations
 */
const readNumber = (text) => {
    const [, sign = "", digits = ""] = /^([-+]?)\s*(.*)$/s.exec(text) ?? [];
    const size = sizeOf(digits.replaceAll("_", "").toLowerCase());
    return size === null ? null : sign === "-" ? -size : size;
};
const sizeOf = (text) => {
    if (text === "inf")
        return Number.POSITIVE_INFINITY;
    if (text === "nan")
        return Number.NaN;
    if (/^0x[\da-f]+$/.test(text))
        return Number.parseInt(text, 16);
    if (/^(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/.test(text))
        return Number(text);
    const milliseconds = (0,prometheus_duration/* parseDuration */.E9)(text);
    return milliseconds === null ? null : milliseconds / 1000;
};

// EXTERNAL MODULE: ./build/src/promql/syntax.js
var syntax = __webpack_require__(77161);
// EXTERNAL MODULE: ./build/src/promql/unquote.js
var unquote = __webpack_require__(84021);
;// CONCATENATED MODULE: ./build/src/promql/read-selector.js


/**
 * The selector that a VectorSelector node stands for; `clear` is false where a part of it could not be read. A `sound`
 * tree has no error anywhere.
 */
const readSelector = (node, text, around) => {
    const parts = [...partsOf(node, text)].map((part) => part !== null && around.isOpen(part.value) ? { ...part, open: true } : part);
    const identifier = node.getChild("Identifier");
    const names = parts.filter((part) => part !== null && part.name === "__name__" && part.op === "=");
    const exact = identifier === null ? (names[0] ?? null) : null;
    const name = identifier ?? exact;
    const selector = {
        metric: identifier !== null ? text.slice(identifier.from, identifier.to) : (exact?.value ?? null),
        name: name === null ? null : { from: name.from, to: name.to },
        matchers: parts.filter((part) => part !== null && part !== exact).filter((part) => part !== null),
        range: around.range,
        offset: around.offset,
        from: node.from,
        to: node.to,
    };
    return { selector, clear: (around.sound || !hasError(node)) && !parts.includes(null) };
};
function* partsOf(node, text) {
    const list = node.getChild("LabelMatchers");
    for (let child = list?.firstChild ?? null; child !== null; child = child.nextSibling) {
        if (child.name === "QuotedLabelName")
            yield quotedName(child, text);
        else if (child.name === "UnquotedLabelMatcher" || child.name === "QuotedLabelMatcher")
            yield matcher(child, text);
    }
}
/** Since Prometheus 3 the metric's name may stand quoted between the matchers: `{"name", job="x"}`. */
const quotedName = ({ from, to }, text) => {
    const value = (0,unquote/* unquote */._)(text.slice(from, to));
    return value === null ? null : { name: "__name__", op: "=", value, from, to };
};
const matcher = (node, text) => {
    const label = node.getChild("LabelName") ?? node.getChild("QuotedLabelName");
    const operator = node.getChild("MatchOp");
    const literal = node.getChild("StringLiteral");
    if (label === null || operator === null || literal === null)
        return null;
    const written = text.slice(label.from, label.to);
    const name = label.name === "LabelName" ? written : (0,unquote/* unquote */._)(written);
    const op = syntax/* matchOperators */.$e.find((one) => one === text.slice(operator.from, operator.to));
    const value = (0,unquote/* unquote */._)(text.slice(literal.from, literal.to));
    return name === null || op === undefined || value === null ? null : { name, op, value, from: node.from, to: node.to };
};
/** Whether the grammar had to guess or skip somewhere below the node. */
const hasError = (node) => {
    let found = false;
    node.cursor().iterate(({ type }) => {
        found ||= type.isError;
        return !found;
    });
    return found;
};

;// CONCATENATED MODULE: ./build/src/promql/read-tree.js




/** Deeper than people write, and shallow enough for the stack and for passes that look at each part from each level. */
const deepest = 250;
/** The expression as a tree. What cannot be understood becomes an `unclear` node; it never throws. */
const readTree = (text, isOpen) => {
    const top = index_es/* parser */.K3D.parse(text).topNode;
    const sound = !hasError(top);
    const reader = new TreeReader(text, sound, isOpen);
    const first = spoken(top.firstChild);
    const unclear = { kind: "unclear", from: 0, to: text.length };
    const root = first === null ? unclear : reader.read(first, { depth: 0, range: null, offset: null, before: null });
    const single = first !== null && spoken(first.nextSibling) === null;
    return {
        root: single ? root : unclear,
        complete: single && sound && !reader.confused,
        selectors: reader.selectors,
        functions: [...reader.functions].sort(),
        labelUses: reader.labelUses,
    };
};
/** The node itself, or the first after it that is no comment. */
const spoken = (node) => {
    let here = node;
    while (here !== null && here.name === "LineComment")
        here = here.nextSibling;
    return here;
};
const spanOf = ({ from, to }) => ({ from, to });
class TreeReader {
    selectors = [];
    functions = new Set();
    labelUses = [];
    confused = false;
    #text;
    #sound;
    #isOpen;
    constructor(text, sound, isOpen) {
        this.#text = text;
        this.#sound = sound;
        this.#isOpen = isOpen;
    }
    read(node, around) {
        const inside = { ...around, depth: around.depth + 1 };
        if (around.depth > deepest)
            return this.#giveUp(node);
        if (node.type.isError)
            return this.#giveUp(node);
        switch (node.name) {
            case "ParenExpr":
                return this.#first(node, { ...inside, before: inside.offset });
            case "StepInvariantExpr":
            case "AnchoredExpr":
            case "SmoothedExpr":
                return this.#first(node, inside);
            case "OffsetExpr":
                return this.#first(node, {
                    ...inside,
                    offset: this.#textOf(node.getChild("OffsetDurationExpr")),
                    before: inside.before,
                });
            case "MatrixSelector":
                return this.#range(node, inside, false);
            case "SubqueryExpr":
                return this.#range(node, inside, true);
            case "NumberDurationLiteral":
                return { kind: "number", value: readNumber(this.#textOf(node)), ...spanOf(node) };
            case "StringLiteral":
                return this.#string(node);
            case "VectorSelector":
                return this.#selector(node, around);
            case "UnaryExpr":
                return { kind: "unary", op: this.#textOf(node.firstChild), of: this.#first(node, inside), ...spanOf(node) };
            case "FunctionCall":
                return this.#call(node, inside);
            case "AggregateExpr":
                return this.#aggregate(node, inside);
            case "BinaryExpr":
                return this.#binary(node, inside);
            default:
                return this.#giveUp(node);
        }
    }
    #giveUp(node) {
        this.confused = true;
        return { kind: "unclear", ...spanOf(node) };
    }
    #range(node, around, subquery) {
        const window = this.#textOf(node.getChild("DurationExpr"));
        const of = this.#first(node, { ...around, range: subquery ? null : window });
        return { kind: "range", of, window, subquery, ...spanOf(node) };
    }
    #first(node, around) {
        return this.#operands(node, around)[0] ?? this.#giveUp(node);
    }
    /** The children that are expressions. An error among the children means that something was left out. */
    #operands(node, around, first = around) {
        const found = [];
        for (let child = node.firstChild; child !== null; child = child.nextSibling) {
            if (child.type.isError)
                this.confused = true;
            else if (expressions.has(child.name))
                found.push(this.read(child, found.length === 0 ? first : around));
        }
        return found;
    }
    #string(node) {
        const value = (0,unquote/* unquote */._)(this.#textOf(node));
        return value === null ? this.#giveUp(node) : { kind: "string", value, ...spanOf(node) };
    }
    #selector(node, { range, offset }) {
        const { selector, clear } = readSelector(node, this.#text, {
            range,
            offset,
            sound: this.#sound,
            isOpen: this.#isOpen,
        });
        if (!clear)
            return this.#giveUp(node);
        this.selectors.push(selector);
        for (const { name, from, to } of selector.matchers)
            this.labelUses.push({ name, where: "matcher", from, to: Math.min(to, from + name.length) });
        return { kind: "selector", selector, ...spanOf(node) };
    }
    #call(node, around) {
        const name = this.#textOf(node.getChild("FunctionIdentifier"));
        this.functions.add(name);
        return { kind: "call", name, args: this.#args(node, around), ...spanOf(node) };
    }
    #args(node, around) {
        const body = node.getChild("FunctionCallBody");
        return body === null ? [this.#giveUp(node)] : this.#operands(body, { ...around, range: null });
    }
    #aggregate(node, around) {
        const name = this.#textOf(node.getChild("AggregateOp")).toLowerCase();
        const modifier = node.getChild("AggregateModifier");
        const without = modifier?.getChild("Without") !== null && modifier !== null;
        const grouping = modifier === null
            ? null
            : { without, labels: this.#labels(modifier.getChild("GroupingLabels"), without ? "without" : "by") };
        return { kind: "aggregate", name, args: this.#args(node, around), grouping, ...spanOf(node) };
    }
    #binary(node, around) {
        const [left, right] = this.#operands(node, around, { ...around, offset: around.before });
        const op = this.#operator(node);
        if (left === undefined || right === undefined)
            return this.#giveUp(node);
        const fill = node.getChild("FillModifier");
        const both = fill !== null && fill.getChild("FillClause") !== null;
        return {
            kind: "binary",
            ...spanOf(node),
            op,
            bool: node.getChild("BoolModifier") !== null,
            left,
            right,
            matching: this.#matching(node.getChild("MatchingModifierClause")),
            filled: {
                left: both || (fill !== null && fill.getChild("FillLeftClause") !== null),
                right: both || (fill !== null && fill.getChild("FillRightClause") !== null),
            },
        };
    }
    #operator(node) {
        const token = spoken(spoken(node.firstChild)?.nextSibling ?? null);
        return this.#textOf(token).toLowerCase();
    }
    #matching(clause) {
        if (clause === null)
            return null;
        const on = clause.getChild("On") !== null;
        const [labels = null, include = null] = clause.getChildren("GroupingLabels");
        return {
            on,
            labels: this.#labels(labels, on ? "on" : "ignoring"),
            many: clause.getChild("GroupLeft") !== null ? "left" : clause.getChild("GroupRight") !== null ? "right" : null,
            include: this.#labels(include, "include"),
        };
    }
    #labels(list, where) {
        if (list === null)
            return [];
        const names = [];
        for (let child = list.firstChild; child !== null; child = child.nextSibling) {
            if (child.type.isError)
                this.confused = true;
            const written = this.#textOf(child);
            const name = child.name === "QuotedLabelName" ? (0,unquote/* unquote */._)(written) : child.name === "LabelName" ? written : null;
            if (name === null)
                continue;
            names.push(name);
            this.labelUses.push({ name, where, from: child.from, to: child.to });
        }
        return names;
    }
    #textOf(node) {
        return node === null ? "" : this.#text.slice(node.from, node.to);
    }
}
const expressions = new Set([
    "AggregateExpr",
    "AnchoredExpr",
    "BinaryExpr",
    "FunctionCall",
    "MatrixSelector",
    "NumberDurationLiteral",
    "OffsetExpr",
    "ParenExpr",
    "SmoothedExpr",
    "StepInvariantExpr",
    "StringLiteral",
    "SubqueryExpr",
    "UnaryExpr",
    "VectorSelector",
]);

// EXTERNAL MODULE: ./build/src/promql/result-type.js
var result_type = __webpack_require__(23020);
;// CONCATENATED MODULE: ./build/src/promql/parse-expression.js




const never = () => false;
/**
 * Reads a PromQL expression; it never throws. `isOpen` tells values of matchers that are not what Prometheus will see,
 * such as a Grafana variable.
 */
const readExpression = (text, isOpen = never) => isOpen === never ? readClosed(text) : readOpen(isOpen)(text);
const read = (text, isOpen) => {
    const tree = readTree(text, isOpen);
    return { text, ...tree, type: (0,result_type/* resultType */.Y)(tree.root) };
};
/** The same few expressions stand in alerts, records and dashboards again and again: each text is read once. */
const readClosed = (0,lately/* lately */.C7)((text) => read(text, never), (text) => text);
const readOpen = (0,once/* once */.O)((isOpen) => (0,once/* once */.O)((text) => read(text, isOpen)));


/***/ },

/***/ 53855:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Xo: () => (/* binding */ formatSeconds)
/* harmony export */ });
/* unused harmony export formatDuration */
/**
 * Milliseconds of a duration as Prometheus writes it (`1h30m`, `15s`, `0`): units from the largest to the
 * smallest, none twice; null for anything else.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/ (`<duration>`)
 */
const parseDuration = (text) => {
    if (text === "0")
        return 0;
    const parts = pattern.exec(text);
    if (text === "" || parts === null)
        return null;
    return units.reduce((sum, factor, index) => sum + factor * Number(parts[index + 1] ?? 0), 0);
};
/** The same the other way, for whole milliseconds: `1m45s`; units of none are left out. */
const formatDuration = (ms) => {
    if (ms === 0)
        return "0s";
    const names = ["y", "w", "d", "h", "m", "s", "ms"];
    let rest = ms;
    return units
        .map((factor, index) => {
        const count = Math.floor(rest / factor);
        rest -= count * factor;
        return count === 0 ? "" : `${count}${names[index]}`;
    })
        .join("");
};
const pattern = /^(?:(\d+)y)?(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?:(\d+)ms)?$/;
const day = 86_400_000;
const units = [365 * day, 7 * day, day, 3_600_000, 60_000, 1_000, 1];
/** Seconds as Prometheus writes durations, a part of one as a whole one. */
const formatSeconds = (seconds) => formatDuration(Math.ceil(seconds) * 1000);


/***/ },

/***/ 2675:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ resultLabels)
/* harmony export */ });
/* harmony import */ var _label_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91930);
/* harmony import */ var _matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46670);
/* harmony import */ var _result_type_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23020);
/* harmony import */ var _syntax_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(77161);




/**
 * The labels that the result of an expression can have, given those of its selectors' series. It errs on the side of
 * more: a label that it rules out cannot be there, a value that it rules out neither.
 */
const resultLabels = (node, seriesOf) => {
    switch (node.kind) {
        case "number":
        case "string":
            return _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .noLabels */ .DT;
        case "selector":
            return narrowed(seriesOf(node.selector), node.selector.matchers);
        case "range":
        case "unary":
            return resultLabels(node.of, seriesOf);
        case "call":
            return ofCall(node, seriesOf);
        case "aggregate":
            return ofAggregate(node, seriesOf);
        case "binary":
            return ofBinary(node, seriesOf);
        default:
            return _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyLabels */ .YE;
    }
};
/** What is left of series when only those that meet the matchers are taken. */
const narrowed = (shape, matchers) => matchers
    .filter(({ name }) => name !== "__name__")
    .reduce((left, matcher) => {
    const values = (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesIn */ .aC)(left, matcher.name);
    const stated = values === null ? (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .statedValues */ .e)(matcher) : values.filter((value) => (0,_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .accepts */ .G)(matcher, value) !== false);
    return stated === null ? left : (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .withLabels */ .IO)(left, [[matcher.name, stated]]);
}, shape);
const ofCall = ({ name, args }, seriesOf) => {
    if (name === "absent" || name === "absent_over_time")
        return ofAbsent(args[0]);
    if (name === "vector" || name === "scalar" || name === "info")
        return name === "info" ? _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyLabels */ .YE : _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .noLabels */ .DT;
    const series = args.find((arg) => !["scalar", "string"].includes((0,_result_type_js__WEBPACK_IMPORTED_MODULE_2__/* .resultType */ .Y)(arg) ?? ""));
    if (series === undefined)
        return _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .noLabels */ .DT;
    const shape = resultLabels(series, seriesOf);
    const target = args[1];
    if (name === "label_replace" || name === "label_join")
        return target?.kind === "string" ? (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .withLabels */ .IO)(shape, [[target.value, null]]) : _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyLabels */ .YE;
    return name.startsWith("histogram_quantile") ? (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(shape, ["le"]) : shape;
};
/**
 * absent() gives its result the labels that equality matchers state once.
 * https://prometheus.io/docs/prometheus/latest/querying/functions/#absent
 */
const ofAbsent = (arg) => {
    const inner = arg?.kind === "range" ? arg.of : arg;
    if (inner?.kind === "unclear")
        return _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyLabels */ .YE;
    if (inner?.kind !== "selector")
        return _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .noLabels */ .DT;
    const { matchers } = inner.selector;
    const stated = matchers.filter(({ name, op }) => op === "=" && name !== "__name__" && matchers.filter((other) => other.name === name).length === 1);
    return (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .withLabels */ .IO)(_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .noLabels */ .DT, stated.map(({ name, value }) => [name, [value]]));
};
/** These pick series and leave them as they are. */
const pickers = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);
const ofAggregate = ({ name, args, grouping }, seriesOf) => {
    const series = args.at(-1);
    const shape = series === undefined ? _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyLabels */ .YE : resultLabels(series, seriesOf);
    if (pickers.has(name))
        return shape;
    const grouped = grouping === null ? _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .noLabels */ .DT : grouping.without ? (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(shape, grouping.labels) : (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .only */ .j6)(shape, grouping.labels);
    const counted = name === "count_values" ? args[0] : undefined;
    if (counted === undefined)
        return grouped;
    return counted.kind === "string" ? (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .withLabels */ .IO)(grouped, [[counted.value, null]]) : _label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .anyLabels */ .YE;
};
const ofBinary = (node, seriesOf) => {
    const { op, matching } = node;
    const left = resultLabels(node.left, seriesOf);
    const right = resultLabels(node.right, seriesOf);
    if (op === "or")
        return (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KC)(left, right);
    if (_syntax_js__WEBPACK_IMPORTED_MODULE_3__/* .setOperators */ .iK.includes(op))
        return left;
    if ((0,_result_type_js__WEBPACK_IMPORTED_MODULE_2__/* .resultType */ .Y)(node.right) === "scalar")
        return left;
    if ((0,_result_type_js__WEBPACK_IMPORTED_MODULE_2__/* .resultType */ .Y)(node.left) === "scalar")
        return right;
    if (matching?.many === "left")
        return taking(left, right, matching.include);
    if (matching?.many === "right")
        return taking(right, left, matching.include);
    const either = node.filled.left ? (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .union */ .KC)(left, right) : left;
    if (matching === null)
        return either;
    return matching.on ? (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .only */ .j6)(either, matching.labels) : (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(either, matching.labels);
};
/** The labels of the many side, and those that it takes over from the one side. */
const taking = (many, one, include) => (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .withLabels */ .IO)(many, include.map((name) => [name, (0,_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesIn */ .aC)(one, name)]));


/***/ },

/***/ 23020:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ resultType)
/* harmony export */ });
/**
 * What the expression evaluates to; null where it cannot be told. It does not judge whether the
 * types fit: promtool does.
 */
const resultType = (node) => {
    switch (node.kind) {
        case "number":
            return "scalar";
        case "string":
            return "string";
        case "selector":
        case "aggregate":
            return "vector";
        case "range":
            return "matrix";
        case "unary":
            return resultType(node.of);
        case "call":
            return scalarFunctions.has(node.name) ? "scalar" : "vector";
        case "binary": {
            const left = resultType(node.left);
            const right = resultType(node.right);
            if (left === "scalar" && right === "scalar")
                return "scalar";
            return left === null || right === null ? null : "vector";
        }
        default:
            return null;
    }
};
/** https://prometheus.io/docs/prometheus/latest/querying/functions/ : all others give vectors. */
const scalarFunctions = new Set([
    "scalar",
    "time",
    "pi",
    "start",
    "end",
    "range",
    "step",
    "min_of",
    "max_of",
]);


/***/ },

/***/ 77161:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ matchOperators),
/* harmony export */   LU: () => (/* binding */ childrenOf),
/* harmony export */   iK: () => (/* binding */ setOperators),
/* harmony export */   lU: () => (/* binding */ comparisons),
/* harmony export */   vx: () => (/* binding */ nodesIn)
/* harmony export */ });
const matchOperators = ["=", "!=", "=~", "!~"];
/** What stands directly below a node, in the order of the text. */
const childrenOf = (node) => {
    switch (node.kind) {
        case "range":
        case "unary":
            return [node.of];
        case "call":
        case "aggregate":
            return node.args;
        case "binary":
            return [node.left, node.right];
        default:
            return [];
    }
};
/** The node and everything below it, from the outside in. */
function* nodesIn(node) {
    yield node;
    for (const child of childrenOf(node))
        yield* nodesIn(child);
}
const comparisons = ["==", "!=", ">", "<", ">=", "<="];
/** The operators that work on sets of series. */
const setOperators = ["and", "or", "unless"];


/***/ },

/***/ 62619:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E8: () => (/* binding */ thresholdsIn),
/* harmony export */   pI: () => (/* binding */ thresholdOf),
/* harmony export */   yi: () => (/* binding */ constantOf)
/* harmony export */ });
/* harmony import */ var _syntax_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77161);

/** Every comparison with a constant that filters; `bool` gives 0 and 1 instead. */
const thresholdsIn = (root) => (0,_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .nodesIn */ .vx)(root)
    .flatMap((node) => thresholdOf(node))
    .toArray();
/** The comparison with a constant that a node is, if it is one. */
const thresholdOf = (node) => {
    if (node.kind !== "binary" || node.bool || !_syntax_js__WEBPACK_IMPORTED_MODULE_0__/* .comparisons */ .lU.includes(node.op))
        return [];
    const [left, right] = [constantOf(node.left), constantOf(node.right)];
    if ((left === null) === (right === null))
        return [];
    return right !== null
        ? [{ node, of: node.left, op: node.op, value: right, at: node.right }]
        : [{ node, of: node.right, op: mirrored[node.op] ?? node.op, value: left ?? Number.NaN, at: node.left }];
};
const mirrored = { ">": "<", "<": ">", ">=": "<=", "<=": ">=" };
/** The value of an expression of numbers alone, e.g. `80 * 1024`; null for any other. */
const constantOf = (node) => {
    if (node.kind === "number")
        return node.value;
    if (node.kind === "unary") {
        const inner = constantOf(node.of);
        return inner === null ? null : node.op === "-" ? -inner : inner;
    }
    if (node.kind !== "binary")
        return null;
    const [left, right] = [constantOf(node.left), constantOf(node.right)];
    return left === null || right === null ? null : (operations[node.op]?.(left, right) ?? null);
};
const operations = {
    "+": (a, b) => a + b,
    "-": (a, b) => a - b,
    "*": (a, b) => a * b,
    "/": (a, b) => a / b,
    "^": (a, b) => a ** b,
};


/***/ },

/***/ 84021:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ unquote)
/* harmony export */ });
/**
 * The text of a string literal as Go's strconv.Unquote gives it: double or single quotes with escapes, or backticks
 * without. Null where Go refuses it. https://pkg.go.dev/strconv#Unquote
 */
const unquote = (literal) => {
    const quote = literal[0];
    if (literal.length < 2 || quote === undefined || literal.at(-1) !== quote)
        return null;
    const inner = literal.slice(1, -1);
    if (quote === "`")
        return inner.includes("`") ? null : inner.replaceAll("\r", "");
    if (quote !== '"' && quote !== "'")
        return null;
    if (inner.includes("\n"))
        return null;
    if (!inner.includes("\\"))
        return inner.includes(quote) ? null : inner;
    return decode(inner, quote);
};
/**
 * One plain character that is neither quote nor backslash, or one escape: a byte (hexadecimal, octal),
 * a code point, or a letter.
 */
const piece = /([^\\])|\\(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/suy;
const letters = {
    a: "\x07",
    b: "\b",
    f: "\f",
    n: "\n",
    r: "\r",
    t: "\t",
    v: "\v",
    "\\": "\\",
};
const decode = (inner, quote) => {
    const bytes = [];
    for (piece.lastIndex = 0; piece.lastIndex < inner.length;) {
        const match = piece.exec(inner);
        if (match === null)
            return null;
        const [, plain, hex, octal, short, long, letter] = match;
        if (plain === quote)
            return null;
        if (hex !== undefined || octal !== undefined) {
            bytes.push(Number.parseInt(hex ?? octal ?? "", hex === undefined ? 8 : 16));
            continue;
        }
        const code = short ?? long;
        const text = code === undefined ? (plain ?? (letter === quote ? quote : letters[letter ?? ""])) : codePoint(code);
        if (text === undefined)
            return null;
        bytes.push(...new TextEncoder().encode(text));
    }
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
    }
    catch {
        // Bytes that are no UTF-8: Go keeps them in a string, but neither a label nor a metric may hold them.
        return null;
    }
};
const codePoint = (hex) => {
    const code = Number.parseInt(hex, 16);
    return code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : String.fromCodePoint(code);
};


/***/ },

/***/ 54371:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ allManifests)
/* harmony export */ });
/** Every object that would be applied and stay, chart first, then base and overlays in their order. */
const allManifests = (render) => [
    ...render.chart.manifests,
    ...render.roots.flatMap((root) => root.manifests),
];


/***/ },

/***/ 18853:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ mapSecretsInText)
/* harmony export */ });
/* harmony import */ var _secret_keys_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27667);

/**
 * A text of any format (INI, YAML, JSON, a shell's assignments and options) with what stands in it under the name of a
 * secret replaced. It is read by lines and not parsed: what is inside a ConfigMap may be broken, or of a format that
 * nobody knows. Linear in the text's length.
 */
const mapSecretsInText = (text, replace) => {
    let kept = "";
    let done = 0;
    for (const { key, from, to } of secretsIn(text)) {
        const own = text.slice(from, to);
        const other = (0,_secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isNoSecret */ .Me)(own) ? own : replace({ key, text: own });
        if (other === own)
            continue;
        kept += text.slice(done, from) + other;
        done = to;
    }
    return done === 0 ? text : kept + text.slice(done);
};
function* secretsIn(text) {
    let done = 0;
    let newline = -1;
    for (const { index, 0: word } of text.matchAll(words)) {
        if (index < done)
            continue;
        // Each line's end is looked for once, however many names it holds.
        if (newline < index)
            newline = endOfLine(text, index);
        const span = word.startsWith("-----") ? keyBlock(text, index) : valueNamed(text, index, newline);
        if (span === null)
            continue;
        yield span;
        done = span.to;
    }
}
/** What a name of a secret holds, and the head of a private key. */
const words = new RegExp(`-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----|${_secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .secretWord */ .zN.source}`, "gi");
const keyBlock = (text, from) => {
    const end = text.indexOf("-----END", from);
    return { key: "private-key", from, to: end < 0 ? text.length : end };
};
const endOfLine = (text, from) => {
    const newline = text.indexOf("\n", from);
    return newline < 0 ? text.length : newline;
};
const longestName = 100;
/** The value of the name around `at`; null where none stands there. */
const valueNamed = (text, at, newline) => {
    const [start, end] = nameAround(text, at);
    const key = text.slice(start, end);
    if (end - start > longestName || !(0,_secret_keys_js__WEBPACK_IMPORTED_MODULE_0__/* .isSecretKey */ .uE)(key))
        return null;
    const sign = afterQuotes(text, end);
    const isOption = text.startsWith("--", start) && /[ \t]/.test(text[end] ?? "");
    if (!/[:=]/.test(text[sign] ?? ""))
        return isOption ? valueAt(text, start, end, key, newline) : null;
    let from = sign + 1;
    // `name := value`, `name == value`, `name => value`
    while (/[=>]/.test(text[from] ?? "") && from < sign + 3)
        from += 1;
    return valueAt(text, start, from, key, newline);
};
const nameAround = (text, at) => {
    let start = at;
    while (start > 0 && at - start <= longestName && /[\w.-]/.test(text[start - 1] ?? ""))
        start -= 1;
    let end = at;
    while (end - at <= longestName && /[\w.-]/.test(text[end] ?? ""))
        end += 1;
    return [start, end];
};
const afterQuotes = (text, from) => {
    let at = from;
    while (at - from < 12 && /[ \t"'\\]/.test(text[at] ?? ""))
        at += 1;
    return at;
};
/** The value that stands behind `after`, of the name that begins at `start`. */
const valueAt = (text, start, after, key, newline) => {
    let from = after;
    while (/[ \t]/.test(text[from] ?? ""))
        from += 1;
    const quote = /\\{0,8}(?:"""|'''|["'])/y;
    quote.lastIndex = from;
    const opening = quote.exec(text)?.[0];
    const name = key.replace(/^[-.]+/, "");
    if (opening === undefined)
        return { key: name, from, to: endOfPlain(text, start, from, newline) };
    const begin = from + opening.length;
    return { key: name, from: begin, to: endOfQuoted(text, begin, opening) };
};
/** Quotes inside a quotation have more backslashes before them than those that end it. */
const endOfQuoted = (text, from, opening) => {
    const quote = opening.replaceAll("\\", "");
    const depth = opening.length - quote.length;
    let at = text.indexOf(quote, from);
    while (at >= 0) {
        let slashes = 0;
        while (text[at - 1 - slashes] === "\\" && at - slashes > from)
            slashes += 1;
        if (slashes <= depth || (depth === 0 && slashes % 2 === 0))
            return at - Math.min(slashes, depth);
        at = text.indexOf(quote, at + 1);
    }
    return text.length;
};
/**
 * To the end of the line, in a flow mapping to the next mark of it; a block scalar to the first line that is
 * indented no deeper than its own.
 */
const endOfPlain = (text, start, from, end) => {
    const line = text.slice(from, end);
    if (/^[|>][-+0-9]*[ \t]*(?:#.*)?$/.test(line.slice(0, longestName)))
        return endOfBlock(text, start, end);
    if (/[{,][ \t]{0,8}["']?$/.test(text.slice(Math.max(0, start - 10), start))) {
        const mark = line.search(/[,}\]]/);
        return mark < 0 ? end : from + mark;
    }
    return text[start] === "-" ? from + (/^\S*/.exec(line)?.[0].length ?? 0) : end;
};
const endOfBlock = (text, at, from) => {
    const indent = indentAt(text, text.lastIndexOf("\n", at) + 1);
    let end = from;
    while (end < text.length) {
        const next = text.indexOf("\n", end + 1);
        const stop = next < 0 ? text.length : next;
        const blank = text.slice(end + 1, stop).trim() === "";
        if (!blank && indentAt(text, end + 1) <= indent)
            return end;
        end = stop;
    }
    return end;
};
const indentAt = (text, start) => {
    let at = start;
    while (text[at] === " " || text[at] === "\t")
        at += 1;
    return at - start;
};


/***/ },

/***/ 4848:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ meets),
/* harmony export */   _Q: () => (/* binding */ matcherProblem),
/* harmony export */   sE: () => (/* binding */ matcherText)
/* harmony export */ });
/* harmony import */ var _promql_compile_re2_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8961);

/**
 * Whether a label with this value meets the matcher; an absent label has the value "". Alertmanager anchors regular
 * expressions on both ends.
 */
const meets = ({ op, value }, label) => {
    if (op === "=")
        return label === value;
    if (op === "!=")
        return label !== value;
    return (compile(value)?.test(label) ?? false) === (op === "=~");
};
/** The matcher as Alertmanager writes it. */
const matcherText = ({ name, op, value }) => `${name}${op}${JSON.stringify(value)}`;
/** Why Alertmanager refuses the matcher; null where it takes it. */
const matcherProblem = ({ op, value }) => (op === "=~" || op === "!~") && compile(value) === null ? `"${value}" is no regular expression` : null;
const compiled = new Map();
const compile = (pattern) => {
    const known = compiled.get(pattern);
    if (known !== undefined)
        return known;
    let made = null;
    try {
        made = (0,_promql_compile_re2_js__WEBPACK_IMPORTED_MODULE_0__/* .compileRe2 */ .X)(`^(?:${pattern})$`);
    }
    catch {
        // No regular expression: null says so.
    }
    compiled.set(pattern, made);
    return made;
};


/***/ },

/***/ 52623:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ matchesAll),
/* harmony export */   Lu: () => (/* binding */ routeOf),
/* harmony export */   uT: () => (/* binding */ notifyingRoutes),
/* harmony export */   xs: () => (/* binding */ loudReceivers)
/* harmony export */ });
/* harmony import */ var _promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91930);
/* harmony import */ var _alert_matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4848);


/**
 * The routes that alerts with these labels take: depth first, the first child that matches unless it continues, the
 * node itself where no child does. With all labels known it is what `amtool config routes test` prints.
 */
const routeOf = (config, labels) => {
    const notifying = notifyingRoutes(config);
    const found = [];
    const ends = walk(config.route, true, labels, notifying, found);
    return { routes: found, notifies: ends.size === 2 ? "depends" : ends.has(true) ? "always" : "never" };
};
/** Whether a route tells somebody, at any time, of an alert that ends there. */
const notifyingRoutes = (config) => {
    const loud = loudReceivers(config);
    return ({ receiver, isNeverTold }) => loud.has(receiver) && !isNeverTold;
};
/** Names of the receivers that notify somebody. */
const loudReceivers = ({ receivers }) => new Set(receivers.filter(({ integrations }) => integrations.length > 0).map(({ name }) => name));
/** Whether labels meet all matchers. */
const matchesAll = (matchers, labels) => {
    const verdicts = matchers.map((matcher) => matchesOne(matcher, labels));
    return verdicts.includes("no") ? "no" : verdicts.includes("maybe") ? "maybe" : "yes";
};
const matchesOne = (matcher, labels) => {
    const values = (0,_promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesIn */ .aC)(labels, matcher.name);
    if (values === null)
        return matcher.op === "=~" && /^\.\*$/.test(matcher.value) ? "yes" : "maybe";
    const met = values.filter((value) => (0,_alert_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .meets */ .D)(matcher, value)).length;
    return met === 0 ? "no" : met === values.length ? "yes" : "maybe";
};
/**
 * Follows alerts that have met the node's own matchers, and answers how that can end: whether somebody is notified. The
 * nodes where they end go into `found`.
 */
const walk = (node, certain, labels, notifying, found) => {
    let open = [{ notified: false, matched: false }];
    const done = new Set();
    // Whether every alert is still looking for a match when it comes to the next child.
    let allLook = certain;
    for (const child of node.routes) {
        const met = matchesAll(child.matchers, labels);
        if (met === "no")
            continue;
        const ends = walk(child, allLook && met === "yes", labels, notifying, found);
        const taken = open.flatMap(({ notified }) => Array.from(ends, (end) => ({ notified: notified || end, matched: true })));
        const passed = met === "maybe" ? open : [];
        if (!child.continue)
            for (const { notified } of taken)
                done.add(notified);
        open = distinct(child.continue ? [...passed, ...taken] : passed);
        if (open.length === 0)
            break;
        if (!child.continue)
            allLook = false;
    }
    if (open.some(({ matched }) => !matched))
        found.push({ route: node, certain: allLook && open.every(({ matched }) => !matched) });
    for (const { notified, matched } of open)
        done.add(matched ? notified : notifying(node));
    return done;
};
const distinct = (states) => [
    ...new Map(states.map((state) => [`${state.notified}${state.matched}`, state])).values(),
];


/***/ },

/***/ 715:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ defaultGrouping)
/* harmony export */ });
/** What counts where no route says anything: https://prometheus.io/docs/alerting/latest/configuration/#route */
const defaultGrouping = { by: [], waitMs: 30_000, intervalMs: 300_000 };


/***/ },

/***/ 24453:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xI: () => (/* binding */ RefusedConfig),
  N: () => (/* binding */ groupingOf),
  NE: () => (/* binding */ inhibitFields),
  Hn: () => (/* binding */ isTrue),
  Pd: () => (/* binding */ matchersIn),
  MT: () => (/* binding */ refuseGrouping),
  Yp: () => (/* binding */ refuseTypos),
  ag: () => (/* binding */ rootFields),
  zK: () => (/* binding */ routeFields),
  $d: () => (/* binding */ sizeOf),
  b6: () => (/* binding */ textOf)
});

// EXTERNAL MODULE: ./build/src/core/nearest.js
var nearest = __webpack_require__(39918);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-matcher.js
var alert_matcher = __webpack_require__(4848);
// EXTERNAL MODULE: ./build/src/core/trim-end.js
var trim_end = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/src/promql/syntax.js
var syntax = __webpack_require__(77161);
// EXTERNAL MODULE: ./build/src/promql/unquote.js
var unquote = __webpack_require__(84021);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/parse-matchers.js




/**
 * The matchers in one string, e.g. `severity =~ "warning|critical"`, or null where Alertmanager refuses it. Like
 * Alertmanager since 0.27 without feature flags: where its classic parser understands the text, that counts, else the
 * one for UTF-8. https://prometheus.io/docs/alerting/latest/configuration/#label-matchers
 */
const parseMatchers = (text) => {
    const classic = valid(parseClassic(text));
    return classic ?? valid(parseUtf8(text));
};
const valid = (matchers) => matchers?.every((matcher) => (0,alert_matcher/* matcherProblem */._Q)(matcher) === null) ? matchers : null;
/** Braces are optional and need not be paired; commas separate, except in double quotes. */
const parseClassic = (text) => {
    const matchers = classicTokens(text.replace(/^\{/, "").replace(/\}$/, "")).map(classicMatcher);
    return allOf(matchers);
};
/** As Go's `unicode.IsSpace` has it. */
const whiteSpace = "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";
const classicTokens = (text) => {
    const tokens = [];
    let token = "";
    let quoted = false;
    let escaped = false;
    for (const char of text) {
        if (char === "," && !quoted) {
            tokens.push(token);
            token = "";
            continue;
        }
        if (char === '"' && !escaped)
            quoted = !quoted;
        escaped = char === "\\" ? !escaped : false;
        token += char;
    }
    const last = (0,trim_end/* trimEnd */.s)(token.replace(/^\p{White_Space}+/u, ""), whiteSpace);
    return last === "" ? tokens : [...tokens, last];
};
const classicForm = /^[\t\n\f\r ]*([a-zA-Z_:][a-zA-Z0-9_:]*)[\t\n\f\r ]*(=~|=|!=|!~)[\t\n\f\r ]*(.*)$/s;
const classicMatcher = (token) => {
    const [, name, op, raw] = classicForm.exec(token) ?? [];
    const operator = syntax/* matchOperators */.$e.find((one) => one === op);
    if (name === undefined || operator === undefined || raw === undefined)
        return null;
    const value = classicValue((0,trim_end/* trimEnd */.s)(raw, "\t\n\f\r "));
    return value === null ? null : { name, op: operator, value };
};
/**
 * Escapes are `\n`, `\"` and `\\`; any other backslash stays as it is. A double quote may only
 * open and close the value.
 */
const classicValue = (raw) => {
    const open = raw.startsWith('"');
    const rest = open ? raw.slice(1) : raw;
    let value = "";
    let closed = false;
    for (let index = 0; index < rest.length; index += 1) {
        const char = rest[index] ?? "";
        const last = index === rest.length - 1;
        if (char === "\\" && !last) {
            index += 1;
            const next = rest[index] ?? "";
            value += next === "n" ? "\n" : next === '"' || next === "\\" ? next : `\\${next}`;
        }
        else if (char === '"') {
            if (!open || !last)
                return null;
            closed = true;
        }
        else
            value += char;
    }
    return open && !closed ? null : value;
};
/**
 * One token, spaces before it skipped: a brace or comma, an operator, a quoted text, or a run of characters
 * without a meaning of their own.
 */
const utf8Token = /\p{White_Space}*(?:([{},])|(=~|!=|!~|=)|("(?:[^"\\]|\\.)*")|([^\p{White_Space}{}!=~,\\"'`]+))/suy;
const utf8Tokens = (text) => {
    const end = (0,trim_end/* trimEnd */.s)(text, whiteSpace).length;
    const tokens = [];
    for (utf8Token.lastIndex = 0; utf8Token.lastIndex < end;) {
        const match = utf8Token.exec(text);
        if (match === null)
            return null;
        tokens.push(match[1] ?? match[2] ?? match[3] ?? match[4] ?? "");
    }
    return tokens;
};
/** Names and values are quoted, or free of reserved characters; braces are paired, a trailing comma is allowed. */
const parseUtf8 = (text) => {
    const tokens = utf8Tokens(text);
    if (tokens === null)
        return null;
    const open = tokens[0] === "{";
    const close = tokens.at(-1) === "}";
    if (open !== close || (open && tokens.length < 2))
        return null;
    const inner = open ? tokens.slice(1, -1) : tokens;
    const matchers = [];
    for (let index = 0; index < inner.length; index += 4) {
        const [name, op, value, comma] = inner.slice(index, index + 4);
        if (comma !== undefined && comma !== ",")
            return null;
        matchers.push(utf8Matcher(name, op, value));
    }
    return allOf(matchers);
};
const utf8Matcher = (name, op, value) => {
    const operator = syntax/* matchOperators */.$e.find((one) => one === op);
    const [plainName, plainValue] = [utf8Text(name), utf8Text(value)];
    return plainName === null || plainValue === null || operator === undefined
        ? null
        : { name: plainName, op: operator, value: plainValue };
};
const utf8Text = (token) => {
    if (token === undefined || /^(?:[{},]|=~|!=|!~|=)$/.test(token))
        return null;
    return token.startsWith('"') ? (0,unquote/* unquote */._)(token) : token;
};
const allOf = (matchers) => {
    const found = matchers.filter((matcher) => matcher !== null);
    return found.length === matchers.length ? found : null;
};

;// CONCATENATED MODULE: ./build/src/signal/alertmanager/alertmanager-fields.js






/** Why Alertmanager would not load the file, with the path of what is wrong. */
class RefusedConfig extends Error {
    path;
    /** Whether something is not there, which values that are not in sight might add. */
    isLack;
    constructor(message, path, isLack = false) {
        super(message);
        this.path = path;
        this.isLack = isLack;
    }
}
/** `match`, `match_re` and `matchers` together; all of them count. */
const matchersIn = (body, prefix, path) => {
    const pairs = (key, op) => Object.entries((0,manifest/* isObject */.G)(body[key]) ? body[key] : {}).map(([name, value]) => {
        if (op === "=" && !/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name))
            throw new RefusedConfig(`"${name}" is no label name`, [...path, key, name]);
        const matcher = { name, op, value: textOf(value) };
        const problem = (0,alert_matcher/* matcherProblem */._Q)(matcher);
        if (problem !== null)
            throw new RefusedConfig(problem, [...path, key, name]);
        return matcher;
    });
    const matchers = `${prefix}matchers`;
    const written = (0,json_fields/* listOf */.c3)(body[matchers]).flatMap((item, index) => {
        const found = parseMatchers(textOf(item));
        if (found === null)
            throw new RefusedConfig(`"${textOf(item)}" is no matcher`, [...path, matchers, index]);
        return found;
    });
    return [...pairs(`${prefix}match`, "="), ...pairs(`${prefix}match_re`, "=~"), ...written];
};
/** Of the file itself. */
const rootFields = [
    "global",
    "inhibit_rules",
    "mute_time_intervals",
    "receivers",
    "route",
    "templates",
    "time_intervals",
    "tracing",
];
const routeFields = [
    "active_time_intervals",
    "continue",
    "group_by",
    "group_interval",
    "group_wait",
    "match",
    "match_re",
    "matchers",
    "mute_time_intervals",
    "receiver",
    "repeat_interval",
    "routes",
];
const inhibitFields = [
    "equal",
    "name",
    "source_match",
    "source_match_re",
    "source_matchers",
    "target_match",
    "target_match_re",
    "target_matchers",
];
/**
 * Alertmanager refuses fields that it does not know. Only what looks like a slip is told: a newer
 * Alertmanager may know more.
 */
const refuseTypos = (body, fields, path) => {
    for (const key of Object.keys(body)) {
        if (fields.includes(key))
            continue;
        const meant = (0,nearest/* nearest */.p)(key, fields);
        if (meant !== undefined)
            throw new RefusedConfig(`it has no field "${key}" here; "${meant}" is meant`, [...path, key]);
    }
};
/** How a route groups, from what it says itself; what it leaves out is that of the one above. */
const groupingOf = (own, above) => ({
    by: Array.isArray(own.by) ? own.by.map(textOf) : above.by,
    waitMs: (0,prometheus_duration/* parseDuration */.E9)(textOf(own.wait) || "none") ?? above.waitMs,
    intervalMs: (0,prometheus_duration/* parseDuration */.E9)(textOf(own.interval) || "none") ?? above.intervalMs,
});
/** What Alertmanager refuses of how a route groups and repeats: its `UnmarshalYAML` of a route. */
const refuseGrouping = (body, path) => {
    for (const key of ["group_wait", "group_interval", "repeat_interval"]) {
        const text = textOf(body[key]);
        if (text === "")
            continue;
        const duration = (0,prometheus_duration/* parseDuration */.E9)(text);
        if (duration === null)
            throw new RefusedConfig(`${key} is "${text}", which is no duration${/^\d+$/.test(text) ? ": it has no unit" : ""}`, [...path, key]);
        if (duration === 0 && key !== "group_wait")
            throw new RefusedConfig(`${key} must not be zero`, [...path, key]);
    }
    const all = (0,json_fields/* listOf */.c3)(body["group_by"]).map(textOf);
    const labels = all.filter((label) => label !== "...");
    const twice = labels.find((label, index) => labels.indexOf(label) < index);
    if (twice !== undefined)
        throw new RefusedConfig(`group_by names "${twice}" twice`, [...path, "group_by"]);
    if (labels.length > 0 && labels.length < all.length)
        throw new RefusedConfig('group_by has "..." and other labels', [...path, "group_by"]);
};
/** Every scalar is read as text. */
const textOf = (value) => (typeof value === "string" ? value : "");
/** What YAML 1.1 takes for true. */
const isTrue = (value) => /^(?:y|yes|on|true)$/i.test(textOf(value));
const sizeOf = (value) => Array.isArray(value) ? value.length : (0,manifest/* isObject */.G)(value) ? Object.keys(value).length : 0;


/***/ },

/***/ 47509:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  W6: () => (/* binding */ alertmanagersOf),
  xP: () => (/* binding */ configInForce),
  Do: () => (/* binding */ globalConfigName),
  $g: () => (/* binding */ selectedConfigs)
});

// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/world/namespaces.js
var namespaces = __webpack_require__(78933);
// EXTERNAL MODULE: ./build/src/signal/operator/operator-flags.js
var operator_flags = __webpack_require__(21016);
// EXTERNAL MODULE: ./build/src/signal/operator/selection.js
var selection = __webpack_require__(89326);
// EXTERNAL MODULE: ./build/src/promql/syntax.js
var syntax = __webpack_require__(77161);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-matcher.js
var alert_matcher = __webpack_require__(4848);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-config.js
var alertmanager_config = __webpack_require__(715);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-fields.js + 1 modules
var alertmanager_fields = __webpack_require__(24453);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/object-receivers.js


/**
 * What the operator asks of integrations, by their lists: pkg/alertmanager/validation/v1alpha1/validation.go.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/alertmanager/validation/v1alpha1/validation.go
 */
const ownNeeds = {
    emailConfigs: [{ what: "a recipient (to)", own: ["to"] }],
    pagerdutyConfigs: [{ what: "a key (routingKey or serviceKey)", own: ["routingKey", "serviceKey"] }],
    pushoverConfigs: [
        { what: "a user's key (userKey or userKeyFile)", own: ["userKey", "userKeyFile"] },
        { what: "a token (token or tokenFile)", own: ["token", "tokenFile"] },
    ],
    webhookConfigs: [{ what: "an address (url or urlSecret)", own: ["url", "urlSecret"] }],
};
/**
 * What may stand under `global` instead, else the operator writes no configuration, or Alertmanager loads none:
 * `convertEmailConfig` in pkg/alertmanager/amcfg.go, and config.go of Alertmanager.
 * https://github.com/prometheus/alertmanager/blob/v0.34.0/config/config.go
 */
const globalNeeds = {
    emailConfigs: [
        { what: "a server (smarthost)", own: ["smarthost"], file: /^smtp_smarthost$/, object: ["smtp", "smartHost"] },
        { what: "a sender (from)", own: ["from"], file: /^smtp_from$/, object: ["smtp", "from"] },
    ],
    opsgenieConfigs: [
        { what: "a key (apiKey)", own: ["apiKey"], file: /^opsgenie_api_key(?:_file)?$/, object: ["opsGenieApiKey"] },
    ],
    slackConfigs: [
        { what: "an address (apiURL)", own: ["apiURL"], file: /^slack_(?:api_url|app_token)/, object: ["slackApiUrl"] },
    ],
    victoropsConfigs: [
        { what: "a key (apiKey)", own: ["apiKey"], file: /^victorops_api_key(?:_file)?$/, object: ["victorops", "apiKey"] },
    ],
};
/** Why the operator passes the AlertmanagerConfig over. */
const receiverProblem = (object) => firstLack(object, ownNeeds, ({ own }, integration) => isSet(integration, own));
/** What a receiver leaves to `global`, and is not there either: then nothing of the whole configuration is taken. */
const globalLack = (object, global) => (0,manifest/* valueAt */.f)(object.body, ["spec", "route"]) === undefined
    ? null
    : firstLack(object, globalNeeds, ({ own, ...elsewhere }, integration) => isSet(integration, own) ||
        ("file" in global
            ? Object.keys(global.file).some((name) => elsewhere.file.test(name))
            : (0,manifest/* valueAt */.f)(global.object, elsewhere.object) !== undefined));
const firstLack = ({ body }, needs, isMet) => {
    for (const [index, receiver] of (0,json_fields/* objectsAt */.yR)(body, ["spec", "receivers"]).entries())
        for (const [list, wanted] of Object.entries(needs))
            for (const [place, integration] of (0,json_fields/* objectsAt */.yR)(receiver, [list]).entries()) {
                const need = wanted.find((one) => !isMet(one, integration));
                if (need !== undefined)
                    return {
                        message: `an integration of the kind ${list.replace(/Configs$/, "")}, of the receiver "${(0,json_fields/* textAt */.$6)(receiver, ["name"]) ?? ""}", lacks ${need.what}`,
                        path: ["spec", "receivers", index, list, place],
                    };
            }
    return null;
};
const isSet = (integration, names) => names.some((name) => integration[name] !== undefined && integration[name] !== null && integration[name] !== "");

// EXTERNAL MODULE: ./build/src/signal/alertmanager/time-intervals.js
var time_intervals = __webpack_require__(70599);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/alertmanager-config-object.js









/**
 * The parts of an AlertmanagerConfig. With `confined` they see only alerts of its own namespace, as the matcher
 * strategy OnNamespace has it. As in pkg/alertmanager/amcfg.go of the operator.
 */
const configPartsOf = (object, confined, world, grouping = alertmanager_config/* defaultGrouping */.H) => {
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, world);
    const own = (name) => (name === "" ? "" : `${namespace}/${object.ref.name}/${name}`);
    const extra = confined ? [{ name: "namespace", op: "=", value: namespace }] : [];
    const root = (0,manifest/* valueAt */.f)(object.body, ["spec", "route"]);
    const intervals = intervalsOf(object);
    const route = (0,manifest/* isObject */.G)(root)
        ? routeFrom(root, {
            object,
            own,
            receiver: "",
            grouping,
            path: ["spec", "route"],
            isNeverTold: (0,time_intervals/* neverTold */.uo)(intervals instanceof alertmanager_fields/* RefusedConfig */.xI ? new Map() : intervals),
        })
        : null;
    return {
        // Whatever it says, alerts go on to the routes after it.
        route: route === null ? null : { ...route, matchers: [...route.matchers, ...extra], continue: true },
        receivers: (0,json_fields/* objectsAt */.yR)(object.body, ["spec", "receivers"]).map((body, index) => {
            const counts = integrationsOf(body);
            return {
                name: own((0,json_fields/* textAt */.$6)(body, ["name"]) ?? ""),
                integrations: Object.keys(counts),
                counts,
                place: () => object.locate(["spec", "receivers", index]),
            };
        }),
        inhibitRules: (0,json_fields/* objectsAt */.yR)(object.body, ["spec", "inhibitRules"]).map((body, index) => ({
            source: [...matchersAt(body, "sourceMatch"), ...extra],
            target: [...matchersAt(body, "targetMatch"), ...extra],
            equal: (0,json_fields/* textsAt */.i1)(body, ["equal"]),
            place: () => object.locate(["spec", "inhibitRules", index]),
        })),
    };
};
const intervalsOf = ({ body }) => {
    try {
        return (0,time_intervals/* timeIntervalsIn */.nN)((0,json_fields/* objectAt */.lJ)(body, ["spec"]), ["muteTimeIntervals", "timeIntervals"], {
            path: ["spec"],
            inside: "timeIntervals",
            fields: time_intervals/* spelling */.DS.object,
        });
    }
    catch (error) {
        if (error instanceof alertmanager_fields/* RefusedConfig */.xI)
            return error;
        throw error;
    }
};
const integrationsOf = (receiver) => Object.fromEntries(Object.entries(receiver).flatMap(([key, value]) => key.endsWith("Configs") && Array.isArray(value) && value.length > 0
    ? [[key.replace(/Configs$/, "").toLowerCase(), value.length]]
    : []));
/**
 * Why the operator refuses an AlertmanagerConfig, and where; null where it takes it. Secrets that its
 * receivers name are not looked for.
 */
const configProblem = (object) => {
    const names = (0,json_fields/* objectsAt */.yR)(object.body, ["spec", "receivers"]).map((body) => (0,json_fields/* textAt */.$6)(body, ["name"]) ?? "");
    const twice = names.findIndex((name, index) => names.indexOf(name) < index);
    if (twice !== -1)
        return { message: `two receivers are named "${names[twice]}"`, path: ["spec", "receivers", twice] };
    const receiver = receiverProblem(object);
    if (receiver !== null)
        return receiver;
    const route = (0,manifest/* valueAt */.f)(object.body, ["spec", "route"]);
    const intervals = intervalsOf(object);
    if (intervals instanceof alertmanager_fields/* RefusedConfig */.xI)
        return { message: intervals.message, path: intervals.path };
    return (0,manifest/* isObject */.G)(route) ? routeProblem(route, ["spec", "route"], names, [...intervals.keys()]) : null;
};
/** Deeper than anybody writes. */
const mostLevels = 100;
const routeProblem = (body, path, names, intervals) => {
    const receiver = (0,json_fields/* textAt */.$6)(body, ["receiver"]);
    if (path.length > mostLevels * 2)
        return { message: `its routes are nested deeper than ${mostLevels} levels`, path: [] };
    if (receiver === null && path.length === 2)
        return { message: "its first route names no receiver", path };
    if (receiver !== null && !names.includes(receiver))
        return {
            message: `a route names the receiver "${receiver}", which it does not define`,
            path: [...path, "receiver"],
        };
    const grouping = groupingProblem((0,json_fields/* textsAt */.i1)(body, ["groupBy"]));
    if (grouping !== null)
        return { message: grouping, path: [...path, "groupBy"] };
    for (const field of ["muteTimeIntervals", "activeTimeIntervals"]) {
        const unknown = (0,json_fields/* textsAt */.i1)(body, [field]).find((name) => !intervals.includes(name));
        if (unknown !== undefined)
            return {
                message: `a route names the time interval "${unknown}", which it does not define`,
                path: [...path, field],
            };
    }
    const problem = matchersAt(body, "matchers")
        .map(alert_matcher/* matcherProblem */._Q)
        .find((one) => one !== null);
    if (problem !== undefined && problem !== null)
        return { message: problem, path: [...path, "matchers"] };
    return ((0,json_fields/* objectsAt */.yR)(body, ["routes"])
        .map((child, index) => routeProblem(child, [...path, "routes", index], names, intervals))
        .find((one) => one !== null) ?? null);
};
const groupingProblem = (labels) => {
    const twice = labels.find((label, index) => labels.indexOf(label) < index);
    if (twice !== undefined)
        return `groupBy names "${twice}" twice`;
    return labels.length > 1 && labels.includes("...") ? 'groupBy has "..." and other labels' : null;
};
const routeFrom = (body, above) => {
    const { object, own, path } = above;
    const named = own((0,json_fields/* textAt */.$6)(body, ["receiver"]) ?? "");
    const receiver = named === "" ? above.receiver : named;
    const { groupBy, groupWait, groupInterval } = body;
    const grouping = (0,alertmanager_fields/* groupingOf */.N)({ by: groupBy, wait: groupWait, interval: groupInterval }, above.grouping);
    const times = { mute: (0,json_fields/* textsAt */.i1)(body, ["muteTimeIntervals"]), active: (0,json_fields/* textsAt */.i1)(body, ["activeTimeIntervals"]) };
    return {
        receiver,
        matchers: matchersAt(body, "matchers"),
        continue: body["continue"] === true,
        routes: (0,json_fields/* objectsAt */.yR)(body, ["routes"]).map((child, index) => routeFrom(child, { ...above, receiver, grouping, path: [...path, "routes", index] })),
        muteTimeIntervals: times.mute.map(own),
        activeTimeIntervals: times.active.map(own),
        isNeverTold: above.isNeverTold(times),
        grouping,
        place: () => object.locate(path),
    };
};
const matchersAt = (body, field) => (0,json_fields/* objectsAt */.yR)(body, [field]).map((one) => ({
    name: (0,json_fields/* textAt */.$6)(one, ["name"]) ?? "",
    op: operatorOf(one["matchType"], one["regex"]),
    value: (0,json_fields/* textAt */.$6)(one, ["value"]) ?? "",
}));
const operatorOf = (matchType, regex) => syntax/* matchOperators */.$e.find((op) => op === matchType) ?? (regex === true ? "=~" : "=");

// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-secret.js
var alertmanager_secret = __webpack_require__(34853);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/read-alertmanager-config.js + 1 modules
var read_alertmanager_config = __webpack_require__(84981);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/alertmanager-in-force.js











/** The configuration an Alertmanager runs with; null where that cannot be seen. */
const configInForce = (alertmanager, world, { all = false, unconfined = false } = {}) => inForce(world)(alertmanager)(all)(unconfined);
const inForce = (0,once/* once */.O)((world) => (0,once/* once */.O)((alertmanager) => (0,once/* once */.O)((all) => (0,once/* once */.O)((unconfined) => readInForce(alertmanager, world, { all, unconfined })))));
const readInForce = (alertmanager, world, as) => {
    if ((0,selection/* whyNotReconciled */.E)(alertmanager, world) !== null)
        return null;
    const base = baseConfig(alertmanager, world);
    if (base === null || base.config === null)
        return base;
    const all = selectedConfigs(alertmanager, world);
    if (!as.all && all.some(({ status }) => status === "unknown"))
        return null;
    const used = all.filter(({ status }) => status === "selected" || (as.all && status === "not-selected"));
    const lack = lackOf(used.filter(({ status }) => status === "selected"), alertmanager, world);
    if (lack !== null)
        return lack;
    const { grouping } = base.config.route;
    const parts = used.map(({ object }) => configPartsOf(object, !as.unconfined && isConfined(object, alertmanager, world), world, grouping));
    return { config: merged(base.config, parts), problem: null };
};
/** What an AlertmanagerConfig leaves to `global`, and stands nowhere. */
const lackOf = (used, alertmanager, world) => {
    if (used.length === 0)
        return null;
    const { text } = (0,alertmanager_secret/* configText */.U)(alertmanager, world);
    const global = globalConfigName(alertmanager) === null && text !== null
        ? { file: (0,json_fields/* objectAt */.lJ)((0,read_alertmanager_config/* parseAlertmanagerConfig */.l)(text), ["global"]) }
        : { object: (0,json_fields/* objectAt */.lJ)(alertmanager.body, ["spec", "alertmanagerConfiguration", "global"]) };
    for (const { object } of used) {
        const found = globalLack(object, global);
        if (found === null)
            continue;
        const { config, problem } = refused(`${(0,finding/* nameOf */.Vb)(object.ref)}: ${found.message}, and so does global`, object, found.path);
        return { config, problem: { ...problem, isLack: true } };
    }
    return null;
};
/** Routes of AlertmanagerConfigs go before those of the file, and each lets alerts go on. */
const merged = (base, parts) => ({
    route: {
        ...base.route,
        routes: [...parts.map(({ route }) => route).filter((route) => route !== null), ...base.route.routes],
    },
    receivers: [...base.receivers, ...parts.filter(({ route }) => route !== null).flatMap(({ receivers }) => receivers)],
    inhibitRules: [...base.inhibitRules, ...parts.flatMap(({ inhibitRules }) => inhibitRules)],
});
/** The AlertmanagerConfig that an Alertmanager has in place of a Secret; null: it has none. */
const globalConfigName = ({ body }) => (0,json_fields/* textAt */.$6)(body, ["spec", "alertmanagerConfiguration", "name"]);
/** The Secret's, or that of the AlertmanagerConfig which `alertmanagerConfiguration` names. */
const baseConfig = (alertmanager, world) => {
    const name = globalConfigName(alertmanager);
    if (name === null) {
        const { text, place } = (0,alertmanager_secret/* configText */.U)(alertmanager, world);
        return text === null ? null : (0,read_alertmanager_config/* readAlertmanagerConfig */.k)(text, place);
    }
    const object = (0,namespaces/* objectIn */.D7)(world, "AlertmanagerConfig", (0,namespaces/* namespaceOf */.N6)(alertmanager, world), name);
    if (object === undefined)
        return null;
    const problem = configProblem(object);
    if (problem !== null)
        return refused(`${(0,finding/* nameOf */.Vb)(object.ref)}: ${problem.message}`, object, problem.path);
    const { route, receivers, inhibitRules } = configPartsOf(object, false, world);
    return route === null
        ? refused(`${(0,finding/* nameOf */.Vb)(object.ref)} has no route`, object, ["spec"])
        : { config: { route: { ...route, continue: false }, receivers, inhibitRules }, problem: null };
};
const refused = (message, object, path) => ({
    config: null,
    problem: { message, place: () => object.locate(path) },
});
/** Every AlertmanagerConfig of the world in the operator's order, and whether this Alertmanager uses it. */
const selectedConfigs = (alertmanager, world) => {
    const global = globalConfigName(alertmanager);
    const home = (0,namespaces/* namespaceOf */.N6)(alertmanager, world);
    const key = (object) => `${(0,namespaces/* namespaceOf */.N6)(object, world)}/${object.ref.name}`;
    return world
        .ofKind("AlertmanagerConfig")
        .filter((object) => global === null || key(object) !== `${home}/${global}`)
        .toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
        .map((object) => alertmanager_in_force_selection(object, alertmanager, world));
};
const alertmanager_in_force_selection = (object, alertmanager, world) => {
    const { byLabels, byNamespace } = (0,selection/* choiceOf */.FH)(object, alertmanager, selectors, world);
    const whose = `of ${(0,finding/* nameOf */.Vb)(alertmanager.ref)}`;
    const namespace = (0,namespaces/* namespaceOf */.N6)(object, world);
    const passedOver = (why) => ({ object, status: "not-selected", why });
    const unwatched = (0,operator_flags/* whyUnwatched */.y)((0,operator_flags/* operatorFlags */.k)(world), object.ref.kind, namespace);
    if (byLabels === "broken")
        return passedOver(`${selectors.selector} ${whose} does not select it`);
    if (unwatched !== null)
        return passedOver(`the operator ${unwatched}`);
    if (byNamespace === "broken")
        return passedOver(`${selectors.namespaceSelector} ${whose} does not select the namespace ${namespace}`);
    if (byNamespace === "unknown")
        return { object, status: "unknown", why: `the labels of the namespace ${namespace} are not in the tree` };
    const problem = configProblem(object);
    return problem === null
        ? { object, status: "selected", why: "" }
        : { object, status: "refused", why: `the operator refuses it: ${problem.message}` };
};
const selectors = {
    selector: "alertmanagerConfigSelector",
    namespaceSelector: "alertmanagerConfigNamespaceSelector",
};
/** The strategies that the operator has; OnNamespace is the default. */
const isConfined = (object, alertmanager, world) => {
    const strategy = (0,json_fields/* textAt */.$6)(alertmanager.body, ["spec", "alertmanagerConfigMatcherStrategy", "type"]);
    if (strategy === "None")
        return false;
    const exempt = strategy === "OnNamespaceExceptForAlertmanagerNamespace";
    return !(exempt && (0,namespaces/* namespaceOf */.N6)(object, world) === (0,namespaces/* namespaceOf */.N6)(alertmanager, world));
};
/** The Alertmanagers a Prometheus sends to; `unseen` names one that is not in sight. */
const alertmanagersOf = (prometheus, world) => {
    const spec = (0,manifest/* valueAt */.f)(prometheus.body, ["spec"]);
    const listed = (0,manifest/* valueAt */.f)(spec, ["alerting", "alertmanagers"]);
    const additional = (0,manifest/* valueAt */.f)(spec, ["additionalAlertManagerConfigs"]);
    const all = (Array.isArray(listed) ? listed : []).map((one) => {
        const namespace = (0,json_fields/* textAt */.$6)(one, ["namespace"]) ?? (0,namespaces/* namespaceOf */.N6)(prometheus, world);
        const name = (0,json_fields/* textAt */.$6)(one, ["name"]) ?? "";
        return { name: `Service ${namespace}/${name}`, object: behind(namespace, name, world) };
    });
    const unknown = all.find(({ object }) => object === undefined)?.name ?? null;
    return {
        found: all.map(({ object }) => object).filter((object) => object !== undefined),
        unseen: unknown ?? (additional === undefined ? null : "additionalAlertManagerConfigs"),
    };
};
/** The Alertmanager whose pods the Service selects: the operator labels them `alertmanager: <name>`. */
const behind = (namespace, service, world) => {
    const all = world.ofKind("Alertmanager").filter((one) => (0,namespaces/* namespaceOf */.N6)(one, world) === namespace);
    if (service === "alertmanager-operated")
        return all[0];
    const object = (0,namespaces/* objectIn */.D7)(world, "Service", namespace, service);
    const name = (0,json_fields/* textAt */.$6)(object?.body, ["spec", "selector", "alertmanager"]);
    return all.find(({ ref }) => ref.name === name);
};


/***/ },

/***/ 34853:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ configText)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78933);



const key = "alertmanager.yaml";
/** What the operator runs an Alertmanager with whose Secret is empty. */
const fallback = 'route: {receiver: "null"}\nreceivers: [{name: "null"}]\n';
/** The configuration in the Secret that an Alertmanager names, or in `alertmanager-<name>`. */
const configText = (alertmanager, world) => {
    const name = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(alertmanager.body, ["spec", "configSecret"]) ?? `alertmanager-${alertmanager.ref.name}`;
    const secret = (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_1__/* .objectIn */ .D7)(world, "Secret", (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_1__/* .namespaceOf */ .N6)(alertmanager, world), name);
    const nowhere = () => alertmanager.locate(["spec", "configSecret"]);
    if (secret === undefined)
        return { text: null, name, place: nowhere };
    return { text: textIn(secret), name, place: placeIn(secret, world) };
};
/**
 * stringData wins over data; without a text, or with an empty one, the operator falls back. Null
 * where `data` is no base64.
 */
const textIn = ({ body }) => {
    const plain = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(body, ["stringData", key]);
    if (plain !== null)
        return plain;
    const encoded = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(body, ["data", key]);
    if (encoded === null)
        return fallback;
    const text = Buffer.from(encoded, "base64").toString("utf8");
    return text === "" ? null : text;
};
/**
 * A Secret of the chart is written in the values under `alertmanager.config`; any other in its own manifest or in the
 * file it is generated from.
 */
const placeIn = (secret, world) => {
    const base = () => secret.locate(["stringData", key]) ?? secret.locate(["data", key]);
    if (secret.manifest?.origin.from !== "chart")
        return base;
    return (path) => {
        const at = secret.locate(["data", key]);
        const document = at === null ? undefined : world.file(at.file)?.documents[0];
        const keys = ["alertmanager", "config"];
        const config = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(document?.value, keys);
        return document === undefined || !(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(config) ? at : document.locateKey([...keys, ...path]);
    };
};


/***/ },

/***/ 84981:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ parseAlertmanagerConfig),
  k: () => (/* binding */ readAlertmanagerConfig)
});

// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-config.js
var alertmanager_config = __webpack_require__(715);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alertmanager-fields.js + 1 modules
var alertmanager_fields = __webpack_require__(24453);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/receiver-refusals.js



/** https://prometheus.io/docs/alerting/latest/configuration/#receiver */
const receiverFields = [
    "name",
    "discord_configs",
    "email_configs",
    "incidentio_configs",
    "jira_configs",
    "mattermost_configs",
    "msteams_configs",
    "msteamsv2_configs",
    "opsgenie_configs",
    "pagerduty_configs",
    "pushover_configs",
    "rocketchat_configs",
    "slack_configs",
    "sns_configs",
    "telegram_configs",
    "victorops_configs",
    "webex_configs",
    "webhook_configs",
    "wechat_configs",
];
/** By the list of the receiver: what Alertmanager 0.34 and amtool 0.31 ask of each, wherever they take it from. */
const needs = {
    email_configs: [
        { what: "a recipient (to)", own: /^to$/ },
        { what: "a sender (from, or smtp_from under global)", own: /^from$/, global: /^smtp_from$/ },
        { what: "a server (smarthost, or smtp_smarthost under global)", own: /^smarthost$/, global: /^smtp_smarthost$/ },
    ],
    opsgenie_configs: [
        {
            what: "a key (api_key, api_key_file, or opsgenie_api_key under global)",
            own: /^api_key(?:_file)?$/,
            global: /^opsgenie_api_key(?:_file)?$/,
        },
    ],
    pagerduty_configs: [
        { what: "a key (routing_key, service_key, or a file of one)", own: /^(?:routing|service)_key(?:_file)?$/ },
    ],
    slack_configs: [
        {
            what: "an address (api_url, api_url_file, or slack_api_url under global) or a token of an app",
            own: /^(?:api_url|app_token)/,
            global: /^slack_(?:api_url|app_token)/,
        },
    ],
    victorops_configs: [
        { what: "a routing_key", own: /^routing_key$/ },
        {
            what: "a key (api_key, api_key_file, or victorops_api_key under global)",
            own: /^api_key(?:_file)?$/,
            global: /^victorops_api_key(?:_file)?$/,
        },
    ],
    webhook_configs: [{ what: "an address (url or url_file)", own: /^url(?:_file)?$/ }],
};
/**
 * Throws RefusedConfig where a receiver has a field that looks like a slip, or an integration of one of the usual kinds
 * lacks what it cannot do without.
 */
const refuseReceiver = (body, global, path) => {
    // A list of a kind that is not known may be a newer Alertmanager's: only what has no such ending is a slip.
    const unlikeLists = Object.entries(body).filter(([key]) => !key.endsWith("_configs"));
    (0,alertmanager_fields/* refuseTypos */.Yp)(Object.fromEntries(unlikeLists), receiverFields, path);
    for (const [list, wanted] of Object.entries(needs))
        for (const [index, item] of (0,json_fields/* listOf */.c3)(body[list]).entries())
            for (const need of wanted)
                if ((0,manifest/* isObject */.G)(item) && !has(item, need.own) && !(need.global && (0,manifest/* isObject */.G)(global) && has(global, need.global)))
                    throw new alertmanager_fields/* RefusedConfig */.xI(`an integration of the kind ${list.replace(/_configs$/, "")}, of the receiver "${(0,alertmanager_fields/* textOf */.b6)(body["name"])}", lacks ${need.what}`, [...path, list, index], true);
};
const has = (body, key) => Object.entries(body).some(([name, value]) => key.test(name) && ((0,alertmanager_fields/* textOf */.b6)(value) !== "" || (0,alertmanager_fields/* sizeOf */.$d)(value) > 0));

// EXTERNAL MODULE: ./build/src/signal/alertmanager/time-intervals.js
var time_intervals = __webpack_require__(70599);
;// CONCATENATED MODULE: ./build/src/signal/alertmanager/read-alertmanager-config.js







/** Go's yaml.v2 decodes every scalar into a string field as it is written: `severity: yes` asks for "yes". */
const schema = new js_yaml/* Schema */.Sj([js_yaml/* strTag */.ym, js_yaml/* seqTag */.UD, js_yaml/* mapTag */.pj, js_yaml/* nullYaml11Tag */.L2, js_yaml/* mergeTag */.LJ]);
/**
 * Reads an alertmanager.yaml. It judges the routing tree as Alertmanager does when it loads the file; of integrations
 * only whether they say whom to notify.
 */
const readAlertmanagerConfig = (text, place = () => null) => {
    try {
        return { config: configOf(parseAlertmanagerConfig(text), place), problem: null };
    }
    catch (error) {
        if (!(error instanceof alertmanager_fields/* RefusedConfig */.xI))
            throw error;
        const { message, path, isLack } = error;
        return { config: null, problem: { message, place: () => place(path), isLack } };
    }
};
/** Its values, every scalar as it is written. Throws RefusedConfig. */
const parseAlertmanagerConfig = (text) => {
    let value;
    try {
        // Go reads the first document of a file.
        value = (0,js_yaml/* loadAll */.gh)(text, { schema })[0];
    }
    catch (error) {
        throw new alertmanager_fields/* RefusedConfig */.xI(`it is no YAML: ${error instanceof Error ? error.message.split("\n")[0] : error}`, []);
    }
    if (!(0,manifest/* isObject */.G)(value))
        throw new alertmanager_fields/* RefusedConfig */.xI("it has no route", []);
    return value;
};
const configOf = (body, place) => {
    (0,alertmanager_fields/* refuseTypos */.Yp)(body, alertmanager_fields/* rootFields */.ag, []);
    const receivers = (0,json_fields/* listOf */.c3)(body["receivers"]).map((item, index) => receiverOf(item, ["receivers", index], place));
    const seen = new Set();
    const twice = receivers.findIndex(({ name }) => seen.size === seen.add(name).size);
    if (twice !== -1)
        throw new alertmanager_fields/* RefusedConfig */.xI(`two receivers are named "${receivers[twice]?.name}"`, ["receivers", twice, "name"]);
    const { route: root } = body;
    if (!(0,manifest/* isObject */.G)(root))
        throw new alertmanager_fields/* RefusedConfig */.xI("it has no route", ["route"]);
    const names = new Set(receivers.map(({ name }) => name));
    const intervals = (0,time_intervals/* timeIntervalsIn */.nN)(body, ["mute_time_intervals", "time_intervals"], {
        path: [],
        inside: "time_intervals",
        fields: time_intervals/* spelling */.DS.file,
    });
    refuseRoot(root);
    for (const [index, item] of (0,json_fields/* listOf */.c3)(body["receivers"]).entries())
        refuseReceiver((0,manifest/* isObject */.G)(item) ? item : {}, body["global"], ["receivers", index]);
    return {
        route: routeFrom(root, {
            receiver: "",
            grouping: alertmanager_config/* defaultGrouping */.H,
            path: ["route"],
            names,
            intervals,
            isNeverTold: (0,time_intervals/* neverTold */.uo)(intervals),
            place,
            seen: { routes: 0 },
        }),
        receivers,
        inhibitRules: (0,json_fields/* listOf */.c3)(body["inhibit_rules"]).map((item, index) => inhibitRuleOf(item, ["inhibit_rules", index], place)),
    };
};
const refuseRoot = (root) => {
    if ((0,alertmanager_fields/* textOf */.b6)(root["receiver"]) === "")
        throw new alertmanager_fields/* RefusedConfig */.xI("its first route names no receiver", ["route"]);
    for (const key of ["match", "match_re", "matchers", "mute_time_intervals", "active_time_intervals"])
        if ((0,alertmanager_fields/* sizeOf */.$d)(root[key]) > 0)
            throw new alertmanager_fields/* RefusedConfig */.xI(`its first route must not have ${key}`, ["route", key]);
    if ((0,alertmanager_fields/* isTrue */.Hn)(root["continue"]))
        throw new alertmanager_fields/* RefusedConfig */.xI("its first route must not continue", ["route", "continue"]);
};
/** Deeper and more than anybody writes: aliases let a small file stand for millions of routes. */
const mostLevels = 100;
const mostRoutes = 50_000;
const routeFrom = (body, above) => {
    const { path, names, intervals, place, seen } = above;
    seen.routes += 1;
    if (path.length > 2 * mostLevels || seen.routes > mostRoutes)
        throw new alertmanager_fields/* RefusedConfig */.xI(`it has more than ${mostRoutes} routes, or more than ${mostLevels} levels of them`, [
            "route",
        ]);
    (0,alertmanager_fields/* refuseTypos */.Yp)(body, alertmanager_fields/* routeFields */.zK, path);
    (0,alertmanager_fields/* refuseGrouping */.MT)(body, path);
    const own = (0,alertmanager_fields/* textOf */.b6)(body["receiver"]);
    if (own !== "" && !names.has(own))
        throw new alertmanager_fields/* RefusedConfig */.xI(`a route names the receiver "${own}", which is not defined`, [...path, "receiver"]);
    const receiver = own === "" ? above.receiver : own;
    const grouping = (0,alertmanager_fields/* groupingOf */.N)({ by: body["group_by"], wait: body["group_wait"], interval: body["group_interval"] }, above.grouping);
    const intervalNames = (key) => {
        const used = (0,json_fields/* listOf */.c3)(body[key]).map(alertmanager_fields/* textOf */.b6);
        const unknown = used.find((name) => !intervals.has(name));
        if (unknown !== undefined)
            throw new alertmanager_fields/* RefusedConfig */.xI(`a route names the time interval "${unknown}", which is not defined`, [...path, key]);
        return used;
    };
    const times = { mute: intervalNames("mute_time_intervals"), active: intervalNames("active_time_intervals") };
    return {
        receiver,
        matchers: (0,alertmanager_fields/* matchersIn */.Pd)(body, "", path),
        continue: (0,alertmanager_fields/* isTrue */.Hn)(body["continue"]),
        routes: (0,json_fields/* listOf */.c3)(body["routes"])
            .map((item, index) => [item, index])
            .filter(([item]) => item !== null)
            .map(([item, index]) => routeFrom((0,manifest/* isObject */.G)(item) ? item : {}, { ...above, receiver, grouping, path: [...path, "routes", index] })),
        muteTimeIntervals: times.mute,
        activeTimeIntervals: times.active,
        isNeverTold: above.isNeverTold(times),
        grouping,
        place: () => place(path),
    };
};
const inhibitRuleOf = (item, path, place) => {
    const body = (0,manifest/* isObject */.G)(item) ? item : {};
    (0,alertmanager_fields/* refuseTypos */.Yp)(body, alertmanager_fields/* inhibitFields */.NE, path);
    return {
        source: (0,alertmanager_fields/* matchersIn */.Pd)(body, "source_", path),
        target: (0,alertmanager_fields/* matchersIn */.Pd)(body, "target_", path),
        equal: (0,json_fields/* listOf */.c3)(body["equal"]).map(alertmanager_fields/* textOf */.b6),
        place: () => place(path),
    };
};
const receiverOf = (item, path, place) => {
    const body = (0,manifest/* isObject */.G)(item) ? item : {};
    const name = (0,alertmanager_fields/* textOf */.b6)(body["name"]);
    if (name === "")
        throw new alertmanager_fields/* RefusedConfig */.xI("a receiver has no name", path);
    const counts = Object.fromEntries(Object.entries(body)
        .filter(([key, value]) => key.endsWith("_configs") && (0,alertmanager_fields/* sizeOf */.$d)(value) > 0)
        .map(([key, value]) => [key.replace(/_configs$/, ""), (0,alertmanager_fields/* sizeOf */.$d)(value)]));
    return { name, integrations: Object.keys(counts), counts, place: () => place(path) };
};


/***/ },

/***/ 70599:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DS: () => (/* binding */ spelling),
/* harmony export */   nN: () => (/* binding */ timeIntervalsIn),
/* harmony export */   uo: () => (/* binding */ neverTold)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71706);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24453);




const spelling = {
    file: { start: "start_time", end: "end_time", days: "days_of_month" },
    object: { start: "startTime", end: "endTime", days: "daysOfMonth" },
};
/** More than anybody writes: aliases let a small file stand for millions. */
const mostRanges = 10_000;
/**
 * What time intervals consist of, `list` being where the named ones are written. Throws RefusedConfig where
 * Alertmanager, and the operator likewise, refuses one.
 * https://github.com/prometheus/alertmanager/blob/main/timeinterval/timeinterval.go
 */
const timeIntervalsIn = (body, lists, { path, inside, fields }) => {
    const found = new Map();
    let ranges = 0;
    for (const list of lists)
        for (const [index, item] of (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(body[list]).entries()) {
            const at = [...path, list, index];
            const named = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(item) ? item : {};
            const name = (0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(named["name"] ?? "");
            if (name === "")
                throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI("a time interval has no name", at);
            if (found.has(name))
                throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI(`two time intervals are named "${name}"`, [...at, "name"]);
            const periods = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(named[inside]).map((one) => ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(one) ? one : {}));
            ranges += periods.length;
            for (const period of periods)
                for (const value of Object.values(period))
                    ranges += (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(value).length;
            if (ranges > mostRanges)
                throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI(`it has more than ${mostRanges} times in its intervals`, [list]);
            found.set(name, periods.map((period, place) => periodOf(period, [...at, inside, place], fields)));
        }
    return found;
};
const periodOf = (body, path, { start, end, days }) => {
    (0,_alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseTypos */ .Yp)(body, ["times", "weekdays", days, "months", "years", "location"], path);
    const read = (field, one) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(body[field]).map((value, index) => one(value, [...path, field, index]));
    const monthDays = read(days, daysOf);
    const months = read("months", (value, at) => rangeOf(value, at, monthNames, "month"));
    const years = read("years", (value, at) => rangeOf(value, at, [], "year"));
    return {
        location: (0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(body["location"] ?? ""),
        times: read("times", (value, at) => timesOf(value, at, start, end)),
        weekdays: read("weekdays", (value, at) => rangeOf(value, at, weekdayNames, "day of the week")),
        hasGaps: years.length > 0 || isPartOf(months, 1, [12]) || isPartOf(monthDays, 1, [31, -1]),
    };
};
/** Whether ranges are named of which none is the whole. */
const isPartOf = (ranges, first, last) => ranges.length > 0 && !ranges.some(([from, to]) => from === first && last.includes(to));
const weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const monthNames = [
    ...["", "january", "february", "march", "april", "may", "june", "july"],
    ...["august", "september", "october", "november", "december"],
];
const timesOf = (value, path, start, end) => {
    const body = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? value : {};
    (0,_alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .refuseTypos */ .Yp)(body, [start, end], path);
    const [from, to] = [minuteOf(body, start, path), minuteOf(body, end, path)];
    if (from >= to)
        throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI(`a time of a time interval ends at ${(0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(body[end] ?? "")}, not after it begins at ${(0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(body[start] ?? "")}: a night is two of them, up to 24:00 and from 00:00 on`, path);
    return [from, to];
};
const minuteOf = (body, field, path) => {
    const text = (0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(body[field] ?? "");
    if (!/^(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]|24:00)$/.test(text))
        throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI(`${field} of a time interval is "${text}", which is no time of the form 09:30`, [
            ...path,
            ...(body[field] === undefined ? [] : [field]),
        ]);
    return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
};
/** `monday:friday`, `may`, `2026`; numbers stand for themselves where `names` has no weekdays. */
const rangeOf = (value, path, names, what) => {
    const text = (0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(value);
    const ends = text.toLowerCase().split(":");
    const [from = Number.NaN, to = from] = ends.map((end) => numberOf(end, names));
    if (ends.length > 2 || Number.isNaN(from) || Number.isNaN(to))
        throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI(`"${text}" in a time interval is no ${what}${names.length > 0 ? `: ${inFull}` : ""}`, path);
    if (from > to)
        throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI(`"${text}" in a time interval ends before it begins${names === weekdayNames ? ": weeks begin with Sunday" : ""}`, path);
    return [from, to];
};
const inFull = "names are written in full, a range as `first:last`";
const numberOf = (text, names) => {
    const index = text === "" ? -1 : names.indexOf(text);
    if (index !== -1)
        return index;
    return names !== weekdayNames && /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
};
/** The file writes `1:15`, the object a mapping. */
const daysOf = (value, path) => {
    const ends = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(value) ? [value["start"], value["end"]] : (0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(value).split(":");
    const [from = Number.NaN, to = from] = ends.map((end) => numberOf((0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(end ?? ""), []));
    const text = ends.map((end) => (0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(end ?? "")).join(":");
    if (ends.length > 2 || ![from, to].every((day) => day !== 0 && Math.abs(day) <= 31))
        throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI(`"${text}" in a time interval is no day of the month`, path);
    // A month has 28 days at least.
    const atLeast = (day) => (day < 0 ? 28 + day : day);
    if ((from < 0 && to > 0) || atLeast(from) > atLeast(to))
        throw new _alertmanager_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .RefusedConfig */ .xI(`"${text}" in a time interval ends before it begins`, path);
    return [from, to];
};
/**
 * Whether a route notifies at no time at all: at each, a mute interval holds for certain, or no active one does. False
 * where that would take long to tell.
 */
const neverTold = (intervals) => {
    const verdicts = new Map();
    const named = (names) => names.flatMap((name) => intervals.get(name) ?? []);
    return ({ mute, active }) => {
        if (mute.length + active.length === 0)
            return false;
        const key = JSON.stringify([mute, active]);
        const verdict = verdicts.get(key) ?? isNeverTold(named(mute), active.length === 0 ? null : named(active));
        verdicts.set(key, verdict);
        return verdict;
    };
};
const mostPeriods = 100;
/** Between the times that periods name nothing changes, so that one moment of each stretch is enough. */
const isNeverTold = (muting, telling) => {
    const all = [...muting, ...(telling ?? [])];
    const minutes = new Set([0, ...all.flatMap(({ times }) => times.flat())].filter((minute) => minute < 24 * 60));
    if (all.length > mostPeriods || minutes.size > mostPeriods)
        return false;
    const moments = [...minutes].flatMap((minute) => weekdayNames.map((_, day) => ({ minute, day })));
    const zones = ["", ...new Set(all.map(({ location }) => location))];
    return zones.some((zone) => moments.every((moment) => muting.some((period) => !period.hasGaps && holds(period, moment, zone) === true) ||
        telling?.every((period) => holds(period, moment, zone) === false) === true));
};
/** Whether a period holds in its weeks; null where another time zone's clock decides. */
const holds = ({ location, times, weekdays }, { minute, day }, zone) => {
    if (times.length + weekdays.length > 0 && location !== zone)
        return null;
    return ((times.length === 0 || times.some(([from, to]) => minute >= from && minute < to)) &&
        (weekdays.length === 0 || weekdays.some(([from, to]) => day >= from && day <= to)));
};


/***/ },

/***/ 7617:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ alertLabels)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91930);
/* harmony import */ var _promql_result_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2675);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78933);





/** The labels with which an alert reaches Alertmanager: those of its series, of the rule, and of the Prometheus. */
const alertLabels = (entry, expression, known, prometheus, world) => {
    const series = expression.type === "scalar" ? _promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .noLabels */ .DT : (0,_promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)((0,_promql_result_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .resultLabels */ .x)(expression.root, known.shapeOf), ["__name__"]);
    const fired = (0,_promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .withLabels */ .IO)(series, [
        ...Object.entries(entry.labels).map(
        // A template's value is known only when it fires.
        ([name, value]) => [name, value.includes("{{") ? null : [value]]),
        ...enforced(entry, prometheus, world),
        ["alertname", [entry.name]],
    ]);
    return sent(fired, prometheus, world);
};
/** `enforcedNamespaceLabel` gives every alert the namespace of its PrometheusRule, but those that are excluded. */
const enforced = ({ object }, prometheus, world) => {
    const label = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(prometheus?.body, ["spec", "enforcedNamespaceLabel"]);
    if (label === null)
        return [];
    const excluded = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(prometheus?.body, ["spec", "excludedFromEnforcement"]) !== undefined;
    return [[label, excluded ? null : [(0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOf */ .N6)(object, world)]]];
};
/**
 * External labels fill what the alert does not have; then alert relabeling, which the operator uses to take the
 * replica's name away again.
 */
const sent = (shape, prometheus, world) => {
    if (prometheus === null)
        return { labels: shape.labels, open: true };
    const spec = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(prometheus.body, ["spec"]);
    const own = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(spec) ? spec["prometheusExternalLabelName"] : undefined;
    const name = typeof own === "string" ? own : "prometheus";
    const external = {
        ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .labelsAt */ .dx)(spec, ["externalLabels"]),
        ...(name === "" ? {} : { [name]: `${(0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOf */ .N6)(prometheus, world)}/${prometheus.ref.name}` }),
    };
    const filled = (0,_promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .withLabels */ .IO)(shape, Object.entries(external).map(([label, value]) => {
        const values = (0,_promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .valuesIn */ .aC)(shape, label);
        return [label, values === null ? null : values.map((one) => (one === "" ? value : one))];
    }));
    const replica = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(spec, ["replicaExternalLabelName"]) ?? "prometheus_replica";
    const kept = (0,_promql_label_shape_js__WEBPACK_IMPORTED_MODULE_0__/* .without */ .FF)(filled, [replica]);
    return relabels(spec)
        ? { labels: new Map(Array.from(kept.labels.keys(), (label) => [label, null])), open: true }
        : kept;
};
/** Alert relabeling may do anything. */
const relabels = (spec) => {
    if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(spec, ["additionalAlertRelabelConfigs"]) !== undefined)
        return true;
    const all = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(spec, ["alerting", "alertmanagers"]);
    return Array.isArray(all) && all.some((one) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(one, ["alertRelabelings", 0]) !== undefined);
};


/***/ },

/***/ 692:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ classesOf)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52615);
/* harmony import */ var _dcgm_failure_classes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24961);
/* harmony import */ var _promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27483);
/* harmony import */ var _promql_matcher_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46670);
/* harmony import */ var _promql_syntax_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(77161);
/* harmony import */ var _rules_recorded_from_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86044);






/** The classes of GPU failures that an alert speaks of, by what it reads directly or through recording rules. */
const classesOf = ({ expr }, recordings) => classesIn(recordings)(expr);
/** Many alerts of a large tree have the same expression, and several checks ask. */
const classesIn = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((recordings) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((expr) => spokenOf(expr, recordings)));
const spokenOf = (expr, recordings) => {
    const { expressions, records, leaves } = (0,_rules_recorded_from_js__WEBPACK_IMPORTED_MODULE_2__/* .recordedFrom */ .dM)(expr, recordings, ({ root }) => readValues(root));
    const read = [...records.map(({ name }) => ({ metric: name, matchers: [] })), ...leaves];
    const usage = _dcgm_failure_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .failureClasses */ .fQ.find(({ id }) => id === "idle")?.metrics;
    const readsUsage = read.some(({ metric }) => usage?.test(metric ?? ""));
    const roots = expressions.map(({ root }) => root);
    const counted = countsGpus(roots);
    const ofValues = _dcgm_failure_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .failureClasses */ .fQ
        .filter((one) => read.some((selector) => speaksOf(one, selector)))
        // Memory in use beside little use of the GPU is no full memory.
        .filter(({ id }) => (id === "idle" ? asksForLittle(roots) : id !== "memory-full" || !readsUsage))
        .map(({ id }) => id);
    // The metric whose series are counted is any that each GPU has.
    return new Set([...(counted ? [] : ofValues), ...ofSeries(roots, counted)]);
};
const speaksOf = (one, { metric, matchers }) => {
    if (!(0,_dcgm_failure_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .tellsOf */ .Cz)(one, metric ?? ""))
        return false;
    if (!_dcgm_failure_classes_js__WEBPACK_IMPORTED_MODULE_0__/* .clockEventMetrics */ .WS.test(metric ?? ""))
        return true;
    const asked = matchers.filter(({ name }) => name === "clock_event");
    return one.clockEvents?.some((event) => asked.every((matcher) => (0,_promql_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .accepts */ .G)(matcher, event) !== false)) ?? false;
};
const ofSeries = (roots, counted) => {
    const found = [
        ["exporter-gone", roots.some(noticesAbsence)],
        ["exporter-stale", roots.some(noticesAge)],
        ["gpu-missing", counted],
        ["mig", roots.some((root) => selectorsIn(root).some(isOfSlices))],
    ];
    return found.flatMap(([id, is]) => (is ? [id] : []));
};
/** Selectors whose values count: of those inside absent() and timestamp() it is that they are there, and since when. */
const readValues = (node) => {
    if (isAbsent(node) || isTimestamp(node))
        return [];
    return node.kind === "selector" ? [node.selector] : (0,_promql_syntax_js__WEBPACK_IMPORTED_MODULE_4__/* .childrenOf */ .LU)(node).flatMap(readValues);
};
const isAbsent = (node) => node.kind === "call" && (node.name === "absent" || node.name === "absent_over_time");
const isTimestamp = (node) => node.kind === "call" && node.name === "timestamp";
const asksForLittle = ([root]) => root !== undefined && (0,_promql_syntax_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesIn */ .vx)(root).some((node) => node.kind === "binary" && ["<", "<=", "=="].includes(node.op));
/** absent() of a GPU metric, or something about the exporter's own target or pods. */
const noticesAbsence = (root) => (0,_promql_syntax_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesIn */ .vx)(root).some((node) => (isAbsent(node) && selectorsIn(node).some(isOfExporter)) ||
    (node.kind === "selector" &&
        !(0,_promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_5__/* .isGpuMetric */ .$)(node.selector.metric ?? "") &&
        !isOfScrape(node.selector) &&
        isOfExporter(node.selector)));
/** How old a GPU metric's samples are, or how the scrapes of the exporter go. */
const noticesAge = (root) => (0,_promql_syntax_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesIn */ .vx)(root).some((node) => (isTimestamp(node) && selectorsIn(node).some(isOfExporter)) ||
    (node.kind === "selector" && isOfScrape(node.selector) && isOfExporter(node.selector)));
/** https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series */
const isOfScrape = ({ metric }) => metric?.startsWith("scrape_") ?? false;
/**
 * GPU series, counted or not, beside what the node has of them by kube-state-metrics; those that it has beside those
 * that can be used; or DCGM's own number of GPUs.
 */
const countsGpus = (roots) => {
    const selectors = roots.flatMap(selectorsIn);
    const asked = selectors.filter((selector) => isOfNode(selector) && resourceIs(selector, "nvidia_com_gpu"));
    return (selectors.some(({ metric }) => metric === "DCGM_FI_DEV_COUNT") ||
        (asked.length > 0 && selectors.some(({ metric }) => (0,_promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_5__/* .isGpuMetric */ .$)(metric ?? ""))) ||
        new Set(asked.map(({ metric }) => metric)).size > 1);
};
/**
 * What a node has to give of a resource:
 * https://github.com/kubernetes/kube-state-metrics/blob/main/docs/metrics/cluster/node-metrics.md
 */
const isOfNode = ({ metric }) => metric === "kube_node_status_allocatable" || metric === "kube_node_status_capacity";
const resourceIs = ({ matchers }, resource) => matchers.some((matcher) => matcher.name === "resource" && (0,_promql_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .accepts */ .G)(matcher, resource) === true);
/** Resources of the device plugin: https://docs.nvidia.com/datacenter/cloud-native/kubernetes/latest/index.html */
const isOfSlices = (selector) => (selector.metric?.startsWith("DCGM_FI_DEV_MIG_") ?? false) ||
    (isOfNode(selector) &&
        selector.matchers.some(({ name, value }) => name === "resource" && value.includes("nvidia_com_mig"))) ||
    ((0,_promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_5__/* .isGpuMetric */ .$)(selector.metric ?? "") &&
        selector.matchers.some((matcher) => ["GPU_I_ID", "GPU_I_PROFILE"].includes(matcher.name) && (0,_promql_matcher_js__WEBPACK_IMPORTED_MODULE_1__/* .accepts */ .G)(matcher, "") === false));
const selectorsIn = (node) => [...(0,_promql_syntax_js__WEBPACK_IMPORTED_MODULE_4__/* .nodesIn */ .vx)(node)].flatMap((inner) => (inner.kind === "selector" ? [inner.selector] : []));
const isOfExporter = ({ metric, matchers }) => (0,_promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_5__/* .isGpuMetric */ .$)(metric ?? "") || matchers.some(({ value }) => /dcgm/i.test(value));


/***/ },

/***/ 25478:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ gpuCoverage),
  I: () => (/* binding */ toldCoverage)
});

// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/dcgm/failure-classes.js
var failure_classes = __webpack_require__(24961);
// EXTERNAL MODULE: ./build/src/dcgm/optional-counters.js
var optional_counters = __webpack_require__(57156);
// EXTERNAL MODULE: ./build/src/signal/path/signal-path.js
var signal_path = __webpack_require__(80955);
// EXTERNAL MODULE: ./build/src/signal/rules/recorded-from.js
var recorded_from = __webpack_require__(86044);
// EXTERNAL MODULE: ./build/src/signal/alerts/failure-class.js
var failure_class = __webpack_require__(692);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/promql/gpu-metric-name.js
var gpu_metric_name = __webpack_require__(27483);
// EXTERNAL MODULE: ./build/src/promql/parse-expression.js + 3 modules
var parse_expression = __webpack_require__(69339);
// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
// EXTERNAL MODULE: ./build/src/promql/syntax.js
var syntax = __webpack_require__(77161);
// EXTERNAL MODULE: ./build/src/promql/threshold.js
var promql_threshold = __webpack_require__(62619);
;// CONCATENATED MODULE: ./build/src/promql/windowed-reads.js



/** What an alert's expression is compared with as a whole: it fires for whatever is there. */
const anyValue = { op: ">", value: 0 };
/**
 * Everything that an expression reads, where its value is compared with `bound`.
 * https://prometheus.io/docs/prometheus/latest/querying/functions/
 */
const windowedReads = (node, bound) => {
    if (node.kind === "selector")
        return [{ selector: node.selector, windowMs: 0, bound }];
    const [threshold] = (0,promql_threshold/* thresholdOf */.pI)(node);
    if (threshold !== undefined)
        return windowedReads(threshold.of, threshold);
    const range = node.kind === "call" ? node.args.find((arg) => arg.kind === "range") : undefined;
    if (node.kind === "call" && range?.kind === "range")
        return inWindow(node.name, range, bound);
    // The sum of two rates passes a threshold when one of them does, at the latest.
    const inner = node.kind === "binary" && !isSet(node.op) ? null : bound;
    return (0,syntax/* childrenOf */.LU)(node).flatMap((child) => windowedReads(child, inner));
};
const isSet = (op) => op === "and" || op === "or" || op === "unless";
const inWindow = (name, { of, window, subquery }, bound) => {
    const windowMs = subquery ? null : firstSampleDecides(name, bound) ? 0 : (0,prometheus_duration/* parseDuration */.E9)(window);
    const inner = keepsValue.has(name) ? bound : null;
    return windowedReads(of, inner).map((read) => ({ ...read, windowMs }));
};
const firstSampleDecides = (name, bound) => {
    if (lastSamples.has(name))
        return true;
    if (bound === null)
        return false;
    const rises = bound.op === ">" || bound.op === ">=" || bound.op === "==";
    if (name === "max_over_time")
        return rises;
    if (name === "min_over_time")
        return bound.op === "<" || bound.op === "<=" || bound.op === "==";
    // One sample makes them more than nothing.
    return rises && countsUp.has(name) && bound.value <= 0;
};
/** Only the newest samples of the window count. */
const lastSamples = new Set(["last_over_time", "present_over_time", "irate", "idelta"]);
/** Their result is one of the samples. */
const keepsValue = new Set(["max_over_time", "min_over_time", "last_over_time"]);
const countsUp = new Set([
    ...["rate", "increase", "delta", "deriv", "changes", "resets", "count_over_time", "sum_over_time", "avg_over_time"],
]);

// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-route.js
var alert_route = __webpack_require__(52623);
// EXTERNAL MODULE: ./build/src/signal/series/known-metrics.js + 4 modules
var known_metrics = __webpack_require__(1651);
// EXTERNAL MODULE: ./build/src/signal/series/sample-interval.js
var sample_interval = __webpack_require__(63917);
// EXTERNAL MODULE: ./build/src/signal/alerts/sent-alert.js
var sent_alert = __webpack_require__(29902);
;// CONCATENATED MODULE: ./build/src/signal/alerts/time-to-page.js












/** What a notification waits for, in the order in which it does. */
const waitNames = (/* unused pure expression or super */ null && ([
    "collection",
    "scrape",
    "staleness",
    "recording",
    "window",
    "evaluation",
    "query_offset",
    "for",
    "group_wait",
]));
/** Foretells it from files; null where a part is not in sight: the exporter, a subquery's step, the route. */
const timeUntilTold = (entry, resolution) => {
    const { world } = resolution;
    const arrival = arrivalOf(entry.expr, anyValue, (0,recorded_from/* recordingsIn */.yV)(world), world, []);
    const grouping = groupingOf(entry, resolution);
    const interval = (0,prometheus_duration/* parseDuration */.E9)((0,sample_interval/* groupInterval */.fB)(entry, world));
    if (arrival === null || grouping === null || interval === null || interval === 0)
        return null;
    const rule = (0,manifest/* valueAt */.f)(entry.object.body, entry.path);
    const held = (0,prometheus_duration/* parseDuration */.E9)((0,json_fields/* textAt */.$6)(rule, ["for"]) ?? "0") ?? 0;
    const before = [
        ...arrival,
        ["evaluation", interval],
        ["query_offset", offsetOf(entry, world)],
        // Whether it has been so for long enough is asked at each evaluation.
        ["for", Math.ceil(held / interval) * interval],
    ];
    const waits = [...before, ["group_wait", grouping.waitMs]].filter(([, ms]) => ms > 0);
    return {
        seconds: sum(waits) / 1000,
        inOpenGroup: (sum(before) + Math.max(grouping.waitMs, grouping.intervalMs)) / 1000,
        waits: waits.map(([name, ms]) => ({ name, seconds: ms / 1000 })),
    };
};
const sum = (waits) => waits.reduce((total, [, ms]) => total + ms, 0);
/** Until an expression sees the fault: by the slowest of what it reads. */
const arrivalOf = (expr, bound, recordings, world, above) => {
    const { root } = (0,parse_expression/* readExpression */.J)(expr);
    const isAbsence = (0,syntax/* nodesIn */.vx)(root).some((node) => node.kind === "call" && node.name.startsWith("absent"));
    let slowest = [];
    for (const read of windowedReads(root, bound)) {
        const source = ofMetric(read, recordings, world, above);
        if (source === null || read.windowMs === null)
            return null;
        const scrape = source.find(([name]) => name === "scrape")?.[1] ?? 0;
        const one = [
            // What is gone is not collected.
            ...source.filter(([name]) => !isAbsence || name !== "collection"),
            ["staleness", isAbsence ? scrape * staleIntervals : 0],
            ["window", read.windowMs],
        ];
        if (sum(one) > sum(slowest))
            slowest = one;
    }
    return slowest;
};
/**
 * Prometheus ends the series of a target that is gone after two more intervals and a tenth: endOfRunStaleness in
 * https://github.com/prometheus/prometheus/blob/main/scrape/scrape.go
 */
const staleIntervals = 2.1;
const ofMetric = ({ selector, bound }, recordings, world, above) => {
    const metric = selector.metric ?? "";
    const records = above.includes(metric) ? [] : recordings(metric);
    let slowest = [];
    for (const record of records) {
        const read = arrivalOf(record.expr, bound, recordings, world, [...above, metric]);
        const interval = (0,prometheus_duration/* parseDuration */.E9)((0,sample_interval/* groupInterval */.fB)(record, world));
        if (read === null || interval === null)
            return null;
        const one = [...read, ["recording", interval], ["query_offset", offsetOf(record, world)]];
        if (sum(one) > sum(slowest))
            slowest = one;
    }
    return records.length > 0 ? slowest : ofScraped(selector, world);
};
/** What a rule sees is that old. */
const offsetOf = (entry, world) => (0,prometheus_duration/* parseDuration */.E9)((0,sample_interval/* queryOffset */.qi)(entry, world)) ?? 0;
const ofScraped = ({ metric, matchers }, world) => {
    if (metric === null || !(0,gpu_metric_name/* isGpuMetric */.$)(metric)) {
        const known = metric !== null && known_metrics/* perTarget */.Ve.has(metric)
            ? (0,sample_interval/* targetInterval */.pM)(matchers.filter(({ name }) => name !== "__name__"), world)
            : (0,sample_interval/* sampleInterval */.O$)(metric ?? "", world);
        return [["scrape", known?.ms ?? generalInterval(world)]];
    }
    const scrape = (0,sample_interval/* sampleInterval */.O$)(metric, world);
    const { collectMs } = world.exporter;
    return scrape === null || collectMs === null
        ? null
        : [
            ["collection", collectMs],
            ["scrape", scrape.ms],
        ];
};
/** What a monitor that says no interval is scraped at; the operator writes 30s where Prometheus says none. */
const generalInterval = (world) => (0,prometheus_duration/* parseDuration */.E9)((0,json_fields/* textAt */.$6)(world.ofKind("Prometheus")[0]?.body ?? {}, ["spec", "scrapeInterval"]) ?? "30s") ?? 30_000;
/** That of the slowest route that may notify. */
const groupingOf = (entry, resolution) => {
    const { labels, configs } = (0,sent_alert/* sentAlert */.N)(entry, resolution);
    const routes = (configs ?? []).flatMap((config) => {
        const notifies = (0,alert_route/* notifyingRoutes */.uT)(config);
        return (0,alert_route/* routeOf */.Lu)(config, labels).routes.filter(({ route }) => notifies(route));
    });
    const groupings = routes.map(({ route }) => route.grouping);
    if (groupings.length === 0)
        return null;
    return {
        waitMs: Math.max(...groupings.map(({ waitMs }) => waitMs)),
        intervalMs: Math.max(...groupings.map(({ intervalMs }) => intervalMs)),
    };
};

;// CONCATENATED MODULE: ./build/src/signal/alerts/gpu-coverage.js







/** Every class of GPU failures with the alerts that speak of it, directly or through recording rules. */
const gpuCoverage = (0,once/* once */.O)((resolution) => {
    const { world, alerts } = resolution;
    const recordings = (0,recorded_from/* recordingsIn */.yV)(world);
    const spoken = alerts.map((way) => ({ way, classes: (0,failure_class/* classesOf */.O)(way.entry, recordings) }));
    const tell = (0,once/* once */.O)((way) => toldOf(way, resolution));
    return failure_classes/* failureClassIds */.Hk.map((id) => {
        const ways = spoken.filter(({ classes }) => classes.has(id)).map(({ way }) => way);
        const exported = isExported(id, world.exporter);
        return {
            class: id,
            title: (0,failure_classes/* titleOfClass */.ak)(id),
            status: best(ways),
            alerts: ways.map(tell),
            exported,
            turnedOnBy: exported === false ? rowFor(id, world.exporter) : null,
        };
    });
});
/** Whether the exporter exports a metric of the class; null where it is not of metrics, or they are not known. */
const isExported = (id, { metrics }) => {
    const known = failure_classes/* failureClasses */.fQ.find((one) => one.id === id);
    if (metrics === null || known === undefined)
        return null;
    return metrics.some(({ name, type }) => type !== "label" && (0,failure_classes/* tellsOf */.Cz)(known, name));
};
const rowFor = (id, { metrics }) => {
    const counter = optional_counters/* optionalCounters */.k$.find((one) => one.class === id);
    return counter === undefined ? null : { row: (0,optional_counters/* counterRow */.Tv)(counter, metrics), since: counter.since };
};
const best = (ways) => ["ok", "unknown", "broken"].find((status) => ways.some(({ path }) => path.status === status)) ?? "none";
const toldOf = (way, resolution) => {
    const { entry, path } = way;
    return {
        way,
        name: entry.name,
        status: path.status,
        why: ((0,signal_path/* firstBroken */.mq)(path) ?? path.hops.find(({ status }) => status === "unknown"))?.why ?? null,
        toldWithin: path.status === "broken" ? null : timeUntilTold(entry, resolution),
    };
};
/** The same for a report, which names the alerts alone. */
const toldCoverage = (coverage) => coverage.map((one) => ({ ...one, alerts: one.alerts.map(({ way: _, ...told }) => told) }));


/***/ },

/***/ 29331:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ pagesFor),
/* harmony export */   Y: () => (/* binding */ pagingSeverities)
/* harmony export */ });
/** Severities that page where nobody says otherwise: the chart's own alerts have the first. */
const pagingSeverities = ["critical", "page"];
/** Severities that everybody reads as less than that. */
const quietSeverities = new Set(["warning", "info", "none"]);
/**
 * Integrations whose purpose it is to page, of those in
 * https://prometheus.io/docs/alerting/latest/configuration/#receiver-integration-settings
 */
const pagingIntegrations = new Set(["pagerduty", "opsgenie", "victorops", "incidentio"]);
/**
 * Whether an alert pages somebody for a code, by its severity and by the receivers that its routes lead to; `unknown`
 * where its severity is one that only its authors can read.
 */
const pagesFor = ({ severity, receiversOf }, code, paging = pagingSeverities) => {
    if (severity !== null && paging.includes(severity))
        return "yes";
    const receivers = receiversOf(code) ?? [];
    const pagers = receivers.filter(({ integrations }) => integrations.some((kind) => pagingIntegrations.has(kind)));
    if (pagers.some(({ certain }) => certain))
        return "yes";
    return pagers.length === 0 && severity !== null && quietSeverities.has(severity) ? "no" : "unknown";
};


/***/ },

/***/ 29902:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ sentAlert)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52615);
/* harmony import */ var _promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69339);
/* harmony import */ var _alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47509);
/* harmony import */ var _operator_monitor_selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55725);
/* harmony import */ var _alert_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7617);





/** Follows an alert from its Prometheus to the Alertmanagers. */
const sentAlert = (entry, { world, known }) => sentIn(world)(known)(entry);
/** The alert's route is asked for on its way, and again for the time that it takes. */
const sentIn = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)((world) => {
    const evaluator = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)((object) => (0,_operator_monitor_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .evaluatorOf */ .tL)(object, world));
    return (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)((known) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)((entry) => {
        const prometheus = evaluator(entry.object);
        const labels = (0,_alert_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .alertLabels */ .I)(entry, (0,_promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpression */ .J)(entry.expr), known, prometheus, world);
        return { prometheus, labels, configs: prometheus === null ? null : configsOf(prometheus, world) };
    }));
});
const configsOf = (prometheus, world) => {
    const { found, unseen } = (0,_alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_1__/* .alertmanagersOf */ .W6)(prometheus, world);
    const configs = found.map((one) => (0,_alertmanager_alertmanager_in_force_js__WEBPACK_IMPORTED_MODULE_1__/* .configInForce */ .xP)(one, world)?.config).filter((config) => config != null);
    return unseen === null && found.length > 0 && configs.length === found.length ? configs : null;
};


/***/ },

/***/ 55462:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ othersReadXids),
  z: () => (/* binding */ xidAlerts)
});

// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/dcgm/xid-codes.js + 1 modules
var xid_codes = __webpack_require__(38631);
// EXTERNAL MODULE: ./build/src/dcgm/xid-metrics.js
var xid_metrics = __webpack_require__(52871);
// EXTERNAL MODULE: ./build/src/promql/label-shape.js
var label_shape = __webpack_require__(91930);
// EXTERNAL MODULE: ./build/src/promql/parse-expression.js + 3 modules
var parse_expression = __webpack_require__(69339);
// EXTERNAL MODULE: ./build/src/world/world.js
var world_world = __webpack_require__(87125);
// EXTERNAL MODULE: ./build/src/signal/alertmanager/alert-route.js
var alert_route = __webpack_require__(52623);
// EXTERNAL MODULE: ./build/src/signal/rules/recorded-from.js
var recorded_from = __webpack_require__(86044);
// EXTERNAL MODULE: ./build/src/signal/rules/rule-entries.js
var rule_entries = __webpack_require__(68252);
// EXTERNAL MODULE: ./build/src/signal/alerts/sent-alert.js
var sent_alert = __webpack_require__(29902);
// EXTERNAL MODULE: ./build/src/promql/matcher.js
var matcher = __webpack_require__(46670);
// EXTERNAL MODULE: ./build/src/promql/syntax.js
var syntax = __webpack_require__(77161);
// EXTERNAL MODULE: ./build/src/promql/threshold.js
var threshold = __webpack_require__(62619);
;// CONCATENATED MODULE: ./build/src/signal/alerts/xid-operators.js



const other = { of: "other", value: null };
const count = { of: "count" };
const unclear = { of: "unclear" };
/** Whether it is made of XIDs. */
const speaks = (sight) => sight !== null && sight.of !== "other";
/** What `or` gives: what speaks of the code comes before what does not. */
const either = (left, right) => {
    if (left === null || right === null)
        return left ?? right;
    const better = speaks(right) && (!speaks(left) || left.of === "unclear");
    return better ? right : left;
};
/** What an operator makes of its two sides. */
const ofBinary = (node, see) => {
    const constant = (0,threshold/* constantOf */.yi)(node);
    if (constant !== null)
        return { of: "other", value: constant };
    const [left, right] = [see(node.left), see(node.right)];
    switch (node.op) {
        case "or":
            return either(left, right);
        case "and":
            if (left === null || right === null)
                return null;
            if (right.of === "unclear" && speaks(right))
                return unclear;
            return speaks(left) || !speaks(right) ? left : count;
        case "unless":
            return unlessOf(left, right, node.right);
        default:
            if (left === null || right === null)
                return null;
            return node.op in comparing ? compared(node, left, right) : calculated(node.op, left, right);
    }
};
/** What is taken away is another's, or that of another time, or the same. */
const unlessOf = (left, right, taken) => {
    if (left === null || right === null || !speaks(left) || right.of === "other")
        return left;
    const past = (0,syntax/* nodesIn */.vx)(taken).some((node) => node.kind === "selector" && node.selector.offset !== null);
    if (past)
        return left;
    return right.of === "unclear" ? unclear : null;
};
const comparing = {
    "==": (a, b) => a === b,
    "!=": (a, b) => a !== b,
    ">": (a, b) => a > b,
    "<": (a, b) => a < b,
    ">=": (a, b) => a >= b,
    "<=": (a, b) => a <= b,
};
const mirrored = { ">": "<", "<": ">", ">=": "<=", "<=": ">=" };
const compared = ({ op, bool, left: side }, left, right) => {
    if (!speaks(left) && !speaks(right))
        return left;
    if (left.of === "unclear" || right.of === "unclear")
        return unclear;
    const ofLeft = speaks(left);
    const [subject, bound] = ofLeft ? [left, right] : [right, left];
    const value = "value" in bound ? bound.value : null;
    const asked = ofLeft ? op : (mirrored[op] ?? op);
    // A filter hands on the left side, but for a number.
    const kept = ofLeft || (0,threshold/* constantOf */.yi)(side) !== null ? subject : count;
    if (subject.of === "code") {
        if (value === null)
            return bound.of === "other" ? unclear : kept;
        const holds = comparing[asked]?.(subject.value, value) ?? true;
        if (bool)
            return { of: "code", value: Number(holds) };
        return holds ? kept : null;
    }
    // Of a count only that there is one is known, of a sum of codes that it is none without an error.
    if (value !== null && (0,xid_metrics/* holdsForAny */.IC)(asked, value))
        return count;
    return subject.of === "count" && value !== null && value > 0 && [">", ">=", "=="].includes(asked) ? count : unclear;
};
const calculated = (op, left, right) => {
    if (!speaks(left) && !speaks(right))
        return other;
    if (left.of === "unclear" || right.of === "unclear")
        return unclear;
    if ("value" in left && "value" in right && left.value !== null && right.value !== null) {
        const value = (0,threshold/* constantOf */.yi)({
            ...{ kind: "binary", op, bool: false, matching: null, filled: { left: false, right: false }, from: 0, to: 0 },
            left: { kind: "number", value: left.value, from: 0, to: 0 },
            right: { kind: "number", value: right.value, from: 0, to: 0 },
        });
        return value === null ? unclear : { of: "code", value };
    }
    // Series of value 1 are joined for their labels.
    const joined = op === "*" && (speaks(left) ? right : left).of === "other";
    if (joined)
        return speaks(left) ? left : right;
    return left.of === "count" || right.of === "count" ? count : unclear;
};

;// CONCATENATED MODULE: ./build/src/signal/alerts/xid-sight.js





const xid_sight_other = { of: "other", value: null };
const xid_sight_count = { of: "count" };
const sum = { of: "sum" };
const xid_sight_unclear = { of: "unclear" };
/** Follows expressions for one code, recording rules to what they are made of, each once. */
const xidSights = (code, recordings) => {
    const recorded = (0,recorded_from/* answeredOnce */.fY)((_, made) => made.map(({ expr }) => see((0,parse_expression/* readExpression */.J)(expr).root)).reduce(either, null));
    // What records itself has nothing at first.
    const recordedAs = (metric) => {
        const made = recordings(metric);
        return made.length === 0 ? xid_sight_other : recorded(metric, made, null);
    };
    const see = (node) => {
        switch (node.kind) {
            case "number":
                return { of: "other", value: node.value };
            case "string":
                return xid_sight_other;
            case "selector":
                return ofSelector(node.selector, code, recordedAs);
            case "range":
                return see(node.of);
            case "unary":
                return negated(node, see(node.of));
            case "call":
                return ofCall(node, see);
            case "aggregate":
                return ofAggregate(node, see);
            case "binary":
                return ofBinary(node, see);
            default:
                return xid_sight_unclear;
        }
    };
    return see;
};
const ofSelector = ({ metric, matchers }, code, recordedAs) => {
    if (metric === null)
        return mayMeanXids(matchers) ? xid_sight_unclear : xid_sight_other;
    const carrier = (0,xid_metrics/* xidCarrier */.cc)(metric);
    const sight = carrier === null ? recordedAs(metric) : carrier === "count" ? xid_sight_count : { of: "code", value: code };
    if (!speaks(sight))
        return sight;
    const labels = carrier === null ? Object.values(xid_metrics/* xidLabels */.nn) : [xid_metrics/* xidLabels */.nn[carrier]];
    if (matchers.some((one) => labels.includes(one.name) && (0,matcher/* accepts */.G)(one, `${code}`) === false))
        return null;
    // Messages of the driver differ from release to release.
    return matchers.some(({ name }) => name === "err_msg") ? xid_sight_unclear : sight;
};
const mayMeanXids = (matchers) => {
    const onName = matchers.filter(({ name }) => name === "__name__");
    const names = [...xid_metrics/* lastXid */.Yu, xid_metrics/* xidsInWindow */._0.name, xid_metrics/* xidsInTotal */.ul.name];
    return onName.length > 0 && names.some((name) => onName.every((one) => (0,matcher/* accepts */.G)(one, name) !== false));
};
const negated = ({ op }, sight) => {
    if (op !== "-" || sight === null || !("value" in sight) || sight.value === null)
        return sight;
    return { ...sight, value: -sight.value };
};
/** These give one of the values that they are given. */
const passing = new Set([
    ...["scalar", "vector", "sort", "sort_desc", "sort_by_label", "sort_by_label_desc", "label_replace", "label_join"],
    ...["abs", "ceil", "floor", "round", "last_over_time", "first_over_time", "max_over_time", "min_over_time"],
]);
/** These count what happened, or say that something did. */
const counting = new Set([
    ...["changes", "resets", "increase", "rate", "irate", "delta", "idelta", "deriv", "count_over_time"],
    ...["present_over_time"],
]);
const ofCall = ({ name, args }, see) => {
    if (name === "absent" || name === "absent_over_time" || name === "timestamp")
        return xid_sight_other;
    const seen = args.map(see);
    if (seen.includes(null))
        return null;
    const spoken = seen.find(speaks);
    if (!spoken)
        return xid_sight_other;
    if (spoken.of === "unclear" || passing.has(name))
        return spoken;
    if (counting.has(name) || spoken.of === "count")
        return xid_sight_count;
    return name === "sum_over_time" || name === "avg_over_time" ? sum : xid_sight_unclear;
};
const ofAggregate = ({ name, args }, see) => {
    const sight = see(args.at(-1) ?? { kind: "unclear", from: 0, to: 0 });
    if (sight === null || sight.of === "other" || sight.of === "unclear")
        return sight;
    if (["max", "min", "topk", "bottomk", "limitk", "limit_ratio"].includes(name))
        return sight;
    if (sight.of === "count" || ["count", "group", "count_values"].includes(name))
        return xid_sight_count;
    return name === "sum" || name === "avg" ? sum : xid_sight_unclear;
};

;// CONCATENATED MODULE: ./build/src/signal/alerts/xid-alerts.js











/** The alerts of base and overlays that read XIDs, directly or through recording rules, in the order of the rules. */
const xidAlerts = (0,once/* once */.O)((resolution) => {
    const recordings = (0,recorded_from/* recordingsIn */.yV)(resolution.world);
    const sights = xid_codes/* xidCodes */.ik.map((one) => ({ one, see: xidSights(one.code, recordings) }));
    const asked = (0,once/* once */.O)((expr) => askedIn(expr, recordings, sights));
    return resolution.alerts.flatMap((way) => {
        const { expr, labels } = way.entry;
        const { carriers, codes, unclear } = asked(expr);
        if (carriers.length === 0)
            return [];
        const severity = labels["severity"] ?? "";
        const sent = (0,sent_alert/* sentAlert */.N)(way.entry, resolution);
        return [
            {
                ...{ way, codes, unclear, reads: new Set(carriers), any: codes.length === xid_codes/* xidCodes */.ik.length },
                severity: severity === "" || severity.includes("{{") ? null : severity,
                ...{ labels: sent.labels, inhibitRules: sent.configs?.flatMap(({ inhibitRules }) => inhibitRules) ?? [] },
                receiversOf: receivers(sent, carriers),
            },
        ];
    });
});
/** Whether alerts that the tree does not bring itself, such as those in the chart's values, read XIDs. */
const othersReadXids = (world) => (0,rule_entries/* ruleEntries */.F)(world).some(({ object, kind, expr }) => kind === "alert" &&
    !(0,world_world/* isOwn */.N)(object) &&
    // Reading all of the chart's expressions takes 25 ms.
    expr.includes("XID") &&
    (0,recorded_from/* recordedFrom */.dM)(expr, (0,recorded_from/* recordingsIn */.yV)(world)).leaves.some(({ metric }) => (0,xid_metrics/* xidCarrier */.cc)(metric ?? "") !== null));
/** Many alerts of a large tree have the same expression. */
const askedIn = (expr, recordings, sights) => {
    const carriers = (0,recorded_from/* recordedFrom */.dM)(expr, recordings).leaves.flatMap(({ metric }) => (0,xid_metrics/* xidCarrier */.cc)(metric ?? "") ?? []);
    if (carriers.length === 0)
        return { carriers, codes: [], unclear: false };
    const { root, complete } = (0,parse_expression/* readExpression */.J)(expr);
    const seen = sights.map(({ one, see }) => ({ one, of: see(root)?.of ?? "other" }));
    const unclear = !complete || seen.some(({ of }) => of === "unclear");
    return { carriers, unclear, codes: unclear ? [] : seen.filter(({ of }) => of !== "other").map(({ one }) => one) };
};
/** Routes may ask for the code, which is a label of most results. */
const receivers = ({ labels, configs }, carriers) => {
    if (configs === null)
        return () => null;
    const receiving = (shape) => configs.flatMap((config) => ends(config, (0,alert_route/* routeOf */.Lu)(config, shape).routes));
    const generally = receiving(labels);
    if (generally.every(({ certain }) => certain))
        return () => generally;
    return (0,once/* once */.O)((code) => {
        const own = carriers
            .map((carrier) => xid_metrics/* xidLabels */.nn[carrier])
            .filter((name) => (0,label_shape/* valuesIn */.aC)(labels, name)?.includes(`${code}`) ?? true);
        const narrowed = own.map((name) => [name, [`${code}`]]);
        return receiving((0,label_shape/* withLabels */.IO)(labels, narrowed));
    });
};
const ends = ({ receivers: all }, routes) => routes.map(({ route, certain }) => ({
    name: route.receiver,
    integrations: all.find(({ name }) => name === route.receiver)?.integrations ?? [],
    certain,
}));


/***/ },

/***/ 57732:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ capacityOf)
});

// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
;// CONCATENATED MODULE: ./build/src/exporters/exported-series.js
/** The same number at the least and as a rule. */
const always = (count) => ({ least: count, expected: count });
/** What there may be none of. */
const usually = (count) => ({ least: 0, expected: count });

// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-acceptance.js + 9 modules
var monitor_acceptance = __webpack_require__(42986);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-selection.js
var monitor_selection = __webpack_require__(55725);
// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-jobs.js + 1 modules
var monitor_jobs = __webpack_require__(36364);
// EXTERNAL MODULE: ./build/src/signal/scrape/targets.js
var scrape_targets = __webpack_require__(15410);
// EXTERNAL MODULE: ./build/src/signal/capacity/cluster-size.js
var cluster_size = __webpack_require__(57470);
// EXTERNAL MODULE: ./build/src/dcgm/every-gpu.js
var every_gpu = __webpack_require__(23078);
// EXTERNAL MODULE: ./build/src/exporters/container-metrics.js + 1 modules
var container_metrics = __webpack_require__(48899);
;// CONCATENATED MODULE: ./build/src/exporters/container-series.js


/**
 * Series of containers that a kubelet exports at `/metrics/cadvisor`: of each container, and of each pod's own cgroup
 * and sandbox, which has the network. Groups of the system above the pods are not counted.
 */
const containerSeries = () => {
    const { from, to, names, metric: find } = (0,container_metrics/* containerMetrics */.rz)();
    const listed = names
        .flatMap((name) => find(name) ?? [])
        // Which release of cAdvisor a kubelet has is not known: what all have had is counted.
        .filter((metric) => metric.from === from && metric.to === to && isOfKubelet(metric));
    return [...listed.flatMap(seriesOf), ...unlisted.flatMap(seriesOfUnlisted)];
};
/**
 * Metrics that cAdvisor's documentation does not list, and a kubelet of Kubernetes 1.35 has:
 * https://github.com/google/cadvisor/blob/v0.53.0/metrics/prometheus.go
 */
const unlisted = [
    ...["kernel_usage", "total_active_file_bytes", "total_inactive_file_bytes"].map((name) => `container_memory_${name}`),
    ...["cpu", "memory", "io"].flatMap((what) => ["stalled", "waiting"].map((how) => `container_pressure_${what}_${how}_seconds_total`)),
];
/**
 * What the kubelet asks cAdvisor for:
 * https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/kubelet/server/server.go
 */
const isOfKubelet = ({ parts }) => parts.length === 0 || parts.some((part) => ofKubelet.has(part));
const ofKubelet = new Set([
    ...["cpu", "memory", "cpuLoad", "disk", "diskIO", "network", "process", "oom_event"],
]);
const container = { container: "container" };
const made = (metric, per, each, more = {}) => ({
    ...{ metric, per, each },
    labels: { id: "/kubepods/pod", pod: "pod", namespace: "namespace", image: "image", name: "name", ...more },
});
const seriesOfUnlisted = (name) => [
    made(name, "container", usually(1), container),
    made(name, "pod", usually(2)),
];
const seriesOf = ({ name, parts }) => {
    const of = (per, each, more = {}) => made(name, per, each, more);
    if (parts.includes("network"))
        return [of("pod", usually(1), { interface: "eth0" })];
    // Of the root alone, where the runtime is reached by CRI.
    if (parts.includes("disk"))
        return [];
    if (name === "container_memory_failures_total")
        return ["container", "hierarchy"].flatMap((scope) => [
            of("container", always(2), { ...container, scope }),
            of("pod", usually(4), { scope }),
        ]);
    if (name === "container_tasks_state")
        return [of("container", always(5), container), of("pod", usually(10))];
    if (name === "container_health_state")
        return [];
    // Those of a container that has used a disk, or has a limit.
    const isPart = parts.includes("diskIO") || /_cfs_/.test(name);
    const each = name === "container_blkio_device_usage_total" ? 2 : 1;
    return [of("container", isPart ? usually(each) : always(each), container), of("pod", usually(isPart ? 1 : 2))];
};

// EXTERNAL MODULE: ./build/src/exporters/exporter-program.js
var exporter_program = __webpack_require__(80503);
// EXTERNAL MODULE: ./build/src/exporters/node-exporter.js + 1 modules
var node_exporter = __webpack_require__(701);
;// CONCATENATED MODULE: ./build/src/exporters/node-series.js


/**
 * Series of the node exporter on a node of a cluster: of collectors that find something on every such node. What hangs
 * on hardware or file systems that not every node has (bonds, InfiniBand, sensors, ZFS) is not counted.
 */
const nodeSeries = (program) => [
    ...node_exporter/* nodeExporter */.Y.list().names.flatMap((name) => ofMetric(name, program)),
    ...ofTheProgram(program),
];
const ofMetric = (name, program) => {
    const exported = node_exporter/* nodeExporter */.Y.exported(name, program);
    if (exported.status !== "yes" || !isEverywhere(exported.metric))
        return [];
    const { labels } = exported.metric;
    const values = Object.fromEntries(labels.filter((label) => label !== "*").map((label) => [label, label]));
    return countsOf(exported.metric, program).map(([per, each]) => ({ metric: name, labels: values, per, each }));
};
const isEverywhere = ({ name, parts }) => parts.some((part) => everywhere.has(part)) && !rare.test(name);
const everywhere = new Set([
    ...["arp", "conntrack", "cpu", "diskstats", "entropy", "filefd", "filesystem", "loadavg", "meminfo", "netclass"],
    ...["netdev", "netstat", "os", "pressure", "schedstat", "sockstat", "softnet", "stat", "time", "timex"],
    ...["udp_queues", "uname", "vmstat"],
]);
/** Metrics of these collectors that an ordinary node, or the default of an argument, does not have. */
const rare = new RegExp([
    "^node_cpu_(?:bug_info|flag_info|frequency_hertz|info|isolated|online|core_throttles|package_throttles)",
    ...["^node_disk_(?:ata_|device_mapper|filesystem_info)", "^node_network_(?:address_info|route)"],
    ...["^node_os_support_end", "^node_pressure_irq", "^node_softirqs"],
].join("|"));
const countsOf = ({ name, labels }, program) => {
    if (name === "node_cpu_seconds_total")
        return [["CPU", always(8)]];
    if (name === "node_cpu_guest_seconds_total")
        return [["CPU", always(2)]];
    if (name === "node_udp_queues")
        return [["node", usually(4)]];
    if (name === "node_time_clocksource_available_info")
        return [["node", usually(2)]];
    if (labels.includes("cpu"))
        return [["CPU", name.startsWith("node_schedstat_") ? usually(1) : always(1)]];
    if (name.startsWith("node_filesystem_"))
        return [["file system", usually(1)]];
    if (name.startsWith("node_disk_"))
        return [["disk", usually(1)]];
    if (name.startsWith("node_network_"))
        return ofInterface(name, program);
    if (name.startsWith("node_arp_"))
        return [["network interface", usually(1)]];
    // Of the kernel's tables some fields come and go with its release.
    return [["node", /^node_(?:memory|nf_conntrack|netstat|pressure|sockstat)_/.test(name) ? usually(1) : always(1)]];
};
/** The host's end of a pod's network is an interface of the node, unless it is left out by its name. */
const ofInterface = (name, program) => {
    const isTraffic = /^node_network_(?:receive|transmit)_/.test(name);
    const leftOut = isTraffic ? "collector.netdev.device-exclude" : "collector.netclass.ignored-devices";
    const own = ["network interface", usually(1)];
    return program.values(leftOut).length > 0 ? [own] : [own, ["pod", usually(1)]];
};
/**
 * What it says of itself: how long each collector took and whether it came through, and the Go runtime, process and
 * HTTP handler. Seen at release 1.12.1 with the arguments of the chart.
 */
const ofTheProgram = (program) => {
    const own = (metric, count) => {
        const each = { least: Math.floor(count / 2), expected: count };
        return { metric, labels: {}, per: "node", each };
    };
    const runtime = program.values("web.disable-exporter-metrics").length > 0 ? [] : [own("go_info", 50)];
    return [own("node_scrape_collector_success", 49), own("node_scrape_collector_duration_seconds", 49), ...runtime];
};

// EXTERNAL MODULE: ./build/src/exporters/state-metrics.js + 2 modules
var state_metrics = __webpack_require__(39395);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
;// CONCATENATED MODULE: ./build/src/exporters/state-series.js



/**
 * Series of kube-state-metrics by object, for objects that are well: what they have while they start, fail or go is not
 * counted. How many a metric has is read in its generators:
 * https://github.com/kubernetes/kube-state-metrics/tree/v2.20.0/internal/store
 */
const stateSeries = (program) => state_metrics/* stateMetrics */.D.list().names.flatMap((name) => {
    const exported = state_metrics/* stateMetrics */.D.exported(name, program);
    if (exported.status !== "yes" || passing.test(name))
        return [];
    const { labels } = exported.metric;
    const values = Object.fromEntries(labels.filter((label) => !label.endsWith("*")).map((label) => [label, label]));
    return [{ metric: name, labels: values, per: perOf(exported.metric), each: eachOf(exported.metric, program) }];
});
/** Metrics that an object has for a while or by exception only. */
const passing = new RegExp([
    ...["^kube_pod_(?:init_container|overhead|resourceclaim|runtimeclass|spec_volumes)", "_deletion_timestamp$"],
    ...["^kube_pod_container_status_(?:last_)?(?:terminated|waiting)_", "_(?:completion|unscheduled)_time$"],
    ...["_status_(?:unschedulable|disruption_reason)$", "_external_ip$", "_load_balancer_ingress$"],
    ...["_deadline_seconds$", "_spec_taint$", "_endpoints_hints$", "^kube_endpoint_address_not_ready$"],
].join("|"));
const perOf = ({ name, parts: [resource = ""] }) => {
    if (resource === "pods")
        return name.startsWith("kube_pod_container_") ? "container" : "pod";
    // Every node has a lease.
    return resource === "nodes" || resource === "leases" ? "node" : resource;
};
const eachOf = ({ name }, { version }) => {
    // Since 2.20.0 only a reason that a pod has is told.
    if (name === "kube_pod_status_reason")
        return (0,semver.compare)(version ?? "2.20.0", "2.20.0") < 0 ? always(5) : always(0);
    return multiples.get(name) ?? always(1);
};
const multiples = new Map([
    // Requests and limits of CPU and memory, where there are any.
    ["kube_pod_container_resource_requests", usually(2)],
    ["kube_pod_container_resource_limits", usually(2)],
    ["kube_pod_status_phase", always(5)],
    ["kube_pod_status_qos_class", always(3)],
    ["kube_pod_status_ready", always(3)],
    ["kube_pod_status_scheduled", always(3)],
    // The two that admission adds: not ready, unreachable.
    ["kube_pod_tolerations", always(2)],
    // Address and host name.
    ["kube_node_status_addresses", always(2)],
    ["kube_node_role", usually(1)],
    ["kube_node_spec_pod_cidrs", usually(1)],
    // CPU, memory, pods, ephemeral storage and two sizes of huge pages.
    ["kube_node_status_allocatable", { least: 4, expected: 6 }],
    ["kube_node_status_capacity", { least: 4, expected: 6 }],
    // Ready and the pressure on memory, disk and process IDs, each true, false or unknown.
    ["kube_node_status_condition", always(12)],
    ["kube_deployment_status_condition", always(6)],
    ["kube_namespace_status_phase", always(2)],
    ["kube_namespace_status_condition", always(0)],
    ["kube_job_complete", always(3)],
    ["kube_job_failed", always(0)],
    ["kube_statefulset_persistentvolumeclaim_retention_policy", usually(1)],
]);

// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/kubernetes/pod-template.js
var pod_template = __webpack_require__(48287);
// EXTERNAL MODULE: ./build/src/signal/operator/operator-flags.js
var operator_flags = __webpack_require__(21016);
// EXTERNAL MODULE: ./build/src/signal/scrape/relabel.js
var relabel = __webpack_require__(54097);
// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-failure.js + 3 modules
var scrape_failure = __webpack_require__(423);
// EXTERNAL MODULE: ./build/src/signal/scrape/scraped-targets.js
var scraped_targets = __webpack_require__(47015);
// EXTERNAL MODULE: ./build/src/signal/scrape/served-path.js
var served_path = __webpack_require__(99351);
;// CONCATENATED MODULE: ./build/src/signal/capacity/inventory-of.js
















/** What a scrape job brings; null where its exporter, or what that exports, is not known. */
const inventoryOf = (job, targets, world) => {
    const found = exporterOf(job, targets, world);
    if (found === null)
        return null;
    const [first] = targets;
    const kept = ({ metric, labels }) => (first?.series(metric, labels) ?? (0,relabel/* relabel */.i7)({ __name__: metric, job: job.name, ...labels }, job.metricRelabelings))
        .kept !== false;
    // The Service of the kubelets is made by the operator, and is in no render.
    const isFound = first === undefined ? (0,operator_flags/* operatorFlags */.k)(world).makesKubeletService : targets.some((one) => one.certain);
    return {
        exporter: found.exporter,
        certain: isFound && job.metricRelabelings.every((rule) => isDecided(rule, job)),
        series: job.metricRelabelings.length === 0 ? found.series : found.series.filter(kept),
    };
};
/** Whether a rule that drops series goes by what all of a metric have alike. */
const isDecided = ({ action, sourceLabels }, { path }) => !/^(?:keep|drop)/i.test(action) ||
    sourceLabels.every((label) => label === "__name__" || (path === containersPath && ofContainers.has(label)));
const containersPath = "/metrics/cadvisor";
/** Labels that every series of a container in a pod has. */
const ofContainers = new Set(["id", "pod", "scope", "interface"]);
const exporterOf = (job, targets, world) => {
    if (targets.some((target) => gpuTargets(world).has(target)))
        return targets.some((target) => (0,served_path/* isServed */.S)(target) === false || (0,scrape_failure/* failsToScrape */.TY)(target, world))
            ? null
            : gpuInventory(world);
    if (job.path === containersPath)
        return { exporter: "cAdvisor", series: containerSeries() };
    const workload = targets.find((target) => target.workload !== null)?.workload ?? null;
    const state = workload && stateInventory(workload.ref.kind)(workload.body);
    // Behind its other port are metrics of kube-state-metrics itself.
    if (state)
        return targets.some((target) => isTelemetry(target, state.telemetryPort)) ? null : state;
    return workload && nodeInventory(workload.ref.kind)(workload.body);
};
const gpuTargets = (0,once/* once */.O)((world) => new Set((0,scraped_targets/* scrapedTargets */.f8)(world).gpu));
const stateInventory = (0,once/* once */.O)((kind) => (0,once/* once */.O)((body) => {
    const program = programIn(kind, body, state_metrics/* stateMetrics */.D.image);
    if (program === null)
        return null;
    const telemetryPort = program.values("telemetry-port").at(-1) ?? "8081";
    return { exporter: state_metrics/* stateMetrics */.D.name, series: stateSeries(program), telemetryPort };
}));
const nodeInventory = (0,once/* once */.O)((kind) => (0,once/* once */.O)((body) => {
    const program = programIn(kind, body, node_exporter/* nodeExporter */.Y.image);
    return program === null ? null : { exporter: node_exporter/* nodeExporter */.Y.name, series: nodeSeries(program) };
}));
/** The exporter that a workload runs; null where it is another, or what decides on its metrics is not in sight. */
const programIn = (kind, body, image) => {
    const template = (0,pod_template/* templatePath */.Y)(kind);
    const container = template === null ? undefined : (0,exporter_program/* containerWith */.S)((0,manifest/* valueAt */.f)(body, template), image);
    if (container === undefined)
        return null;
    const program = (0,exporter_program/* programOf */.o)(container);
    return program.plain && program.version !== null && program.values("config").length === 0 ? program : null;
};
const isTelemetry = ({ discovered }, port) => discovered["__address__"]?.endsWith(`:${port}`) === true;
/**
 * A row of the list of counters is a series of every GPU, or of every MIG device where a GPU is parted:
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/pkg/cmd/app.go
 */
const gpuInventory = (0,once/* once */.O)(({ exporter }) => {
    if (exporter.metrics === null)
        return null;
    const values = Object.fromEntries((exporter.labels ?? []).map((label) => [label, label]));
    const series = exporter.metrics
        .filter(({ type }) => type !== "label")
        .flatMap(({ name: metric, labels: more = [] }) => {
        const labels = { ...values, ...Object.fromEntries(more.map((label) => [label, label])) };
        return [
            { metric, labels, per: "GPU", each: (0,every_gpu/* isOfEveryGpu */.X)(metric) ? always(1) : usually(1) },
            { metric, labels, per: "MIG device", each: usually(1) },
        ];
    });
    return { exporter: "dcgm-exporter", series };
});

;// CONCATENATED MODULE: ./build/src/signal/capacity/monitor-series.js









/** Series of every endpoint that a Prometheus scrapes, in the order of the monitors. */
const monitorSeries = (prometheus, size, world) => {
    const count = (0,cluster_size/* thingCount */.Q8)(size, world);
    return monitor_selection/* monitorKinds */.gD
        .flatMap((kind) => world.ofKind(kind))
        .filter((monitor) => (0,monitor_selection/* selectingPrometheuses */.FB)(monitor, world).includes(prometheus) && (0,monitor_acceptance/* rejectionOf */.h2)(monitor, prometheus, world) === null)
        .flatMap((monitor) => {
        const jobs = (0,monitor_jobs/* monitorJobs */.T)(monitor, prometheus, world);
        const targets = Map.groupBy((0,scrape_targets/* predictTargets */.e)(monitor, world, prometheus), ({ job }) => job);
        const counted = size.series[(0,finding/* nameOf */.Vb)(monitor.ref)];
        return counted === undefined || jobs[0] === undefined
            ? jobs.map((job) => ofJob(job, targets.get(job.name) ?? [], { monitor, count, world }))
            : [rowOf(monitor, jobs[0], "as stated", [{ per: "monitor", each: always(counted), count: always(1) }])];
    });
};
const ofJob = (job, targets, { monitor, count, world }) => {
    const inventory = inventoryOf(job, targets, world);
    if (inventory === null)
        return rowOf(monitor, job, null, []);
    const sums = new Map();
    for (const { per, each } of inventory.series) {
        const before = sums.get(per) ?? always(0);
        sums.set(per, {
            least: before.least + (inventory.certain ? each.least : 0),
            expected: before.expected + each.expected,
        });
    }
    const parts = [...sums].map(([per, each]) => ({ per, each, count: count(per) }));
    return rowOf(monitor, job, inventory.exporter, withoutNone(together(parts)));
};
/** Objects of a resource (`deployments`) are counted in the render: one line for all of them. */
const together = (parts) => {
    const isObject = ({ per }) => !cluster_size/* sizedThings */.nB.includes(per);
    const objects = parts.filter(isObject);
    if (objects.length === 0)
        return parts;
    const each = sumOf(objects) ?? always(0);
    return [...parts.filter((part) => !isObject(part)), { per: "stack", each, count: always(1) }];
};
const withoutNone = (parts) => parts.filter(({ each, count }) => each.expected > 0 && count?.expected !== 0);
/** Null where one of them is not known. */
const sumOf = (parts) => parts.reduce((sum, { each, count }) => sum === null || count === null
    ? null
    : {
        least: sum.least + each.least * count.least,
        expected: sum.expected + each.expected * count.expected,
    }, always(0));
const rowOf = (monitor, { name: pool, path, interval }, exporter, parts) => {
    const seconds = ((0,prometheus_duration/* parseDuration */.E9)(interval) ?? 0) / 1000;
    const series = exporter === null ? null : sumOf(parts);
    const samplesPerSecond = series === null || seconds === 0 ? null : { least: series.least / seconds, expected: series.expected / seconds };
    return { monitor: (0,finding/* nameOf */.Vb)(monitor.ref), pool, path, exporter, interval, parts, series, samplesPerSecond };
};

// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/json-word.js
var json_word = __webpack_require__(71706);
// EXTERNAL MODULE: ./build/src/kubernetes/quantity.js
var quantity = __webpack_require__(80842);
;// CONCATENATED MODULE: ./build/src/signal/capacity/unlimited-classes.js

/**
 * The storage class that a provisioner of directories on the node brings, by the provisioner's name. The size of a
 * claim limits nothing there, the node's disk does.
 * https://github.com/rancher/local-path-provisioner#cons
 * https://openebs.io/docs/user-guides/local-storage-user-guide/local-pv-hostpath/configuration/hostpath-storageclass-parameters
 */
const broughtClasses = new Map([
    ["rancher.io/local-path", "local-path"],
    ["openebs.io/local", "openebs-hostpath"],
]);
/**
 * Whether volumes of the named class grow beyond the size that is asked for. The tree's StorageClass decides, else the
 * name; false where neither tells.
 */
const isUnlimited = (storageClass, world) => {
    const declared = world.ofKind("StorageClass").find(({ ref }) => ref.name === storageClass);
    if (declared === undefined)
        return [...broughtClasses.values()].includes(storageClass);
    return broughtClasses.has((0,json_fields/* textOrEmpty */._c)(declared.body, ["provisioner"])) && !setsLimit(declared.body);
};
/** OpenEBS has quotas on request, and whole block devices. */
const setsLimit = (body) => /Quota|\bdevice\b/.test((0,json_fields/* textOrEmpty */._c)(body, ["metadata", "annotations", "cas.openebs.io/config"]));

;// CONCATENATED MODULE: ./build/src/signal/capacity/prometheus-storage.js






/** Reads a Prometheus object; the operator keeps 24h where neither a time nor a size is said. */
const storageOf = ({ body }, world) => {
    const [volume = claim] = [claim, ephemeral, emptyDir].filter((one) => ((0,manifest/* valueAt */.f)(body, one.size) ?? null) !== null);
    const storageClass = volume.storageClass === null ? null : (0,json_fields/* textAt */.$6)(body, volume.storageClass);
    const limited = storageClass === null || !isUnlimited(storageClass, world);
    const size = bytesOf((0,json_fields/* textAt */.$6)(body, ["spec", "retentionSize"]) ?? "");
    const written = (0,json_fields/* textAt */.$6)(body, ["spec", "retention"]);
    const retention = written ?? (size === null ? "24h" : null);
    const milliseconds = retention === null ? null : (0,prometheus_duration/* parseDuration */.E9)(retention);
    return {
        volumeBytes: limited ? (0,quantity/* quantityOf */.R)((0,manifest/* valueAt */.f)(body, volume.size)) : null,
        volumePath: volume.size,
        retention,
        retentionSeconds: milliseconds === null ? null : milliseconds / 1000,
        retentionSizeBytes: size === 0 ? null : size,
        shards: Math.max(Number((0,json_word/* jsonWord */.b)((0,manifest/* valueAt */.f)(body, ["spec", "shards"]) ?? 1)) || 1, 1),
    };
};
const storage = (...path) => ["spec", "storage", ...path];
const claimAt = (...path) => ({
    size: storage(...path, "spec", "resources", "requests", "storage"),
    storageClass: storage(...path, "spec", "storageClassName"),
});
const claim = claimAt("volumeClaimTemplate");
const ephemeral = claimAt("ephemeral", "volumeClaimTemplate");
const emptyDir = { size: storage("emptyDir", "sizeLimit"), storageClass: null };
/**
 * Bytes of a size as Prometheus takes it, by powers of two (`512MB`, `50GiB`); null for anything else.
 * https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects
 */
const bytesOf = (text) => {
    const [, digits, prefix] = /^(\d{0,20}\.?\d{1,20})(?:([KMGTPE])i?)?B$/.exec(text) ?? [];
    if (text === "0")
        return 0;
    return digits === undefined ? null : Number(digits) * 1024 ** " KMGTPE".indexOf(prefix ?? " ");
};

// EXTERNAL MODULE: ./build/src/signal/capacity/published-figures.js
var published_figures = __webpack_require__(82098);
;// CONCATENATED MODULE: ./build/src/signal/capacity/capacity.js





const secondsOfDay = 86_400;
/** The capacity of the Prometheuses of the world; of more than a tree has in earnest the first. */
const capacityOf = (world, size) => foretold(world)(size);
const mostPrometheuses = 20;
const foretold = (0,once/* once */.O)((world) => (0,once/* once */.O)((size) => ({
    stated: size.stated,
    prometheuses: world
        .ofKind("Prometheus")
        .slice(0, mostPrometheuses)
        .map((object) => ofPrometheus(object, size, world)),
})));
const ofPrometheus = (object, size, world) => {
    const monitors = monitorSeries(object, size, world);
    const storage = storageOf(object, world);
    const series = capacity_sumOf(monitors.map((one) => one.series), storage.shards);
    const samplesPerSecond = capacity_sumOf(monitors.map((one) => one.samplesPerSecond), storage.shards);
    const known = series !== null && samplesPerSecond !== null;
    const perDay = known ? (0,published_figures/* diskBytes */.lF)(samplesPerSecond.expected, secondsOfDay) : null;
    const room = Math.min(storage.volumeBytes ?? Infinity, storage.retentionSizeBytes ?? Infinity);
    return {
        ...{ object, name: (0,finding/* nameOf */.Vb)(object.ref), monitors, series, samplesPerSecond, storage },
        memoryBytes: known ? (0,published_figures/* memoryBytes */.ZY)(series.expected, samplesPerSecond.expected) : null,
        diskBytesPerDay: perDay,
        full: perDay === null || perDay.from === 0 || room === Infinity
            ? null
            : { from: (room / perDay.to) * secondsOfDay, to: (room / perDay.from) * secondsOfDay },
    };
};
/** Of what is known; each shard has its part. Null where nothing is. */
const capacity_sumOf = (ranges, shards) => {
    const known = ranges.filter((range) => range !== null);
    if (known.length === 0)
        return null;
    return known.reduce((sum, { least, expected }) => ({ least: sum.least + least / shards, expected: sum.expected + expected / shards }), { least: 0, expected: 0 });
};


/***/ },

/***/ 82098:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ZY: () => (/* binding */ memoryBytes),
/* harmony export */   dg: () => (/* binding */ mostOfVolume),
/* harmony export */   lF: () => (/* binding */ diskBytes),
/* harmony export */   pG: () => (/* binding */ capacitySources)
/* harmony export */ });
/** Where the figures are published that are not this project's own. */
const capacitySources = {
    disk: "https://prometheus.io/docs/prometheus/latest/storage/#operational-aspects",
    memory: "https://www.robustperception.io/how-much-ram-does-prometheus-2-x-need-for-cardinality-and-ingestion/",
};
/** Prometheus' documentation: an average of only 1 to 2 bytes a sample. */
const bytesOfSample = { from: 1, to: 2 };
/** Bytes that samples take on disk: needed_disk_space = time * samples a second * bytes of a sample. */
const diskBytes = (samplesPerSecond, seconds) => ({
    from: samplesPerSecond * seconds * bytesOfSample.from,
    to: samplesPerSecond * seconds * bytesOfSample.to,
});
/** Around 2 GiB for a million series. */
const bytesOfSeries = (2 * 2 ** 30) / 1e6;
/** Up to three hours of samples, half as much on top for chunks, and all of it twice for the garbage collector. */
const bytesOfIngestion = (rate, bytes) => rate * 3 * 3600 * bytes * 1.5 * 2;
/**
 * Memory of Prometheus without queries, by what Brian Brazil, one of its developers, has published for release 2.9:
 * the cost of the series, and that of their samples at 1 to 2 bytes each.
 */
const memoryBytes = (series, samplesPerSecond) => ({
    from: series * bytesOfSeries + bytesOfIngestion(samplesPerSecond, bytesOfSample.from),
    to: series * bytesOfSeries + bytesOfIngestion(samplesPerSecond, bytesOfSample.to),
});
/** At most so much of the volume Prometheus' documentation recommends for the size of the retention. */
const mostOfVolume = 0.85;


/***/ },

/***/ 32611:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ dashboardExpressions)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(30330);
/* harmony import */ var _dashboard_file_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(54876);
/* harmony import */ var _dashboard_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31220);
/* harmony import */ var _dashboard_promql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45553);
/* harmony import */ var _dashboard_queries_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(49668);
/* harmony import */ var _grafana_variables_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2053);







/** The PromQL of a dashboard's panels, annotations and variables; none where the dashboard cannot be read. */
const dashboardExpressions = (file) => {
    const { model } = file;
    if (!(0,_dashboard_model_js__WEBPACK_IMPORTED_MODULE_1__/* .isRead */ .H)(model))
        return [];
    return (0,_dashboard_queries_js__WEBPACK_IMPORTED_MODULE_3__/* .dashboardPartsOf */ .m)(model.content, model.root).queries.flatMap((query) => ofQuery(query, file, model));
};
const ofQuery = (query, file, model) => {
    const { text, start } = (0,_dashboard_promql_js__WEBPACK_IMPORTED_MODULE_2__/* .promqlIn */ .$)(query);
    if (text.trim() === "")
        return [];
    const { expression, written } = (0,_dashboard_promql_js__WEBPACK_IMPORTED_MODULE_2__/* .readPromql */ .Y)(text);
    const place = query.place();
    const inQuery = (span) => {
        const { from, to } = written(span);
        return { from: start + from, to: start + to };
    };
    return [
        {
            kind: query.kind,
            subject: `${holderOf(query, place, model)} of ${(0,_dashboard_file_js__WEBPACK_IMPORTED_MODULE_0__/* .dashboardName */ .o)(file)}`,
            resource: file.object.ref,
            expression,
            rule: null,
            at: (span) => file.json.inString(place, inQuery(span)),
            edits: (changes) => {
                const written = changes.map((change) => ({ path: place, span: inQuery(change), text: change.text }));
                // What stands for a variable is not what it says: a change of that is none of the query.
                const replaced = written.some(({ span, text: by }) => (0,_grafana_variables_js__WEBPACK_IMPORTED_MODULE_4__/* .referencesIn */ .ii)(query.text.slice(span.from, span.to)).some(({ name }) => !by.includes(name)));
                return replaced ? [] : file.json.change(written);
            },
        },
    ];
};
/** `panel "Power"`, `variable gpu`: the nearest thing around a query that has a name. */
const holderOf = ({ kind }, place, { content, root }) => {
    const inside = place.slice(root.length);
    for (let length = inside.length - 1; length > 0; length -= 1) {
        const holder = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_5__/* .valueAt */ .f)(content, inside.slice(0, length));
        const name = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(holder, ["name"]);
        if (kind === "variable" && name !== null)
            return `variable ${name}`;
        const title = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_6__/* .textAt */ .$6)(holder, ["title"]) ?? (inside[0] === "annotations" ? name : null);
        if (title !== null)
            return `${inside[0] === "annotations" ? "annotation" : "panel"} "${title}"`;
    }
    return kind === "variable" ? "a variable" : "a panel";
};


/***/ },

/***/ 54876:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ dashboardFiles),
  o: () => (/* binding */ dashboardName)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/core/trim-end.js
var trim_end = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/src/text/line-of.js
var line_of = __webpack_require__(65028);
// EXTERNAL MODULE: ./build/src/text/text-position.js
var text_position = __webpack_require__(58897);
;// CONCATENATED MODULE: ./build/src/fix/key-text.js



/**
 * Where the text of a ConfigMap's or Secret's key stands: in a generator's input file, or in a block scalar of a
 * manifest. It is looked for when the first place is asked for: most dashboards have no fault.
 */
const placeOfKey = (object, path, text, world) => {
    let found;
    const lines = () => {
        found ??= linesOf(object, path, text, world);
        return found;
    };
    let made;
    const position = (file) => {
        made ??= (0,text_position/* textPosition */.p)(file, text);
        return made;
    };
    return {
        text,
        keyAt: () => lines().keyAt,
        at: (start, end) => {
            const { keyAt, above, indent } = lines();
            if (above === null)
                return keyAt;
            const { file } = keyAt;
            const { line, column, endLine, endColumn } = position(file).at(start, end);
            const from = { file, line: line + above, column: column + indent };
            if (endLine === undefined || endColumn === undefined)
                return from;
            return { ...from, endLine: endLine + above, endColumn: endColumn + indent };
        },
        edits: (replacements) => {
            const { keyAt, above, indent } = lines();
            if (above === null)
                return [];
            return grouped(text, replacements, (offset) => position(keyAt.file).at(offset).line).map(({ startLine, endLine, changed }) => ({
                file: keyAt.file,
                startLine: startLine + above,
                endLine: endLine + above,
                text: changed
                    .split("\n")
                    .map((line) => (line === "" ? line : " ".repeat(indent) + line))
                    .join("\n"),
            }));
        },
    };
};
const linesOf = (object, path, text, world) => {
    const keyAt = object.locate(path) ?? { file: "", line: 1, column: 1 };
    const origin = object.manifest?.origin;
    const generated = origin?.from === "kustomize" && origin.generated;
    if (generated && keyAt.file !== origin.file)
        return { keyAt, above: 0, indent: 0 };
    const source = world.file(keyAt.file);
    const indent = blockAt(source === null ? [] : (0,line_of/* linesOf */.Dx)(source), keyAt.line, text);
    if (indent === null)
        return { keyAt, above: null, indent: 0 };
    const { file, line, column } = keyAt;
    return { keyAt: { file, line, column }, above: line, indent };
};
/**
 * The indentation of a literal block scalar (`|`) whose header ends line `line` and whose content is `text`; null where
 * there is none, e.g. a quoted or folded one, whose lines are not the text's.
 */
const blockAt = (all, line, text) => {
    if (!/\|[-+0-9]*\s*(?:#[\s\S]*)?$/.test(all[line - 1] ?? ""))
        return null;
    const own = (0,trim_end/* trimEnd */.s)(text, "\n").split("\n");
    const first = own.findIndex((one) => one.trim() !== "");
    if (first === -1)
        return null;
    const held = all.slice(line, line + own.length);
    const indent = (held[first] ?? "").length - (own[first] ?? "").length;
    if (indent < 1)
        return null;
    return own.every((one, index) => one.trim() === "" || held[index]?.slice(indent) === one) ? indent : null;
};
/** The lines that replacements touch, counted from 1; those that share a line become one edit. */
const grouped = (text, replacements, lineAt) => {
    const sorted = replacements.toSorted((a, b) => a.start - b.start);
    const groups = [];
    for (const one of sorted) {
        const from = text.lastIndexOf("\n", one.start - 1) + 1;
        const next = text.indexOf("\n", one.end);
        const to = next === -1 ? text.length : next;
        const last = groups.at(-1);
        if (last !== undefined && from < last.to) {
            last.to = Math.max(last.to, to);
            last.parts.push(one);
        }
        else
            groups.push({ from, to, parts: [one] });
    }
    return groups.map(({ from, to, parts }) => ({
        startLine: lineAt(from),
        endLine: lineAt(to),
        changed: applied(text, from, to, parts),
    }));
};
const applied = (text, from, to, parts) => {
    let done = "";
    let here = from;
    for (const { start, end, text: own } of parts) {
        done += text.slice(here, start) + own;
        here = end;
    }
    return done + text.slice(here, to);
};

// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(99547);
// EXTERNAL MODULE: ./build/src/text/json-tree.js
var json_tree = __webpack_require__(28681);
;// CONCATENATED MODULE: ./build/src/text/json-position.js


/** More edits are no help in a report: a person replaces a name everywhere at once. */
const maxRewritten = 100;
/** The text is parsed when the first place is asked for: dashboards without a fault are never parsed twice. */
const lookUpIn = (text) => {
    // Null: it could not be parsed, which is not tried again.
    let parsed;
    const root = () => {
        if (parsed === undefined)
            parsed = (0,json_tree/* parseJsonTree */.U)(text) ?? null;
        return parsed ?? undefined;
    };
    const exact = (path) => {
        const tree = root();
        return tree === undefined ? undefined : (0,main.findNodeAtLocation)(tree, [...path]);
    };
    const raw = ({ offset, length }) => text.slice(offset, offset + length);
    return {
        exact,
        nearest: (path) => {
            if (root() === undefined)
                return undefined;
            for (let length = path.length; length > 0; length -= 1) {
                const node = exact(path.slice(0, length));
                if (node !== undefined)
                    return node;
            }
            return root();
        },
        range: (path, span) => {
            const node = exact(path);
            if (node?.type !== "string")
                return null;
            const starts = rawOffsets(raw(node));
            const [start, end] = [starts[span.from], starts[span.to]];
            return start === undefined || end === undefined ? null : { start: node.offset + start, end: node.offset + end };
        },
        raw,
    };
};
/** The places of a JSON text; it is parsed when the first one is asked for. */
const jsonPosition = (placed) => {
    const { exact, nearest, range, raw } = lookUpIn(placed.text);
    // Of an object or an array only the start is told, or a whole panel would be underlined.
    const placeOf = (node) => node === undefined || node.children !== undefined
        ? placed.at(node?.offset ?? 0)
        : placed.at(node.offset, node.offset + node.length);
    return {
        at: (path) => placeOf(nearest(path)),
        within: (path, part) => {
            const node = nearest(path);
            const index = node === undefined || node.children !== undefined ? -1 : wordIndex(raw(node), part);
            const start = (node?.offset ?? 0) + index;
            return index === -1 ? placeOf(node) : placed.at(start, start + part.length);
        },
        inString: (path, span) => {
            const found = range(path, span);
            return found === null ? placeOf(nearest(path)) : placed.at(found.start, found.end);
        },
        change: (changes) => {
            const replacements = changes.map(({ path, span, text }) => {
                const found = range(path, span);
                return found === null ? null : { ...found, text: JSON.stringify(text).slice(1, -1) };
            });
            return replacements.includes(null) ? [] : placed.edits(replacements.filter((one) => one !== null));
        },
        rewrite: (places, change) => {
            if (places.length > maxRewritten)
                return [];
            const replacements = places.flatMap((place) => {
                const node = exact(place());
                if (node === undefined)
                    return [];
                return [{ start: node.offset, end: node.offset + node.length, text: change(raw(node)) }];
            });
            return replacements.length === places.length ? placed.edits(replacements) : [];
        },
    };
};
/** Where each UTF-16 unit of a JSON string stands in its raw text, quotes included, and where its end does. */
const rawOffsets = (raw) => {
    const starts = [];
    for (let at = 1; at < raw.length - 1;) {
        starts.push(at);
        at += raw[at] !== "\\" ? 1 : raw[at + 1] === "u" ? 6 : 2;
    }
    return [...starts, raw.length - 1];
};
/** Where a name stands as a whole word: `Hostname`, but neither in `HostnameX` nor in `$Hostname`. */
const wordIndex = (text, word) => {
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
        if (!/[\w$]/.test(text[at - 1] ?? "") && !/\w/.test(text[at + word.length] ?? ""))
            return at;
    return -1;
};

// EXTERNAL MODULE: ./build/src/world/namespaces.js
var namespaces = __webpack_require__(78933);
// EXTERNAL MODULE: ./build/src/world/world.js
var world_world = __webpack_require__(87125);
// EXTERNAL MODULE: ./build/src/signal/grafana/grafana-pod.js
var grafana_pod = __webpack_require__(10638);
// EXTERNAL MODULE: ./build/src/signal/grafana/sidecar.js
var grafana_sidecar = __webpack_require__(89583);
// EXTERNAL MODULE: ./build/src/signal/dashboards/dashboard-model.js + 1 modules
var dashboard_model = __webpack_require__(31220);
;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-file.js











/** Every dashboard file of the stack's own, and of the chart those that Grafana gets. */
const dashboardFiles = (world, grafana) => {
    const objects = [...world.ofKind("ConfigMap"), ...world.ofKind("Secret")];
    return objects.flatMap((object) => {
        const own = (0,world_world/* isOwn */.N)(object);
        const ways = waysOf(object, world, grafana);
        if (ways.length === 0 && own && isMeant(object, grafana))
            ways.push({ by: null, ...folderBySidecar(object, grafana.sidecars[0]) });
        if (ways.length === 0)
            return [];
        const keys = Object.entries((0,grafana_pod/* dataOf */.qu)(object));
        const likely = keys.filter(([key, text]) => /\.json(?:\.url)?$/.test(key) || text.trimStart().startsWith("{"));
        return ways.flatMap((way) => {
            const mounted = way.only?.key;
            const used = mounted !== undefined ? keys.filter(([key]) => key === mounted) : likely.length > 0 ? likely : keys;
            return used.map(([key, text]) => fileOf({ object, key, text, own }, way, world));
        });
    });
};
/** A container of the sidecar and its init container write the same files: one of them is enough. */
const waysOf = (object, world, grafana) => [
    ...grafana.pods.flatMap(({ mounts }) => mounts
        .filter(({ source, path }) => source === object && grafana.providers.list.some((one) => (0,grafana_pod/* isIn */.S1)(path, one.path)))
        .map(({ path, subPath }) => subPath === null
        ? { by: "mount", directory: path, sidecar: undefined }
        : { by: "mount", directory: external_node_path_.posix.dirname(path), sidecar: undefined, only: { key: subPath, path } })),
    ...grafana.sidecars
        .filter((sidecar) => (0,grafana_sidecar/* takes */.ny)(sidecar, object, world))
        .slice(0, 1)
        .map((sidecar) => ({ by: "sidecar", ...folderBySidecar(object, sidecar) })),
];
/** An annotation names another folder, absolute or below the usual one. */
const folderBySidecar = (object, sidecar) => {
    if (sidecar === undefined)
        return { directory: "", sidecar };
    const annotations = (0,manifest/* valueAt */.f)(object.body, ["metadata", "annotations"]);
    const named = (0,manifest/* isObject */.G)(annotations) ? annotations[sidecar.folderAnnotation] : undefined;
    const folder = typeof named === "string" ? named : "";
    const path = external_node_path_.posix.isAbsolute(folder) ? folder : external_node_path_.posix.join(sidecar.folder, folder);
    return { directory: (0,trim_end/* withoutEndSlash */.T)(external_node_path_.posix.normalize(path)), sidecar };
};
/**
 * Meant as a dashboard: it has the sidecar's label, whatever its value, or lies among the
 * dashboards and looks like one.
 */
const isMeant = (object, grafana) => {
    const labels = (0,manifest/* valueAt */.f)(object.body, ["metadata", "labels"]);
    const wanted = ["grafana_dashboard", ...grafana.sidecars.map(({ label }) => label)];
    if ((0,manifest/* isObject */.G)(labels) && wanted.some((label) => labels[label] !== undefined))
        return true;
    const origin = object.manifest?.origin;
    if (origin?.from !== "kustomize" || !/(?:^|\/)dashboards?\//.test(`${origin.root}/${origin.file}`))
        return false;
    return Object.values((0,grafana_pod/* dataOf */.qu)(object)).some((text) => looksLikeDashboard(text));
};
const looksLikeDashboard = (text) => text.trimStart().startsWith("{") && /"(?:panels|rows|elements)"\s*:/.test(text);
const fileOf = (entry, { by, directory, sidecar, only }, world) => {
    const { object, key, text } = entry;
    const downloaded = by !== "mount" && key.endsWith(".url");
    const name = only !== undefined ? external_node_path_.posix.basename(only.path) : downloaded ? key.slice(0, -".url".length) : key;
    const placed = placeOfKey(object, [fieldOf(object.body, key), key], text, world);
    const unique = `namespace_${(0,namespaces/* namespaceOf */.N6)(object, world)}.${object.ref.kind.toLowerCase()}_${object.ref.name}.${name}`;
    return {
        ...entry,
        by,
        directory,
        name: sidecar?.uniqueFilenames === true ? unique : name,
        text: downloaded ? null : text,
        model: downloaded ? { form: "unseen" } : (0,dashboard_model/* readDashboard */.F)(text, placed),
        placed,
        json: jsonPosition(placed),
    };
};
const fieldOf = (body, key) => ["data", "binaryData", "stringData"].find((field) => (0,manifest/* isObject */.G)(body[field]) && body[field][key] !== undefined) ??
    "data";
/** `dashboard "GPU / Overview"`; one without a title is named by its key. */
const dashboardName = ({ model, key, object }) => (0,dashboard_model/* isRead */.H)(model) && model.title !== null ? `dashboard "${model.title}"` : `dashboard ${key} in ${(0,finding/* nameOf */.Vb)(object.ref)}`;


/***/ },

/***/ 31220:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ isRead),
  F: () => (/* binding */ readDashboard)
});

// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(99547);
// EXTERNAL MODULE: ./build/src/text/json-tree.js
var json_tree = __webpack_require__(28681);
;// CONCATENATED MODULE: ./build/src/text/json-fault.js


/**
 * The first mistake of a text that `JSON.parse` refuses; null where Grafana takes it all the same: Go's decoder stops
 * after the first value and does not see what follows it.
 */
const jsonFault = (placed) => {
    const { text } = placed;
    if (text.trim() === "")
        return { message: "the text is empty", at: placed.at(0), edits: [] };
    // RFC 8259 lets a reader refuse it, and Go's decoder does.
    if (text.startsWith("\ufeff"))
        return { message: "it begins with a byte-order mark: save it as UTF-8 without one", at: placed.at(0), edits: [] };
    const errors = [];
    (0,json_tree/* parseJsonTree */.U)(text, errors);
    const [first] = errors.sort((a, b) => a.offset - b.offset);
    if (first === undefined)
        return { message: "it is not valid JSON", at: placed.at(0), edits: [] };
    const code = (0,main.printParseErrorCode)(first.error);
    if (code === "EndOfFileExpected")
        return null;
    const comma = trailingComma(text, first.offset);
    if (comma !== null)
        return {
            message: "a comma stands before a closing bracket",
            at: placed.at(comma, comma + 1),
            edits: placed.edits([{ start: comma, end: comma + 1, text: "" }]),
        };
    const found = text.slice(first.offset, first.offset + Math.max(first.length, 1)).split("\n")[0] ?? "";
    const template = text.slice(Math.max(0, first.offset - 2), first.offset + 2).includes("{{");
    return {
        message: template ? "a template (`{{`) stands where JSON is expected" : messageOf(code, found),
        at: placed.at(first.offset, first.offset + first.length),
        edits: [],
    };
};
const trailingComma = (text, offset) => {
    if (text[offset] !== "}" && text[offset] !== "]")
        return null;
    const before = text.slice(0, offset).trimEnd();
    return before.endsWith(",") ? before.length - 1 : null;
};
const messageOf = (code, found) => {
    const reason = messages[code] ?? "it is not valid JSON";
    return found.trim() === "" ? reason : `${reason}, and \`${found.slice(0, 40)}\` was found`;
};
const messages = {
    InvalidSymbol: "a value is expected",
    InvalidNumberFormat: "a number is expected",
    PropertyNameExpected: "a property name in double quotes is expected",
    ValueExpected: "a value is expected",
    ColonExpected: "a colon is expected",
    CommaExpected: "a comma is expected",
    CloseBraceExpected: "a closing brace is missing",
    CloseBracketExpected: "a closing bracket is missing",
    InvalidCommentToken: "JSON has no comments",
    UnexpectedEndOfComment: "JSON has no comments",
    UnexpectedEndOfString: "a string does not end",
    UnexpectedEndOfNumber: "a number does not end",
    InvalidUnicode: "a \\u escape is not complete",
    InvalidEscapeCharacter: "an escape in a string is not one that JSON has",
    InvalidCharacter: "a control character stands in a string",
};

;// CONCATENATED MODULE: ./build/src/signal/dashboards/dashboard-model.js



const readDashboard = (text, placed) => {
    const value = parse(text);
    if (value === undefined) {
        const fault = jsonFault(placed);
        if (fault !== null)
            return { form: "invalid", fault };
        // Go's decoder stops after the first value: what follows it does no harm.
        const first = parse((0,json_tree/* firstValue */.K)(text)) ?? null;
        return (0,manifest/* isObject */.G)(first) ? formOf(first) : { form: "no-object", found: kindOf(first) };
    }
    return (0,manifest/* isObject */.G)(value) ? formOf(value) : { form: "no-object", found: kindOf(value) };
};
/** Whether Grafana shows what is inside: a title to compare, panels to judge. */
const isRead = (model) => "content" in model;
const formOf = (body) => {
    const { apiVersion, spec, dashboard, metadata } = body;
    if (typeof apiVersion === "string" && apiVersion.startsWith("dashboard.grafana.app/") && (0,manifest/* isObject */.G)(spec)) {
        const form = apiVersion.startsWith("dashboard.grafana.app/v2") || isV2(spec) ? "v2-resource" : "v1-resource";
        const uid = (0,manifest/* isObject */.G)(metadata) ? textOf(metadata["name"]) : null;
        return { form, title: textOf(spec["title"]), uid, content: spec, root: ["spec"] };
    }
    if (isV2(body))
        return { form: "v2", title: textOf(body["title"]), uid: null, content: body, root: [] };
    if (body["title"] === undefined && (0,manifest/* isObject */.G)(dashboard))
        return { form: "envelope", ...namesOf(dashboard), content: dashboard, root: ["dashboard"] };
    return { form: "classic", ...namesOf(body), content: body, root: [] };
};
/** V2 keeps panels as `elements` and where they stand as `layout`. */
const isV2 = (body) => (0,manifest/* isObject */.G)(body["elements"]) && (0,manifest/* isObject */.G)(body["layout"]);
const namesOf = (body) => ({ title: textOf(body["title"]), uid: textOf(body["uid"]) });
const textOf = (value) => typeof value === "string" && value.trim() !== "" ? value : null;
const parse = (text) => {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
};
const kindOf = (value) => Array.isArray(value) ? "a list" : value === null ? "null" : `a ${typeof value}`;


/***/ },

/***/ 54193:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ panelsOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30330);
/* harmony import */ var _dashboard_model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31220);


/**
 * The panels of a classic dashboard in the order of the text, those inside rows after their row. V2 keeps its
 * panels elsewhere: none then.
 */
const panelsOf = ({ model }) => {
    if (!(0,_dashboard_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isRead */ .H)(model) || model.form === "v2" || model.form === "v2-resource")
        return [];
    const { content, root } = model;
    const rows = listOf(content["rows"]).flatMap((row, index) => panelsIn(row, [...root, "rows", index]));
    return [...panelsIn(content, root), ...rows];
};
/** Rows hold panels, and panels hold none: two levels are all. */
const panelsIn = (holder, at, depth = 0) => listOf(holder["panels"]).flatMap((body, index) => {
    const path = [...at, "panels", index];
    const title = body["title"];
    const name = `panel ${typeof title === "string" && title.trim() !== "" ? JSON.stringify(title) : index + 1}`;
    return [{ body, path, name }, ...(depth < 2 ? panelsIn(body, path, depth + 1) : [])];
});
const listOf = (value) => Array.isArray(value) ? value.map((item) => ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(item) ? item : {})) : [];


/***/ },

/***/ 45553:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ promqlIn),
/* harmony export */   Y: () => (/* binding */ readPromql)
/* harmony export */ });
/* harmony import */ var _promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69339);
/* harmony import */ var _grafana_variables_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2053);


/**
 * Of a panel its query; of a variable what stands in `label_values(metric, label)` or `query_result(\u2026)`.
 * https://grafana.com/docs/grafana/latest/datasources/prometheus/template-variables/
 */
const promqlIn = ({ text, kind }) => {
    if (kind === "panel")
        return { text, start: 0, label: null };
    const values = /^(\s*label_values\s*\()(?:([\s\S]*),)?\s*(\w+)\s*\)\s*$/.exec(text);
    if (values !== null)
        return { text: values[2] ?? "", start: (values[1] ?? "").length, label: values[3] ?? null };
    const result = /^(\s*query_result\s*\()([\s\S]*)\)\s*$/.exec(text);
    if (result !== null)
        return { text: result[2] ?? "", start: (result[1] ?? "").length, label: null };
    const none = /^\s*(?:metrics|label_names)\s*\(/.test(text);
    return { text: none ? "" : text, start: 0, label: null };
};
/**
 * PromQL as a dashboard has it, read with something in place of every variable, and the way back to the text as
 * written: what a variable stands for is open.
 */
const readPromql = (text) => {
    const { text: readable, written } = (0,_grafana_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .substituted */ .X6)(text);
    return { expression: (0,_promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpression */ .J)(readable, _grafana_variables_js__WEBPACK_IMPORTED_MODULE_1__/* .hasVariable */ .$u), written };
};


/***/ },

/***/ 49668:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ dashboardPartsOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30330);

/**
 * Every query and every data source of a dashboard, in the order of the text: both keep their names in all generations
 * of the format. A list instead of recursion: text of a pull request may be nested deeper than any call stack.
 */
const dashboardPartsOf = (content, root) => {
    const queries = [];
    const datasources = [];
    const waiting = [{ value: content, key: "", parent: null }];
    for (let visit = waiting.pop(); visit !== undefined; visit = waiting.pop()) {
        const { value } = visit;
        const first = waiting.length;
        if (Array.isArray(value)) {
            for (const [key, held] of value.entries())
                if (isNested(held))
                    waiting.push({ value: held, key, parent: visit });
        }
        else if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value)) {
            const query = queryIn(value);
            if (query !== null)
                queries.push(placed(query, placeIn(root, visit)));
            if (value["datasource"] !== undefined) {
                const isAsked = !isOverridden(visit);
                const uses = datasourcesIn(value["datasource"], placeIn(root, visit));
                datasources.push(...uses.map((use) => ({ ...use, isAsked })));
            }
            for (const key of Object.keys(value)) {
                const held = value[key];
                if (isNested(held) && !(visit.parent === null && aside.has(key)))
                    waiting.push({ value: held, key, parent: visit });
            }
        }
        reverseFrom(waiting, first);
    }
    return { queries, datasources };
};
/**
 * Whether the panel above names a data source: Grafana then asks that for every query, whatever the query names, unless
 * the panel's is Mixed. `prepareRequests` in packages/scenes/src/querying/SceneQueryRunner.ts of grafana/scenes; `run`
 * in public/app/features/query/state/PanelQueryRunner.ts of grafana/grafana before that.
 */
const isOverridden = ({ parent }) => {
    const panel = parent?.key === "targets" && Array.isArray(parent.value) ? parent.parent?.value : undefined;
    const datasource = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(panel) ? panel["datasource"] : undefined;
    const names = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(datasource) ? [datasource["uid"], datasource["type"]] : [datasource];
    return names.some((name) => typeof name === "string" && name !== "") && !names.some(isMixed);
};
const isMixed = (name) => name === "-- Mixed --" || name === "mixed";
const isNested = (value) => typeof value === "object" && value !== null;
/** The last of the list is visited first. */
const reverseFrom = (list, first) => {
    if (list.length - first > 1)
        list.push(...list.splice(first).reverse());
};
/** What only the import dialog reads. */
const aside = new Set(["__inputs", "__requires", "__elements"]);
const queryIn = (value) => {
    const { expr, legendFormat, definition, query } = value;
    if (typeof expr === "string")
        return { text: expr, at: ["expr"], kind: "panel", legend: typeof legendFormat === "string" ? legendFormat : null };
    if (value["type"] !== "query" || typeof value["name"] !== "string")
        return null;
    const variable = (text, ...at) => ({ text, at, kind: "variable", legend: null });
    const nested = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(query) ? query["query"] : undefined;
    if (typeof query === "string")
        return variable(query, "query");
    if (typeof nested === "string")
        return variable(nested, "query", "query");
    return typeof definition === "string" ? variable(definition, "definition") : null;
};
const placed = ({ text, at, kind, legend }, here) => ({
    text,
    kind,
    place: () => [...here(), ...at],
    legend: legend === null ? null : { text: legend, place: () => [...here(), "legendFormat"] },
});
/** A data source is a name, or an object with a uid (V2: with a name). */
const datasourcesIn = (datasource, here) => {
    if (typeof datasource === "string")
        return [{ ref: datasource, type: null, place: () => [...here(), "datasource"] }];
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(datasource))
        return [];
    const type = typeof datasource["type"] === "string" ? datasource["type"] : null;
    return ["uid", "name"].flatMap((key) => {
        const ref = datasource[key];
        return typeof ref === "string" ? [{ ref, type, place: () => [...here(), "datasource", key] }] : [];
    });
};
const placeIn = (root, visit) => () => {
    const path = [];
    for (let here = visit; here.parent !== null; here = here.parent)
        path.push(here.key);
    return [...root, ...path.reverse()];
};


/***/ },

/***/ 2053:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ hasVariable),
/* harmony export */   DZ: () => (/* binding */ isVariable),
/* harmony export */   SD: () => (/* binding */ variableIn),
/* harmony export */   X6: () => (/* binding */ substituted),
/* harmony export */   ht: () => (/* binding */ variablesOf),
/* harmony export */   ii: () => (/* binding */ referencesIn)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30330);


/** A reference to a variable: `$name`, `${name}`, `${name:regex}`, `${name.field}` or `[[name]]`. */
const reference = /\$(\w+)|\$\{(\w+)(?:[.:][^{}]*)?\}|\[\[(\w+)(?::[^[\]]*)?\]\]/g;
/** Stands for the value of a variable that only Grafana knows; no metric and no label has this name. */
const placeholder = "__grafana_variable";
/** True for a name that a variable makes up, at least in part. */
const isVariable = (name) => name.includes(placeholder);
/** The variable that a text consists of, e.g. of `${DS_PROMETHEUS}`; null where it is none. */
const variableIn = (text) => {
    const [match] = text.trim().matchAll(reference);
    if (match === undefined || match[0] !== text.trim())
        return null;
    return match[1] ?? match[2] ?? match[3] ?? null;
};
/** Every reference to a variable, with its name and its place. */
const referencesIn = (text) => [...text.matchAll(reference)].map((match) => ({
    name: match[1] ?? match[2] ?? match[3] ?? "",
    from: match.index,
    to: match.index + match[0].length,
}));
/** True for a text with a reference to a variable in it. */
const hasVariable = (text) => referencesIn(text).length > 0;
/**
 * PromQL in which something stands for every variable: in strings the reference itself, for durations `5m`, elsewhere a
 * name; and where each part of it stands as written.
 */
const substituted = (expression) => {
    if (!expression.includes("$") && !expression.includes("[["))
        return { text: expression, written: ({ from, to }) => ({ from, to }) };
    const changes = [];
    let grown = 0;
    const text = expression.replace(pieces, (piece, ...rest) => {
        const put = standIn(piece);
        const start = rest.find((one) => typeof one === "number") ?? 0;
        if (put !== piece) {
            changes.push({ at: start + grown, to: start + grown + put.length, start, end: start + piece.length });
            grown += put.length - piece.length;
        }
        return put;
    });
    return {
        text,
        written: ({ from, to }) => ({ from: backFrom(changes, from, "start"), to: backFrom(changes, to, "end") }),
    };
};
const standIn = (piece) => {
    if (/^["'`]/.test(piece))
        return piece;
    if (/^(?:\[(?!\[)|offset|:)/i.test(piece))
        return piece.replace(reference, "5m");
    const name = piece.replace(reference, (_, plain = "", braced = "", squared = "") => plain + braced + squared);
    return numbers.test(name) ? "300" : durations.test(name) ? "5m" : placeholder;
};
/** An offset inside a change is at that edge of what was written. */
const backFrom = (changes, offset, edge) => {
    let [low, high] = [0, changes.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        const at = changes[middle]?.at ?? 0;
        if (at < offset || (edge === "start" && at === offset))
            low = middle + 1;
        else
            high = middle;
    }
    const before = changes[low - 1];
    if (before === undefined)
        return offset;
    const inside = edge === "start" ? offset < before.to : offset <= before.to;
    return inside ? before[edge] : offset - before.to + before.end;
};
/** Strings; durations in brackets, behind `offset` and behind the colon of a subquery; references elsewhere. */
const pieces = /"(?:\\.|[^"\\])*(?:"|\\?$)|'(?:\\.|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)|\[(?!\[)\s*(?:\$\w+|\$\{[^{}]*\})|offset\s+(?:-\s*)?(?:\$\w+|\$\{[^{}]*\})|:\s*(?:\$\w+|\$\{[^{}]*\})\s*(?=\])|\$\w+|\$\{[^{}]*\}|\[\[\w+(?::[^[\]]*)?\]\]/gis;
/** https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables */
const numbers = /^__(?:interval_ms|range_ms|range_s|from|to)$/;
const durations = /^__(?:rate_interval|interval|range)$/;
/** The dashboard's variables by name: `templating.list` of the classic form, `variables` of V2. */
const variablesOf = (content) => {
    const classic = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(content, ["templating", "list"]).map((one) => [one, String(one["type"])]);
    const v2 = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(content, ["variables"]).map((one) => {
        const type = String(one["kind"])
            .replace(/Variable$/, "")
            .toLowerCase();
        return [(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(one["spec"]) ? one["spec"] : one, type];
    });
    return new Map([...classic, ...v2].map(([one, type]) => {
        const query = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(one, ["query"]) ?? (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(one, ["pluginId"]) ?? (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(one, ["query"]), ["query"]) ?? "";
        return [String(one["name"]), { name: String(one["name"]), type, query }];
    }));
};


/***/ },

/***/ 10638:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S1: () => (/* binding */ isIn),
/* harmony export */   fI: () => (/* binding */ grafanaPods),
/* harmony export */   nG: () => (/* binding */ filesIn),
/* harmony export */   nx: () => (/* binding */ isOfficialImage),
/* harmony export */   qu: () => (/* binding */ dataOf)
/* harmony export */ });
/* harmony import */ var _core_trim_end_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52182);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78933);




const grafanaPods = (world) => [...world.ofKind("Deployment"), ...world.ofKind("StatefulSet")].flatMap((object) => {
    const spec = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .f)(object.body, ["spec", "template", "spec"]);
    const main = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(spec, ["containers"]).find(isGrafana);
    if (main === undefined)
        return [];
    const namespace = (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_2__/* .namespaceOf */ .N6)(object, world);
    const claims = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(object.body, ["spec", "volumeClaimTemplates"]);
    const volumes = new Map((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(spec, ["volumes"]).map((volume) => [volume["name"], volume]));
    for (const claim of claims)
        volumes.set((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .f)(claim, ["metadata", "name"]), { persistentVolumeClaim: {} });
    const mounts = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(main, ["volumeMounts"]).map((mount) => ({
        path: (0,_core_trim_end_js__WEBPACK_IMPORTED_MODULE_3__/* .withoutEndSlash */ .T)(String(mount["mountPath"])),
        subPath: typeof mount["subPath"] === "string" ? mount["subPath"] : null,
        source: sourceOf(volumes.get(mount["name"]), namespace, world),
    }));
    const containers = [...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(spec, ["initContainers"]), ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(spec, ["containers"])];
    return [{ object, namespace, containers, mounts, version: tagOf(String(main["image"])) }];
});
/**
 * The files that Grafana sees in a folder, and whether that is all of them: what sidecars
 * write there is not among them.
 */
const filesIn = (pod, folder) => {
    const here = pod.mounts.filter(({ path }) => isIn(path, folder) || isIn(folder, path));
    const files = here
        .flatMap(({ path, subPath, source }) => {
        if (typeof source === "string")
            return [];
        return Object.entries(dataOf(source)).flatMap(([key, text]) => subPath === null || subPath === key
            ? [{ path: subPath === null ? `${path}/${key}` : path, text, object: source, key }]
            : []);
    })
        .filter(({ path }) => isIn(path, folder));
    return { files, complete: here.every(({ source }) => source !== "unseen") };
};
/** True where `path` is `folder` or lies in it. */
const isIn = (path, folder) => path === folder || path.startsWith(`${folder}/`);
/** The texts of a ConfigMap or Secret by key, decoded as the pod would see them. */
const dataOf = ({ ref, body }) => {
    const entries = (field, decode) => Object.entries(asObject(body[field])).flatMap(([key, value]) => typeof value === "string" ? [[key, decode(value)]] : []);
    const plain = (text) => text;
    return Object.fromEntries([
        ...entries("data", ref.kind === "Secret" ? fromBase64 : plain),
        ...entries("binaryData", fromBase64),
        ...entries("stringData", plain),
    ]);
};
const fromBase64 = (text) => Buffer.from(text, "base64").toString("utf8");
/** Grafana's own image, which brings no plugins beside the core; by its name, which a mirror keeps. */
const isOfficialImage = ({ image }) => /(?:^|\/)grafana\/grafana(?:-oss|-enterprise)?(?:[:@]|$)/.test(String(image));
/**
 * By the image: a mirror changes its folder, rarely its name. The chart calls the container after
 * its value `nameOverride`.
 */
const isGrafana = ({ name, image }) => name === "grafana" || /(?:^|\/)grafana(?:-oss|-enterprise)?(?:[:@]|$)/.test(String(image));
const tagOf = (image) => /:([^/:@]+)(?:@|$)/.exec(image)?.[1] ?? null;
const sourceOf = (volume, namespace, world) => {
    if (volume?.["emptyDir"] !== undefined)
        return "shared";
    const configMap = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .f)(volume, ["configMap", "name"]);
    if (typeof configMap === "string")
        return (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIn */ .D7)(world, "ConfigMap", namespace, configMap) ?? "unseen";
    const secret = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .f)(volume, ["secret", "secretName"]);
    return (typeof secret === "string" ? (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIn */ .D7)(world, "Secret", namespace, secret) : undefined) ?? "unseen";
};
const asObject = (value) => ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) ? value : {});


/***/ },

/***/ 89583:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ selectsLabels),
/* harmony export */   Dc: () => (/* binding */ watchesNamespace),
/* harmony export */   GT: () => (/* binding */ namesFor),
/* harmony export */   QK: () => (/* binding */ labelText),
/* harmony export */   _q: () => (/* binding */ looksAtKind),
/* harmony export */   eG: () => (/* binding */ sidecarsOf),
/* harmony export */   ny: () => (/* binding */ takes)
/* harmony export */ });
/* harmony import */ var _core_trim_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52182);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78933);




/**
 * The sidecars of a pod for dashboards or for data sources: the chart names their containers
 * `\u2026-sc-dashboard` and `\u2026-sc-datasources`.
 */
const sidecarsOf = (pod, purpose) => pod.containers
    .filter(({ name }) => String(name).endsWith(`-sc-${purpose}`))
    .map((container) => readSidecar(pod, container));
const readSidecar = (pod, container) => {
    // Of two variables with one name the last counts.
    const env = new Map((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(container, ["env"]).map((one) => [String(one["name"]), one]));
    const text = (name) => {
        const value = env.get(name)?.["value"];
        return typeof value === "string" ? value : undefined;
    };
    const resource = text("RESOURCE") ?? "configmap";
    return {
        pod,
        label: text("LABEL") ?? "",
        labelValue: text("LABEL_VALUE") ?? "",
        kinds: resource === "both" ? ["ConfigMap", "Secret"] : resource === "secret" ? ["Secret"] : ["ConfigMap"],
        namespaces: (text("NAMESPACE") ?? pod.namespace).split(","),
        resourceNames: (text("RESOURCE_NAME") ?? "").split(",").filter((name) => name !== ""),
        folder: (0,_core_trim_end_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutEndSlash */ .T)(text("FOLDER") ?? ""),
        folderAnnotation: text("FOLDER_ANNOTATION") ?? "k8s-sidecar-target-directory",
        uniqueFilenames: text("UNIQUE_FILENAMES")?.toLowerCase() === "true",
        unseen: [...env].filter(([, one]) => one["valueFrom"] !== undefined).map(([name]) => name),
    };
};
/** The label as messages name it, e.g. `grafana_dashboard: "1"`. */
const labelText = ({ label, labelValue }) => labelValue === "" ? label : `${label}: "${labelValue}"`;
/**
 * Whether the sidecar's label selector selects the object, wherever it lies. The API server takes
 * only text as a label's value.
 */
const selectsLabels = (sidecar, { body }) => {
    const labels = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(body, ["metadata", "labels"]);
    const value = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)(labels) && Object.hasOwn(labels, sidecar.label) ? labels[sidecar.label] : undefined;
    return typeof value === "string" && (sidecar.labelValue === "" || value === sidecar.labelValue);
};
/** Whether the sidecar looks at that kind of object at all. */
const looksAtKind = ({ kinds }, { ref }) => kinds.some((kind) => kind === ref.kind);
const watchesNamespace = ({ namespaces }, namespace) => namespaces.includes("ALL") || namespaces.includes(namespace);
/**
 * The names that RESOURCE_NAME gives for the object's namespace and kind; null where it gives none, and the label
 * decides. With names the label does not count, and NAMESPACE: ALL switches the names off.
 */
const namesFor = (sidecar, object, world) => {
    if (sidecar.namespaces.includes("ALL"))
        return null;
    const kind = object.ref.kind.toLowerCase();
    const names = sidecar.resourceNames.flatMap((entry) => {
        const [name = "", ofKind, namespace] = entry.split("/").reverse();
        const elsewhere = namespace !== undefined && namespace !== (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceOf */ .N6)(object, world);
        return elsewhere || (ofKind !== undefined && namespace === undefined && ofKind !== kind) ? [] : [name];
    });
    return names.length === 0 ? null : names;
};
/** Whether the sidecar writes the object's keys into its folder. */
const takes = (sidecar, object, world) => {
    if (!looksAtKind(sidecar, object) || !watchesNamespace(sidecar, (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceOf */ .N6)(object, world)))
        return false;
    return namesFor(sidecar, object, world)?.includes(object.ref.name) ?? selectsLabels(sidecar, object);
};


/***/ },

/***/ 42986:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  dK: () => (/* binding */ acceptanceHop),
  h2: () => (/* binding */ rejectionOf)
});

// UNUSED EXPORTS: refusalsOf

// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/fix/scalar-edit.js
var scalar_edit = __webpack_require__(68297);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./build/src/kubernetes/json-word.js
var json_word = __webpack_require__(71706);
;// CONCATENATED MODULE: ./build/src/signal/operator/go-url.js
/**
 * Scheme and host of an address as Go's `url.Parse` sees them; null where it refuses the text.
 * https://pkg.go.dev/net/url#Parse
 */
const parseGoUrl = (text) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: Go refuses exactly these.
    if (/[\u0000-\u001f\u007f]/.test(text) || text.startsWith(":"))
        return null;
    const bare = text.split("#")[0] ?? "";
    const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(bare)?.[1] ?? "";
    const rest = (scheme === "" ? bare : bare.slice(scheme.length + 1)).split("?")[0] ?? "";
    if (scheme === "" && /^[^/]*:/.test(rest))
        return null;
    if (scheme !== "" && !rest.startsWith("/"))
        return { scheme: scheme.toLowerCase(), host: "" };
    const [, authority, path = ""] = /^(?:\/\/([^/]*))?(.*)$/s.exec(rest) ?? [];
    if (/%(?![0-9A-Fa-f]{2})/.test(path))
        return null;
    const host = authority?.replace(/^.*@/s, "") ?? "";
    return validHost(host) ? { scheme: scheme.toLowerCase(), host } : null;
};
const validHost = (host) => host.startsWith("[")
    ? /^\[[^\]]*\](?::\d*)?$/.test(host)
    : !/[\s<>"^`{|}\\%]/.test(host) && /^[^:]*(?::\d*)?$/.test(host.slice(Math.max(0, host.lastIndexOf(":"))));

// EXTERNAL MODULE: ./build/src/signal/operator/operator-release.js
var operator_release = __webpack_require__(51606);
// EXTERNAL MODULE: ./build/src/signal/operator/refusal.js
var refusal = __webpack_require__(7444);
// EXTERNAL MODULE: ./build/src/world/namespaces.js
var namespaces = __webpack_require__(78933);
;// CONCATENATED MODULE: ./build/src/signal/operator/secret-refusals.js




/**
 * The key of a Secret or ConfigMap that the monitor names: the operator reads it itself, and refuses the monitor
 * without it, whatever `optional` says.
 */
const keyRefusals = (one, path, kind = "Secret") => {
    const name = textOf((0,refusal/* given */.gI)(one, [...path, "name"]));
    const key = textOf((0,refusal/* given */.gI)(one, [...path, "key"]));
    const refuse = (why, unseen) => [
        { path, why, check: "servicemonitor-secret-not-found", unseen, source: operator_release/* operatorSource */.QP.store },
    ];
    if (name === "")
        return refuse(`${(0,refusal/* pathText */.LF)(path)} names no ${kind}: the operator refuses the object.`, false);
    const full = `${kind} ${one.namespace}/${name}`;
    const object = (0,namespaces/* objectIn */.D7)(one.world, kind, one.namespace, name);
    if (object === undefined)
        return refuse(`${full}, which ${(0,refusal/* pathText */.LF)(path)} names, is neither in the tree nor in the chart${generatedHint(one, kind, name)}: the operator refuses the object as long as it does not exist.`, true);
    const keys = keysOf(object);
    if (keys.includes(key))
        return [];
    if (isFilledElsewhere(object))
        return refuse(`${full} is filled by others: whether it has the key "${key}" cannot be seen.`, true);
    const known = keys.length === 0 ? "no keys" : keys.join(", ");
    return refuse(`${full} has no key "${key}", which ${(0,refusal/* pathText */.LF)(path)} names (it has ${known}): the operator refuses the object.`, false);
};
/** A `{secret}` or `{configMap}` reference; an empty one is none. */
const eitherRefusals = (one, path) => [
    ...((0,refusal/* given */.gI)(one, [...path, "secret"]) === undefined
        ? (0,refusal/* given */.gI)(one, [...path, "configMap"]) === undefined
            ? []
            : keyRefusals(one, [...path, "configMap"], "ConfigMap")
        : keyRefusals(one, [...path, "secret"])),
];
/** The text that a reference leads to; null where it leads nowhere or cannot be seen. */
const referencedText = (one, path, kind) => {
    const object = (0,namespaces/* objectIn */.D7)(one.world, kind, one.namespace, textOf((0,refusal/* given */.gI)(one, [...path, "name"])));
    const key = textOf((0,refusal/* given */.gI)(one, [...path, "key"]));
    const plain = (0,manifest/* valueAt */.f)(object?.body, [kind === "Secret" ? "stringData" : "data", key]);
    if (typeof plain === "string")
        return plain;
    const encoded = (0,manifest/* valueAt */.f)(object?.body, ["data", key]);
    return typeof encoded === "string" && kind === "Secret" ? Buffer.from(encoded, "base64").toString("utf8") : null;
};
/** `data` of a ConfigMap; of a Secret `stringData`, too, which the API server turns into `data`. */
const keysOf = ({ body }) => [body["data"], body["kind"] === "Secret" ? body["stringData"] : undefined].flatMap((data) => (0,manifest/* isObject */.G)(data) ? Object.keys(data) : []);
/**
 * Kubernetes writes a token into its Secret, and an object without data is filled by the
 * controller that it is made for.
 */
const isFilledElsewhere = (object) => object.body["type"] === "kubernetes.io/service-account-token" || keysOf(object).length === 0;
/** kustomize's generators add a hash to names, and kustomize rewrites references only in kinds that it knows. */
const generatedHint = ({ world }, kind, name) => {
    const hashed = world
        .ofKind(kind)
        .find(({ ref }) => ref.name.startsWith(`${name}-`) && /^[a-z0-9]{10}$/.test(ref.name.slice(name.length + 1)));
    return hashed === undefined
        ? ""
        : ` (kustomize generates ${hashed.ref.name}: set generatorOptions.disableNameSuffixHash, for it leaves references of this kind alone)`;
};
const textOf = (value) => (typeof value === "string" ? value : "");

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/src/signal/operator/tls-refusals.js





/** What the operator refuses of a `tlsConfig` at `path`; `files`: one that may name files of the pod as well. */
const tlsRefusals = (one, path, files) => {
    if (!(0,manifest/* isObject */.G)((0,refusal/* given */.gI)(one, path)))
        return [];
    const wrong = formFaults(one, path, files);
    if (wrong.length > 0)
        return wrong;
    const key = [...path, "keySecret"];
    return [
        ...eitherRefusals(one, [...path, "ca"]),
        ...eitherRefusals(one, [...path, "cert"]),
        ...((0,refusal/* given */.gI)(one, key) === undefined ? [] : keyRefusals(one, key)),
        ...caFaults(one, path),
        ...pairFaults(one, path),
    ];
};
const formFaults = (one, path, files) => {
    const has = (field) => files && ((0,refusal/* given */.gI)(one, [...path, field]) ?? "") !== "";
    const ca = isSet(one, [...path, "ca"]);
    const cert = isSet(one, [...path, "cert"]);
    const key = (0,refusal/* given */.gI)(one, [...path, "keySecret"]) !== undefined;
    const anyCert = cert || has("certFile");
    const anyKey = key || has("keyFile");
    const at = (0,refusal/* pathText */.LF)(path);
    const faults = [
        ...["ca", "cert"].map((field) => [isBoth(one, [...path, field]), field, "names a Secret and a ConfigMap, and may name one"]),
        [versionsCross(one, path), "maxVersion", "is lower than minVersion"],
        [ca && has("caFile"), "caFile", "and ca exclude each other"],
        [cert && has("certFile"), "certFile", "and cert exclude each other"],
        [key && has("keyFile"), "keyFile", "and keySecret exclude each other"],
        [anyCert && !anyKey, "cert", "needs a client key beside it"],
        [anyKey && !anyCert, "keySecret", "needs a client certificate beside it"],
    ];
    return faults
        .filter(([broken]) => broken)
        .map(([, field, what]) => tls_refusals_refusal([...path, field], `${at}.${field} ${what}`, operator_release/* operatorSource */.QP.tlsTypes));
};
/** The operator parses the certificates that it can read. */
const caFaults = (one, path) => {
    const ca = givenText(one, [...path, "ca"]);
    if (ca === null || ca === "" || parses(() => new external_node_crypto_.X509Certificate(ca)))
        return [];
    return [
        tls_refusals_refusal([...path, "ca"], `${(0,refusal/* pathText */.LF)(path)}.ca leads to something that is no PEM certificate`, operator_release/* operatorSource */.QP.tls),
    ];
};
const pairFaults = (one, path) => {
    const cert = givenText(one, [...path, "cert"]);
    const key = referencedText(one, [...path, "keySecret"], "Secret");
    if (!cert || !key)
        return [];
    const fits = () => new external_node_crypto_.X509Certificate(cert).checkPrivateKey(privateKey(key));
    let fit = false;
    if (parses(() => (fit = fits())) && fit)
        return [];
    return [
        tls_refusals_refusal([...path, "cert"], `${(0,refusal/* pathText */.LF)(path)}: certificate and key are no pair of PEM texts`, operator_release/* operatorSource */.QP.tls),
    ];
};
const privateKey = (pem) => (0,external_node_crypto_.createPrivateKey)(pem);
const givenText = (one, path) => (0,refusal/* given */.gI)(one, [...path, "secret"]) === undefined
    ? referencedText(one, [...path, "configMap"], "ConfigMap")
    : referencedText(one, [...path, "secret"], "Secret");
const parses = (read) => {
    try {
        read();
        return true;
    }
    catch {
        return false;
    }
};
const isSet = (one, path) => (0,refusal/* given */.gI)(one, [...path, "secret"]) !== undefined || (0,refusal/* given */.gI)(one, [...path, "configMap"]) !== undefined;
const isBoth = (one, path) => (0,refusal/* given */.gI)(one, [...path, "secret"]) !== undefined && (0,refusal/* given */.gI)(one, [...path, "configMap"]) !== undefined;
/** `TLS10` to `TLS13` compare as text. */
const versionsCross = (one, path) => {
    const min = (0,refusal/* given */.gI)(one, [...path, "minVersion"]);
    const max = (0,refusal/* given */.gI)(one, [...path, "maxVersion"]);
    return typeof min === "string" && typeof max === "string" && max < min;
};
const tls_refusals_refusal = (path, why, source) => ({
    path,
    why: `${why}: the operator refuses the object.`,
    check: refusal/* rejected */.nS,
    unseen: false,
    source,
});

;// CONCATENATED MODULE: ./build/src/signal/operator/http-refusals.js






/** What the operator refuses of the HTTP client settings in the mapping at `at`. */
const httpRefusals = (one, at, form) => {
    const field = (name) => [...at, name];
    return [
        ...(form.oneAuthentication === "operator" ? exclusiveFaults(one, at) : []),
        ...(form.oneAuthentication === "prometheus" ? clashes(one, at) : []),
        ...basicAuthRefusals(one, field("basicAuth")),
        ...authorizationRefusals(one, field("authorization"), form.oneAuthentication === "operator"),
        ...tlsRefusals(one, field("tlsConfig"), form.tlsFiles),
        ...oauthRefusals(one, field("oauth2")),
        ...proxyRefusals(one, at),
    ];
};
const authentications = ["authorization", "basicAuth", "bearerTokenSecret", "oauth2"];
const exclusiveFaults = (one, at) => {
    const [first, second] = authentications.filter((name) => (0,refusal/* given */.gI)(one, [...at, name]) !== undefined);
    return first === undefined || second === undefined
        ? []
        : [http_refusals_refusal([...at, second], `${first} and ${second} exclude each other`, operator_release/* operatorSource */.QP.httpTypes)];
};
/**
 * What the operator does not look at it hands on, and Prometheus refuses the whole configuration: "at most one of
 * basic_auth, oauth2 & authorization must be configured". An empty token counts as none.
 */
const clashes = (one, at) => {
    const token = [...at, "bearerTokenSecret"];
    const text = referencedText(one, token, "Secret");
    const [first, second] = authentications.filter((name) => (0,refusal/* given */.gI)(one, [...at, name]) !== undefined && (name !== "bearerTokenSecret" || text !== ""));
    if (first === undefined || second === undefined)
        return [];
    const unseen = [first, second].includes("bearerTokenSecret") && text === null;
    const why = `${(0,refusal/* pathText */.LF)([...at, second])} and ${first} exclude each other: the operator writes both, and ${refusal/* nothingTaken */.bX}.`;
    return [{ path: [...at, second], why, check: refusal/* rejected */.nS, unseen, breaks: true, source: operator_release/* operatorSource */.QP.httpTypes }];
};
/** Who refuses two ways of authentication in a ScrapeConfig: by now a validation rule of its CRD. */
const scrapeConfigAuthJudge = ({ operator }) => operator.does("refuses two authentications of a ScrapeConfig by schema") ? "schema" : "prometheus";
/** Two ways of authentication in a ScrapeConfig, where the API server refuses them. */
const scrapeConfigAuthRefusals = (one) => {
    const [first, second] = ["basicAuth", "authorization", "oauth2"].filter((name) => (0,refusal/* given */.gI)(one, ["spec", name]) !== undefined);
    if (first === undefined || second === undefined || scrapeConfigAuthJudge(one) !== "schema")
        return [];
    const why = `${first} and ${second} exclude each other: the API server refuses the object.`;
    const source = operator_release/* operatorSource */.QP.scrapeConfigTypes;
    return [{ path: ["spec", second], why, check: "kubernetes-schema-invalid", unseen: false, source }];
};
/** User name and password are both read, even where only one is set. */
const basicAuthRefusals = (one, path) => (0,manifest/* isObject */.G)((0,refusal/* given */.gI)(one, path)) ? ["username", "password"].flatMap((name) => keyRefusals(one, [...path, name])) : [];
const authorizationRefusals = (one, path, strict) => {
    if (!(0,manifest/* isObject */.G)((0,refusal/* given */.gI)(one, path)))
        return [];
    const credentials = [...path, "credentials"];
    if ((0,refusal/* given */.gI)(one, credentials) === undefined)
        return strict ? [http_refusals_refusal(path, `${(0,refusal/* pathText */.LF)(path)} has no credentials`, operator_release/* operatorSource */.QP.prometheusTypes)] : [];
    const type = (0,refusal/* given */.gI)(one, [...path, "type"]);
    if (typeof type === "string" && type.trim().toLowerCase() === "basic")
        return [
            http_refusals_refusal([...path, "type"], `${(0,refusal/* pathText */.LF)(path)} cannot have the type "${type}": that is basicAuth`, operator_release/* operatorSource */.QP.prometheusTypes),
        ];
    return ((0,refusal/* given */.gI)(one, [...credentials, "name"]) ?? "") === "" ? [] : keyRefusals(one, credentials);
};
const oauthRefusals = (one, path) => {
    if (!(0,manifest/* isObject */.G)((0,refusal/* given */.gI)(one, path)))
        return [];
    const clientId = [...path, "clientId"];
    const holders = ["secret", "configMap"].filter((name) => (0,refusal/* given */.gI)(one, [...clientId, name]) !== undefined);
    if (((0,refusal/* given */.gI)(one, [...path, "tokenUrl"]) ?? "") === "")
        return [http_refusals_refusal(path, `${(0,refusal/* pathText */.LF)(path)} has no tokenUrl`, operator_release/* operatorSource */.QP.types)];
    if (holders.length !== 1)
        return [http_refusals_refusal(clientId, `${(0,refusal/* pathText */.LF)(clientId)} has to name a Secret or a ConfigMap`, operator_release/* operatorSource */.QP.types)];
    return [
        ...eitherRefusals(one, clientId),
        ...emptyIdRefusals(one, clientId),
        ...keyRefusals(one, [...path, "clientSecret"]),
        ...tlsRefusals(one, [...path, "tlsConfig"], false),
        ...(one.operator.does("judges the proxy of oauth2") ? proxyRefusals(one, path) : []),
    ];
};
/** The operator writes an empty text as it is, and Prometheus says "oauth2 client_id must be configured". */
const emptyIdRefusals = (one, clientId) => {
    const isEmpty = referencedText(one, [...clientId, "secret"], "Secret") === "" ||
        referencedText(one, [...clientId, "configMap"], "ConfigMap") === "";
    if (!isEmpty)
        return [];
    const why = `${(0,refusal/* pathText */.LF)(clientId)} leads to an empty text: the operator writes it, and ${refusal/* nothingTaken */.bX}.`;
    return [{ path: clientId, why, check: refusal/* rejected */.nS, unseen: false, breaks: true, source: operator_release/* operatorSource */.QP.types }];
};
/** `proxyUrl`, `noProxy`, `proxyFromEnvironment` and `proxyConnectHeader` of the mapping at `at`. */
const proxyRefusals = (one, at) => {
    const header = (0,refusal/* given */.gI)(one, [...at, "proxyConnectHeader"]);
    const headers = (0,manifest/* isObject */.G)(header) ? Object.keys(header) : [];
    const url = (0,refusal/* given */.gI)(one, [...at, "proxyUrl"]) ?? "";
    const noProxy = ((0,refusal/* given */.gI)(one, [...at, "noProxy"]) ?? "") !== "";
    const environment = (0,refusal/* given */.gI)(one, [...at, "proxyFromEnvironment"]) === true;
    const faults = [
        [
            headers.length > 0 && !environment && url === "",
            "proxyConnectHeader",
            "needs a proxyUrl or proxyFromEnvironment",
        ],
        [environment && url !== "", "proxyUrl", "and proxyFromEnvironment exclude each other"],
        [environment && noProxy, "noProxy", "and proxyFromEnvironment exclude each other"],
        [url === "" && noProxy, "noProxy", "needs a proxyUrl"],
        [typeof url === "string" && parseGoUrl(url) === null, "proxyUrl", `"${String(url)}" is not an address`],
    ];
    return [
        ...faults
            .filter(([broken]) => broken)
            .map(([, field, what]) => http_refusals_refusal([...at, field], `${(0,refusal/* pathText */.LF)([...at, field])} ${what}`, operator_release/* operatorSource */.QP.types)),
        ...headers.flatMap((name) => headerRefusals(one, [...at, "proxyConnectHeader", name])),
    ];
};
const headerRefusals = (one, path) => {
    const items = (0,refusal/* itemsAt */.Ct)(one, path);
    if (items.length === 0)
        return [http_refusals_refusal(path, `${(0,refusal/* pathText */.LF)(path)} names no Secret`, operator_release/* operatorSource */.QP.types)];
    return items.flatMap((item) => keyRefusals(one, item));
};
const http_refusals_refusal = (path, why, source) => ({
    path,
    why: `${why}: the operator refuses the object.`,
    check: refusal/* rejected */.nS,
    unseen: false,
    source,
});

;// CONCATENATED MODULE: ./build/src/signal/operator/kubernetes-discovery-refusals.js



/** What is wrong with one item of `kubernetesSDConfigs`: field and reason. */
const kubernetesFaults = (item, one, at) => {
    const role = String(item("role") ?? "");
    const allowed = selectable[role.toLowerCase()];
    const wrong = (0,refusal/* itemsAt */.Ct)(one, [...at, "selectors"])
        .map((selector) => String((0,refusal/* given */.gI)(one, [...selector, "role"]) ?? ""))
        .find((of) => !allowed?.includes(of.toLowerCase()));
    const fields = (0,refusal/* itemsAt */.Ct)(one, [...at, "selectors"])
        .map((selector) => (0,refusal/* given */.gI)(one, [...selector, "field"]))
        .filter((field) => typeof field === "string")
        .find((field) => !isFieldSelector(field));
    return [
        ...(role.toLowerCase() === "endpointslice" && semver_default().lt(one.version, "2.21.0")
            ? [["role", "the role EndpointSlice needs Prometheus 2.21.0"]]
            : []),
        ...(item("apiServer") !== undefined && (0,manifest/* valueAt */.f)(item("namespaces"), ["ownNamespace"]) === true
            ? [["namespaces", "apiServer and namespaces.ownNamespace exclude each other"]]
            : []),
        ...(wrong === undefined ? [] : [["selectors", `the role ${role} takes no selector on ${wrong}`]]),
        ...(fields === undefined ? [] : [["selectors", `"${fields}" is no field selector`]]),
    ];
};
/** The roles on whose objects a role takes selectors. */
const selectable = {
    pod: ["pod"],
    service: ["service"],
    endpointslice: ["pod", "service", "endpointslice"],
    endpoints: ["pod", "service", "endpoints"],
    node: ["node"],
    ingress: ["ingress"],
};
/** `key=value`, `key==value` or `key!=value`, joined by commas. */
const isFieldSelector = (text) => text.split(/(?<!\\),/).every((term) => term === "" || /^[^=!]*(?:==?|!=)/.test(term));

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./build/src/promql/compile-re2.js
var compile_re2 = __webpack_require__(8961);
;// CONCATENATED MODULE: ./build/src/signal/operator/relabel-refusals.js





/** What the operator refuses of the relabeling rules at `path`; the first fault of each rule. */
const relabelRefusals = (one, path) => (0,refusal/* itemsAt */.Ct)(one, path).flatMap((at) => {
    const rule = (0,refusal/* given */.gI)(one, at);
    if (!(0,manifest/* isObject */.G)(rule))
        return [];
    const fault = faults.map((find) => find(readRule(rule), one)).find((found) => found !== null);
    if (fault === undefined || fault === null)
        return [];
    const consequence = fault.breaks === true ? `the operator writes it, and ${refusal/* nothingTaken */.bX}` : "the operator refuses the whole object";
    const why = `${(0,refusal/* pathText */.LF)(at)}: ${fault.why}: ${consequence}.`;
    const check = fault.schema === true ? "kubernetes-schema-invalid" : "servicemonitor-invalid-relabeling";
    const breaks = fault.breaks === true ? { breaks: true } : {};
    return [{ path: [...at, fault.field], why, check, unseen: false, ...breaks, source: operator_release/* operatorSource */.QP.relabeling }];
});
const readRule = (written) => {
    const action = relabel_refusals_text(written["action"]) || "replace";
    const replacement = written["replacement"];
    return {
        written,
        action,
        lower: action.toLowerCase(),
        regex: relabel_refusals_text(written["regex"]),
        target: relabel_refusals_text(written["targetLabel"]),
        replacement: typeof replacement === "string" ? replacement : undefined,
    };
};
/** In the operator's order. */
const faults = [
    ({ action }) => actions.includes(action) || capitalisedActions.includes(action)
        ? null
        : { field: "action", why: `"${action}" is no relabeling action`, schema: true },
    ({ action, lower }, { version }) => {
        const since = newActions[lower];
        return since !== undefined && semver_default().lt(version, since)
            ? { field: "action", why: `the action ${action} needs Prometheus ${since}, and this one is ${version.version}` }
            : null;
    },
    ({ regex }) => {
        const problem = regexProblem(regex);
        return problem === null ? null : { field: "regex", why: `"${regex}" is no valid regular expression (${problem})` };
    },
    ({ written, lower }) => lower === "hashmod" && !written["modulus"]
        ? { field: "modulus", why: "hashmod needs a modulus other than 0" }
        : null,
    ({ action, lower, target }) => withTarget.includes(lower) && target === ""
        ? { field: "targetLabel", why: `the action ${action} needs a targetLabel` }
        : null,
    ({ action, lower, target }, one) => withTarget.includes(lower) && !isTarget(lower, target, one)
        ? { field: "targetLabel", why: `"${target}" is no valid targetLabel for the action ${action}` }
        : null,
    ({ action, lower, replacement }) => ["lowercase", "uppercase", "keepequal", "dropequal"].includes(lower) &&
        replacement !== undefined &&
        replacement !== "$1"
        ? { field: "replacement", why: `the action ${action} takes no replacement` }
        : null,
    ({ action, lower, replacement }, one) => lower === "labelmap" && replacement !== undefined && !isReplacement(replacement, one)
        ? { field: "replacement", why: `"${replacement}" is no valid replacement for the action ${action}` }
        : null,
    ({ action, lower, regex, written }) => {
        if (lower !== "keepequal" && lower !== "dropequal")
            return null;
        const extra = regex !== "" && regex !== "(.*)" ? "regex" : firstSet(written, ["modulus", "separator", "replacement"]);
        return extra === undefined
            ? null
            : { field: extra, why: `the action ${action} takes only sourceLabels and targetLabel, and no ${extra}` };
    },
    // Prometheus compares whether it is the very same, and the operator what it says: model/relabel/relabel.go there.
    ({ action, lower, regex }) => (lower === "keepequal" || lower === "dropequal") && regex === "(.*)"
        ? { field: "regex", why: `the action ${action} takes no regex, not even the default one`, breaks: true }
        : null,
    ({ action, lower, written }) => {
        if (lower !== "labeldrop" && lower !== "labelkeep")
            return null;
        const extra = firstSet(written, ["sourceLabels", "targetLabel", "modulus", "separator", "replacement"]);
        return extra === undefined
            ? null
            : { field: extra, why: `the action ${action} takes only a regex, and no ${extra}` };
    },
];
const withTarget = ["replace", "hashmod", "lowercase", "uppercase", "keepequal", "dropequal"];
const actions = [...withTarget, "keep", "drop", "labelmap", "labeldrop", "labelkeep"];
/** The CRD takes each action in these two spellings. */
const capitalisedActions = [
    "Replace",
    "HashMod",
    "Lowercase",
    "Uppercase",
    "KeepEqual",
    "DropEqual",
    "Keep",
    "Drop",
    "LabelMap",
    "LabelDrop",
    "LabelKeep",
];
const newActions = {
    lowercase: "2.36.0",
    uppercase: "2.36.0",
    keepequal: "2.41.0",
    dropequal: "2.41.0",
};
/** An operator that knows no UTF-8 takes templates as names of what relabelings write, but for hashmod. */
const isTarget = (action, name, one) => one.operator.does("takes UTF-8 names") || action === "hashmod" ? (0,refusal/* isLabelName */.WF)(name, one) : legacyTemplate.test(name);
const isReplacement = (text, one) => {
    const onlyNames = one.operator.does("takes UTF-8 names") && !one.operator.does("takes templates as labelmap's replacement");
    return (0,refusal/* takesUtf8 */.e6)(one) || onlyNames ? (0,refusal/* isLabelName */.WF)(text, one) : legacyTemplate.test(text);
};
/** Before Prometheus 3 the replacement of labelmap is made of ASCII words and `$1`, `${name}`. */
const legacyTemplate = /^(?:[a-zA-Z_]|\$(?:\{\w+\}|\w))(?:\w|\$(?:\{\w+\}|\w))*$/;
/** The first of these fields whose value is not Prometheus' default. */
const firstSet = (rule, fields) => fields.find((field) => {
    const value = rule[field];
    if (value === undefined || value === null)
        return false;
    return Array.isArray(value) ? value.length > 0 : !(defaults[field] ?? []).includes(value);
});
/** The values that count as not set; an empty separator or replacement is none of them. */
const defaults = {
    targetLabel: [""],
    modulus: [0],
    separator: [";"],
    replacement: ["$1"],
};
/** Why RE2 refuses the expression as Prometheus anchors it; null where it takes it. */
const regexProblem = (regex) => {
    try {
        (0,compile_re2/* compileRe2 */.X)(`^(?s:${regex})$`);
        return null;
    }
    catch (error) {
        return error instanceof Error ? error.message.replace(/^error parsing regexp: /, "") : String(error);
    }
};
const relabel_refusals_text = (value) => (typeof value === "string" ? value : "");

;// CONCATENATED MODULE: ./build/src/signal/operator/probe-refusals.js





/** What the operator refuses of a Probe's targets and of the address of its prober. */
const probeRefusals = (one) => {
    const targets = ["spec", "targets"];
    const staticConfig = [...targets, "staticConfig"];
    const none = (0,refusal/* given */.gI)(one, staticConfig) === undefined && (0,refusal/* given */.gI)(one, [...targets, "ingress"]) === undefined;
    return [
        ...(none ? [probe_refusals_refusal(targets, "spec.targets needs a staticConfig or an ingress", operator_release/* operatorSource */.QP.probeTypes)] : []),
        ...(one.operator.does("judges static labels of a Probe")
            ? labelNameRefusals(one, [...staticConfig, "labels"])
            : []),
        ...relabelRefusals(one, [...staticConfig, "relabelingConfigs"]),
        ...relabelRefusals(one, [...targets, "ingress", "relabelingConfigs"]),
        ...proberRefusals(one),
    ];
};
/** Keys of a mapping that become labels of the targets. */
const labelNameRefusals = (one, path) => {
    const labels = (0,refusal/* given */.gI)(one, path);
    return Object.keys((0,manifest/* isObject */.G)(labels) ? labels : {})
        .filter((name) => !(0,refusal/* isLabelName */.WF)(name, one))
        .map((name) => probe_refusals_refusal([...path, name], `${(0,refusal/* pathText */.LF)(path)}: "${name}" is no label name for ${(0,refusal/* whoseNames */.vf)(one)}`, operator_release/* operatorSource */.QP.selector));
};
const proberRefusals = (one) => {
    const path = ["spec", "prober", "url"];
    const url = (0,refusal/* given */.gI)(one, path);
    const isAddress = one.operator.does("splits a prober's address as Go does") ? isProberAddress : isSplitAtColons;
    if (typeof url !== "string" || isAddress(url))
        return [];
    return [
        probe_refusals_refusal(path, `spec.prober.url "${url}" is not a host or host:port (it takes no scheme and no path)`, operator_release/* operatorSource */.QP.selector),
    ];
};
/** A host or `host:port`, as Go's net.SplitHostPort and govalidator.IsHost have it. */
const isProberAddress = (address) => {
    const split = /^(?:\[([^[\]]*)\]|([^:[\]]*)):([^:]*)$/.exec(address);
    if (split === null)
        return isHost(address);
    const [, bracketed, bare, port = ""] = split;
    return isHost(bracketed ?? bare ?? "") && isPort(port);
};
const isSplitAtColons = (address) => {
    const [host = "", port] = address.split(":");
    return isHost(host) && (port === undefined || isPort(port));
};
const isPort = (text) => /^\d+$/.test(text) && Number(text) > 0 && Number(text) < 65_536;
const isHost = (host) => (0,external_node_net_.isIP)(host) !== 0 || (host !== "" && host.replaceAll(".", "").length <= 255 && dnsName.test(host));
const dnsName = /^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62}(?:\.[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62})*[._]?$/;
const probe_refusals_refusal = (path, why, source) => ({
    path,
    why: `${why}: the operator refuses the object.`,
    check: refusal/* rejected */.nS,
    unseen: false,
    source,
});

;// CONCATENATED MODULE: ./build/src/signal/operator/discovery-refusals.js









/** What the operator refuses of the service discoveries of a ScrapeConfig. */
const discoveryRefusals = (one) => [
    ...(one.operator.does("judges static labels of a ScrapeConfig")
        ? (0,refusal/* itemsAt */.Ct)(one, ["spec", "staticConfigs"]).flatMap((at) => labelNameRefusals(one, [...at, "labels"]))
        : []),
    ...Object.entries(discoveries).flatMap(([field, discovery]) => (0,refusal/* itemsAt */.Ct)(one, ["spec", field]).flatMap((at) => itemRefusals(one, at, discovery).filter(({ path }) => one.operator.judgesField(field, String(path[at.length]))))),
    ...anyAgeRefusals(one),
];
/**
 * The operator asks whether Prometheus is new enough for several service discoveries before it looks whether the
 * ScrapeConfig uses them: a Prometheus that is too old for the youngest of them gets no ScrapeConfig at all
 * (`validateOVHCloudSDConfigs`; seen with v2.35.0).
 */
const anyAgeRefusals = (one) => {
    const { oldestForScrapeConfigs: oldest } = operator_release/* operatorRelease */.gs;
    if (semver_default().gte(one.version, oldest))
        return [];
    const why = `operator v${(0,operator_release/* minorOf */.Hs)(one.operator.version)} takes no ScrapeConfig, whatever is in it, for a Prometheus before ${oldest}`;
    return [discovery_refusals_refusal(["spec"], `${why}, and this one is ${one.version.version}`)];
};
const anyUrl = (field) => (item) => parseGoUrl(String(item(field) ?? "")) === null ? [[field, `"${(0,json_word/* jsonWord */.b)(item(field))}" is no address`]] : [];
const fullUrl = (field, schemes) => (item) => {
    const url = parseGoUrl(String(item(field) ?? ""));
    const good = url !== null && url.host !== "" && (schemes?.includes(url.scheme) ?? url.scheme !== "");
    return good ? [] : [[field, `"${(0,json_word/* jsonWord */.b)(item(field))}" is no address with a scheme and a host`]];
};
/**
 * `checkScrapeConfig` in pkg/prometheus/resource_selector.go of the operator; file and GCE discovery have nothing to
 * refuse.
 */
const discoveries = {
    httpSDConfigs: { since: "2.28.0", http: true, faults: anyUrl("url") },
    kubernetesSDConfigs: { http: true, faults: kubernetesFaults },
    consulSDConfigs: {
        http: true,
        secrets: ["tokenRef"],
        fieldsSince: { pathPrefix: "2.45.0", namespace: "2.28.0", filter: "3.0.0", healthFilter: "3.11.2" },
    },
    dnsSDConfigs: {
        http: false,
        faults: (item) => item("type") !== undefined && item("type") !== "SRV" && item("port") === undefined
            ? [["port", `a record of type ${(0,json_word/* jsonWord */.b)(item("type"))} needs a port`]]
            : [],
    },
    ec2SDConfigs: { http: true, secrets: ["accessKey", "secretKey"] },
    azureSDConfigs: {
        http: true,
        secrets: ["clientSecret"],
        fieldsSince: { resourceGroup: "2.35.0" },
        faults: (item, one) => azureFaults(item, one),
    },
    openstackSDConfigs: {
        http: true,
        secrets: ["password", "applicationCredentialSecret"],
        faults: (item, one) => item("role") === "LoadBalancer" && semver_default().lt(one.version, "3.2.0")
            ? [["role", "the role LoadBalancer needs Prometheus 3.2.0"]]
            : [],
    },
    digitalOceanSDConfigs: { since: "2.20.0", http: true },
    kumaSDConfigs: { http: true, fieldsSince: { clientID: "2.50.0" }, faults: fullUrl("server") },
    eurekaSDConfigs: { http: true },
    dockerSDConfigs: { http: true, fieldsSince: { matchFirstNetwork: "2.54.1" }, faults: anyUrl("host") },
    linodeSDConfigs: { since: "2.28.0", http: true },
    hetznerSDConfigs: { http: true, fieldsSince: { labelSelector: "3.5.0" } },
    nomadSDConfigs: { http: true, faults: fullUrl("server") },
    dockerSwarmSDConfigs: { since: "2.20.0", http: true, faults: anyUrl("host") },
    puppetDBSDConfigs: { since: "2.31.0", http: true, faults: fullUrl("url", ["http", "https"]) },
    lightSailSDConfigs: { since: "2.27.0", http: true, secrets: ["accessKey", "secretKey"] },
    ovhcloudSDConfigs: { since: "2.40.0", http: false, secrets: ["applicationSecret", "consumerKey"] },
    scalewaySDConfigs: { since: "2.26.0", http: true, secrets: ["secretKey"] },
    ionosSDConfigs: { since: "2.36.0", http: true },
};
const itemRefusals = (one, at, discovery) => {
    const item = (field) => (0,refusal/* given */.gI)(one, [...at, field]);
    const tooOld = Object.entries(discovery.fieldsSince ?? {}).filter(([field, since]) => item(field) !== undefined && semver_default().lt(one.version, since));
    const { since } = discovery;
    const faults = [
        ...(since !== undefined && semver_default().lt(one.version, since)
            ? [["", `this service discovery needs Prometheus ${since}`]]
            : []),
        ...tooOld.map(([field, version]) => [field, `${field} needs Prometheus ${version}`]),
        ...(discovery.faults?.(item, one, at) ?? []),
    ];
    return [
        ...faults.map(([field, why]) => discovery_refusals_refusal(field === "" ? at : [...at, field], `${(0,refusal/* pathText */.LF)(at)}: ${why}`)),
        ...(discovery.secrets ?? [])
            .filter((field) => item(field) !== undefined)
            .flatMap((field) => keyRefusals(one, [...at, field])),
        ...(discovery.http ? httpRefusals(one, at, { oneAuthentication: "prometheus", tlsFiles: false }) : []),
    ];
};
const azureFaults = (item, { version }) => {
    const method = item("authenticationMethod") ?? "OAuth";
    const since = { SDK: "2.52.0", WorkloadIdentity: "3.11.0" };
    const needs = since[String(method)];
    if (needs !== undefined && semver_default().lt(version, needs))
        return [["authenticationMethod", `the method ${(0,json_word/* jsonWord */.b)(method)} needs Prometheus ${needs}`]];
    if (method !== "OAuth")
        return [];
    const missing = ["tenantID", "clientID", "clientSecret"].find((field) => (item(field) ?? "") === "");
    return missing === undefined ? [] : [[missing, `the method OAuth needs a ${missing}`]];
};
const discovery_refusals_refusal = (path, why) => ({
    path,
    why: `${why}: the operator refuses the object.`,
    check: refusal/* rejected */.nS,
    unseen: false,
    source: operator_release/* operatorSource */.QP.selector,
});

// EXTERNAL MODULE: ./build/src/signal/operator/monitor-selection.js
var monitor_selection = __webpack_require__(55725);
// EXTERNAL MODULE: ./build/src/kubernetes/label-selector.js
var label_selector = __webpack_require__(34267);
// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
;// CONCATENATED MODULE: ./build/src/signal/operator/scrape-refusals.js







/** Interval and timeout of one scrape; the interval comes from the Prometheus where the monitor sets none. */
const timingRefusals = (one, at) => {
    const interval = (0,refusal/* given */.gI)(one, [...at, "interval"]) ?? (0,refusal/* given */.gI)(one, [...at, "scrapeInterval"]);
    const timeout = (0,refusal/* given */.gI)(one, [...at, "scrapeTimeout"]);
    const own = (0,refusal/* given */.gI)(one, [...at, "interval"]) === undefined ? "scrapeInterval" : "interval";
    const malformed = [
        ...durationRefusals([...at, own], interval),
        ...durationRefusals([...at, "scrapeTimeout"], timeout),
    ];
    const empty = emptyDurations(one, at);
    if (malformed.length > 0 || !isText(timeout))
        return [...malformed, ...empty];
    const from = isText(interval) ? "the interval" : `the scrapeInterval of ${(0,finding/* nameOf */.Vb)(one.prometheus.ref)}`;
    const limit = isText(interval) ? interval : scrapeInterval(one);
    return exceeds(timeout, limit)
        ? [tooLong([...at, "scrapeTimeout"], `${timeout} is more than ${from}, ${limit}`), ...empty]
        : empty;
};
/** Of a ScrapeConfig the operator writes an empty duration as it is; of other kinds it counts as none. */
const emptyDurations = (one, at) => one.monitor.ref.kind !== "ScrapeConfig"
    ? []
    : ["scrapeInterval", "scrapeTimeout"]
        .filter((name) => (0,refusal/* given */.gI)(one, [...at, name]) === "")
        .map((name) => {
        const path = [...at, name];
        const why = `${(0,refusal/* pathText */.LF)(path)} is empty: the operator writes it, and ${refusal/* nothingTaken */.bX}.`;
        return { path, why, check: refusal/* rejected */.nS, unseen: false, breaks: true, source: operator_release/* operatorSource */.QP.config };
    });
/** A Prometheus whose own timeout exceeds its interval gets no configuration at all. */
const globalTimingRefusals = (one) => {
    const timeout = (0,manifest/* valueAt */.f)(one.prometheus.body, ["spec", "scrapeTimeout"]);
    if (!isText(timeout) || !exceeds(timeout, scrapeInterval(one)))
        return [];
    const path = ["spec", "scrapeTimeout"];
    const why = `scrapeTimeout ${timeout} of ${(0,finding/* nameOf */.Vb)(one.prometheus.ref)} is more than its scrapeInterval ${scrapeInterval(one)}: the operator writes it no configuration.`;
    return [{ path, object: one.prometheus, why, check: tooLongCheck, unseen: false, source: operator_release/* operatorSource */.QP.config }];
};
/** `spec.scrapeClass` has to be one that the Prometheus defines. */
const scrapeClassRefusals = (one) => {
    const name = (0,refusal/* given */.gI)(one, ["spec", "scrapeClass"]);
    if (!isText(name))
        return [];
    const classes = (0,manifest/* valueAt */.f)(one.prometheus.body, ["spec", "scrapeClasses"]);
    const names = (Array.isArray(classes) ? classes : []).filter(manifest/* isObject */.G).map((known) => (0,manifest/* valueAt */.f)(known, ["name"]));
    if (names.includes(name))
        return [];
    const known = names.length === 0 ? "it defines none" : `it defines ${names.join(", ")}`;
    const why = `The scrape class "${name}" is not one of ${(0,finding/* nameOf */.Vb)(one.prometheus.ref)}: ${known}.`;
    const check = "servicemonitor-scrape-class-not-found";
    return [{ path: ["spec", "scrapeClass"], why, check, unseen: false, source: operator_release/* operatorSource */.QP.selector }];
};
/** A selector that Kubernetes refuses. */
const selectorRefusals = (one, path) => {
    if (!one.operator.does("judges selectors of targets"))
        return [];
    const problem = (0,label_selector/* selectorProblem */.fY)((0,refusal/* given */.gI)(one, path));
    const why = `${(0,refusal/* pathText */.LF)(path)} is not a valid label selector: ${problem}.`;
    return problem === null ? [] : [{ path, why, check: refusal/* rejected */.nS, unseen: false, source: operator_release/* operatorSource */.QP.selector }];
};
/** Files of the Prometheus' pod, where the Prometheus denies them to ServiceMonitors. */
const fileRefusals = (one, endpoint) => {
    if ((0,manifest/* valueAt */.f)(one.prometheus.body, ["spec", "arbitraryFSAccessThroughSMs", "deny"]) !== true)
        return [];
    return [["bearerTokenFile"], ["tlsConfig", "caFile"], ["tlsConfig", "certFile"], ["tlsConfig", "keyFile"]]
        .map((field) => [...endpoint, ...field])
        .filter((path) => isText((0,refusal/* given */.gI)(one, path)))
        .map((path) => ({
        path,
        why: `${(0,refusal/* pathText */.LF)(path)} reads a file of the Prometheus' pod, and ${(0,finding/* nameOf */.Vb)(one.prometheus.ref)} denies that (arbitraryFSAccessThroughSMs).`,
        check: refusal/* rejected */.nS,
        unseen: false,
        source: operator_release/* operatorSource */.QP.selector,
    }));
};
const tooLongCheck = "servicemonitor-scrape-timeout-exceeds-interval";
const tooLong = (path, what) => ({
    path,
    why: `scrapeTimeout ${what}: the operator refuses the whole object.`,
    check: tooLongCheck,
    unseen: false,
    source: operator_release/* operatorSource */.QP.config,
});
/** The CRD's pattern for durations: the API server refuses what it does not match. */
const durationRefusals = (path, value) => value === undefined || value === "" || (typeof value === "string" && (0,prometheus_duration/* parseDuration */.E9)(value) !== null)
    ? []
    : [
        {
            path,
            why: `${(0,refusal/* pathText */.LF)(path)} "${(0,json_word/* jsonWord */.b)(value)}" is not a duration such as 30s: the API server refuses the object.`,
            check: "kubernetes-schema-invalid",
            unseen: false,
            source: operator_release/* operatorSource */.QP.types,
        },
    ];
/** The CRD's default is 30s. */
const scrapeInterval = ({ prometheus }) => {
    const value = (0,manifest/* valueAt */.f)(prometheus.body, ["spec", "scrapeInterval"]);
    return isText(value) ? value : "30s";
};
const exceeds = (timeout, interval) => ((0,prometheus_duration/* parseDuration */.E9)(timeout) ?? 0) > ((0,prometheus_duration/* parseDuration */.E9)(interval) ?? Number.POSITIVE_INFINITY);
const isText = (value) => typeof value === "string" && value !== "";

// EXTERNAL MODULE: ./build/src/signal/operator/selection.js
var selection = __webpack_require__(89326);
// EXTERNAL MODULE: ./build/src/signal/operator/unconfigured-prometheus.js
var unconfigured_prometheus = __webpack_require__(12834);
;// CONCATENATED MODULE: ./build/src/signal/operator/monitor-acceptance.js













/**
 * Everything for which the operator leaves this monitor out of this Prometheus' configuration: one reason is enough,
 * the whole object is lost. Empty when it is accepted; what hangs on a Secret that is not in sight is marked `unseen`.
 * What breaks Prometheus comes last: of an object that the operator refuses Prometheus reads nothing.
 */
const refusalsOf = (monitor, prometheus, world) => {
    const one = (0,refusal/* caseOf */.KC)(monitor, prometheus, world);
    const own = byKind[monitor.ref.kind];
    if (own === undefined)
        return [];
    const all = [...unconfiguredRefusals(one), ...scrapeClassRefusals(one), ...own(one), ...globalTimingRefusals(one)];
    return all.toSorted((a, b) => Number(a.breaks === true) - Number(b.breaks === true));
};
const unconfiguredRefusals = ({ prometheus, world }) => {
    const why = (0,unconfigured_prometheus/* whyNotConfigured */.s)(prometheus, world);
    if (why === null)
        return [];
    const source = "pkg/prometheus/promcfg.go";
    return [
        { object: prometheus, path: ["spec", "version"], why: `${why}.`, check: unconfigured_prometheus/* unconfigured */.g, unseen: false, source },
    ];
};
/**
 * Why the operator refuses the monitor for certain; null where it accepts it, or where a Secret
 * that is not in sight decides.
 */
const rejectionOf = (monitor, prometheus, world) => refusalsOf(monitor, prometheus, world).find(({ unseen }) => !unseen)?.why ?? null;
/** Whether the operator puts the monitor into the configuration of a Prometheus that selects it. */
const acceptanceHop = (monitor, world) => {
    const hop = "operator-accepts-monitor";
    const judges = (0,selection/* judging */.R3)(monitor, (0,monitor_selection/* selectionOf */.Wm)(monitor.ref.kind), world);
    const [first] = judges;
    if (first === undefined)
        return { hop, status: "unknown", why: "No Prometheus is in sight whose operator could be asked." };
    const verdicts = judges.map((prometheus) => refusalsOf(monitor, prometheus, world));
    const best = verdicts.find((found) => found.length === 0) ??
        verdicts.find((found) => found.every(({ unseen }) => unseen)) ??
        verdicts[0];
    const refusal = best?.find(({ unseen }) => !unseen) ?? best?.[0];
    if (refusal === undefined)
        return { hop, status: "ok", why: `The operator accepts it for ${(0,finding/* nameOf */.Vb)(first.ref)}.` };
    return refusalHop(monitor, refusal, (best?.filter(({ unseen }) => !unseen).length ?? 0) - 1, world);
};
const refusalHop = (monitor, refusal, others, world) => {
    const hop = "operator-accepts-monitor";
    const { path, object = monitor, why, unseen, check } = refusal;
    const at = object.locate(path);
    const place = at === null ? {} : { at };
    if (unseen)
        return { hop, status: "unknown", why, ...place };
    const fix = timeoutFix(object, refusal, world);
    const more = others > 0 ? ` It is refused for ${others} more reason${others === 1 ? "" : "s"}.` : "";
    return { hop, status: "broken", why: why + more, ...place, ...(fix === null ? {} : { fix }), check };
};
/** A timeout as long as the interval is the longest that is accepted. */
const timeoutFix = (object, { path, check }, world) => {
    if (check !== "servicemonitor-scrape-timeout-exceeds-interval")
        return null;
    const at = path.slice(0, -1);
    const old = (0,manifest/* valueAt */.f)(object.body, path);
    const own = (0,manifest/* valueAt */.f)(object.body, [...at, "interval"]) ?? (0,manifest/* valueAt */.f)(object.body, [...at, "scrapeInterval"]);
    if (typeof old !== "string" || typeof own !== "string" || own === "")
        return null;
    const edit = (0,scalar_edit/* scalarEdit */.N2)(object, path, { old, value: own }, world);
    return edit === null ? null : { description: `Set scrapeTimeout to the interval, ${own}.`, edits: [edit] };
};
const byKind = {
    ServiceMonitor: (one) => [
        ...selectorRefusals(one, ["spec", "selector"]),
        ...(0,refusal/* itemsAt */.Ct)(one, ["spec", "endpoints"]).flatMap((at) => [
            ...fileRefusals(one, at),
            ...bearerRefusals(one, at, ["name"]),
            ...httpRefusals(one, at, {
                oneAuthentication: one.operator.does("judges HTTP settings of a ServiceMonitor") ? "operator" : "prometheus",
                tlsFiles: true,
            }),
            ...timingRefusals(one, at),
            ...endpointRelabelRefusals(one, at),
        ]),
    ],
    PodMonitor: (one) => [
        ...selectorRefusals(one, ["spec", "selector"]),
        ...(0,refusal/* itemsAt */.Ct)(one, ["spec", "podMetricsEndpoints"]).flatMap((at) => [
            ...timingRefusals(one, at),
            ...endpointRelabelRefusals(one, at),
            ...bearerRefusals(one, at, ["name", "key"]),
            ...httpRefusals(one, at, {
                oneAuthentication: one.operator.does("judges HTTP settings of a PodMonitor") ? "operator" : "prometheus",
                tlsFiles: false,
            }),
        ]),
    ],
    Probe: (one) => [
        ...probeRefusals(one),
        ...bearerRefusals(one, ["spec"], one.operator.does("reads any bearer token of a Probe") ? [] : ["name", "key"]),
        // The proxy is the prober's, not the Probe's.
        ...httpRefusals(one, ["spec"], { oneAuthentication: "prometheus", tlsFiles: false }),
        ...proxyRefusals(one, ["spec", "prober"]),
        ...timingRefusals(one, ["spec"]),
        ...relabelRefusals(one, ["spec", "metricRelabelings"]),
    ],
    ScrapeConfig: (one) => [
        ...scrapeConfigAuthRefusals(one),
        ...httpRefusals(one, ["spec"], {
            oneAuthentication: scrapeConfigAuthJudge(one),
            tlsFiles: false,
        }),
        ...timingRefusals(one, ["spec"]),
        ...relabelRefusals(one, ["spec", "relabelings"]),
        ...relabelRefusals(one, ["spec", "metricRelabelings"]),
        ...discoveryRefusals(one),
    ],
};
const endpointRelabelRefusals = (one, at) => [
    ...relabelRefusals(one, [...at, "relabelings"]),
    ...relabelRefusals(one, [...at, "metricRelabelings"]),
];
/** The deprecated token: read where these of its fields are set. */
const bearerRefusals = (one, at, needed) => {
    const path = [...at, "bearerTokenSecret"];
    if ((0,refusal/* given */.gI)(one, path) === undefined || needed.some((field) => ((0,refusal/* given */.gI)(one, [...path, field]) ?? "") === ""))
        return [];
    return keyRefusals(one, path);
};


/***/ },

/***/ 55725:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FB: () => (/* binding */ selectingPrometheuses),
/* harmony export */   Ns: () => (/* binding */ selectionHops),
/* harmony export */   Wm: () => (/* binding */ selectionOf),
/* harmony export */   gD: () => (/* binding */ monitorKinds),
/* harmony export */   tL: () => (/* binding */ evaluatorOf)
/* harmony export */ });
/* harmony import */ var _rule_selection_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41603);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(89326);
/* harmony import */ var _selection_hops_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78531);



/** The kinds that make a Prometheus scrape, each with its own pair of selectors. */
const monitorKinds = ["ServiceMonitor", "PodMonitor", "Probe", "ScrapeConfig"];
const monitors = (selector) => ({
    by: ["Prometheus", "PrometheusAgent"],
    selector: `${selector}Selector`,
    namespaceSelector: `${selector}NamespaceSelector`,
    hop: "prometheus-selects-monitor",
    check: "servicemonitor-not-selected",
    namespaceCheck: "servicemonitor-namespace-not-selected",
});
const selections = {
    ServiceMonitor: monitors("serviceMonitor"),
    PodMonitor: monitors("podMonitor"),
    Probe: monitors("probe"),
    ScrapeConfig: monitors("scrapeConfig"),
    PrometheusRule: _rule_selection_js__WEBPACK_IMPORTED_MODULE_0__/* .ruleSelection */ .lx,
};
/**
 * How Prometheus chooses objects of this kind; a ServiceMonitor, PodMonitor, Probe, ScrapeConfig or
 * PrometheusRule. Throws for any other.
 */
const selectionOf = (kind) => {
    const selection = selections[kind];
    if (selection === undefined)
        throw new Error(`no Prometheus selects a ${kind}`);
    return selection;
};
/** Whether a Prometheus selects the monitor, by its labels and by its namespace. */
const selectionHops = (monitor, world) => (0,_selection_hops_js__WEBPACK_IMPORTED_MODULE_2__/* .selectionHopsOf */ .U)(monitor, selectionOf(monitor.ref.kind), world);
/** The Prometheus that evaluates a rule: the first that selects it, else the first of the stack. */
const evaluatorOf = (object, world) => selectingPrometheuses(object, world)[0] ?? world.ofKind("Prometheus")[0] ?? null;
/**
 * Every Prometheus that selects the object (a monitor or a PrometheusRule), those included of which
 * not everything can be seen.
 */
const selectingPrometheuses = (object, world) => (0,_selection_js__WEBPACK_IMPORTED_MODULE_1__/* .selectingObjects */ .L9)(object, selectionOf(object.ref.kind), world);


/***/ },

/***/ 29627:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ operatedPods)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(78933);
/* harmony import */ var _world_unseen_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35765);




/**
 * The pods that the operator makes of a Prometheus or an Alertmanager, as network policies see them; null where they
 * are on the network of their nodes, where no policy is about them.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/server/operator.go
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/alertmanager/operator.go
 */
const operatedPods = (object, world) => {
    const { kind, name } = object.ref;
    if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(object.body, ["spec", "hostNetwork"]) === true)
        return null;
    const own = kind === "Prometheus"
        ? {
            "operator.prometheus.io/name": name,
            "operator.prometheus.io/shard": (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(`shard of Prometheus ${name}`),
            "app.kubernetes.io/name": "prometheus",
            prometheus: name,
        }
        : { "app.kubernetes.io/name": "alertmanager", alertmanager: name };
    return {
        namespace: (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_2__/* .namespaceOf */ .N6)(object, world),
        labels: {
            ...Object.fromEntries(ofController.map((label) => [label, (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(`${label} of ${kind} ${name}`)])),
            ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .labelsAt */ .dx)(object.body, ["spec", "podMetadata", "labels"]),
            ...own,
            "app.kubernetes.io/instance": name,
            "app.kubernetes.io/managed-by": "prometheus-operator",
        },
        complete: !world.ofKind("Deployment").some(addsLabels),
    };
};
const ofController = [
    ...["app.kubernetes.io/version", "controller-revision-hash", "apps.kubernetes.io/pod-index"],
    "statefulset.kubernetes.io/pod-name",
];
/** The operator's flag `--labels` puts more on all that it makes. */
const addsLabels = ({ body }) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .objectsAt */ .yR)(body, ["spec", "template", "spec", "containers"]).some((container) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_3__/* .textsAt */ .i1)(container, ["args"]).some((argument) => /^--?labels=/.test(argument)));


/***/ },

/***/ 21016:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ operatorFlags),
/* harmony export */   y: () => (/* binding */ whyUnwatched)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);



/** The flags that narrow what it watches; all but the first name the only namespaces that there are. */
const namespaceFlags = [
    "--deny-namespaces",
    "--namespaces",
    "--prometheus-instance-namespaces",
    "--alertmanager-instance-namespaces",
    "--alertmanager-config-namespaces",
];
/**
 * The flags of the operator in the render; the defaults where none is rendered. Its container is recognised by an
 * argument that it cannot do without.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/cmd/operator/main.go
 */
const operatorFlags = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)((world) => {
    const container = world
        .ofKind("Deployment")
        .flatMap(({ body }) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(body, ["spec", "template", "spec", "containers"])))
        .filter(_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .isObject */ .G)
        .find((one) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(one["args"]).some((arg) => String(arg).startsWith("--prometheus-config-reloader")));
    const args = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .listOf */ .c3)(container?.["args"]).map(String);
    return {
        version: container === undefined ? null : versionOf(String(container["image"]), world),
        namespaces: Object.fromEntries(namespaceFlags.map((flag) => [flag, namesIn(args, flag)])),
        leavesConfigurationUnmanaged: !args.some((arg) => /^--disable-unmanaged-prometheus-configuration(?:=true)?$/.test(arg)),
        makesKubeletService: args.some((arg) => /^--kubelet-service=./.test(arg)),
    };
});
const versionOf = (image, { chart }) => {
    const appVersion = chart.name === "kube-prometheus-stack" ? `:${chart.appVersion}` : "";
    return [image, appVersion].map((text) => /:v?(\d+\.\d+\.\d+)/.exec(text)?.[1]).find(Boolean) ?? null;
};
/**
 * What the operator is told that keeps it from seeing objects of this kind in the namespace, as the end of a sentence
 * that begins with it; null where it sees them.
 */
const whyUnwatched = (flags, kind, namespace) => {
    const flag = hidingFlag(flags, kind, namespace);
    if (flag === null)
        return null;
    return flag === "--deny-namespaces"
        ? `is told to ignore the namespace ${namespace} (${flag})`
        : `watches only the namespaces ${flags.namespaces[flag].join(", ")} (${flag}), and the object lies in ${namespace}`;
};
const hidingFlag = ({ namespaces }, kind, namespace) => {
    const own = ownFlags[kind];
    const allowing = own !== undefined && namespaces[own].length > 0 ? own : "--namespaces";
    // Where namespaces are allowed by name, nothing is denied.
    if (namespaces[allowing].length > 0)
        return namespaces[allowing].includes(namespace) ? null : allowing;
    return namespaces["--deny-namespaces"].includes(namespace) ? "--deny-namespaces" : null;
};
/** Kinds with a flag of their own, which then counts instead of the two for all. */
const ownFlags = {
    Prometheus: "--prometheus-instance-namespaces",
    PrometheusAgent: "--prometheus-instance-namespaces",
    Alertmanager: "--alertmanager-instance-namespaces",
    AlertmanagerConfig: "--alertmanager-config-namespaces",
};
const namesIn = (args, flag) => args
    .flatMap((arg, index) => (arg === flag ? [args[index + 1] ?? ""] : [arg]))
    .filter((arg, index) => args[index] === flag || arg.startsWith(`${flag}=`))
    .flatMap((arg) => arg.replace(`${flag}=`, "").split(","))
    .filter((name) => name !== "");


/***/ },

/***/ 50847:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N$: () => (/* binding */ removedSince),
/* harmony export */   QO: () => (/* binding */ discoveryFieldsSince),
/* harmony export */   Vy: () => (/* binding */ promotedSince),
/* harmony export */   WX: () => (/* binding */ operatorChanges),
/* harmony export */   jk: () => (/* binding */ experimentalSince),
/* harmony export */   xN: () => (/* binding */ olderMinors)
/* harmony export */ });
/* unused harmony export olderReleases */
/**
 * What operators of other releases than the chart's do otherwise, as data. All of it was read in the operator's
 * repository at its tags (a change: in the file that is named, at the first tag that has it), and the judge asks real
 * ones.
 */
/** The releases that the judge asks beside the chart's: about a year older than it, and two. */
const olderReleases = (/* unused pure expression or super */ null && (["0.85.0", "0.76.2"]));
/**
 * By minor release, as of its last patch, the oldest first. The go.mod of 0.86 names a commit between Prometheus 3.5
 * and 3.6, which have the same functions.
 */
const olderMinors = {
    "0.76": { promql: "2.54.0", defaultPrometheus: "2.54.0" },
    "0.77": { promql: "2.54.1", defaultPrometheus: "2.54.1" },
    "0.78": { promql: "2.55.0", defaultPrometheus: "2.55.0" },
    "0.79": { promql: "3.0.1", defaultPrometheus: "3.0.1" },
    "0.80": { promql: "3.1.0", defaultPrometheus: "3.1.0" },
    "0.81": { promql: "3.1.0", defaultPrometheus: "3.2.1" },
    "0.82": { promql: "3.3.0", defaultPrometheus: "3.2.1" },
    "0.83": { promql: "3.4.0", defaultPrometheus: "3.4.0" },
    "0.84": { promql: "3.4.2", defaultPrometheus: "3.4.2" },
    "0.85": { promql: "3.5.0", defaultPrometheus: "3.5.0" },
    "0.86": { promql: "3.5.0", defaultPrometheus: "3.6.0" },
    "0.87": { promql: "3.7.3", defaultPrometheus: "3.7.3" },
    "0.88": { promql: "3.9.1", defaultPrometheus: "3.9.1" },
    "0.89": { promql: "3.9.1", defaultPrometheus: "3.9.1" },
    "0.90": { promql: "3.10.0", defaultPrometheus: "3.10.0" },
    "0.91": { promql: "3.11.3", defaultPrometheus: "3.11.3" },
    "0.92": { promql: "3.12.0", defaultPrometheus: "3.12.0" },
};
/** What the operator learned after the oldest release of {@link olderMinors}. */
const operatorChanges = {
    "refuses large rules": {
        since: "0.77.0",
        file: "pkg/operator/rules.go",
        before: "one PrometheusRule that is too large ends the work on its Prometheus: pkg/prometheus/server/rules.go",
    },
    "configures Prometheus 3": {
        since: "0.77.0",
        file: "pkg/prometheus/promcfg.go",
        before: "its work on a Prometheus from 3.0 on ends with an error, and it writes it no configuration",
    },
    "judges static labels of a ScrapeConfig": {
        since: "0.78.0",
        file: "pkg/prometheus/resource_selector.go",
        before: "any name is taken",
    },
    "takes groupings in quotes": {
        since: "0.78.0",
        file: "go.mod",
        before: "a label in quotes among those to group by is a syntax error: promql/parser/generated_parser.y of its Prometheus",
    },
    "judges selectors of targets": {
        since: "0.79.2",
        file: "pkg/prometheus/resource_selector.go",
        before: "what is no valid selector is written as far as it goes",
    },
    "takes UTF-8 names": {
        since: "0.86.0",
        file: "pkg/prometheus/resource_selector.go",
        before: "names of labels are ASCII words, and those of relabelings templates of such, whatever the Prometheus",
    },
    "judges HTTP settings of a PodMonitor": {
        since: "0.86.0",
        file: "pkg/prometheus/resource_selector.go",
        before: "two ways of authentication at once are written, and so is an authorization without credentials",
    },
    "judges HTTP settings of a ServiceMonitor": {
        since: "0.88.0",
        file: "pkg/prometheus/resource_selector.go",
        before: "as of a PodMonitor",
    },
    "reads any bearer token of a Probe": {
        since: "0.88.0",
        file: "pkg/prometheus/resource_selector.go",
        before: "one without name or key counts as none",
    },
    "splits a prober's address as Go does": {
        since: "0.89.0",
        file: "pkg/prometheus/resource_selector.go",
        before: "the part before the first colon is the host, the part after it the port",
    },
    "takes templates as labelmap's replacement": {
        since: "0.90.0",
        file: "pkg/prometheus/validation/validator.go",
        before: "since 0.86.0 only a name for a Prometheus before 3.0",
    },
    "refuses two authentications of a ScrapeConfig by schema": {
        since: "0.91.0",
        file: "pkg/apis/monitoring/v1alpha1/scrapeconfig_types.go",
        before: "both are written",
    },
    "knows the features of the Prometheus": {
        since: "0.91.0",
        file: "pkg/operator/rules.go",
        before: "experimental functions are refused, whatever enableFeatures says",
    },
    "judges static labels of a Probe": {
        since: "0.92.0",
        file: "pkg/prometheus/resource_selector.go",
        before: "any name is taken",
    },
    "judges the proxy of oauth2": {
        since: "0.92.0",
        file: "pkg/apis/monitoring/v1/types.go",
        before: "it is written as it stands",
    },
};
/**
 * Fields of a ScrapeConfig's service discoveries that the operator looks at only since that release
 * (pkg/prometheus/resource_selector.go), and hands on as they stand before it. Those that the
 * CustomResourceDefinition got in the same release are left out.
 */
const discoveryFieldsSince = {
    httpSDConfigs: { url: "0.77.0" },
    scalewaySDConfigs: {
        tlsConfig: "0.80.0",
        proxyUrl: "0.80.0",
        noProxy: "0.80.0",
        proxyFromEnvironment: "0.80.0",
        proxyConnectHeader: "0.80.0",
    },
    kumaSDConfigs: { clientID: "0.86.0" },
    dockerSDConfigs: { matchFirstNetwork: "0.90.0" },
    hetznerSDConfigs: { labelSelector: "0.90.0" },
    nomadSDConfigs: { server: "0.90.0" },
    consulSDConfigs: { oauth2: "0.93.0" },
    openstackSDConfigs: { tlsConfig: "0.93.0" },
};
/**
 * Functions and aggregations that PromQL has only where a feature flag switches them on, and the Prometheus that
 * brought them so: 2.54.0 is the oldest that we looked at, and its functions may be older. `Experimental` in
 * promql/parser/functions.go of Prometheus, `IsExperimentalAggregator` in promql/parser/lex.go.
 */
const experimentalSince = {
    limit_ratio: "2.54.0",
    limitk: "2.54.0",
    mad_over_time: "2.54.0",
    sort_by_label: "2.54.0",
    sort_by_label_desc: "2.54.0",
    info: "2.55.0",
    double_exponential_smoothing: "3.0.0",
    ts_of_last_over_time: "3.5.0",
    ts_of_max_over_time: "3.5.0",
    ts_of_min_over_time: "3.5.0",
    first_over_time: "3.7.0",
    ts_of_first_over_time: "3.7.0",
    histogram_quantiles: "3.11.0",
    end: "3.12.0",
    range: "3.12.0",
    start: "3.12.0",
    step: "3.12.0",
    max_of: "3.13.0",
    min_of: "3.13.0",
    start_timestamp: "3.14.0",
};
/** Those that a Prometheus has for good. */
const promotedSince = { first_over_time: "3.14.0" };
/** What a Prometheus took away. */
const removedSince = { holt_winters: "3.0.0" };


/***/ },

/***/ 99306:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ operatorOf)
/* harmony export */ });
/* unused harmony export operatorAt */
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52615);
/* harmony import */ var _operator_flags_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21016);
/* harmony import */ var _operator_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50847);
/* harmony import */ var _operator_release_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51606);





/** The operator of the rendered image; the chart's where the render does not say it. */
const operatorOf = (world) => operatorAt((0,_operator_flags_js__WEBPACK_IMPORTED_MODULE_1__/* .operatorFlags */ .k)(world).version);
/** The operator of that release; null: the chart's. One older than all that we know does as the oldest of them. */
const operatorAt = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)((given) => {
    const version = given ?? _operator_release_js__WEBPACK_IMPORTED_MODULE_3__/* .operatorRelease */ .gs.version;
    const known = minors[(0,_operator_release_js__WEBPACK_IMPORTED_MODULE_3__/* .minorOf */ .Hs)(version)];
    const { promql, defaultPrometheus } = known ?? (semver__WEBPACK_IMPORTED_MODULE_0___default().lt(version, _operator_release_js__WEBPACK_IMPORTED_MODULE_3__/* .operatorRelease */ .gs.version) ? oldest : _operator_release_js__WEBPACK_IMPORTED_MODULE_3__/* .operatorRelease */ .gs);
    const changes = Object.keys(_operator_history_js__WEBPACK_IMPORTED_MODULE_2__/* .operatorChanges */ .WX);
    // Each relabeling rule asks.
    const done = new Set(changes.filter((change) => semver__WEBPACK_IMPORTED_MODULE_0___default().gte(version, _operator_history_js__WEBPACK_IMPORTED_MODULE_2__/* .operatorChanges */ .WX[change].since)));
    return {
        version,
        isKnown: known !== undefined,
        promql,
        defaultPrometheus,
        does: (change) => done.has(change),
        judgesField: (discovery, field) => semver__WEBPACK_IMPORTED_MODULE_0___default().gte(version, _operator_history_js__WEBPACK_IMPORTED_MODULE_2__/* .discoveryFieldsSince */ .QO[discovery]?.[field] ?? "0.0.0"),
        isExperimental: (name) => has(_operator_history_js__WEBPACK_IMPORTED_MODULE_2__/* .experimentalSince */ .jk, name, promql) && !has(_operator_history_js__WEBPACK_IMPORTED_MODULE_2__/* .promotedSince */ .Vy, name, promql),
        lacks: (name) => !has(_operator_history_js__WEBPACK_IMPORTED_MODULE_2__/* .experimentalSince */ .jk, name, promql),
    };
});
const minors = {
    ..._operator_history_js__WEBPACK_IMPORTED_MODULE_2__/* .olderMinors */ .xN,
    [(0,_operator_release_js__WEBPACK_IMPORTED_MODULE_3__/* .minorOf */ .Hs)(_operator_release_js__WEBPACK_IMPORTED_MODULE_3__/* .operatorRelease */ .gs.version)]: _operator_release_js__WEBPACK_IMPORTED_MODULE_3__/* .operatorRelease */ .gs,
};
const [oldest = _operator_release_js__WEBPACK_IMPORTED_MODULE_3__/* .operatorRelease */ .gs] = Object.values(_operator_history_js__WEBPACK_IMPORTED_MODULE_2__/* .olderMinors */ .xN);
const has = (since, name, promql) => semver__WEBPACK_IMPORTED_MODULE_0___default().gte(promql, since[name] ?? "999.0.0");


/***/ },

/***/ 51606:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hs: () => (/* binding */ minorOf),
/* harmony export */   QP: () => (/* binding */ operatorSource),
/* harmony export */   gs: () => (/* binding */ operatorRelease)
/* harmony export */ });
/* unused harmony export operatorTree */
/**
 * The release of prometheus-operator whose doings are told beforehand, and all that hangs on the release. Tests ask
 * the real one of tools/operator whether it is so: `npm test -- test/signal/operator`.
 */
const operatorRelease = {
    version: "0.93.1",
    /**
     * What it deploys for a Prometheus without `spec.version` (`DefaultPrometheusVersion` in pkg/operator/defaults.go of
     * the operator).
     */
    defaultPrometheus: "3.13.1",
    /** The Prometheus whose PromQL it brings along, its webhook too, whatever Prometheus is deployed. */
    promql: "3.13.1",
    /**
     * The most that it takes as the text of one PrometheusRule's spec, in bytes: half of what a Secret holds
     * (`MaxConfigMapDataSize` in pkg/operator/rules.go of the operator).
     */
    maxRuleBytes: 524_288,
    /**
     * The oldest Prometheus that gets any ScrapeConfig: the operator asks for the version of several service discoveries
     * before it looks whether the object has one of that kind (`validateOVHCloudSDConfigs` in
     * pkg/prometheus/resource_selector.go of the operator).
     */
    oldestForScrapeConfigs: "2.40.0",
};
/** The minor release that a version belongs to, e.g. `0.93` of `0.93.1`. */
const minorOf = (version) => version.split(".", 2).join(".");
/** The folder of the release's source. */
const operatorTree = `https://github.com/prometheus-operator/prometheus-operator/blob/v${operatorRelease.version}`;
/** The files of the operator in which monitors are judged. */
const operatorSource = {
    selector: `${operatorTree}/pkg/prometheus/resource_selector.go`,
    relabeling: `${operatorTree}/pkg/prometheus/validation/validator.go`,
    store: `${operatorTree}/pkg/assets/store.go`,
    tls: `${operatorTree}/pkg/assets/tls.go`,
    config: `${operatorTree}/pkg/prometheus/promcfg.go`,
    httpTypes: `${operatorTree}/pkg/apis/monitoring/v1/http_config.go`,
    tlsTypes: `${operatorTree}/pkg/apis/monitoring/v1/tls_types.go`,
    types: `${operatorTree}/pkg/apis/monitoring/v1/types.go`,
    prometheusTypes: `${operatorTree}/pkg/apis/monitoring/v1/prometheus_types.go`,
    scrapeConfigTypes: `${operatorTree}/pkg/apis/monitoring/v1alpha1/scrapeconfig_types.go`,
    probeTypes: `${operatorTree}/pkg/apis/monitoring/v1/probe_types.go`,
};


/***/ },

/***/ 7444:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ct: () => (/* binding */ itemsAt),
/* harmony export */   KC: () => (/* binding */ caseOf),
/* harmony export */   LF: () => (/* binding */ pathText),
/* harmony export */   WF: () => (/* binding */ isLabelName),
/* harmony export */   bX: () => (/* binding */ nothingTaken),
/* harmony export */   e6: () => (/* binding */ takesUtf8),
/* harmony export */   gI: () => (/* binding */ given),
/* harmony export */   ll: () => (/* binding */ isLegacyLabelName),
/* harmony export */   nS: () => (/* binding */ rejected),
/* harmony export */   ru: () => (/* binding */ prometheusVersion),
/* harmony export */   vf: () => (/* binding */ whoseNames)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78933);
/* harmony import */ var _operator_of_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99306);
/* harmony import */ var _operator_release_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51606);





const caseOf = (monitor, prometheus, world) => ({
    monitor,
    prometheus,
    world,
    operator: (0,_operator_of_js__WEBPACK_IMPORTED_MODULE_1__/* .operatorOf */ .g)(world),
    namespace: (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceOf */ .N6)(monitor, world),
    version: prometheusVersion(prometheus, world),
});
/** The value at `path` of the monitor; null is as good as absent. */
const given = ({ monitor }, path) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(monitor.body, path) ?? undefined;
/** The items of the list at `path` of the monitor, each by its path. */
const itemsAt = (one, path) => {
    const list = given(one, path);
    return Array.isArray(list) ? list.map((_, index) => [...path, index]) : [];
};
/** `spec.endpoints[0].interval`, as messages name a path. */
const pathText = (path) => path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
/** The version of a Prometheus: `spec.version`, else the one that the world's operator deploys by default. */
const prometheusVersion = ({ body }, world) => {
    const version = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(body, ["spec", "version"]);
    const text = typeof version === "string" ? version.trim() : "";
    // A variant such as `v3.14.0-distroless` counts as a pre-release, as it does for the operator.
    return semver__WEBPACK_IMPORTED_MODULE_0___default().parse(text) ?? semver__WEBPACK_IMPORTED_MODULE_0___default().coerce(text) ?? new (semver__WEBPACK_IMPORTED_MODULE_0___default().SemVer)((0,_operator_of_js__WEBPACK_IMPORTED_MODULE_1__/* .operatorOf */ .g)(world).defaultPrometheus);
};
/** Whether the operator takes UTF-8 as names for that Prometheus: before Prometheus 3 names are ASCII words. */
const takesUtf8 = ({ operator, version }) => operator.does("takes UTF-8 names") && semver__WEBPACK_IMPORTED_MODULE_0___default().gte(version, "3.0.0");
/** Whether the operator takes it as the name of a label. */
const isLabelName = (name, one) => takesUtf8(one) ? name !== "" : isLegacyLabelName(name);
/** Who decides what a name is, for the end of a sentence: an older operator, or the Prometheus. */
const whoseNames = ({ operator, version }) => operator.does("takes UTF-8 names") ? `Prometheus ${version.version}` : `operator v${(0,_operator_release_js__WEBPACK_IMPORTED_MODULE_2__/* .minorOf */ .Hs)(operator.version)}`;
const isLegacyLabelName = (name) => /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(name);
/** What follows where Prometheus cannot read what the operator writes, as the end of a sentence. */
const nothingTaken = "Prometheus takes no configuration any more, of nobody, and does not start again";
/** The check that reports what no check of its own reports. */
const rejected = "servicemonitor-rejected";


/***/ },

/***/ 78189:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Jh: () => (/* binding */ ruleAcceptanceHop),
  PU: () => (/* binding */ whyNotAccepted)
});

// UNUSED EXPORTS: ruleOutcome

// EXTERNAL MODULE: ./build/src/signal/operator/operator-release.js
var operator_release = __webpack_require__(51606);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/json-word.js
var json_word = __webpack_require__(71706);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/promql/prometheus-duration.js
var prometheus_duration = __webpack_require__(53855);
// EXTERNAL MODULE: ./build/src/signal/operator/operator-history.js
var operator_history = __webpack_require__(50847);
// EXTERNAL MODULE: ./build/src/signal/operator/refusal.js
var refusal = __webpack_require__(7444);
;// CONCATENATED MODULE: ./build/src/signal/operator/rule-acceptance-parts.js









const { maxRuleBytes } = operator_release/* operatorRelease */.gs;
/** About how many bytes the operator writes for the spec, within 2 %: its YAML folds long lines in another way. */
const ruleBytes = (spec) => {
    if (!(0,manifest/* isObject */.G)(spec))
        return 0;
    const compact = Buffer.byteLength(JSON.stringify(spec));
    // Only near the limit is the exact form worth its time: YAML takes between the size of the JSON and double that.
    if (compact * 2 < maxRuleBytes)
        return compact;
    return Buffer.byteLength((0,dist/* stringify */.As)(spec, { indentSeq: false, lineWidth: 0 }));
};
/** The names in rules that are valid only where UTF-8 names are, each with its path. */
const utf8Names = (spec) => rulesIn(spec).flatMap(({ path, rule }) => [
    ...["labels", "annotations"].flatMap((field) => keysOf(rule[field])
        .filter((name) => !(0,refusal/* isLegacyLabelName */.ll)(name))
        .map((name) => ({ path: [...path, field, name], name }))),
    ...(typeof rule["record"] === "string" && !/^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(rule["record"])
        ? [{ path: [...path, "record"], name: rule["record"] }]
        : []),
]);
/**
 * The first call in each expression of a function that came as an experimental one. The operator judges it by its own
 * PromQL, whatever Prometheus is deployed.
 */
const experimentalCalls = (spec) => rulesIn(spec).flatMap(({ path, rule }) => {
    const [, name] = experimental.exec(withoutStrings(String(rule["expr"] ?? ""))) ?? [];
    return name === undefined ? [] : [{ path: [...path, "expr"], name }];
});
/** A fault for which the API server refuses a PrometheusRule by its schema, webhook or not; the first one. */
const schemaFault = (spec) => {
    const groups = (0,json_fields/* listOf */.c3)((0,manifest/* valueAt */.f)(spec, ["groups"]));
    const names = groups.map((group) => (0,manifest/* valueAt */.f)(group, ["name"]));
    const twice = names.findIndex((name, index) => names.indexOf(name) < index);
    if (twice !== -1)
        return { path: ["spec", "groups", twice, "name"], why: `the group name "${(0,json_word/* jsonWord */.b)(names[twice])}" stands twice` };
    const fields = [
        ...groups.flatMap((group, i) => ["interval", "query_offset"].map((field) => [["spec", "groups", i, field], (0,manifest/* valueAt */.f)(group, [field])])),
        ...rulesIn(spec).flatMap(({ path, rule }) => ["for", "keep_firing_for"].map((field) => [[...path, field], rule[field]])),
    ];
    const duration = fields.find(([, value]) => value !== undefined && value !== null && !isDuration(value));
    if (duration !== undefined)
        return { path: duration[0], why: `${String(duration[0].at(-1))} "${(0,json_word/* jsonWord */.b)(duration[1])}" is no duration` };
    const label = rulesIn(spec)
        .flatMap(({ path, rule }) => ["labels", "annotations"].flatMap((field) => Object.entries((0,manifest/* isObject */.G)(rule[field]) ? rule[field] : {}).map(([key, value]) => [[...path, field, key], value])))
        .find(([, value]) => typeof value !== "string");
    return label === undefined
        ? null
        : { path: label[0], why: `the value of ${String(label[0].at(-1))} is no string (quote it)` };
};
const isDuration = (value) => typeof value === "string" && (value === "" || (0,prometheus_duration/* parseDuration */.E9)(value) !== null);
/** Before Prometheus 3 names are ASCII words, whatever promtool of today says. */
const needsLegacyNames = (version) => semver_default().lt(version, "3.0.0");
/** The rules of a PrometheusRule, each with its path, and groups with labels as rules of these alone. */
const rulesIn = (spec) => (0,json_fields/* listOf */.c3)((0,manifest/* valueAt */.f)(spec, ["groups"])).flatMap((group, i) => [
    // A group's own labels follow the same rules.
    ...((0,manifest/* isObject */.G)(group) && (0,manifest/* isObject */.G)(group["labels"])
        ? [{ path: ["spec", "groups", i], rule: { labels: group["labels"] } }]
        : []),
    ...(0,json_fields/* listOf */.c3)((0,manifest/* valueAt */.f)(group, ["rules"])).flatMap((rule, j) => (0,manifest/* isObject */.G)(rule) ? [{ path: ["spec", "groups", i, "rules", j], rule }] : []),
]);
const experimental = new RegExp(`\\b(${Object.keys(operator_history/* experimentalSince */.jk).join("|")})\\s*(?:\\(|by\\b|without\\b)`);
const withoutStrings = (expression) => expression
    .replace(/"(?:\\.|[^"\\])*(?:"|\\?$)|'(?:\\.|[^'\\])*(?:'|\\?$)|`[^`]*(?:`|$)/gs, '""')
    .replace(/@\s*(?:start|end)\s*\(/g, "@(");
const keysOf = (value) => ((0,manifest/* isObject */.G)(value) ? Object.keys(value) : []);

// EXTERNAL MODULE: ./build/src/signal/operator/operator-of.js
var operator_of = __webpack_require__(99306);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/promql/parse-expression.js + 3 modules
var parse_expression = __webpack_require__(69339);
;// CONCATENATED MODULE: ./build/src/signal/operator/rule-promql-faults.js








/**
 * The webhook is told of no feature flag, nor is the rest of an older operator, and the operator's parser is that of
 * the Prometheus which it was built with.
 */
const callFaults = (rule, prometheus, world) => {
    const features = (0,manifest/* valueAt */.f)(prometheus?.body, ["spec", "enableFeatures"]);
    const enabled = Array.isArray(features) && features.includes("promql-experimental-functions");
    const enforced = typeof (0,manifest/* valueAt */.f)(prometheus?.body, ["spec", "enforcedNamespaceLabel"]) === "string";
    const operator = (0,operator_of/* operatorOf */.g)(world);
    return experimentalCalls(rule.body["spec"])
        .filter(({ name }) => operator.isKnown ? operator.isExperimental(name) || operator.lacks(name) : !(name in operator_history/* promotedSince */.Vy))
        .map(({ path, name }) => {
        const lacking = operator.isKnown && operator.lacks(name);
        const alone = enabled && !enforced && !lacking && operator.does("knows the features of the Prometheus");
        const who = prometheus === undefined ? "a Prometheus" : (0,finding/* nameOf */.Vb)(prometheus.ref);
        const why = alone
            ? `${name}() is experimental: ${who} has it switched on, and the operator's webhook has not`
            : `${name}() is ${lacking ? "unknown to" : "experimental for"} the operator, whose PromQL is that of Prometheus ${(0,operator_release/* minorOf */.Hs)(operator.promql)}`;
        return { by: alone ? "webhook" : "both", path, why, check: "promql-experimental-function" };
    });
};
/**
 * Labels in quotes among those that an expression groups by or matches on: the oldest PromQL has none there, and that
 * of an operator without UTF-8 names takes no others in quotes.
 */
const groupingFaults = (rule, world) => {
    const operator = (0,operator_of/* operatorOf */.g)(world);
    if (operator.does("takes UTF-8 names"))
        return [];
    const quotes = operator.does("takes groupings in quotes");
    return rulesIn(rule.body["spec"]).flatMap(({ path, rule: { expr } }) => typeof expr !== "string"
        ? []
        : (0,parse_expression/* readExpression */.J)(expr)
            .labelUses.filter(({ where, from }) => where !== "matcher" && /["'`]/.test(expr.charAt(from)))
            .filter(({ name }) => !quotes || !(0,refusal/* isLegacyLabelName */.ll)(name))
            .map(({ name }) => ({
            by: "both",
            path: [...path, "expr"],
            why: `"${name}" in quotes is no label to group by for the operator, whose PromQL is that of Prometheus ${(0,operator_release/* minorOf */.Hs)(operator.promql)}`,
            check: quotes ? "rule-label-name-invalid" : "promql-syntax-error",
        })));
};

// EXTERNAL MODULE: ./build/src/signal/operator/rule-selection.js
var rule_selection = __webpack_require__(41603);
// EXTERNAL MODULE: ./build/src/signal/operator/selection.js
var selection = __webpack_require__(89326);
// EXTERNAL MODULE: ./build/src/signal/operator/unconfigured-prometheus.js
var unconfigured_prometheus = __webpack_require__(12834);
;// CONCATENATED MODULE: ./build/src/signal/operator/rule-faults.js











/**
 * Everything for which the API server, the webhook, the operator or Prometheus refuses the rule. The Prometheus is the
 * one that selects it, else the one that comes nearest to that.
 */
const faultsOf = (rule, verdict, world) => {
    const spec = rule.body["spec"];
    const prometheus = (0,selection/* nearestOf */.qw)((0,selection/* choicesOf */.cU)(rule, rule_selection/* ruleSelection */.lx, world))?.selecting;
    const schema = schemaFault(spec);
    const bySchema = { by: "schema", check: "kubernetes-schema-invalid" };
    return [
        ...(schema === null ? [] : [{ ...bySchema, ...schema }]),
        ...(verdict?.errors ?? []).flatMap((error) => toldByPromtool(error, rule, prometheus, world)),
        ...sizeFaults(rule, world),
        ...nameFaults(rule, prometheus, world),
        ...unconfiguredFaults(prometheus, world),
        ...(verdict?.errors.every(({ path }) => passesTheOperator(rule, path))
            ? [...callFaults(rule, prometheus, world), ...groupingFaults(rule, world)]
            : []),
    ];
};
const unconfiguredFaults = (prometheus, world) => {
    const why = prometheus === undefined ? null : (0,unconfigured_prometheus/* whyNotConfigured */.s)(prometheus, world);
    return why === null ? [] : [{ by: "reconciliation", path: [], why, check: unconfigured_prometheus/* unconfigured */.g }];
};
/**
 * The operator takes an empty `for` or `interval` for an absent one when it judges the rules, but not when it writes
 * them: `generateRulesConfiguration` in pkg/operator/rules.go of the operator marshals before `ValidateRule` removes
 * them. Prometheus 3.14 then ends at its start with "empty duration string".
 */
const passesTheOperator = (rule, path) => ["for", "interval"].includes(String(path.at(-1))) && (0,manifest/* valueAt */.f)(rule.body, path) === "";
const toldByPromtool = ({ path, message, about }, rule, prometheus, world) => {
    const passes = passesTheOperator(rule, path) || isOnlyTooOld(message, world);
    const by = passes ? "prometheus" : isTakenOut(path, prometheus, world) ? "webhook" : "both";
    // A Prometheus as old as the operator still has the function.
    if (isOnlyTooOld(message, world) &&
        prometheus !== undefined &&
        semver_default().lt((0,refusal/* prometheusVersion */.ru)(prometheus, world), "3.0.0"))
        return [];
    return [{ by, path, why: message.replace(/\.$/, ""), check: checkAbout[about] }];
};
/** Whether promtool misses a function that the older PromQL of the operator still has. */
const isOnlyTooOld = (message, world) => {
    const { promql } = (0,operator_of/* operatorOf */.g)(world);
    return Object.entries(operator_history/* removedSince */.N$).some(([name, since]) => semver_default().lt(promql, since) && message.includes(`unknown function with name "${name}"`));
};
const checkAbout = {
    expression: "promql-syntax-error",
    template: "alert-template-invalid",
    field: "rule-field-invalid",
};
/**
 * The operator takes out what the Prometheus is too old for before it judges the rules; the webhook knows no
 * Prometheus and leaves it in.
 */
const isTakenOut = (path, prometheus, world) => {
    if (prometheus?.ref.kind !== "Prometheus")
        return false;
    const [, , , field, , ofRule] = path;
    const since = field === "rules" ? ruleFieldsSince[String(ofRule)] : groupFieldsSince[String(field)];
    return since !== undefined && semver_default().lt((0,refusal/* prometheusVersion */.ru)(prometheus, world), since);
};
/** `sanitizePrometheusRulesSpec` in pkg/operator/rules.go of the operator. */
const groupFieldsSince = { limit: "2.31.0", query_offset: "2.53.0", labels: "3.0.0" };
const ruleFieldsSince = { keep_firing_for: "2.42.0" };
const sizeFaults = (rule, world) => {
    const bytes = ruleBytes(rule.body["spec"]);
    if (bytes <= operator_release/* operatorRelease */.gs.maxRuleBytes || isNearLimit(rule))
        return [];
    const why = `Its rules take about ${bytes} bytes, and the operator takes ${operator_release/* operatorRelease */.gs.maxRuleBytes} in one object`;
    const by = (0,operator_of/* operatorOf */.g)(world).does("refuses large rules") ? "both" : "reconciliation";
    return [{ by, path: ["spec"], why, check: "prometheusrule-too-large" }];
};
/** Whether the size is so near the operator's limit that only the operator knows. */
const isNearLimit = (rule) => Math.abs(ruleBytes(rule.body["spec"]) / operator_release/* operatorRelease */.gs.maxRuleBytes - 1) < 0.02;
/**
 * The webhook knows ASCII names only, even where Prometheus takes UTF-8: cmd/operator/main.go of the operator starts it
 * with `model.LegacyValidation`.
 */
const nameFaults = (rule, prometheus, world) => {
    const legacy = !(0,operator_of/* operatorOf */.g)(world).does("takes UTF-8 names") ||
        (prometheus?.ref.kind === "Prometheus" && needsLegacyNames((0,refusal/* prometheusVersion */.ru)(prometheus, world)));
    return utf8Names(rule.body["spec"]).map(({ path, name }) => ({
        by: legacy && !isTakenOut(path, prometheus, world) ? "both" : "webhook",
        path,
        why: `"${name}" is no name of ASCII letters, digits and underscores`,
        check: "rule-label-name-invalid",
    }));
};

// EXTERNAL MODULE: ./build/src/kubernetes/label-selector.js
var label_selector = __webpack_require__(34267);
// EXTERNAL MODULE: ./build/src/kubernetes/labels.js
var labels = __webpack_require__(51704);
// EXTERNAL MODULE: ./build/src/world/namespaces.js
var namespaces = __webpack_require__(78933);
;// CONCATENATED MODULE: ./build/src/signal/operator/rule-webhook.js





/** The webhook that the world registers for this rule. */
const ruleWebhook = (rule, world) => {
    const webhook = world
        .ofKind("ValidatingWebhookConfiguration")
        .flatMap(({ body }) => (0,json_fields/* listOf */.c3)(body["webhooks"]))
        .filter(manifest/* isObject */.G)
        .find((one) => looksAtRules(one) && includes(one, rule, world));
    if (webhook === undefined)
        return { state: "none", failurePolicy: "Ignore" };
    const service = (0,manifest/* valueAt */.f)(webhook, ["clientConfig", "service"]);
    const answers = (0,manifest/* isObject */.G)(service) &&
        (0,namespaces/* objectIn */.D7)(world, "Service", String(service["namespace"]), String(service["name"])) !== undefined;
    return {
        state: answers ? "reachable" : "unseen",
        failurePolicy: webhook["failurePolicy"] === "Ignore" ? "Ignore" : "Fail",
    };
};
const looksAtRules = (webhook) => (0,json_fields/* listOf */.c3)(webhook["rules"])
    .filter(manifest/* isObject */.G)
    .some(({ apiGroups, resources }) => has(apiGroups, "monitoring.coreos.com") && has(resources, "prometheusrules"));
/** An absent selector of a webhook selects everything; any other absent selector selects nothing. */
const includes = (webhook, rule, world) => (0,label_selector/* matches */.cK)(webhook["objectSelector"] ?? {}, (0,labels/* labelsOf */.P)(rule.body)) &&
    (0,namespaces/* selectsNamespace */.pU)(webhook["namespaceSelector"] ?? {}, (0,namespaces/* namespaceOf */.N6)(rule, world), world) !== false;
const has = (list, name) => (0,json_fields/* listOf */.c3)(list).includes(name) || (0,json_fields/* listOf */.c3)(list).includes("*");

;// CONCATENATED MODULE: ./build/src/signal/operator/rule-acceptance.js




/**
 * What becomes of the rule when it is applied, with the admission webhook answering or not; without `answers` it is
 * taken to answer where the render has its Service. Undefined where promtool did not judge the rule, or its size is
 * too near the limit to tell.
 */
const ruleOutcome = (rule, verdict, world, answers) => {
    const faults = faultsOf(rule, verdict, world);
    const webhook = ruleWebhook(rule, world);
    const reached = webhook.state !== "none" && (answers ?? webhook.state === "reachable");
    if (webhook.state !== "none" && !reached && webhook.failurePolicy === "Fail")
        return "rejected-at-apply";
    if (faults.some(({ by }) => by === "schema" || (reached && (by === "both" || by === "webhook"))))
        return "rejected-at-apply";
    if (faults.some(({ by }) => by === "both" || by === "operator"))
        return "silently-dropped";
    if (faults.some(({ by }) => by === "reconciliation"))
        return "stops-operator";
    if (faults.some(({ by }) => by === "prometheus"))
        return "breaks-prometheus";
    return verdict === undefined || isNearLimit(rule) ? undefined : "loaded";
};
/** Whether the operator writes the PrometheusRule into a rule file: all of its rules, or none. */
const ruleAcceptanceHop = (rule, verdict, world) => {
    const hop = "operator-accepts-rule";
    const outcome = ruleOutcome(rule, verdict, world);
    if (outcome === undefined)
        return {
            hop,
            status: "unknown",
            why: verdict === undefined
                ? "promtool did not judge its rules."
                : `Its rules take about ${ruleBytes(rule.body["spec"])} bytes, too near the operator's limit of ${operator_release/* operatorRelease */.gs.maxRuleBytes} to tell.`,
        };
    if (outcome === "loaded")
        return { hop, status: "ok", why: "promtool and the operator accept all of its rules." };
    const refusal = refusalOf(rule, verdict, world);
    if (refusal === null)
        return {
            hop,
            // Something elsewhere may answer.
            status: "unknown",
            why: "Its admission webhook is registered with failurePolicy Fail, and the render has no Service that answers.",
        };
    const at = rule.locate(refusal.fault.path);
    return { hop, status: "broken", why: `${refusal.why}.`, ...(at === null ? {} : { at }), check: refusal.fault.check };
};
/**
 * Why Prometheus gets none of the object's rules, as a clause; null where it gets them, or where that cannot be told.
 */
const whyNotAccepted = (rule, verdict, world) => refusalOf(rule, verdict, world)?.why ?? null;
const refusalOf = (rule, verdict, world) => {
    const outcome = ruleOutcome(rule, verdict, world);
    if (outcome === undefined || outcome === "loaded")
        return null;
    const faults = faultsOf(rule, verdict, world);
    const [fault] = faults.toSorted((a, b) => order.indexOf(a.by) - order.indexOf(b.by));
    if (fault === undefined)
        return null;
    const more = faults.length === 1 ? "" : ` (and ${faults.length - 1} more)`;
    return { fault, why: `${fault.why}${more}: ${consequence(fault, outcome, ruleWebhook(rule, world))}` };
};
const order = ["schema", "both", "webhook", "operator", "reconciliation", "prometheus"];
const consequence = ({ by }, outcome, { state, failurePolicy }) => {
    const none = "not one rule of the object is loaded";
    if (by === "schema")
        return `the API server refuses the object, and ${none}`;
    if (outcome === "stops-operator")
        return "an operator of this release ends its work on the Prometheus over it, every time: none of its rules, monitors and settings change any more";
    if (outcome === "breaks-prometheus")
        return "the operator writes the object as it is, and Prometheus cannot read the file: it loads no rule change of anybody any more, and does not start again";
    if (outcome === "silently-dropped")
        return state === "none" || by === "operator"
            ? `the operator drops the whole object, no error is shown when it is applied, and ${none}`
            : `the operator drops the whole object, and ${none}; whether the webhook answers and says so when it is applied cannot be seen`;
    const silent = failurePolicy === "Ignore" && by === "both"
        ? ". While the webhook does not answer, the object is applied without an error, and dropped all the same"
        : "";
    return `the operator's webhook refuses the object when it is applied, and ${none}${silent}`;
};


/***/ },

/***/ 41603:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J5: () => (/* binding */ ruleSelectionHops),
/* harmony export */   PJ: () => (/* binding */ whyRuleNotSelected),
/* harmony export */   lx: () => (/* binding */ ruleSelection)
/* harmony export */ });
/* harmony import */ var _selection_hops_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78531);

/** Agents evaluate no rules; a ThanosRuler does. */
const ruleSelection = {
    by: ["Prometheus", "ThanosRuler"],
    selector: "ruleSelector",
    namespaceSelector: "ruleNamespaceSelector",
    hop: "prometheus-selects-rule",
    check: "prometheusrule-not-selected",
    namespaceCheck: "prometheusrule-namespace-not-selected",
};
/** Whether a Prometheus selects the PrometheusRule, by its labels and by its namespace. */
const ruleSelectionHops = (rule, world) => (0,_selection_hops_js__WEBPACK_IMPORTED_MODULE_0__/* .selectionHopsOf */ .U)(rule, ruleSelection, world);
/** Why none does, as a clause; null where one does, or where that cannot be told. */
const whyRuleNotSelected = (rule, world) => (0,_selection_hops_js__WEBPACK_IMPORTED_MODULE_0__/* .whyNotSelected */ .j)(rule, ruleSelection, world);


/***/ },

/***/ 78531:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ selectionHopsOf),
/* harmony export */   j: () => (/* binding */ whyNotSelected)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53325);
/* harmony import */ var _fix_label_fix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25954);
/* harmony import */ var _kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(34267);
/* harmony import */ var _kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(51704);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(78933);
/* harmony import */ var _path_verdict_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73650);
/* harmony import */ var _operator_flags_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21016);
/* harmony import */ var _selection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89326);









/** The two hops of selection: labels, and namespace. */
const selectionHopsOf = (object, selection, world) => {
    const nearest = (0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestOf */ .qw)((0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .choicesOf */ .cU)(object, selection, world));
    const second = "prometheus-selects-namespace";
    if (nearest === undefined) {
        const why = `The render has no ${selection.by.join(" or ")} that could select it: whether one elsewhere does cannot be seen from here.`;
        return [
            { hop: selection.hop, status: "unknown", why },
            { hop: second, status: "unknown", why },
        ];
    }
    return [labelHop(object, nearest, selection, world), namespaceHop(object, nearest, selection, world)];
};
/**
 * Why nothing selects the object, as a clause: its labels, else its namespace; null where something does, or
 * where that cannot be told.
 */
const whyNotSelected = (object, selection, world) => {
    const nearest = (0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .nearestOf */ .qw)((0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .choicesOf */ .cU)(object, selection, world));
    if (nearest?.byLabels === "broken")
        return whyMissed(object, nearest.selecting, selection);
    return nearest?.byNamespace === "broken" ? whyNamespace(object, nearest, selection, world) : null;
};
const labelHop = (object, choice, selection, world) => {
    const { selecting, byLabels: status } = choice;
    const selector = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(selecting.body, ["spec", selection.selector]);
    const { hop, check } = selection;
    if (status === "ok")
        return { hop, status, why: `${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(selecting.ref)} selects it: ${selection.selector} is ${wordsOf(selector)}.` };
    const place = (0,_path_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(object, ["metadata", "labels"]);
    if (status === "unknown")
        return { hop, status, why: `${(0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .whyNotReconciled */ .E)(selecting, world)}.`, ...place };
    const fix = (0,_fix_label_fix_js__WEBPACK_IMPORTED_MODULE_0__/* .labelFix */ .e)(object, selector, world);
    return { hop, status, why: `${whyMissed(object, selecting, selection)}.`, ...place, ...(fix ? { fix } : {}), check };
};
const whyMissed = (object, selecting, selection) => {
    const selector = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(selecting.body, ["spec", selection.selector]);
    const labels = (0,_kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_6__/* .labelsOf */ .P)(object.body);
    const field = `${selection.selector} of ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(selecting.ref)}`;
    if ((0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsent */ .W0)(selector))
        return `${field} is not set, and then it selects no object of this kind`;
    if ((0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__/* .selectorProblem */ .fY)(selector) !== null)
        return `${field} is not valid (${(0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__/* .selectorProblem */ .fY)(selector)}): it selects nothing`;
    return `${field} does not select it: ${(0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__/* .explainMismatch */ .QH)(selector, labels)} (labels: ${(0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__/* .describeLabels */ .J3)(labels)})`;
};
const namespaceHop = (object, choice, selection, world) => {
    const { byNamespace: status } = choice;
    const hop = "prometheus-selects-namespace";
    const why = `${whyNamespace(object, choice, selection, world)}.`;
    if (status === "ok")
        return { hop, status, why };
    return {
        hop,
        status,
        why,
        ...(0,_path_verdict_js__WEBPACK_IMPORTED_MODULE_1__/* .placed */ .GS)(object, ["metadata", "namespace"]),
        ...(status === "broken" ? { check: selection.namespaceCheck } : {}),
    };
};
const whyNamespace = (object, { selecting, byNamespace: status }, { namespaceSelector }, world) => {
    const namespace = (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_8__/* .namespaceOf */ .N6)(object, world);
    const unwatched = (0,_operator_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .whyUnwatched */ .y)((0,_operator_flags_js__WEBPACK_IMPORTED_MODULE_2__/* .operatorFlags */ .k)(world), object.ref.kind, namespace);
    if (unwatched !== null)
        return `The operator ${unwatched}`;
    const selector = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_4__/* .valueAt */ .f)(selecting.body, ["spec", namespaceSelector]);
    const field = `${namespaceSelector} of ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(selecting.ref)}`;
    if ((0,_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .isAbsent */ .W0)(selector))
        return `${field} is not set, which means its own namespace ${(0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_8__/* .namespaceOf */ .N6)(selecting, world)}; the object lies in ${namespace}`;
    if (status === "ok")
        return `${field} is ${wordsOf(selector)}, and the object lies in ${namespace}`;
    const { labels } = world.namespaceLabels(namespace);
    if (status === "unknown")
        return `${field} asks for ${(0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__/* .describeSelector */ .r5)(selector)}, and the labels of the namespace ${namespace} are not in the tree`;
    return `${field} does not select the namespace ${namespace}: ${(0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__/* .explainMismatch */ .QH)(selector, labels)} (labels: ${(0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__/* .describeLabels */ .J3)(labels)})`;
};
const wordsOf = (selector) => {
    const words = (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_7__/* .describeSelector */ .r5)(selector);
    return words === "everything" ? "{}, which selects everything" : `"${words}"`;
};


/***/ },

/***/ 89326:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ whyNotReconciled),
/* harmony export */   FH: () => (/* binding */ choiceOf),
/* harmony export */   L9: () => (/* binding */ selectingObjects),
/* harmony export */   R3: () => (/* binding */ judging),
/* harmony export */   W0: () => (/* binding */ isAbsent),
/* harmony export */   cU: () => (/* binding */ choicesOf),
/* harmony export */   qw: () => (/* binding */ nearestOf),
/* harmony export */   te: () => (/* binding */ isCertain)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53325);
/* harmony import */ var _kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34267);
/* harmony import */ var _kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(51704);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78933);
/* harmony import */ var _operator_flags_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21016);






/** The verdict of each selecting object in the world, in its order. */
const choicesOf = (object, selection, world) => selection.by.flatMap((kind) => world.ofKind(kind).map((selecting) => choiceOf(object, selecting, selection, world)));
/** The verdict of one of them. */
const choiceOf = (object, selecting, selectors, world) => ({
    selecting,
    byLabels: byLabels(object, selecting, selectors, world),
    byNamespace: byNamespace(object, selecting, selectors, world),
});
/** The objects that select this one, or may select it: a part of them cannot be seen. */
const selectingObjects = (object, selection, world) => choicesOf(object, selection, world)
    .filter(isPossible)
    .map(({ selecting }) => selecting);
const isPossible = ({ byLabels, byNamespace }) => byLabels !== "broken" && byNamespace !== "broken";
/** Whether it selects the object, with nothing left open. */
const isCertain = ({ byLabels, byNamespace }) => byLabels === "ok" && byNamespace === "ok";
/**
 * The objects that judge this one: those that select it (`selects`: which of the choices count so), else the one that
 * comes nearest to that. Selection has a hop of its own: what is not selected is judged here as if it were. None
 * where the world has none.
 */
const judging = (object, selection, world, selects = isPossible) => {
    const choices = choicesOf(object, selection, world);
    const selecting = choices.filter(selects);
    const nearest = nearestOf(choices);
    const all = selecting.length > 0 || nearest === undefined ? selecting : [nearest];
    return all.map((choice) => choice.selecting);
};
/**
 * The selecting object that judges this one: one that selects it, else the one that misses it by least. Undefined
 * where the world has none.
 */
const nearestOf = (choices) => {
    const rank = ({ byLabels, byNamespace }) => points[byLabels] + points[byNamespace];
    return choices.reduce((best, choice) => (best === undefined || rank(choice) > rank(best) ? choice : best), undefined);
};
const points = { ok: 2, unknown: 1, broken: 0 };
const byLabels = (object, selecting, { selector }, world) => {
    if (whyNotReconciled(selecting, world) !== null)
        return "unknown";
    return (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_1__/* .matches */ .cK)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(selecting.body, ["spec", selector]), (0,_kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_3__/* .labelsOf */ .P)(object.body)) ? "ok" : "broken";
};
const byNamespace = (object, selecting, { namespaceSelector }, world) => {
    const namespace = (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOf */ .N6)(object, world);
    if ((0,_operator_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .whyUnwatched */ .y)((0,_operator_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorFlags */ .k)(world), object.ref.kind, namespace) !== null)
        return "broken";
    const selector = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(selecting.body, ["spec", namespaceSelector]);
    if (isAbsent(selector))
        return namespace === (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOf */ .N6)(selecting, world) ? "ok" : "broken";
    const verdict = (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .selectsNamespace */ .pU)(selector, namespace, world);
    return verdict === "unknown" ? "unknown" : verdict ? "ok" : "broken";
};
/**
 * Why the operator leaves the configuration of a Prometheus or an Alertmanager as it is, whatever its selectors
 * choose; null where it writes it.
 */
const whyNotReconciled = (selecting, world) => {
    const name = (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(selecting.ref);
    const unwatched = (0,_operator_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .whyUnwatched */ .y)((0,_operator_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorFlags */ .k)(world), selecting.ref.kind, (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOf */ .N6)(selecting, world));
    if (unwatched !== null)
        return `${name} is left alone: the operator ${unwatched}`;
    if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(selecting.body, ["spec", "paused"]) === true)
        return `${name} is paused: the operator leaves its configuration as it is`;
    return isUnmanaged(selecting, world)
        ? `${name} sets none of the selectors for monitors, probes and scrape configs: the operator then leaves the configuration to whoever wrote it`
        : null;
};
/**
 * `unmanagedPrometheusConfiguration` in pkg/prometheus/server/operator.go of the operator: agents and rulers always are
 * managed.
 */
const isUnmanaged = (selecting, world) => selecting.ref.kind === "Prometheus" &&
    (0,_operator_flags_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorFlags */ .k)(world).leavesConfigurationUnmanaged &&
    ["serviceMonitorSelector", "podMonitorSelector", "probeSelector", "scrapeConfigSelector"].every((field) => isAbsent((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(selecting.body, ["spec", field])));
/** Null is as good as not there. */
const isAbsent = (value) => value === undefined || value === null;


/***/ },

/***/ 12834:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ unconfigured),
/* harmony export */   s: () => (/* binding */ whyNotConfigured)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(53325);
/* harmony import */ var _operator_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99306);
/* harmony import */ var _refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7444);



/**
 * Why the operator writes a Prometheus no configuration, whatever it selects, as a clause; null where it writes one. Of
 * a PrometheusAgent the same holds, a ThanosRuler has another version. Source: `NewConfigGenerator` in
 * pkg/prometheus/promcfg.go of the operator.
 */
const whyNotConfigured = (prometheus, world) => {
    if (prometheus.ref.kind === "ThanosRuler")
        return null;
    const operator = (0,_operator_of_js__WEBPACK_IMPORTED_MODULE_0__/* .operatorOf */ .g)(world);
    const version = (0,_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .prometheusVersion */ .ru)(prometheus, world);
    if (operator.does("configures Prometheus 3") || version.major < 3)
        return null;
    return `${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(prometheus.ref)} is to be Prometheus ${version.version}, and operator v${operator.version} configures Prometheus 2 alone`;
};
/** The check that reports it, once a Prometheus. */
const unconfigured = "operator-too-old-for-prometheus";


/***/ },

/***/ 80955:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QO: () => (/* binding */ signals),
/* harmony export */   c2: () => (/* binding */ statusOf),
/* harmony export */   cz: () => (/* binding */ hopNames),
/* harmony export */   mq: () => (/* binding */ firstBroken)
/* harmony export */ });
const signals = ["metrics", "alert", "dashboard"];
/** The conditions that a signal has to meet, in the order it meets them. */
const hopNames = {
    metrics: [
        "prometheus-selects-monitor",
        "prometheus-selects-namespace",
        "operator-accepts-monitor",
        "rbac-allows-discovery",
        "monitor-selects-namespace",
        "monitor-selects-service",
        "port-exists",
        "pods-exist",
        "targets-are-kept",
        "metrics-are-served",
        "target-is-unique",
    ],
    alert: [
        "prometheus-selects-rule",
        "prometheus-selects-namespace",
        "operator-accepts-rule",
        "metrics-are-exported",
        "labels-exist",
        "result-is-vector",
        "route-reaches-receiver",
        "alert-is-not-inhibited",
    ],
    dashboard: [
        "sidecar-selects-configmap",
        "sidecar-watches-namespace",
        "grafana-reads-file",
        "grafana-takes-json",
        "dashboard-is-unique",
        "datasource-exists",
        "metrics-are-exported",
    ],
};
/** The path's status from its hops. */
const statusOf = (hops) => hops.some(({ status }) => status === "broken")
    ? "broken"
    : hops.some(({ status }) => status === "unknown")
        ? "unknown"
        : "ok";
/** Where the signal ends: its first broken hop. */
const firstBroken = (path) => path.hops.find(({ status }) => status === "broken");


/***/ },

/***/ 73650:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   _Q: () => (/* binding */ hopOfAll),
/* harmony export */   j$: () => (/* binding */ hopOfAny)
/* harmony export */ });
/* harmony import */ var _signal_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80955);

/**
 * One hop of several parts that all have to hold: it is broken where one is, and unknown where one is. It is told by
 * its broken parts; repairs of the same check are offered together.
 */
const hopOfAll = (hop, verdicts) => {
    const status = (0,_signal_path_js__WEBPACK_IMPORTED_MODULE_0__/* .statusOf */ .c2)(verdicts.map((verdict) => ({ hop, ...verdict })));
    return told(hop, status, verdicts);
};
/** One hop of several parts of which one is enough. */
const hopOfAny = (hop, verdicts) => {
    const status = ["ok", "broken", "unknown"].find((one) => verdicts.some((verdict) => verdict.status === one));
    return told(hop, status ?? "unknown", verdicts);
};
const told = (hop, status, verdicts) => {
    const telling = verdicts.filter((verdict) => verdict.status === status);
    const [first] = telling;
    const same = telling.filter(({ check }) => check === first?.check);
    const fix = merged(same.flatMap((verdict) => verdict.fix ?? []));
    const at = first?.at;
    return {
        hop,
        status,
        why: [...new Set(telling.map(({ why }) => why))].join(" "),
        ...(at === undefined ? {} : { at }),
        ...(status !== "broken" || fix === null ? {} : { fix }),
        ...(status !== "broken" || first?.check === undefined ? {} : { check: first.check }),
    };
};
/** Repairs in one; of two that change the same line the first. */
const merged = (fixes) => {
    const taken = new Set();
    const kept = fixes.filter(({ edits }) => {
        const lines = edits.map(({ file, startLine }) => `${file}:${startLine}`);
        if (lines.some((line) => taken.has(line)))
            return false;
        for (const line of lines)
            taken.add(line);
        return true;
    });
    if (kept.length === 0)
        return null;
    return {
        description: [...new Set(kept.map(({ description }) => description))].join(" "),
        edits: kept.flatMap(({ edits }) => edits),
    };
};
/** The place of a value, where it has one that can be edited. */
const placed = (object, path) => {
    const at = object.locate(path);
    return at === null ? {} : { at };
};


/***/ },

/***/ 86044:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dM: () => (/* binding */ recordedFrom),
/* harmony export */   fY: () => (/* binding */ answeredOnce),
/* harmony export */   yV: () => (/* binding */ recordingsIn)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52615);
/* harmony import */ var _promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69339);
/* harmony import */ var _rule_entries_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(68252);



/** Those of the world, the chart's too; none for a metric that no rule records. */
const recordingsIn = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_2__/* .once */ .O)((world) => {
    const byName = Map.groupBy((0,_rule_entries_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleEntries */ .F)(world).filter(({ kind }) => kind === "record"), ({ name }) => name);
    return (metric) => byName.get(metric) ?? [];
});
/** Follows an expression; `selectorsOf` says which of an expression's selectors count. */
const recordedFrom = (expr, recordings, selectorsOf = ({ selectors }) => selectors) => {
    const records = new Set();
    const expressions = [];
    const leaves = [];
    const visit = (text, above) => {
        const expression = (0,_promql_parse_expression_js__WEBPACK_IMPORTED_MODULE_0__/* .readExpression */ .J)(text);
        expressions.push(expression);
        for (const selector of selectorsOf(expression)) {
            const metric = selector.metric ?? "";
            const made = recordings(metric);
            if (made.length === 0)
                leaves.push(selector);
            // A rule may read what it records.
            else if (!above.includes(metric) && above.length < longestChain)
                for (const record of made) {
                    if (records.has(record))
                        continue;
                    visit(record.expr, [...above, metric]);
                    records.add(record);
                }
        }
    };
    visit(expr, []);
    return { expressions, records: [...records], leaves };
};
/** More than any chain of recording rules, and less than the stack holds. */
const longestChain = 200;
/**
 * An answer about metrics that hangs on those about the metrics which they are recorded from: each is found once. What
 * asks for itself, directly or through others, gets the fallback, and so does the end of an endless chain.
 */
const answeredOnce = (find) => {
    const found = new Map();
    const inProgress = new Set();
    return (metric, about, fallback) => {
        const known = found.get(metric);
        if (known !== undefined)
            return known;
        if (inProgress.has(metric) || inProgress.size >= longestChain)
            return fallback;
        inProgress.add(metric);
        const fresh = find(metric, about);
        inProgress.delete(metric);
        found.set(metric, fresh);
        return fresh;
    };
};


/***/ },

/***/ 68252:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ruleEntries),
/* harmony export */   o: () => (/* binding */ ruleName)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71706);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78933);





/** Every rule of the world, the chart's too, in the order of the objects. */
const ruleEntries = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)((world) => world.ofKind("PrometheusRule").flatMap(entriesOf));
const entriesOf = (object) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(object.body, ["spec", "groups"]).flatMap((group, g) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .objectsAt */ .yR)(group, ["rules"]).flatMap((rule, r) => {
    const kind = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, ["alert"]) !== null ? "alert" : "record";
    const name = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(rule, [kind]);
    const expr = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .f)(rule, ["expr"]);
    if (name === null || expr === undefined || expr === null)
        return [];
    return [
        {
            object,
            path: ["spec", "groups", g, "rules", r],
            kind,
            name,
            // The CRD takes a number, too.
            expr: (0,_kubernetes_json_word_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonWord */ .b)(expr),
            labels: { ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelsAt */ .dx)(group, ["labels"]), ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelsAt */ .dx)(rule, ["labels"]) },
            annotations: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_1__/* .labelsAt */ .dx)(rule, ["annotations"]),
        },
    ];
}));
/** E.g. `alert GPUTemperatureHigh in PrometheusRule monitoring/gpu-health`, as messages name a rule. */
const ruleName = ({ kind, name, object }, world) => `${kind} ${name} in PrometheusRule ${(0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOf */ .N6)(object, world)}/${object.ref.name}`;


/***/ },

/***/ 40233:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  k: () => (/* binding */ discover),
  x: () => (/* binding */ unseenDiscovery)
});

// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/world/namespaces.js
var namespaces = __webpack_require__(78933);
// EXTERNAL MODULE: ./build/src/world/services.js
var services = __webpack_require__(48101);
// EXTERNAL MODULE: ./build/src/world/workloads.js
var workloads = __webpack_require__(32055);
// EXTERNAL MODULE: ./build/src/world/unseen.js
var unseen = __webpack_require__(35765);
// EXTERNAL MODULE: ./build/src/signal/scrape/discovery-labels.js
var discovery_labels = __webpack_require__(25868);
;// CONCATENATED MODULE: ./build/src/signal/scrape/discovery.js





/**
 * Targets of a Service's endpoints: one for each of its ports, and one for each port of a container that no port of the
 * Service leads to, as Prometheus makes them.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#endpoints
 */
const endpointTargets = (service, role, world) => {
    const common = { ...(0,discovery_labels/* serviceMeta */.zF)(service), ...(0,discovery_labels/* objectMetaLabels */.KS)(role, service) };
    const made = (0,services/* workloadsBehind */.RC)(service, world)
        .filter(({ empty }) => !empty)
        .flatMap((workload) => workloadEndpoints(service, workload, role));
    return [...made, ...(role === "endpoints" ? writtenEndpoints(service, world) : [])].map(({ labels, workload }) => ({
        labels: { ...common, ...labels },
        service,
        workload,
    }));
};
const workloadEndpoints = (service, workload, role) => {
    const prefix = role === "endpoints" ? "endpoint" : "endpointslice";
    const reached = service.ports.flatMap((port) => {
        const number = (0,services/* targetNumber */.Bi)(port, workload);
        return number === null ? [] : [{ port, number }];
    });
    const covered = reached.map(({ port, number }) => ({
        ...(0,discovery_labels/* portMeta */.xh)(port, number, role),
        ...(0,discovery_labels/* podMeta */.bp)(workload),
        ...(0,discovery_labels/* containerMeta */.rb)(workload, number),
        __address__: `${(0,discovery_labels/* podAddress */.OA)(workload)}:${number}`,
        [`${discovery_labels/* meta */.mI}${prefix}_address_target_kind`]: "Pod",
        [`${discovery_labels/* meta */.mI}${prefix}_address_target_name`]: workload.podName,
        [`${discovery_labels/* meta */.mI}${role === "endpoints" ? "endpoint_node_name" : "endpointslice_endpoint_node_name"}`]: (0,discovery_labels/* nodeOf */.E7)(workload),
    }));
    const rest = workload.containers.flatMap((container) => 
    // Of a Service that leads to no port of the pod, the pod is not seen at all.
    (reached.length === 0 ? [] : container.ports)
        .filter((port) => reached.every(({ number }) => number !== port.number))
        .map((port) => ({ ...(0,discovery_labels/* podMeta */.bp)(workload), ...(0,discovery_labels/* declaredPort */.Ah)(workload, container, port) })));
    return [...covered, ...rest].map((labels) => ({ labels, workload }));
};
/** Endpoints that the tree itself holds, for a Service without selector. */
const writtenEndpoints = (service, world) => {
    const object = service.selector === null ? (0,namespaces/* objectIn */.D7)(world, "Endpoints", service.namespace, service.name) : undefined;
    return (0,json_fields/* objectsAt */.yR)(object?.body, ["subsets"]).flatMap((subset) => (0,json_fields/* objectsAt */.yR)(subset, ["ports"]).flatMap((port) => ["addresses", "notReadyAddresses"].flatMap((field) => (0,json_fields/* objectsAt */.yR)(subset, [field]).map((address) => ({
        labels: {
            __address__: hostPort((0,json_fields/* textAt */.$6)(address, ["ip"]) ?? "", Number(port["port"])),
            [`${discovery_labels/* meta */.mI}endpoint_port_name`]: (0,json_fields/* textAt */.$6)(port, ["name"]) ?? "",
            [`${discovery_labels/* meta */.mI}endpoint_port_protocol`]: (0,json_fields/* textAt */.$6)(port, ["protocol"]) ?? "TCP",
            [`${discovery_labels/* meta */.mI}endpoint_ready`]: String(field === "addresses"),
            [`${discovery_labels/* meta */.mI}endpoint_hostname`]: (0,json_fields/* textAt */.$6)(address, ["hostname"]) ?? "",
            [`${discovery_labels/* meta */.mI}endpoint_node_name`]: (0,json_fields/* textAt */.$6)(address, ["nodeName"]) ?? "",
        },
        workload: null,
    })))));
};
/**
 * Targets of pods: one for each port that a container declares, or one without a port for a
 * container that declares none.
 */
const podTargets = (workload) => {
    if (workload.empty)
        return [];
    const common = { ...(0,discovery_labels/* podMeta */.bp)(workload), [`${discovery_labels/* meta */.mI}namespace`]: workload.namespace };
    return workload.containers
        .flatMap((container) => container.ports.length === 0
        ? [{ __address__: (0,discovery_labels/* podAddress */.OA)(workload), ...(0,discovery_labels/* containerLabels */.Hs)(workload, container) }]
        : container.ports.map((port) => (0,discovery_labels/* declaredPort */.Ah)(workload, container, port)))
        .map((labels) => ({ labels: { ...common, ...labels }, service: null, workload }));
};
/** Targets of the Service's own address, one for each port. */
const serviceTargets = (service) => service.ports.map(({ name, number, protocol }) => ({
    labels: {
        ...(0,discovery_labels/* serviceMeta */.zF)(service),
        __address__: `${service.name}.${service.namespace}.svc:${number}`,
        [`${discovery_labels/* meta */.mI}service_port_name`]: name,
        [`${discovery_labels/* meta */.mI}service_port_number`]: String(number),
        [`${discovery_labels/* meta */.mI}service_port_protocol`]: protocol,
        [`${discovery_labels/* meta */.mI}service_type`]: (0,json_fields/* textAt */.$6)(service.object.body, ["spec", "type"]) ?? "ClusterIP",
        [`${discovery_labels/* meta */.mI}service_cluster_ip`]: (0,unseen/* unseen */.nv)(`address of Service ${service.namespace}/${service.name}`),
    },
    service,
    workload: null,
}));
const hostPort = (host, port) => (host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`);

// EXTERNAL MODULE: ./build/src/kubernetes/label-selector.js
var label_selector = __webpack_require__(34267);
// EXTERNAL MODULE: ./build/src/kubernetes/labels.js
var labels = __webpack_require__(51704);
// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-namespaces.js
var monitor_namespaces = __webpack_require__(88015);
;// CONCATENATED MODULE: ./build/src/signal/scrape/ingress-discovery.js







/** The Ingresses that a Probe takes; one target for each path of each rule. */
const ingressTargets = (probe, prometheus, world) => {
    const selector = (0,manifest/* valueAt */.f)(probe.body, ["spec", "targets", "ingress", "selector"]);
    const byNamespace = Map.groupBy(world.ofKind("Ingress"), (ingress) => (0,namespaces/* namespaceOf */.N6)(ingress, world));
    return (0,monitor_namespaces/* inNamespaces */.GD)(byNamespace, (0,monitor_namespaces/* monitoredNamespaces */.OU)(probe, prometheus, world))
        .filter(({ body }) => (0,label_selector/* matches */.cK)((0,manifest/* isObject */.G)(selector) ? selector : {}, (0,labels/* labelsOf */.P)(body)))
        .flatMap((ingress) => targetsOf(ingress, world));
};
const targetsOf = (ingress, world) => {
    const { body, ref } = ingress;
    const secured = (0,json_fields/* objectsAt */.yR)(body, ["spec", "tls"]).flatMap((one) => (0,json_fields/* textsAt */.i1)(one, ["hosts"]));
    const common = {
        __meta_kubernetes_namespace: (0,namespaces/* namespaceOf */.N6)(ingress, world),
        __meta_kubernetes_ingress_name: ref.name,
        __meta_kubernetes_ingress_class_name: (0,json_fields/* textAt */.$6)(body, ["spec", "ingressClassName"]) ?? "",
        ...(0,discovery_labels/* labelMeta */.qq)("ingress", (0,labels/* labelsOf */.P)(body), (0,json_fields/* labelsAt */.dx)(body, ["metadata", "annotations"])),
    };
    return (0,json_fields/* objectsAt */.yR)(body, ["spec", "rules"]).flatMap((rule) => {
        const host = (0,json_fields/* textAt */.$6)(rule, ["host"]) ?? "";
        const scheme = secured.some((pattern) => covers(pattern, host)) ? "https" : "http";
        return pathsOf(rule).map((path) => ({
            labels: {
                ...common,
                __address__: host,
                __meta_kubernetes_ingress_scheme: scheme,
                __meta_kubernetes_ingress_host: host,
                __meta_kubernetes_ingress_path: path,
            },
            service: null,
            workload: null,
        }));
    });
};
const pathsOf = (rule) => (0,manifest/* isObject */.G)(rule["http"]) ? (0,json_fields/* objectsAt */.yR)(rule, ["http", "paths"]).map((path) => (0,json_fields/* textAt */.$6)(path, ["path"]) ?? "/") : ["/"];
/** A wildcard stands for exactly one first part of the name. */
const covers = (pattern, host) => pattern === host || (pattern.startsWith("*.") && /^[^.]+\./.test(host) && host.replace(/^[^.]+/, "*") === pattern);

// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-jobs.js + 1 modules
var monitor_jobs = __webpack_require__(36364);
// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-selector.js
var monitor_selector = __webpack_require__(93578);
// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-job.js
var scrape_job = __webpack_require__(42072);
;// CONCATENATED MODULE: ./build/src/signal/scrape/discover-targets.js











/**
 * What Prometheus finds for a monitor before relabeling, as far as it can be seen; the monitor's
 * selector has been applied.
 */
const discover = (monitor, prometheus, world) => {
    switch (monitor.ref.kind) {
        case "ServiceMonitor": {
            const role = (0,scrape_job/* roleOf */.kp)(monitor, prometheus);
            return (0,monitor_namespaces/* inNamespaces */.GD)((0,services/* servicesIn */.qp)(world), (0,monitor_namespaces/* monitoredNamespaces */.OU)(monitor, prometheus, world)).flatMap((service) => selected(monitor, service.labels, () => endpointTargets(service, role, world)));
        }
        case "PodMonitor":
            return (0,monitor_namespaces/* inNamespaces */.GD)((0,workloads/* workloadsIn */.X)(world), (0,monitor_namespaces/* monitoredNamespaces */.OU)(monitor, prometheus, world)).flatMap((workload) => selected(monitor, workload.labels, () => podTargets(workload)));
        case "Probe":
            return probed(monitor, prometheus, world).map(certainly);
        default:
            return configured(monitor, world).map(certainly);
    }
};
const certainly = (found) => ({ ...found, certain: true });
const selected = (monitor, labels, find) => {
    const verdict = (0,monitor_selector/* monitorSelects */.a)(monitor, labels);
    return verdict === false ? [] : find().map((found) => ({ ...found, certain: verdict === true }));
};
const probed = (monitor, prometheus, world) => {
    const fixed = (0,monitor_jobs/* staticTargets */.Z)(monitor.body);
    if (fixed === null)
        return ingressTargets(monitor, prometheus, world);
    const labels = { namespace: (0,namespaces/* namespaceOf */.N6)(monitor, world), ...(0,json_fields/* labelsAt */.dx)(fixed, ["labels"]) };
    return (0,json_fields/* textsAt */.i1)(fixed, ["static"]).map((address) => fixedTarget(address, labels));
};
const fixedTarget = (address, labels) => ({
    labels: { ...labels, __address__: address },
    service: null,
    workload: null,
});
/** Static targets and the cluster's own objects; what other discoveries find cannot be seen from here. */
const configured = ({ body }, world) => [
    ...(0,json_fields/* objectsAt */.yR)(body, ["spec", "staticConfigs"]).flatMap((one) => (0,json_fields/* textsAt */.i1)(one, ["targets"]).map((address) => fixedTarget(address, (0,json_fields/* labelsAt */.dx)(one, ["labels"])))),
    ...(0,json_fields/* objectsAt */.yR)(body, ["spec", "kubernetesSDConfigs"]).flatMap((one) => kubernetesTargets(one, world)),
];
/** The field by which a ScrapeConfig finds what cannot be seen here; null where all that it finds can be. */
const unseenDiscovery = ({ body }) => {
    const filled = ([field, value]) => (field === "staticConfigs" || field.endsWith("SDConfigs")) && (0,json_fields/* listOf */.c3)(value).length > 0;
    const isSeen = (field) => field === "kubernetesSDConfigs" && (0,json_fields/* objectsAt */.yR)(body, ["spec", field]).every(isEvaluated);
    const fields = Object.entries((0,json_fields/* objectAt */.lJ)(body, ["spec"])).filter(filled);
    return fields.find(([field]) => !isSeen(field))?.[0] ?? null;
};
const isEvaluated = (config) => config["selectors"] === undefined &&
    config["apiServer"] === undefined &&
    /^(?:endpoints|endpointslice|pod|service)$/i.test(String(config["role"]));
const kubernetesTargets = (config, world) => {
    // Selectors narrow the search by strings of their own grammar, and another API server has other objects.
    if (config["selectors"] !== undefined || config["apiServer"] !== undefined)
        return [];
    const names = namespacesOf((0,manifest/* valueAt */.f)(config, ["namespaces"]), world);
    switch (String(config["role"]).toLowerCase()) {
        case "endpoints":
            return (0,monitor_namespaces/* inNamespaces */.GD)((0,services/* servicesIn */.qp)(world), names).flatMap((service) => endpointTargets(service, "endpoints", world));
        case "endpointslice":
            return (0,monitor_namespaces/* inNamespaces */.GD)((0,services/* servicesIn */.qp)(world), names).flatMap((service) => endpointTargets(service, "endpointslice", world));
        case "pod":
            return (0,monitor_namespaces/* inNamespaces */.GD)((0,workloads/* workloadsIn */.X)(world), names).flatMap(podTargets);
        case "service":
            return (0,monitor_namespaces/* inNamespaces */.GD)((0,services/* servicesIn */.qp)(world), names).flatMap(serviceTargets);
        default:
            return [];
    }
};
/** `ownNamespace` means that of Prometheus' pod. */
const namespacesOf = (namespaces, world) => {
    const names = (0,json_fields/* textsAt */.i1)(namespaces, ["names"]);
    const own = (0,manifest/* valueAt */.f)(namespaces, ["ownNamespace"]) === true ? [world.releaseNamespace] : [];
    return names.length + own.length === 0 ? "all" : [...names, ...own];
};


/***/ },

/***/ 25868:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ sanitized),
/* harmony export */   Ah: () => (/* binding */ declaredPort),
/* harmony export */   E7: () => (/* binding */ nodeOf),
/* harmony export */   Hs: () => (/* binding */ containerLabels),
/* harmony export */   KS: () => (/* binding */ objectMetaLabels),
/* harmony export */   OA: () => (/* binding */ podAddress),
/* harmony export */   bp: () => (/* binding */ podMeta),
/* harmony export */   mI: () => (/* binding */ meta),
/* harmony export */   qq: () => (/* binding */ labelMeta),
/* harmony export */   rb: () => (/* binding */ containerMeta),
/* harmony export */   xh: () => (/* binding */ portMeta),
/* harmony export */   zF: () => (/* binding */ serviceMeta)
/* harmony export */ });
/* harmony import */ var _world_unseen_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35765);

/** A name as it stands in a label of the discovery: every other character becomes `_`. */
const sanitized = (name) => name.replace(/[^A-Za-z0-9_]/g, "_");
/** Labels and annotations as the discovery tells them, e.g. `__meta_kubernetes_service_label_app`. */
const labelMeta = (kind, labels, annotations) => {
    const all = [];
    for (const [sort, map] of [
        ["label", labels],
        ["annotation", annotations],
    ])
        for (const [key, value] of Object.entries(map)) {
            all.push([`${meta}${kind}_${sort}_${sanitized(key)}`, value]);
            all.push([`${meta}${kind}_${sort}present_${sanitized(key)}`, "true"]);
        }
    return Object.fromEntries(all);
};
/** What every label of the Kubernetes discovery starts with. */
const meta = "__meta_kubernetes_";
/** Labels of a Service on all its targets. */
const serviceMeta = ({ namespace, name, labels, annotations }) => ({
    [`${meta}namespace`]: namespace,
    [`${meta}service_name`]: name,
    ...labelMeta("service", labels, annotations),
});
/** The controllers copy a Service's labels to its endpoints; slices have generated names. */
const objectMetaLabels = (role, { namespace, name, labels }) => ({
    [`${meta}${role}_name`]: role === "endpoints" ? name : (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(`name of an EndpointSlice of ${namespace}/${name}`),
    ...labelMeta(role, role === "endpoints" ? labels : { ...labels, "kubernetes.io/service-name": name }, {}),
});
/** Labels of a Service's port, by the number of the container's port that it leads to. */
const portMeta = ({ name, protocol }, number, role) => role === "endpoints"
    ? {
        [`${meta}endpoint_port_name`]: name,
        [`${meta}endpoint_port_protocol`]: protocol,
        [`${meta}endpoint_ready`]: "true",
    }
    : {
        [`${meta}endpointslice_port`]: String(number),
        [`${meta}endpointslice_port_name`]: name,
        [`${meta}endpointslice_port_protocol`]: protocol,
        [`${meta}endpointslice_endpoint_conditions_ready`]: "true",
    };
/** Labels of the pods of a workload. */
const podMeta = (workload) => ({
    [`${meta}pod_name`]: workload.podName,
    [`${meta}pod_ip`]: podAddress(workload),
    [`${meta}pod_ready`]: "true",
    [`${meta}pod_phase`]: "Running",
    [`${meta}pod_node_name`]: nodeOf(workload),
    [`${meta}pod_host_ip`]: (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(`address of the node of a pod of ${idOf(workload)}`),
    [`${meta}pod_uid`]: (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(`uid of a pod of ${idOf(workload)}`),
    [`${meta}pod_controller_kind`]: workload.controller?.kind ?? "",
    [`${meta}pod_controller_name`]: workload.controller?.name ?? "",
    ...labelMeta("pod", workload.labels, workload.annotations),
});
/** Labels of the container that declares the port; none where no container does. */
const containerMeta = (workload, number) => {
    // Where several containers declare the number, the last one's name wins: Prometheus leaves only
    // the inner of its two loops.
    const container = workload.containers.findLast(({ ports }) => ports.some((port) => port.number === number));
    const port = container?.ports.find((one) => one.number === number);
    return container === undefined || port === undefined ? {} : portLabels(workload, container, port);
};
/** Address and labels of a port that a container declares. */
const declaredPort = (workload, container, port) => ({
    __address__: `${podAddress(workload)}:${port.number}`,
    ...portLabels(workload, container, port),
});
const portLabels = (workload, container, port) => ({
    ...containerLabels(workload, container),
    [`${meta}pod_container_port_name`]: port.name,
    [`${meta}pod_container_port_number`]: String(port.number),
    [`${meta}pod_container_port_protocol`]: port.protocol,
});
/** Labels of a container. */
const containerLabels = (workload, { name, image, init }) => ({
    [`${meta}pod_container_name`]: name,
    [`${meta}pod_container_image`]: image,
    [`${meta}pod_container_id`]: (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(`id of container ${name} of ${idOf(workload)}`),
    [`${meta}pod_container_init`]: String(init),
});
const idOf = ({ object, namespace }) => `${object.ref.kind} ${namespace}/${object.ref.name}`;
/** The pods' address, which the cluster decides. */
const podAddress = (workload) => (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(`address of a pod of ${idOf(workload)}`);
/** The node of the pods, which the cluster decides. */
const nodeOf = (workload) => (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(`node of a pod of ${idOf(workload)}`);


/***/ },

/***/ 95203:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Uk: () => (/* binding */ endpointsPath),
/* harmony export */   nM: () => (/* binding */ endpointPath),
/* harmony export */   ps: () => (/* binding */ endpointFields),
/* harmony export */   uY: () => (/* binding */ endpointsOf)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50879);

/** The kinds of monitors that have a list of endpoints, each with the field of its spec that holds it. */
const endpointFields = { ServiceMonitor: "endpoints", PodMonitor: "podMetricsEndpoints" };
/** Where a monitor's endpoints stand; null for a Probe and a ScrapeConfig, which are one themselves. */
const endpointsPath = ({ ref: { kind } }) => kind === "ServiceMonitor" || kind === "PodMonitor" ? ["spec", endpointFields[kind]] : null;
/** Where one of them stands, likewise. */
const endpointPath = (monitor, index) => {
    const list = endpointsPath(monitor);
    return list === null ? ["spec"] : [...list, index];
};
/** The endpoints of a ServiceMonitor or PodMonitor; none of any other kind. */
const endpointsOf = (monitor) => {
    const list = endpointsPath(monitor);
    return list === null ? [] : (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_0__/* .objectsAt */ .yR)(monitor.body, list);
};


/***/ },

/***/ 60690:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ exposedLabels)
/* harmony export */ });
/* harmony import */ var _world_unseen_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35765);

/** The labels with which the GPU exporter writes a metric: their values are known in the cluster alone. */
const exposedLabels = (metric, { exporter }) => Object.fromEntries([...(exporter.labels ?? []), ...(metric?.labels ?? [])].map((name) => [name, (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .unseen */ .nv)(name)]));


/***/ },

/***/ 36364:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ monitorJobs),
  Z: () => (/* binding */ staticTargets)
});

// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/signal/scrape/endpoint-path.js
var endpoint_path = __webpack_require__(95203);
// EXTERNAL MODULE: ./build/src/world/namespaces.js
var namespaces = __webpack_require__(78933);
// EXTERNAL MODULE: ./build/src/signal/scrape/discovery-labels.js
var discovery_labels = __webpack_require__(25868);
// EXTERNAL MODULE: ./build/src/signal/scrape/relabel.js
var relabel = __webpack_require__(54097);
;// CONCATENATED MODULE: ./build/src/signal/scrape/endpoint-rules.js




/**
 * The relabelings that the operator writes for an endpoint of a ServiceMonitor, but for those of its selector.
 * `generateServiceMonitorConfig` in pkg/prometheus/promcfg.go of the operator.
 */
const serviceRules = ({ body }, endpoint, { common, role }) => {
    const port = (0,json_fields/* textAt */.$6)(endpoint, ["port"]);
    const named = role === "endpoints" ? "endpoint_port_name" : "endpointslice_port_name";
    return [
        ...(port === null ? targetPortRules(endpoint) : [keep(named, port)]),
        copy("namespace", "namespace"),
        copy("service_name", "service"),
        copy("pod_name", "pod"),
        copy("pod_container_name", "container"),
        ...runningRules(endpoint),
        ...(0,json_fields/* textsAt */.i1)(body, ["spec", "targetLabels"]).map((label) => copyLabel("service", label)),
        ...[...(0,json_fields/* textsAt */.i1)(body, ["spec", "podTargetLabels"]), ...common].map((label) => copyLabel("pod", label)),
        copy("service_name", "job"),
        ...jobLabel(body, "service"),
        ...endpointRule(endpoint),
    ];
};
/** Likewise of a PodMonitor (`generatePodMonitorConfig`). */
const podRules = (monitor, endpoint, { common, world }) => {
    const { body } = monitor;
    const port = (0,json_fields/* textAt */.$6)(endpoint, ["port"]);
    const number = endpoint["portNumber"];
    const byNumber = typeof number === "number" && number !== 0 ? [keep("pod_container_port_number", String(number))] : null;
    return [
        ...runningRules(endpoint),
        ...(port === null ? (byNumber ?? targetPortRules(endpoint)) : [keep("pod_container_port_name", port)]),
        copy("namespace", "namespace"),
        copy("pod_container_name", "container"),
        copy("pod_name", "pod"),
        ...[...(0,json_fields/* textsAt */.i1)(body, ["spec", "podTargetLabels"]), ...common].map((label) => copyLabel("pod", label)),
        (0,relabel/* relabelRule */.QL)({ targetLabel: "job", replacement: idOf(monitor, world) }),
        ...jobLabel(body, "pod"),
        ...endpointRule(endpoint),
    ];
};
const meta = "__meta_kubernetes_";
const keep = (source, regex) => (0,relabel/* relabelRule */.QL)({ action: "keep", sourceLabels: [meta + source], regex });
/** A label of the discovery under another name. */
const copy = (source, targetLabel) => (0,relabel/* relabelRule */.QL)({ sourceLabels: [meta + source], targetLabel });
const copyLabel = (kind, label, targetLabel = (0,discovery_labels/* sanitized */.A6)(label)) => (0,relabel/* relabelRule */.QL)({ sourceLabels: [`${meta}${kind}_label_${(0,discovery_labels/* sanitized */.A6)(label)}`], targetLabel, regex: "(.+)" });
const jobLabel = (body, kind) => {
    const label = (0,json_fields/* textAt */.$6)(body, ["spec", "jobLabel"]);
    return label === null ? [] : [copyLabel(kind, label, "job")];
};
const targetPortRules = (endpoint) => {
    const port = endpoint["targetPort"];
    if (typeof port === "string" && port !== "")
        return [keep("pod_container_port_name", port)];
    return typeof port === "number" && port !== 0 ? [keep("pod_container_port_number", String(port))] : [];
};
const runningRules = (endpoint) => endpoint["filterRunning"] === false
    ? []
    : [(0,relabel/* relabelRule */.QL)({ action: "drop", sourceLabels: [`${meta}pod_phase`], regex: "(Failed|Succeeded)" })];
/** The name as written, or the target port; of a `portNumber` the operator tells nothing. */
const endpointRule = (endpoint) => {
    const value = (0,json_fields/* textAt */.$6)(endpoint, ["port"]) ?? endpoint["targetPort"];
    return value === undefined || value === null || value === ""
        ? []
        : [(0,relabel/* relabelRule */.QL)({ targetLabel: "endpoint", replacement: String(value) })];
};
/** `namespace/name`, as the operator's names have it. */
const idOf = (monitor, world) => `${(0,namespaces/* namespaceOf */.N6)(monitor, world)}/${monitor.ref.name}`;

// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-job.js
var scrape_job = __webpack_require__(42072);
;// CONCATENATED MODULE: ./build/src/signal/scrape/monitor-jobs.js






/**
 * The scrape jobs that the operator writes for a monitor of any kind, one for each endpoint. The relabelings that the
 * operator makes of the monitor's selector are left out: `monitorSelects` decides that, object by object.
 */
const monitorJobs = (monitor, prometheus, world) => {
    switch (monitor.ref.kind) {
        case "ServiceMonitor":
        case "PodMonitor":
            return endpointJobs(monitor, prometheus, world);
        case "Probe":
            return [probeJob(monitor, prometheus, world)];
        default:
            return [scrapeConfigJob(monitor, prometheus, world)];
    }
};
const endpointJobs = (monitor, prometheus, world) => {
    const common = (0,json_fields/* textsAt */.i1)(prometheus?.body, ["spec", "podTargetLabels"]);
    const [prefix, rules] = monitor.ref.kind === "ServiceMonitor" ? ["serviceMonitor", serviceRules] : ["podMonitor", podRules];
    return (0,endpoint_path/* endpointsOf */.uY)(monitor).map((settings, endpoint) => {
        const source = {
            name: `${prefix}/${idOf(monitor, world)}/${endpoint}`,
            endpoint,
            monitor,
            settings,
            generated: rules(monitor, settings, { common, role: (0,scrape_job/* roleOf */.kp)(monitor, prometheus), world }),
            relabelings: settings["relabelings"],
            metricRelabelings: settings["metricRelabelings"],
            path: (0,json_fields/* textAt */.$6)(settings, ["path"]),
        };
        return (0,scrape_job/* scrapeJob */.IR)(source, prometheus, world);
    });
};
/** Likewise `generateProbeConfig`. */
const probeJob = (monitor, prometheus, world) => {
    const { body } = monitor;
    const spec = specOf(monitor);
    const prober = (0,json_fields/* textAt */.$6)(body, ["spec", "prober", "url"]) ?? "";
    const job = (0,json_fields/* textAt */.$6)(body, ["spec", "jobName"]);
    const targets = staticTargets(body) === null ? "ingress" : "staticConfig";
    const toProber = [
        (0,relabel/* relabelRule */.QL)({ sourceLabels: ["__param_target"], targetLabel: "instance" }),
        (0,relabel/* relabelRule */.QL)({ targetLabel: "__address__", replacement: prober }),
    ];
    const source = {
        name: `probe/${idOf(monitor, world)}`,
        endpoint: 0,
        monitor,
        settings: { ...spec, scheme: (0,manifest/* valueAt */.f)(spec, ["prober", "scheme"]), params: probeParams(spec) },
        generated: [
            ...(job === null ? [] : [(0,relabel/* relabelRule */.QL)({ targetLabel: "job", replacement: job })]),
            ...(targets === "ingress" ? ingressRules : staticRules),
            ...toProber,
        ],
        relabelings: (0,manifest/* valueAt */.f)(spec, ["targets", targets, "relabelingConfigs"]),
        metricRelabelings: spec["metricRelabelings"],
        path: (0,json_fields/* textAt */.$6)(spec, ["prober", "path"]) ?? "/probe",
    };
    return (0,scrape_job/* scrapeJob */.IR)(source, prometheus, world);
};
/** The static targets of a Probe; null where it has none, and takes Ingresses. */
const staticTargets = (body) => (0,manifest/* valueAt */.f)(body, ["spec", "targets", "staticConfig"]) ?? null;
const staticRules = [
    (0,relabel/* relabelRule */.QL)({ sourceLabels: ["__address__"], targetLabel: "__param_target" }),
];
const ingressRules = [
    (0,relabel/* relabelRule */.QL)({
        sourceLabels: ["__meta_kubernetes_ingress_scheme", "__address__", "__meta_kubernetes_ingress_path"],
        regex: "(.+);(.+);(.+)",
        targetLabel: "__param_target",
        replacement: "$1://$2$3",
    }),
    copy("namespace", "namespace"),
    copy("ingress_name", "ingress"),
    (0,relabel/* relabelRule */.QL)({ sourceLabels: ["__address__"], targetLabel: "__tmp_ingress_address" }),
];
const probeParams = (spec) => {
    const module = (0,json_fields/* textAt */.$6)(spec, ["module"]);
    const given = (0,json_fields/* objectsAt */.yR)(spec, ["params"])
        .filter(({ name }) => module === null || name !== "module")
        .map((param) => [(0,json_fields/* textAt */.$6)(param, ["name"]) ?? "", (0,json_fields/* textsAt */.i1)(param, ["values"])]);
    return { ...(module === null ? {} : { module: [module] }), ...Object.fromEntries(given) };
};
/** Likewise `generateScrapeConfig`. */
const scrapeConfigJob = (monitor, prometheus, world) => {
    const spec = specOf(monitor);
    const job = (0,json_fields/* textAt */.$6)(spec, ["jobName"]);
    const source = {
        name: `scrapeConfig/${idOf(monitor, world)}`,
        endpoint: 0,
        monitor,
        settings: spec,
        generated: [],
        // Of all kinds only here a scrape class cannot take the name away again.
        afterClass: job === null ? [] : [(0,relabel/* relabelRule */.QL)({ targetLabel: "job", replacement: job })],
        relabelings: spec["relabelings"],
        metricRelabelings: spec["metricRelabelings"],
        path: (0,json_fields/* textAt */.$6)(spec, ["metricsPath"]),
    };
    return (0,scrape_job/* scrapeJob */.IR)(source, prometheus, world);
};
const specOf = ({ body }) => {
    const spec = body["spec"];
    return typeof spec === "object" && spec !== null && !Array.isArray(spec) ? spec : {};
};


/***/ },

/***/ 88015:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GD: () => (/* binding */ inNamespaces),
/* harmony export */   OU: () => (/* binding */ monitoredNamespaces),
/* harmony export */   VJ: () => (/* binding */ selectorPath),
/* harmony export */   yn: () => (/* binding */ ignoresSelectors)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30330);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78933);



/**
 * Where a ServiceMonitor or PodMonitor looks: its own namespace unless its `namespaceSelector` says
 * otherwise; `all` for `any: true`.
 */
const monitoredNamespaces = (monitor, prometheus, world) => {
    const own = [(0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_0__/* .namespaceOf */ .N6)(monitor, world)];
    const selector = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(monitor.body, selectorPath(monitor));
    if (ignoresSelectors(prometheus))
        return own;
    if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(selector, ["any"]) === true)
        return "all";
    const names = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(selector, ["matchNames"]);
    return names.length === 0 ? own : names;
};
/** True where the Prometheus has monitors look in their own namespace only. */
const ignoresSelectors = (prometheus) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(prometheus?.body, ["spec", "ignoreNamespaceSelectors"]) === true;
/** Where the namespace selector stands: that of a Probe is among its targets. */
const selectorPath = (monitor) => monitor.ref.kind === "Probe" ? ["spec", "targets", "ingress", "namespaceSelector"] : ["spec", "namespaceSelector"];
/** The items of an index by namespace that lie where the monitor looks. */
const inNamespaces = (index, names) => names === "all" ? [...index.values()].flat() : [...new Set(names)].flatMap((name) => index.get(name) ?? []);


/***/ },

/***/ 93578:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ monitorSelects)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34267);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _world_unseen_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35765);
/* harmony import */ var _discovery_labels_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(25868);
/* harmony import */ var _relabel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(54097);






/**
 * Whether a monitor's selector takes an object with these labels. By default the operator turns it into relabelings,
 * where values are regular expressions (a dot matches any character) and other characters than letters and digits are
 * all one in a name; with `selectorMechanism: RoleSelector` the API server decides.
 */
const monitorSelects = (monitor, labels) => {
    const selector = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(monitor.body, ["spec", "selector"]);
    if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(monitor.body, ["spec", "selectorMechanism"]) === "RoleSelector")
        return byApiServer(selector, labels);
    return (0,_relabel_js__WEBPACK_IMPORTED_MODULE_2__/* .passes */ .WE)(metaOf(labels), rulesOf(monitor));
};
/** Every monitor is held against every Service: what the two are turned into is kept. */
const rulesOf = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)(({ body }) => selectorRules((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(body, ["spec", "selector"])));
const metaOf = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_4__/* .once */ .O)((labels) => new Map(Object.entries((0,_discovery_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .labelMeta */ .qq)("x", labels, {}))));
const byApiServer = (selector, labels) => {
    const open = (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .requirementsOf */ .CG)(selector).some(({ key }) => (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .hasUnseen */ .FN)(labels[key] ?? ""));
    return (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .matches */ .cK)(selector, labels) || (open ? "unknown" : false);
};
const selectorRules = (selector) => (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .requirementsOf */ .CG)(selector).map(({ key, operator, values }) => {
    const label = `__meta_kubernetes_x_label_${(0,_discovery_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitized */ .A6)(key)}`;
    const present = `__meta_kubernetes_x_labelpresent_${(0,_discovery_labels_js__WEBPACK_IMPORTED_MODULE_1__/* .sanitized */ .A6)(key)}`;
    const byValue = { sourceLabels: [label, present], regex: `(${values.join("|")});true` };
    switch (operator) {
        case "NotIn":
            return (0,_relabel_js__WEBPACK_IMPORTED_MODULE_2__/* .relabelRule */ .QL)({ action: "drop", ...byValue });
        case "Exists":
            return (0,_relabel_js__WEBPACK_IMPORTED_MODULE_2__/* .relabelRule */ .QL)({ action: "keep", sourceLabels: [present], regex: "true" });
        case "DoesNotExist":
            return (0,_relabel_js__WEBPACK_IMPORTED_MODULE_2__/* .relabelRule */ .QL)({ action: "drop", sourceLabels: [present], regex: "true" });
        default:
            return (0,_relabel_js__WEBPACK_IMPORTED_MODULE_2__/* .relabelRule */ .QL)({ action: "keep", ...byValue });
    }
});


/***/ },

/***/ 54097:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QL: () => (/* binding */ relabelRule),
/* harmony export */   WE: () => (/* binding */ passes),
/* harmony export */   i7: () => (/* binding */ relabel)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _promql_anchored_regexp_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8330);
/* harmony import */ var _world_unseen_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(35765);



const defaults = {
    action: "replace",
    sourceLabels: [],
    separator: ";",
    regex: "(.*)",
    targetLabel: "",
    replacement: "$1",
    modulus: 0n,
};
/** A rule with Prometheus' defaults for what is not said. */
const relabelRule = (rule) => ({ ...defaults, ...rule });
/**
 * Applies the rules in order, as Prometheus does. Where a value has parts that are not known yet and the regular
 * expression does not match the rest of it, both outcomes are possible: the target may or may not be kept, and the
 * label it would have set has a value nobody can tell. A pattern that RE2 refuses matches nothing.
 */
const relabel = (labels, rules) => {
    const now = new Map(Object.entries(labels).filter(([, value]) => value !== ""));
    let kept = true;
    for (const rule of rules) {
        const verdict = apply(rule, now);
        if (verdict === false)
            return { kept: false, labels: Object.fromEntries(now) };
        if (verdict === "unknown")
            kept = "unknown";
    }
    return { kept, labels: Object.fromEntries(now) };
};
/** Whether `keep` and `drop` rules let these labels pass; quick, because it changes none. */
const passes = (labels, rules) => {
    let passed = true;
    for (const rule of rules) {
        const match = matchOf(rule, sourceOf(rule, labels));
        const verdict = rule.action === "drop" ? not(match) : match;
        if (verdict === false)
            return false;
        if (verdict === "unknown")
            passed = "unknown";
    }
    return passed;
};
const sourceOf = ({ sourceLabels, separator }, labels) => sourceLabels.map((name) => labels.get(name) ?? "").join(separator);
const apply = (rule, labels) => {
    const value = sourceOf(rule, labels);
    switch (rule.action.toLowerCase()) {
        case "keep":
            return matchOf(rule, value);
        case "drop":
            return not(matchOf(rule, value));
        case "keepequal":
            return (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .isSame */ .Ft)(labels.get(rule.targetLabel) ?? "", value);
        case "dropequal":
            return not((0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .isSame */ .Ft)(labels.get(rule.targetLabel) ?? "", value));
        default:
            change(rule, value, labels);
            return true;
    }
};
const change = (rule, value, labels) => {
    const action = rule.action.toLowerCase();
    if (action === "replace")
        replace(rule, value, labels);
    else if (action === "lowercase" || action === "uppercase")
        set(labels, rule.targetLabel, (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .inCase */ .M4)(value, action));
    else if (action === "hashmod")
        set(labels, rule.targetLabel, hashmod(value, rule));
    else if (action === "labelmap" || action === "labeldrop" || action === "labelkeep")
        byName(rule, action, labels);
};
const replace = (rule, value, labels) => {
    if (value === "" && rule.regex === defaults.regex && !/\$/.test(rule.targetLabel + rule.replacement)) {
        set(labels, rule.targetLabel, rule.replacement);
        return;
    }
    const regexp = (0,_promql_anchored_regexp_js__WEBPACK_IMPORTED_MODULE_1__/* .anchoredRegexp */ .q)(rule.regex);
    if (regexp === null)
        return;
    if ((0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .hasUnseen */ .FN)(value) && (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesUnseen */ .WX)(regexp, value) === "unknown") {
        // It may match; which label it then sets is known only where the target is no template.
        if (!rule.targetLabel.includes("$"))
            set(labels, rule.targetLabel, (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(rule.targetLabel));
        return;
    }
    const { text, restore } = (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .hideUnseen */ .tW)(value);
    const target = regexp.expand(rule.targetLabel, text);
    if (target !== null)
        set(labels, restore(target), restore(regexp.expand(rule.replacement, text) ?? ""));
};
const byName = (rule, action, labels) => {
    const regexp = (0,_promql_anchored_regexp_js__WEBPACK_IMPORTED_MODULE_1__/* .anchoredRegexp */ .q)(rule.regex);
    const mapped = new Map();
    for (const [name, value] of [...labels]) {
        if (action !== "labelmap") {
            if ((regexp?.test(name) ?? false) === (action === "labeldrop"))
                labels.delete(name);
            continue;
        }
        const renamed = regexp?.expand(rule.replacement, name) ?? null;
        if (renamed === null)
            continue;
        // Prometheus goes through the labels in no order: of two that get the same name, either may win.
        const first = mapped.get(renamed) ?? value;
        mapped.set(renamed, first === value ? value : (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(renamed));
    }
    for (const [name, value] of mapped)
        set(labels, name, value);
};
/** An empty value and an absent label are the same to Prometheus. */
const set = (labels, name, value) => {
    if (value === "")
        labels.delete(name);
    else if (name !== "")
        labels.set(name, value);
};
const matchOf = ({ regex }, value) => {
    const regexp = (0,_promql_anchored_regexp_js__WEBPACK_IMPORTED_MODULE_1__/* .anchoredRegexp */ .q)(regex);
    if (regexp === null)
        return false;
    return (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .hasUnseen */ .FN)(value) ? (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesUnseen */ .WX)(regexp, value) : regexp.test(value);
};
const not = (verdict) => (verdict === "unknown" ? verdict : !verdict);
/** Prometheus takes the last eight bytes of the MD5 sum: no secret hangs on it. */
const hashmod = (value, { modulus, targetLabel }) => {
    if ((0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .hasUnseen */ .FN)(value) || modulus === 0n)
        return (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_2__/* .undecided */ .oo)(targetLabel);
    const digest = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("md5").update(value).digest();
    return String(digest.readBigUInt64BE(8) % modulus);
};


/***/ },

/***/ 20663:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PO: () => (/* binding */ withoutClassRelabelings),
/* harmony export */   XR: () => (/* binding */ placedClassOf),
/* harmony export */   Y7: () => (/* binding */ discoveryAttachesNode),
/* harmony export */   iY: () => (/* binding */ attachesNode),
/* harmony export */   sE: () => (/* binding */ scrapeClassOf)
/* harmony export */ });
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(semver__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(53325);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _operator_refusal_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7444);






/**
 * The scrape class of a monitor: the one it names, else the default one of the Prometheus;
 * undefined where there is none.
 */
const scrapeClassOf = (monitor, prometheus) => {
    const classes = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(prometheus?.body, classesPath);
    const named = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(monitor.body, ["spec"]), ["scrapeClass"]);
    return classes.find(({ name }) => name === named) ?? classes.find((one) => one["default"] === true);
};
const classesPath = ["spec", "scrapeClasses"];
/** The same as {@link scrapeClassOf}, with its place; null where there is none. */
const placedClassOf = (monitor, prometheus) => {
    const body = scrapeClassOf(monitor, prometheus);
    if (body === undefined || prometheus === null)
        return null;
    const index = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(prometheus.body, classesPath)).indexOf(body);
    const words = `the scrape class ${(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textOrEmpty */ ._c)(body, ["name"])} of ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_4__/* .nameOf */ .Vb)(prometheus.ref)}`;
    return { body, prometheus, path: [...classesPath, index], words };
};
/** The Prometheus as it would be if its scrape classes relabeled no target. */
const withoutClassRelabelings = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_5__/* .once */ .O)((prometheus) => {
    const classes = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(prometheus.body, classesPath));
    if (classes.every((one) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(one, ["relabelings"]) === undefined))
        return prometheus;
    const bare = classes.map((one) => {
        if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(one))
            return one;
        const { relabelings: _, ...rest } = one;
        return rest;
    });
    const spec = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectAt */ .lJ)(prometheus.body, ["spec"]);
    return { ...prometheus, body: { ...prometheus.body, spec: { ...spec, scrapeClasses: bare } } };
});
/**
 * Whether Prometheus reads the nodes of what the monitor discovers: as a ServiceMonitor or PodMonitor says itself, else
 * as its scrape class does; of a ScrapeConfig, whether one of its discoveries asks for it
 * (`mergeAttachMetadataWithScrapeClass` in pkg/prometheus/promcfg.go of the operator).
 */
const attachesNode = (monitor, prometheus, world) => {
    const role = roles[monitor.ref.kind];
    if (role === undefined)
        return (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(monitor.body, ["spec", "kubernetesSDConfigs"]).some((one) => discoveryAttachesNode(one, prometheus, world));
    const attached = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(monitor.body, ["spec", "attachMetadata"]) ?? scrapeClassOf(monitor, prometheus)?.["attachMetadata"];
    return canAttachNode(role, prometheus, world) && (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(attached, ["node"]) === true;
};
/** The same for one of a ScrapeConfig's `kubernetesSDConfigs`; no scrape class counts there. */
const discoveryAttachesNode = (config, prometheus, world) => canAttachNode(String(config["role"]).toLowerCase(), prometheus, world) &&
    (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(config, ["attachMetadata", "node"]) === true;
const roles = { ServiceMonitor: "endpoints", PodMonitor: "pod" };
/**
 * The version of Prometheus that learned to attach nodes, by role; for an older one, and for any other role, the
 * operator leaves the wish out.
 */
const since = { pod: "2.35.0", endpoints: "2.37.0", endpointslice: "2.37.0" };
const canAttachNode = (role, prometheus, world) => {
    const first = since[role];
    return first !== undefined && (prometheus === null || semver__WEBPACK_IMPORTED_MODULE_0___default().gte((0,_operator_refusal_js__WEBPACK_IMPORTED_MODULE_1__/* .prometheusVersion */ .ru)(prometheus, world), first));
};


/***/ },

/***/ 423:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  TY: () => (/* binding */ failsToScrape),
  T: () => (/* binding */ isNameless),
  yw: () => (/* binding */ scrapeFailureOf)
});

// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
// EXTERNAL MODULE: ./build/src/world/unseen.js
var unseen = __webpack_require__(35765);
// EXTERNAL MODULE: ./build/src/signal/scrape/endpoint-path.js
var endpoint_path = __webpack_require__(95203);
// EXTERNAL MODULE: ./build/src/signal/scrape/exposed-labels.js
var exposed_labels = __webpack_require__(60690);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var kubernetes_manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/kubernetes/pod-template.js
var pod_template = __webpack_require__(48287);
// EXTERNAL MODULE: ./build/src/world/network-access.js
var network_access = __webpack_require__(64338);
// EXTERNAL MODULE: ./build/src/world/workloads.js
var workloads = __webpack_require__(32055);
// EXTERNAL MODULE: ./build/src/signal/operator/operated-pods.js
var operated_pods = __webpack_require__(29627);
;// CONCATENATED MODULE: ./build/src/signal/scrape/scrape-barrier.js







/** A NetworkPolicy of the world that keeps Prometheus from the pods of a target; null where none does for certain. */
const barredScrape = (target, world) => {
    const { scraper, workload } = target;
    const port = portOf(target);
    if (world.ofKind("NetworkPolicy").length === 0 ||
        scraper?.ref.kind !== "Prometheus" ||
        workload === null ||
        port === null ||
        mayBeOpen(workload, world))
        return null;
    const from = (0,operated_pods/* operatedPods */.V)(scraper, world);
    const pods = workloadsBy(world).get(workload);
    if (from === null || pods === undefined)
        return null;
    const isSeen = workload.manifest !== null;
    const names = pods.containers.flatMap(({ ports }) => ports.filter(({ number }) => number === port));
    const barrier = (0,network_access/* barrierBetween */.A)(from, {
        namespace: pods.namespace,
        labels: pods.labels,
        complete: isSeen,
        port,
        portNames: isSeen ? names.map(({ name }) => name) : null,
    }, world);
    if (barrier === null)
        return null;
    const { policy, direction } = barrier;
    const asked = `port ${port} of ${(0,finding/* nameOf */.Vb)(workload.ref)}`;
    return {
        status: target.certain ? "broken" : "unknown",
        why: direction === "ingress"
            ? `${(0,finding/* nameOf */.Vb)(policy.ref)} isolates its pods, and no policy in sight lets ${(0,finding/* nameOf */.Vb)(scraper.ref)} reach ${asked}: every scrape runs into its time limit.`
            : `${(0,finding/* nameOf */.Vb)(policy.ref)} isolates the pods of ${(0,finding/* nameOf */.Vb)(scraper.ref)}, and no policy in sight lets them reach ${asked}: every scrape runs into its time limit.`,
        object: policy,
        path: ["spec", ...((0,kubernetes_manifest/* valueAt */.f)(policy.body, ["spec", direction]) === undefined ? [] : [direction])],
        advice: `Let a policy allow it: \`${direction === "ingress" ? "from" : "to"}\` the pods' namespace (by its label kubernetes.io/metadata.name) and labels, to that port.`,
    };
};
const workloadsBy = (0,once/* once */.O)((world) => new Map([...(0,workloads/* workloadsIn */.X)(world).values()].flat().map((workload) => [workload.object, workload])));
/** The port that was discovered, where relabelings have left the address alone. */
const portOf = ({ discovered, url }) => {
    const address = discovered["__address__"] ?? "";
    const port = /:(\d+)$/.exec(address)?.[1];
    return port !== undefined && url.includes(`://${address}/`) ? Number(port) : null;
};
/**
 * Policies are not about pods on the network of their node, which the values of an exporter may ask for, as they may
 * ask for policies of its own.
 */
const mayBeOpen = ({ ref, body, manifest }, { exporter }) => manifest === null
    ? exporter.values.documents.some((values) => /hostNetwork|networkPolicy/.test(JSON.stringify(ofExporter(values))))
    : (0,kubernetes_manifest/* valueAt */.f)(body, [...((0,pod_template/* templatePath */.Y)(ref.kind) ?? []), "spec", "hostNetwork"]) === true;
/** What values of the exporter's chart, or of one that holds it, say of it: this stack's own have such words, too. */
const ofExporter = ({ dcgmExporter, hostNetwork, networkPolicy, ...values }) => [
    ...[dcgmExporter, values["gpu-operator"], values["dcgm-exporter"]],
    { hostNetwork, networkPolicy },
];

// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-class.js
var scrape_class = __webpack_require__(20663);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __webpack_require__(62088);
var semver_default = /*#__PURE__*/__webpack_require__.n(semver);
// EXTERNAL MODULE: ./build/src/dcgm/every-gpu.js
var every_gpu = __webpack_require__(23078);
// EXTERNAL MODULE: ./build/src/signal/operator/refusal.js
var refusal = __webpack_require__(7444);
;// CONCATENATED MODULE: ./build/src/signal/scrape/scrape-limits.js







/**
 * A limit that what the GPU exporter answers exceeds for certain: Prometheus then takes nothing of the scrape. Null
 * where there is none.
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config
 */
const exceededLimit = (target, world) => {
    const kept = (world.exporter.metrics ?? [])
        .filter(({ name, type }) => type !== "label" && ofEachGpu.test(name))
        .map((metric) => target.series(metric.name, sureLabels((0,exposed_labels/* exposedLabels */.k)(metric, world))));
    if (kept.length === 0 || !target.certain || kept.some((one) => one.kept === "unknown"))
        return null;
    const stored = kept.filter((one) => one.kept === true);
    if (stored.length === 0)
        return null;
    const samples = stored.filter((one) => (0,every_gpu/* isOfEveryGpu */.X)(one.labels["__name__"] ?? "")).length;
    const least = [
        ["sampleLimit", samples, "one GPU alone has at least # samples"],
        ["labelLimit", Math.min(...stored.map(labelCount)), "each sample has at least # labels"],
        ["labelNameLengthLimit", Math.min(...stored.map(longestName)), "each sample has a label of # characters"],
        ["labelValueLengthLimit", Math.min(...stored.map(longestValue)), "each sample has a value of # characters"],
    ];
    return least.map((one) => exceeded(one, target, world)).find((one) => one !== null) ?? null;
};
/** Metrics that have the labels of a GPU: not of switches, links and CPUs. */
const ofEachGpu = /^DCGM_FI_(?:DEV_(?!NVSWITCH|NVLINK|CPU|.*LINK)|PROF_(?!NVLINK))/;
/** Labels that no GPU lacks, whether it is cut up and used by a pod or not. */
const sureLabels = (labels) => Object.fromEntries(Object.entries(labels).filter(([name]) => sure.has(name)));
const sure = new Set(["gpu", "UUID", "device", "modelName"]);
const labelCount = ({ labels }) => Object.values(labels).filter((value) => !(0,unseen/* isUndecided */.Ae)(value)).length;
const uuid = (0,unseen/* unseen */.nv)("UUID");
/** `GPU-` and a UUID. */
const uuidLength = 40;
const longestValue = ({ labels }) => Math.max(...Object.values(labels).map((value) => (value === uuid ? uuidLength : (0,unseen/* hasUnseen */.FN)(value) ? 0 : value.length)));
const longestName = ({ labels }) => Math.max(...Object.entries(labels)
    .filter(([, value]) => !(0,unseen/* isUndecided */.Ae)(value))
    .map(([name]) => name.length));
const exceeded = ([own, least, words], target, world) => {
    const strictest = limitsOf(own, target, world).toSorted((a, b) => a.limit - b.limit)[0];
    if (strictest === undefined || least <= strictest.limit)
        return null;
    const { object, path, limit } = strictest;
    const field = String(path.at(-1));
    return {
        status: "broken",
        why: `${field} of ${(0,finding/* nameOf */.Vb)(object.ref)} is ${limit}, and ${words.replace("#", String(least))}: Prometheus refuses all of the scrape.`,
        object,
        path,
        advice: `Raise ${field} above what all GPUs of a node bring together, or leave it away.`,
    };
};
/** Since then Prometheus has limits for all jobs. https://github.com/prometheus/prometheus/releases/tag/v2.45.0 */
const globalLimitsSince = "2.45.0";
/**
 * The limits that count, as the operator writes them (`getLimit` and `appendGlobalLimits`): that of the monitor, else
 * the one which its Prometheus has for all jobs, and in either case the enforced one.
 * https://github.com/prometheus-operator/prometheus-operator/blob/v0.93.1/pkg/prometheus/promcfg.go
 */
const limitsOf = (own, { monitor, scraper }, world) => {
    const ofMonitor = limitAt(monitor, ["spec", own]);
    if (scraper === null)
        return [ofMonitor].filter(isSet);
    const enforced = limitAt(scraper, ["spec", `enforced${own.charAt(0).toUpperCase()}${own.slice(1)}`]);
    const hasGlobal = semver_default().gte((0,refusal/* prometheusVersion */.ru)(scraper, world), globalLimitsSince);
    const ofAll = hasGlobal ? [limitAt(scraper, ["spec", own])] : [];
    return [...(isSet(ofMonitor) ? [ofMonitor] : ofAll), enforced].filter(isSet);
};
const isSet = ({ limit }) => limit > 0;
const limitAt = (object, path) => ({ object, path, limit: (0,json_fields/* numberAt */.tk)(object.body, path) });

// EXTERNAL MODULE: ./build/src/dcgm/exporter-objects.js
var exporter_objects = __webpack_require__(39084);
// EXTERNAL MODULE: ./build/src/dcgm/exporter-settings.js
var exporter_settings = __webpack_require__(53955);
;// CONCATENATED MODULE: ./build/src/signal/scrape/scrape-scheme.js





/**
 * Whether Prometheus asks dcgm-exporter by TLS, which it speaks only with a web configuration. Unknown behind a proxy,
 * and where a client certificate is shown: a service mesh then answers in the exporter's stead.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/pkg/cmd/app.go
 */
const wrongScheme = (target, world) => {
    const { workload, monitor, url } = target;
    if (!url.startsWith("https://") || workload === null || !(0,exporter_objects/* isNamedExporter */.X4)(workload.body))
        return null;
    const pod = (0,exporter_objects/* podOf */.FS)(workload.body) ?? {};
    const exporter = (0,exporter_objects/* exporterContainer */.dZ)(pod);
    if (exporter === undefined || hasWebConfiguration(exporter))
        return null;
    const endpoint = (0,endpoint_path/* endpointPath */.nM)(monitor, target.endpoint);
    const scheme = [...endpoint, "scheme"];
    const settings = (0,json_fields/* objectAt */.lJ)(monitor.body, endpoint);
    // The values of the exporter's own chart may turn TLS on.
    const isHidden = (0,exporter_settings/* exporterSettingsOf */.o)(exporter).hidden || (workload.manifest === null && isStandalone(world));
    const doubtful = isHidden || !isAsked(target, exporter, pod) || showsCertificate(settings);
    return {
        status: target.certain && !doubtful ? "broken" : "unknown",
        why: doubtful
            ? "Prometheus asks for https, and whether dcgm-exporter, or what stands before it, answers by TLS cannot be seen."
            : "Prometheus asks for https, and dcgm-exporter answers by plain HTTP, for it has no `--web-config-file`: every scrape fails.",
        object: monitor,
        path: (0,kubernetes_manifest/* valueAt */.f)(monitor.body, scheme) === undefined ? endpoint : scheme,
        advice: "Ask for `scheme: http`, or give the exporter a web configuration with a certificate.",
    };
};
const isStandalone = ({ exporter }) => exporter.source === "dcgm-exporter";
const hasWebConfiguration = (container) => /web[-_]config/i.test(JSON.stringify([container["command"], container["args"], container["env"]]));
/** Whether the port is of the exporter's container, and not of another one in its pods. */
const isAsked = ({ discovered }, exporter, pod) => {
    const name = discovered["__meta_kubernetes_pod_container_name"];
    return name === undefined
        ? (0,json_fields/* objectsAt */.yR)(pod, ["spec", "containers"]).length === 1
        : name === ((0,json_fields/* textAt */.$6)(exporter, ["name"]) ?? "");
};
const showsCertificate = (settings) => ["cert", "certFile", "keyFile", "keySecret"].some((field) => (0,kubernetes_manifest/* valueAt */.f)(settings, ["tlsConfig", field]) !== undefined);

// EXTERNAL MODULE: ./build/src/signal/scrape/scraped-targets.js
var scraped_targets = __webpack_require__(47015);
;// CONCATENATED MODULE: ./build/src/signal/scrape/scrape-failure.js











/** What has every scrape of the target fail; null where nothing is known to. */
const scrapeFailureOf = (target, world) => failure(world)(target);
/** Whether every scrape of the target fails for certain. */
const failsToScrape = (target, world) => scrapeFailureOf(target, world)?.status === "broken";
const failure = (0,once/* once */.O)((world) => (0,once/* once */.O)((target) => {
    const failures = [
        barredScrape(target, world),
        losesNames(target, world),
        ...((0,scraped_targets/* isGpuTarget */.QT)(target, world) ? scrape_failure_ofExporter(target, world) : []),
    ];
    const known = failures.filter((one) => one !== null);
    return known.find(({ status }) => status === "broken") ?? known[0] ?? null;
}));
/** What is known of the GPU exporter alone. */
const scrape_failure_ofExporter = (target, world) => [
    wrongScheme(target, world),
    exceededLimit(target, world),
];
/** Whether a series that is kept has lost its name: Prometheus then refuses all that the target answers. */
const isNameless = ({ kept, labels }) => kept !== false && labels["__name__"] === undefined;
/**
 * Prometheus ends a scrape at the first sample without a name (`errNameLabelMandatory`).
 * https://github.com/prometheus/prometheus/blob/v3.13.1/scrape/scrape.go
 */
const losesNames = (target, world) => {
    const nameless = exposedBy(target, world).filter(isNameless);
    if (nameless.length === 0)
        return null;
    const rules = namingRules(target);
    return {
        status: target.certain && nameless.some(({ kept }) => kept === true) ? "broken" : "unknown",
        why: `${rules.words} take the label \`__name__\` away: Prometheus refuses a sample without a name, and with it all of the scrape.`,
        object: rules.object,
        path: rules.path,
        advice: "Keep `__name__`: let the `regex` of `labelkeep` match it, and that of `labeldrop` not.",
    };
};
/** What a target exposes, as it is stored: of an unknown program, a metric of an unknown name. */
const exposedBy = (target, world) => {
    const declared = (0,scraped_targets/* isGpuTarget */.QT)(target, world) ? (world.exporter.metrics ?? []) : [];
    const series = declared
        .filter(({ type }) => type !== "label")
        .map((metric) => target.series(metric.name, (0,exposed_labels/* exposedLabels */.k)(metric, world)));
    return series.length > 0 ? series : [target.series((0,unseen/* unseen */.nv)("name of a metric"), {})];
};
/** The rules of the monitor, or those of its scrape class where it has none. */
const namingRules = ({ monitor, endpoint, scraper }) => {
    const path = [...(0,endpoint_path/* endpointPath */.nM)(monitor, endpoint), "metricRelabelings"];
    const scrapeClass = (0,scrape_class/* placedClassOf */.XR)(monitor, scraper);
    if (scrapeClass === null || (0,json_fields/* objectsAt */.yR)(monitor.body, path).length > 0)
        return { words: `The metricRelabelings of ${(0,finding/* nameOf */.Vb)(monitor.ref)}`, object: monitor, path };
    const { prometheus, path: classPath, words } = scrapeClass;
    return {
        words: `The metricRelabelings of ${words}`,
        object: prometheus,
        path: [...classPath, "metricRelabelings"],
    };
};


/***/ },

/***/ 42072:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IR: () => (/* binding */ scrapeJob),
/* harmony export */   kp: () => (/* binding */ roleOf),
/* harmony export */   vn: () => (/* binding */ relabelRules)
/* harmony export */ });
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(30330);
/* harmony import */ var _promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53855);
/* harmony import */ var _world_namespaces_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(78933);
/* harmony import */ var _relabel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54097);
/* harmony import */ var _scrape_class_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20663);






/** The entry that the operator of `prometheus` writes; without a Prometheus in sight, what its defaults give. */
const scrapeJob = (source, prometheus, world) => {
    const { settings, monitor } = source;
    const spec = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(prometheus?.body, ["spec"]);
    const scrapeClass = (0,_scrape_class_js__WEBPACK_IMPORTED_MODULE_2__/* .scrapeClassOf */ .sE)(monitor, prometheus);
    const enforced = enforcedNamespace(monitor, spec, world);
    const interval = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(settings, ["interval"]) ?? (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(settings, ["scrapeInterval"]) ?? globalInterval(spec);
    return {
        name: source.name,
        endpoint: source.endpoint,
        honorLabels: settings["honorLabels"] === true && (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(spec, ["overrideHonorLabels"]) !== true,
        interval,
        timeout: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(settings, ["scrapeTimeout"]) ?? defaultTimeout(interval, spec),
        path: source.path ?? "/metrics",
        scheme: ((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(settings, ["scheme"]) ?? "http").toLowerCase(),
        params: paramsOf(settings["params"]),
        relabelings: [
            (0,_relabel_js__WEBPACK_IMPORTED_MODULE_1__/* .relabelRule */ .QL)({ sourceLabels: ["job"], targetLabel: "__tmp_prometheus_job_name" }),
            ...source.generated,
            ...relabelRules(scrapeClass?.["relabelings"]),
            ...(source.afterClass ?? []),
            ...relabelRules(source.relabelings),
            // Of a ScrapeConfig without relabelings the operator forgets the namespace label.
            ...(monitor.ref.kind === "ScrapeConfig" && (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .objectsAt */ .yR)(source.relabelings, []).length === 0 ? [] : enforced),
        ],
        metricRelabelings: [
            ...relabelRules(scrapeClass?.["metricRelabelings"]),
            ...relabelRules(source.metricRelabelings),
            ...enforced,
        ],
        attachesNode: (0,_scrape_class_js__WEBPACK_IMPORTED_MODULE_2__/* .attachesNode */ .iY)(monitor, prometheus, world),
    };
};
/**
 * Relabelings of a custom resource as the operator hands them on: what is empty there falls
 * back to Prometheus' default.
 */
const relabelRules = (rules) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .objectsAt */ .yR)(rules, []).map((rule) => {
    const separator = rule["separator"];
    const replacement = rule["replacement"];
    const modulus = rule["modulus"];
    return (0,_relabel_js__WEBPACK_IMPORTED_MODULE_1__/* .relabelRule */ .QL)({
        sourceLabels: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textsAt */ .i1)(rule, ["sourceLabels"]),
        ...(typeof separator === "string" ? { separator } : {}),
        ...(typeof replacement === "string" ? { replacement } : {}),
        ...(typeof modulus === "number" && Number.isSafeInteger(modulus) ? { modulus: BigInt(modulus) } : {}),
        targetLabel: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(rule, ["targetLabel"]) ?? "",
        regex: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(rule, ["regex"]) ?? "(.*)",
        action: ((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(rule, ["action"]) ?? "replace").toLowerCase(),
    });
});
/** Which discovery Prometheus uses for a Service: endpoints, unless the monitor or the Prometheus asks for slices. */
const roleOf = (monitor, prometheus) => {
    const path = ["spec", "serviceDiscoveryRole"];
    const asked = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(monitor.body, path) ?? (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .valueAt */ .f)(prometheus?.body, path);
    return asked === "EndpointSlice" ? "endpointslice" : "endpoints";
};
const globalInterval = (spec) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(spec, ["scrapeInterval"]) ?? "30s";
/** Prometheus' 10 s, or the Prometheus object's, but never longer than the interval. */
const defaultTimeout = (interval, spec) => {
    const timeout = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(spec, ["scrapeTimeout"]) ?? "10s";
    return ((0,_promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(timeout) ?? 0) > ((0,_promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(interval) ?? 0) ? interval : timeout;
};
const paramsOf = (params) => (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(params)
    ? Object.fromEntries(Object.entries(params).map(([key, values]) => [key, Array.isArray(values) ? values.map(String) : []]))
    : {};
/** The label that `enforcedNamespaceLabel` puts on everything of a namespace, last of all. */
const enforcedNamespace = (monitor, spec, world) => {
    const label = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(spec, ["enforcedNamespaceLabel"]);
    const namespace = (0,_world_namespaces_js__WEBPACK_IMPORTED_MODULE_5__/* .namespaceOf */ .N6)(monitor, world);
    if (label === null || isExcluded(monitor, namespace, spec))
        return [];
    return [(0,_relabel_js__WEBPACK_IMPORTED_MODULE_1__/* .relabelRule */ .QL)({ targetLabel: label, replacement: namespace })];
};
const resources = {
    ServiceMonitor: "servicemonitors",
    PodMonitor: "podmonitors",
    Probe: "probes",
    ScrapeConfig: "scrapeconfigs",
};
const isExcluded = ({ ref }, namespace, spec) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .objectsAt */ .yR)(spec, ["excludedFromEnforcement"]).some((one) => one["namespace"] === namespace &&
    one["resource"] === resources[ref.kind] &&
    ((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(one, ["name"]) ?? ref.name) === ref.name);


/***/ },

/***/ 47015:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QT: () => (/* binding */ isGpuTarget),
/* harmony export */   YK: () => (/* binding */ targetsMeeting),
/* harmony export */   f8: () => (/* binding */ scrapedTargets)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(53325);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52615);
/* harmony import */ var _dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(39084);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(30330);
/* harmony import */ var _promql_matcher_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46670);
/* harmony import */ var _world_unseen_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35765);
/* harmony import */ var _operator_monitor_acceptance_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(42986);
/* harmony import */ var _operator_monitor_selection_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(55725);
/* harmony import */ var _discover_targets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(40233);
/* harmony import */ var _targets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(15410);










/** The targets of the world's monitors, those of the chart and of the exporter included. */
const scrapedTargets = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_6__/* .once */ .O)((world) => {
    const all = _operator_monitor_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .monitorKinds */ .gD
        .flatMap((kind) => world.ofKind(kind))
        .flatMap((monitor) => {
        const prometheus = takerOf(monitor, world);
        return prometheus === null ? [] : (0,_targets_js__WEBPACK_IMPORTED_MODULE_5__/* .predictTargets */ .e)(monitor, world, prometheus);
    });
    const gpu = all.filter((target) => isGpuTarget(target, world));
    return { all, gpu, unseen: otherSources(world) };
});
/** The Prometheus that selects the monitor, and whose operator accepts it. */
const takerOf = (monitor, world) => {
    const [prometheus] = (0,_operator_monitor_selection_js__WEBPACK_IMPORTED_MODULE_3__/* .selectingPrometheuses */ .FB)(monitor, world);
    return prometheus !== undefined && (0,_operator_monitor_acceptance_js__WEBPACK_IMPORTED_MODULE_2__/* .rejectionOf */ .h2)(monitor, prometheus, world) === null ? prometheus : null;
};
/** The targets in sight whose labels may meet the matchers, as those of `up` do. */
const targetsMeeting = (matchers, world) => {
    const meets = (value, matcher) => (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_1__/* .hasUnseen */ .FN)(value) || (0,_promql_matcher_js__WEBPACK_IMPORTED_MODULE_0__/* .accepts */ .G)(matcher, value) !== false;
    return scrapedTargets(world).all.filter(({ labels }) => matchers.every((matcher) => meets(labels[matcher.name] ?? "", matcher)));
};
/** Whether a target is of the GPU exporter, by the pods or by the Service. */
const isGpuTarget = ({ service, workload }, world) => (workload !== null && (0,_dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .isExporterWorkload */ .V2)(workload.body)) ||
    (service !== null && (0,_dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_7__/* .isExporterService */ .Dk)(service.body, [], world.releaseNamespace));
const otherSources = (world) => {
    const all = [...world.ofKind("Prometheus"), ...world.ofKind("PrometheusAgent")];
    if (all.length === 0)
        return "no Prometheus is in the render";
    const additional = all.find(hasAdditional);
    return additional === undefined
        ? unseenScrapeConfig(world)
        : `${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(additional.ref)} has additional scrape configurations`;
};
/** Fixed addresses, too, may be those of the exporter, whose pods no file has. */
const unseenScrapeConfig = (world) => {
    for (const config of world.ofKind("ScrapeConfig")) {
        const field = (0,_discover_targets_js__WEBPACK_IMPORTED_MODULE_4__/* .unseenDiscovery */ .x)(config);
        if (field !== null && takerOf(config, world) !== null)
            return `what ${(0,_core_finding_js__WEBPACK_IMPORTED_MODULE_8__/* .nameOf */ .Vb)(config.ref)} finds by its ${field} is not in sight`;
    }
    return null;
};
const hasAdditional = ({ body }) => {
    const secret = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_9__/* .valueAt */ .f)(body, ["spec", "additionalScrapeConfigs"]);
    return secret !== undefined && secret !== null;
};


/***/ },

/***/ 99351:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ isServed),
/* harmony export */   r: () => (/* binding */ exporterPath)
/* harmony export */ });
/* harmony import */ var _dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39084);
/* harmony import */ var _world_unseen_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35765);


/**
 * The one path at which dcgm-exporter has its metrics.
 * https://github.com/NVIDIA/dcgm-exporter/blob/00673efaec9696e1da399764c9580e7fe28be0f8/internal/pkg/server/server.go
 */
const exporterPath = "/metrics";
/** Whether metrics are at the path that Prometheus asks for; null where nobody here knows. */
const isServed = ({ workload, path }) => workload === null || !(0,_dcgm_exporter_objects_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamedExporter */ .X4)(workload.body) || (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .hasUnseen */ .FN)(path) ? null : path === exporterPath;


/***/ },

/***/ 15410:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ scraperOf),
/* harmony export */   e: () => (/* binding */ predictTargets)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52615);
/* harmony import */ var _promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53855);
/* harmony import */ var _world_unseen_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35765);
/* harmony import */ var _operator_monitor_selection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55725);
/* harmony import */ var _discover_targets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40233);
/* harmony import */ var _monitor_jobs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36364);
/* harmony import */ var _relabel_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(54097);







/**
 * The targets of a ServiceMonitor, PodMonitor, Probe or ScrapeConfig as far as they can be seen, as the Prometheus
 * would scrape them: by default the first that selects the monitor, else the first of the world (then: what it would
 * scrape if it selected it).
 */
const predictTargets = (monitor, world, prometheus = scraperOf(monitor, world)) => predicted(world)(monitor)(prometheus);
/** Each path, the collisions and the stored series ask for the targets of the same monitor. */
const predicted = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_6__/* .once */ .O)((world) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_6__/* .once */ .O)((monitor) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_6__/* .once */ .O)((prometheus) => {
    const found = (0,_discover_targets_js__WEBPACK_IMPORTED_MODULE_3__/* .discover */ .k)(monitor, prometheus, world);
    return (0,_monitor_jobs_js__WEBPACK_IMPORTED_MODULE_4__/* .monitorJobs */ .T)(monitor, prometheus, world).flatMap((job) => found.flatMap((candidate) => targetOf({ monitor, scraper: prometheus }, job, candidate)));
})));
/** The Prometheus whose settings count for a monitor. */
const scraperOf = (monitor, world) => (0,_operator_monitor_selection_js__WEBPACK_IMPORTED_MODULE_2__/* .selectingPrometheuses */ .FB)(monitor, world)[0] ??
    world.ofKind("Prometheus")[0] ??
    world.ofKind("PrometheusAgent")[0] ??
    null;
const targetOf = (of, job, found) => {
    const discovered = { ...unseenNodeLabels(job), ...found.labels };
    const { kept, labels: relabeled } = (0,_relabel_js__WEBPACK_IMPORTED_MODULE_5__/* .relabel */ .i7)({ ...scrapeLabels(job), ...discovered }, job.relabelings);
    const address = relabeled["__address__"] ?? "";
    if (kept === false || address === "" || !isTimed(relabeled))
        return [];
    const labels = { instance: address, ...visible(relabeled) };
    const target = {
        ...of,
        job: job.name,
        endpoint: job.endpoint,
        service: found.service?.object ?? null,
        workload: found.workload?.object ?? null,
        discovered,
        labels,
        certain: kept === true && found.certain,
        url: urlOf(relabeled, address),
        path: relabeled["__metrics_path__"] ?? "",
        interval: relabeled["__scrape_interval__"] ?? "",
        timeout: relabeled["__scrape_timeout__"] ?? "",
        honorLabels: job.honorLabels,
        dropsSeries: job.metricRelabelings.some(({ action }) => dropping.has(action)),
        series: (metric, own) => unlessEmpty((0,_relabel_js__WEBPACK_IMPORTED_MODULE_5__/* .relabel */ .i7)({ __name__: metric, ...merged(labels, own, job.honorLabels) }, job.metricRelabelings)),
    };
    return [target];
};
/** A series that has lost all its labels is dropped. */
const unlessEmpty = (series) => Object.keys(series.labels).length === 0 ? { ...series, kept: false } : series;
/** Relabelings may take interval and timeout away or spoil them: Prometheus then drops the target. */
const isTimed = ({ __scrape_interval__: every = "", __scrape_timeout__: within = "" }) => {
    if ((0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_1__/* .hasUnseen */ .FN)(every + within))
        return true;
    const interval = (0,_promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(every) ?? 0;
    const timeout = (0,_promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(within) ?? 0;
    return timeout > 0 && timeout <= interval;
};
const dropping = new Set(["keep", "drop", "keepequal", "dropequal"]);
const scrapeLabels = (job) => ({
    job: job.name,
    __scrape_interval__: job.interval,
    __scrape_timeout__: job.timeout,
    __metrics_path__: job.path,
    __scheme__: job.scheme,
    ...Object.fromEntries(Object.entries(job.params).map(([key, values]) => [`__param_${key}`, values[0] ?? ""])),
});
const nodeMeta = "__meta_kubernetes_node_";
/** Labels of nodes that a rule reads: they may be there, and nothing is known of them. */
const unseenNodeLabels = ({ attachesNode, relabelings }) => attachesNode
    ? Object.fromEntries(relabelings
        .flatMap(({ sourceLabels }) => sourceLabels)
        .filter((name) => name.startsWith(nodeMeta))
        .map((name) => [name, (0,_world_unseen_js__WEBPACK_IMPORTED_MODULE_1__/* .unseen */ .nv)(name.slice(nodeMeta.length))]))
    : {};
const visible = (labels) => Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith("__")));
const urlOf = (labels, address) => {
    const params = Object.entries(labels)
        .filter(([name]) => name.startsWith("__param_"))
        .map(([name, value]) => `${name.slice("__param_".length)}=${value}`)
        .sort();
    const query = params.length === 0 ? "" : `?${params.join("&")}`;
    return `${labels["__scheme__"] ?? ""}://${address}${labels["__metrics_path__"] ?? ""}${query}`;
};
/**
 * Where both have a label: the target's wins, and the exposed one is kept as `exported_\u2026`; with
 * `honorLabels` the exposed one wins.
 */
const merged = (target, exposed, honorLabels) => {
    if (honorLabels)
        return { ...target, ...exposed };
    const moved = {};
    for (const [name, value] of Object.entries(exposed)) {
        let free = name;
        while (Object.hasOwn(target, free) || (free !== name && Object.hasOwn(exposed, free)))
            free = `exported_${free}`;
        moved[free] = value;
    }
    return { ...moved, ...target };
};


/***/ },

/***/ 84672:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B3: () => (/* binding */ dropsByName),
/* harmony export */   K4: () => (/* binding */ isDroppedByClass),
/* harmony export */   Or: () => (/* binding */ namelessBy),
/* harmony export */   rr: () => (/* binding */ relabelingPlace),
/* harmony export */   ue: () => (/* binding */ droppedBy),
/* harmony export */   zL: () => (/* binding */ droppingWords)
/* harmony export */ });
/* harmony import */ var _core_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53325);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(50879);
/* harmony import */ var _world_world_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(87125);
/* harmony import */ var _scrape_endpoint_path_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95203);
/* harmony import */ var _scrape_relabel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(54097);
/* harmony import */ var _scrape_scrape_class_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20663);
/* harmony import */ var _scrape_scrape_job_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42072);
/* harmony import */ var _metric_facts_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75483);








/** What is said of what they drop, without the metric's name. */
const droppingWords = (endpoint, metric) => `the metricRelabelings of ${classToBlame(endpoint, metric)?.words ?? (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(endpoint.monitor.ref)} drop `;
/** A metric that the relabelings of an endpoint keep out of Prometheus. */
const droppedBy = (endpoint, metric) => {
    const begin = droppingWords(endpoint, metric);
    return { ...(0,_metric_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .missingMetric */ .ry)(begin + metric), begin, place: () => placeOf(endpoint, metric) };
};
/** A metric from which they take its name: every scrape fails, which the way of a monitor of the tree tells. */
const namelessBy = (endpoint, metric) => ({
    ...(0,_metric_facts_js__WEBPACK_IMPORTED_MODULE_4__/* .missingMetric */ .ry)(`the metricRelabelings of ${classToBlame(endpoint, metric)?.words ?? (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(endpoint.monitor.ref)} take the name of ${metric} away, so that every scrape fails`),
    byExpression: !(0,_world_world_js__WEBPACK_IMPORTED_MODULE_6__/* .isOwn */ .N)(endpoint.monitor),
    place: () => placeOf(endpoint, metric),
});
/** Whether it is the scrape class of the Prometheus that drops it, and not the monitor. */
const isDroppedByClass = (endpoint, metric) => classToBlame(endpoint, metric) !== null;
/** Whose metric relabelings change a metric, and where they stand. */
const relabelingPlace = (endpoint, metric) => ({
    words: classToBlame(endpoint, metric)?.words ?? (0,_core_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .nameOf */ .Vb)(endpoint.monitor.ref),
    at: placeOf(endpoint, metric),
});
const placeOf = (endpoint, metric) => {
    const blamed = classToBlame(endpoint, metric);
    return blamed === null
        ? endpoint.monitor.locate(relabelingsOf(endpoint))
        : blamed.prometheus.locate([...blamed.path, "metricRelabelings"]);
};
/** The monitor is to blame only where it has rules of its own, and those of its class let the name pass. */
const classToBlame = (endpoint, metric) => {
    const found = (0,_scrape_scrape_class_js__WEBPACK_IMPORTED_MODULE_2__/* .placedClassOf */ .XR)(endpoint.monitor, endpoint.scraper);
    if (found === null)
        return null;
    const rules = classRules(endpoint);
    if (rules.length === 0)
        return null;
    if ((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .objectsAt */ .yR)(endpoint.monitor.body, relabelingsOf(endpoint)).length === 0)
        return found;
    const passes = (0,_scrape_relabel_js__WEBPACK_IMPORTED_MODULE_1__/* .relabel */ .i7)({ __name__: metric }, (0,_scrape_scrape_job_js__WEBPACK_IMPORTED_MODULE_3__/* .relabelRules */ .vn)([...rules])).kept !== false;
    return passes || !rules.every(isByName) ? null : found;
};
/** Whether they drop it by its name alone: what other labels it has need not be known then. */
const dropsByName = (target, metric) => [...classRules(target), ...(0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .objectsAt */ .yR)(target.monitor.body, relabelingsOf(target))].every(isByName) &&
    target.series(metric, {}).kept === false;
const isByName = (rule) => !/^(?:keep|drop)/i.test((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .textAt */ .$6)(rule, ["action"]) ?? "") ||
    (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .textsAt */ .i1)(rule, ["sourceLabels"]).every((label) => label === "__name__");
const classRules = ({ monitor, scraper }) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_7__/* .objectsAt */ .yR)((0,_scrape_scrape_class_js__WEBPACK_IMPORTED_MODULE_2__/* .placedClassOf */ .XR)(monitor, scraper)?.body, ["metricRelabelings"]);
const relabelingsOf = ({ monitor, endpoint }) => [
    ...(0,_scrape_endpoint_path_js__WEBPACK_IMPORTED_MODULE_0__/* .endpointPath */ .nM)(monitor, endpoint),
    "metricRelabelings",
];


/***/ },

/***/ 78756:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BT: () => (/* binding */ exporterName),
  Oh: () => (/* binding */ gpuMetrics),
  qs: () => (/* binding */ selectsGpuMetric),
  ks: () => (/* binding */ shapeFrom)
});

// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
;// CONCATENATED MODULE: ./build/src/dcgm/data/field-names.json
const field_names_namespaceObject = /*#__PURE__*/JSON.parse('{"O":["DCGM_FI_BIND_UNBIND_EVENT","DCGM_FI_CUDA_DRIVER_VERSION","DCGM_FI_CUDA_GPU_COMPUTE_CAPABILITY","DCGM_FI_CUDA_GPU_VISIBLE_DEVICES","DCGM_FI_DEV_ACCOUNTING_DATA","DCGM_FI_DEV_APP_MEM_CLOCK","DCGM_FI_DEV_APP_SM_CLOCK","DCGM_FI_DEV_AUTOBOOST","DCGM_FI_DEV_BANKS_REMAP_ROWS_AVAIL_HIGH","DCGM_FI_DEV_BANKS_REMAP_ROWS_AVAIL_LOW","DCGM_FI_DEV_BANKS_REMAP_ROWS_AVAIL_MAX","DCGM_FI_DEV_BANKS_REMAP_ROWS_AVAIL_NONE","DCGM_FI_DEV_BANKS_REMAP_ROWS_AVAIL_PARTIAL","DCGM_FI_DEV_BANK_REMAP_AVAIL_HIGH","DCGM_FI_DEV_BANK_REMAP_AVAIL_LOW","DCGM_FI_DEV_BANK_REMAP_AVAIL_MAX","DCGM_FI_DEV_BANK_REMAP_AVAIL_NONE","DCGM_FI_DEV_BANK_REMAP_AVAIL_PARTIAL","DCGM_FI_DEV_BAR1_CAPACITY_BYTES","DCGM_FI_DEV_BAR1_FREE","DCGM_FI_DEV_BAR1_FREE_BYTES","DCGM_FI_DEV_BAR1_TOTAL","DCGM_FI_DEV_BAR1_USED","DCGM_FI_DEV_BAR1_USED_BYTES","DCGM_FI_DEV_BOARD_LIMIT_VIOLATION","DCGM_FI_DEV_BOARD_POWER_LIMIT_DEFAULT_WATTS","DCGM_FI_DEV_BOARD_POWER_LIMIT_ENFORCED_WATTS","DCGM_FI_DEV_BOARD_POWER_LIMIT_MAX_WATTS","DCGM_FI_DEV_BOARD_POWER_LIMIT_MIN_WATTS","DCGM_FI_DEV_BOARD_POWER_LIMIT_REQUESTED_WATTS","DCGM_FI_DEV_BOARD_POWER_PROFILE_ENFORCED_MASK","DCGM_FI_DEV_BOARD_POWER_PROFILE_REQUESTED_MASK","DCGM_FI_DEV_BOARD_POWER_PROFILE_SUPPORTED_MASK","DCGM_FI_DEV_BOARD_POWER_RAW_WATTS","DCGM_FI_DEV_BOARD_POWER_WATTS","DCGM_FI_DEV_BOARD_SERIAL","DCGM_FI_DEV_BRAND","DCGM_FI_DEV_C2C_LINK_COUNT","DCGM_FI_DEV_C2C_LINK_ERROR_INTR","DCGM_FI_DEV_C2C_LINK_ERROR_REPLAY","DCGM_FI_DEV_C2C_LINK_ERROR_REPLAY_B2B","DCGM_FI_DEV_C2C_LINK_ERROR_TOTAL","DCGM_FI_DEV_C2C_LINK_POWER_STATE","DCGM_FI_DEV_C2C_LINK_POWER_STATUS","DCGM_FI_DEV_C2C_LINK_QUANTITY","DCGM_FI_DEV_C2C_LINK_REPLAY_ERROR_B2B_TOTAL","DCGM_FI_DEV_C2C_LINK_REPLAY_ERROR_TOTAL","DCGM_FI_DEV_C2C_LINK_STATUS","DCGM_FI_DEV_C2C_MAX_BANDWIDTH","DCGM_FI_DEV_CC_MODE","DCGM_FI_DEV_CLOCKS_AUTOBOOST_MODE","DCGM_FI_DEV_CLOCKS_EVENT_REASONS","DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_POWER_BRAKE_SLOWDOWN_NS","DCGM_FI_DEV_CLOCKS_EVENT_REASON_HW_THERM_SLOWDOWN_NS","DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_POWER_CAP_NS","DCGM_FI_DEV_CLOCKS_EVENT_REASON_SW_THERM_SLOWDOWN_NS","DCGM_FI_DEV_CLOCKS_EVENT_REASON_SYNC_BOOST_NS","DCGM_FI_DEV_CLOCKS_SUPPORTED","DCGM_FI_DEV_CLOCK_THROTTLE_REASONS","DCGM_FI_DEV_COMPUTE_MODE","DCGM_FI_DEV_CONNECTX_ACTIVE_PCIE_LINK_SPEED","DCGM_FI_DEV_CONNECTX_ACTIVE_PCIE_LINK_WIDTH","DCGM_FI_DEV_CONNECTX_CORRECTABLE_ERROR_MASK","DCGM_FI_DEV_CONNECTX_CORRECTABLE_ERROR_STATUS","DCGM_FI_DEV_CONNECTX_CORRECTABLE_ERR_MASK","DCGM_FI_DEV_CONNECTX_CORRECTABLE_ERR_STATUS","DCGM_FI_DEV_CONNECTX_DEVICE_TEMPERATURE","DCGM_FI_DEV_CONNECTX_EXPECT_PCIE_LINK_SPEED","DCGM_FI_DEV_CONNECTX_EXPECT_PCIE_LINK_WIDTH","DCGM_FI_DEV_CONNECTX_HEALTH","DCGM_FI_DEV_CONNECTX_TEMP_CELSIUS","DCGM_FI_DEV_CONNECTX_UNCORRECTABLE_ERROR_MASK","DCGM_FI_DEV_CONNECTX_UNCORRECTABLE_ERROR_SEVERITY","DCGM_FI_DEV_CONNECTX_UNCORRECTABLE_ERROR_STATUS","DCGM_FI_DEV_CONNECTX_UNCORRECTABLE_ERR_MASK","DCGM_FI_DEV_CONNECTX_UNCORRECTABLE_ERR_SEVERITY","DCGM_FI_DEV_CONNECTX_UNCORRECTABLE_ERR_STATUS","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS","DCGM_FI_DEV_COUNT","DCGM_FI_DEV_CPU_AFFINITY_0","DCGM_FI_DEV_CPU_AFFINITY_1","DCGM_FI_DEV_CPU_AFFINITY_2","DCGM_FI_DEV_CPU_AFFINITY_3","DCGM_FI_DEV_CPU_CLOCK_CURRENT","DCGM_FI_DEV_CPU_MODEL","DCGM_FI_DEV_CPU_POWER_LIMIT","DCGM_FI_DEV_CPU_POWER_LIMIT_WATTS","DCGM_FI_DEV_CPU_POWER_UTIL_CURRENT","DCGM_FI_DEV_CPU_POWER_WATTS","DCGM_FI_DEV_CPU_TEMP_CELSIUS","DCGM_FI_DEV_CPU_TEMP_CRITICAL","DCGM_FI_DEV_CPU_TEMP_CRITICAL_CELSIUS","DCGM_FI_DEV_CPU_TEMP_CURRENT","DCGM_FI_DEV_CPU_TEMP_WARNING","DCGM_FI_DEV_CPU_TEMP_WARNING_CELSIUS","DCGM_FI_DEV_CPU_UTIL_IRQ","DCGM_FI_DEV_CPU_UTIL_IRQ_RATIO","DCGM_FI_DEV_CPU_UTIL_NICE","DCGM_FI_DEV_CPU_UTIL_NICE_RATIO","DCGM_FI_DEV_CPU_UTIL_RATIO","DCGM_FI_DEV_CPU_UTIL_SYS","DCGM_FI_DEV_CPU_UTIL_SYS_RATIO","DCGM_FI_DEV_CPU_UTIL_TOTAL","DCGM_FI_DEV_CPU_UTIL_USER","DCGM_FI_DEV_CPU_UTIL_USER_RATIO","DCGM_FI_DEV_CPU_VENDOR","DCGM_FI_DEV_CREATABLE_VGPU_TYPE_IDS","DCGM_FI_DEV_CUDA_COMPUTE_CAPABILITY","DCGM_FI_DEV_CUDA_VISIBLE_DEVICES_STR","DCGM_FI_DEV_DEC_UTIL","DCGM_FI_DEV_DEC_UTIL_RATIO","DCGM_FI_DEV_DIAG_CPU_EUD_RESULT","DCGM_FI_DEV_DIAG_DIAGNOSTIC_RESULT","DCGM_FI_DEV_DIAG_EUD_RESULT","DCGM_FI_DEV_DIAG_MEMORY_BANDWIDTH_RESULT","DCGM_FI_DEV_DIAG_MEMORY_RESULT","DCGM_FI_DEV_DIAG_MEMTEST_RESULT","DCGM_FI_DEV_DIAG_NCCL_TESTS_RESULT","DCGM_FI_DEV_DIAG_NVBANDWIDTH_RESULT","DCGM_FI_DEV_DIAG_PCIE_RESULT","DCGM_FI_DEV_DIAG_PULSE_TEST_RESULT","DCGM_FI_DEV_DIAG_SOFTWARE_RESULT","DCGM_FI_DEV_DIAG_STATUS","DCGM_FI_DEV_DIAG_TARGETED_POWER_RESULT","DCGM_FI_DEV_DIAG_TARGETED_STRESS_RESULT","DCGM_FI_DEV_ECC_CURRENT","DCGM_FI_DEV_ECC_DBE_AGG_CBU","DCGM_FI_DEV_ECC_DBE_AGG_DEV","DCGM_FI_DEV_ECC_DBE_AGG_L1","DCGM_FI_DEV_ECC_DBE_AGG_L2","DCGM_FI_DEV_ECC_DBE_AGG_REG","DCGM_FI_DEV_ECC_DBE_AGG_SHM","DCGM_FI_DEV_ECC_DBE_AGG_SRM","DCGM_FI_DEV_ECC_DBE_AGG_TEX","DCGM_FI_DEV_ECC_DBE_AGG_TOTAL","DCGM_FI_DEV_ECC_DBE_VOL_CBU","DCGM_FI_DEV_ECC_DBE_VOL_DEV","DCGM_FI_DEV_ECC_DBE_VOL_L1","DCGM_FI_DEV_ECC_DBE_VOL_L2","DCGM_FI_DEV_ECC_DBE_VOL_REG","DCGM_FI_DEV_ECC_DBE_VOL_SHM","DCGM_FI_DEV_ECC_DBE_VOL_SRM","DCGM_FI_DEV_ECC_DBE_VOL_TEX","DCGM_FI_DEV_ECC_DBE_VOL_TOTAL","DCGM_FI_DEV_ECC_INFOROM_VER","DCGM_FI_DEV_ECC_MODE","DCGM_FI_DEV_ECC_PENDING","DCGM_FI_DEV_ECC_SBE_AGG_CBU","DCGM_FI_DEV_ECC_SBE_AGG_DEV","DCGM_FI_DEV_ECC_SBE_AGG_L1","DCGM_FI_DEV_ECC_SBE_AGG_L2","DCGM_FI_DEV_ECC_SBE_AGG_REG","DCGM_FI_DEV_ECC_SBE_AGG_SHM","DCGM_FI_DEV_ECC_SBE_AGG_SRM","DCGM_FI_DEV_ECC_SBE_AGG_TEX","DCGM_FI_DEV_ECC_SBE_AGG_TOTAL","DCGM_FI_DEV_ECC_SBE_VOL_CBU","DCGM_FI_DEV_ECC_SBE_VOL_DEV","DCGM_FI_DEV_ECC_SBE_VOL_L1","DCGM_FI_DEV_ECC_SBE_VOL_L2","DCGM_FI_DEV_ECC_SBE_VOL_REG","DCGM_FI_DEV_ECC_SBE_VOL_SHM","DCGM_FI_DEV_ECC_SBE_VOL_SRM","DCGM_FI_DEV_ECC_SBE_VOL_TEX","DCGM_FI_DEV_ECC_SBE_VOL_TOTAL","DCGM_FI_DEV_ENC_STATS","DCGM_FI_DEV_ENC_UTIL","DCGM_FI_DEV_ENC_UTIL_RATIO","DCGM_FI_DEV_ENFORCED_POWER_LIMIT","DCGM_FI_DEV_ENFORCED_POWER_PROFILE_MASK","DCGM_FI_DEV_FABRIC_CLIQUE_ID","DCGM_FI_DEV_FABRIC_CLUSTER_UUID","DCGM_FI_DEV_FABRIC_HEALTH_MASK","DCGM_FI_DEV_FABRIC_HEALTH_SUMMARY","DCGM_FI_DEV_FABRIC_MANAGER_ERROR","DCGM_FI_DEV_FABRIC_MANAGER_ERROR_CODE","DCGM_FI_DEV_FABRIC_MANAGER_STATUS","DCGM_FI_DEV_FAN_SPEED","DCGM_FI_DEV_FAN_SPEED_RATIO","DCGM_FI_DEV_FBC_SESSIONS_INFO","DCGM_FI_DEV_FBC_STATS","DCGM_FI_DEV_FB_CAPACITY_BYTES","DCGM_FI_DEV_FB_FREE","DCGM_FI_DEV_FB_FREE_BYTES","DCGM_FI_DEV_FB_RESERVED","DCGM_FI_DEV_FB_RESERVED_BYTES","DCGM_FI_DEV_FB_TOTAL","DCGM_FI_DEV_FB_USED","DCGM_FI_DEV_FB_USED_BYTES","DCGM_FI_DEV_FB_USED_PERCENT","DCGM_FI_DEV_FB_USED_RATIO","DCGM_FI_DEV_GET_GPU_RECOVERY_ACTION","DCGM_FI_DEV_GPM_SUPPORT","DCGM_FI_DEV_GPU_BRAND","DCGM_FI_DEV_GPU_COMPUTE_MODE","DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL","DCGM_FI_DEV_GPU_MAX_OP_TEMP","DCGM_FI_DEV_GPU_MAX_OP_TEMP_CELSIUS","DCGM_FI_DEV_GPU_MINOR_NUMBER","DCGM_FI_DEV_GPU_NAME","DCGM_FI_DEV_GPU_NVLINK_ERRORS","DCGM_FI_DEV_GPU_PERSISTENCE_MODE","DCGM_FI_DEV_GPU_PSTATE","DCGM_FI_DEV_GPU_RECOVERY_ACTION","DCGM_FI_DEV_GPU_TEMP","DCGM_FI_DEV_GPU_TEMP_CELSIUS","DCGM_FI_DEV_GPU_TEMP_LIMIT","DCGM_FI_DEV_GPU_TEMP_MARGIN_CELSIUS","DCGM_FI_DEV_GPU_TEMP_SHUTDOWN_CELSIUS","DCGM_FI_DEV_GPU_TEMP_SLOWDOWN_CELSIUS","DCGM_FI_DEV_GPU_UTIL","DCGM_FI_DEV_GPU_UTIL_RATIO","DCGM_FI_DEV_GPU_UUID","DCGM_FI_DEV_GPU_VIRTUAL_MODE","DCGM_FI_DEV_INFOROM_CHECKSUM","DCGM_FI_DEV_INFOROM_CONFIG_CHECK","DCGM_FI_DEV_INFOROM_CONFIG_VALID","DCGM_FI_DEV_INFOROM_ECC_VERSION","DCGM_FI_DEV_INFOROM_IMAGE_VER","DCGM_FI_DEV_INFOROM_IMAGE_VERSION","DCGM_FI_DEV_INFOROM_OEM_VERSION","DCGM_FI_DEV_INFOROM_POWER_VERSION","DCGM_FI_DEV_INFOROM_VALID","DCGM_FI_DEV_LOW_UTIL_VIOLATION","DCGM_FI_DEV_MAX_MEM_CLOCK","DCGM_FI_DEV_MAX_SM_CLOCK","DCGM_FI_DEV_MAX_VIDEO_CLOCK","DCGM_FI_DEV_MEMORY_AFFINITY_0","DCGM_FI_DEV_MEMORY_AFFINITY_1","DCGM_FI_DEV_MEMORY_AFFINITY_2","DCGM_FI_DEV_MEMORY_AFFINITY_3","DCGM_FI_DEV_MEMORY_APP_CLOCK_HERTZ","DCGM_FI_DEV_MEMORY_CLOCK_HERTZ","DCGM_FI_DEV_MEMORY_MAX_CLOCK_HERTZ","DCGM_FI_DEV_MEMORY_MAX_OP_TEMP_CELSIUS","DCGM_FI_DEV_MEMORY_TEMP","DCGM_FI_DEV_MEMORY_TEMP_CELSIUS","DCGM_FI_DEV_MEMORY_UNREPAIRABLE","DCGM_FI_DEV_MEMORY_UNREPAIRABLE_FLAG","DCGM_FI_DEV_MEMORY_UTIL_RATIO","DCGM_FI_DEV_MEM_AFFINITY_0","DCGM_FI_DEV_MEM_AFFINITY_1","DCGM_FI_DEV_MEM_AFFINITY_2","DCGM_FI_DEV_MEM_AFFINITY_3","DCGM_FI_DEV_MEM_CLOCK","DCGM_FI_DEV_MEM_COPY_UTIL","DCGM_FI_DEV_MEM_MAX_OP_TEMP","DCGM_FI_DEV_MIG_ATTRIBUTES","DCGM_FI_DEV_MIG_CI_INFO","DCGM_FI_DEV_MIG_GI_INFO","DCGM_FI_DEV_MIG_MAX_SLICES","DCGM_FI_DEV_MIG_MODE","DCGM_FI_DEV_MINOR_NUMBER","DCGM_FI_DEV_MODULE_POWER_UTIL_CURRENT","DCGM_FI_DEV_MODULE_POWER_WATTS","DCGM_FI_DEV_NAME","DCGM_FI_DEV_NVLINK_BANDWIDTH_L0","DCGM_FI_DEV_NVLINK_BANDWIDTH_L1","DCGM_FI_DEV_NVLINK_BANDWIDTH_L10","DCGM_FI_DEV_NVLINK_BANDWIDTH_L11","DCGM_FI_DEV_NVLINK_BANDWIDTH_L12","DCGM_FI_DEV_NVLINK_BANDWIDTH_L13","DCGM_FI_DEV_NVLINK_BANDWIDTH_L14","DCGM_FI_DEV_NVLINK_BANDWIDTH_L15","DCGM_FI_DEV_NVLINK_BANDWIDTH_L16","DCGM_FI_DEV_NVLINK_BANDWIDTH_L17","DCGM_FI_DEV_NVLINK_BANDWIDTH_L2","DCGM_FI_DEV_NVLINK_BANDWIDTH_L3","DCGM_FI_DEV_NVLINK_BANDWIDTH_L4","DCGM_FI_DEV_NVLINK_BANDWIDTH_L5","DCGM_FI_DEV_NVLINK_BANDWIDTH_L6","DCGM_FI_DEV_NVLINK_BANDWIDTH_L7","DCGM_FI_DEV_NVLINK_BANDWIDTH_L8","DCGM_FI_DEV_NVLINK_BANDWIDTH_L9","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL","DCGM_FI_DEV_NVLINK_COUNT_EFFECTIVE_BER","DCGM_FI_DEV_NVLINK_COUNT_EFFECTIVE_BER_FLOAT","DCGM_FI_DEV_NVLINK_COUNT_EFFECTIVE_ERRORS","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_0","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_1","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_10","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_11","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_12","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_13","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_14","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_15","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_2","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_3","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_4","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_5","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_6","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_7","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_8","DCGM_FI_DEV_NVLINK_COUNT_FEC_HISTORY_9","DCGM_FI_DEV_NVLINK_COUNT_LINK_RECOVERY_EVENTS","DCGM_FI_DEV_NVLINK_COUNT_LINK_RECOVERY_FAILED_EVENTS","DCGM_FI_DEV_NVLINK_COUNT_LINK_RECOVERY_SUCCESSFUL_EVENTS","DCGM_FI_DEV_NVLINK_COUNT_LOCAL_LINK_INTEGRITY_ERRORS","DCGM_FI_DEV_NVLINK_COUNT_RX_BUFFER_OVERRUN_ERRORS","DCGM_FI_DEV_NVLINK_COUNT_RX_BYTES","DCGM_FI_DEV_NVLINK_COUNT_RX_ERRORS","DCGM_FI_DEV_NVLINK_COUNT_RX_GENERAL_ERRORS","DCGM_FI_DEV_NVLINK_COUNT_RX_MALFORMED_PACKET_ERRORS","DCGM_FI_DEV_NVLINK_COUNT_RX_PACKETS","DCGM_FI_DEV_NVLINK_COUNT_RX_REMOTE_ERRORS","DCGM_FI_DEV_NVLINK_COUNT_RX_SYMBOL_ERRORS","DCGM_FI_DEV_NVLINK_COUNT_SYMBOL_BER","DCGM_FI_DEV_NVLINK_COUNT_SYMBOL_BER_FLOAT","DCGM_FI_DEV_NVLINK_COUNT_TX_BYTES","DCGM_FI_DEV_NVLINK_COUNT_TX_DISCARDS","DCGM_FI_DEV_NVLINK_COUNT_TX_PACKETS","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L0","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L1","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L10","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L11","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L12","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L13","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L14","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L15","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L16","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L17","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L2","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L3","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L4","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L5","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L6","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L7","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L8","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_L9","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L0_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L10_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L11_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L12_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L13_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L14_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L15_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L16_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L17_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L1_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L2_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L3_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L4_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L5_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L6_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L7_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L8_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_L9_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_PER_LINK_TOTAL","DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_CRC_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L0","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L1","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L10","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L11","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L12","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L13","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L14","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L15","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L16","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L17","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L2","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L3","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L4","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L5","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L6","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L7","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L8","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_L9","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L0_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L10_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L11_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L12_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L13_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L14_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L15_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L16_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L17_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L1_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L2_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L3_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L4_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L5_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L6_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L7_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L8_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_L9_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_PER_LINK_TOTAL","DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_ECC_DATA_ERROR_COUNT_TOTAL","DCGM_FI_DEV_NVLINK_ECC_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_EFFECTIVE_BER_RATIO","DCGM_FI_DEV_NVLINK_EFFECTIVE_BER_RAW","DCGM_FI_DEV_NVLINK_EFFECTIVE_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_ERROR","DCGM_FI_DEV_NVLINK_ERROR_DL_CRC","DCGM_FI_DEV_NVLINK_ERROR_DL_RECOVERY","DCGM_FI_DEV_NVLINK_ERROR_DL_REPLAY","DCGM_FI_DEV_NVLINK_FEC_HISTORY_0_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_10_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_11_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_12_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_13_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_14_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_15_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_1_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_2_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_3_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_4_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_5_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_6_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_7_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_8_TOTAL","DCGM_FI_DEV_NVLINK_FEC_HISTORY_9_TOTAL","DCGM_FI_DEV_NVLINK_GET_STATE","DCGM_FI_DEV_NVLINK_INTEGRITY_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_LINK_STATUS","DCGM_FI_DEV_NVLINK_P2P_STATUS","DCGM_FI_DEV_NVLINK_PPCNT_IBPC_PORT_XMIT_WAIT","DCGM_FI_DEV_NVLINK_PPCNT_IBPC_TX_WAIT_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PHYSICAL_LINK_DOWN_COUNTER","DCGM_FI_DEV_NVLINK_PPCNT_PHYSICAL_LINK_DOWN_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PHYSICAL_RECOVERY_SUCCESSFUL_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PHYSICAL_SUCCESSFUL_RECOVERY_EVENTS","DCGM_FI_DEV_NVLINK_PPCNT_PLR_RCV_CODES","DCGM_FI_DEV_NVLINK_PPCNT_PLR_RCV_CODE_ERR","DCGM_FI_DEV_NVLINK_PPCNT_PLR_RCV_UNCORRECTABLE_CODE","DCGM_FI_DEV_NVLINK_PPCNT_PLR_RX_CODE_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PLR_RX_CODE_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PLR_RX_CODE_UNCORRECTABLE_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PLR_SYNC_EVENTS","DCGM_FI_DEV_NVLINK_PPCNT_PLR_SYNC_EVENT_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PLR_TX_CODE_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PLR_TX_RETRY_CODE_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PLR_TX_RETRY_EVENT_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_PLR_XMIT_CODES","DCGM_FI_DEV_NVLINK_PPCNT_PLR_XMIT_RETRY_CODES","DCGM_FI_DEV_NVLINK_PPCNT_PLR_XMIT_RETRY_EVENTS","DCGM_FI_DEV_NVLINK_PPCNT_RECOVERY_SUCCESSFUL_TOTAL","DCGM_FI_DEV_NVLINK_PPCNT_RECOVERY_TIME_BETWEEN_LAST_TWO","DCGM_FI_DEV_NVLINK_PPCNT_RECOVERY_TIME_SINCE_LAST","DCGM_FI_DEV_NVLINK_PPCNT_RECOVERY_TOTAL_SUCCESSFUL_EVENTS","DCGM_FI_DEV_NVLINK_PPRM_OPER_RECOVERY","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L0","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L1","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L10","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L11","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L12","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L13","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L14","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L15","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L16","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L17","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L2","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L3","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L4","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L5","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L6","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L7","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L8","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_L9","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L0_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L10_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L11_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L12_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L13_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L14_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L15_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L16_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L17_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L1_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L2_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L3_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L4_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L5_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L6_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L7_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L8_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_L9_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_PER_LINK_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_EVENT_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_FAILED_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_SUCCESSFUL_TOTAL","DCGM_FI_DEV_NVLINK_RECOVERY_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L0","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L1","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L10","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L11","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L12","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L13","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L14","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L15","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L16","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L17","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L2","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L3","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L4","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L5","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L6","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L7","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L8","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_L9","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L0_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L10_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L11_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L12_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L13_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L14_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L15_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L16_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L17_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L1_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L2_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L3_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L4_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L5_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L6_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L7_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L8_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_L9_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_PER_LINK_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_REPLAY_TOTAL","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L0","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L1","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L10","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L11","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L12","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L13","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L14","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L15","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L16","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L17","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L2","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L3","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L4","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L5","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L6","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L7","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L8","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_L9","DCGM_FI_DEV_NVLINK_RX_BANDWIDTH_TOTAL","DCGM_FI_DEV_NVLINK_RX_BYTES_TOTAL","DCGM_FI_DEV_NVLINK_RX_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_RX_GENERAL_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_RX_PACKET_DROPPED_TOTAL","DCGM_FI_DEV_NVLINK_RX_PACKET_MALFORMED_TOTAL","DCGM_FI_DEV_NVLINK_RX_PACKET_TOTAL","DCGM_FI_DEV_NVLINK_RX_REMOTE_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_RX_SYMBOL_ERROR_TOTAL","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L0","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L1","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L10","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L11","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L12","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L13","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L14","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L15","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L16","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L17","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L2","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L3","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L4","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L5","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L6","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L7","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L8","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_L9","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_PER_LINK","DCGM_FI_DEV_NVLINK_RX_THROUGHPUT_TOTAL","DCGM_FI_DEV_NVLINK_SYMBOL_BER_RATIO","DCGM_FI_DEV_NVLINK_SYMBOL_BER_RAW","DCGM_FI_DEV_NVLINK_THROUGHPUT_BYTES_PER_SECOND","DCGM_FI_DEV_NVLINK_THROUGHPUT_L0","DCGM_FI_DEV_NVLINK_THROUGHPUT_L1","DCGM_FI_DEV_NVLINK_THROUGHPUT_L10","DCGM_FI_DEV_NVLINK_THROUGHPUT_L11","DCGM_FI_DEV_NVLINK_THROUGHPUT_L12","DCGM_FI_DEV_NVLINK_THROUGHPUT_L13","DCGM_FI_DEV_NVLINK_THROUGHPUT_L14","DCGM_FI_DEV_NVLINK_THROUGHPUT_L15","DCGM_FI_DEV_NVLINK_THROUGHPUT_L16","DCGM_FI_DEV_NVLINK_THROUGHPUT_L17","DCGM_FI_DEV_NVLINK_THROUGHPUT_L2","DCGM_FI_DEV_NVLINK_THROUGHPUT_L3","DCGM_FI_DEV_NVLINK_THROUGHPUT_L4","DCGM_FI_DEV_NVLINK_THROUGHPUT_L5","DCGM_FI_DEV_NVLINK_THROUGHPUT_L6","DCGM_FI_DEV_NVLINK_THROUGHPUT_L7","DCGM_FI_DEV_NVLINK_THROUGHPUT_L8","DCGM_FI_DEV_NVLINK_THROUGHPUT_L9","DCGM_FI_DEV_NVLINK_THROUGHPUT_PER_LINK","DCGM_FI_DEV_NVLINK_THROUGHPUT_TOTAL","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L0","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L1","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L10","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L11","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L12","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L13","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L14","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L15","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L16","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L17","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L2","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L3","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L4","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L5","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L6","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L7","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L8","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_L9","DCGM_FI_DEV_NVLINK_TX_BANDWIDTH_TOTAL","DCGM_FI_DEV_NVLINK_TX_BYTES_TOTAL","DCGM_FI_DEV_NVLINK_TX_DISCARD_TOTAL","DCGM_FI_DEV_NVLINK_TX_PACKET_TOTAL","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L0","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L1","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L10","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L11","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L12","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L13","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L14","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L15","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L16","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L17","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L2","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L3","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L4","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L5","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L6","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L7","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L8","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_L9","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_PER_LINK","DCGM_FI_DEV_NVLINK_TX_THROUGHPUT_TOTAL","DCGM_FI_DEV_NVML_INDEX","DCGM_FI_DEV_NVSWITCH_CURRENT_IDDQ","DCGM_FI_DEV_NVSWITCH_CURRENT_IDDQ_DVDD","DCGM_FI_DEV_NVSWITCH_CURRENT_IDDQ_REV","DCGM_FI_DEV_NVSWITCH_DEVICE_UUID","DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS","DCGM_FI_DEV_NVSWITCH_FIRMWARE_VERSION","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS_LANE0","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS_LANE1","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS_LANE2","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS_LANE3","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS_LANE4","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS_LANE5","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS_LANE6","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERRORS_LANE7","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_L0_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_L1_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_L2_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_L3_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_L4_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_L5_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_L6_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_L7_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_CRC_ERROR_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_DEVICE_LINK_ID","DCGM_FI_DEV_NVSWITCH_LINK_DEVICE_LINK_SID","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS_LANE0","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS_LANE1","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS_LANE2","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS_LANE3","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS_LANE4","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS_LANE5","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS_LANE6","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERRORS_LANE7","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_L0_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_L1_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_L2_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_L3_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_L4_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_L5_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_L6_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_L7_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ECC_ERROR_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_FATAL_ERRORS","DCGM_FI_DEV_NVSWITCH_LINK_FLIT_ERRORS","DCGM_FI_DEV_NVSWITCH_LINK_FLIT_ERROR_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_ID","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_COUNT_VC0","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_COUNT_VC1","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_COUNT_VC2","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_COUNT_VC3","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_HIGH_VC0","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_HIGH_VC1","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_HIGH_VC2","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_HIGH_VC3","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_LOW_VC0","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_LOW_VC1","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_LOW_VC2","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_LOW_VC3","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_MEDIUM_VC0","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_MEDIUM_VC1","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_MEDIUM_VC2","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_MEDIUM_VC3","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_PANIC_VC0","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_PANIC_VC1","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_PANIC_VC2","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_PANIC_VC3","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_SAMPLE_VC0_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_SAMPLE_VC1_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_SAMPLE_VC2_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_LATENCY_SAMPLE_VC3_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_NON_FATAL_ERRORS","DCGM_FI_DEV_NVSWITCH_LINK_RECOVERY_ERRORS","DCGM_FI_DEV_NVSWITCH_LINK_RECOVERY_ERROR_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_REMOTE_LINK_ID","DCGM_FI_DEV_NVSWITCH_LINK_REMOTE_LINK_SID","DCGM_FI_DEV_NVSWITCH_LINK_REMOTE_PCIE_BUS","DCGM_FI_DEV_NVSWITCH_LINK_REMOTE_PCIE_DEVICE","DCGM_FI_DEV_NVSWITCH_LINK_REMOTE_PCIE_DOMAIN","DCGM_FI_DEV_NVSWITCH_LINK_REMOTE_PCIE_FUNCTION","DCGM_FI_DEV_NVSWITCH_LINK_REPLAY_ERRORS","DCGM_FI_DEV_NVSWITCH_LINK_REPLAY_ERROR_TOTAL","DCGM_FI_DEV_NVSWITCH_LINK_STATUS","DCGM_FI_DEV_NVSWITCH_LINK_THROUGHPUT_RX","DCGM_FI_DEV_NVSWITCH_LINK_THROUGHPUT_TX","DCGM_FI_DEV_NVSWITCH_LINK_TYPE","DCGM_FI_DEV_NVSWITCH_NON_FATAL_ERRORS","DCGM_FI_DEV_NVSWITCH_PCIE_BUS","DCGM_FI_DEV_NVSWITCH_PCIE_DEVICE","DCGM_FI_DEV_NVSWITCH_PCIE_DOMAIN","DCGM_FI_DEV_NVSWITCH_PCIE_FUNCTION","DCGM_FI_DEV_NVSWITCH_PHYSICAL_ID","DCGM_FI_DEV_NVSWITCH_PHYS_ID","DCGM_FI_DEV_NVSWITCH_POWER_DVDD","DCGM_FI_DEV_NVSWITCH_POWER_DVDD_WATTS","DCGM_FI_DEV_NVSWITCH_POWER_HVDD","DCGM_FI_DEV_NVSWITCH_POWER_HVDD_WATTS","DCGM_FI_DEV_NVSWITCH_POWER_VDD","DCGM_FI_DEV_NVSWITCH_POWER_VDD_WATTS","DCGM_FI_DEV_NVSWITCH_RESET_REQUIRED","DCGM_FI_DEV_NVSWITCH_TEMPERATURE_CURRENT","DCGM_FI_DEV_NVSWITCH_TEMPERATURE_LIMIT_SHUTDOWN","DCGM_FI_DEV_NVSWITCH_TEMPERATURE_LIMIT_SLOWDOWN","DCGM_FI_DEV_NVSWITCH_TEMP_CELSIUS","DCGM_FI_DEV_NVSWITCH_TEMP_SHUTDOWN_CELSIUS","DCGM_FI_DEV_NVSWITCH_TEMP_SLOWDOWN_CELSIUS","DCGM_FI_DEV_NVSWITCH_THROUGHPUT_RX","DCGM_FI_DEV_NVSWITCH_THROUGHPUT_TX","DCGM_FI_DEV_NVSWITCH_UUID","DCGM_FI_DEV_NVSWITCH_VOLTAGE_MVOLT","DCGM_FI_DEV_OEM_INFOROM_VER","DCGM_FI_DEV_P2P_NVLINK_STATUS","DCGM_FI_DEV_PAGE_RETIRED_DBE_TOTAL","DCGM_FI_DEV_PAGE_RETIRED_PENDING","DCGM_FI_DEV_PAGE_RETIRED_SBE_TOTAL","DCGM_FI_DEV_PCIE_CORRECTABLE_ERROR_TOTAL","DCGM_FI_DEV_PCIE_COUNT_CORRECTABLE_ERRORS","DCGM_FI_DEV_PCIE_LINK_GEN","DCGM_FI_DEV_PCIE_LINK_WIDTH","DCGM_FI_DEV_PCIE_MAX_LINK_GEN","DCGM_FI_DEV_PCIE_MAX_LINK_WIDTH","DCGM_FI_DEV_PCIE_REPLAY_COUNTER","DCGM_FI_DEV_PCIE_REPLAY_TOTAL","DCGM_FI_DEV_PCIE_RX_THROUGHPUT","DCGM_FI_DEV_PCIE_TX_THROUGHPUT","DCGM_FI_DEV_PCI_BUSID","DCGM_FI_DEV_PCI_BUS_ID","DCGM_FI_DEV_PCI_COMBINED_ID","DCGM_FI_DEV_PCI_SUBSYS_ID","DCGM_FI_DEV_PERSISTENCE_MODE","DCGM_FI_DEV_PLATFORM_CHASSIS_SERIAL_NUMBER","DCGM_FI_DEV_PLATFORM_CHASSIS_SLOT_NUMBER","DCGM_FI_DEV_PLATFORM_HOST_ID","DCGM_FI_DEV_PLATFORM_INFINIBAND_GUID","DCGM_FI_DEV_PLATFORM_MODULE_ID","DCGM_FI_DEV_PLATFORM_PEER_TYPE","DCGM_FI_DEV_PLATFORM_TRAY_INDEX","DCGM_FI_DEV_POWER_INFOROM_VER","DCGM_FI_DEV_POWER_MGMT_LIMIT","DCGM_FI_DEV_POWER_MGMT_LIMIT_DEF","DCGM_FI_DEV_POWER_MGMT_LIMIT_MAX","DCGM_FI_DEV_POWER_MGMT_LIMIT_MIN","DCGM_FI_DEV_POWER_USAGE","DCGM_FI_DEV_POWER_USAGE_INSTANT","DCGM_FI_DEV_POWER_VIOLATION","DCGM_FI_DEV_PROCESS_ACCOUNTING_STATS","DCGM_FI_DEV_PSTATE","DCGM_FI_DEV_PWR_SMOOTHING_ACTIVE_PRESET_PROFILE","DCGM_FI_DEV_PWR_SMOOTHING_ADMIN_OVERRIDE_PERCENT_TMP_FLOOR","DCGM_FI_DEV_PWR_SMOOTHING_ADMIN_OVERRIDE_RAMP_DOWN_HYST_VAL","DCGM_FI_DEV_PWR_SMOOTHING_ADMIN_OVERRIDE_RAMP_DOWN_RATE","DCGM_FI_DEV_PWR_SMOOTHING_ADMIN_OVERRIDE_RAMP_UP_RATE","DCGM_FI_DEV_PWR_SMOOTHING_APPLIED_TMP_CEIL","DCGM_FI_DEV_PWR_SMOOTHING_APPLIED_TMP_CEIL_WATTS","DCGM_FI_DEV_PWR_SMOOTHING_APPLIED_TMP_FLOOR","DCGM_FI_DEV_PWR_SMOOTHING_APPLIED_TMP_FLOOR_WATTS","DCGM_FI_DEV_PWR_SMOOTHING_ENABLED","DCGM_FI_DEV_PWR_SMOOTHING_HW_CIRCUITRY_PERCENT_LIFETIME_REMAINING","DCGM_FI_DEV_PWR_SMOOTHING_IMM_RAMP_DOWN_ENABLED","DCGM_FI_DEV_PWR_SMOOTHING_MAX_NUM_PRESET_PROFILES","DCGM_FI_DEV_PWR_SMOOTHING_MAX_PERCENT_TMP_FLOOR_SETTING","DCGM_FI_DEV_PWR_SMOOTHING_MAX_PRESET_PROFILES","DCGM_FI_DEV_PWR_SMOOTHING_MIN_PERCENT_TMP_FLOOR_SETTING","DCGM_FI_DEV_PWR_SMOOTHING_PRIV_LVL","DCGM_FI_DEV_PWR_SMOOTHING_PROFILE_PERCENT_TMP_FLOOR","DCGM_FI_DEV_PWR_SMOOTHING_PROFILE_RAMP_DOWN_HYST_VAL","DCGM_FI_DEV_PWR_SMOOTHING_PROFILE_RAMP_DOWN_RATE","DCGM_FI_DEV_PWR_SMOOTHING_PROFILE_RAMP_UP_RATE","DCGM_FI_DEV_RELIABILITY_VIOLATION","DCGM_FI_DEV_REQUESTED_POWER_PROFILE_MASK","DCGM_FI_DEV_RETIRED_DBE","DCGM_FI_DEV_RETIRED_PENDING","DCGM_FI_DEV_RETIRED_SBE","DCGM_FI_DEV_ROW_REMAP_CORRECTABLE_TOTAL","DCGM_FI_DEV_ROW_REMAP_FAILED","DCGM_FI_DEV_ROW_REMAP_FAILURE","DCGM_FI_DEV_ROW_REMAP_PENDING","DCGM_FI_DEV_ROW_REMAP_UNCORRECTABLE_TOTAL","DCGM_FI_DEV_SERIAL","DCGM_FI_DEV_SHUTDOWN_TEMP","DCGM_FI_DEV_SLOWDOWN_TEMP","DCGM_FI_DEV_SM_APP_CLOCK_HERTZ","DCGM_FI_DEV_SM_CLOCK","DCGM_FI_DEV_SM_CLOCK_HERTZ","DCGM_FI_DEV_SM_MAX_CLOCK_HERTZ","DCGM_FI_DEV_SRAM_EXCEEDED","DCGM_FI_DEV_SUPPORTED_CLOCKS","DCGM_FI_DEV_SUPPORTED_TYPE_INFO","DCGM_FI_DEV_SUPPORTED_VGPU_TYPE_IDS","DCGM_FI_DEV_SXID_FATAL_ERROR","DCGM_FI_DEV_SXID_NON_FATAL_ERROR","DCGM_FI_DEV_SYNC_BOOST_VIOLATION","DCGM_FI_DEV_SYSIO_POWER_UTIL_CURRENT","DCGM_FI_DEV_SYSIO_POWER_WATTS","DCGM_FI_DEV_THERMAL_VIOLATION","DCGM_FI_DEV_THRESHOLD_SRM","DCGM_FI_DEV_TOTAL_APP_CLOCKS_VIOLATION","DCGM_FI_DEV_TOTAL_BASE_CLOCKS_VIOLATION","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS","DCGM_FI_DEV_UUID","DCGM_FI_DEV_VALID_POWER_PROFILE_MASK","DCGM_FI_DEV_VBIOS_VERSION","DCGM_FI_DEV_VGPU_CREATABLE_IDS","DCGM_FI_DEV_VGPU_DRIVER_VERSION","DCGM_FI_DEV_VGPU_ENC_SESSIONS_INFO","DCGM_FI_DEV_VGPU_ENC_STATS","DCGM_FI_DEV_VGPU_FBC_SESSIONS_INFO","DCGM_FI_DEV_VGPU_FBC_STATS","DCGM_FI_DEV_VGPU_FRAME_RATE_LIMIT","DCGM_FI_DEV_VGPU_GPU_INSTANCE_ID","DCGM_FI_DEV_VGPU_INSTANCE_IDS","DCGM_FI_DEV_VGPU_INSTANCE_INFO","DCGM_FI_DEV_VGPU_INSTANCE_LICENSE_STATE","DCGM_FI_DEV_VGPU_INSTANCE_LICENSE_STATUS","DCGM_FI_DEV_VGPU_LICENSE_STATUS","DCGM_FI_DEV_VGPU_MEMORY_USAGE","DCGM_FI_DEV_VGPU_PCI_ID","DCGM_FI_DEV_VGPU_PER_PROCESS_UTILIZATION","DCGM_FI_DEV_VGPU_PROCESS_UTIL_INFO","DCGM_FI_DEV_VGPU_SUPPORTED_IDS","DCGM_FI_DEV_VGPU_SUPPORTED_INFO","DCGM_FI_DEV_VGPU_TYPE","DCGM_FI_DEV_VGPU_TYPE_CLASS","DCGM_FI_DEV_VGPU_TYPE_INFO","DCGM_FI_DEV_VGPU_TYPE_LICENSE","DCGM_FI_DEV_VGPU_TYPE_NAME","DCGM_FI_DEV_VGPU_UTILIZATIONS","DCGM_FI_DEV_VGPU_UTIL_INFO","DCGM_FI_DEV_VGPU_UUID","DCGM_FI_DEV_VGPU_VM_GPU_INSTANCE_ID","DCGM_FI_DEV_VGPU_VM_ID","DCGM_FI_DEV_VGPU_VM_NAME","DCGM_FI_DEV_VIDEO_CLOCK","DCGM_FI_DEV_VIDEO_CLOCK_HERTZ","DCGM_FI_DEV_VIDEO_MAX_CLOCK_HERTZ","DCGM_FI_DEV_VIRTUAL_MODE","DCGM_FI_DEV_XID_ERROR","DCGM_FI_DEV_XID_ERRORS","DCGM_FI_DRIVER_VERSION","DCGM_FI_GPU_TOPOLOGY_AFFINITY","DCGM_FI_GPU_TOPOLOGY_NVLINK","DCGM_FI_GPU_TOPOLOGY_PCI","DCGM_FI_IMEX_DAEMON_STATUS","DCGM_FI_IMEX_DOMAIN_STATUS","DCGM_FI_INTERNAL_FIELDS_0_END","DCGM_FI_INTERNAL_FIELDS_0_START","DCGM_FI_NVML_VERSION","DCGM_FI_PROCESS_NAME","DCGM_FI_PROF_C2C_RX_ALL_BYTES","DCGM_FI_PROF_C2C_RX_DATA_BYTES","DCGM_FI_PROF_C2C_TX_ALL_BYTES","DCGM_FI_PROF_C2C_TX_DATA_BYTES","DCGM_FI_PROF_DFMA_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_DFMA_UTIL_RATIO","DCGM_FI_PROF_DMMA_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_DRAM_ACTIVE","DCGM_FI_PROF_DRAM_UTIL_RATIO","DCGM_FI_PROF_FP16_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_FP16_UTIL_RATIO","DCGM_FI_PROF_FP32_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_FP32_UTIL_RATIO","DCGM_FI_PROF_FP64_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_FP64_UTIL_RATIO","DCGM_FI_PROF_GR_ENGINE_ACTIVE","DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO","DCGM_FI_PROF_HMMA_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_HMMA_UTIL_RATIO","DCGM_FI_PROF_HOSTMEM_CACHE_HIT","DCGM_FI_PROF_HOSTMEM_CACHE_MISS","DCGM_FI_PROF_IMMA_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_IMMA_UTIL_RATIO","DCGM_FI_PROF_INT_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_INT_UTIL_RATIO","DCGM_FI_PROF_MMA_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_NVDEC0_ACTIVE","DCGM_FI_PROF_NVDEC1_ACTIVE","DCGM_FI_PROF_NVDEC2_ACTIVE","DCGM_FI_PROF_NVDEC3_ACTIVE","DCGM_FI_PROF_NVDEC4_ACTIVE","DCGM_FI_PROF_NVDEC5_ACTIVE","DCGM_FI_PROF_NVDEC6_ACTIVE","DCGM_FI_PROF_NVDEC7_ACTIVE","DCGM_FI_PROF_NVDEC_UTIL_0_RATIO","DCGM_FI_PROF_NVDEC_UTIL_1_RATIO","DCGM_FI_PROF_NVDEC_UTIL_2_RATIO","DCGM_FI_PROF_NVDEC_UTIL_3_RATIO","DCGM_FI_PROF_NVDEC_UTIL_4_RATIO","DCGM_FI_PROF_NVDEC_UTIL_5_RATIO","DCGM_FI_PROF_NVDEC_UTIL_6_RATIO","DCGM_FI_PROF_NVDEC_UTIL_7_RATIO","DCGM_FI_PROF_NVJPG0_ACTIVE","DCGM_FI_PROF_NVJPG1_ACTIVE","DCGM_FI_PROF_NVJPG2_ACTIVE","DCGM_FI_PROF_NVJPG3_ACTIVE","DCGM_FI_PROF_NVJPG4_ACTIVE","DCGM_FI_PROF_NVJPG5_ACTIVE","DCGM_FI_PROF_NVJPG6_ACTIVE","DCGM_FI_PROF_NVJPG7_ACTIVE","DCGM_FI_PROF_NVJPG_UTIL_0_RATIO","DCGM_FI_PROF_NVJPG_UTIL_1_RATIO","DCGM_FI_PROF_NVJPG_UTIL_2_RATIO","DCGM_FI_PROF_NVJPG_UTIL_3_RATIO","DCGM_FI_PROF_NVJPG_UTIL_4_RATIO","DCGM_FI_PROF_NVJPG_UTIL_5_RATIO","DCGM_FI_PROF_NVJPG_UTIL_6_RATIO","DCGM_FI_PROF_NVJPG_UTIL_7_RATIO","DCGM_FI_PROF_NVLINK_L0_RX_BYTES","DCGM_FI_PROF_NVLINK_L0_TX_BYTES","DCGM_FI_PROF_NVLINK_L10_RX_BYTES","DCGM_FI_PROF_NVLINK_L10_TX_BYTES","DCGM_FI_PROF_NVLINK_L11_RX_BYTES","DCGM_FI_PROF_NVLINK_L11_TX_BYTES","DCGM_FI_PROF_NVLINK_L12_RX_BYTES","DCGM_FI_PROF_NVLINK_L12_TX_BYTES","DCGM_FI_PROF_NVLINK_L13_RX_BYTES","DCGM_FI_PROF_NVLINK_L13_TX_BYTES","DCGM_FI_PROF_NVLINK_L14_RX_BYTES","DCGM_FI_PROF_NVLINK_L14_TX_BYTES","DCGM_FI_PROF_NVLINK_L15_RX_BYTES","DCGM_FI_PROF_NVLINK_L15_TX_BYTES","DCGM_FI_PROF_NVLINK_L16_RX_BYTES","DCGM_FI_PROF_NVLINK_L16_TX_BYTES","DCGM_FI_PROF_NVLINK_L17_RX_BYTES","DCGM_FI_PROF_NVLINK_L17_TX_BYTES","DCGM_FI_PROF_NVLINK_L1_RX_BYTES","DCGM_FI_PROF_NVLINK_L1_TX_BYTES","DCGM_FI_PROF_NVLINK_L2_RX_BYTES","DCGM_FI_PROF_NVLINK_L2_TX_BYTES","DCGM_FI_PROF_NVLINK_L3_RX_BYTES","DCGM_FI_PROF_NVLINK_L3_TX_BYTES","DCGM_FI_PROF_NVLINK_L4_RX_BYTES","DCGM_FI_PROF_NVLINK_L4_TX_BYTES","DCGM_FI_PROF_NVLINK_L5_RX_BYTES","DCGM_FI_PROF_NVLINK_L5_TX_BYTES","DCGM_FI_PROF_NVLINK_L6_RX_BYTES","DCGM_FI_PROF_NVLINK_L6_TX_BYTES","DCGM_FI_PROF_NVLINK_L7_RX_BYTES","DCGM_FI_PROF_NVLINK_L7_TX_BYTES","DCGM_FI_PROF_NVLINK_L8_RX_BYTES","DCGM_FI_PROF_NVLINK_L8_TX_BYTES","DCGM_FI_PROF_NVLINK_L9_RX_BYTES","DCGM_FI_PROF_NVLINK_L9_TX_BYTES","DCGM_FI_PROF_NVLINK_RX_BYTES","DCGM_FI_PROF_NVLINK_RX_BYTES_PER_LINK","DCGM_FI_PROF_NVLINK_TX_BYTES","DCGM_FI_PROF_NVLINK_TX_BYTES_PER_LINK","DCGM_FI_PROF_NVOFA0_ACTIVE","DCGM_FI_PROF_NVOFA1_ACTIVE","DCGM_FI_PROF_NVOFA_UTIL_0_RATIO","DCGM_FI_PROF_NVOFA_UTIL_1_RATIO","DCGM_FI_PROF_PCIE_RX_BYTES","DCGM_FI_PROF_PCIE_RX_BYTES_TOTAL","DCGM_FI_PROF_PCIE_TX_BYTES","DCGM_FI_PROF_PCIE_TX_BYTES_TOTAL","DCGM_FI_PROF_PEERMEM_CACHE_HIT","DCGM_FI_PROF_PEERMEM_CACHE_MISS","DCGM_FI_PROF_PIPE_FP16_ACTIVE","DCGM_FI_PROF_PIPE_FP32_ACTIVE","DCGM_FI_PROF_PIPE_FP64_ACTIVE","DCGM_FI_PROF_PIPE_INT_ACTIVE","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE","DCGM_FI_PROF_PIPE_TENSOR_DFMA_ACTIVE","DCGM_FI_PROF_PIPE_TENSOR_HMMA_ACTIVE","DCGM_FI_PROF_PIPE_TENSOR_IMMA_ACTIVE","DCGM_FI_PROF_SM_ACTIVE","DCGM_FI_PROF_SM_CYCLES_ACTIVE_TOTAL","DCGM_FI_PROF_SM_CYCLES_ELAPSED_TOTAL","DCGM_FI_PROF_SM_OCCUPANCY","DCGM_FI_PROF_SM_OCCUPANCY_RATIO","DCGM_FI_PROF_SM_UTIL_RATIO","DCGM_FI_PROF_TENSOR_UTIL_RATIO","DCGM_FI_SYNC_BOOST","DCGM_FI_SYSTEM_DRIVER_VERSION","DCGM_FI_SYSTEM_FIELD_UNKNOWN","DCGM_FI_SYSTEM_GPU_AFFINITY","DCGM_FI_SYSTEM_GPU_BIND_EVENT","DCGM_FI_SYSTEM_GPU_QUANTITY","DCGM_FI_SYSTEM_GPU_SYNC_BOOST","DCGM_FI_SYSTEM_NVLINK_TOPOLOGY","DCGM_FI_SYSTEM_NVML_VERSION","DCGM_FI_SYSTEM_PCI_TOPOLOGY","DCGM_FI_SYSTEM_PROCESS_NAME","DCGM_FI_UNKNOWN"]}');
;// CONCATENATED MODULE: ./build/src/dcgm/known-fields.js

/**
 * The fields that DCGM has, or once had, by name: those of DCGM 4.6.1 and of every release before it, and the
 * exporter's own of DCGM 4.7.
 */
const fieldNames = field_names_namespaceObject.O;
/** Whether DCGM has, or had, a field that is written in these letters. */
const isField = (name) => known.has(name);
/** Whether the name is made like that of a DCGM field, and is none. */
const isMisspelt = (name) => name.startsWith("DCGM_FI_") && !isField(name);
const known = new Set(fieldNames);

// EXTERNAL MODULE: ./build/src/dcgm/renamed-metrics.js + 1 modules
var renamed_metrics = __webpack_require__(77211);
// EXTERNAL MODULE: ./build/src/promql/gpu-metric-name.js
var gpu_metric_name = __webpack_require__(27483);
// EXTERNAL MODULE: ./build/src/promql/label-shape.js
var label_shape = __webpack_require__(91930);
// EXTERNAL MODULE: ./build/src/world/unseen.js
var unseen = __webpack_require__(35765);
// EXTERNAL MODULE: ./build/src/signal/scrape/exposed-labels.js
var exposed_labels = __webpack_require__(60690);
// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-failure.js + 3 modules
var scrape_failure = __webpack_require__(423);
// EXTERNAL MODULE: ./build/src/signal/scrape/scraped-targets.js
var scraped_targets = __webpack_require__(47015);
// EXTERNAL MODULE: ./build/src/signal/scrape/served-path.js
var served_path = __webpack_require__(99351);
// EXTERNAL MODULE: ./build/src/signal/series/dropped-metric.js
var dropped_metric = __webpack_require__(84672);
// EXTERNAL MODULE: ./build/src/signal/series/meant-metric.js
var meant_metric = __webpack_require__(80147);
// EXTERNAL MODULE: ./build/src/signal/series/metric-facts.js
var metric_facts = __webpack_require__(75483);
;// CONCATENATED MODULE: ./build/src/signal/series/gpu-metrics.js













/** Whether a selector asks for one, by its name or by a pattern that begins like one. */
const selectsGpuMetric = ({ metric, matchers }) => (0,gpu_metric_name/* isGpuMetric */.$)(metric ?? "") ||
    matchers.some(({ name, op, value }) => name === "__name__" && !op.startsWith("!") && (0,gpu_metric_name/* isGpuMetric */.$)(value));
/** The exporter in a sentence; what its metrics are taken from stands in the summary. */
const exporterName = ({ exporter }) => `the GPU exporter (${exporter.name})`;
/** The exporter's metrics as they come out of the relabelings of the monitors that scrape it. */
const gpuMetrics = (world) => {
    const declared = new Map((world.exporter.metrics ?? []).map((metric) => [metric.name, metric]));
    const stored = storedSeries(declared, world);
    // Each panel that reads a wrong name asks for it.
    const absent = new Map();
    const isOurs = (metric) => (0,gpu_metric_name/* isGpuMetric */.$)(metric) || declared.has(metric);
    return {
        names: [...stored.keys()],
        factsOf: (metric) => {
            const kept = stored.get(metric)?.kept;
            if (kept === true)
                return { ...(0,metric_facts/* there */.Pv)(`${exporterName(world)} exports ${metric}`), begin: `${exporterName(world)} exports ` };
            if (kept === "unknown")
                return (0,metric_facts/* unknownMetric */.Tx)(`whether ${metric} is scraped and kept is decided in the cluster`);
            if (!isOurs(metric))
                return null;
            const facts = absent.get(metric) ?? notStored(metric, declared, world);
            absent.set(metric, facts);
            return facts;
        },
        typeOf: (metric) => {
            const type = declared.get(metric)?.type ?? "label";
            return type === "label" ? null : type;
        },
        shapeOf: (metric) => stored.get(metric)?.shape ?? (isOurs(metric) ? shapeIfStored(metric, declared.get(metric), world) : null),
    };
};
/** What Prometheus stores, by the name under which it does. */
const storedSeries = (declared, world) => {
    const stored = new Map();
    for (const target of answering(world))
        for (const metric of declared.values()) {
            if (metric.type === "label")
                continue;
            const one = target.series(metric.name, (0,exposed_labels/* exposedLabels */.k)(metric, world));
            if (one.kept === false)
                continue;
            const name = one.labels["__name__"];
            if (name === undefined)
                continue;
            const kept = target.certain ? one.kept : "unknown";
            const shape = shapeFrom(one, world.exporter.labels === null);
            const old = stored.get(name);
            stored.set(name, {
                kept: old?.kept === true ? true : kept,
                shape: old === undefined ? shape : (0,label_shape/* union */.KC)(old.shape, shape),
            });
        }
    return stored;
};
/** Targets of the exporter that Prometheus can take metrics of, where it asks for them, as far as that is known. */
const answering = (world) => (0,scraped_targets/* scrapedTargets */.f8)(world).gpu.filter((target) => (0,served_path/* isServed */.S)(target) !== false && !(0,scrape_failure/* failsToScrape */.TY)(target, world));
/** Why Prometheus does not have the metric. */
const notStored = (metric, declared, world) => {
    const { exporter } = world;
    const { gpu, unseen: otherSource } = (0,scraped_targets/* scrapedTargets */.f8)(world);
    if (exporter.metrics === null)
        return droppedAnyway(metric, world) ?? notKnown(metric, world);
    const own = declared.get(metric);
    if (own === undefined)
        return notExported(metric, declared, world);
    if (own.type === "label")
        return (0,metric_facts/* missingMetric */.ry)(`${exporterName(world)} exports ${metric} as a label of other metrics, not as a metric`);
    const answers = answering(world);
    if (answers.length > 0)
        return dropped(metric, answers, own, world);
    if (gpu.length > 0) {
        const failing = gpu.some((target) => (0,scrape_failure/* failsToScrape */.TY)(target, world));
        const why = `${exporterName(world)} exports ${metric}, but ${failing ? "every scrape of it fails" : "no monitor asks for it where it is"}`;
        return { ...(0,metric_facts/* missingMetric */.ry)(why), byExpression: false };
    }
    if (otherSource !== null)
        return (0,metric_facts/* unknownMetric */.Tx)(`whether ${metric} is scraped cannot be seen: ${otherSource}`);
    if (!exporter.known)
        return (0,metric_facts/* unknownMetric */.Tx)(`whether ${metric} is scraped cannot be seen: no Service of ${exporterName(world)} is known`);
    const why = `${exporterName(world)} exports ${metric}, but no monitor brings it into Prometheus`;
    return { ...(0,metric_facts/* missingMetric */.ry)(why), byExpression: false };
};
/**
 * The labels it would have. Where nothing scrapes the exporter, its own are known, and those that a
 * target would add are not.
 */
const shapeIfStored = (metric, own, world) => {
    const exposed = (0,exposed_labels/* exposedLabels */.k)(own, world);
    const [first, ...rest] = (0,scraped_targets/* scrapedTargets */.f8)(world).gpu.map((target) => shapeFrom(target.series(metric, exposed), world.exporter.labels === null));
    return first === undefined
        ? { labels: new Map(Object.keys(exposed).map((name) => [name, null])), open: true }
        : rest.reduce(label_shape/* union */.KC, first);
};
/** Values that are decided in the cluster can be anything. */
const shapeFrom = ({ labels }, open) => ({
    labels: new Map(Object.entries(labels)
        .filter(([name]) => name !== "__name__")
        .map(([name, value]) => [name, (0,unseen/* hasUnseen */.FN)(value) ? null : [value]])),
    open,
});
/** The exporter's list is not known, but maybe its release, and with that which names it has given up. */
const notKnown = (metric, { exporter }) => {
    const facts = (0,metric_facts/* unknownMetric */.Tx)(`which metrics the GPU exporter has is not known (${exporter.description})`);
    const renamed = exporter.source === "dcgm-exporter" && (0,renamed_metrics/* isRenamedIn */.Gp)(metric, exporter.version) && (0,renamed_metrics/* otherNameOf */.$G)(metric);
    return renamed ? { ...facts, renamed } : facts;
};
const exportedNames = (0,once/* once */.O)((declared) => [...declared.values()].filter(({ type }) => type !== "label").map(({ name }) => name));
const notExported = (metric, declared, world) => {
    const exported = exportedNames(declared);
    const renamed = (0,renamed_metrics/* otherNameOf */.$G)(metric);
    if (renamed !== null && exported.includes(renamed.name))
        return { ...(0,metric_facts/* missingMetric */.ry)(`${exporterName(world)} exports ${metric} as ${renamed.name}`), renamed };
    const noField = isMisspelt(metric);
    // A field that is off is what it says, however like another it is called.
    const meant = isField(metric) ? null : (0,meant_metric/* meantMetric */._)(metric, exported, noField ? fieldNames : []);
    const begin = `${exporterName(world)} does not export `;
    return {
        ...(noField ? (0,metric_facts/* missingMetric */.ry)(`DCGM has no field ${metric}`) : { ...(0,metric_facts/* missingMetric */.ry)(begin + metric), begin }),
        ...(meant === null ? {} : { meant }),
        ...(noField && { noField }),
    };
};
const dropped = (metric, gpu, own, world) => {
    const target = gpu.find((one) => one.series(metric, (0,exposed_labels/* exposedLabels */.k)(own, world)).kept === false);
    return target === undefined
        ? (namelessAt(gpu, metric, own, world) ??
            (0,metric_facts/* missingMetric */.ry)(`the monitors of the GPU exporter store ${metric} under another name`))
        : (0,dropped_metric/* droppedBy */.ue)(target, metric);
};
const namelessAt = (gpu, metric, own, world) => {
    const target = gpu.find((one) => (0,scrape_failure/* isNameless */.T)(one.series(metric, (0,exposed_labels/* exposedLabels */.k)(own, world))));
    return target === undefined ? null : (0,dropped_metric/* namelessBy */.Or)(target, metric);
};
/** Whatever the exporter exports: every monitor in sight drops the name. */
const droppedAnyway = (metric, world) => {
    const answers = answering(world);
    const [first] = answers;
    if (first === undefined || (0,scraped_targets/* scrapedTargets */.f8)(world).unseen !== null)
        return null;
    return answers.every((target) => (0,dropped_metric/* dropsByName */.B3)(target, metric)) ? (0,dropped_metric/* droppedBy */.ue)(first, metric) : null;
};


/***/ },

/***/ 1651:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IO: () => (/* binding */ canMeet),
  jh: () => (/* binding */ knownMetrics),
  Ve: () => (/* binding */ perTarget)
});

// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/exporters/chart-exporters.js + 8 modules
var chart_exporters = __webpack_require__(67318);
// EXTERNAL MODULE: ./build/src/promql/label-shape.js
var label_shape = __webpack_require__(91930);
// EXTERNAL MODULE: ./build/src/promql/matcher.js
var promql_matcher = __webpack_require__(46670);
// EXTERNAL MODULE: ./build/src/signal/scrape/scraped-targets.js
var scraped_targets = __webpack_require__(47015);
// EXTERNAL MODULE: ./build/src/exporters/container-metrics.js + 1 modules
var container_metrics = __webpack_require__(48899);
// EXTERNAL MODULE: ./build/src/world/unseen.js
var unseen = __webpack_require__(35765);
// EXTERNAL MODULE: ./build/src/world/world.js
var world_world = __webpack_require__(87125);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-acceptance.js + 9 modules
var monitor_acceptance = __webpack_require__(42986);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-selection.js
var monitor_selection = __webpack_require__(55725);
// EXTERNAL MODULE: ./build/src/signal/scrape/monitor-jobs.js + 1 modules
var monitor_jobs = __webpack_require__(36364);
// EXTERNAL MODULE: ./build/src/signal/scrape/relabel.js
var relabel = __webpack_require__(54097);
// EXTERNAL MODULE: ./build/src/signal/series/dropped-metric.js
var dropped_metric = __webpack_require__(84672);
// EXTERNAL MODULE: ./build/src/signal/series/metric-facts.js
var metric_facts = __webpack_require__(75483);
// EXTERNAL MODULE: ./build/src/core/finding.js
var finding = __webpack_require__(53325);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
;// CONCATENATED MODULE: ./build/src/signal/series/other-sources.js





/**
 * What else may bring metrics that an exporter in sight does not have: another Prometheus by federation or remote
 * write, scrape configurations that nobody here can read, a ruler that asks elsewhere, or a monitor of another exporter
 * of the same metrics. Null where nothing in sight does.
 */
const otherSource = (alsoFrom, isKnown, world) => {
    const anything = anythingFrom(world);
    if (anything !== null)
        return anything;
    const other = monitor_selection/* monitorKinds */.gD
        .flatMap((kind) => world.ofKind(kind))
        .find((monitor) => !isKnown(monitor) && mayBring(monitor, alsoFrom));
    return other === undefined ? null : `${(0,finding/* nameOf */.Vb)(other.ref)} may bring it from elsewhere`;
};
/** What a ScrapeConfig finds lies outside of Kubernetes' objects as a rule, such as machines beside the cluster. */
const mayBring = ({ ref, body }, words) => ref.kind === "ScrapeConfig" || words.test(`${ref.name} ${JSON.stringify(body)}`);
const anythingFrom = (0,once/* once */.O)((world) => {
    const { unseen, all } = (0,scraped_targets/* scrapedTargets */.f8)(world);
    if (unseen !== null)
        return unseen;
    const [ruler] = world.ofKind("ThanosRuler");
    if (ruler !== undefined)
        return `${(0,finding/* nameOf */.Vb)(ruler.ref)} evaluates rules over what other Prometheuses have`;
    const federating = all.find(({ path }) => path.endsWith("/federate"));
    if (federating !== undefined)
        return `${(0,finding/* nameOf */.Vb)(federating.monitor.ref)} reads another Prometheus`;
    const receiver = [...world.ofKind("Prometheus"), ...world.ofKind("PrometheusAgent")].find(({ body }) => (0,manifest/* valueAt */.f)(body, ["spec", "enableRemoteWriteReceiver"]) === true ||
        (0,manifest/* valueAt */.f)(body, ["spec", "enableOTLPReceiver"]) === true ||
        (0,manifest/* valueAt */.f)(body, ["spec", "remoteRead"]) !== undefined);
    return receiver === undefined ? null : `${(0,finding/* nameOf */.Vb)(receiver.ref)} takes metrics that others send`;
});

;// CONCATENATED MODULE: ./build/src/signal/series/container-metrics.js











/**
 * Whether Prometheus keeps a metric of containers. The kubelet's Service is made by the operator and is in no render:
 * the endpoints of the monitors that ask for its paths tell what they drop. Null: it is none of cAdvisor's.
 */
const containerFacts = (metric, world) => metric.startsWith(container_metrics/* containerPrefix */.aI) && (0,container_metrics/* containerMetrics */.rz)().metric(metric) !== undefined ? about(world)(metric) : null;
const about = (0,once/* once */.O)((world) => (0,once/* once */.O)((metric) => {
    const jobs = kubeletJobs(world);
    const [first] = jobs;
    if (first === undefined)
        return (0,metric_facts/* unknownMetric */.Tx)(`nothing in sight scrapes the kubelet, which has ${metric}`);
    if (!jobs.every(({ job }) => drops(job, metric)))
        return (0,metric_facts/* there */.Pv)(`the kubelet exports ${metric}`);
    const { monitor, job, scraper } = jobs.find(({ job }) => job.path.endsWith("cadvisor")) ?? first;
    const endpoint = { monitor, endpoint: job.endpoint, scraper };
    const other = otherSource(/cadvisor|cost/i, (one) => jobs.some((job) => job.monitor === one), world);
    if (other !== null)
        return (0,metric_facts/* unknownMetric */.Tx)(`${(0,dropped_metric/* droppingWords */.zL)(endpoint, metric)}${metric}, but ${other}`);
    const dropped = (0,dropped_metric/* droppedBy */.ue)(endpoint, metric);
    if ((0,world_world/* isOwn */.N)(monitor) || (0,dropped_metric/* isDroppedByClass */.K4)(endpoint, metric))
        return dropped;
    // The chart's own monitor has no line of its own that could be mended.
    const { place: _, ...facts } = dropped;
    return { ...facts, advice: keeping(metric) };
}));
const keeping = (metric) => `Read another metric, or keep ${metric}: set the chart's value kubelet.serviceMonitor.cAdvisorMetricRelabelings without it`;
const kubeletJobs = (0,once/* once */.O)((world) => monitor_selection/* monitorKinds */.gD
    .flatMap((kind) => world.ofKind(kind))
    .flatMap((monitor) => {
    const [prometheus] = (0,monitor_selection/* selectingPrometheuses */.FB)(monitor, world);
    if (prometheus === undefined || (0,monitor_acceptance/* rejectionOf */.h2)(monitor, prometheus, world) !== null)
        return [];
    return (0,monitor_jobs/* monitorJobs */.T)(monitor, prometheus, world)
        .filter(({ path }) => container_metrics/* containerPaths */.AB.has(path))
        .map((job) => ({ monitor, job, scraper: prometheus }));
}));
/** Whatever its other labels are. */
const drops = ({ metricRelabelings }, metric) => {
    const labels = Object.fromEntries(ofContainers.map((label) => [label, (0,unseen/* unseen */.nv)(`${label} of ${metric}`)]));
    const { kept, labels: stored } = (0,relabel/* relabel */.i7)({ __name__: metric, ...labels }, metricRelabelings);
    return kept === false || stored["__name__"] !== metric;
};
/** https://github.com/kubernetes/kubernetes/blob/v1.35.4/pkg/kubelet/server/server.go */
const ofContainers = ["id", "name", "image", "container", "pod", "namespace", "interface", "device", "scope", "state"];

// EXTERNAL MODULE: ./build/src/exporters/chart-exporter.js
var chart_exporter = __webpack_require__(30577);
// EXTERNAL MODULE: ./build/src/exporters/exporter-program.js
var exporter_program = __webpack_require__(80503);
// EXTERNAL MODULE: ./build/src/kubernetes/pod-template.js
var pod_template = __webpack_require__(48287);
// EXTERNAL MODULE: ./build/src/signal/scrape/scrape-failure.js + 3 modules
var scrape_failure = __webpack_require__(423);
// EXTERNAL MODULE: ./build/src/signal/series/gpu-metrics.js + 2 modules
var gpu_metrics = __webpack_require__(78756);
// EXTERNAL MODULE: ./build/src/signal/series/meant-metric.js
var meant_metric = __webpack_require__(80147);
;// CONCATENATED MODULE: ./build/src/signal/series/exporter-metrics.js















/** What the exporters in sight export, as it comes out of the relabelings of the monitors that scrape them. */
const exporterMetrics = (world) => ({
    factsOf: (metric) => exporter_metrics_about(world)(metric)?.facts ?? null,
    shapeOf: (metric) => exporter_metrics_about(world)(metric)?.shape ?? null,
});
const exporter_metrics_about = (0,once/* once */.O)((world) => (0,once/* once */.O)((metric) => {
    const exporter = (0,chart_exporters/* exporterOf */.Xt)(metric);
    if (exporter === null)
        return null;
    const running = instances(world)(exporter);
    if (running.length === 0)
        return { facts: (0,metric_facts/* unknownMetric */.Tx)(`nothing in sight scrapes ${exporter.name}, which has ${metric}`), shape: null };
    const verdicts = running.map((instance) => ({ instance, exported: exporter.exported(metric, instance.program) }));
    const stored = verdicts.flatMap(({ instance, exported }) => exported.status === "yes" ? instance.targets.map((target) => storedFrom(target, metric, exported.labels)) : []);
    const other = otherFrom(world)(exporter);
    const facts = stored.length > 0 ? factsOfStored(metric, exporter, stored) : notExported(metric, exporter, verdicts);
    return {
        facts: facts.status === "missing" && other !== null ? (0,metric_facts/* unknownMetric */.Tx)(`${facts.why}, but ${other}`) : facts,
        shape: shapeOf(stored, other !== null),
    };
}));
/** What else may bring the metrics of an exporter in sight. */
const otherFrom = (0,once/* once */.O)((world) => (0,once/* once */.O)((exporter) => {
    const known = new Set(instances(world)(exporter).flatMap(({ targets }) => targets.map(({ monitor }) => monitor)));
    return otherSource(exporter.alsoFrom, (monitor) => known.has(monitor), world);
}));
const instances = (0,once/* once */.O)((world) => (0,once/* once */.O)(({ image }) => {
    const found = Map.groupBy((0,scraped_targets/* scrapedTargets */.f8)(world).all, ({ workload }) => workload);
    return [...found].flatMap(([workload, targets]) => {
        const container = workload === null ? undefined : containerOf(workload, image);
        return container === undefined ? [] : [{ program: (0,exporter_program/* programOf */.o)(container), targets }];
    });
}));
const containerOf = ({ ref, body }, image) => (0,exporter_program/* containerWith */.S)((0,manifest/* valueAt */.f)(body, (0,pod_template/* templatePath */.Y)(ref.kind) ?? []), image);
const storedFrom = (target, metric, labels) => {
    const own = Object.fromEntries(labels.filter((label) => !label.endsWith("*")).map((label) => [label, (0,unseen/* unseen */.nv)(`${label} of ${metric}`)]));
    return { ...target.series(metric, own), target, open: labels.some((label) => label.endsWith("*")) };
};
const factsOfStored = (metric, exporter, stored) => {
    const kept = stored.filter((one) => one.kept !== false && one.labels["__name__"] === metric);
    if (kept.some((one) => one.kept === true && one.target.certain))
        return (0,metric_facts/* there */.Pv)(`${exporter.name} exports ${metric}`);
    if (kept.length > 0)
        return (0,metric_facts/* unknownMetric */.Tx)(`whether ${metric} is scraped and kept is decided in the cluster`);
    const nameless = stored.find(scrape_failure/* isNameless */.T);
    if (nameless !== undefined)
        return (0,dropped_metric/* namelessBy */.Or)(nameless.target, metric);
    const target = (stored.find((one) => one.kept === false) ?? stored[0])?.target;
    return target === undefined ? (0,metric_facts/* unknownMetric */.Tx)(metric) : (0,dropped_metric/* droppedBy */.ue)(target, metric);
};
const notExported = (metric, exporter, verdicts) => {
    const doubtful = verdicts.find(({ exported }) => exported.status === "unknown");
    if (doubtful?.exported.status === "unknown")
        return (0,metric_facts/* unknownMetric */.Tx)(doubtful.exported.why);
    const [first] = verdicts;
    if (first?.exported.status !== "no")
        return (0,metric_facts/* unknownMetric */.Tx)(metric);
    const { begin, end, advice, renamed } = first.exported;
    const meant = renamed !== undefined
        ? { names: [renamed.name], certain: renamed.same }
        : advice === null
            ? (0,meant_metric/* meantMetric */._)(metric, namesOf(first.instance)(exporter), [])
            : null;
    return {
        ...(0,metric_facts/* missingMetric */.ry)(`${begin}${metric}${end}`),
        ...(end === "" ? { begin } : {}),
        ...(meant === null ? {} : { meant }),
        advice: advice ?? `Read a metric that ${(0,chart_exporter/* called */.A)(exporter, first.instance.program)} exports`,
    };
};
const namesOf = (0,once/* once */.O)(({ program }) => (0,once/* once */.O)((exporter) => exporter.list().names.filter((name) => exporter.exported(name, program).status === "yes")));
const shapeOf = (stored, othersToo) => {
    const shapes = stored.filter(({ kept }) => kept !== false).map((one) => (0,gpu_metrics/* shapeFrom */.ks)(one, one.open || othersToo));
    const [first, ...rest] = shapes;
    return first === undefined ? null : mayHaveCluster(rest.reduce(label_shape/* union */.KC, first));
};
/**
 * Rules and dashboards that are written for several clusters name a label for which, in one of them, nobody has to
 * care: the mixins that the chart's own are made of group everything by it.
 * https://github.com/kubernetes-monitoring/kubernetes-mixin
 */
const mayHaveCluster = (shape) => shape.labels.has("cluster") ? shape : (0,label_shape/* withLabels */.IO)(shape, [["cluster", null]]);

// EXTERNAL MODULE: ./build/src/promql/can-yield.js
var can_yield = __webpack_require__(68822);
// EXTERNAL MODULE: ./build/src/promql/parse-expression.js + 3 modules
var parse_expression = __webpack_require__(69339);
// EXTERNAL MODULE: ./build/src/promql/result-labels.js
var result_labels = __webpack_require__(2675);
// EXTERNAL MODULE: ./build/src/signal/operator/rule-acceptance.js + 4 modules
var rule_acceptance = __webpack_require__(78189);
// EXTERNAL MODULE: ./build/src/signal/operator/rule-selection.js
var rule_selection = __webpack_require__(41603);
// EXTERNAL MODULE: ./build/src/signal/rules/recorded-from.js
var recorded_from = __webpack_require__(86044);
;// CONCATENATED MODULE: ./build/src/signal/series/recorded-metrics.js











/** A rule may read what others record, and so on; `known` answers for everything that a rule reads. */
const recordedMetrics = (known, world, verdicts) => {
    const recordings = (0,recorded_from/* recordingsIn */.yV)(world);
    const refusalOf = refusals(world, verdicts);
    const facts = (0,recorded_from/* answeredOnce */.fY)((metric, entries) => {
        const all = entries.map((entry) => factsOfRule(metric, entry, refusalOf(entry.object), known));
        const best = all.find(({ status }) => status === "there") ?? all.find(({ status }) => status === "unknown");
        return best ?? all[0] ?? (0,metric_facts/* unknownMetric */.Tx)(metric);
    });
    const shapes = (0,recorded_from/* answeredOnce */.fY)((_, entries) => entries.map((entry) => shapeOfRule(entry, known)).reduce(label_shape/* union */.KC));
    return {
        factsOf: (metric) => {
            const entries = recordings(metric);
            return entries.length === 0 ? null : facts(metric, entries, (0,metric_facts/* unknownMetric */.Tx)(`${metric} is recorded from itself`));
        },
        shapeOf: (metric) => {
            const entries = recordings(metric);
            return entries.length === 0 ? null : shapes(metric, entries, label_shape/* anyLabels */.YE);
        },
    };
};
const factsOfRule = (metric, entry, refusal, known) => {
    const name = `${(0,finding/* nameOf */.Vb)(entry.object.ref)} records ${metric}`;
    if (refusal !== null)
        return { ...(0,metric_facts/* missingMetric */.ry)(`${name}, but Prometheus does not load it: ${refusal}`), byExpression: false };
    const { chance, because } = (0,can_yield/* canYield */.W)((0,parse_expression/* readExpression */.J)(entry.expr).root, known.exists);
    if (chance === "yes")
        return (0,metric_facts/* there */.Pv)(name);
    const wanted = chance === "no" ? "missing" : "unknown";
    const causes = because.flatMap(({ metric }) => (metric === null ? [] : [known.factsOf(metric)]));
    const first = causes.find(({ status }) => status === wanted);
    const cause = first?.cause ?? first?.why;
    const why = `${name} from what ${chance === "no" ? "is not there" : "is not known here"}${cause === undefined ? "" : `: ${cause}`}`;
    const told = { ...(cause !== undefined && { cause }), ...(first?.advice !== undefined && { advice: first.advice }) };
    // A rule of the tree is told where it records.
    return chance === "no"
        ? { ...(0,metric_facts/* missingMetric */.ry)(why), ...told, byExpression: !(0,world_world/* isOwn */.N)(entry.object) && (first?.byExpression ?? true) }
        : { ...(0,metric_facts/* unknownMetric */.Tx)(why), ...told };
};
const shapeOfRule = ({ expr, labels }, known) => (0,label_shape/* withLabels */.IO)((0,result_labels/* resultLabels */.x)((0,parse_expression/* readExpression */.J)(expr).root, known.shapeOf), Object.entries(labels).map(([name, value]) => [name, [value]]));
/** Why Prometheus does not load the rules of an object; null where it does, or may. */
const refusals = (world, verdicts) => (0,once/* once */.O)((object) => (0,rule_selection/* whyRuleNotSelected */.PJ)(object, world) ?? (0,rule_acceptance/* whyNotAccepted */.PU)(object, verdicts.get(object.manifest), world));

;// CONCATENATED MODULE: ./build/src/signal/series/known-metrics.js










/** Metrics that Prometheus itself makes for every target. https://prometheus.io/docs/concepts/jobs_instances/ */
const perTarget = new Set([
    "up",
    "scrape_duration_seconds",
    "scrape_samples_scraped",
    "scrape_samples_post_metric_relabeling",
    "scrape_series_added",
]);
const perAlert = new Set(["ALERTS", "ALERTS_FOR_STATE"]);
/** Everything that rules can be asked about. */
const knownMetrics = (world, verdicts) => {
    const gpu = (0,gpu_metrics/* gpuMetrics */.Oh)(world);
    const exporters = exporterMetrics(world);
    const known = {
        factsOf: (metric) => {
            if (perTarget.has(metric) || perAlert.has(metric))
                return (0,metric_facts/* there */.Pv)(`Prometheus itself makes ${metric}`);
            return (recorded.factsOf(metric) ??
                gpu.factsOf(metric) ??
                exporters.factsOf(metric) ??
                containerFacts(metric, world) ??
                (0,metric_facts/* unknownMetric */.Tx)(`no exporter that is known here has ${metric}`));
        },
        exists: ({ metric, matchers }) => metric === null ? byPattern(matchers, gpu.names) : chances[known.factsOf(metric).status],
        typeOf: (metric) => (recorded.shapeOf(metric) === null ? (gpu.typeOf(metric) ?? (0,chart_exporters/* typeOf */.QP)(metric)) : null),
        shapeOf: (selector) => {
            const { metric } = selector;
            if (metric === null)
                return label_shape/* anyLabels */.YE;
            if (perTarget.has(metric))
                return ofTargets(selector, world);
            return recorded.shapeOf(metric) ?? gpu.shapeOf(metric) ?? exporters.shapeOf(metric) ?? label_shape/* anyLabels */.YE;
        },
    };
    const recorded = recordedMetrics(known, world, verdicts);
    return known;
};
const chances = { there: "yes", missing: "no", unknown: "unknown" };
/** `{__name__=~"DCGM_.*"}`: there where one of the names in sight matches; what else it may match cannot be seen. */
const byPattern = (matchers, names) => {
    const onName = matchers.filter(({ name }) => name === "__name__");
    const found = onName.length > 0 && names.some((name) => onName.every((one) => (0,promql_matcher/* accepts */.G)(one, name) === true));
    return found ? "yes" : "unknown";
};
/** Labels of `up` and its like: those of the targets in sight that the selector can mean. */
const ofTargets = ({ matchers }, world) => {
    const [first, ...rest] = targetShapes(world).filter((shape) => matchers.every((matcher) => canMeet(matcher, shape)));
    // Without a job every target is meant, and not all are in sight.
    const closed = first !== undefined && matchers.some(({ name, op }) => name === "job" && op === "=");
    return closed ? rest.reduce(label_shape/* union */.KC, first) : { labels: label_shape/* noLabels */.DT.labels, open: true };
};
const targetShapes = (0,once/* once */.O)((world) => (0,scraped_targets/* scrapedTargets */.f8)(world).all.map(({ labels }) => (0,gpu_metrics/* shapeFrom */.ks)({ labels }, false)));
/** Whether a series of that shape can meet the matcher. A regular expression that is none is promtool's to tell. */
const canMeet = (matcher, shape) => {
    if (matcher.name === "__name__")
        return true;
    const values = (0,label_shape/* valuesIn */.aC)(shape, matcher.name);
    return values === null || values.some((value) => (0,promql_matcher/* accepts */.G)(matcher, value) !== false);
};


/***/ },

/***/ 69835:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ ofWorkloads),
/* harmony export */   j: () => (/* binding */ neverMet)
/* harmony export */ });
/* harmony import */ var _promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27483);

/** Of these the exporter has its own, and those of the pod that uses the GPU. */
const ofWorkloads = new Set(["namespace", "pod", "container"]);
/** The verdict on a matcher that none of the label's values meets. */
const neverMet = (metric, matcher, values) => {
    const { name } = matcher;
    const [first = "", ...others] = values;
    if (values.every((value) => value === ""))
        return { chance: "no", why: `no series of ${metric} has a label ${name}`, matcher };
    const workload = ofWorkloads.has(name) && (0,_promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_0__/* .isGpuMetric */ .$)(metric)
        ? ` (the exporter's own; that of the workload is exported_${name})`
        : "";
    const why = `series of ${metric} have ${name} ${quoted(values)}${workload}`;
    return { chance: "no", why, matcher, ...(others.length === 0 && matcher.op === "=" ? { value: first } : {}) };
};
const quoted = (values) => values
    .filter((value) => value !== "")
    .map((value) => `"${value}"`)
    .join(" or ");


/***/ },

/***/ 80147:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ meantMetric),
/* harmony export */   y: () => (/* binding */ readMeant)
/* harmony export */ });
/* harmony import */ var leven__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(47785);
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52615);


/**
 * The metric that a name was probably meant to be: one that is a slip of the pen away, else those that share its words,
 * else the nearest. Of several those count that are exported. Null where nothing is like it.
 */
const meantMetric = (name, exported, fields) => {
    // No field is half as long; what is longer still is no slip of the pen.
    if (name.length > longest)
        return null;
    const [ofExporter, ofDcgm] = [prepared(exported), prepared(fields)];
    const known = [...new Map([...ofExporter, ...ofDcgm].map((one) => [one.name, one])).values()];
    const own = prepare(name);
    const same = known.filter(({ upper }) => upper === own.upper);
    const slips = same.length > 0 ? same : known.filter((one) => isSlip(own, one));
    const likes = [
        slips,
        () => sharingWords(own, ofExporter),
        () => sharingWords(own, ofDcgm),
        () => nearestOf(own, known),
    ];
    const found = firstOf(likes);
    if (found === undefined)
        return null;
    const first = found.filter((one) => exported.includes(one.name));
    const names = (first.length > 0 ? first : found).slice(0, 3).map((one) => one.name);
    return { names, certain: found === slips && slips.length === 1 };
};
const longest = 200;
const prepare = (name) => {
    const own = ownPart(name);
    return { name, upper: name.toUpperCase(), own, words: own.toUpperCase().split("_") };
};
/** Hundreds of wrong names are compared with the same thousands of right ones. */
const prepared = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)((names) => names.map(prepare));
const firstOf = (likes) => {
    for (const like of likes) {
        const found = typeof like === "function" ? like() : like;
        if (found.length > 0)
            return found;
    }
    return undefined;
};
/** What to do, as a sentence without its full stop. */
const readMeant = ({ names, certain }) => {
    const [first, ...others] = names;
    if (certain)
        return `Read ${first}`;
    if (others.length === 0)
        return `Read ${first}, if that is what is meant`;
    return `Read ${names.slice(0, -1).join(", ")} or ${names.at(-1)}, whichever is meant`;
};
/**
 * Only what follows DCGM_FI_DEV_ and the like is compared: the long beginning that they share would make
 * FB_TOTAL and FB_USED neighbours.
 */
const ownPart = (name) => name.replace(/^DCGM_(?:FI_(?:DEV_|PROF_)?|EXP_)/i, "");
/**
 * Apart from capitals: a `_` more or less, and in words of four letters and more one letter more, less or another; or
 * two letters of a word that changed places.
 */
const isSlip = ({ words }, { words: others }) => (words.length === others.length && words.every((word, n) => isSlipOfWord(word, others[n] ?? ""))) ||
    (Math.abs(words.length - others.length) === 1 && words.join("") === others.join(""));
const isSlipOfWord = (a, b) => {
    if (a === b)
        return true;
    if (Math.abs(a.length - b.length) > 1)
        return false;
    const distance = (0,leven__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(a, b, { maxDistance: 3 });
    if (distance === 1)
        return Math.min(a.length, b.length) > 3;
    return distance === 2 && [...a].sort().join("") === [...b].sort().join("");
};
/** Those that are the fewest letters away, at most two. */
const nearestOf = ({ own }, names) => {
    const near = names.filter((one) => Math.abs(one.own.length - own.length) <= 2);
    const distances = near.map((one) => (0,leven__WEBPACK_IMPORTED_MODULE_1__/* ["default"] */ .A)(own, one.own, { maxDistance: 3 }));
    const least = distances.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    return least > 2 ? [] : near.filter((_, n) => distances[n] === least);
};
/**
 * Names that have all words of the other, or of which the other has all words (two or more), in this order; those with
 * the fewest words more or less.
 */
const sharingWords = ({ words: own }, names) => {
    if (own.length < 2)
        return [];
    const found = names
        .filter(({ words }) => (words.length < own.length ? words.length > 1 && hasAll(own, words) : hasAll(words, own)))
        .map((one) => ({ one, difference: Math.abs(one.words.length - own.length) }));
    const least = found.reduce((smallest, { difference }) => Math.min(smallest, difference), Number.POSITIVE_INFINITY);
    return found.filter(({ difference }) => difference === least).map(({ one }) => one);
};
const hasAll = (words, wanted) => {
    let next = 0;
    for (const word of words)
        if (next < wanted.length && isSameWord(word, wanted[next] ?? ""))
            next += 1;
    return next === wanted.length;
};
/** `TEMP` is `TEMPERATURE`; shorter words begin too many others. */
const isSameWord = (a, b) => a === b || (Math.min(a.length, b.length) > 3 && (a.startsWith(b) || b.startsWith(a)));


/***/ },

/***/ 75483:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pv: () => (/* binding */ there),
/* harmony export */   Tx: () => (/* binding */ unknownMetric),
/* harmony export */   ik: () => (/* binding */ adviceOn),
/* harmony export */   me: () => (/* binding */ migrationText),
/* harmony export */   p_: () => (/* binding */ certainlyMeant),
/* harmony export */   ry: () => (/* binding */ missingMetric)
/* harmony export */ });
/* harmony import */ var _meant_metric_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80147);

const there = (why) => ({ status: "there", why, byExpression: true });
const missingMetric = (why) => ({ status: "missing", why, byExpression: true });
const unknownMetric = (why) => ({ status: "unknown", why, byExpression: true });
/** The name that can only have been meant. */
const certainlyMeant = ({ meant }) => meant?.certain === true ? meant.names[0] : undefined;
/** What to do about a metric that is missing, as a sentence without its full stop. */
const adviceOn = (metric, { meant, noField, advice, place }) => {
    if (meant !== undefined)
        return (0,_meant_metric_js__WEBPACK_IMPORTED_MODULE_0__/* .readMeant */ .y)(meant);
    if (advice !== undefined)
        return advice;
    if (noField)
        return "Read a field that DCGM has";
    return place === undefined
        ? `Read a metric that is exported, or add ${metric} to the exporter's list of counters`
        : `Have the monitor keep ${metric}, or read another metric`;
};
/** What the migration does, for the first of the metrics. */
const migrationText = ({ name, factor }) => factor === 1
    ? `Read ${name}.`
    : `Read ${name}: its values are ${factor > 1 ? `${factor} times as large` : `${1 / factor} times as small`}.`;


/***/ },

/***/ 63917:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O$: () => (/* binding */ sampleInterval),
/* harmony export */   fB: () => (/* binding */ groupInterval),
/* harmony export */   pM: () => (/* binding */ targetInterval),
/* harmony export */   qi: () => (/* binding */ queryOffset)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(50879);
/* harmony import */ var _promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27483);
/* harmony import */ var _promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53855);
/* harmony import */ var _rules_recorded_from_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86044);
/* harmony import */ var _scrape_scraped_targets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(47015);






/** The longest interval at which the metric is scraped or recorded; null where that is not known. */
const sampleInterval = (metric, world) => intervals(world)(metric);
/** Thousands of alerts read the same few metrics. */
const intervals = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((world) => (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((metric) => {
    const records = (0,_rules_recorded_from_js__WEBPACK_IMPORTED_MODULE_1__/* .recordingsIn */ .yV)(world)(metric);
    if (records.length > 0)
        return longest(records.map((entry) => groupInterval(entry, world)), "recorded");
    if (!(0,_promql_gpu_metric_name_js__WEBPACK_IMPORTED_MODULE_4__/* .isGpuMetric */ .$)(metric) && !(world.exporter.metrics ?? []).some(({ name }) => name === metric))
        return null;
    return longest((0,_scrape_scraped_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .scrapedTargets */ .f8)(world).gpu.map(({ interval }) => interval), "scraped");
}));
/** The longest at which targets are scraped that these matchers may mean; null where none is in sight. */
const targetInterval = (matchers, world) => longest((0,_scrape_scraped_targets_js__WEBPACK_IMPORTED_MODULE_2__/* .targetsMeeting */ .YK)(matchers, world).map(({ interval }) => interval), "scraped");
const longest = (intervals, how) => intervals.reduce((best, interval) => {
    const ms = (0,_promql_prometheus_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(interval);
    return ms === null || (best !== null && best.ms >= ms) ? best : { ms, why: `${how} every ${interval}` };
}, null);
/**
 * How often a rule is evaluated: its group's own interval, else that of the first Prometheus; the operator writes 30s
 * where it says none.
 */
const groupInterval = (entry, world) => groupSetting(entry, "interval", "evaluationInterval", world) ?? "30s";
/** How far in the past a rule asks, for samples that arrive late: its group's own offset, else the Prometheus'. */
const queryOffset = (entry, world) => groupSetting(entry, "query_offset", "ruleQueryOffset", world) ?? "0s";
const groupSetting = ({ object, path }, own, general, world) => {
    const group = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .objectsAt */ .yR)(object.body, ["spec", "groups"])[Number(path[2])];
    return (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(group, [own]) ?? (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(world.ofKind("Prometheus")[0]?.body, ["spec", general]);
};


/***/ },

/***/ 5113:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ isTargetLabel),
  T: () => (/* binding */ selectorVerdict)
});

// EXTERNAL MODULE: ./build/src/promql/gpu-metric-name.js
var gpu_metric_name = __webpack_require__(27483);
// EXTERNAL MODULE: ./build/src/promql/label-shape.js
var label_shape = __webpack_require__(91930);
// EXTERNAL MODULE: ./build/src/promql/matcher.js
var promql_matcher = __webpack_require__(46670);
// EXTERNAL MODULE: ./build/src/signal/rules/rule-entries.js
var rule_entries = __webpack_require__(68252);
// EXTERNAL MODULE: ./build/src/signal/series/gpu-metrics.js + 2 modules
var gpu_metrics = __webpack_require__(78756);
// EXTERNAL MODULE: ./build/src/signal/series/known-metrics.js + 4 modules
var known_metrics = __webpack_require__(1651);
// EXTERNAL MODULE: ./build/src/signal/series/label-verdict.js
var label_verdict = __webpack_require__(69835);
// EXTERNAL MODULE: ./build/src/core/once.js
var once = __webpack_require__(52615);
// EXTERNAL MODULE: ./build/src/dcgm/exporter-objects.js
var exporter_objects = __webpack_require__(39084);
// EXTERNAL MODULE: ./build/src/world/unseen.js
var world_unseen = __webpack_require__(35765);
// EXTERNAL MODULE: ./build/src/signal/operator/monitor-selection.js
var monitor_selection = __webpack_require__(55725);
// EXTERNAL MODULE: ./build/src/signal/scrape/scraped-targets.js
var scraped_targets = __webpack_require__(47015);
// EXTERNAL MODULE: ./build/src/signal/scrape/targets.js
var targets = __webpack_require__(15410);
;// CONCATENATED MODULE: ./build/src/signal/series/target-labels.js








/**
 * Whether a target in sight meets the matchers of `up` and its like. That none does means something only of the GPU
 * exporter's job, and of a monitor's name.
 */
const targetVerdict = (metric, matchers, world) => {
    const { gpu, unseen } = (0,scraped_targets/* scrapedTargets */.f8)(world);
    const meeting = (0,scraped_targets/* targetsMeeting */.YK)(matchers, world);
    if (meeting.some(({ certain }) => certain))
        return { chance: "yes" };
    if (meeting.length > 0)
        return { chance: "unknown", why: "whether relabeling keeps a target with these labels is decided in the cluster" };
    for (const matcher of matchers) {
        const stated = (0,promql_matcher/* statedValues */.e)(matcher) ?? [];
        const named = gpu.map(({ labels }) => labels[matcher.name] ?? "").filter((value) => !(0,world_unseen/* hasUnseen */.FN)(value));
        const values = [
            ...new Set(isOfExporter(stated, world)
                ? [...named, ...serviceNames(matcher, named, world)]
                : ofMonitorNamed(matcher, stated, world)),
        ];
        if (values.length === 0 || unseen !== null)
            continue;
        if (values.some((value) => (0,promql_matcher/* accepts */.G)(matcher, value) !== false))
            continue;
        return (0,label_verdict/* neverMet */.j)(metric, matcher, values);
    }
    const expected = matchers.find((matcher) => matcher.name === "job" && serviceNames(matcher, [], world).includes(matcher.value));
    // The expression is right; that nothing scrapes the exporter, the metrics path tells.
    if (expected !== undefined && gpu.length === 0 && unseen === null)
        return {
            chance: "no",
            why: `no monitor brings the GPU exporter into Prometheus, whose job would be ${expected.value}`,
            matcher: expected,
            byExpression: false,
        };
    return {
        chance: "unknown",
        why: `whether a target has these labels (${matchers.map(({ name }) => name).join(", ")}) cannot be seen here`,
    };
};
/** Values that can mean nothing but the declared GPU exporter. */
const isOfExporter = (stated, { exporter }) => exporter.known && stated.length > 0 && stated.every((value) => /dcgm/i.test(value));
/** Where nothing scrapes the exporter: the job and service that its targets would have. */
const serviceNames = ({ name }, named, world) => {
    if (named.length > 0 || (name !== "job" && name !== "service"))
        return [];
    return exporterServices(world);
};
const exporterServices = (0,once/* once */.O)((world) => world
    .ofKind("Service")
    .filter(({ body }) => (0,exporter_objects/* isExporterService */.Dk)(body, [], world.releaseNamespace))
    .map(({ ref }) => ref.name));
/** A job is called like the Service, not like the monitor: the jobs of the monitor that is named instead. */
const ofMonitorNamed = ({ name }, stated, world) => name !== "job"
    ? []
    : monitor_selection/* monitorKinds */.gD
        .flatMap((kind) => world.ofKind(kind))
        .filter(({ ref }) => stated.includes(ref.name))
        .flatMap((monitor) => (0,targets/* predictTargets */.e)(monitor, world))
        .map(({ labels }) => labels["job"] ?? "")
        .filter((job) => job !== "" && !(0,world_unseen/* hasUnseen */.FN)(job));

;// CONCATENATED MODULE: ./build/src/signal/series/selector-labels.js








/** Labels that come from the target, not from the exporter. */
const targetLabels = new Set([
    "job",
    "instance",
    "namespace",
    "service",
    "pod",
    "container",
    "endpoint",
]);
const isTargetLabel = (name) => targetLabels.has(name);
/** Judges the matchers alone: that the metric is there is another hop's matter. */
const selectorVerdict = (selector, known, gpu, world) => {
    const matchers = selector.matchers.filter(({ name }) => name !== "__name__");
    const { metric } = selector;
    if (matchers.length === 0)
        return { chance: "yes" };
    if (metric === null)
        return { chance: "unknown", why: "a selector names its metrics by a pattern" };
    if (known_metrics/* perTarget */.Ve.has(metric))
        return targetVerdict(metric, matchers, world);
    if (metric === "ALERTS" || metric === "ALERTS_FOR_STATE")
        return ofAlerts(metric, matchers, world);
    const shape = known.shapeOf(selector);
    for (const matcher of matchers) {
        const other = (0,gpu_metric_name/* isGpuMetric */.$)(metric) && needsLabel(matcher) ? gpu.writtenOtherwise(matcher.name) : null;
        if (other !== null && (shape.open || !(0,known_metrics/* canMeet */.IO)(matcher, shape)))
            return {
                chance: "no",
                why: `${(0,gpu_metrics/* exporterName */.BT)(world)} writes the label ${other}, not ${matcher.name}`,
                matcher,
                label: other,
                renamed: true,
            };
        if (!(0,known_metrics/* canMeet */.IO)(matcher, shape)) {
            const verdict = (0,label_verdict/* neverMet */.j)(metric, matcher, (0,label_shape/* valuesIn */.aC)(shape, matcher.name) ?? []);
            const exported = `exported_${matcher.name}`;
            // The pod that uses the GPU is meant more often than the exporter's own.
            return (0,gpu_metric_name/* isGpuMetric */.$)(metric) && label_verdict/* ofWorkloads */.U.has(matcher.name) && shape.labels.has(exported)
                ? { ...verdict, label: exported }
                : verdict;
        }
    }
    const doubtful = matchers.filter(({ name }) => shape.open && !shape.labels.has(name));
    return doubtful.length === 0
        ? { chance: "yes" }
        : { chance: "unknown", why: `the labels of ${metric} are not known here` };
};
/** Whether an absent label fails the matcher. */
const needsLabel = (matcher) => (0,promql_matcher/* accepts */.G)(matcher, "") === false;
const ofAlerts = (metric, matchers, world) => {
    const wanted = matchers.find(({ name }) => name === "alertname");
    const alerts = (0,rule_entries/* ruleEntries */.F)(world).filter(({ kind }) => kind === "alert");
    return wanted !== undefined && alerts.some(({ name }) => (0,promql_matcher/* accepts */.G)(wanted, name) === true)
        ? { chance: "yes" }
        : { chance: "unknown", why: `which alerts ${metric} holds is known only in Prometheus` };
};


/***/ },

/***/ 28681:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstValue),
/* harmony export */   U: () => (/* binding */ parseJsonTree)
/* harmony export */ });
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99547);
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(jsonc_parser__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The tree of a JSON text, as far as it can be read; its mistakes go to `errors`. The parser recurses: what is nested
 * deeper than the call stack has no tree.
 */
const parseJsonTree = (text, errors = []) => {
    try {
        return (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
    }
    catch (thrown) {
        if (!(thrown instanceof RangeError))
            throw thrown;
        return undefined;
    }
};
/** The text of the first value: the whole text, where it is valid. */
const firstValue = (text) => {
    const node = parseJsonTree(text);
    return node === undefined ? text : text.slice(node.offset, node.offset + node.length);
};


/***/ },

/***/ 65028:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Nu: () => (/* binding */ positionIn),
/* harmony export */   cA: () => (/* binding */ lineOf)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52615);
/* harmony import */ var _text_position_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58897);


/** The lines of a file, without their breaks; taken apart once, however often one is asked for. */
const linesOf = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)((file) => file.text.split(/\r?\n/));
/** One line of a file, from 1; empty where there is none. */
const lineOf = (file, number) => linesOf(file)[number - 1] ?? "";
/** The places in a file's text, its lines counted once. */
const positionIn = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_0__/* .once */ .O)((file) => (0,_text_position_js__WEBPACK_IMPORTED_MODULE_1__/* .textPosition */ .p)(file.file, file.text));


/***/ },

/***/ 64338:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ barrierBetween)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(34267);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30330);
/* harmony import */ var _namespaces_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(78933);
/* harmony import */ var _unseen_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(35765);






/**
 * The NetworkPolicy that keeps one from reaching the other for certain; null where none in sight does. Policies add up:
 * one that isolates pods counts where no other lets them through.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
const barrierBetween = (from, to, world) => {
    // What these allow or forbid goes before, or adds to it.
    if (otherKinds.some((kind) => world.ofKind(kind).length > 0))
        return null;
    return barrierAt("egress", from, to, to, world) ?? barrierAt("ingress", to, from, to, world);
};
const otherKinds = [
    ...["AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy", "GlobalNetworkPolicy"],
    ...["CiliumNetworkPolicy", "CiliumClusterwideNetworkPolicy"],
];
const barrierAt = (direction, isolated, other, { port, portNames }, world) => {
    const selecting = (policiesIn(world).get(isolated.namespace) ?? [])
        .filter((policy) => isolates(policy, direction))
        .map((policy) => ({ policy, verdict: selectsPods((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .f)(policy.body, ["spec", "podSelector"]) ?? {}, isolated) }))
        .filter(({ verdict }) => verdict !== false);
    const certain = selecting.filter(({ verdict }) => verdict === true).map(({ policy }) => policy);
    // One that lets something through is nearer to what is wanted than one that denies all.
    const nearest = certain.find(({ body }) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(body, ["spec", direction]).length > 0) ?? certain[0];
    const lets = (policy) => (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(policy.body, ["spec", direction]).some((rule) => mayMeetPort(rule, port, portNames) && mayMeetPeer(rule, direction, other, policy, world));
    return nearest === undefined || selecting.some(({ policy }) => lets(policy)) ? null : { policy: nearest, direction };
};
const policiesIn = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_3__/* .once */ .O)((world) => Map.groupBy(world.ofKind("NetworkPolicy"), (policy) => (0,_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOf */ .N6)(policy, world)));
/** Without `policyTypes` it is about ingress, and about egress where it has rules of that. */
const isolates = ({ ref, body }, direction) => {
    if (!ref.apiVersion.startsWith("networking.k8s.io/"))
        return false;
    const types = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textsAt */ .i1)(body, ["spec", "policyTypes"]).map((type) => type.toLowerCase());
    if (types.length > 0)
        return types.includes(direction);
    return direction === "ingress" || (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(body, ["spec", "egress"]).length > 0;
};
const mayMeetPort = (rule, port, names) => {
    const ports = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(rule["ports"]).filter(_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G);
    return (ports.length === 0 ||
        ports.some((one) => {
            if (((0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(one, ["protocol"]) ?? "TCP") !== "TCP")
                return false;
            const { port: first, endPort: last = first } = one;
            if (first === undefined || first === null)
                return true;
            if (typeof first === "string")
                return names === null || names.includes(first);
            return typeof first !== "number" || (port >= first && port <= Number(last));
        }));
};
const mayMeetPeer = (rule, direction, other, policy, world) => {
    const peers = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .listOf */ .c3)(rule[direction === "ingress" ? "from" : "to"]).filter(_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G);
    return peers.length === 0 || peers.some((peer) => mayBe(peer, other, policy, world));
};
/** The cluster decides which addresses pods have. */
const mayBe = (peer, other, policy, world) => {
    const { ipBlock, namespaceSelector, podSelector } = peer;
    if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(ipBlock))
        return true;
    const inNamespace = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(namespaceSelector)
        ? (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .selectorProblem */ .fY)(namespaceSelector) !== null ||
            (0,_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .selectsNamespace */ .pU)(namespaceSelector, other.namespace, world) !== false
        : other.namespace === (0,_namespaces_js__WEBPACK_IMPORTED_MODULE_4__/* .namespaceOf */ .N6)(policy, world);
    return inNamespace && selectsPods(podSelector ?? {}, other) !== false;
};
const selectsPods = (selector, { labels, complete }) => {
    if ((0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .selectorProblem */ .fY)(selector) !== null)
        return "unknown";
    const verdicts = (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .requirementsOf */ .CG)(selector).map((requirement) => {
        const value = Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
        if (value === undefined && !complete)
            return "unknown";
        const decides = value === undefined || !(0,_unseen_js__WEBPACK_IMPORTED_MODULE_0__/* .hasUnseen */ .FN)(value) || /Exist/.test(requirement.operator);
        return decides ? (0,_kubernetes_label_selector_js__WEBPACK_IMPORTED_MODULE_5__/* .holds */ .v9)(requirement, labels) : "unknown";
    });
    if (verdicts.includes(false))
        return false;
    return verdicts.includes("unknown") ? "unknown" : true;
};


/***/ },

/***/ 48101:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ targetNumber),
/* harmony export */   RC: () => (/* binding */ workloadsBehind),
/* harmony export */   fD: () => (/* binding */ serviceNamed),
/* harmony export */   qp: () => (/* binding */ servicesIn)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50879);
/* harmony import */ var _kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(51704);
/* harmony import */ var _namespaces_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78933);
/* harmony import */ var _workloads_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32055);





/** Every Service of the world by namespace. */
const servicesIn = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)((world) => Map.groupBy(world.ofKind("Service").map((object) => serviceOf(object, world)), ({ namespace }) => namespace));
/** The Service of that name; undefined where none is in sight. */
const serviceNamed = (world, namespace, name) => servicesIn(world)
    .get(namespace)
    ?.find((service) => service.name === name);
/** The workloads whose pods the Service selects; those scaled to nothing too. */
const workloadsBehind = ({ namespace, selector, external }, world) => selector === null || external
    ? []
    : ((0,_workloads_js__WEBPACK_IMPORTED_MODULE_0__/* .workloadsIn */ .X)(world).get(namespace) ?? []).filter(({ labels }) => Object.entries(selector).every(([key, value]) => labels[key] === value));
/**
 * The number of the container port that the Service's port leads to in these pods; null where no container has a port
 * of that name. A number needs no declaration: the declaration of ports is for information only.
 */
const targetNumber = ({ target, protocol }, { containers }) => {
    if (typeof target === "number")
        return target;
    const found = containers
        .filter(({ init, sidecar }) => !init || sidecar)
        .flatMap(({ ports }) => ports)
        .find((port) => port.name === target && port.protocol === protocol);
    return found?.number ?? null;
};
const serviceOf = (object, world) => {
    const selector = (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .labelsAt */ .dx)(object.body, ["spec", "selector"]);
    return {
        object,
        namespace: (0,_namespaces_js__WEBPACK_IMPORTED_MODULE_3__/* .namespaceOf */ .N6)(object, world),
        name: object.ref.name,
        labels: (0,_kubernetes_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .labelsOf */ .P)(object.body),
        annotations: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .labelsAt */ .dx)(object.body, ["metadata", "annotations"]),
        ports: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectsAt */ .yR)(object.body, ["spec", "ports"]).map(portOf),
        selector: Object.keys(selector).length === 0 ? null : selector,
        external: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(object.body, ["spec", "type"]) === "ExternalName",
    };
};
/** An absent, empty or zero targetPort is the port itself. */
const portOf = (port) => {
    const number = Number(port["port"]);
    const target = port["targetPort"];
    return {
        name: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(port, ["name"]) ?? "",
        number,
        protocol: (0,_kubernetes_json_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(port, ["protocol"]) ?? "TCP",
        target: (typeof target === "number" || typeof target === "string") && target ? target : number,
    };
};


/***/ },

/***/ 87125:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ isOwn),
/* harmony export */   O: () => (/* binding */ isOfChart)
/* harmony export */ });
/** Whether base or an overlay brings the object: the repository's people can edit it. */
const isOwn = ({ manifest }) => manifest?.origin.from === "kustomize";
/** Whether the chart brings the object, and nothing of base or overlays is laid over it: the values decide of it. */
const isOfChart = ({ manifest }) => manifest?.origin.from === "chart";


/***/ }

};
;
})
