import { objectsAt, textAt } from "../../kubernetes/json-fields.ts";
import { type JsonObject, valueAt } from "../../kubernetes/manifest.ts";
import type { GrafanaPod } from "../../signal/grafana/grafana-pod.ts";
import { gotFrom, type Reader, withHeaders } from "../reach/reader.ts";
import type { GrafanaSession } from "../reach/run-memory.ts";
import type { Scene } from "../scene.ts";

/**
 * The same with a new session, where Grafana does not know the one that it was asked with: a pod that was started again
 * has forgotten it with its database.
 */
export const reopenGrafana = (scene: Scene, grafana: Reader): ReturnType<typeof openGrafana> => {
  scene.memory.grafana = null;
  return openGrafana(scene, grafana);
};

/**
 * Grafana as its administrator sees it, by the Secret that its pod takes the password from; as anybody sees it where
 * that is not to be had. The API server strips `Authorization` on its way through the proxy, and lets cookies pass.
 */
export const openGrafana = async (
  scene: Scene,
  grafana: Reader,
): Promise<{ readonly reader: Reader; readonly session: GrafanaSession }> => {
  const session = scene.memory.grafana ?? (await logIn(scene, grafana));
  return { reader: inSession(grafana, session), session };
};

/** Ends the session that a run had, so that none is left open. */
export const endGrafanaSession = async ({ memory, grafana }: Scene): Promise<void> => {
  const session = memory.grafana;
  memory.grafana = null;
  if (session !== null && session.cookies.length > 0 && grafana !== null)
    await inSession(grafana, session).ask({ path: "/logout" });
};

const inSession = (grafana: Reader, { cookies }: GrafanaSession): Reader =>
  cookies.length === 0 ? grafana : withHeaders(grafana, { cookie: cookies.join("; ") });

const logIn = async (scene: Scene, grafana: Reader): Promise<GrafanaSession> => {
  const read = await credentialsOf(scene);
  if (!read.ok) return { cookies: [], why: read.why };
  scene.mask(read.password);
  const answer = await grafana.ask({
    method: "POST",
    path: "/login",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user: read.user, password: read.password }),
  });
  if (answer.status === null) return { cookies: [], why: answer.why };
  const got = gotFrom(answer, grafana.where);
  const cookies = got.ok ? answer.cookies.filter((cookie) => !cookie.endsWith("=")) : [];
  // The other cookie is the time at which the session ends.
  for (const [, token = ""] of cookies.map((cookie) => cookie.split("=", 2))) if (/\D/.test(token)) scene.mask(token);
  const why = got.ok ? "Grafana answers a login with no session" : `the login of ${read.user} is refused: ${got.why}`;
  const session = { cookies, why: cookies.length > 0 ? null : why };
  // A server in trouble may take the login yet; one that refuses it goes on refusing.
  if (answer.status < 500) scene.memory.grafana = session;
  return session;
};

type Credentials =
  | { readonly ok: true; readonly user: string; readonly password: string }
  | { readonly ok: false; readonly why: string };

/** https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#admin_user */
const variables = { user: "GF_SECURITY_ADMIN_USER", password: "GF_SECURITY_ADMIN_PASSWORD" } as const;

const credentialsOf = async (scene: Scene): Promise<Credentials> => {
  const [pod] = scene.resolution.dashboards.grafana.pods;
  if (pod === undefined) return { ok: false, why: "the stack runs no Grafana whose Secret holds a password" };
  const password = await variableOf(variables.password, pod, scene);
  if (!password.ok) return password;
  const user = await variableOf(variables.user, pod, scene);
  return { ok: true, user: user.ok ? user.value : "admin", password: password.value };
};

const variableOf = async (
  name: string,
  { containers, namespace }: GrafanaPod,
  { api }: Scene,
): Promise<{ readonly ok: true; readonly value: string } | { readonly ok: false; readonly why: string }> => {
  const entry: JsonObject | undefined = containers
    .flatMap((container) => objectsAt(container, ["env"]))
    .findLast((one) => one["name"] === name);
  const value = textAt(entry, ["value"]);
  if (value !== null) return { ok: true, value };
  const reference = valueAt(entry, ["valueFrom", "secretKeyRef"]);
  const [secret, key] = [textAt(reference, ["name"]), textAt(reference, ["key"])];
  if (secret === null || key === null) return { ok: false, why: `no Secret is named for ${name} of Grafana's pod` };
  const got = await api.get(`/api/v1/namespaces/${namespace}/secrets/${secret}`);
  if (!got.ok) return { ok: false, why: `Secret ${namespace}/${secret} cannot be read: ${got.why}` };
  const held = textAt(got.body, ["data", key]);
  if (held === null) return { ok: false, why: `Secret ${namespace}/${secret} has no key ${key}` };
  return { ok: true, value: Buffer.from(held, "base64").toString("utf8") };
};
