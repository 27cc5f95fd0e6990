/** https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set */
export const isLabelValue = (value: string): boolean => value === "" || isQualifiedName(value);

/** The key of a label, with a domain and `/` in front or without; those of annotations are so in lower case. */
export const isLabelKey = (key: string): boolean => {
  const [name = "", ...domains] = key.split("/").reverse();
  return isQualifiedName(name) && domains.length < 2 && domains.every(isSubdomain);
};

/** An RFC 1123 subdomain: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export const isSubdomain = (name: string): boolean => name.length <= 253 && subdomain.test(name);

const isQualifiedName = (text: string): boolean => text.length <= 63 && qualifiedName.test(text);

const qualifiedName = /^[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const subdomain = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
