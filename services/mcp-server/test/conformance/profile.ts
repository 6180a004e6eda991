import type { Additions } from '#server/foundation';
import { offerPrompts } from './fixtures/prompts.ts';
import { offerResources } from './fixtures/resources.ts';
import { offerTools } from './fixtures/tools.ts';
import { Sessions } from './sessions.ts';

/** What the official suite asks for by name, besides what ships. */
export const profile = (): Pick<Additions, 'extend' | 'conversations'> => ({
  extend: (server, own) => {
    offerTools(server, own);
    offerResources(server);
    offerPrompts(server);
  },
  conversations: new Sessions(),
});
