import type { PersonPage } from '../../../../shared/contract/people';
import type { Usual } from '../../../../shared/insight/norms-in-use';
import type { EvidenceRef } from '../../../../shared/insight/types';
import type { CalendarDate } from '../../../../shared/model/primitives';
import type { Explanation, Reason } from '../../../ui/why/explanation';
import {
  airtimeFigure,
  airtimeReason,
  balanceFigure,
  balanceReason,
  initiativeFigure,
  initiativeReason,
  rhythmFigure,
  rhythmMeaning,
  rhythmReason,
} from '../../../../shared/words/figures';
import {
  loweredSentence,
  readAboveEvidence,
  requirementSentence,
  setbackSentence,
} from '../../../../shared/words/insight';
import {
  daysLater,
  owedWords,
  patienceWords,
  unansweredWords,
  usualReplyWords,
} from '../../../../shared/words/replies';
import { evidenceStageLabels } from '../../../../shared/words/labels';
import { replacedWords } from '../../../../shared/words/norms';
import { capitalised } from '../../../../shared/words/spans';

export type FigureName = 'stage' | 'rhythm' | 'balance' | 'talk' | 'replies';

/** The reasons for and against a figure of the person's page, each with its latest entries first. */
export function explain(figure: FigureName, page: PersonPage, today: CalendarDate): Explanation {
  const { title, groups } = inOrder(figure, page, today);
  const latestFirst = (reason: Reason): Reason => ({ ...reason, refs: [...reason.refs].reverse() });
  return { title, groups: groups.map((group) => ({ ...group, reasons: group.reasons.map(latestFirst) })) };
}

function inOrder(figure: FigureName, page: PersonPage, today: CalendarDate): Explanation {
  switch (figure) {
    case 'stage':
      return explainStage(page, today);
    case 'rhythm':
      return explainRhythm(page, today);
    case 'balance':
      return explainBalance(page);
    case 'talk':
      return explainTalk(page);
    case 'replies':
      return explainReplies(page);
  }
}

/** The entries behind one point of a chart. */
export function explainRefs(refs: EvidenceRef[], title: string): Explanation {
  return { title, groups: [{ heading: null, words: [], reasons: [{ sentence: '', sign: 'none', refs }] }] };
}

function explainStage({ stage, usual }: PersonPage, today: CalendarDate): Explanation {
  const read: Reason[] = stage.read
    ? [
        {
          sentence: `You felt ${evidenceStageLabels[stage.read.stage]}`,
          sign: 'none',
          refs: [{ kind: 'interaction', id: stage.read.interactionId }],
        },
      ]
    : [];
  const groups: Explanation['groups'] = [
    {
      heading: 'What speaks for it',
      words: [],
      reasons: stage.met.map((met) => ({
        sentence: requirementSentence(met),
        sign: 'for',
        refs: met.evidence,
      })),
    },
    {
      heading: 'What is missing for the next stage',
      words: [],
      reasons: stage.missing.map((missing) => ({
        sentence: requirementSentence(missing),
        sign: 'against',
        refs: missing.evidence,
      })),
    },
    {
      heading: 'What came between you',
      words: nonNull([loweredSentence(stage)]),
      reasons: stage.setbacks.map((setback) => ({
        sentence: setbackSentence(setback, today),
        sign: setback.closedOn === null ? 'against' : 'none',
        refs: setback.closedBy ? [...setback.evidence, setback.closedBy] : setback.evidence,
      })),
    },
    { heading: 'Your own read', words: nonNull([readAboveEvidence(stage)]), reasons: read },
    { heading: 'What it is judged by', words: stageUsual(usual), reasons: [] },
  ];
  return {
    title: `Why ${evidenceStageLabels[stage.evidence]}`,
    groups: groups.filter(({ words, reasons }) => words.length + reasons.length > 0),
  };
}

function stageUsual(usual: Usual): string[] {
  const replaced = replacedWords(usual, 'stage');
  return replaced.length > 0 ? [...replaced, 'All else: Rapport’s defaults.'] : ['Rapport’s defaults.'];
}

function explainRhythm({ rhythm, usual }: PersonPage, today: CalendarDate): Explanation {
  const last: EvidenceRef[] = rhythm.lastContact
    ? [{ kind: 'interaction', id: rhythm.lastContact.interactionId }]
    : [];
  const figure = rhythmFigure(rhythm);
  return {
    title: `Why ${figure.headline}`,
    groups: [
      { heading: 'How often', words: [rhythmReason(rhythm, usual, today)], reasons: [] },
      {
        heading: 'How it stands',
        words: [rhythmMeaning(rhythm, usual)],
        reasons:
          last.length > 0 ? [{ sentence: 'The last contact both ways', sign: 'none', refs: last }] : [],
      },
    ],
  };
}

function explainBalance({ balance, usual }: PersonPage): Explanation {
  return {
    title: `Give and take: ${balanceFigure(balance).headline}`,
    groups: [
      {
        heading: balanceFigure(balance).detail,
        words: [balanceReason(balance, usual)],
        reasons: evidence(balance.evidence),
      },
      ...talkGroups(balance, usual),
    ],
  };
}

function explainTalk({ balance, usual }: PersonPage): Explanation {
  return { title: 'Who talks, and who gets in touch', groups: talkGroups(balance, usual) };
}

function talkGroups({ airtime, initiative }: PersonPage['balance'], usual: Usual): Explanation['groups'] {
  return [
    {
      heading: `Talk: ${airtimeFigure(airtime).headline}, ${airtimeFigure(airtime).detail}`,
      words: [airtimeReason(airtime, usual)],
      reasons: evidence(airtime.evidence),
    },
    {
      heading: `First moves: ${initiativeFigure(initiative).headline}, ${initiativeFigure(initiative).detail}`,
      words: [initiativeReason(initiative, usual)],
      reasons: evidence(initiative.evidence),
    },
  ].map((group) => ({ ...group, heading: capitalised(group.heading) }));
}

function evidence(refs: EvidenceRef[]): Reason[] {
  return refs.length > 0 ? [{ sentence: '', sign: 'none', refs }] : [];
}

function explainReplies({ replies: { owed, unanswered, usual, patience } }: PersonPage): Explanation {
  const reasons: Reason[] = [
    ...(owed ? [{ sentence: owedWords(owed), sign: 'against' as const, refs: owed.evidence }] : []),
    ...(unanswered
      ? [{ sentence: unansweredWords(unanswered), sign: 'against' as const, refs: unanswered.evidence }]
      : []),
    ...usual.times.map(({ days, ref }) => ({
      sentence: `They answered ${daysLater(days)}`,
      sign: 'none' as const,
      refs: [ref],
    })),
  ];
  return {
    title: 'Replies',
    groups: [{ heading: null, words: [usualReplyWords(usual), patienceWords(patience)], reasons }],
  };
}

function nonNull(words: (string | null)[]): string[] {
  return words.filter((word) => word !== null);
}
