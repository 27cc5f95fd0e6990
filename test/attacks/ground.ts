import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Canaries, makeCanaries } from "./canaries.ts";
import { furnish } from "./furnish.ts";
import { filled, placeholders } from "./template.ts";

export const stack = "prometheus-stack";
export const script = `${stack}/upstream/install.sh`;
export const values = `${stack}/upstream/values.yaml`;
export const alerting = `${stack}/overlays/alerting`;
export const list = `${alerting}/kustomization.yaml`;

/** Addresses that texts of an attack may name. */
export type Names = Readonly<Record<string, string>>;

/** A runner's disk with the example stack in its workspace, and canaries all around it. */
export interface Ground {
  readonly root: string;
  readonly workspace: string;
  readonly outside: string;
  readonly home: string;
  readonly mount: string;
  readonly temp: string;
  readonly canaries: Canaries;
  /** A program of the tree that runs writes its name here. */
  readonly ran: string;
  /** Puts folders and addresses in the place of `$…` names. */
  fill(text: string): string;
  /** Adds names for `fill`. */
  name(names: Names): void;
  write(file: string, content: string | Uint8Array, mode?: number): void;
  append(file: string, text: string): void;
  read(file: string): string;
  /** Replaces text that must be in the file. */
  replace(file: string, from: string, to: string): void;
  remove(path: string): void;
  link(target: string, path: string): void;
  fifo(path: string): void;
  /** Makes a file that large, of holes. */
  sparse(path: string, bytes: number): void;
  /** Lists a file of the overlay `alerting` among its resources, on line 5, and writes it where there is a content. */
  resource(file: string, content?: string | Uint8Array): void;
  /** Puts a line in the place of the example's helm call; the chart is the tree's. */
  install(line: string): void;
  git(...args: readonly string[]): string;
  /** Commits all there is; gives the commit. */
  commit(message: string): string;
  clear(): void;
}

const helmCall = /^helm upgrade[\s\S]*$/m;

/** Lays out the disk of one run from the template. */
export const layGround = (template: string): Ground => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "prometheus-stack-attack-")));
  const mount = realpathSync(mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "attack-mount-")));
  const [workspace, outside, home, temp] = ["workspace", "outside", "home", "temp"].map((name) => join(root, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [outside, home, temp]) mkdirSync(folder);
  cpSync(template, workspace, { recursive: true, mode: 0, verbatimSymlinks: true });
  const canaries = makeCanaries();
  const ran = join(root, "ran");
  for (const file of filled) substitute(join(workspace, file), ran, canaries);
  furnish({ outside, home, mount }, canaries);
  let names: Names = { WORKSPACE: workspace, OUTSIDE: outside, HOME: home, MOUNT: mount, TEMP: temp };
  const fill = (text: string): string => text.replaceAll(/\$([A-Z_]+)/g, (whole, name: string) => names[name] ?? whole);
  const here = (path: string): string => join(workspace, path);
  const git = (...args: readonly string[]): string =>
    execFileSync("git", ["-C", workspace, "-c", "core.hooksPath=/dev/null", ...args], {
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: root },
    }).trim();
  const ground: Ground = {
    ...{ root, workspace, outside, home, mount, temp, canaries, ran, fill, git },
    name: (more) => {
      names = { ...names, ...more };
    },
    write(file, content, mode = 0o644) {
      mkdirSync(dirname(here(file)), { recursive: true });
      writeFileSync(here(file), typeof content === "string" ? fill(content) : content, { mode });
    },
    append: (file, text) => appendFileSync(here(file), fill(text)),
    read: (file) => readFileSync(here(file), "utf8"),
    replace(file, from, to) {
      const text = ground.read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      writeFileSync(
        here(file),
        text.replace(from, () => fill(to)),
      );
    },
    remove: (path) => rmSync(here(path), { recursive: true }),
    link(target, path) {
      mkdirSync(dirname(here(path)), { recursive: true });
      rmSync(here(path), { recursive: true, force: true });
      symlinkSync(fill(target), here(path));
    },
    fifo(path) {
      rmSync(here(path), { recursive: true, force: true });
      execFileSync("mkfifo", [here(path)]);
    },
    sparse: (path, bytes) => truncateSync(here(path), bytes),
    resource(file, content) {
      if (content !== undefined) ground.write(`${alerting}/${file}`, content);
      ground.replace(list, "resources:\n", `resources:\n  - ${JSON.stringify(file)}\n`);
    },
    install(line) {
      ground.write(
        script,
        ground.read(script).replace(helmCall, () => `${line}\n`),
      );
    },
    commit(message) {
      git("add", "--all", "--force", ".");
      git("commit", "--quiet", "--allow-empty", "--no-verify", "-m", message);
      return git("rev-parse", "HEAD");
    },
    clear() {
      for (const folder of [root, mount]) rmSync(folder, { recursive: true, force: true });
    },
  };
  return ground;
};

const substitute = (file: string, ran: string, { git }: Canaries): void => {
  const token = Buffer.from(`x-access-token:${git}`).toString("base64");
  const text = readFileSync(file, "utf8").replaceAll(placeholders.ran, ran).replaceAll(placeholders.git, token);
  writeFileSync(file, text);
};
