/** A value kept in this browser across visits; where the browser keeps nothing (private frames), until the page closes. */
export class Keepsake {
  private fallback: string | undefined;

  constructor(private readonly key: string) {}

  read(): string | undefined {
    try {
      return localStorage.getItem(this.key) ?? this.fallback;
    } catch {
      return this.fallback;
    }
  }

  keep(value: string): void {
    this.fallback = value;
    try {
      localStorage.setItem(this.key, value);
    } catch {
      // Storage is off or full: the value lives as long as the page.
    }
  }

  forget(): void {
    this.fallback = undefined;
    try {
      localStorage.removeItem(this.key);
    } catch {
      // Nothing was kept.
    }
  }

  /** Calls back when another tab keeps a new value. */
  watch(listener: (value: string) => void): void {
    window.addEventListener('storage', ({ key, newValue }) => {
      if (key === this.key && newValue !== null) listener(newValue);
    });
  }
}
