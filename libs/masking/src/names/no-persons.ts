import type { Range } from '../digit-run.ts';
import type { Scan } from '../scan.ts';
import { isBrand } from './brand-names.ts';
import { isFieldValue } from './field-labels.ts';
import { isOffice } from './offices.ts';
import { isSpeakerRole } from './speaker-roles.ts';

/** Whether what looks like a name is a role, a brand, an office or what a form says of a thing. */
export const isNoPerson = (scan: Scan, range: Range): boolean =>
  isSpeakerRole(scan, range) || isBrand(scan, range) || isOffice(scan, range) || isFieldValue(scan, range);
