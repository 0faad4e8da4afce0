import { testSchedules } from './test-schedules.testing.ts';

testSchedules('portico', 0.25, 1);
