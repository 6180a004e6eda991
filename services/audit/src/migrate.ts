import { openTls, parseConfig, refuseForbiddenVariables } from '@sallyport/bootstrap';
import { openDatabase } from '@sallyport/database';
import { createLogger } from '@sallyport/telemetry';
import { configSchema } from './config.ts';
import { type AuditTables, migrations } from './log/tables.ts';

// Brings the schema up to date and ends: the migrations job, with the owner role that the service itself does not have.
refuseForbiddenVariables(process.env);
const config = parseConfig(configSchema, 'AUDIT', process.env);
const tls = await openTls(config, createLogger('audit-migrations', config.logLevel));
const database = await openDatabase<AuditTables>(config.databaseUrl, migrations, { tls });
await database.close();
tls?.close();
