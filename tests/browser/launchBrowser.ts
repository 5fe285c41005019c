import chromium from '@sparticuz/chromium';
import { chromium as playwright, type Browser } from 'playwright-core';

/**
 * A Chromium out of an npm package: no browser needs to be installed on the machine. The package's own switches are
 * not used, as they turn off what the tests look at (origins, frames).
 */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    chromiumSandbox: false,
    args: ['--disable-background-networking', '--disable-dev-shm-usage', '--disable-gpu', '--no-zygote'],
  });
}
