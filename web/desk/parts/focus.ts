const TRIES = 20;

export function nameComposer(handoff: string): string {
  return `composer-${handoff}`;
}

/** Moves the focus to an element that is about to be shown; to the first of several that is there. */
export function focusWhenThere(...ids: readonly string[]): void {
  let tries = 0;
  function attempt(): void {
    const element = ids.map((id) => document.getElementById(id)).find((each) => each !== null);
    if (element) element.focus();
    else if (++tries < TRIES) requestAnimationFrame(attempt);
  }
  requestAnimationFrame(attempt);
}
