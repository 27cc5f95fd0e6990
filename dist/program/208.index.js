(function (module, exports, require, __dirname) {"use strict";
exports.id = 208;
exports.ids = [208];
exports.modules = {

/***/ 58208:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  proveRef: () => (/* binding */ proveRef)
});

// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
;// CONCATENATED MODULE: ./build/src/gate/allowed-ref.js

/** Characters of a pattern, and of a ref that is compared. */
const longest = 1024;
/**
 * Whether a ref, in full, is one of those that patterns name: `main` and `release/*` are branches, tags are written in
 * full. `*` stands for anything within a part between slashes, `**` for anything, as in a workflow's `branches:`.
 */
const allowedRef = (ref, patterns) => ref.length <= longest && patterns.some((pattern) => pattern.length <= longest && matching(pattern).matches(ref));
/** By RE2, whose time grows with the ref alone, however many stars there are. */
const matching = (pattern) => {
    const full = pattern.startsWith("refs/") ? pattern : `refs/heads/${pattern}`;
    const parts = full.split(/(\*+)/).map((part) => {
        if (!part.startsWith("*"))
            return build/* RE2JS */.L3.quote(part);
        return part === "*" ? "[^/]*" : "(?s:.*)";
    });
    return build/* RE2JS */.L3.compile(parts.join(""));
};

;// CONCATENATED MODULE: ./build/src/gate/prove-ref.js

/** `ref` is the run's, in full; empty where it is of none, as a deployment of a commit is. */
const proveRef = (target, ref, defaultBranch) => {
    if (ref === "")
        return { missing: ["the run is of no branch and of no tag"], ref: null };
    const patterns = target.refs ?? (defaultBranch === null ? null : [`refs/heads/${defaultBranch}`]);
    if (patterns === null)
        return { missing: ["the target names no `refs`, and which branch is the default one is not known"], ref };
    // A branch may have a star in no name of its own, so that one is no pattern.
    if (allowedRef(ref, patterns))
        return { missing: [], ref };
    const allowed = target.refs === null ? `${defaultBranch}, the default branch` : patterns.join(", ");
    return { missing: [`the run is of ${ref}, and only ${allowed} may deploy`], ref };
};


/***/ }

};
;
})
