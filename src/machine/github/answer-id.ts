/** The number of what was made. Throws an Error where the answer is of something else: a proxy may answer. */
export const idIn = (data: unknown): number => {
  const { id } = Object(data);
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id <= 0) throw new Error("the answer has no id");
  return id;
};
