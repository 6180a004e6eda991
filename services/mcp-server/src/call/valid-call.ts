import { jcs } from '@sallyport/authn';
import type { Caller } from '@sallyport/contracts';
import type { Secret } from '@sallyport/masking';
import type { z } from 'zod';
import type { Catalogue, ServedTool } from './catalogue.ts';
import { type ArgumentProblem, refuse } from './refusal.ts';

/** One `tools/call`, whatever wire or era brought it; nothing in it is trusted but the caller. */
export interface ToolCallRequest {
  name: string;
  args: unknown;
  /** Presented again only to the issuer, as `subject_token` (RFC 8693 §2.1). */
  subjectToken: Secret;
  /** The client brought back state (2026-07-28, MRTR) that was not made for this person, agent, tool and arguments. */
  foreignState?: boolean;
}

declare const valid: unique symbol;
/** A call whose tool exists for the caller and whose arguments keep the tool's schema; only `validate` makes one. */
export interface ValidCall {
  readonly [valid]: true;
  readonly caller: Caller;
  readonly tool: ServedTool;
  readonly args: Record<string, unknown>;
  /** RFC 8785 form of the arguments: equal arguments, equal text. */
  readonly canonicalArgs: string;
  readonly subjectToken: Secret;
}

/** More problems than this are not listed: the first ones are enough to mend the call. */
const MAX_PROBLEMS = 8;

/** @throws CallRefused tool_unknown (also for a hidden tool), arguments_invalid */
export async function validate(request: ToolCallRequest, caller: Caller, catalogue: Catalogue): Promise<ValidCall> {
  const tool = await catalogue.find(request.name, caller);
  const parsed = tool.definition.input.safeParse(request.args ?? {});
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, MAX_PROBLEMS).flatMap(problemsOf);
    return refuse({ reason: 'arguments_invalid', problems: problems.slice(0, MAX_PROBLEMS) });
  }
  if (request.foreignState) refuse({ reason: 'request_state_invalid' });
  const args = parsed.data as Record<string, unknown>;
  const call = { caller, tool, args, canonicalArgs: jcs(args), subjectToken: request.subjectToken };
  return call as unknown as ValidCall;
}

function problemsOf(issue: z.core.$ZodIssue): ArgumentProblem[] {
  const path = issue.path.map(String).join('.');
  // An unknown key is a word of the caller's: cut and stripped, so that it cannot carry text to whoever reads it.
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [path, tidy(key)].filter(Boolean).join('.'), rule: 'is not a field' }));
  }
  return [{ path: path || '(arguments)', rule: ruleOf(issue) }];
}

function ruleOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'too_big':
      return `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case 'too_small':
      return `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case 'invalid_format':
      return `must be a ${issue.format}`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).join(', ')}`;
    default:
      return 'is not valid';
  }
}

const unitOf = (origin: string) => (origin === 'string' ? ' characters' : '');

const tidy = (key: string) => key.replace(/[^\w-]/g, '?').slice(0, 40);
