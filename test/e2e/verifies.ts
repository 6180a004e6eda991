import { REQUIREMENTS, type RequirementId } from './requirements.ts';

const CONTROL = /^C-[A-Z]+-\d+$/;

/**
 * Cites a promise: the title of a test or a group, with the control ids the promise comes from.
 * @param title what exactly this case shows; the promise's own sentence unless told
 */
export function verifies(id: RequirementId, title: string = REQUIREMENTS[id].behaviour): string {
  const controls = REQUIREMENTS[id].source.filter((source) => CONTROL.test(source));
  return `${controls.map((control) => `[${control}]`).join(' ')} ${title}`;
}
