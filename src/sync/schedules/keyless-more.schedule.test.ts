import { testSchedules } from './test-schedules.testing.ts';

testSchedules('keyless', 0.25, 1);
