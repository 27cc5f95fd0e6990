import { expect, test } from "vitest";
import type { GrafanaPod } from "../../../src/signal/grafana/grafana-pod.ts";
import { grafanaPrefix } from "../../../src/verify/reach/grafana-prefix.ts";

const podWith = (ini: string, env: readonly { readonly name: string; readonly value: string }[] = []) => {
  const body = { data: { "grafana.ini": ini } };
  const ref = { apiVersion: "v1", kind: "ConfigMap", namespace: "monitoring", name: "grafana" };
  const source = { ref, body, manifest: null, locate: () => null };
  const mounts: GrafanaPod["mounts"] = [{ path: "/etc/grafana/grafana.ini", subPath: "grafana.ini", source }];
  return { containers: [{ name: "grafana", env: [...env] }], mounts };
};

test.each([
  [
    "served below a path",
    "[server]\nroot_url = https://example.com/grafana/\nserve_from_sub_path = true\n",
    "/grafana",
  ],
  ["a proxy in front cuts the path off", "[server]\nroot_url = https://example.com/grafana/\n", ""],
  ["the host is filled in", "[server]\nroot_url = %(protocol)s://%(domain)s/g\nserve_from_sub_path = true\n", "/g"],
  ["another section has such a name", "[auth]\nserve_from_sub_path = true\n[server]\nroot_url = http://a/b\n", ""],
  ["nothing is set", "[log]\nmode = console\n", ""],
])("%s", (_why, ini, prefix) => {
  expect(grafanaPrefix(podWith(ini))).toBe(prefix);
});

test("a variable wins over the file", () => {
  const ini = "[server]\nroot_url = https://example.com/grafana/\nserve_from_sub_path = true\n";
  expect(grafanaPrefix(podWith(ini, [{ name: "GF_SERVER_SERVE_FROM_SUB_PATH", value: "false" }]))).toBe("");
  expect(grafanaPrefix(podWith(ini, [{ name: "GF_SERVER_ROOT_URL", value: "https://example.com/other" }]))).toBe(
    "/other",
  );
});
