/** The toolkit's core, loaded when it is first asked for: it brings an HTTP client, for which Node takes 60 ms. */
export const actionsCore = (): Promise<typeof import("@actions/core")> => import("@actions/core");
