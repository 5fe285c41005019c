/** After so long without a key or a pointer, nobody counts as sitting here. */
const HERE_FOR_MS = 45_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Whether somebody sits at this page. Only then is what stands on the screen read: an agent who has left the page open
 * and gone away must not hold a passenger for good.
 */
export class Presence {
  private lastSign = 0;

  /** `onReturn` is called when somebody is here after nobody was. */
  constructor(onReturn: () => void) {
    const note = (): void => {
      const wasHere = this.isHere;
      this.lastSign = Date.now();
      if (!wasHere && this.isHere) onReturn();
    };
    for (const sign of SIGNS) addEventListener(sign, note, { passive: true, capture: true });
    document.addEventListener('visibilitychange', () => this.isHere && onReturn());
  }

  get isHere(): boolean {
    return document.visibilityState === 'visible' && Date.now() - this.lastSign < HERE_FOR_MS;
  }
}
