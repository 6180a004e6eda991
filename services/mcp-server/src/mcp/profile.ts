import type {
  AuthInfo,
  CallToolResult,
  InputRequiredResult,
  ListToolsResult,
  Server,
  ServerContext,
  ServerNotifier,
} from '@modelcontextprotocol/server';
import type { Caller } from '@sallyport/contracts';

export type CallParams = { name: string; arguments?: Record<string, unknown> | undefined };

/** What goes out sealed with a request for input, and must come back with the same call. */
export interface SealedCall {
  tool: string;
  args: string;
}

/** What a server does by itself, for a test profile to build on. */
export interface Own {
  listTools(context: ServerContext): Promise<ListToolsResult>;
  callTool(params: CallParams, context: ServerContext): Promise<CallToolResult | InputRequiredResult>;
  seal(state: SealedCall, context: ServerContext): Promise<string>;
  /** Announces changes on open `subscriptions/listen` streams. */
  notify: ServerNotifier;
}

/** Adds to what a server offers, behind the same guards; production adds nothing. */
export type Extend = (server: Server, own: Own) => void;

/** A message of 2025-11-25 whose sender is known. */
export interface LegacyMessage {
  request: Request;
  body: unknown;
  caller: Caller;
  authInfo: AuthInfo;
}

/** Sessions of 2025-11-25, for a test profile whose tools ask the client back; production has none. */
export interface Conversations {
  /** Request headers that may reach it besides those of the protocol. */
  readonly headers: readonly string[];
  /** @returns undefined for a message that belongs to no conversation */
  answer(message: LegacyMessage, newServer: () => Server): Promise<Response | undefined>;
}
