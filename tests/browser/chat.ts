import { expect } from '@jest/globals';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** What a passenger sees and does on the chat page, or in the widget's frame. */
export class Chat {
  constructor(readonly view: Page | FrameLocator) {}

  /** Opens the page and waits until the conversation is up. */
  static async open(page: Page, path = '/'): Promise<Chat> {
    await page.goto(path);
    const chat = new Chat(page);
    await chat.waitForState('online');
    await chat.sendBox.waitFor();
    return chat;
  }

  get sendBox(): Locator {
    return this.view.locator('[data-id=webchat-sendbox-input]');
  }

  /** What the bot or an agent said. */
  get replies(): Locator {
    return this.view.locator('.webchat__bubble:not(.webchat__bubble--from-user) .webchat__text-content');
  }

  get sent(): Locator {
    return this.view.locator('.webchat__bubble--from-user .webchat__text-content');
  }

  get sentPictures(): Locator {
    return this.view.locator('.webchat__bubble--from-user img');
  }

  async waitForState(state: string): Promise<void> {
    await this.view.locator(`html[data-state=${state}]`).waitFor({ state: 'attached' });
  }

  async say(text: string): Promise<void> {
    await this.sendBox.fill(text);
    await this.sendBox.press('Enter');
  }

  /** Presses one of the buttons under the last message; Web Chat has a second one of each for screen readers. */
  async choose(name: string): Promise<void> {
    await this.choice(name).click();
  }

  choice(name: string): Locator {
    return this.view.getByRole('toolbar').getByRole('button', { name });
  }

  /** Sends a file through Web Chat's own input for files. */
  async attach(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    await this.view.locator('.webchat__send-box input[type=file]').setInputFiles(file);
  }

  async waitForReply(text: string | RegExp): Promise<void> {
    await this.replies.filter({ hasText: text }).first().waitFor();
  }

  async expectSaid(...texts: string[]): Promise<void> {
    await this.sent.nth(texts.length - 1).waitFor();
    expect(await this.sent.allInnerTexts()).toEqual(texts);
  }

  button(name: string | RegExp): Locator {
    return this.view.getByRole('button', { name });
  }
}
