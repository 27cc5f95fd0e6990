/**
 * A function that makes its value once for each key and remembers it, for an object as long as somebody holds that. For
 * two keys: once((a) => once((b) => …)).
 */
export const once = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const byObject = new WeakMap<object, V>();
  const byValue = new Map<K, V>();
  return (key) => {
    const isObject = typeof key === "object" && key !== null;
    const known = isObject ? byObject.get(key) : byValue.get(key);
    if (known !== undefined || (isObject ? byObject.has(key) : byValue.has(key))) return known as V;
    const fresh = make(key);
    if (isObject) byObject.set(key, fresh);
    else byValue.set(key, fresh);
    return fresh;
  };
};
