import type { Funnel } from '../../../shared/insight/network/gathering-return';

/** The steps of the funnel, widest first. */
export function funnelSteps({ met, within14, within60, liked, trusted }: Funnel) {
  return [
    { label: 'Met there first', people: met },
    { label: 'In touch again within 14 days', people: within14 },
    { label: 'In touch again within 60 days', people: within60 },
    { label: 'Reached Like', people: liked },
    { label: 'Reached Trust', people: trusted },
  ];
}
