import { hideAddressCredentials } from "../../secrets/address-credentials.ts";

/** Text of a tool without secrets: the given ones, and whatever stands before the `@` of an address. */
export const redact = (text: string, secrets: readonly (string | undefined)[]): string => {
  let clean = text;
  for (const secret of secrets)
    if (secret !== undefined && secret !== "")
      for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
        clean = clean.replaceAll(form, "***");
  return hideAddressCredentials(clean);
};
