import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@jest/globals';
import type { Page } from 'playwright-core';

/** Fails with the rules broken, where, and how badly: nothing serious or critical is allowed. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await createAxe(page).analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    grave.map(({ id, nodes }) => ({
      id,
      where: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`),
    })),
  ).toEqual([]);
}

/**
 * The same rules either way. What every rule passed on is not looked at, and carrying it all out of the browser takes
 * longer than the rules do; a page with a frame leaves no choice, as only the recursive way looks into it.
 */
function createAxe(page: Page): AxeBuilder {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
  return page.frames().length === 1 ? axe.setLegacyMode() : axe;
}
