import type { Arc, EntryStory } from '../story';

/** An evening of eight ten-minute rounds, one of them a video. */
const ROUND_STARTS = ['17:35', '17:46', '17:57', '18:08', '18:25', '18:36', '18:47', '18:58'];

const round = (number: number, who: string, facts: Partial<EntryStory>): EntryStory => ({
  kind: 'gathering',
  gathering: 'rounds-16',
  time: ROUND_STARTS[number - 1] ?? '17:35',
  minutes: 10,
  ground: 'neutral',
  initiatedBy: 'both',
  with: [who],
  ...facts,
});

export const rounds: Arc = {
  people: [
    {
      key: 'kai',
      name: 'Kai Brooker',
      pronouns: 'he/him',
      organisation: 'Spark Reel Media',
      role: 'Sells advertising films',
      location: 'Leeds',
      email: 'kai@sparkreel.example.com',
      ring: 'wider',
      met: { at: 'rounds-16' },
    },
  ],
  introductions: [
    {
      by: 'zanele',
      a: 'me',
      b: 'freya',
      on: '5 wed',
      askedBoth: false,
      outcome: 'Met in the rounds the same evening.',
      thanked: false,
      reportedBack: false,
    },
    {
      by: 'chidi',
      a: 'me',
      b: 'theo',
      on: '5 thu',
      askedBoth: true,
      outcome: 'A very good lunch.',
      thanked: true,
      reportedBack: true,
    },
  ],
  entries: [
    round(1, 'amara', {
      talkShare: 0.4,
      ease: 4,
      openness: 4,
      questionsTheyAsked: 2,
      asked: [['hardest', 'full']],
      followUpReason: 'She reckons by the bale and pays by the metre.',
      nextStep: 'Send her the landed-cost sheet tomorrow.',
      promises: [
        { by: 'me', what: 'Send the landed-cost sheet', due: '16 thu', became: 'kept', closed: '16 thu' },
      ],
      text: 'First bell, first luck. Textiles, and a sentence that I shall quote: "I know what a bale costs. I do not know what a metre costs." We agreed on tomorrow.',
    }),
    round(2, 'kai', {
      talkShare: 0.05,
      ease: 1,
      openness: 1,
      pitch: { theirs: 'relentless' },
      conduct: [
        { who: 'them', code: 'soldAtFirstMeeting', note: 'A video advert, on a tablet, seven minutes' },
      ],
      text: 'He said hello, put up a tablet and showed me an advertisement. Seven of our ten minutes. When it was over he asked what I had thought of the music.',
    }),
    round(3, 'zanele', {
      talkShare: 0.5,
      ease: 5,
      openness: 4,
      questionsTheyAsked: 1,
      text: 'An old friend by lottery. We used the ten minutes to breathe and to rank the first two.',
    }),
    round(4, 'elif', {
      talkShare: 0.8,
      ease: 3,
      openness: 3,
      asked: [['busy', 'minimal']],
      text: 'I asked one question and answered it myself. She was gracious. *Stop doing this in rounds.*',
    }),
    round(5, 'bashir', {
      talkShare: 0.5,
      ease: 4,
      openness: 4,
      questionsTheyAsked: 2,
      got: [{ kind: 'advice', size: 1, note: 'Sit with your back to the clock' }],
      text: 'His advice on rounds: sit with your back to the clock. Ten minutes became long at once.',
    }),
    round(6, 'ewan', {
      talkShare: 0.4,
      ease: 3,
      openness: 3,
      questionsTheyAsked: 1,
      text: 'He has four firms on the table and can name none of them. We talked about the weather on Teesside, with feeling.',
    }),
    round(7, 'nadia', {
      talkShare: 0.45,
      ease: 4,
      openness: 5,
      questionsTheyAsked: 1,
      gave: [{ kind: 'advice', size: 1, note: 'Which of the two grants pays wages' }],
      asked: [['wait', 'full']],
      text: 'She is waiting for one signature and everything else waits with her. Told her which of the two funds pays wages.',
    }),
    round(8, 'catrin', {
      talkShare: 0.5,
      ease: 5,
      openness: 4,
      questionsTheyAsked: 2,
      asked: [['learn', 'full']],
      text: 'The last bell. She is bad at the concertina and plays it every evening. I wrote up all eight on the tram, as I had sworn I would.',
    }),
    {
      kind: 'email',
      on: '16 thu',
      time: '07:02',
      initiatedBy: 'them',
      repliedAfter: 8,
      pitch: { theirs: 'uninvited' },
      text: 'At two minutes past seven: the film again, as a link, "in case you would like to see it properly". Thanked him and wished him luck with it.',
    },
    {
      kind: 'message',
      on: '15 mon',
      initiatedBy: 'them',
      answered: false,
      text: 'Would I rate the film? I would not.',
    },
  ],
};
