/** Gathers the distinct features of one text after another in the same memory: a set of its own for each costs more than reading the text. */
export class FeatureSet {
  private slots = new Uint32Array(1024);
  private hashes = new Uint32Array(256);
  private families = new Uint8Array(256);
  private count = 0;

  clear(): void {
    this.slots.fill(0);
    this.count = 0;
  }

  /** `hash` is not 0. */
  add(hash: number, family: number): void {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (let there = this.slots[slot]; there !== 0; there = this.slots[slot]) {
      if (there === hash) return;
      slot = (slot + 1) & mask;
    }
    this.slots[slot] = hash;
    if (this.count === this.hashes.length) this.grow();
    this.hashes[this.count] = hash;
    this.families[this.count] = family;
    this.count += 1;
  }

  /** The features since it was cleared, in order of their first appearance. */
  read(): { hashes: Uint32Array; families: Uint8Array } {
    return { hashes: this.hashes.slice(0, this.count), families: this.families.slice(0, this.count) };
  }

  private grow(): void {
    const { hashes, families } = this.read();
    this.hashes = new Uint32Array(hashes.length * 2);
    this.hashes.set(hashes);
    this.families = new Uint8Array(families.length * 2);
    this.families.set(families);
    this.slots = new Uint32Array(this.slots.length * 2);
    this.count = 0;
    hashes.forEach((hash, at) => this.add(hash, families[at] as number));
  }
}
