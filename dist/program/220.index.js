(function (module, exports, require, __dirname) {"use strict";
exports.id = 220;
exports.ids = [220];
exports.modules = {

/***/ 3507:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ parseCounterList),
/* harmony export */   s: () => (/* binding */ looksLikeCounterList)
/* harmony export */ });
/* harmony import */ var _core_trim_end_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52182);
/* harmony import */ var _metric_unit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77897);


/**
 * Reads a counter list as dcgm-exporter does: Go's `encoding/csv` with `#` as comment, which is one only in the first
 * column; three fields a row, spaces (not tabs) around them dropped.
 * https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/internal/pkg/counters/counter_config.go
 */
const parseCounterList = (text) => {
    const metrics = [];
    for (const [index, raw] of text.split("\n").entries()) {
        const line = raw.replace(/\r$/, "");
        if (line === "" || line.startsWith("#"))
            continue;
        const read = readRow(line);
        if (typeof read === "string")
            return { metrics: [], problem: { line: index + 1, message: read } };
        metrics.push(read);
    }
    return metrics.length === 0
        ? { metrics, problem: { line: 1, message: "it has no row" } }
        : { metrics, problem: null };
};
/** Whether a text is meant as a counter list: some row starts with a DCGM field and a comma. */
const looksLikeCounterList = (text) => /^[ \t]*DCGM_(?:FI|EXP)_\w+[ \t]*,/m.test(text);
const readRow = (line) => {
    const cells = splitRow(line);
    if (cells === null)
        return 'a quote may only open and close a whole field, and `"` in it is written twice';
    if (cells.length !== 3)
        return `a row has 3 fields (field, type, help), and this one has ${cells.length}`;
    const [name = "", type = "", help = ""] = cells.map((cell) => (0,_core_trim_end_js__WEBPACK_IMPORTED_MODULE_1__/* .trimEnd */ .s)(cell.replace(/^ +/, ""), " "));
    if (!/^DCGM_(?:FI|EXP)_\w+$/.test(name))
        return `"${name}" is no DCGM field`;
    const prometheusType = types.get(type);
    if (prometheusType === undefined)
        return `"${type}" is no metric type: it must be one of ${[...types.keys()].join(", ")}`;
    return { name, type: prometheusType, unit: (0,_metric_unit_js__WEBPACK_IMPORTED_MODULE_0__/* .unitOf */ .u)(name, help), help };
};
/** The exporter takes histogram, summary and untyped as words and writes plain samples all the same. */
const types = new Map([
    ["gauge", "gauge"],
    ["counter", "counter"],
    ["label", "label"],
    ["histogram", "gauge"],
    ["summary", "gauge"],
    ["untyped", "gauge"],
]);
/**
 * The cells of one row; null where Go's reader finds a quote out of place. A field over several lines is none that
 * the exporter's lists have.
 */
const splitRow = (line) => {
    const cells = [];
    for (let at = 0;;) {
        cell.lastIndex = at;
        const match = cell.exec(line);
        if (match === null)
            return null;
        cells.push((match[1] ?? match[2] ?? "").replaceAll('""', '"'));
        at = cell.lastIndex;
        if (match[3] === "")
            return cells;
    }
};
const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;


/***/ },

/***/ 79785:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  io: () => (/* binding */ counterText),
  gO: () => (/* binding */ newestShipped),
  Vg: () => (/* binding */ shippedCounters),
  JC: () => (/* binding */ shippedListAt)
});

;// CONCATENATED MODULE: ./build/src/dcgm/data/counter-lists.json
const counter_lists_namespaceObject = /*#__PURE__*/JSON.parse('{"k":{"default-counters.csv":[{"from":"3.0.0","to":"3.4.2","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/3.3.6-3.4.2/etc/default-counters.csv"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_TX_THROUGHPUT":"counter","DCGM_FI_DEV_PCIE_RX_THROUGHPUT":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label"}},{"from":"3.5.0","to":"3.6.1","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/3.3.9-3.6.1/etc/default-counters.csv"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_PROF_PCIE_TX_BYTES":"counter","DCGM_FI_PROF_PCIE_RX_BYTES":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label"}},{"from":"4.0.1","to":"4.2.0","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.2.3-4.2.0/etc/default-counters.csv"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}},{"from":"4.4.0","to":"4.8.2","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/etc/default-counters.csv"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_FB_RESERVED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}},{"from":"4.8.3","to":"4.8.4","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/etc/default-counters.csv","https://github.com/NVIDIA/dcgm-exporter/releases/tag/4.8.4"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_FB_RESERVED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"gauge","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}},{"from":"4.9.0","to":"4.9.0","sources":["https://github.com/NVIDIA/dcgm-exporter/releases/tag/4.9.0","https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/etc/default-counters.csv"],"counters":{"DCGM_FI_DEV_SM_CLOCK_HERTZ":"gauge","DCGM_FI_DEV_MEMORY_CLOCK_HERTZ":"gauge","DCGM_FI_DEV_MEMORY_TEMP_CELSIUS":"gauge","DCGM_FI_DEV_GPU_TEMP_CELSIUS":"gauge","DCGM_FI_DEV_BOARD_POWER_WATTS":"gauge","DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL":"counter","DCGM_FI_DEV_PCIE_REPLAY_TOTAL":"counter","DCGM_FI_DEV_GPU_UTIL_RATIO":"gauge","DCGM_FI_DEV_MEMORY_UTIL_RATIO":"gauge","DCGM_FI_DEV_ENC_UTIL_RATIO":"gauge","DCGM_FI_DEV_DEC_UTIL_RATIO":"gauge","DCGM_FI_DEV_XID_ERROR":"gauge","DCGM_FI_DEV_FB_FREE_BYTES":"gauge","DCGM_FI_DEV_FB_USED_BYTES":"gauge","DCGM_FI_DEV_FB_RESERVED_BYTES":"gauge","DCGM_FI_DEV_FB_CAPACITY_BYTES":"gauge","DCGM_FI_DEV_NVLINK_THROUGHPUT_BYTES_PER_SECOND":"gauge","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_ROW_REMAP_UNCORRECTABLE_TOTAL":"counter","DCGM_FI_DEV_ROW_REMAP_CORRECTABLE_TOTAL":"counter","DCGM_FI_DEV_ROW_REMAP_FAILED":"gauge","DCGM_FI_SYSTEM_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO":"gauge","DCGM_FI_PROF_TENSOR_UTIL_RATIO":"gauge","DCGM_FI_PROF_DRAM_UTIL_RATIO":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}}],"dcp-metrics-included.csv":[{"from":"3.0.0","to":"4.2.0","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.2.3-4.2.0/etc/dcp-metrics-included.csv"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}},{"from":"4.4.0","to":"4.8.2","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/etc/dcp-metrics-included.csv"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_FB_RESERVED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}},{"from":"4.8.3","to":"4.8.4","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/etc/dcp-metrics-included.csv","https://github.com/NVIDIA/dcgm-exporter/releases/tag/4.8.4"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_FB_RESERVED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"gauge","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}},{"from":"4.9.0","to":"4.9.0","sources":["https://github.com/NVIDIA/dcgm-exporter/releases/tag/4.9.0","https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/etc/dcp-metrics-included.csv"],"counters":{"DCGM_FI_DEV_SM_CLOCK_HERTZ":"gauge","DCGM_FI_DEV_MEMORY_CLOCK_HERTZ":"gauge","DCGM_FI_DEV_MEMORY_TEMP_CELSIUS":"gauge","DCGM_FI_DEV_GPU_TEMP_CELSIUS":"gauge","DCGM_FI_DEV_BOARD_POWER_WATTS":"gauge","DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL":"counter","DCGM_FI_DEV_PCIE_REPLAY_TOTAL":"counter","DCGM_FI_DEV_GPU_UTIL_RATIO":"gauge","DCGM_FI_DEV_MEMORY_UTIL_RATIO":"gauge","DCGM_FI_DEV_ENC_UTIL_RATIO":"gauge","DCGM_FI_DEV_DEC_UTIL_RATIO":"gauge","DCGM_FI_DEV_XID_ERROR":"gauge","DCGM_FI_DEV_FB_FREE_BYTES":"gauge","DCGM_FI_DEV_FB_USED_BYTES":"gauge","DCGM_FI_DEV_FB_RESERVED_BYTES":"gauge","DCGM_FI_DEV_FB_CAPACITY_BYTES":"gauge","DCGM_FI_DEV_NVLINK_THROUGHPUT_BYTES_PER_SECOND":"gauge","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_ROW_REMAP_UNCORRECTABLE_TOTAL":"counter","DCGM_FI_DEV_ROW_REMAP_CORRECTABLE_TOTAL":"counter","DCGM_FI_DEV_ROW_REMAP_FAILED":"gauge","DCGM_FI_SYSTEM_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO":"gauge","DCGM_FI_PROF_TENSOR_UTIL_RATIO":"gauge","DCGM_FI_PROF_DRAM_UTIL_RATIO":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}}],"chart":[{"from":"3.0.0","to":"4.7.1","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.4.2-4.7.1/deployment/templates/metrics-configmap.yaml"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"counter","DCGM_FI_PROF_PCIE_RX_BYTES":"counter"}},{"from":"4.8.0","to":"4.8.1","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.5.2-4.8.1/deployment/templates/metrics-configmap.yaml"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_FB_RESERVED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_DRIVER_VERSION":"label","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}},{"from":"4.8.2","to":"4.8.2","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/deployment/templates/metrics-configmap.yaml"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"counter","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}},{"from":"4.8.3","to":"4.8.4","sources":["https://github.com/NVIDIA/dcgm-exporter/blob/4.6.0-4.8.3/deployment/templates/metrics-configmap.yaml","https://github.com/NVIDIA/dcgm-exporter/releases/tag/4.8.4"],"counters":{"DCGM_FI_DEV_SM_CLOCK":"gauge","DCGM_FI_DEV_MEM_CLOCK":"gauge","DCGM_FI_DEV_MEMORY_TEMP":"gauge","DCGM_FI_DEV_GPU_TEMP":"gauge","DCGM_FI_DEV_POWER_USAGE":"gauge","DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":"counter","DCGM_FI_DEV_PCIE_REPLAY_COUNTER":"counter","DCGM_FI_DEV_GPU_UTIL":"gauge","DCGM_FI_DEV_MEM_COPY_UTIL":"gauge","DCGM_FI_DEV_ENC_UTIL":"gauge","DCGM_FI_DEV_DEC_UTIL":"gauge","DCGM_FI_DEV_XID_ERRORS":"gauge","DCGM_FI_DEV_FB_FREE":"gauge","DCGM_FI_DEV_FB_USED":"gauge","DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":"gauge","DCGM_FI_DEV_VGPU_LICENSE_STATUS":"gauge","DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":"counter","DCGM_FI_DEV_ROW_REMAP_FAILURE":"gauge","DCGM_FI_PROF_GR_ENGINE_ACTIVE":"gauge","DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":"gauge","DCGM_FI_PROF_DRAM_ACTIVE":"gauge","DCGM_FI_PROF_PCIE_TX_BYTES":"gauge","DCGM_FI_PROF_PCIE_RX_BYTES":"gauge"}}]}}');
// EXTERNAL MODULE: ./build/src/dcgm/metric-unit.js + 2 modules
var metric_unit = __webpack_require__(77897);
// EXTERNAL MODULE: ./build/src/dcgm/version.js
var dcgm_version = __webpack_require__(56514);
;// CONCATENATED MODULE: ./build/src/dcgm/default-counters.js



/** The rows that are on in a list as an exporter version ships it; undefined where there is no data. */
const shippedCounters = (list, version) => {
    const entry = (0,dcgm_version/* inRange */.r)(counter_lists_namespaceObject.k[list], version);
    if (entry === undefined)
        return undefined;
    const metrics = Object.entries(entry.counters).map(([name, type]) => {
        const help = (0,metric_unit/* helpOf */.Z)(name);
        return { name, type: type === "counter" || type === "label" ? type : "gauge", unit: (0,metric_unit/* unitOf */.u)(name, help), help };
    });
    return { metrics, sources: entry.sources };
};
/** The newest version of the exporter of which there is data. */
const newestShipped = (list) => counter_lists_namespaceObject.k[list].at(-1)?.to;
/**
 * The list that a path inside the image names, e.g.
 * `/etc/dcgm-exporter/dcp-metrics-included.csv`; null for any other file.
 */
const shippedListAt = (path) => {
    const name = /^\/etc\/dcgm-exporter\/([^/]+)$/.exec(path)?.[1];
    return name === "default-counters.csv" || name === "dcp-metrics-included.csv" ? name : null;
};
/** Metrics as the CSV that the exporter reads. */
const counterText = (metrics) => metrics.map(({ name, type, help }) => `${name},${type},"${help.replaceAll('"', '""')}"\n`).join("");


/***/ },

/***/ 35854:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ labelsIn),
  c: () => (/* binding */ ownLabels)
});

;// CONCATENATED MODULE: ./build/src/dcgm/data/exporter-labels.json
const exporter_labels_namespaceObject = /*#__PURE__*/JSON.parse('{"T":[{"from":"3.0.0","to":"3.4.1","labels":["gpu","UUID","device","modelName","GPU_I_PROFILE","GPU_I_ID","Hostname"],"xid":[],"source":"https://github.com/NVIDIA/dcgm-exporter/blob/3.3.5-3.4.1/pkg/dcgmexporter"},{"from":"3.4.2","to":"3.4.2","labels":["gpu","UUID","device","modelName","GPU_I_PROFILE","GPU_I_ID","Hostname"],"xid":["err_code","err_msg"],"source":"https://github.com/NVIDIA/dcgm-exporter/blob/3.3.6-3.4.2/pkg/dcgmexporter/gpu_collector.go"},{"from":"3.5.0","to":"4.8.2","labels":["gpu","UUID","pci_bus_id","device","modelName","GPU_I_PROFILE","GPU_I_ID","Hostname"],"xid":["err_code","err_msg"],"source":"https://github.com/NVIDIA/dcgm-exporter/blob/4.5.3-4.8.2/internal/pkg/rendermetrics/render_metrics.go"},{"from":"4.8.3","to":"4.9.0","labels":["gpu","UUID","pci_bus_id","device","modelName","GPU_I_PROFILE","GPU_I_ID","hostname"],"xid":["err_code","err_msg"],"source":"https://github.com/NVIDIA/dcgm-exporter/releases/tag/4.6.0-4.8.3"}],"u":{"DCGM_EXP_XID_ERRORS_COUNT":["xid","window_size_in_ms"],"DCGM_EXP_XID_ERRORS_TOTAL":["xid"],"DCGM_EXP_CLOCK_EVENTS_COUNT":["clock_event","window_size_in_ms"],"DCGM_EXP_CLOCK_EVENTS_TOTAL":["clock_event"],"DCGM_EXP_GPU_HEALTH_STATUS":["health_watch","health_error_code"],"DCGM_EXP_P2P_STATUS":["peer_gpu","link_status"],"DCGM_FI_DEV_NVSWITCH_FATAL_ERRORS":["nvswitch"],"DCGM_FI_DEV_SXID_FATAL_ERROR":["nvswitch"]}}');
// EXTERNAL MODULE: ./build/src/dcgm/version.js
var dcgm_version = __webpack_require__(56514);
;// CONCATENATED MODULE: ./build/src/dcgm/exporter-labels.js


/**
 * Labels that a version's metrics can have on a GPU or MIG device, and where that is written;
 * undefined where there is no data.
 */
const labelsIn = (version) => (0,dcgm_version/* inRange */.r)(exporter_labels_namespaceObject.T, version);
/**
 * Labels that only this metric has: of the exporter's computed metrics and of an NVSwitch's at any version, of the XID
 * errors from the version on that adds them.
 */
const ownLabels = (metric, version) => {
    if (metric !== "DCGM_FI_DEV_XID_ERRORS")
        return derived.get(metric) ?? [];
    return version === null ? [] : ((0,dcgm_version/* inRange */.r)(exporter_labels_namespaceObject.T, version)?.xid ?? []);
};
const derived = new Map(Object.entries(exporter_labels_namespaceObject.u));


/***/ },

/***/ 42746:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  GW: () => (/* binding */ draExporterName),
  Eg: () => (/* binding */ gpuOperatorRelease),
  qI: () => (/* binding */ gpuOperatorVersions)
});

// EXTERNAL MODULE: ./build/src/kubernetes/json-fields.js
var json_fields = __webpack_require__(50879);
;// CONCATENATED MODULE: ./build/src/dcgm/data/gpu-operator.json
const gpu_operator_namespaceObject = /*#__PURE__*/JSON.parse('{"A":"26.7.0","D":[{"version":"22.9.0","image":"3.0.4-3.0.0-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"22.9.1","image":"3.1.3-3.1.2-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"22.9.2","image":"3.1.3-3.1.2-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.3.0","image":"3.1.7-3.1.4-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.3.1","image":"3.1.7-3.1.4-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.3.2","image":"3.1.7-3.1.4-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.6.0","image":"3.1.8-3.1.5-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.6.1","image":"3.1.8-3.1.5-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.6.2","image":"3.1.8-3.1.5-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.9.0","image":"3.2.6-3.1.9-ubuntu20.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.9.1","image":"3.3.0-3.2.0-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"23.9.2","image":"3.3.0-3.2.0-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"24.3.0","image":"3.3.5-3.4.1-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"24.6.0","image":"3.3.7-3.5.0-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"24.6.1","image":"3.3.7-3.5.0-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"24.6.2","image":"3.3.7-3.5.0-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"24.9.0","image":"3.3.8-3.6.0-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"24.9.1","image":"3.3.9-3.6.1-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"24.9.2","image":"3.3.9-3.6.1-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"25.3.0","image":"4.1.1-4.0.4-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"25.3.1","image":"4.2.3-4.1.3-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"25.3.2","image":"4.2.3-4.1.3-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"25.3.3","image":"4.3.1-4.4.0-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"25.3.4","image":"4.3.1-4.4.0-ubuntu22.04","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"25.10.0","image":"4.4.1-4.6.0-distroless","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"25.10.1","image":"4.4.2-4.7.0-distroless","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"26.3.0","image":"4.5.1-4.8.0-distroless","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"26.3.1","image":"4.5.1-4.8.0-distroless","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"26.3.2","image":"4.5.3-4.8.2-distroless","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"26.3.3","image":"4.5.3-4.8.2-distroless","serviceMonitor":false,"interval":"15s","scrapeTimeout":null,"dra":false},{"version":"26.7.0","image":"4.6.0-4.8.3-distroless","serviceMonitor":true,"interval":"15s","scrapeTimeout":"10s","dra":true}]}');
;// CONCATENATED MODULE: ./build/src/dcgm/gpu-operator.js


/** First and last release of which there is data, and the one that counts where none is named. */
const gpuOperatorVersions = {
    default: gpu_operator_namespaceObject.A,
    from: `v${gpu_operator_namespaceObject.D[0]?.version}`,
    to: `v${gpu_operator_namespaceObject.D.at(-1)?.version}`,
};
/** What the second exporter of a gpu-operator, that of dynamic resource allocation, is called. */
const draExporterName = "nvidia-dcgm-exporter-dra";
/**
 * What a release of the gpu-operator makes in its namespace: the exporter's DaemonSet, its Service, the ServiceMonitor
 * where it is on, and the same of the exporter for dynamic resource allocation, which clusters run instead where
 * `gpuCluster.deployCR` is on (off by default). Null where there is no data.
 */
const gpuOperatorRelease = (version, namespace, wishes) => {
    const release = gpu_operator_namespaceObject.D.find((entry) => entry.version === version);
    if (release === undefined)
        return null;
    const assets = `https://github.com/NVIDIA/gpu-operator/tree/v${version}/assets/state-dcgm-exporter`;
    const manifests = `https://github.com/NVIDIA/gpu-operator/tree/v${version}/manifests/state-dcgm-exporter`;
    const values = `https://github.com/NVIDIA/gpu-operator/blob/v${version}/deployments/gpu-operator/values.yaml`;
    const names = release.dra ? ["nvidia-dcgm-exporter", draExporterName] : ["nvidia-dcgm-exporter"];
    return {
        exporter: release.image,
        objects: names.flatMap((name) => exporterObjects(name, namespace, release, wishes)),
        sources: release.dra ? [assets, manifests, values] : [assets, values],
    };
};
const exporterObjects = (name, namespace, release, wishes) => {
    const labels = { app: name };
    const metadata = { name, namespace, labels };
    const monitor = serviceMonitor(metadata, release, wishes);
    return [
        daemonSet(metadata, release, wishes),
        {
            apiVersion: "v1",
            kind: "Service",
            metadata: { ...metadata, annotations: { "prometheus.io/scrape": "true" } },
            spec: { selector: labels, ports: [{ name: "gpu-metrics", port: 9400, targetPort: 9400, protocol: "TCP" }] },
        },
        ...(monitor === null ? [] : [monitor]),
    ];
};
const daemonSet = (metadata, release, wishes) => {
    const name = (0,json_fields/* textOrEmpty */._c)(metadata, ["name"]);
    const labels = (0,json_fields/* objectAt */.lJ)(metadata, ["labels"]);
    const file = "dcgm-metrics.csv";
    const config = wishes.configMap;
    const collectors = `/etc/dcgm-exporter/${config === null ? "dcp-metrics-included.csv" : file}`;
    const env = [
        { name: "DCGM_EXPORTER_LISTEN", value: ":9400" },
        { name: "DCGM_EXPORTER_KUBERNETES", value: "true" },
        { name: "DCGM_EXPORTER_COLLECTORS", value: collectors },
        ...(name.endsWith("-dra") ? [{ name: "KUBERNETES_ENABLE_DRA", value: "true" }] : []),
        ...(wishes.podLabels ? [{ name: "DCGM_EXPORTER_KUBERNETES_ENABLE_POD_LABELS", value: "true" }] : []),
        ...(wishes.podUid ? [{ name: "DCGM_EXPORTER_KUBERNETES_ENABLE_POD_UID", value: "true" }] : []),
        ...wishes.env,
    ];
    const container = {
        name,
        image: `nvcr.io/nvidia/k8s/dcgm-exporter:${wishes.version ?? release.image}`,
        env,
        ports: [{ name: "metrics", containerPort: 9400 }],
        ...(config === null
            ? {}
            : { volumeMounts: [{ name: "metrics-config", mountPath: collectors, subPath: file, readOnly: true }] }),
    };
    const volumes = config === null
        ? {}
        : { volumes: [{ name: "metrics-config", configMap: { name: config, items: [{ key: file, path: file }] } }] };
    return {
        apiVersion: "apps/v1",
        kind: "DaemonSet",
        metadata,
        spec: {
            selector: { matchLabels: labels },
            template: { metadata: { labels }, spec: { containers: [container], ...volumes } },
        },
    };
};
const serviceMonitor = (metadata, release, { monitor }) => {
    if (!(monitor.enabled ?? release.serviceMonitor))
        return null;
    const scrapeTimeout = monitor.scrapeTimeout ?? release.scrapeTimeout;
    const labels = (0,json_fields/* objectAt */.lJ)(metadata, ["labels"]);
    return {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "ServiceMonitor",
        metadata: { ...metadata, labels: { ...labels, ...monitor.labels } },
        spec: {
            jobLabel: "app",
            namespaceSelector: { matchNames: [(0,json_fields/* textOrEmpty */._c)(metadata, ["namespace"])] },
            selector: { matchLabels: labels },
            endpoints: [
                {
                    port: "gpu-metrics",
                    path: "/metrics",
                    interval: monitor.interval ?? release.interval,
                    ...(scrapeTimeout === null ? {} : { scrapeTimeout }),
                    honorLabels: monitor.honorLabels ?? false,
                    ...(monitor.relabelings.length === 0 ? {} : { relabelings: monitor.relabelings }),
                },
            ],
        },
    };
};


/***/ },

/***/ 77897:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ helpOf),
  u: () => (/* binding */ unitOf)
});

;// CONCATENATED MODULE: ./build/src/dcgm/data/fields.json
const fields_namespaceObject = /*#__PURE__*/JSON.parse('{"O":{"DCGM_FI_DRIVER_VERSION":[null,"Version of the NVIDIA driver"],"DCGM_FI_SYSTEM_DRIVER_VERSION":[null,"Version of the NVIDIA driver"],"DCGM_FI_DEV_SM_CLOCK":["megahertz","Clock of the streaming multiprocessors"],"DCGM_FI_DEV_MEM_CLOCK":["megahertz","Clock of the memory"],"DCGM_FI_DEV_GPU_TEMP":["celsius","Temperature of the GPU"],"DCGM_FI_DEV_MEMORY_TEMP":["celsius","Temperature of the memory"],"DCGM_FI_DEV_POWER_USAGE":["watts","Power that the board draws"],"DCGM_FI_DEV_POWER_MGMT_LIMIT":["watts","Power limit as configured"],"DCGM_FI_DEV_ENFORCED_POWER_LIMIT":["watts","Power limit that the driver enforces"],"DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION":["millijoules","Energy used since the driver was loaded"],"DCGM_FI_DEV_FAN_SPEED":["percent","Speed of the fan"],"DCGM_FI_DEV_PCIE_REPLAY_COUNTER":[null,"PCIe retries"],"DCGM_FI_DEV_PCIE_TX_THROUGHPUT":["KB/s","Data sent over PCIe"],"DCGM_FI_DEV_PCIE_RX_THROUGHPUT":["KB/s","Data received over PCIe"],"DCGM_FI_DEV_GPU_UTIL":["percent","Share of time in which a kernel ran"],"DCGM_FI_DEV_MEM_COPY_UTIL":["percent","Share of time in which memory was read or written"],"DCGM_FI_DEV_ENC_UTIL":["percent","Use of the video encoder"],"DCGM_FI_DEV_DEC_UTIL":["percent","Use of the video decoder"],"DCGM_FI_DEV_XID_ERRORS":[null,"Code of the last XID error; it stays until the exporter restarts"],"DCGM_FI_DEV_POWER_VIOLATION":["nanoseconds","Time throttled because of power"],"DCGM_FI_DEV_THERMAL_VIOLATION":["nanoseconds","Time throttled because of heat"],"DCGM_FI_DEV_SYNC_BOOST_VIOLATION":["nanoseconds","Time throttled because of sync boost"],"DCGM_FI_DEV_BOARD_LIMIT_VIOLATION":["nanoseconds","Time throttled because of a limit of the board"],"DCGM_FI_DEV_LOW_UTIL_VIOLATION":["nanoseconds","Time throttled because of low use"],"DCGM_FI_DEV_RELIABILITY_VIOLATION":["nanoseconds","Time throttled for the sake of reliability"],"DCGM_FI_DEV_FB_TOTAL":["MiB","Frame buffer memory"],"DCGM_FI_DEV_FB_FREE":["MiB","Frame buffer memory that is free"],"DCGM_FI_DEV_FB_USED":["MiB","Frame buffer memory in use"],"DCGM_FI_DEV_FB_RESERVED":["MiB","Frame buffer memory that the driver keeps"],"DCGM_FI_DEV_FB_USED_PERCENT":["ratio","Frame buffer memory in use, 0 to 1"],"DCGM_FI_DEV_ECC_SBE_VOL_TOTAL":[null,"Single-bit ECC errors since the driver was loaded"],"DCGM_FI_DEV_ECC_DBE_VOL_TOTAL":[null,"Double-bit ECC errors since the driver was loaded"],"DCGM_FI_DEV_ECC_SBE_AGG_TOTAL":[null,"Single-bit ECC errors of the board\'s life"],"DCGM_FI_DEV_ECC_DBE_AGG_TOTAL":[null,"Double-bit ECC errors of the board\'s life"],"DCGM_FI_DEV_RETIRED_SBE":[null,"Memory pages retired for single-bit errors"],"DCGM_FI_DEV_RETIRED_DBE":[null,"Memory pages retired for double-bit errors"],"DCGM_FI_DEV_RETIRED_PENDING":[null,"Memory pages that the next restart retires"],"DCGM_FI_DEV_NVLINK_CRC_FLIT_ERROR_COUNT_TOTAL":[null,"NVLink flow-control CRC errors"],"DCGM_FI_DEV_NVLINK_CRC_DATA_ERROR_COUNT_TOTAL":[null,"NVLink data CRC errors"],"DCGM_FI_DEV_NVLINK_REPLAY_ERROR_COUNT_TOTAL":[null,"NVLink retries"],"DCGM_FI_DEV_NVLINK_RECOVERY_ERROR_COUNT_TOTAL":[null,"NVLink recoveries"],"DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL":["MB/s","Throughput of all NVLinks, a rate whatever its declared type"],"DCGM_FI_DEV_VGPU_LICENSE_STATUS":[null,"Whether the vGPU has a licence"],"DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS":[null,"Memory rows remapped for uncorrectable errors"],"DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS":[null,"Memory rows remapped for correctable errors"],"DCGM_FI_DEV_ROW_REMAP_FAILURE":[null,"1 where remapping a memory row failed"],"DCGM_FI_DEV_ROW_REMAP_PENDING":[null,"1 where a remapping waits for a reset"],"DCGM_FI_PROF_GR_ENGINE_ACTIVE":["ratio","Share of time in which the graphics engine was active"],"DCGM_FI_PROF_SM_ACTIVE":["ratio","Share of cycles in which a multiprocessor had a warp"],"DCGM_FI_PROF_SM_OCCUPANCY":["ratio","Resident warps of those that fit"],"DCGM_FI_PROF_PIPE_TENSOR_ACTIVE":["ratio","Share of cycles in which the tensor pipe was active"],"DCGM_FI_PROF_DRAM_ACTIVE":["ratio","Share of cycles in which the memory interface was active"],"DCGM_FI_PROF_PIPE_FP64_ACTIVE":["ratio","Share of cycles in which the FP64 pipe was active"],"DCGM_FI_PROF_PIPE_FP32_ACTIVE":["ratio","Share of cycles in which the FP32 pipe was active"],"DCGM_FI_PROF_PIPE_FP16_ACTIVE":["ratio","Share of cycles in which the FP16 pipe was active"],"DCGM_FI_PROF_PCIE_TX_BYTES":["bytes/s","Data sent over PCIe"],"DCGM_FI_PROF_PCIE_RX_BYTES":["bytes/s","Data received over PCIe"],"DCGM_FI_PROF_NVLINK_TX_BYTES":["bytes/s","Data sent over NVLink"],"DCGM_FI_PROF_NVLINK_RX_BYTES":["bytes/s","Data received over NVLink"],"DCGM_EXP_XID_ERRORS_COUNT":[null,"XID errors within the exporter\'s window"],"DCGM_EXP_XID_ERRORS_TOTAL":[null,"XID errors since the exporter started"],"DCGM_EXP_CLOCK_EVENTS_COUNT":[null,"Clock events within the exporter\'s window"],"DCGM_EXP_CLOCK_EVENTS_TOTAL":[null,"Clock events since the exporter started"],"DCGM_EXP_GPU_HEALTH_STATUS":[null,"Health that DCGM reports"],"DCGM_EXP_P2P_STATUS":[null,"State of the NVLink to each peer"],"DCGM_FI_DEV_SM_CLOCK_HERTZ":["hertz","Clock of the streaming multiprocessors"],"DCGM_FI_DEV_MEMORY_CLOCK_HERTZ":["hertz","Clock of the memory"],"DCGM_FI_DEV_GPU_ENERGY_JOULES_TOTAL":["joules","Energy used since the driver was loaded"],"DCGM_FI_DEV_GPU_UTIL_RATIO":["ratio","Share of time in which a kernel ran"],"DCGM_FI_DEV_MEMORY_UTIL_RATIO":["ratio","Share of time in which memory was read or written"],"DCGM_FI_DEV_ENC_UTIL_RATIO":["ratio","Use of the video encoder"],"DCGM_FI_DEV_DEC_UTIL_RATIO":["ratio","Use of the video decoder"],"DCGM_FI_DEV_FB_FREE_BYTES":["bytes","Frame buffer memory that is free"],"DCGM_FI_DEV_FB_USED_BYTES":["bytes","Frame buffer memory in use"],"DCGM_FI_DEV_FB_RESERVED_BYTES":["bytes","Frame buffer memory that the driver keeps"],"DCGM_FI_DEV_FB_CAPACITY_BYTES":["bytes","Frame buffer memory"],"DCGM_FI_DEV_NVLINK_THROUGHPUT_BYTES_PER_SECOND":["bytes/s","Throughput of all NVLinks, a rate whatever its declared type"],"DCGM_FI_DEV_GPU_TEMP_CELSIUS":["celsius","Temperature of the GPU"],"DCGM_FI_DEV_MEMORY_TEMP_CELSIUS":["celsius","Temperature of the memory"],"DCGM_FI_DEV_BOARD_POWER_WATTS":["watts","Power that the board draws"],"DCGM_FI_DEV_PCIE_REPLAY_TOTAL":[null,"PCIe retries"],"DCGM_FI_DEV_XID_ERROR":[null,"Code of the last XID error; it stays until the exporter restarts"],"DCGM_FI_DEV_ROW_REMAP_UNCORRECTABLE_TOTAL":[null,"Memory rows remapped for uncorrectable errors"],"DCGM_FI_DEV_ROW_REMAP_CORRECTABLE_TOTAL":[null,"Memory rows remapped for correctable errors"],"DCGM_FI_DEV_ROW_REMAP_FAILED":[null,"1 where remapping a memory row failed"],"DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO":["ratio","Share of time in which the graphics engine was active"],"DCGM_FI_PROF_TENSOR_UTIL_RATIO":["ratio","Share of cycles in which the tensor pipe was active"],"DCGM_FI_PROF_DRAM_UTIL_RATIO":["ratio","Share of cycles in which the memory interface was active"]}}');
;// CONCATENATED MODULE: ./build/src/dcgm/exporter-model.js
/** Units as DCGM's fields have them, by one name each. */
const units = [
    "hertz",
    "megahertz",
    "celsius",
    "watts",
    "joules",
    "millijoules",
    "percent",
    "ratio",
    "bytes",
    "KB",
    "MiB",
    "bytes/s",
    "KB/s",
    "MB/s",
    "seconds",
    "microseconds",
    "nanoseconds",
];

;// CONCATENATED MODULE: ./build/src/dcgm/metric-unit.js


/**
 * The unit of a DCGM field: the field's own where it is known, whatever a counter list says of it (the help texts of
 * the `*_VIOLATION` fields said microseconds for years and DCGM counts nanoseconds:
 * https://github.com/NVIDIA/dcgm-exporter/commit/e61056b), else what the help text names. Null: none, or unknown.
 */
const unitOf = (field, help) => {
    const known = knownField(field);
    return known === undefined ? unitIn(help) : known.unit;
};
/** What is known of a field beside its unit: a short help text of our own. */
const helpOf = (field) => knownField(field)?.help ?? "";
const fields = new Map(Object.entries(fields_namespaceObject.O));
const knownField = (field) => {
    const entry = fields.get(field);
    if (entry === undefined)
        return undefined;
    return { unit: units.find((unit) => unit === entry[0]) ?? null, help: entry[1] ?? "" };
};
const unitIn = (help) => {
    const named = /\(([^()]+)\)/
        .exec(help)?.[1]
        ?.trim()
        .replace(/^in\s+/i, "")
        .toLowerCase();
    if (named !== undefined && spellings.has(named))
        return spellings.get(named) ?? null;
    if (/\bbytes per second\b/i.test(help))
        return "bytes/s";
    return /^(?:the )?ratio\b/i.test(help) ? "ratio" : null;
};
const spellings = new Map([
    ["hz", "hertz"],
    ["hertz", "hertz"],
    ["mhz", "megahertz"],
    ["c", "celsius"],
    ["\u00b0c", "celsius"],
    ["celsius", "celsius"],
    ["w", "watts"],
    ["watts", "watts"],
    ["j", "joules"],
    ["joules", "joules"],
    ["mj", "millijoules"],
    ["%", "percent"],
    ["percent", "percent"],
    ["ratio", "ratio"],
    ["bytes", "bytes"],
    ["b", "bytes"],
    ["kb", "KB"],
    ["mib", "MiB"],
    ["b/s", "bytes/s"],
    ["bytes/s", "bytes/s"],
    ["bytes per second", "bytes/s"],
    ["kb/s", "KB/s"],
    ["mb/s", "MB/s"],
    ["s", "seconds"],
    ["seconds", "seconds"],
    ["us", "microseconds"],
    ["\u00b5s", "microseconds"],
    ["ns", "nanoseconds"],
]);


/***/ },

/***/ 80304:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  G: () => (/* binding */ chartRelease),
  c: () => (/* binding */ chartVersions)
});

;// CONCATENATED MODULE: ./build/src/dcgm/data/dcgm-exporter-chart.json
const dcgm_exporter_chart_namespaceObject = /*#__PURE__*/JSON.parse('{"A":"4.8.4","D":[{"version":"3.0.0","image":"3.0.4-3.0.0-ubuntu20.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.1.2","image":"3.1.3-3.1.2-ubuntu20.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.1.3","image":"3.1.6-3.1.3-ubuntu20.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.1.4","image":"3.1.7-3.1.4-ubuntu20.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.1.5","image":"3.1.8-3.1.5-ubuntu20.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.1.7","image":"3.2.5-3.1.7-ubuntu20.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.2.0","image":"3.3.0-3.2.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.3.0","image":"3.3.3-3.3.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.3.1","image":"3.3.3-3.3.1-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.4.0","image":"3.3.5-3.4.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.4.1","image":"3.3.5-3.4.1-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.4.2","image":"3.3.6-3.4.2-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.5.0","image":"3.3.7-3.5.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":false,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.6.0","image":"3.3.8-3.6.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":true,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"3.6.1","image":"3.3.9-3.6.1-ubuntu22.04","collectors":"/etc/dcgm-exporter/dcp-metrics-included.csv","configMapMounted":true,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.0.1","image":"4.0.0-4.0.1-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.0.3","image":"4.1.1-4.0.3-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.0.4","image":"4.1.1-4.0.4-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.1.0","image":"4.2.0-4.1.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.1.1","image":"4.2.3-4.1.1-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":false,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.1.3","image":"4.2.3-4.1.3-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.2.0","image":"4.2.3-4.2.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.4.0","image":"4.3.1-4.4.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.4.1","image":"4.3.1-4.4.1-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.5.0","image":"4.4.0-4.5.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.5.2","image":"4.4.1-4.5.2-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.6.0","image":"4.4.1-4.6.0-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.7.1","image":"4.4.2-4.7.1-ubuntu22.04","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":null},{"version":"4.8.0","image":"4.5.1-4.8.0-distroless","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":"10s"},{"version":"4.8.1","image":"4.5.2-4.8.1-distroless","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":"10s"},{"version":"4.8.2","image":"4.5.3-4.8.2-distroless","collectors":"/etc/dcgm-exporter/default-counters.csv","configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"15s","scrapeTimeout":"10s"},{"version":"4.8.3","image":"4.6.0-4.8.3-distroless","collectors":null,"configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"30s","scrapeTimeout":"25s"},{"version":"4.8.4","image":"4.8.4","collectors":null,"configMapMounted":true,"componentInSelector":true,"serviceMonitor":true,"interval":"30s","scrapeTimeout":"25s"}]}');
// EXTERNAL MODULE: ./build/src/dcgm/default-counters.js + 1 modules
var default_counters = __webpack_require__(79785);
;// CONCATENATED MODULE: ./build/src/dcgm/standalone-chart.js


/** First and last release of which there is data, and the one that counts where none is named. */
const chartVersions = {
    default: dcgm_exporter_chart_namespaceObject.A,
    from: dcgm_exporter_chart_namespaceObject.D[0]?.version ?? "",
    to: dcgm_exporter_chart_namespaceObject.D.at(-1)?.version ?? "",
};
const configMapName = "exporter-metrics-config-map";
/**
 * What NVIDIA's dcgm-exporter chart makes: DaemonSet, Service, ServiceMonitor and the ConfigMap with its counter list,
 * which since 3.6.0 is mounted over the list of the image and differs from it. Null where there is no data.
 * https://github.com/NVIDIA/dcgm-exporter/tree/4.5.3-4.8.2/deployment
 */
const chartRelease = (version, place, wishes) => {
    const release = dcgm_exporter_chart_namespaceObject.D.find((entry) => entry.version === version);
    if (release === undefined)
        return null;
    const base = baseOf(release, place);
    const shipped = (0,default_counters/* shippedCounters */.Vg)("chart", version);
    const counters = wishes.counters ?? (0,default_counters/* counterText */.io)(shipped?.metrics ?? []);
    const monitor = serviceMonitor(base, release, wishes);
    return {
        exporter: release.image,
        objects: [
            daemonSet(base, release, wishes),
            {
                apiVersion: "v1",
                kind: "Service",
                metadata: base.metadata,
                spec: {
                    type: "ClusterIP",
                    ports: [{ name: "metrics", port: 9400, targetPort: 9400, protocol: "TCP" }],
                    selector: release.componentInSelector ? base.selector : withoutComponent(base.selector),
                },
            },
            ...(monitor === null ? [] : [monitor]),
            {
                apiVersion: "v1",
                kind: "ConfigMap",
                metadata: { ...base.metadata, name: configMapName },
                data: { metrics: counters },
            },
        ],
        sources: [
            `https://github.com/NVIDIA/dcgm-exporter/releases/tag/${releaseTag(release.image)}`,
            ...(shipped?.sources ?? []),
        ],
    };
};
const baseOf = ({ version }, { release, namespace }) => {
    const selector = {
        "app.kubernetes.io/name": "dcgm-exporter",
        "app.kubernetes.io/instance": release,
        "app.kubernetes.io/component": "dcgm-exporter",
    };
    const labels = {
        "helm.sh/chart": `dcgm-exporter-${version}`,
        ...selector,
        "app.kubernetes.io/version": version,
        "app.kubernetes.io/managed-by": "Helm",
    };
    return { namespace, metadata: { name: fullName(release), namespace, labels }, selector };
};
/** The chart's own rule: the release's name where it has the chart's in it, cut to what a label holds. */
const fullName = (release) => (release.includes("dcgm-exporter") ? release : `${release}-dcgm-exporter`).slice(0, 63).replace(/-$/, "");
const withoutComponent = (selector) => Object.fromEntries(Object.entries(selector).filter(([key]) => key !== "app.kubernetes.io/component"));
const daemonSet = ({ metadata, selector }, release, wishes) => {
    // From 4.8.3 on the chart passes no list, and the exporter takes its default, over which the
    // ConfigMap is mounted all the same.
    const path = release.collectors ?? "/etc/dcgm-exporter/default-counters.csv";
    const file = path.split("/").at(-1) ?? "";
    const volume = "exporter-metrics-volume";
    const container = {
        name: "exporter",
        image: `nvcr.io/nvidia/k8s/dcgm-exporter:${wishes.version ?? release.image}`,
        ...(release.collectors === null ? {} : { args: ["-f", path] }),
        env: [
            { name: "DCGM_EXPORTER_KUBERNETES", value: "true" },
            ...(wishes.podLabels ? [{ name: "DCGM_EXPORTER_KUBERNETES_ENABLE_POD_LABELS", value: "true" }] : []),
            ...(wishes.podUid ? [{ name: "DCGM_EXPORTER_KUBERNETES_ENABLE_POD_UID", value: "true" }] : []),
            { name: "DCGM_EXPORTER_LISTEN", value: ":9400" },
            ...wishes.env,
        ],
        ports: [{ name: "metrics", containerPort: 9400 }],
        ...(release.configMapMounted ? { volumeMounts: [{ name: volume, mountPath: path, subPath: file }] } : {}),
    };
    const volumes = [{ name: volume, configMap: { name: configMapName, items: [{ key: "metrics", path: file }] } }];
    return {
        apiVersion: "apps/v1",
        kind: "DaemonSet",
        metadata,
        spec: {
            selector: { matchLabels: selector },
            template: {
                metadata: { labels: selector },
                spec: { containers: [container], ...(release.configMapMounted ? { volumes } : {}) },
            },
        },
    };
};
const serviceMonitor = (base, release, { monitor }) => {
    if (!(monitor.enabled ?? release.serviceMonitor))
        return null;
    const labels = base.metadata["labels"];
    const scrapeTimeout = monitor.scrapeTimeout ?? release.scrapeTimeout;
    return {
        apiVersion: "monitoring.coreos.com/v1",
        kind: "ServiceMonitor",
        metadata: { ...base.metadata, labels: { ...labels, ...monitor.labels } },
        spec: {
            selector: { matchLabels: base.selector },
            namespaceSelector: { matchNames: [base.namespace] },
            endpoints: [
                {
                    port: "metrics",
                    path: "/metrics",
                    interval: monitor.interval ?? release.interval,
                    ...(scrapeTimeout === null ? {} : { scrapeTimeout }),
                    honorLabels: monitor.honorLabels ?? false,
                    relabelings: monitor.relabelings,
                },
            ],
        },
    };
};
/** `4.6.0-4.8.3-distroless` was released as `4.6.0-4.8.3`. */
const releaseTag = (image) => image.split(/-[a-z]/, 1)[0] ?? image;


/***/ }

};
;
})
