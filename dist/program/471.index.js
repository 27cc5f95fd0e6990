(function (module, exports, require, __dirname) {"use strict";
exports.id = 471;
exports.ids = [471];
exports.modules = {

/***/ 41471:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openOctokit: () => (/* binding */ openOctokit)
/* harmony export */ });
/* harmony import */ var _actions_github__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11758);
/* harmony import */ var _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49735);
/* harmony import */ var _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86856);



/** Bytes of one answer, unpacked: the longest that is asked for, 300 files with their patches, has some megabytes. */
const mostBytes = 64 * 1024 * 1024;
/** What Octokit says (deprecations, retries) quotes the server, and is nobody's progress. */
const silent = { debug: () => { }, info: () => { }, warn: () => { }, error: () => { } };
/** The runner's own client, which honours its proxy variables. Where a rate is used up it asks once more, in time. */
const openOctokit = ({ api, token, signal, isInTime }) => {
    const onLimit = (seconds, _request, _octokit, tries) => tries === 0 && isInTime(seconds);
    const octokit = (0,_actions_github__WEBPACK_IMPORTED_MODULE_0__/* .getOctokit */ .Q)(token, {
        baseUrl: api,
        userAgent: "prometheus-stack-action",
        log: silent,
        throttle: { onRateLimit: onLimit, onSecondaryRateLimit: onLimit },
        // After 0.2 and 0.8 s. Limits of the rate are the other plugin's.
        retry: { retries: 2, retryAfterBaseValue: 200, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    }, _octokit_plugin_throttling__WEBPACK_IMPORTED_MODULE_1__/* .throttling */ .A, _octokit_plugin_retry__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L);
    // Not as a parameter: pages are asked for without it, and one that never comes would keep this process.
    octokit.hook.before("request", (options) => {
        const own = options.request?.fetch ?? fetch;
        options.request = { ...options.request, signal, log: silent, fetch: limited(own) };
    });
    return octokit;
};
/** The same, where an answer that is longer ends early: what it holds is then no JSON. */
const limited = (own) => async (...asked) => {
    const { body, status, headers } = await own(...asked);
    let bytes = 0;
    const counter = new TransformStream({
        transform(chunk, controller) {
            bytes += chunk.byteLength;
            if (bytes > mostBytes)
                controller.error(new Error(`the answer is longer than ${mostBytes} bytes`));
            else
                controller.enqueue(chunk);
        },
    });
    return new Response(body?.pipeThrough(counter) ?? null, { status, headers: [...headers] });
};


/***/ }

};
;
})
