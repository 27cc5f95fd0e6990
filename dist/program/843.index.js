(function (module, exports, require, __dirname) {"use strict";
exports.id = 843;
exports.ids = [843];
exports.modules = {

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

/***/ 1417:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ readUntrustedJson),
/* harmony export */   z: () => (/* binding */ tooManyBytes)
/* harmony export */ });
/** Reads JSON as what anybody may have written: within limits, and in UTF-8. It never throws. */
const readUntrustedJson = (bytes, { mostBytes, maxDepth }) => {
    if (bytes.length > mostBytes)
        return no(tooManyBytes(bytes.length, mostBytes));
    if (isDeep(bytes, maxDepth))
        return no(`it is nested more than ${maxDepth} levels deep`);
    const text = textOf(bytes);
    if (text === null)
        return no("it is not UTF-8");
    try {
        return { ok: true, text, value: JSON.parse(text) };
    }
    catch {
        return no("it is not JSON");
    }
};
/** The clause about a file that is larger than what is read. */
const tooManyBytes = (bytes, most) => `it has ${bytes} bytes, and at most ${most} are read`;
const no = (problem) => ({ ok: false, problem });
const textOf = (bytes) => {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch {
        return null;
    }
};
const [quote, backslash] = ['"', "\\"].map((character) => character.charCodeAt(0));
const opening = new Set(["{", "["].map((character) => character.charCodeAt(0)));
const closing = new Set(["}", "]"].map((character) => character.charCodeAt(0)));
/** Counted before anything is made of it, byte by byte: in UTF-8 none of these is part of another character. */
const isDeep = (bytes, maxDepth) => {
    let depth = 0;
    let inText = false;
    for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (inText) {
            if (byte === backslash)
                at += 1;
            else if (byte === quote)
                inText = false;
        }
        else if (byte === quote)
            inText = true;
        else if (opening.has(byte))
            depth += 1;
        else if (closing.has(byte))
            depth -= 1;
        if (depth > maxDepth)
            return true;
    }
    return false;
};


/***/ }

};
;
})
