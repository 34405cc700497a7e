import { expect, type Locator, type Page } from '@playwright/test';

/** The user's ten fingers: nothing but key presses, counted. Text is typed beside the count. */
export class Keys {
  /** Keys pressed so far beside text; Control and N are two. */
  pressed = 0;

  constructor(private readonly page: Page) {}

  /** A key, or keys together in Playwright's words: `Tab`, `Control+Shift+N`. */
  async press(keys: string): Promise<void> {
    this.pressed += keys.split('+').length;
    await this.page.keyboard.press(keys);
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  /** Long text, as an input method or a paste enters it: at once. */
  async insert(text: string): Promise<void> {
    await this.page.keyboard.insertText(text);
  }

  /** Goes on by Tab until the target has the focus; it must be reached within `most` presses. */
  async tabTo(target: Locator, most = 40): Promise<void> {
    await expect(target).toBeVisible();
    for (let count = 0; count < most; count++) {
      if (await hasFocus(target)) return;
      await this.press('Tab');
    }
    await expect(target, `within ${most} presses of Tab`).toBeFocused({ timeout: 1_000 });
  }

  async tabBackTo(target: Locator, most = 40): Promise<void> {
    await expect(target).toBeVisible();
    for (let count = 0; count < most; count++) {
      if (await hasFocus(target)) return;
      await this.press('Shift+Tab');
    }
    await expect(target, `within ${most} presses of Shift+Tab`).toBeFocused({ timeout: 1_000 });
  }
}

/** Whether the focus is on it or in it: a row of choices has the focus in one of them. */
async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.contains(document.activeElement));
}
