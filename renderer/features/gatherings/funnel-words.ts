import type { Norms } from '../../../shared/insight/norms';
import type { Funnel } from '../../../shared/insight/network/gathering-return';
import { count } from '../../../shared/words/spans';

/** The steps of the funnel, widest first. */
export function funnelSteps(
  { met, within14, within60, liked, trusted }: Funnel,
  { connectSoon, connectWithin }: Norms['comparison'],
) {
  return [
    { label: 'Met there first', people: met },
    { label: `In touch again within ${count(connectSoon, 'day')}`, people: within14 },
    { label: `In touch again within ${count(connectWithin, 'day')}`, people: within60 },
    { label: 'Reached Like', people: liked },
    { label: 'Reached Trust', people: trusted },
  ];
}
