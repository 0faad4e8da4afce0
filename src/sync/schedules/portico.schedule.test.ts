import { testSchedules } from './test-schedules.testing.ts';

testSchedules('portico');
