export const recoverRelease = async (..._: unknown[]): Promise<void> => {};
