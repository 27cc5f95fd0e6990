// Every npm script starts here. It runs under whatever Node the machine has (18 or newer), gets the dependencies
// and Node 24 ready, then runs the TypeScript file that it was given: node scripts/bootstrap.mjs
// scripts/<name>.ts [arguments]
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const wantedMajor = 24;

const fail = (message) => {
  process.stderr.write(`error: ${message}\n`);
  process.exit(1);
};

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
};

/**
 * What npm installed (its own record inside node_modules) is what the lockfile asks for;
 * platform packages may be absent.
 */
const installed = (folder) => {
  const wanted = readJson(join(folder, "package-lock.json"))?.packages;
  if (wanted === undefined)
    fail(`${join(folder, "package-lock.json")} is missing or is not JSON: restore it from Git.`);
  const found = readJson(join(folder, "node_modules", ".package-lock.json"))?.packages ?? {};
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" ||
      (entry.optional === true && found[path] === undefined) ||
      (found[path]?.version === entry.version && found[path]?.integrity === entry.integrity),
  );
};

/** `npm ci` without install scripts: no dependency runs code of its own on this machine. */
const install = (folder, what) => {
  process.stderr.write(`installing ${what} (npm ci)\n`);
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--prefix", folder];
  // Under `npm run` this is the npm that runs us; it needs no npm on PATH.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  // npm's own output goes to stderr: `npm run -s tools` promises that its stdout ends with the folder.
  const done = spawnSync(command, [...first, ...args], { cwd: folder, stdio: ["ignore", 2, 2] });
  if (done.error)
    fail(`npm cannot be started: ${done.error.message}. Install Node.js ${wantedMajor}, which brings npm.`);
  if (done.status !== 0) fail(`npm ci failed for ${what} in ${folder}: npm's own message is above.`);
};

const ownMajor = Number(process.versions.node.split(".")[0]);

/** The Node that runs our TypeScript: this one when it is new enough, else the one that tools/node pins. */
const findNode = () => {
  if (ownMajor >= wantedMajor) return process.execPath;
  const folder = join(root, "tools", "node");
  const path = join(folder, "node_modules", `node-linux-${process.arch}`, "bin", "node");
  if (process.platform !== "linux" || !["x64", "arm64"].includes(process.arch)) {
    fail(
      `this needs Node.js ${wantedMajor} or newer, and this is ${process.version} on ${process.platform} ${process.arch}. ` +
        `Install Node.js ${wantedMajor} from https://nodejs.org/ and run the command again.`,
    );
  }
  if (!existsSync(path) || !installed(folder)) install(folder, `Node.js ${wantedMajor}`);
  return path;
};

const run = (node, script, args) => {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}` };
  const child = spawn(node, [resolve(root, script), ...args], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.on(signal, () => {
      // A terminal's Ctrl-C reaches the child by itself; a second one would tell it to give up its cleaning.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("error", (error) => fail(`${node} cannot be started: ${error.message}`));
  child.on("exit", (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 128 + (constants.signals[signal] ?? 0));
  });
};

const [script, ...args] = process.argv.slice(2);
if (script === undefined) fail("usage: node scripts/bootstrap.mjs scripts/<name>.ts [arguments]");
if (process.platform === "win32") {
  fail("Windows is not supported: run this on Linux or macOS, or inside WSL.");
}
if (!installed(root)) install(root, "dependencies");
run(findNode(), script, args);
