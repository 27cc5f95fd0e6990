import { generateKeyPairSync, randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface Credentials {
  readonly adminToken: string;
  /** Of a user without any role. */
  readonly developerToken: string;
  /** `--token-auth-file`. */
  readonly tokenFile: string;
  /** Private key that signs service account tokens. */
  readonly signingKey: string;
  readonly verifyingKey: string;
}

/** Makes fresh tokens and keys and writes them (mode 0600) into `dir`. */
export const writeCredentials = async (dir: string): Promise<Credentials> => {
  const [adminToken, developerToken] = [randomBytes(24).toString("hex"), randomBytes(24).toString("hex")];
  const keys = generateKeyPairSync("ec", {
    namedCurve: "P-256",
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "sec1", format: "pem" },
  });
  const write = async (name: string, content: string): Promise<string> => {
    await writeFile(join(dir, name), content, { mode: 0o600 });
    return join(dir, name);
  };
  const users = [`${adminToken},admin,admin,"system:masters"`, `${developerToken},developer,developer`];
  return {
    adminToken,
    developerToken,
    tokenFile: await write("tokens.csv", `${users.join("\n")}\n`),
    signingKey: await write("service-account.key", keys.privateKey),
    verifyingKey: await write("service-account.pub", keys.publicKey),
  };
};

/** Writes a kubeconfig (mode 0600) with one context called `embedded`; gives its path. */
export const writeKubeconfig = async (
  path: string,
  { server, ca, token }: { readonly server: string; readonly ca: string; readonly token: string },
): Promise<string> => {
  const name = "embedded";
  const certificate = Buffer.from(ca).toString("base64");
  const config = {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: { server, "certificate-authority-data": certificate } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  };
  await writeFile(path, JSON.stringify(config, undefined, 2), { mode: 0o600 });
  return path;
};
