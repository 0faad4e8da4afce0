import { settingsOf, type PartitionSettings } from '../../domain/settings/partition-settings.ts';
import { usualSimpleStatus, type Partition } from '../../domain/partition.ts';
import { fromPlain, type Plain } from './plain.ts';

export const council = fromPlain<Partition>({
  id: 'council',
  name: 'Council Services',
  chase: {
    call: { enabled: true, waitMinutes: 60, maxChases: 3, setStatus: null, escalation: null },
    request: { enabled: true, waitMinutes: 240, maxChases: 2, setStatus: null, escalation: null },
  },
  simpleStatus: usualSimpleStatus,
  reopenWindowDays: 14,
});

/** On a ward half an hour is long. */
export const hospital = fromPlain<Partition>({
  id: 'hospital',
  name: 'Hospital Trust',
  chase: {
    call: { enabled: true, waitMinutes: 30, maxChases: 4, setStatus: 'in-progress', escalation: null },
    request: { enabled: true, waitMinutes: 480, maxChases: 1, setStatus: null, escalation: null },
  },
  simpleStatus: usualSimpleStatus,
  reopenWindowDays: 7,
});

type CallChase = PartitionSettings['chase']['call'];

const chasingCalls = (settings: PartitionSettings, set: Plain<Partial<CallChase>>): PartitionSettings => ({
  ...settings,
  chase: { ...settings.chase, call: { ...settings.chase.call, ...fromPlain<Partial<CallChase>>(set) } },
});

/** Whoever registers causes a call from this template. */
const registering = (template: string): Pick<PartitionSettings, 'registration'> => ({
  registration: fromPlain<PartitionSettings['registration']>({ template }),
});

/** The last chase of a call logs one from this template, and writes to these people. */
export const councilSettings: PartitionSettings = {
  ...chasingCalls(settingsOf(council), { setStatus: 'status/customer-chased', escalation: 'chased', recipients: ['sam'] }),
  ...registering('registered'),
};

/** A hospital wants to know why. */
export const hospitalSettings: PartitionSettings = {
  ...chasingCalls(settingsOf(hospital), { escalation: 'ward', recipients: ['gus', 'sam'] }),
  ...registering('registered-ward'),
  asksForReason: true,
};
