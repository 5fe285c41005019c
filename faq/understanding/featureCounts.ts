/** In how many texts each feature occurs. Grows with the distinct ones: a table for all of them would not fit the caches. */
export class FeatureCounts {
  private slots = new Uint32Array(1 << 16);
  private counts = new Int32Array(1 << 16);
  private distinct = 0;

  /** Counts one more occurrence; returns how many there are now. `hash` is not 0. */
  add(hash: number): number {
    let slot = this.find(hash);
    if (this.slots[slot] === 0) {
      if (this.distinct * 2 >= this.slots.length) {
        this.grow();
        slot = this.find(hash);
      }
      this.slots[slot] = hash;
      this.distinct += 1;
    }
    const count = (this.counts[slot] as number) + 1;
    this.counts[slot] = count;
    return count;
  }

  get(hash: number): number {
    return this.counts[this.find(hash)] as number;
  }

  private find(hash: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    while (this.slots[slot] !== 0 && this.slots[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const { slots, counts } = this;
    this.slots = new Uint32Array(slots.length * 2);
    this.counts = new Int32Array(slots.length * 2);
    slots.forEach((hash, at) => {
      if (hash === 0) return;
      const slot = this.find(hash);
      this.slots[slot] = hash;
      this.counts[slot] = counts[at] as number;
    });
  }
}
