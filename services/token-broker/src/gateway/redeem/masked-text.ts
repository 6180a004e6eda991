import { Refused } from '@sallyport/authn';
import { type Masked, maskText } from '@sallyport/masking';

/** Title and description of an issue, proven to hold nothing that the masker would still change. */
export interface MaskedText {
  title: Masked<string>;
  description: Masked<string>;
}

/**
 * C-OUT-1, second check: the mcp-server masked already; here the strict profile runs again over what arrived, and text
 * it would change, or is unsure about, is refused, not repaired. A captured mcp-server cannot file PII.
 * @throws Refused text_not_masked naming the field, never the text
 */
export function provenMasked(text: { title: string; description: string }): MaskedText {
  return { title: proven('title', text.title), description: proven('description', text.description) };
}

function proven(field: string, text: string): Masked<string> {
  let masked: Masked<string>;
  try {
    ({ masked } = maskText(text, { profile: 'strict' }));
  } catch {
    // Unsure is not masked. The masker's error is dropped: it may say where in the text.
    throw new Refused('text_not_masked', { field });
  }
  if (masked !== text) throw new Refused('text_not_masked', { field });
  return masked;
}
