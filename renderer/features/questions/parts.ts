/** What the app shows of this feature, read when it is first needed. */
export { openQuestionForm } from './overlays';
export { QuestionFormHost } from './QuestionFormHost';
export { QuestionsPage } from './QuestionsPage';
