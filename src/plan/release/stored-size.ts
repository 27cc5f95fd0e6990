import { gzipSync } from "node:zlib";

/** Bytes that the data of a Secret may have: `MaxSecretSize` of https://pkg.go.dev/k8s.io/api/core/v1#pkg-constants */
export const secretLimit = 1_048_576;

/**
 * Bytes that a release takes in the Secret that helm keeps it in, of {@link secretLimit}: the base64 of the gzip of its
 * JSON, `encodeRelease` in helm's pkg/storage/driver/util.go. The JSON is what helm prints with `--output json`, of a
 * dry run too. Go and zlib pack alike, not the same: the answer is right within two of a hundred.
 */
export const storedBytes = (releaseJson: string): number => {
  const packed = gzipSync(asGo(releaseJson.trim()), { level: 9 });
  return 4 * Math.ceil(packed.length / 3);
};

/** Go writes these as escapes: https://pkg.go.dev/encoding/json#Marshal */
const asGo = (json: string): string =>
  json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
