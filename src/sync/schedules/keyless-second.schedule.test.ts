import { testSchedules } from './test-schedules.testing.ts';

testSchedules('keyless', 1 / 6, 1);
