import type { PersonPage } from '../../../../shared/contract/people';

/** What a follow-up begins with: the reason agreed on the spot, the next step, and what was promised. */
export function firstWords({ person, nextStep, owed }: PersonPage, reason: string | null): string {
  const called = person.nickname ?? person.name.split(' ')[0] ?? person.name;
  const mine = owed.filter(({ promise }) => promise.by === 'me').map(({ promise }) => promise.what);
  const lines = [
    `Dear ${called},`,
    '',
    ...(reason === null ? [] : [reason, '']),
    ...(nextStep === null || nextStep.text === reason
      ? []
      : [`What we said we would do next: ${nextStep.text}`, '']),
    ...(mine.length === 0 ? [] : ['What I promised:', ...mine.map((what) => `- ${what}`), '']),
  ];
  return `${lines.join('\n')}\n`;
}
