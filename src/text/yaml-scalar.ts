/**
 * Which tool reads the file. Both take numbers as Go writes them (`0644` is 420, `1_000` is 1000) and leave `1:20` and
 * dates as text, but kustomize keeps `yes`, `on` and `y` as text while helm takes them as booleans (kubectl 1.35 and
 * helm 3.22 and 4.3 were asked).
 */
export type YamlDialect = "kustomize" | "helm";

/** The value of an unquoted scalar without a tag. */
export const readPlainScalar = (text: string, dialect: YamlDialect): string | number | boolean | null => {
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return null;
  if (/^(?:true|True|TRUE)$/.test(text)) return true;
  if (/^(?:false|False|FALSE)$/.test(text)) return false;
  if (dialect === "helm" && /^(?:y|Y|yes|Yes|YES|on|On|ON)$/.test(text)) return true;
  if (dialect === "helm" && /^(?:n|N|no|No|NO|off|Off|OFF)$/.test(text)) return false;
  return numberIn(text) ?? text;
};

/** The characters with which a scalar that is no text can begin. */
export const firstCharacters: readonly string[] = [..."~nNtTfFyYoO0123456789+-."];

const octal = /^([-+]?)0o?([0-7]+)$/;
const other = /^[-+]?(?:0x[0-9a-fA-F]+|0b[01]+|(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)$/;

const numberIn = (text: string): number | undefined => {
  if (!/^[-+.\d]/.test(text)) return undefined;
  const plain = text.replaceAll("_", "");
  const [, sign, digits] = octal.exec(plain) ?? [];
  if (digits !== undefined) return signed(sign, Number.parseInt(digits, 8));
  if (!other.test(plain)) return undefined;
  const [, otherSign, rest] = /^([-+]?)(.*)$/.exec(plain) ?? [];
  const value = Number(rest);
  return Number.isFinite(value) ? signed(otherSign, value) : undefined;
};

const signed = (sign: string | undefined, value: number): number => (sign === "-" && value !== 0 ? -value : value);
