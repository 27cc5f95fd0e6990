/** What stands between `{{` and `}}` in a text, without the blanks and dashes that trim. */
export const templateActions = (text: string): readonly string[] => {
  const actions: string[] = [];
  for (let open = text.indexOf("{{"); open !== -1; ) {
    const close = text.indexOf("}}", open + 2);
    if (close === -1) break;
    actions.push(
      text
        .slice(open + 2, close)
        .replace(/^-/, "")
        .replace(/-$/, "")
        .trim(),
    );
    open = text.indexOf("{{", close + 2);
  }
  return actions;
};
