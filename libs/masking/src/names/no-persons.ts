import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { isFieldValue } from './field-labels.ts';
import { isOffice } from './offices.ts';
import { isSpeakerRole } from './speaker-roles.ts';

/** Whether what looks like a name is a role, an office or what a form says of a thing. */
export const isNoPerson = (scan: Scan, range: Range): boolean =>
  isSpeakerRole(scan, range) || isOffice(scan, range) || isFieldValue(scan, range);
