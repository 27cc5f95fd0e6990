import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Canaries } from "./canaries.ts";

interface Places {
  readonly outside: string;
  readonly home: string;
  readonly mount: string;
}

const configMap = (word: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${word}\n`;

/** A chart that brings the word into whatever is rendered with it. */
const chart = (word: string): Readonly<Record<string, string>> => ({
  "Chart.yaml": "apiVersion: v2\nname: outside\nversion: 1.0.0\n",
  "values.yaml": `word: ${word}\n`,
  "templates/word.yaml": configMap(word),
});

/** In every shape that something might read: text, manifest, kustomization, values, chart, plugin. */
const shapes = (word: string): Readonly<Record<string, string>> => ({
  "canary.txt": `${word}\n`,
  "canary.env": `WORD=${word}\n`,
  "canary.yaml": configMap(word),
  "canary.json": `{"$id": "${word}", "type": "string", "const": "${word}", "description": "${word}"}\n`,
  "kustomization.yaml": "resources: [canary.yaml]\n",
  "values.yaml": `prometheusOperator:\n  priorityClassName: ${word}\nword: ${word}\n`,
  ...Object.fromEntries(Object.entries(chart(word)).map(([name, text]) => [`chart/${name}`, text])),
});

const homeFiles = (word: string): Readonly<Record<string, string>> => ({
  ".netrc": `default login example password ${word}\n`,
  ".docker/config.json": JSON.stringify({
    auths: { "127.0.0.1": { auth: Buffer.from(`example:${word}`).toString("base64") } },
    HttpHeaders: { "X-Meta": word },
  }),
  ".config/helm/repositories.yaml": `apiVersion: v1\nrepositories:\n  - {name: prometheus-community, url: "http://127.0.0.1:9", username: example, password: ${word}}\n`,
  ".config/helm/registry/config.json": JSON.stringify({ auths: { "127.0.0.1": { auth: word } } }),
  ".kube/config": `apiVersion: v1\nkind: Config\nusers: [{name: example, user: {token: ${word}}}]\n`,
  ".ssh/id_ed25519": `${word}\n`,
  ".git-credentials": `https://example:${word}@github.com\n`,
  ".npmrc": `//registry.npmjs.org/:_authToken=${word}\n`,
  "canary.yaml": configMap(word),
  "values.yaml": `word: ${word}\n`,
});

/** Puts canaries into everything around the workspace. */
export const furnish = ({ outside, home, mount }: Places, { beside, home: own, mount: other }: Canaries): void => {
  write(outside, shapes(beside));
  write(mount, shapes(other));
  write(home, homeFiles(own));
};

const write = (folder: string, files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
};
