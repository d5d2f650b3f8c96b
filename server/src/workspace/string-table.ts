/** Strings by number, each kept once. */
export class StringTable {
  private readonly ids = new Map<string, number>();
  private readonly strings: string[] = [];

  get size(): number {
    return this.strings.length;
  }

  /** The number of a string; a new one is entered. */
  idOf(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    // A copy: a part of a text would keep the whole text in memory.
    const own: string = JSON.parse(JSON.stringify(text));
    this.ids.set(own, this.strings.length);
    return this.strings.push(own) - 1;
  }

  at(id: number): string {
    return this.strings[id] ?? '';
  }
}
