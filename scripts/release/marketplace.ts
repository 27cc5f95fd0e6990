/** GitHub's form says: must be less than 125 characters. */
const longestDescription = 124;
/** https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax#brandingcolor */
const colors = ["white", "black", "yellow", "blue", "green", "orange", "red", "purple", "gray-dark"];

interface Metadata {
  readonly name?: string;
  readonly author?: string;
  readonly description?: string;
  readonly branding?: { readonly icon?: string; readonly color?: string };
}

/** What GitHub's Marketplace would refuse action.yml for, as sentences without a full stop. */
export const marketplaceProblems = (action: Metadata): readonly string[] => {
  const problems: string[] = [];
  for (const field of ["name", "author", "description"] as const)
    if ((action[field] ?? "").trim() === "") problems.push(`action.yml has no ${field}`);
  const length = action.description?.length ?? 0;
  if (length > longestDescription)
    problems.push(`the description in action.yml has ${length} characters, and may have ${longestDescription}`);
  const { icon = "", color = "" } = action.branding ?? {};
  if (icon === "") problems.push("action.yml has no branding.icon");
  if (!colors.includes(color)) problems.push(`branding.color of action.yml is none of ${colors.join(", ")}`);
  return problems;
};
