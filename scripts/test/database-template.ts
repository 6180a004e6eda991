import { makePgliteTemplate } from '../../libs/database/src/pglite-template.ts';

/** Once for the whole run: every spec that opens an embedded database starts from one initialised image. */
export default makePgliteTemplate;
