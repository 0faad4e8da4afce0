import { testSchedules } from './test-schedules.testing.ts';

testSchedules('conversation', 1 / 64);
