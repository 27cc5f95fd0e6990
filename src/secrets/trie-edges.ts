/**
 * The edges of a tree of characters, from a node and a UTF-16 unit to a node, in arrays of numbers: a Map whose keys
 * are not small takes five times as long to ask.
 */
export class TrieEdges {
  #size = 1 << 12;
  #count = 0;
  #nodes = new Int32Array(this.#size).fill(-1);
  #codes = new Uint16Array(this.#size);
  #targets = new Int32Array(this.#size);

  /** -1 where there is no such edge. */
  get(node: number, code: number): number {
    const slot = this.#slot(node, code);
    return this.#nodes[slot] === -1 ? -1 : (this.#targets[slot] ?? -1);
  }

  set(node: number, code: number, target: number): void {
    if (2 * this.#count >= this.#size) this.#grow();
    const slot = this.#slot(node, code);
    if (this.#nodes[slot] === -1) this.#count += 1;
    this.#nodes[slot] = node;
    this.#codes[slot] = code;
    this.#targets[slot] = target;
  }

  #slot(node: number, code: number): number {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)) >>> 8;
    for (slot &= this.#size - 1; ; slot = (slot + 1) & (this.#size - 1)) {
      const found = this.#nodes[slot];
      if (found === -1 || (found === node && this.#codes[slot] === code)) return slot;
    }
  }

  #grow(): void {
    const [nodes, codes, targets] = [this.#nodes, this.#codes, this.#targets];
    this.#size *= 2;
    this.#count = 0;
    this.#nodes = new Int32Array(this.#size).fill(-1);
    this.#codes = new Uint16Array(this.#size);
    this.#targets = new Int32Array(this.#size);
    for (const [slot, node] of nodes.entries()) if (node !== -1) this.set(node, codes[slot] ?? 0, targets[slot] ?? 0);
  }
}
