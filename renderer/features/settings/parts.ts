/** What the app shows of this feature, read when it is first needed. */
export { SettingsPage } from './SettingsPage';
export { DifferenceTable } from './DifferenceTable';
