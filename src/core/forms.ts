import { validRange } from "semver";

/** What a value must look like before anything is done with it. */
export interface Form {
  readonly fits: (text: string) => boolean;
  /** Completes "it must be …". */
  readonly wanted: string;
}

const matching = (pattern: RegExp, wanted: string): Form => ({ fits: (text) => pattern.test(text), wanted });

/**
 * Helm's own limit: an RFC 1123 subdomain of at most 53 characters,
 * https://helm.sh/docs/chart_template_guide/getting_started/
 */
export const releaseName = matching(
  /^(?=.{1,53}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  "a helm release name: lower case letters, digits, - and .",
);

/** RFC 1123 label, as Kubernetes demands of namespace names. */
export const namespaceName = matching(
  /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/,
  "a namespace name: lower case letters, digits and -",
);

/**
 * A version or a range of versions, as helm takes them; helm also writes `=<`, `=>`, `!=` and commas, which
 * npm's semver does not know.
 */
export const versionRange: Form = {
  fits: (text) =>
    /^[-\w.+~^<>=!|*, ]{1,256}$/.test(text) &&
    validRange(text.replaceAll("=>", ">=").replaceAll("=<", "<=").replaceAll(/!=|,/g, " ")) !== null,
  wanted: "a version such as 1.2.3, or a range of versions",
};

/** The name that `helm repo add` gives to a repository. */
export const repositoryAlias = matching(/^\w[\w.-]{0,127}$/, "a repository's name: letters, digits, -, _ and .");

/** A chart that is no path: `name` (of `--repo`), `repository/name`, or `oci://host/path/name`. */
export const remoteChart = matching(
  /^(?:(?:\w[\w.-]{0,127}\/)?\w[\w.-]{0,249}|oci:\/\/(?:[\w.~%!$&'()*+,;=:-]{1,512}@)?(?:[a-z0-9.-]{1,253}|\[[0-9a-f:]{2,45}\])(?::\d{1,5})?(?:\/\w[\w.-]{0,127}){1,16}(?::[\w.+-]{1,128})?(?:@sha256:[0-9a-f]{64})?)$/i,
  "a folder or .tgz of the repository, repository/name, or oci://host/path/name",
);

const printable = /^[\x21-\x7e]{1,2048}$/;

/** The address of a chart repository or of a registry. */
export const repositoryAddress: Form = {
  fits: (text) =>
    printable.test(text) && !/[\\"<>^`{|}]/.test(text) && /^(?:https?|oci):\/\/[^/]/i.test(text) && URL.canParse(text),
  wanted: "an address that begins with http://, https:// or oci://, without spaces",
};

/** Where a program answers over HTTP; credentials in it would stand in every message that names it. */
export const webAddress: Form = {
  fits: (text) => {
    const url = printable.test(text) ? URL.parse(text) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && !/[?#]/.test(text);
  },
  wanted: "an address that begins with http:// or https://, without credentials and query",
};

/**
 * A path that a script names, from the repository's root: no pattern of the shell, and nothing that a terminal or a
 * list would take apart. The script may not write it with a - in front.
 */
export const plainPath: Form = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  fits: (text) => text.length <= 4096 && text.trim() === text && !/[\x00-\x1f\x7f*?[\]\u2028\u2029]/.test(text),
  wanted: "a plain path: no control characters, none of * ? [ ], and no - in front",
};

/** A folder that an input names and that no command gets by this name: it may even begin with a dash. */
export const folderName: Form = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  fits: (text) => !/[\x00-\x1f\x7f\u2028\u2029]/.test(text),
  wanted: "one line without control characters",
};

/** The name of something that an input names, in any alphabet: a path, a context, a server. */
export const oneLine: Form = {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  fits: (text) => !/^-|[\x00-\x1f\x7f\u2028\u2029]/.test(text),
  wanted: "one line without control characters and without - in front",
};

/** Bytes that one argument of a command may have; Linux takes 131,072. */
const maxArgumentBytes = 64 * 1024;

/**
 * The text of a `--set` or its kin, which helm reads for itself and without any file. A list's index makes helm keep
 * that many items: real ones are small.
 */
export const setText: Form = {
  fits: (text) =>
    !text.includes("\0") && Buffer.byteLength(text) <= maxArgumentBytes && !/\[\+?0*[1-9]\d{3,}\](?=[.[=])/.test(text),
  wanted: `text of at most ${maxArgumentBytes} bytes without NUL, with indexes below 1000`,
};

/** A key of `--set-file`: names and indexes, with nothing that helm would take apart otherwise. */
export const valuesKey = matching(
  /^[\w-]+(?:\/[\w-]+)*(?:\[\d{1,3}\])*(?:\.[\w-]+(?:\/[\w-]+)*(?:\[\d{1,3}\])*){0,29}$/,
  "a key such as a.b[0].c",
);
