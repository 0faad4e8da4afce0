import { testSchedules } from './test-schedules.testing.ts';

testSchedules('portico', 1 / 8, 2);
