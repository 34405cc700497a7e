import { keepView } from '../../api/place';
import { everything } from './journal-view';

/** Sets the search to these words and no filter, for when its page is opened next. */
export function keepSearch(text: string): void {
  keepView('search', { ...everything, text });
}
