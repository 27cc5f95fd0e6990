(function (module, exports, require, __dirname) {"use strict";
exports.id = 808;
exports.ids = [808];
exports.modules = {

/***/ 94003:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wi: () => (/* binding */ listTypeKeyword),
/* harmony export */   b4: () => (/* binding */ rulePlaces),
/* harmony export */   g_: () => (/* binding */ ruleKeyword),
/* harmony export */   t0: () => (/* binding */ schemaOfField),
/* harmony export */   w0: () => (/* binding */ hasRules)
/* harmony export */ });
/* harmony import */ var _core_once_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52615);
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30330);


/** The keyword of a schema under which its CEL rules stand. */
const ruleKeyword = "x-kubernetes-validations";
/**
 * `set` and `map`: two such lists are alike in any order.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#validation-rules
 */
const listTypeKeyword = "x-kubernetes-list-type";
const textOf = (value) => (typeof value === "string" && value !== "" ? value : null);
const rulesOf = (schema) => {
    const rules = schema[ruleKeyword];
    if (!Array.isArray(rules))
        return [];
    return rules.filter(_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G).flatMap((written) => {
        const rule = textOf(written["rule"]);
        if (rule === null)
            return [];
        return [
            {
                rule,
                message: textOf(written["message"]),
                messageExpression: textOf(written["messageExpression"]),
                fieldPath: textOf(written["fieldPath"]),
                optionalOldSelf: written["optionalOldSelf"] === true,
            },
        ];
    });
};
/** Whether a schema has a rule anywhere. */
const hasRules = (0,_core_once_js__WEBPACK_IMPORTED_MODULE_1__/* .once */ .O)((schema) => holdsRules(schema));
const holdsRules = (value) => {
    if (Array.isArray(value))
        return value.some(holdsRules);
    return (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value) && (Array.isArray(value[ruleKeyword]) || Object.values(value).some(holdsRules));
};
/** The schema of a field: its own, or that of all fields. */
const schemaOfField = ({ properties, additionalProperties }, name) => ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined) ?? additionalProperties;
/**
 * Every rule of a schema with every value in `value` that it is of, from the root on. Null is judged by no rule. Rules
 * stand beside `properties`, `items` and `additionalProperties`; in `allOf` and the like the API server takes none.
 */
const rulePlaces = (schema, value) => [...within(schema, value, [])];
function* within(schema, value, path) {
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(schema) || value === null || value === undefined)
        return;
    for (const rule of rulesOf(schema))
        yield { rule, schema, value, path };
    if (Array.isArray(value))
        for (const [index, element] of value.entries())
            yield* within(schema["items"], element, [...path, index]);
    else if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value))
        for (const [name, inner] of Object.entries(value))
            yield* within(schemaOfField(schema, name), inner, [...path, name]);
}


/***/ },

/***/ 99098:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ listMapKeys),
/* harmony export */   R: () => (/* binding */ listMapDuplicates)
/* harmony export */ });
/* harmony import */ var _kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30330);

/**
 * Says that a list is a map: of no two of its elements may these fields be alike.
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
const listMapKeys = "x-kubernetes-list-map-keys";
/**
 * What the API server refuses of a custom resource and JSON schema cannot say: elements of a list whose keys are alike.
 */
const listMapDuplicates = (schema, value) => [
    ...within(schema, value, []),
];
function* within(schema, value, path) {
    if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(schema))
        return;
    if (Array.isArray(value)) {
        yield* alike(schema, value, path);
        for (const [index, element] of value.entries())
            yield* within(schema["items"], element, [...path, index]);
    }
    else if ((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(value)) {
        const { properties, additionalProperties } = schema;
        for (const [name, inner] of Object.entries(value))
            yield* within(((0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(properties) ? properties[name] : undefined) ?? additionalProperties, inner, [
                ...path,
                name,
            ]);
    }
}
function* alike(schema, list, path) {
    const keys = schema[listMapKeys];
    if (!Array.isArray(keys))
        return;
    const seen = new Map();
    for (const [index, element] of list.entries()) {
        if (!(0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(element))
            continue;
        const named = keys.map(String).map((key) => [key, element[key] ?? defaultOf(schema, key)]);
        const text = JSON.stringify(named);
        const first = seen.get(text);
        seen.set(text, first ?? index);
        if (first === undefined)
            continue;
        const words = named.map(([key, value]) => `${key}: ${JSON.stringify(value ?? null)}`).join(", ");
        yield {
            path: [...path, index],
            message: `has the same ${words} as element ${first}, and the API server takes each once`,
        };
    }
}
/** The API server fills in defaults before it judges. */
const defaultOf = ({ items }, key) => {
    const properties = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(items) ? items["properties"] : undefined;
    const property = (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(properties) ? properties[key] : undefined;
    return (0,_kubernetes_manifest_js__WEBPACK_IMPORTED_MODULE_0__/* .isObject */ .G)(property) ? property["default"] : undefined;
};


/***/ },

/***/ 84505:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  cG: () => (/* binding */ isWrong),
  G7: () => (/* binding */ readSchema),
  Ft: () => (/* binding */ references)
});

// EXTERNAL MODULE: ./build/src/core/lately.js
var lately = __webpack_require__(25129);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
;// CONCATENATED MODULE: ./build/src/validate/schemas/number-quantities.js

/** Maps of quantities, and quantities, wherever Kubernetes' own kinds have them. */
const quantityMaps = new Set(["limits", "requests", "hard"]);
const quantities = new Set(["sizeLimit", "divisor"]);
/**
 * A schema whose quantities may be numbers too (`nvidia.com/gpu: 1`), as the API server takes them: OpenAPI says
 * `string`, and not every tool that makes schemas of it knows better.
 * https://github.com/kubernetes/kubernetes/issues/50957
 */
const withNumberQuantities = (schema) => mapped(schema, (keyword, inner) => keyword === "properties" && (0,manifest/* isObject */.G)(inner) ? mapped(inner, propertyOrText) : within(inner));
const within = (value) => {
    if (Array.isArray(value)) {
        const others = value.map(within);
        return others.some((other, index) => other !== value[index]) ? others : value;
    }
    return (0,manifest/* isObject */.G)(value) ? withNumberQuantities(value) : value;
};
const propertyOrText = (name, inner) => ((0,manifest/* isObject */.G)(inner) ? property(name, inner) : inner);
/** The object itself where nothing in it changes: of most schemas little does. */
const mapped = (object, change) => {
    let changed;
    for (const key of Object.keys(object)) {
        const value = object[key] ?? null;
        const other = change(key, value);
        if (other === value)
            continue;
        changed ??= { ...object };
        changed[key] = other;
    }
    return changed ?? object;
};
const property = (name, written) => {
    const schema = withNumberQuantities(written);
    if (quantities.has(name))
        return numberToo(schema);
    const each = schema["additionalProperties"];
    return quantityMaps.has(name) && (0,manifest/* isObject */.G)(each) ? { ...schema, additionalProperties: numberToo(each) } : schema;
};
const numberToo = (schema) => {
    const types = [schema["type"]].flat().filter((type) => typeof type === "string");
    return types.includes("string") && !types.includes("number") ? { ...schema, type: [...types, "number"] } : schema;
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/read-schema.js



/** The schema of a CustomResourceDefinition, which holds itself, is 60 levels deep. */
const deepest = 500;
/** The keywords by which a schema is described elsewhere, in the same text or in another one. */
const references = new Set(["$ref", "$dynamicRef", "$recursiveRef"]);
/**
 * Whether something in it is described elsewhere: kubeconform would look for that, over the network or in this
 * machine's files. The words of a schema of its own are looked for likewise.
 */
const refersOutside = (value, depth = 0) => {
    if (depth > deepest)
        throw new RangeError();
    if (Array.isArray(value))
        return value.some((item) => refersOutside(item, depth + 1));
    if (!(0,manifest/* isObject */.G)(value))
        return false;
    // Of 600 kB of schemas every key is looked at before kubeconform can start.
    for (const key of Object.keys(value)) {
        const inner = value[key];
        if (typeof inner === "string" ? leadsOutside(key, inner) : refersOutside(inner, depth + 1))
            return true;
    }
    return false;
};
const leadsOutside = (key, text) => key === "$schema"
    ? !/^https?:\/\/json-schema\.org\/[\w./-]*#?$/.test(text)
    : references.has(key) && !text.startsWith("#");
/** A JSON schema from its text, or what is wrong with it, as the end of a sentence. */
const readSchema = (0,lately/* lately */.C7)((text) => read(text), (text) => text);
const read = (text) => {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { wrong: "is not a JSON schema" };
    }
    if (!(0,manifest/* isObject */.G)(value))
        return { wrong: "is not a JSON schema" };
    try {
        if (refersOutside(value))
            return { wrong: "refers to another file: only standalone schemas can be used" };
    }
    catch (thrown) {
        if (!(thrown instanceof RangeError))
            throw thrown;
        return { wrong: "is nested too deeply" };
    }
    return withNumberQuantities(value);
};
/** Tells the trouble from the schema. */
const isWrong = (read) => typeof read["wrong"] === "string";


/***/ },

/***/ 2201:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I9: () => (/* binding */ schemaFile),
/* harmony export */   Q8: () => (/* binding */ schemaKeyText),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   d3: () => (/* binding */ isProper),
/* harmony export */   q4: () => (/* binding */ schemaLayout)
/* harmony export */ });
/** The key of an object with this `apiVersion` and `kind`. */
const keyOf = (apiVersion, kind) => {
    const slash = apiVersion.indexOf("/");
    return slash < 0
        ? { group: "", version: apiVersion, kind }
        : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1), kind };
};
/** `apiVersion kind`, e.g. `apps/v1 Deployment`: one text for each key. */
const schemaKeyText = (key) => `${key.group === "" ? key.version : `${key.group}/${key.version}`} ${key.kind}`;
/** The layout of the one folder that kubeconform is given, as its location template. */
const schemaLayout = "{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json";
/** The file of a key in `schemaLayout`. kubeconform takes the version for the group where there is none. */
const schemaFile = (key) => `${key.group === "" ? key.version : key.group}/${key.kind.toLowerCase()}_${key.version}.json`;
/**
 * Whether the key has a form that Kubernetes accepts. It becomes a part of file names and addresses, and comes from
 * files that anyone may propose: `kind: ../../x` must lead nowhere.
 */
const isProper = ({ group, version, kind }) => /^(?:[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?)?$/i.test(group) &&
    !group.includes("..") &&
    /^[a-z0-9]{1,63}$/i.test(version) &&
    /^[a-z0-9]{1,63}$/i.test(kind);


/***/ },

/***/ 51808:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ locatedSources),
  S: () => (/* binding */ schemaSources)
});

// EXTERNAL MODULE: ./build/src/core/errors.js
var errors = __webpack_require__(79597);
// EXTERNAL MODULE: ./build/src/kubernetes/manifest.js
var manifest = __webpack_require__(30330);
// EXTERNAL MODULE: ./build/src/validate/cel/rule-places.js
var rule_places = __webpack_require__(94003);
// EXTERNAL MODULE: ./build/src/validate/schemas/list-map-duplicates.js
var list_map_duplicates = __webpack_require__(99098);
;// CONCATENATED MODULE: ./build/src/validate/schemas/object-meta.js
const object_meta_text = { type: ["string", "null"] };
const truth = { type: ["boolean", "null"] };
const whole = { type: ["integer", "null"] };
const texts = { type: ["object", "null"], additionalProperties: { type: "string" } };
const owner = {
    type: "object",
    required: ["apiVersion", "kind", "name", "uid"],
    additionalProperties: false,
    properties: { apiVersion: object_meta_text, kind: object_meta_text, name: object_meta_text, uid: object_meta_text, controller: truth, blockOwnerDeletion: truth },
};
/**
 * The schema of an object's metadata. A CustomResourceDefinition says only `type: object` of it, and the API server
 * judges it all the same: without this a label that is a number would pass here and be refused there.
 * https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
 */
const objectMetaSchema = {
    type: "object",
    additionalProperties: false,
    properties: {
        annotations: texts,
        creationTimestamp: object_meta_text,
        deletionGracePeriodSeconds: whole,
        deletionTimestamp: object_meta_text,
        finalizers: { type: ["array", "null"], items: { type: "string" } },
        generateName: object_meta_text,
        generation: whole,
        labels: texts,
        managedFields: { type: ["array", "null"], items: { type: "object" } },
        name: object_meta_text,
        namespace: object_meta_text,
        ownerReferences: { type: ["array", "null"], items: owner },
        resourceVersion: object_meta_text,
        selfLink: object_meta_text,
        uid: object_meta_text,
    },
};

// EXTERNAL MODULE: ./build/src/validate/schemas/schema-key.js
var schema_key = __webpack_require__(2201);
;// CONCATENATED MODULE: ./build/src/validate/schemas/crd-schema.js





/** Part of the cache's address: raise it with every change of what this file or object-meta.ts makes. */
const crdSchemaRevision = 3;
/**
 * Keywords that mean the same in a CustomResourceDefinition and in JSON schema, and those that another judge of ours
 * reads (list-map-duplicates.ts, rule-places.ts).
 */
const plain = [
    rule_places/* ruleKeyword */.g_,
    rule_places/* listTypeKeyword */.Wi,
    list_map_duplicates/* listMapKeys */.B,
    "default",
    "format",
    "pattern",
    "maximum",
    "minimum",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "multipleOf",
    "maxLength",
    "minLength",
    "maxItems",
    "minItems",
    "uniqueItems",
    "maxProperties",
    "minProperties",
];
const branches = ["allOf", "anyOf", "oneOf"];
const propertiesOf = (schema) => (0,manifest/* isObject */.G)(schema["properties"])
    ? Object.fromEntries(Object.entries(schema["properties"]).filter((entry) => (0,manifest/* isObject */.G)(entry[1])))
    : {};
/** Where a field may not be null, `withoutDroppedNulls` takes it out before this schema judges. */
const typeOf = (schema) => {
    const types = schema["x-kubernetes-int-or-string"] === true ? ["integer", "string"] : [schema["type"]].flat();
    const known = types.filter((type) => typeof type === "string");
    if (known.length === 0)
        return undefined;
    if (schema["nullable"] === true)
        return [...known, "null"];
    return known.length === 1 ? known[0] : known;
};
const enumOf = (schema) => {
    const allowed = schema["enum"];
    if (!Array.isArray(allowed))
        return undefined;
    return schema["nullable"] === true && !allowed.includes(null) ? [...allowed, null] : allowed;
};
/** The API server fills in defaults before it judges: a required field with a default may be left out. */
const requiredOf = (schema) => {
    const named = propertiesOf(schema);
    const required = [schema["required"]].flat().filter((name) => typeof name === "string");
    const asked = required.filter((name) => named[name]?.["default"] === undefined);
    return asked.length > 0 ? asked : undefined;
};
const defined = (schema) => Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
/**
 * The tree of a structural schema, closed: fields that it does not name are refused, unless it says that it keeps them.
 */
const crd_schema_closed = (schema, isObjectRoot) => {
    const whole = isObjectRoot || schema["x-kubernetes-embedded-resource"] === true;
    const named = propertiesOf(schema);
    const properties = {};
    for (const [name, property] of Object.entries(named))
        properties[name] = crd_schema_closed(property, false);
    if (whole) {
        properties["apiVersion"] ??= { type: "string" };
        properties["kind"] ??= { type: "string" };
        properties["metadata"] = objectMetaSchema;
    }
    const hasProperties = Object.keys(properties).length > 0;
    const open = schema["x-kubernetes-preserve-unknown-fields"] === true;
    const rest = schema["additionalProperties"];
    return defined({
        ...judged(schema),
        type: typeOf(schema) ?? (whole ? "object" : undefined),
        properties: hasProperties ? properties : undefined,
        items: (0,manifest/* isObject */.G)(schema["items"]) ? crd_schema_closed(schema["items"], false) : undefined,
        additionalProperties: (0,manifest/* isObject */.G)(rest) ? crd_schema_closed(rest, false) : (rest ?? (hasProperties && !open ? false : undefined)),
    });
};
/** What judges values and adds no fields: it stays as it is, and is never closed. */
const judged = (schema) => {
    const kept = { enum: enumOf(schema), required: requiredOf(schema) };
    for (const keyword of plain)
        kept[keyword] = schema[keyword];
    const intOrString = schema["x-kubernetes-int-or-string"] === true;
    for (const keyword of branches) {
        const forms = schema[keyword];
        // int-or-string is written as anyOf of two types as well: typeOf() says it once, with a plainer error.
        if (Array.isArray(forms) && !(intOrString && keyword === "anyOf"))
            kept[keyword] = forms.filter(manifest/* isObject */.G).map(condition);
    }
    if ((0,manifest/* isObject */.G)(schema["not"]))
        kept["not"] = condition(schema["not"]);
    return defined(kept);
};
/** A branch of allOf, anyOf, oneOf or not: the whole of it is a condition. */
const condition = (schema) => {
    const properties = Object.entries(propertiesOf(schema)).map(([name, property]) => [name, condition(property)]);
    return defined({
        ...judged(schema),
        type: schema["type"],
        properties: properties.length > 0 ? Object.fromEntries(properties) : undefined,
        items: (0,manifest/* isObject */.G)(schema["items"]) ? condition(schema["items"]) : undefined,
    });
};
/**
 * The strict JSON schema of a custom resource, from the structural schema in its definition or
 * in an OpenAPI 3 document.
 */
const customSchema = (structural) => crd_schema_closed(structural, true);
/**
 * Every schema that a CustomResourceDefinition (`apiextensions.k8s.io/v1`) holds, one a
 * version; none for anything else.
 */
const crdSchemas = (crd) => {
    if (!(0,manifest/* isObject */.G)(crd) || crd["kind"] !== "CustomResourceDefinition" || !(0,manifest/* isObject */.G)(crd["spec"]))
        return [];
    const { group, names, versions } = crd["spec"];
    if (typeof group !== "string" || !(0,manifest/* isObject */.G)(names) || typeof names["kind"] !== "string" || !Array.isArray(versions))
        return [];
    const kind = names["kind"];
    return versions.filter(manifest/* isObject */.G).flatMap((version) => {
        const schema = (0,manifest/* isObject */.G)(version["schema"]) ? version["schema"]["openAPIV3Schema"] : undefined;
        if (typeof version["name"] !== "string" || !(0,manifest/* isObject */.G)(schema))
            return [];
        const key = { group, version: version["name"], kind };
        return (0,schema_key/* isProper */.d3)(key) ? [{ key, body: customSchema(schema) }] : [];
    });
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/openapi-kinds.js


/**
 * Which of an OpenAPI document's definitions (or component schemas) describe `keys`; a key that
 * none describes is left out.
 */
const describedKinds = (definitions, keys) => {
    const wanted = new Map(keys.map((key) => [(0,schema_key/* schemaKeyText */.Q8)(key), key]));
    return Object.entries(definitions).flatMap(([name, definition]) => {
        const kinds = (0,manifest/* isObject */.G)(definition) ? definition["x-kubernetes-group-version-kind"] : undefined;
        return [kinds ?? []].flat().flatMap((kind) => {
            if (!(0,manifest/* isObject */.G)(kind))
                return [];
            const named = {
                group: String(kind["group"] ?? ""),
                version: String(kind["version"]),
                kind: String(kind["kind"]),
            };
            const key = wanted.get((0,schema_key/* schemaKeyText */.Q8)(named));
            return key === undefined ? [] : [{ key, name }];
        });
    });
};
/** Whether a definition is of Kubernetes itself, by its name; the others are custom resources and added APIs. */
const isKubernetes = (name) => /^io\.k8s\.(api|apimachinery|apiextensions-apiserver|kube-aggregator)\./.test(name);

;// CONCATENATED MODULE: ./build/src/validate/schemas/openapi-schema.js

/** Keywords that mean the same in OpenAPI 2 and in JSON schema. */
const openapi_schema_plain = ["format", "pattern", "enum", "required", "maximum", "minimum", "maxLength", "minLength", "uniqueItems"];
const referencePrefix = "#/definitions/";
/**
 * Types that the document describes as `object` or `string` and that hold more than that: their own JSON form decides.
 * RawExtension and FieldsV1 hold any object; a quantity may be written as a number.
 */
const special = {
    "io.k8s.apimachinery.pkg.util.intstr.IntOrString": { type: ["integer", "string"] },
    "io.k8s.apimachinery.pkg.api.resource.Quantity": { type: ["string", "number"] },
    "io.k8s.apimachinery.pkg.runtime.RawExtension": { type: "object" },
    "io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1": { type: "object" },
};
/**
 * An absent field of Kubernetes' own kinds may be written as null, and a text as "": to the API
 * server they are the same.
 */
const absentToo = (schema) => {
    const types = [schema["type"]].flat().filter((type) => typeof type === "string");
    if (types.length === 0)
        return schema;
    const allowed = schema["enum"];
    const also = types.includes("string") ? ["", null] : [null];
    return {
        ...schema,
        type: [...types, "null"],
        ...(Array.isArray(allowed) ? { enum: [...new Set([...allowed, ...also])] } : {}),
    };
};
/**
 * The standalone strict JSON schema of one definition of Kubernetes' own kinds, from the `definitions` of the OpenAPI 2
 * document that an API server serves: references are inlined, fields that are not named are refused. What holds itself
 * is left open where it recurs.
 */
const openApiSchema = (definitions, root) => {
    /** `above` names the definitions that are being inlined. */
    const definition = (name, above) => {
        const known = special[name];
        if (known !== undefined)
            return known;
        const source = definitions[name];
        if (!(0,manifest/* isObject */.G)(source))
            return {};
        // JSONSchemaProps, the schema in a CustomResourceDefinition, is the one that holds itself.
        if (above.includes(name))
            return source["type"] === undefined ? {} : { type: source["type"] };
        return schema(source, [...above, name]);
    };
    const schema = (source, above) => {
        const reference = source["$ref"];
        if (typeof reference === "string")
            return definition(reference.slice(referencePrefix.length), above);
        const made = {};
        for (const keyword of ["type", ...openapi_schema_plain]) {
            const value = source[keyword];
            if (value !== undefined)
                made[keyword] = value;
        }
        if ((0,manifest/* isObject */.G)(source["items"]))
            made["items"] = schema(source["items"], above);
        if ((0,manifest/* isObject */.G)(source["additionalProperties"]))
            made["additionalProperties"] = schema(source["additionalProperties"], above);
        if ((0,manifest/* isObject */.G)(source["properties"])) {
            made["properties"] = properties(source["properties"], above);
            made["additionalProperties"] ??= false;
        }
        return made;
    };
    const properties = (source, above) => Object.fromEntries(Object.entries(source).flatMap(([name, property]) => (0,manifest/* isObject */.G)(property) ? [[name, absentToo(schema(property, above))]] : []));
    return definition(root, []);
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/schema.js
/** The schema of a text that `read` reads: at once, and so throwing what it throws, unless the text was read before. */
const schemaOf = (of, wasRead, read) => {
    let known = wasRead(of.text) ? null : read(of.text);
    return {
        ...of,
        get body() {
            known ??= read(of.text);
            return known;
        },
    };
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/cluster-source.js






const documentAt = async (path, { getRaw, server }) => {
    const text = await getRaw(path);
    try {
        const document = JSON.parse(text);
        if ((0,manifest/* isObject */.G)(document))
            return document;
    }
    catch {
        // Told below.
    }
    throw new errors/* OperatorError */.nv("cluster-unreachable", `${server} answered ${path} with something other than an OpenAPI document`, "Check that the address is an API server's, or name another of the schema-locations.");
};
const objectIn = (value, ...path) => path.reduce((here, key) => {
    const inner = here[key];
    return (0,manifest/* isObject */.G)(inner) ? inner : {};
}, value);
/** Version 3 has a custom resource's whole schema; version 2 leaves out defaults, null and alternatives. */
const customSchemas = async (keys, server) => {
    const groups = [...new Set(keys.map(({ group, version }) => `${group}/${version}`))];
    const documents = await Promise.all(groups.map((group) => documentAt(`/openapi/v3/apis/${group}`, server)));
    return documents.flatMap((document) => {
        const schemas = objectIn(document, "components", "schemas");
        return describedKinds(schemas, keys).map(({ key, name }) => ({ key, body: customSchema(objectIn(schemas, name)) }));
    });
};
/**
 * Schemas derived from the OpenAPI documents that the cluster serves: of Kubernetes' own kinds from version 2, one
 * request for all (0.1 s, and 30 ms to convert; version 3 is a request and a process a group), of custom resources from
 * version 3. Throws OperatorError `cluster-unreachable` or `unauthorized`.
 */
const clusterSource = (cluster) => {
    const name = `cluster ${cluster.server}`;
    return {
        name,
        async find(keys, wasRead) {
            const definitions = objectIn(await documentAt("/openapi/v2", cluster), "definitions");
            const described = describedKinds(definitions, keys);
            const own = described
                .filter((one) => isKubernetes(one.name))
                .map((one) => ({ key: one.key, body: openApiSchema(definitions, one.name) }));
            const custom = described.filter((one) => !isKubernetes(one.name)).map(({ key }) => key);
            const schemas = [...own, ...(await customSchemas(custom, cluster))].map(({ key, body }) => schemaOf({ key, source: name, text: JSON.stringify(body) }, wasRead, () => body));
            return { schemas, unreachable: null };
        },
    };
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/js-yaml/dist/js-yaml.mjs
var js_yaml = __webpack_require__(33243);
// EXTERNAL MODULE: ./build/src/core/lately.js
var lately = __webpack_require__(25129);
;// CONCATENATED MODULE: ./build/src/validate/schemas/keep.js
/** Writes what the next run may use again. A cache folder that cannot be written costs time, not the run. */
const keep = async (path, text, { files, log }) => {
    try {
        await files.write(path, text);
    }
    catch (thrown) {
        log.debug(`${path} could not be written: ${thrown instanceof Error ? thrown.message : thrown}`);
    }
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/crd-source.js









/**
 * Reading a definition of 800 kB takes up to 70 ms, all ten of the chart 400 ms: those that name none of
 * the kinds are left unread.
 */
const mayDefine = (text, kinds) => {
    for (const match of text.matchAll(/\bkind["']?[ \t]*:([^\n]*)/g))
        for (const word of match[1]?.match(/\w+/g) ?? [])
            if (kinds.has(word))
                return true;
    return false;
};
const make = (text) => {
    try {
        return (0,js_yaml/* loadAll */.gh)(text)
            .flatMap((document) => crdSchemas(document))
            .map(({ key, body }) => ({ key, text: JSON.stringify(body) }));
    }
    catch (thrown) {
        if (!(thrown instanceof js_yaml/* YAMLException */.tB))
            throw thrown;
        return { why: thrown.reason };
    }
};
const folderOf = (text, outside) => (0,external_node_path_.join)(outside.cacheDir, "crd-schemas", `${crdSchemaRevision}-${(0,external_node_crypto_.createHash)("sha256").update(text).digest("hex")}`);
const parsed = (text) => (text === null ? null : readJson(text).value);
const readJson = (0,lately/* lately */.C7)((text) => {
    try {
        return { value: JSON.parse(text) };
    }
    catch {
        return { value: null };
    }
}, (text) => text);
const bodyIn = (text) => {
    const body = parsed(text);
    return (0,manifest/* isObject */.G)(body) ? body : {};
};
/** What was made of this text before; null where something of it is missing or spoilt. */
const recall = async (folder, wanted, wasRead, { files }) => {
    const list = parsed(await files.read((0,external_node_path_.join)(folder, "list.json")));
    if (!Array.isArray(list))
        return null;
    const keys = list.filter((key) => wanted.has((0,schema_key/* schemaKeyText */.Q8)(key)));
    const texts = await Promise.all(keys.map((key) => files.read((0,external_node_path_.join)(folder, (0,schema_key/* schemaFile */.I9)(key)))));
    const isWhole = (text) => text !== null && (wasRead(text) || (0,manifest/* isObject */.G)(parsed(text)));
    return texts.every(isWhole) ? keys.map((key, index) => ({ key, text: texts[index] ?? "" })) : null;
};
/** The list is written last: it vouches for the files it names. */
const remember = async (folder, made, outside) => {
    await Promise.all(made.map(({ key, text }) => keep((0,external_node_path_.join)(folder, (0,schema_key/* schemaFile */.I9)(key)), text, outside)));
    await keep((0,external_node_path_.join)(folder, "list.json"), JSON.stringify(made.map(({ key }) => key)), outside);
};
/**
 * Schemas made from CustomResourceDefinitions as YAML texts, so that the operator's version and the schema are one.
 * What was made is kept in the cache folder, addressed by the text's digest and the maker's revision.
 */
const crdSource = (name, texts, outside) => ({
    name,
    async find(keys, wasRead) {
        const wanted = new Set(keys.map(schema_key/* schemaKeyText */.Q8));
        const kinds = new Set(keys.map((key) => key.kind));
        const of = async (text) => {
            const folder = folderOf(text, outside);
            const known = await recall(folder, wanted, wasRead, outside);
            if (known !== null)
                return known;
            const made = make(text);
            if (!("why" in made))
                await remember(folder, made, outside);
            return made;
        };
        const found = await Promise.all(texts.filter((text) => mayDefine(text, kinds)).map(of));
        const made = found.flatMap((one) => ("why" in one ? [] : one)).filter(({ key }) => wanted.has((0,schema_key/* schemaKeyText */.Q8)(key)));
        const unread = found.flatMap((one) => ("why" in one ? one.why : []));
        return {
            // Each was made here, or found to be whole.
            schemas: made.map((one) => schemaOf({ ...one, source: name }, () => true, bodyIn)),
            unreachable: unread.length > 0 ? `a text among the ${name} is no YAML: ${unread.join("; ")}` : null,
        };
    },
});

// EXTERNAL MODULE: ./build/src/core/within.js
var within = __webpack_require__(75209);
// EXTERNAL MODULE: ./build/src/validate/schemas/read-schema.js + 1 modules
var read_schema = __webpack_require__(84505);
// EXTERNAL MODULE: ./build/src/validate/schemas/schema-template.js
var schema_template = __webpack_require__(63238);
;// CONCATENATED MODULE: ./build/src/validate/schemas/folder-source.js






const parse = (text, path) => {
    const read = (0,read_schema/* readSchema */.G7)(text);
    if (!(0,read_schema/* isWrong */.cG)(read))
        return read;
    throw new errors/* OperatorError */.nv("invalid-input", `schema-locations: ${path} ${read.wrong}`, "Repair or remove the file.");
};
const readerOf = async (location, { files, workspace }) => {
    const { root } = workspace;
    const start = (0,external_node_path_.resolve)(root, fixedPart(location));
    const inside = await placeInWorkspace(start, root, files);
    if (inside === null)
        return files;
    const within = (path) => (0,external_node_path_.relative)(root, (0,external_node_path_.join)(inside, (0,external_node_path_.relative)(start, path))) || ".";
    return {
        isFolder: async (path) => (await workspace.kind(within(path))) === "directory",
        async read(path) {
            const read = await workspace.read(within(path));
            if (read.ok || read.why === "missing")
                return read.ok ? read.text : null;
            throw new errors/* OperatorError */.nv("invalid-input", `schema-locations: ${read.message}`, "Repair or remove the file.");
        },
    };
};
/**
 * The path as the workspace knows it, however the workspace is named on the way to it; null where the
 * path does not lead into it.
 */
const placeInWorkspace = async (path, root, { real }) => {
    if ((0,within/* isWithin */.UO)(root, path))
        return path;
    for (let above = path; above !== (0,external_node_path_.dirname)(above); above = (0,external_node_path_.dirname)(above)) {
        const found = await real(above);
        if (found !== null && (0,within/* isWithin */.UO)(root, found))
            return (0,external_node_path_.join)(found, (0,external_node_path_.relative)(above, path));
    }
    return null;
};
/** The folders that a location names whatever the object. */
const fixedPart = (location) => {
    const variable = location.indexOf("{{");
    if (variable >= 0)
        return `${location.slice(0, variable)}x`.replace(/[^/]*$/, "") || ".";
    return location.endsWith(".json") ? (0,external_node_path_.dirname)(location) : location;
};
/**
 * The places a folder may have a schema at: a template says it, else kubeconform's layout, else its
 * file names directly inside.
 */
const templatesOf = async (location, root, reader) => {
    const path = (0,external_node_path_.resolve)(root, location);
    if (location.endsWith(".json"))
        return [path];
    if (await reader.isFolder(path))
        return [(0,external_node_path_.join)(path, schema_template/* standardLayout */.Wh), (0,external_node_path_.join)(path, schema_template/* standardName */.bq)];
    throw new errors/* OperatorError */.nv("invalid-input", `schema-locations: there is no folder ${location}`, "Name a folder (absolute, or relative to the repository root; no link leads out of the repository), a location template that ends in .json, `default` or `cluster`.");
};
/** Schemas in a local folder, or at a local location template. */
const folderSource = (location, kubeVersion, outside) => {
    (0,schema_template/* assertTemplate */.bh)(location);
    return {
        name: location,
        async find(keys, wasRead) {
            const reader = await readerOf(location, outside);
            const templates = await templatesOf(location, outside.workspace.root, reader);
            const of = async (key) => {
                for (const template of templates) {
                    const path = (0,schema_template/* expand */.fT)(template, key, kubeVersion);
                    const text = await reader.read(path);
                    if (text !== null)
                        return [schemaOf({ key, source: location, text }, wasRead, () => parse(text, path))];
                }
                return [];
            };
            return { schemas: (await Promise.all(keys.map(of))).flat(), unreachable: null };
        },
    };
};

// EXTERNAL MODULE: ./build/src/core/trim-end.js
var trim_end = __webpack_require__(52182);
// EXTERNAL MODULE: ./build/src/secrets/address-credentials.js
var address_credentials = __webpack_require__(63223);
;// CONCATENATED MODULE: ./build/src/validate/schemas/http-source.js









/** The public schemas of every Kubernetes release, where kubeconform itself looks. */
const publicLocation = "https://raw.githubusercontent.com/yannh/kubernetes-json-schema/master";
/** One question first: a server that cannot be reached costs this long, not this long a kind. */
const probeMs = 3_000;
const fetchMs = 10_000;
const maxBytes = 16 * 1024 * 1024;
const atOnce = 8;
/** Every Kubernetes release has it. */
const surelyThere = (0,schema_key/* keyOf */.TN)("v1", "ConfigMap");
/** An address without the user and password in it. */
const shown = address_credentials/* hideAddressCredentials */.V;
const cachePath = (url, outside) => (0,external_node_path_.join)(outside.cacheDir, "schemas", `${(0,external_node_crypto_.createHash)("sha256").update(url).digest("hex")}.json`);
/** The text of a schema that can be read. */
const http_source_recall = async (url, wasRead, outside) => {
    const text = await outside.files.read(cachePath(url, outside));
    return text === null || wasRead(text) || !(0,read_schema/* isWrong */.cG)((0,read_schema/* readSchema */.G7)(text)) ? text : null;
};
const fetchSchema = async (url, timeoutMs, outside) => {
    const { status, body } = await outside.httpGet(url, { timeoutMs, maxBytes });
    if (status === 404)
        return { absent: true };
    if (status !== 200)
        return { unreachable: `${shown(url)} answered with HTTP status ${status}` };
    const text = new TextDecoder().decode(body);
    const schema = (0,read_schema/* readSchema */.G7)(text);
    if ((0,read_schema/* isWrong */.cG)(schema))
        return { unreachable: `what ${shown(url)} answered ${schema.wrong}` };
    await keep(cachePath(url, outside), text, outside);
    return { text };
};
const get = async (url, timeoutMs, wasRead, outside) => {
    const text = await http_source_recall(url, wasRead, outside);
    if (text !== null)
        return { text };
    try {
        return await fetchSchema(url, timeoutMs, outside);
    }
    catch (thrown) {
        // A cancelled run stops; a server that cannot be asked is told, and the run goes on.
        if (outside.signal.aborted)
            throw thrown;
        return { unreachable: `${shown(url)} could not be reached: ${thrown instanceof Error ? thrown.message : thrown}` };
    }
};
const readText = (text) => {
    const read = (0,read_schema/* readSchema */.G7)(text);
    if ((0,read_schema/* isWrong */.cG)(read))
        throw new Error(`the schema ${read.wrong}`);
    return read;
};
/** Asks for all, a few at once, and stops asking at the first that shows the server to be out of reach. */
const getAll = async (keys, address, wasRead, outside) => {
    const found = [];
    const waiting = [...keys];
    let unreachable = null;
    const worker = async () => {
        for (let key = waiting.shift(); key !== undefined && unreachable === null; key = waiting.shift()) {
            const got = await get(address(key), fetchMs, wasRead, outside);
            if ("text" in got)
                found.push({ key, text: got.text });
            if ("unreachable" in got)
                unreachable ??= got.unreachable;
        }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return { found, unreachable: unreachable };
};
/**
 * Schemas at a public or private address: kubeconform's layout below it, or a location template. Each is fetched once
 * and kept in the cache folder by its address; what is in the cache is served without the network.
 */
const httpSource = (location, kubeVersion, outside) => {
    (0,schema_template/* assertTemplate */.bh)(location);
    const versioned = !location.endsWith(".json");
    const template = versioned ? `${(0,trim_end/* trimEnd */.s)(location, "/")}/${schema_template/* standardLayout */.Wh}` : location;
    const address = (key) => (0,schema_template/* expand */.fT)(template, key, kubeVersion);
    const name = location === publicLocation ? "default" : shown(location);
    /** Of a text that was found to be one. */
    const schemaAt = ({ key, text }) => schemaOf({ key, source: name, text }, () => true, readText);
    const whyNot = async (first, wasRead) => {
        const got = await get(address(versioned ? surelyThere : first), probeMs, wasRead, outside);
        if ("unreachable" in got)
            return got.unreachable;
        if ("absent" in got && versioned)
            return `${shown(location)} has no schemas of Kubernetes ${(0,schema_template/* normalizedVersion */.ch)(kubeVersion)}: set kubernetes-version to a release that it has`;
        return null;
    };
    return {
        name,
        async find(keys, wasRead) {
            const known = await Promise.all(keys.map(async (key) => ({ key, text: await http_source_recall(address(key), wasRead, outside) })));
            const schemas = known.flatMap(({ key, text }) => (text === null ? [] : [schemaAt({ key, text })]));
            const missing = known.filter(({ text }) => text === null).map(({ key }) => key);
            const [first] = missing;
            if (first === undefined)
                return { schemas, unreachable: null };
            const unreachable = await whyNot(first, wasRead);
            if (unreachable !== null)
                return { schemas, unreachable };
            const got = await getAll(missing, address, wasRead, outside);
            return { schemas: [...schemas, ...got.found.map(schemaAt)], unreachable: got.unreachable };
        },
    };
};

;// CONCATENATED MODULE: ./build/src/validate/schemas/schema-sources.js





const sourceAt = (location, { kubeVersion, cluster, outside }) => {
    if (location === "default")
        return httpSource(publicLocation, kubeVersion, outside);
    if (location === "cluster") {
        if (cluster !== null)
            return clusterSource(cluster);
        throw new errors/* OperatorError */.nv("invalid-input", "schema-locations: `cluster` needs a cluster, and none is named", "Set kubeconfig or kubeconfig-data, or name another location, e.g. `default`.");
    }
    if (/^https?:\/\//.test(location))
        return httpSource(location, kubeVersion, outside);
    return folderSource(location, kubeVersion, outside);
};
/**
 * Where schemas come from, in the order asked: the CustomResourceDefinitions that would be applied, then
 * the locations of the input.
 */
const schemaSources = (render, manifests, options) => {
    const { chart, crds } = render.chart;
    const own = manifests.filter(({ ref }) => ref.kind === "CustomResourceDefinition").map(({ text }) => text);
    return [
        crdSource(`CustomResourceDefinitions of ${chart.name} ${chart.version}`, crds, options.outside),
        ...(own.length > 0 ? [crdSource("CustomResourceDefinitions among the manifests", own, options.outside)] : []),
        ...locatedSources(options),
    ];
};
/** The locations of the input alone. Throws OperatorError `invalid-input`. */
const locatedSources = (options) => options.inputs.schemaLocations.map((location) => sourceAt(location, options));


/***/ },

/***/ 63238:
/***/ (__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Wh: () => (/* binding */ standardLayout),
/* harmony export */   bh: () => (/* binding */ assertTemplate),
/* harmony export */   bq: () => (/* binding */ standardName),
/* harmony export */   ch: () => (/* binding */ normalizedVersion),
/* harmony export */   fT: () => (/* binding */ expand)
/* harmony export */ });
/* harmony import */ var _core_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79597);

/** The layout that kubeconform assumes where a location is no template. */
const standardLayout = "{{.NormalizedKubernetesVersion}}-standalone{{.StrictSuffix}}/{{.ResourceKind}}{{.KindSuffix}}.json";
/** kubeconform's file name alone, for a folder that holds one version's schemas directly. */
const standardName = "{{.ResourceKind}}{{.KindSuffix}}.json";
const variables = [
    "NormalizedKubernetesVersion",
    "StrictSuffix",
    "ResourceKind",
    "ResourceAPIVersion",
    "Group",
    "KindSuffix",
];
/** `v1.35.4` of `1.35.4`, `v1.35.4+k3s1` or `1.35.4-eks-1`: schemas are published by release, not by vendor. */
const normalizedVersion = (version) => {
    const release = /^v?(\d+\.\d+\.\d+)/.exec(version)?.[1];
    return release === undefined ? "master" : `v${release}`;
};
const valuesFor = (key, kubeVersion) => {
    const group = key.group === "" ? key.version : key.group;
    const suffix = `-${(group.split(".")[0] ?? "").toLowerCase()}`;
    return {
        NormalizedKubernetesVersion: normalizedVersion(kubeVersion),
        StrictSuffix: "-strict",
        ResourceKind: key.kind.toLowerCase(),
        ResourceAPIVersion: key.version,
        Group: group,
        KindSuffix: key.group === "" ? suffix : `${suffix}-${key.version.toLowerCase()}`,
    };
};
const placeholder = /\{\{-?([^{}]*)\}\}/g;
const nameIn = (inner) => inner.replace(/-$/, "").trim();
const isVariable = (name) => variables.includes(name);
/** Throws OperatorError `invalid-input` where a location names a variable that kubeconform does not document. */
const assertTemplate = (location) => {
    for (const [text, inner = ""] of location.matchAll(placeholder)) {
        const name = nameIn(inner);
        if (name.startsWith(".") && isVariable(name.slice(1)))
            continue;
        throw new _core_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .OperatorError */ .nv("invalid-input", `schema-locations: ${text} in ${location} is no variable of a schema location`, `Use ${variables.map((variable) => `{{.${variable}}}`).join(", ")}.`);
    }
};
/**
 * The place of a key's schema, as kubeconform documents its locations:
 * https://github.com/yannh/kubeconform#overriding-schemas-location
 */
const expand = (template, key, kubeVersion) => {
    const values = valuesFor(key, kubeVersion);
    return template.replaceAll(placeholder, (text, inner) => {
        const variable = nameIn(inner).slice(1);
        return isVariable(variable) ? values[variable] : text;
    });
};


/***/ }

};
;
})
