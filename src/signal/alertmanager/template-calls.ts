/** What a text asks for when a notification is put together. */
export interface TemplateCalls {
  /** Names of templates, as `{{ template "name" . }}`. */
  readonly templates: readonly string[];
  /** Names of functions. */
  readonly functions: readonly string[];
  /** Names of templates that it defines itself. */
  readonly defined: readonly string[];
}

/**
 * Reads the actions of a Go template: words between the braces that are no field (`.Labels`), no variable (`$x`) and no
 * keyword are functions. https://pkg.go.dev/text/template
 */
export const templateCalls = (text: string): TemplateCalls => {
  const [templates, functions, defined] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const words of actionsIn(text)) {
    const [first, second = ""] = words;
    const name = /^["`].*["`]$/s.test(second) ? second.slice(1, -1) : null;
    if (name !== null && (first === "define" || first === "block")) defined.add(name);
    if (name !== null && first === "template") templates.add(name);
    for (const word of words) if (/^[\p{L}_]/u.test(word) && !keywords.has(word)) functions.add(word);
  }
  return { templates: [...templates], functions: [...functions], defined: [...defined] };
};

const keywords: ReadonlySet<string> = new Set(
  "block break continue define else end false if nil range template true with".split(" "),
);

/** A text, a character, a variable or field with what hangs on it, a word or number, or what stands by itself. */
const token = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|[$.][\p{L}\p{N}_.]*|[\p{L}\p{N}_.]+|\}\}|[^"`'\s]/suy;

/** The words of each action; one that does not end, or a text in it, ends them. */
const actionsIn = (text: string): readonly (readonly string[])[] => {
  const actions: (readonly string[])[] = [];
  for (let open = text.indexOf("{{"); open !== -1; ) {
    let at = open + 2;
    const comment = /-?\s*\/\*/y;
    comment.lastIndex = at;
    const words: string[] = [];
    if (comment.test(text)) {
      const end = text.indexOf("*/", comment.lastIndex);
      if (end === -1) return actions;
      at = end + 2;
    }
    for (;;) {
      while (/\s/.test(text.charAt(at))) at += 1;
      token.lastIndex = at;
      const word = token.exec(text)?.[0];
      if (word === undefined) return actions;
      at += word.length;
      if (word === "}}") break;
      if (word !== "-") words.push(word);
    }
    actions.push(words);
    open = text.indexOf("{{", at);
  }
  return actions;
};
