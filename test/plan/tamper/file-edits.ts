/** One change of the bytes of a plan file that somebody could make, whatever digest they then give. */
export interface FileEdit {
  readonly name: string;
  readonly make: (bytes: Uint8Array) => Uint8Array;
}

const onText = (name: string, change: (text: string) => string): FileEdit => ({
  name,
  make: (bytes) => Buffer.from(change(Buffer.from(bytes).toString())),
});

/** Written again from the value, in another way. */
const onValue = (name: string, change: (value: Record<string, unknown>) => unknown): FileEdit =>
  onText(name, (text) => `${JSON.stringify(change(JSON.parse(text)))}\n`);

const afterBrace = (name: string, text: string): FileEdit =>
  onText(name, (file) => file.replace("{", () => `{${text}`));

const otherWriting: readonly FileEdit[] = [
  onText("without the line feed at its end", (text) => text.trimEnd()),
  onText("with a line feed more", (text) => `${text}\n`),
  onText("with the line end of Windows", (text) => `${text.trimEnd()}\r\n`),
  onText("with a space more", (text) => text.replace(":", ": ")),
  onText("laid out over lines", (text) => `${JSON.stringify(JSON.parse(text), null, 2)}\n`),
  onText("with a byte order mark", (text) => `\ufeff${text}`),
  onText("with a letter written as an escape", (text) => text.replace('"createdAt"', '"\\u0063reatedAt"')),
  onText("with a number written in another way", (text) => text.replace('"planVersion":1', '"planVersion":1.0')),
  onText("with a comment", (text) => text.replace("{", "{/* harmless */")),
  onText("with a comma at its end", (text) => text.replace(/\}\n$/, ",}\n")),
  onValue("with its keys in another order", (plan) => Object.fromEntries(Object.entries(plan).reverse())),
];

const twice: readonly FileEdit[] = [
  afterBrace("with a key twice, the same", '"planVersion":1,'),
  afterBrace("with a key twice, the other first", '"createdAt":"2001-01-01T00:00:00.000Z",'),
  onText("with a key twice, the other last", (text) =>
    text.replace(/\}\n$/, ',"expiresAt":"9999-01-01T00:00:00.000Z"}\n'),
  ),
  onText("with a key twice deep within", (text) => text.replace('"release":{', '"release":{"name":"other",')),
];

const otherFields: readonly FileEdit[] = [
  onValue("with a field more", (plan) => ({ ...plan, approved: true })),
  onValue("with a field more deep within", (plan) => ({ ...plan, target: { ...Object(plan["target"]), token: "x" } })),
  onValue("with a field less", ({ losses: _losses, ...plan }) => plan),
  afterBrace("with a prototype", '"__proto__":{"planVersion":1},'),
  onText("with a prototype among the inputs", (text) => text.replace('"inputs":{', '"inputs":{"__proto__":"x",')),
  onText("with a constructor", (text) => text.replace('"digests":{', '"digests":{"constructor":{"prototype":{}},')),
  onValue("with a text where a list belongs", (plan) => ({ ...plan, objects: "none" })),
  onValue("with null where a list belongs", (plan) => ({ ...plan, objects: null })),
  onValue("with an object where a time belongs", (plan) => ({ ...plan, expiresAt: {} })),
  onValue("with a day that no month has", (plan) => ({ ...plan, expiresAt: "2026-02-31T00:00:00.000Z" })),
  onValue("with a time zone of its own", (plan) => ({ ...plan, expiresAt: "2026-11-25T10:00:00+14:00" })),
  onValue("of a version to come", (plan) => ({ ...plan, planVersion: 2 })),
  onValue("with a digest of another kind", (plan) => ({ ...plan, digests: { config: null, chart: "md5:00" } })),
  onValue("with line ends in a name", (plan) => ({
    ...plan,
    target: { ...Object(plan["target"]), name: "a\n::error::b" },
  })),
  onValue("with a name of a megabyte", (plan) => ({
    ...plan,
    target: { ...Object(plan["target"]), name: "a".repeat(2 ** 20) },
  })),
  onText("with a number that no computer holds", (text) => text.replace(/"revision":\d+/, '"revision":1e999')),
  onText("with a negative number", (text) => text.replace(/"revision":\d+/, '"revision":-1')),
  onText("with a number beyond the exact ones", (text) =>
    text.replace(/"revision":\d+/, '"revision":9007199254740993'),
  ),
  onText("with half a character", (text) => text.replace('"notes":[', '"notes":["\\ud800",')),
  onValue("with more objects than any stack", (plan) => ({ ...plan, stale: Array(100_000).fill(null) })),
];

const otherBytes: readonly FileEdit[] = [
  { name: "empty", make: () => new Uint8Array() },
  { name: "cut in the middle", make: (bytes) => bytes.slice(0, bytes.length / 2) },
  { name: "cut before its last byte", make: (bytes) => bytes.slice(0, -2) },
  { name: "with bytes that are no UTF-8", make: (bytes) => Buffer.concat([bytes, Buffer.from([0xff, 0xfe])]) },
  { name: "with a zero byte", make: (bytes) => Buffer.concat([bytes, Buffer.from([0])]) },
  { name: "in UTF-16", make: (bytes) => Buffer.from(Buffer.from(bytes).toString(), "utf16le") },
  { name: "twice in one file", make: (bytes) => Buffer.concat([bytes, bytes]) },
  onText("of another kind of JSON", () => "[]\n"),
  onText("of null", () => "null\n"),
  onText("of a list that is nested without an end", () => "[".repeat(100_000)),
  onText("of a list that is nested deeply and ends", () => `${"[".repeat(100_000)}${"]".repeat(100_000)}\n`),
  onText("of objects that are nested deeply", () => `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}\n`),
  onText("of braces in a text that has no end", () => `"${"{".repeat(100_000)}`),
  onText("of nothing but backslashes", () => `"${"\\".repeat(100_001)}`),
  onText("of an archive", () => "PK\u0003\u0004plan.json"),
  { name: "larger than what is read", make: () => new Uint8Array(8 * 1024 * 1024 + 1).fill(0x20) },
];

/** Every change of a file of a plan that it has to be refused for, also where its digest was computed again. */
export const fileEdits: readonly FileEdit[] = [...otherWriting, ...twice, ...otherFields, ...otherBytes];
