import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A certificate for this machine's loopback names that signs itself: nobody trusts it who is not told to. */
export interface Certificate {
  /** PEM texts. */
  readonly key: string;
  readonly cert: string;
  /** Path of the certificate, which is its own authority. */
  readonly caFile: string;
}

/** Makes a fresh one in `dir` with openssl, which Node has no counterpart for. */
export const selfSigned = (dir: string): Certificate => {
  const [keyFile, caFile] = [join(dir, "server.key"), join(dir, "ca.pem")];
  const names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"];
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  execFileSync(
    "openssl",
    ["req", "-x509", ...curve, "-nodes", "-days", "2", ...names, "-keyout", keyFile, "-out", caFile],
    {
      stdio: "ignore",
    },
  );
  return { key: readFileSync(keyFile, "utf8"), cert: readFileSync(caFile, "utf8"), caFile };
};
