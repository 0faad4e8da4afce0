import * as v from 'valibot';
import { requestTrackerSchema } from '../../contract/request-tracker-settings.ts';
import type { Backend } from '../backend.ts';
import { createRequestTrackerBackend } from './request-tracker-backend.ts';

/** The adapter with the settings of `portico.json`, which were found to be right when the page opened. */
export const configuredBackend = (settings: unknown): Backend => createRequestTrackerBackend(v.parse(requestTrackerSchema, settings));
