/** A growing list of 32-bit integers: 4 bytes each, where an array of numbers may take 8 and an array of objects 50. */
export class Int32List {
  private items = new Int32Array(1024);
  private used = 0;

  get length(): number {
    return this.used;
  }

  push(value: number): void {
    if (this.used === this.items.length) {
      const grown = new Int32Array(2 * this.used);
      grown.set(this.items);
      this.items = grown;
    }
    this.items[this.used++] = value;
  }

  finish(): Int32Array {
    return this.items.slice(0, this.used);
  }
}
