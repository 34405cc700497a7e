export { RelationshipCharts } from './RelationshipCharts';
