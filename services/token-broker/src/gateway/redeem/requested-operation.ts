import { Refused } from '@sallyport/authn';
import {
  type ConnectLinearVariables,
  connectLinearVariables,
  type IssueCreateVariables,
  issueCreateVariables,
} from '@sallyport/contracts';
import type { z } from 'zod';
import type { ProvenCapability } from './proof-of-capability.ts';

/** A proven capability whose variables fit its operation and its target. */
export type RequestedOperation =
  | (Omit<ProvenCapability, 'variables'> & { operation: 'issueCreate'; variables: IssueCreateVariables })
  | (Omit<ProvenCapability, 'variables'> & { operation: 'connectLinear'; variables: ConnectLinearVariables });

/**
 * Reads the variables by the operation's own schema and holds them against the target that policy decided about: the
 * digest proves they are what the issuer saw, this proves they are what policy was told.
 * @param onlyIssuerMayConnect thumbprints of the issuer's keys: connections are made by its pages alone
 * @throws Refused arguments_invalid, target_not_permitted, operation_not_permitted, capability_foreign_key
 */
export function requestedOperation(
  { claims, detail, variables }: ProvenCapability,
  onlyIssuerMayConnect: ReadonlySet<string>,
): RequestedOperation {
  const { operation, target } = detail;
  switch (operation) {
    case 'issueCreate': {
      const parsed = parse(issueCreateVariables, variables);
      if (target.team !== parsed.team || target.ticket?.toLowerCase() !== parsed.ticketId.toLowerCase()) {
        throw new Refused('target_not_permitted', { operation });
      }
      return { claims, detail, operation, variables: parsed };
    }
    case 'connectLinear': {
      if (!onlyIssuerMayConnect.has(claims.cnf.jkt)) throw new Refused('capability_foreign_key', { operation });
      const parsed = parse(connectLinearVariables, variables);
      if (target.class !== parsed.class) throw new Refused('target_not_permitted', { operation });
      return { claims, detail, operation, variables: parsed };
    }
    // C-AZ-6: the name exists so that policy can refuse it; there is no document that could do it.
    case 'issueTrash':
      throw new Refused('operation_not_permitted', { operation });
  }
}

function parse<T extends z.ZodType>(schema: T, variables: unknown): z.infer<T> {
  const parsed = schema.safeParse(variables);
  if (!parsed.success) {
    throw new Refused('arguments_invalid', { paths: parsed.error.issues.map((issue) => issue.path.join('.')) });
  }
  return parsed.data;
}
