import { openTls, parseConfig, refuseForbiddenVariables } from '@sallyport/bootstrap';
import { openDatabase } from '@sallyport/database';
import { createLogger } from '@sallyport/telemetry';
import { configSchema } from './config.ts';
import { ticketMigrations } from './tickets/migrations.ts';
import { seedTickets } from './tickets/seed.ts';
import type { TicketTables } from './tickets/tables.ts';

// Brings the schema up to date and ends: the migrations job, with the owner role that the service itself does not have.
refuseForbiddenVariables(process.env);
const config = parseConfig(configSchema, 'MCP', process.env);
const tls = await openTls(config, createLogger('mcp-server-migrations', config.logLevel));
const database = await openDatabase<TicketTables>(config.databaseUrl, ticketMigrations, { tls });
if (config.ticketsSeedFile) await seedTickets(database, config.ticketsSeedFile);
await database.close();
tls?.close();
