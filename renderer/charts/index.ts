export { NetworkStages } from './NetworkStages';
export { RelationshipCharts } from './RelationshipCharts';
