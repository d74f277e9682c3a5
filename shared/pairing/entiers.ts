/** A list of whole numbers that grows by doubling: 4 bytes a number, where an array of numbers takes 8. */
export class Entiers {
  private values: Int32Array;
  private count = 0;

  constructor(capacity = 4) {
    this.values = new Int32Array(capacity);
  }

  get length(): number {
    return this.count;
  }

  /** The numbers themselves, for loops that run over thousands; longer than the list. Good until the next push. */
  get raw(): Int32Array {
    return this.values;
  }

  clear(): void {
    this.count = 0;
  }

  push(value: number): void {
    if (this.count === this.values.length) {
      const wider = new Int32Array(this.count * 2);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.count++] = value;
  }

  get(index: number): number {
    return this.values[index] ?? 0;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  add(index: number, step: number): void {
    this.values[index] = (this.values[index] ?? 0) + step;
  }
}
