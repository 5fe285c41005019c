import type { Locator, Page } from 'playwright-core';

/** What an agent sees and does on the desk's page. */
export class AgentDesk {
  private constructor(readonly page: Page) {}

  static async signIn(page: Page, name: string, password: string): Promise<AgentDesk> {
    await page.goto('/desk');
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('textbox', { name: 'Password' }).fill(password);
    await page.keyboard.press('Enter');
    const desk = new AgentDesk(page);
    await desk.waitUntilOpen();
    return desk;
  }

  /** By the link that an operator finds in the terminal at the first start. */
  static async followLink(page: Page, link: string): Promise<AgentDesk> {
    await page.goto(link);
    await page.getByRole('button', { name: 'Not now' }).click();
    const desk = new AgentDesk(page);
    await desk.waitUntilOpen();
    return desk;
  }

  async waitUntilOpen(): Promise<void> {
    await this.page.locator('.desk[data-connection=online] .queue').waitFor();
  }

  async waitForQueue(count: number): Promise<void> {
    await this.page.locator('.queue__count', { hasText: String(count) }).waitFor();
  }

  /** Takes whoever is next; the chat has the focus then. */
  async takeNext(): Promise<void> {
    await this.page.getByRole('button', { name: 'Take next' }).click();
  }

  /** The chat in which this was said. */
  chat(words: string): Locator {
    return this.page.locator('.column').filter({ has: this.page.locator('.entry', { hasText: words }) });
  }

  async say(chat: Locator, text: string): Promise<void> {
    const box = chat.getByRole('textbox', { name: 'Message to the passenger' });
    await box.fill(text);
    await box.press('Enter');
    await chat.locator('.entry--agent:not(.entry--outgoing)', { hasText: text }).waitFor();
  }

  async waitForSaid(chat: Locator, text: string): Promise<void> {
    await chat.locator('.entry--passenger', { hasText: text }).waitFor();
  }

  async transferTo(chat: Locator, name: string, note: string): Promise<void> {
    await chat.getByRole('button', { name: 'Transfer', exact: true }).click();
    // Preset is the queue as long as the page has not heard of a colleague with room.
    await this.page.getByText('A person', { exact: true }).click();
    await this.page.getByRole('button', { name: /Person/ }).click();
    await this.page.getByRole('option', { name }).click();
    await this.page.getByRole('textbox', { name: 'Note for whoever takes it' }).fill(note);
    await this.page.getByRole('dialog').getByRole('button', { name: 'Transfer' }).click();
    await this.page.getByText(/: transferred\.$/).waitFor();
  }

  /** Files a message for the passenger of a chat; returns its reference. */
  async fileMessage(chat: Locator, text: string, name: string, phone: string): Promise<string> {
    const { page } = this;
    await chat.click();
    await page.getByRole('button', { name: 'New case' }).click();
    await page.getByRole('button', { name: /Kind of case/ }).click();
    await page.getByRole('option', { name: 'Message' }).click();
    await page.getByRole('textbox', { name: 'In the passenger’s words' }).fill(text);
    await page.getByRole('textbox', { name: 'Name' }).fill(name);
    await page.getByRole('textbox', { name: 'Phone' }).fill(phone);
    await page.getByRole('button', { name: 'File the case' }).click();
    const filed = await page.locator('.filed__reference').innerText();
    await page.getByRole('button', { name: 'Close' }).last().click();
    return filed.replace('Filed: ', '');
  }

  async end(chat: Locator): Promise<void> {
    await chat.getByRole('button', { name: 'End', exact: true }).click();
    await this.page.getByRole('button', { name: 'End the chat' }).click();
    await this.page.getByText(/: ended\.$/).waitFor();
  }
}
