// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the scripts are shell, and quoted as such

/** Numbers from 0 to 1 that a seed repeats. */
const randomFrom = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 4_294_967_296;
  };
};

const literals = [
  ..."a b x.y 1 -n --x = == a=b a,b '' '  ' ' p q ' \"\" \"a b\" a\\ b \\$A '$A' a\\\\b \\\"".split(
    / (?=(?:[^']*'[^']*')*[^']*$)/,
  ),
  ...[
    "$'a\\tb'",
    "$'\\x41\\101\\u00e9'",
    "$'a\\0b'",
    "$'\\cA'",
    "a[0].b",
    "~",
    "x:~",
    "'a'\"b\"c",
    '"a\\b\\$c\\"d"',
    "a#b",
    "é",
    "{a,b}",
    "a{1..2}",
  ],
  ...['"a\\\nb"', "a\\\nb", "$", '"$"', "a$", "'\n'", "!", "+", "@", "^", "%"],
];

const expansions = [
  ...[
    "$A",
    "$B",
    '"$A"',
    '"$B"',
    "${A}",
    '"${A}x"',
    "x$A",
    "$A$B",
    '"$A $B"',
    "${A:-d}",
    '"${B:-d e}"',
    "${A-z}",
    "${C:=v}",
    '"${C=w x}"',
  ],
  ...[
    "${A:+p}",
    "${A:+p q}",
    '"${A+p q}"',
    "$1",
    '"$1"',
    "$2",
    '"$@"',
    "$@",
    '"$*"',
    "$*",
    '"a$@b"',
    '"$@"x',
    "$#",
    "${A%/*}",
    '"${A%/*}"',
  ],
  ...[
    "$L",
    '"$L"',
    "${L[0]}",
    '"${L[1]}"',
    '"${L[@]}"',
    "${L[*]}",
    '"${L[*]}"',
    '"x${L[@]}y"',
    "${L[@]:-k}",
    "${#A}",
    "${A#a}",
  ],
  ...[
    "$(echo a)",
    '"$(echo "a  b")"',
    "$(echo $A)",
    "`echo x`",
    '"$(dirname "$A/b")"',
    "$(basename $A.y)",
    '"$(pwd)"',
    "$(dirname $0)",
    '"$PWD"',
  ],
  ...[
    "$(echo -n a)",
    "$(echo -e 'a\\tb')",
    "$(echo a > /dev/null)",
    "$(echo ${D:=q})",
    "$((1+1))",
    "$((A=3))",
    "${A:0:1}",
    "$RANDOM$A",
    "$_",
    "$0",
  ],
  ...[
    '"$(cd sub && pwd)"',
    "$(realpath $0)",
    '"$(cd "$(dirname "$0")" >/dev/null 2>&1 && pwd)"',
    "$(basename -s .y x.y)",
    "$(A=5; echo $A)",
    "$(true)",
    '${A:-"d e"}',
    "${A:+'p  q'x}",
    "${L[0]:-l}",
  ],
];

/** A random install script: words and statements in which a reader of shell goes wrong. */
export const randomScript = (seed: number): string => {
  const random = randomFrom(seed * 2_654_435_761 + 1);
  for (let i = 0; i < 5; i += 1) random();
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const some = (most: number, of: () => string, separator = " "): string =>
    Array.from({ length: Math.floor(random() * (most + 1)) }, of).join(separator);
  const word = (): string =>
    (random() < 0.4 ? pick(literals) : pick(expansions)) + (random() < 0.2 ? pick(expansions) : "");
  const name = (): string => pick(["A", "B", "C", "D", "L", "HELM_NAMESPACE", "IFS_", "A", "B"]);
  const assignment = (): string => `${name()}${random() < 0.2 ? "+" : ""}=${word()}`;
  const helm = (): string => `helm ${some(3, word)}`;
  const simple: readonly (() => string)[] = [
    ...[assignment, assignment, helm, helm, helm],
    () => `L=(${some(3, word)})`,
    () => `L+=(${some(2, word)})`,
    () => `L[${pick(["0", "1", "A=1"])}]=${word()}`,
    () => `L=([1]=${word()} ${word()})`,
    () =>
      `${pick(["export", "readonly", "local", "declare", "declare -i", "declare -u", "declare -g", "typeset", "local -r", "declare -x"])} ${random() < 0.7 ? assignment() : name()}`,
    () => `export "${name()}=${pick(["v", "$A", "a b"])}"`,
    () => `unset ${name()}`,
    () => `set -- ${some(3, word)}`,
    () => pick(["shift", "shift 2", "set -o pipefail", "set -f", "true"]),
    () => `f ${some(2, word)}`,
    () => `${assignment()} f ${some(2, word)}`,
    () => `${assignment()} helm ${some(2, word)}`,
    () => `${assignment()} ${assignment()} helm ${some(2, word)}`,
    () => `IFS=${pick(["' '", "$'\\n\\t'", "','", "''", "a"])}`,
    () => "unset IFS",
    () =>
      pick([
        "cd sub",
        "cd ..",
        'cd "$(dirname "$0")"',
        "pushd sub >/dev/null",
        "popd >/dev/null",
        "command cd sub",
        "cd -P sub",
        "true",
      ]),
    () => `: ${word()}`,
    () => `${name()}=$(helm inner ${word()})`,
    () => `: "\${${name()}:=${pick(["v", "v w", "$A"])}}"`,
    () =>
      pick([
        "((A=2))",
        "((A++))",
        ": $((B=4))",
        "let A=3",
        "let 'B = 2'",
        "[[ A=1 -eq 1 ]]",
        "[[ -n ${D:=t} ]]",
        "B=$((B+1))",
      ]),
    () => `${pick(["read A", "read -r B", "read -r -p x C"])} <<< ${pick(['"r s"', "t"])}`,
    () => `printf -v ${name()} %s ${word()}`,
    () =>
      pick([
        "exit",
        "return 2>/dev/null",
        ": > /dev/null",
        "true {A}>/dev/null",
        "trap - EXIT",
        "N=A; export $N=nn",
        "declare -n R=A; R=ref",
      ]),
    () => `env HELM_NAMESPACE=e helm ${some(2, word)}`,
    () => `command helm ${some(2, word)}`,
  ];
  const test = (): string => {
    const [left, right, operator] = [word(), word(), pick(["=", "==", "!="])];
    return pick([
      ...[`[ -n ${left} ]`, `[ -z ${left} ]`, `[ ${left} ${operator} ${right} ]`, `test ${left}`, `[[ -n ${left} ]]`],
      ...[`[[ ${left} ${operator} ${right} ]]`, `[[ -z ${left} ]]`, `! [ -n ${left} ]`, '[[ -n "${D:-}" ]]'],
    ]).replaceAll("\n", "");
  };
  const statement = (depth: number): string => {
    const of = random();
    if (depth === 0 || of < 0.75) return pick(simple)();
    const body = (): string => `${statement(depth - 1)}\n${some(2, () => statement(depth - 1), "\n")}`;
    return pick([
      () => `(\n${body()}\n)`,
      () => `{\n${body()}\n}`,
      () => `f() {\n${body().replaceAll(/\bf (?!\()/g, ": ")}\n}`,
      () => `if true; then\n${body()}\nfi`,
      () => `true && ${statement(0).replaceAll("\n", "; ")}`,
      () => `true || ${pick(simple)()}`,
      () => `for A in ${some(2, word)}; do\n${body()}\ndone`,
      () => `while IFS= read -r B; do :; done < /dev/null`,
      () => `${pick(simple)()} | cat`,
      () => `case ${word()} in a) ${pick(simple)()} ;; esac`,
      () => `if ${pick(simple)().replaceAll("\n", "; ")}; then\n${body()}\nelse\n${body()}\nfi`,
      () => `if ${test()}; then\n${body()}\nelif ${test()}; then\n${body()}\nelse\n${body()}\nfi`,
      () =>
        `${test()} ${pick(["&&", "||"])} ${pick(simple)()} ${pick(["&&", "||"])} ${statement(0)}`.replaceAll(
          "\n",
          "; ",
        ),
      () => `until ${helm()}; do\n${body()}\ndone`,
      () => `for A in a b; do\n${body()}\ndone`,
      () => `for A in "$@"; do\n${body()}\ndone`,
      () => `while [[ $# -gt 0 ]]; do\n${body()}\nshift\ndone`,
      () =>
        `case ${word()} in a|"b") ${pick(simple)()} ;; ${word()}) ${pick(simple)()} ;; *) ${pick(simple)()} ;; esac`,
      () => `cat <<E >/dev/null\n\${A:=h}\nE`,
    ])();
  };
  return `${Array.from({ length: 3 + Math.floor(random() * 8) }, () => statement(2)).join("\n")}\nhelm end "$A" "$B"\n`;
};
