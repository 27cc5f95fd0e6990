/**
 * Gives back the memory of a buffer that nobody reads any more, nor anything else that it is a part of: V8 frees what
 * it does not hold itself with its own garbage, and with megabytes that is too late. The buffer has no bytes then.
 */
export const releaseBuffer = ({ buffer }: Buffer<ArrayBuffer>): void => {
  // Small ones have theirs together.
  if (buffer.byteLength > Buffer.poolSize) buffer.transfer(0);
};
