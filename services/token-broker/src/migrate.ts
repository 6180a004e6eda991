import { openTls } from '@sallyport/bootstrap';
import { openDatabase } from '@sallyport/database';
import { createLogger } from '@sallyport/telemetry';
import { readConfig } from './config.ts';
import { MIGRATIONS } from './gateway/store/migrations.ts';
import { migrations } from './storage/migrations.ts';

// Brings this placement's schema up to date and ends: the migrations job, with the owner role that the service does not have.
const config = readConfig(process.env);
const tls = await openTls(config, createLogger('token-broker-migrations', config.logLevel));
const database = await openDatabase(config.databaseUrl, config.placement === 'issuer' ? migrations : MIGRATIONS, {
  tls,
});
await database.close();
tls?.close();
