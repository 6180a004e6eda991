import { readString, readStringMap, readStrings } from '../core/read-field.ts';
import { badRequest } from '../core/vault-error.ts';

/** An upstream authorization server as the plugin's `servers/:name` takes it. Provider `custom` only. */
export interface OauthServer {
  readonly client_id: string;
  /** Tried in order, so that a secret can be rotated without a gap. Empty: a public client. */
  readonly client_secrets: readonly string[];
  readonly provider: 'custom';
  readonly provider_options: ProviderOptions;
}

export interface ProviderOptions {
  readonly token_url: string;
  readonly auth_code_url?: string;
  /** How the client authenticates upstream. Unset: Basic first and, if that fails, the body. */
  readonly auth_style?: 'in_header' | 'in_params';
}

/** Reads a write to `servers/:name`. @throws VaultError 400 naming the field, never a value. */
export function readServer(data: Readonly<Record<string, unknown>>): OauthServer {
  const clientId = readString(data, 'client_id');
  if (!clientId) throw badRequest('missing client ID');
  const provider = readString(data, 'provider');
  if (!provider) throw badRequest('missing provider');
  if (provider !== 'custom') throw badRequest(`provider "${provider}" does not exist`);
  const options = readStringMap(data, 'provider_options');
  const first = readString(data, 'client_secret');
  return {
    client_id: clientId,
    client_secrets: [...(first ? [first] : []), ...readStrings(data, 'client_secrets')],
    provider,
    provider_options: readOptions(options),
  };
}

function readOptions(options: Record<string, string>): ProviderOptions {
  const { token_url: tokenUrl, auth_code_url: authCodeUrl, auth_style: authStyle, ...unknown } = options;
  const [stray] = Object.keys(unknown);
  if (stray) throw badRequest(`option "${stray}": unknown`);
  if (!tokenUrl || !URL.canParse(tokenUrl)) throw badRequest('option "token_url": value is required');
  if (authStyle !== undefined && authStyle !== 'in_header' && authStyle !== 'in_params') {
    throw badRequest('option "auth_style": unknown authentication style; expected one of "in_header" or "in_params"');
  }
  return {
    token_url: tokenUrl,
    ...(authCodeUrl === undefined ? {} : { auth_code_url: authCodeUrl }),
    ...(authStyle === undefined ? {} : { auth_style: authStyle }),
  };
}
