import { createHash } from 'node:crypto';
import type { ConnectionClass } from '@sallyport/contracts';
import type { UpstreamTrip } from '../signin/upstream-states.ts';

/** Linear's authorize endpoint takes commas (research: Linear OAuth); `read` is always there. */
const SCOPES: Readonly<Record<ConnectionClass, string>> = {
  reader: 'read',
  creator: 'read,issues:create',
  curator: 'read,write',
};

/** One OAuth application per class of deed at Linear, which cannot narrow a token (design, "Credentials"). */
export class LinearApplications {
  readonly redirectUri: string;

  constructor(
    private readonly authorizeUrl: string,
    private readonly clientIds: Readonly<Record<ConnectionClass, string>>,
    publicUrl: string,
  ) {
    this.redirectUri = `${publicUrl}/connect/linear/callback`;
  }

  get host(): string {
    return new URL(this.authorizeUrl).host;
  }

  get origin(): string {
    return new URL(this.authorizeUrl).origin;
  }

  /** Where the person gives Linear's permission; acting as themselves (`actor=user`), so that Linear names them. */
  authorizationUrl(connection: ConnectionClass, trip: UpstreamTrip): URL {
    const url = new URL(this.authorizeUrl);
    url.search = new URLSearchParams({
      client_id: this.clientIds[connection],
      redirect_uri: this.redirectUri,
      response_type: 'code',
      scope: SCOPES[connection],
      state: trip.state,
      actor: 'user',
      prompt: 'consent',
      code_challenge: createHash('sha256').update(trip.codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    }).toString();
    return url;
  }
}
