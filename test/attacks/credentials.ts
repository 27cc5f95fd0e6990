import type { IncomingMessage, RequestListener } from "node:http";
import { type Attack, eitherHelm } from "./attack.ts";
import type { Ground } from "./ground.ts";
import { tarball } from "./tarball.ts";
import type { SeenRequest } from "./witness-server.ts";

const password = "hunter2hunter2";
const login = { "chart-username": "somebody", "chart-password": password } as const;
const direct = { NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" } as const;

const from =
  (address: string, chart = "evil/kube-prometheus-stack") =>
  (ground: Ground) =>
    ground.install(
      `helm repo add evil ${address}\nhelm upgrade --install prometheus-stack ${chart} --version 1.0.0 -n monitoring`,
    );

const sent = (name: string, address: string, more: Partial<Attack> = {}): Attack => ({
  name: `the workflow's login for ${name}`,
  lay: from(address),
  inputs: { chart: "", ...login },
  env: direct,
  helms: eitherHelm(name),
  hides: [password],
  ends: "invalid-input",
  ...more,
});

const anyRegistry = (ground: Ground): void =>
  ground.install(
    "helm upgrade --install prometheus-stack oci://$HERE_HOST/x/kube-prometheus-stack --version 1.0.0 -n monitoring",
  );

const named: readonly Attack[] = [
  sent("a repository of the tree", "$HERE"),
  sent("a repository of the tree, over TLS", "$HERE", {
    tls: true,
    inputs: { chart: "", ...login, "chart-ca-file": "$CA" },
  }),
  sent("a repository of --repo", "", {
    lay: (ground) =>
      ground.install(
        "helm upgrade --install prometheus-stack kube-prometheus-stack --repo $HERE --version 1.0.0 -n monitoring",
      ),
  }),
  sent("a registry of the tree", "", { lay: anyRegistry }),
  sent("a registry as a repository", "oci://$HERE_HOST/x"),
  sent("a host in front of @", "http://charts.example.com@$HERE_HOST"),
  sent("a host behind @ and /", "http://a:b@c/d@$HERE_HOST/"),
  sent("a host in capitals", "HTTP://$HERE_HOST"),
  sent("a host that an input names by another port", "$HERE", {
    inputs: { chart: "", ...login, "chart-hosts": "127.0.0.1" },
  }),
  sent("a host whose name ends like one of an input", "http://evil-charts.example.com.$HERE_HOST", {
    inputs: { chart: "", ...login, "chart-hosts": "charts.example.com" },
  }),
  sent("a host with a control character", "'$HERE\u0001/x'"),
  sent("a host with a space", "'$HERE /x'"),
  sent("a host with a backslash", "'http://charts.example.com\\@$HERE_HOST'", {
    inputs: { chart: "", ...login, "chart-hosts": "charts.example.com" },
  }),
  sent("a plain address of a host that an input names without saying so", "http://charts.example.com", {
    inputs: { chart: "", ...login, "chart-hosts": "charts.example.com" },
  }),
  sent("a registry, from registry-config", "", {
    lay: (ground) => {
      anyRegistry(ground);
      ground.write(
        "../auth.json",
        JSON.stringify({ auths: { $HERE_HOST: { auth: Buffer.from(`somebody:${password}`).toString("base64") } } }),
      );
    },
    inputs: { chart: "", "registry-config": "$WORKSPACE/../auth.json" },
    mayAsk: ({ at }) => at === "here",
    ends: ["invalid-input", "render-failed", "unauthorized"],
  }),
];

const plainChart = tarball({
  "kube-prometheus-stack/Chart.yaml": "apiVersion: v2\nname: kube-prometheus-stack\nversion: 1.0.0\n",
  "kube-prometheus-stack/templates/a.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n",
});

const index = (archive: string): string =>
  `apiVersion: v1\nentries:\n  kube-prometheus-stack:\n    - {apiVersion: v2, name: kube-prometheus-stack, version: 1.0.0, urls: ['${archive}']}\n`;

/** A repository; `archive` is the address of its chart, `then` answers what else is asked. */
export const repository =
  (archive: string, then?: (request: IncomingMessage, ground: Ground) => string | undefined) =>
  (ground: Ground): RequestListener =>
  (request, response) => {
    const elsewhere = then?.(request, ground);
    if (elsewhere !== undefined) return void response.writeHead(302, { location: ground.fill(elsewhere) }).end();
    if (request.url === "/index.yaml") return void response.end(index(ground.fill(archive)));
    if (request.url?.endsWith(".tgz")) return void response.end(plainChart);
    response.writeHead(404).end();
  };

const withoutLogin = (request: SeenRequest): boolean =>
  request.at === "here" || (request.at === "other" && request.headers.authorization === undefined);

const repositoryInputs = {
  chart: "kube-prometheus-stack/kube-prometheus-stack",
  "chart-version": "1.0.0",
  "chart-repository": "$HERE",
  ...login,
};

const onward = (name: string, serve: Attack["serve"], more: Partial<Attack> = {}): Attack => ({
  name: `the workflow's login after ${name}`,
  ...(serve && { serve }),
  inputs: repositoryInputs,
  env: direct,
  helms: eitherHelm(name),
  hides: [password],
  mayAsk: withoutLogin,
  ends: ["findings", "render-failed", "unauthorized", "invalid-input", null],
  ...more,
});

const redirects: readonly Attack[] = [
  onward(
    "a redirect of the index",
    repository("x.tgz", ({ url }) => (url === "/index.yaml" ? "$OTHER/index.yaml" : undefined)),
  ),
  onward(
    "a redirect of the archive",
    repository("x.tgz", ({ url }) => (url === "/x.tgz" ? "$OTHER/x.tgz" : undefined)),
  ),
  onward("an archive of another host", repository("$OTHER/x.tgz")),
  onward("an archive of another host by //", repository("//$OTHER_HOST/x.tgz")),
  onward(
    "a redirect to itself for ever",
    repository("x.tgz", ({ url }) => url),
  ),
  onward(
    "a redirect from TLS to plain",
    repository("x.tgz", ({ url }) => (url === "/index.yaml" ? "$OTHER/index.yaml" : undefined)),
    {
      tls: true,
      inputs: { ...repositoryInputs, "chart-ca-file": "$CA" },
    },
  ),
  onward("an index without end", () => (_, response) => {
    const more = (): void => {
      while (response.write("a".repeat(65_536)));
    };
    response.on("drain", more);
    more();
  }),
  onward("an archive of another name that leads out", repository("../../../../outside/written.tgz")),
];

const written: readonly Attack[] = [
  ["a plain one", "http://somebody:$P@$HERE_HOST/"],
  ["one with @", "http://somebody:$P@x@$HERE_HOST/"],
  ["one with /", "http://somebody:$P/x@$HERE_HOST/"],
  ["one with a space", "'http://somebody:a $P@$HERE_HOST/'"],
  ["one with ://", "http://somebody:x://$P@$HERE_HOST/"],
  ["one with a quote", '"http://somebody:\'$P@$HERE_HOST/"'],
  ["one in an unknown scheme", "ftp://somebody:$P@$HERE_HOST/"],
  ["one without a user", "http://:$P@$HERE_HOST/"],
].map(
  ([name = "", address = ""]): Attack => ({
    name: `a password in the script's address: ${name}`,
    lay: from(address.replace("$P", password)),
    inputs: { chart: "" },
    env: direct,
    helms: eitherHelm(name),
    hides: [password],
    mayAsk: ({ at }) => at === "here",
    ends: ["invalid-input", "render-failed", "unauthorized"],
  }),
);

/** Where credentials may not go. */
export const credentials: readonly Attack[] = [...named, ...redirects, ...written];
