import { symlinkSync } from "node:fs";
import type { Attack } from "./attack.ts";
import { type Ground, stack } from "./ground.ts";

const system = "/usr/local/bin:/usr/bin:/bin";

/** Where npx, a version manager or a workflow puts folders of the tree; `$BIN` are the runner's tools. */
const first: readonly (readonly [string, string, ((ground: Ground) => void)?])[] = [
  ["node_modules/.bin first", "$WORKSPACE/node_modules/.bin:$BIN"],
  ["a relative node_modules/.bin", "node_modules/.bin:./node_modules/.bin:$BIN"],
  ["an empty entry", ":$BIN"],
  ["node_modules/.bin by ../", "$OUTSIDE/../workspace/node_modules/.bin:$BIN"],
  [
    "a link outside that leads into the tree",
    "$OUTSIDE/bin:$BIN",
    (ground) => symlinkSync(`${ground.workspace}/node_modules/.bin`, `${ground.outside}/bin`),
  ],
  [
    "a tool outside that is a link into the tree",
    "$OUTSIDE:$BIN",
    (ground) => {
      for (const name of ["helm", "kubectl", "git", "promtool", "kubeconform"])
        symlinkSync(`${ground.workspace}/node_modules/.bin/${name}`, `${ground.outside}/${name}`);
    },
  ],
];

/** What a PATH that begins in the tree may not run. */
export const paths: readonly Attack[] = [
  ...first.flatMap(([name, path, lay]): readonly Attack[] => [
    { name: `PATH has ${name}`, lay: (ground) => lay?.(ground), env: { PATH: `${path}:${system}` }, ends: null },
    {
      name: `PATH has ${name}, on a pull request`,
      lay: (ground) => {
        lay?.(ground);
        ground.commit("head");
      },
      env: {
        PATH: `${path}:${system}`,
        GITHUB_EVENT_NAME: "pull_request",
        GITHUB_REF: "refs/pull/1/merge",
        GITHUB_SHA: "f".repeat(40),
      },
      ends: null,
    },
  ]),
  {
    name: "PATH has nothing but the tree",
    env: { PATH: "$WORKSPACE/node_modules/.bin" },
    ends: "tool-missing",
  },
  {
    name: "PATH has a credential helper of the tree",
    lay: (ground) => {
      ground.write("node_modules/.bin/docker-credential-evil", ground.read("evil.sh"), 0o755);
      ground.write("../auth.json", JSON.stringify({ credsStore: "evil", credHelpers: { "127.0.0.1": "evil" } }));
      ground.install(
        "helm upgrade --install prometheus-stack oci://$HERE_HOST/x/kube-prometheus-stack --version 1.0.0 -n monitoring",
      );
    },
    inputs: { chart: "", "registry-config": "$WORKSPACE/../auth.json" },
    env: { PATH: `$WORKSPACE/node_modules/.bin:$BIN:${system}`, NO_PROXY: "127.0.0.1" },
    helms: ["helm", "helm3"],
    mayAsk: ({ at }) => at === "here",
    ends: ["render-failed", "unauthorized", "invalid-input"],
  },
  {
    name: "the stack is a link to outside",
    lay: (ground) => ground.link("$OUTSIDE", stack),
    ends: "invalid-input",
  },
  {
    name: "the stack is the folder .git",
    inputs: { path: ".git" },
    ends: "invalid-input",
  },
  ...["node", "npm", "prometheus-stack-action"].map(
    (name): Attack => ({
      name: `NODE_OPTIONS and npm's settings of the tree, ${name}`,
      lay: (ground) => {
        ground.write(".npmrc", "node-options=--require ./evil.js\nscript-shell=./evil.sh\n");
        ground.write("evil.js", "require('node:child_process').execFileSync('./evil.sh');\n");
        ground.write(
          "package.json",
          JSON.stringify({
            name,
            bin: { [name]: "./evil.sh" },
            scripts: { preinstall: "./evil.sh", prepare: "./evil.sh" },
          }),
        );
        ground.write(
          "node_modules/@actions/core/index.js",
          "require('node:child_process').execFileSync('./evil.sh');\n",
        );
      },
      ends: null,
    }),
  ),
];
