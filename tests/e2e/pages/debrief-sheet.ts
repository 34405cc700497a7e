import { expect, type Locator, type Page } from '@playwright/test';
import type { Keys } from '../keys';

/** What one writes down, in the words that are typed. What is left out is not touched. */
export interface Debrief {
  who: string[];
  /** The letter that chooses the kind of meeting: c for coffee. */
  kindKey?: string;
  when?: string;
  minutes?: string;
  words?: string;
  /** m, t, l or o: mine, theirs, level, online. */
  groundKey?: string;
  /** 0 to 9 tens of per cent that I talked. */
  talkKey?: string;
  easeKey?: string;
  opennessKey?: string;
  /** Letters of what I gave and received: i for an introduction. */
  gaveKeys?: string;
  receivedKeys?: string;
  /** How many questions they asked. */
  theyAsked?: string;
  /** Questions of mine, each with the letter of its answer: n, s or f. */
  asked?: readonly { question: string; answerKey: string }[];
  /** Letters of what I asked for; the second a is an introduction. */
  askKeys?: string;
  /** Letters of how they sold: n, i, u or r. */
  theirPitchKey?: string;
  /** The letter of how they behaved: s for sold at the first meeting. */
  theyWereKey?: string;
  /** Who began: i for I did, t for they did, b for both. */
  beganKey?: string;
  /** Of a message or a call: y or n. */
  answeredKey?: string;
  /** Feedback that was asked for, held back or given, in words. */
  feedback?: { askedFor?: string; heldBack?: string; given?: string };
  /** k, l or t. */
  stageKey?: string;
  promise?: { what: string; due?: string };
  nextStep?: string;
}

/** The sheet that meetings are written down on. */
export class DebriefSheet {
  readonly sheet: Locator;
  readonly who: Locator;
  readonly kind: Locator;
  readonly when: Locator;
  readonly minutes: Locator;
  readonly ground: Locator;
  readonly words: Locator;
  readonly talk: Locator;
  readonly ease: Locator;
  readonly openness: Locator;
  readonly gave: Locator;
  readonly received: Locator;
  readonly stage: Locator;
  readonly iPromised: Locator;
  readonly promised: Locator;
  readonly due: Locator;
  readonly howManyQuestions: Locator;
  readonly theyAsked: Locator;
  readonly question: Locator;
  readonly ask: Locator;
  readonly theirPitch: Locator;
  readonly theyWere: Locator;
  readonly nextStep: Locator;
  readonly began: Locator;
  readonly answered: Locator;
  readonly feedbackGiven: Locator;
  readonly heldBack: Locator;
  readonly feedbackAskedFor: Locator;
  readonly tags: Locator;
  readonly save: Locator;
  readonly delete: Locator;
  readonly problem: Locator;
  readonly draftState: Locator;
  readonly found: Locator;

  constructor(page: Page) {
    this.sheet = page.getByRole('dialog', { name: /^(What happened\?|Change this entry)$/ });
    const box = (name: string): Locator => this.sheet.getByRole('textbox', { name, exact: true });
    const row = (name: string): Locator => this.sheet.getByRole('radiogroup', { name, exact: true });
    this.who = this.sheet.getByRole('combobox', { name: 'Who', exact: true });
    this.kind = this.sheet.getByRole('combobox', { name: /^What kind/ });
    this.when = box('When');
    this.minutes = box('How long');
    this.ground = this.sheet.getByRole('combobox', { name: /^Whose ground/ });
    this.words = box('What happened');
    this.talk = this.sheet.getByRole('slider', { name: 'Who talked' });
    this.ease = row('Easy, fun');
    this.openness = row('Open');
    this.gave = this.sheet.getByRole('combobox', { name: 'Add what I gave' });
    this.received = this.sheet.getByRole('combobox', { name: 'Add what I received' });
    this.stage = row('Your read');
    this.iPromised = this.sheet.getByRole('button', { name: 'I promised', exact: true });
    this.promised = box('I promised what');
    this.due = box('Due');
    this.howManyQuestions = box('How many questions');
    this.theyAsked = box('They asked');
    this.question = this.sheet.getByLabel('I asked', { exact: true });
    this.ask = row('I asked for');
    this.theirPitch = row('Their pitch');
    this.theyWere = this.sheet.getByRole('combobox', { name: 'They were …' });
    this.nextStep = box('Next step');
    this.began = row('Who began');
    this.answered = row('Answered');
    this.feedbackGiven = box('I gave');
    this.heldBack = box('I held back');
    this.feedbackAskedFor = box('They asked for');
    this.tags = this.sheet.getByRole('combobox', { name: 'Tags' });
    this.save = this.sheet.getByRole('button', { name: /^Save/ });
    this.delete = this.sheet.getByRole('button', { name: 'Delete', exact: true });
    this.problem = this.sheet.getByRole('alert');
    this.draftState = this.sheet.getByText(/^Draft kept/);
    this.found = this.sheet.getByRole('group', { name: 'Found in your text' });
  }

  /** A person who has been taken into the entry. */
  chosen(name: string): Locator {
    return this.sheet.getByRole('button', { name: `Remove ${name}`, exact: true });
  }

  /** From opening the sheet to the closing of it, by keys alone. */
  async writeDown(keys: Keys, debrief: Debrief): Promise<void> {
    await keys.press('Control+N');
    await this.fillIn(keys, debrief);
    await this.saveByKeys(keys);
  }

  async saveByKeys(keys: Keys): Promise<void> {
    await keys.press('Control+Enter');
    await expect(this.sheet).toBeHidden();
  }

  /** Fills in the open sheet, from top to bottom. */
  async fillIn(keys: Keys, debrief: Debrief): Promise<void> {
    await expect(this.who).toBeFocused();
    for (const name of debrief.who) {
      await keys.type(name);
      await keys.press('Enter');
      await expect(this.chosen(name)).toBeVisible();
    }
    await this.fillHead(keys, debrief);
    await this.fillFacts(keys, debrief);
    const { theyAsked, nextStep, asked, askKeys, theirPitchKey, theyWereKey } = debrief;
    const { beganKey, answeredKey, feedback } = debrief;
    const sides = [askKeys, theirPitchKey, theyWereKey, feedback];
    const more = [theyAsked, nextStep, beganKey, answeredKey, asked, ...sides];
    if (more.some((fact) => fact !== undefined)) await this.fillMore(keys, debrief);
  }

  private async fillHead(keys: Keys, debrief: Debrief): Promise<void> {
    const { kindKey, when, minutes, groundKey, words } = debrief;
    if (kindKey !== undefined) await this.pressAt(keys, this.kind, kindKey);
    if (when !== undefined) await this.typeAt(keys, this.when, when);
    if (minutes !== undefined) await this.typeAt(keys, this.minutes, minutes);
    if (groundKey !== undefined) await this.pressAt(keys, this.ground, groundKey);
    if (words !== undefined) await this.typeAt(keys, this.words, words);
  }

  private async fillFacts(keys: Keys, debrief: Debrief): Promise<void> {
    const { talkKey, easeKey, opennessKey, gaveKeys, receivedKeys, stageKey, promise } = debrief;
    if (talkKey !== undefined) await this.pressAt(keys, this.talk, talkKey);
    if (easeKey !== undefined) await this.pressAt(keys, this.ease, easeKey);
    if (opennessKey !== undefined) await this.pressAt(keys, this.openness, opennessKey);
    if (gaveKeys !== undefined) await this.pressAt(keys, this.gave, gaveKeys);
    if (receivedKeys !== undefined) await this.pressAt(keys, this.received, receivedKeys);
    if (stageKey !== undefined) await this.pressAt(keys, this.stage, stageKey);
    if (promise !== undefined) {
      await keys.tabTo(this.iPromised);
      await keys.press('Enter');
      await expect(this.promised).toBeFocused();
      await keys.type(promise.what);
      if (promise.due !== undefined) await this.typeAt(keys, this.due, promise.due);
    }
  }

  private async fillMore(keys: Keys, debrief: Debrief): Promise<void> {
    const { theyAsked, nextStep, asked = [], askKeys, theirPitchKey, theyWereKey } = debrief;
    const { beganKey, answeredKey, feedback = {} } = debrief;
    await keys.press('Alt+M');
    if (nextStep !== undefined) await this.typeAt(keys, this.nextStep, nextStep);
    if (beganKey !== undefined) await this.pressAt(keys, this.began, beganKey);
    if (answeredKey !== undefined) await this.pressAt(keys, this.answered, answeredKey);
    for (const { question, answerKey } of asked) {
      await this.typeAt(keys, this.question, question);
      await keys.press('Enter');
      const answer = this.sheet.getByRole('radiogroup', { name: `Answer to ${question}`, exact: true });
      await keys.tabBackTo(answer);
      await keys.press(answerKey);
    }
    if (theyAsked !== undefined) await this.typeAt(keys, this.howManyQuestions, theyAsked);
    if (askKeys !== undefined) await this.pressAt(keys, this.ask, askKeys);
    if (theirPitchKey !== undefined) await this.pressAt(keys, this.theirPitch, theirPitchKey);
    if (theyWereKey !== undefined) await this.pressAt(keys, this.theyWere, theyWereKey);
    if (feedback.given !== undefined) await this.typeAt(keys, this.feedbackGiven, feedback.given);
    if (feedback.heldBack !== undefined) await this.typeAt(keys, this.heldBack, feedback.heldBack);
    if (feedback.askedFor !== undefined) await this.typeAt(keys, this.feedbackAskedFor, feedback.askedFor);
  }

  /** Presses each letter or figure of `pressed` in turn. */
  private async pressAt(keys: Keys, target: Locator, pressed: string): Promise<void> {
    await keys.tabTo(target);
    for (const key of pressed) await keys.press(key);
  }

  private async typeAt(keys: Keys, target: Locator, text: string): Promise<void> {
    await keys.tabTo(target);
    await keys.type(text);
  }
}
