import type { ResourceRef } from "./finding.ts";
import type { Form } from "./forms.ts";

const part = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,252}$/;

/**
 * How an input names an object of the cluster: `Kind/namespace/name`, or `Kind/name` where it is cluster-scoped. Names
 * may hold a colon, as roles do. https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 */
export const objectName: Form = {
  fits: (text) => {
    const parts = text.split("/");
    return (
      parts.length >= 2 && parts.length <= 3 && /^[A-Z][A-Za-z0-9]{0,62}$/.test(parts[0] ?? "") && parts.every(fitsPart)
    );
  },
  wanted: "Kind/namespace/name, or Kind/name for an object without a namespace, e.g. Prometheus/monitoring/main",
};

const fitsPart = (text: string): boolean => part.test(text);

/** The object's name as an input takes it. */
export const inputName = ({ kind, namespace, name }: ResourceRef): string =>
  namespace === null ? `${kind}/${name}` : `${kind}/${namespace}/${name}`;

/** Whether an entry of `allow-owned` or `allow-data-loss` names this object, letter by letter. */
export const namesObject = (entry: string, ref: ResourceRef): boolean => entry === inputName(ref);
