import type { Random } from "./random.ts";

/** A value that is written as YAML in one of the many ways there are. */
export type Plain = string | number | readonly Plain[] | { readonly [key: string]: Plain };

const odd = [
  "\u2028",
  "\u2029",
  "\u0085",
  "\r",
  "\f",
  "\v",
  "\ufeff",
  "\t",
  "\u00a0",
  "\u200b",
  "\0",
  "\u0007",
  "\u{1f600}",
] as const;

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const escaped = (text: string): string =>
  `"${[...text].map((one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`).join("")}"`;

/** Writes YAML; `strange` is how often a piece is written in a way that readers may differ on. */
export class OddYaml {
  readonly #random: Random;
  readonly #strange: number;
  /** What is hidden where only some readers look: lines of a kustomization, of values. */
  readonly #hidden: () => string;
  #anchors = 0;

  constructor(random: Random, strange: number, hidden: () => string) {
    this.#random = random;
    this.#strange = strange;
    this.#hidden = hidden;
  }

  /** A whole document, as bytes. */
  document(value: { readonly [key: string]: Plain }): Uint8Array {
    const random = this.#random;
    const lines = Object.entries(value).flatMap(([key, held]) => [
      ...this.#noise(),
      `${this.#key(key)}: ${this.#value(held, 1)}`,
    ]);
    if (this.#often()) lines.push(random.pick(lines));
    if (this.#often()) lines.push(...this.#merge());
    const start = this.#often()
      ? random.pick([
          "---\n",
          "%YAML 1.1\n---\n",
          "%YAML 1.2\n---\n",
          "%TAG !e! tag:yaml.org,2002:\n---\n",
          "\ufeff",
          "--- # x\n",
        ])
      : "";
    const end = this.#often()
      ? random.pick(["...\n", "---\n", `---\n${this.#hidden()}\n`, `...\n${this.#hidden()}\n`, "# end", " "])
      : "";
    return this.#encode(`${start}${lines.join("\n")}\n${end}`);
  }

  #often(): boolean {
    return this.#random.chance(this.#strange);
  }

  #encode(text: string): Uint8Array {
    const random = this.#random;
    const ended = this.#often() ? text.replaceAll("\n", random.pick(["\r\n", "\r", "\u0085", "\n\r"])) : text;
    const bytes = this.#rarely()
      ? random.pick([
          Buffer.from(`\ufeff${ended}`, "utf16le"),
          Buffer.from(`\ufeff${ended}`, "utf16le").swap16(),
          Buffer.from(ended, "utf16le"),
          Buffer.from(ended, "latin1"),
        ])
      : Buffer.from(ended);
    if (this.#rarely() && bytes.length > 0) bytes[random.int(bytes.length)] = random.int(256);
    return bytes;
  }

  #rarely(): boolean {
    return this.#random.chance(this.#strange / 4);
  }

  /** Comments, some with a character that ends a line for one reader only. */
  #noise(): readonly string[] {
    if (!this.#often()) return [];
    return [
      this.#random.pick([
        `# x${this.#random.pick(odd)}${this.#hidden()}`,
        "# x",
        "",
        "  ",
        `#${this.#random.pick(odd)}`,
      ]),
    ];
  }

  #merge(): readonly string[] {
    const anchor = this.#anchor();
    const merge = this.#random.pick(["<<", "!!merge <<", '"<<"', "!!str <<", "? <<\n"]);
    return [
      `x-${anchor}: &${anchor}\n  ${this.#hidden().replaceAll("\n", "\n  ")}`,
      `${merge}: ${this.#random.pick([`*${anchor}`, `[*${anchor}, *${anchor}]`])}`,
    ];
  }

  #anchor(): string {
    this.#anchors += 1;
    return `a${this.#anchors}`;
  }

  #key(key: string): string {
    if (!this.#often()) return key;
    return this.#random.pick([
      ...[
        `"${key}"`,
        `'${key}'`,
        escaped(key),
        `!!str ${key}`,
        `!!binary ${base64(key)}`,
        `&${this.#anchor()} ${key}`,
        `? ${key}\n`,
      ],
      ...[
        key.toUpperCase(),
        key.replace("s", "\u017f"),
        key.replace("k", "\u212a"),
        `${key} `,
        `\t${key}`,
        `!e!str ${key}`,
        `!<tag:yaml.org,2002:str> ${key}`,
      ],
    ]);
  }

  #value(value: Plain, depth: number): string {
    const indent = "  ".repeat(depth);
    if (typeof value === "number") return String(value);
    if (typeof value === "string") return this.#text(value, indent);
    if (Array.isArray(value)) {
      if (value.length === 0) return "[]";
      if (this.#random.chance(0.3) && value.every((item) => typeof item === "string"))
        return `[${value.map((item) => this.#flow(item)).join(", ")}]`;
      return `\n${value.map((item: Plain) => `${indent}- ${this.#value(item, depth + 1)}`).join("\n")}`;
    }
    const entries = Object.entries(value as { readonly [key: string]: Plain });
    return `\n${entries.map(([key, held]) => `${indent}${this.#key(key)}: ${this.#value(held, depth + 1)}`).join("\n")}`;
  }

  #flow(text: string): string {
    return this.#often()
      ? this.#random.pick([JSON.stringify(text), `!!binary ${base64(text)}`, `!!str ${text}`, escaped(text)])
      : JSON.stringify(text);
  }

  #text(text: string, indent: string): string {
    if (text.includes("\n"))
      return `|-\n${text
        .split("\n")
        .map((line) => `${indent}${line}`)
        .join("\n")}`;
    if (!this.#often())
      return this.#random.chance(0.5) && /^[a-z.][\w./=-]*$/i.test(text) ? text : JSON.stringify(text);
    return this.#random.pick([
      ...[
        `'${text.replaceAll("'", "''")}'`,
        escaped(text),
        `!!str ${JSON.stringify(text)}`,
        `!!binary ${base64(text)}`,
        `!e!binary ${base64(text)}`,
      ],
      ...[
        `>-\n${indent}${text}`,
        `|\n${indent}${text}`,
        `&${this.#anchor()} ${JSON.stringify(text)}`,
        `${text} # x${this.#random.pick(odd)}y`,
        `${text}${this.#random.pick(odd)}`,
      ],
      ...[`!!binary |\n${indent}${base64(text)}`, `! ${JSON.stringify(text)}`, `${text}\t`],
    ]);
  }
}
