-- The databases and roles Sallyport uses. Run once as a superuser, on a server whose pg_hba.conf admits `cert` over TLS.
-- `migrations` owns the schemas; the runtime roles read and write rows and can change no table.
CREATE ROLE migrations LOGIN;
CREATE ROLE "mcp-server-read" LOGIN;
CREATE ROLE "mcp-server-write" LOGIN;
CREATE ROLE "token-broker-issuer" LOGIN;
CREATE ROLE "token-broker-gateway" LOGIN;
CREATE ROLE audit LOGIN;
CREATE DATABASE mcp OWNER migrations;
CREATE DATABASE issuer OWNER migrations;
CREATE DATABASE gateway OWNER migrations;
CREATE DATABASE audit OWNER migrations;
REVOKE ALL ON DATABASE mcp, issuer, gateway, audit, postgres, template1 FROM PUBLIC;
GRANT CONNECT ON DATABASE mcp TO "mcp-server-read", "mcp-server-write";
GRANT CONNECT ON DATABASE issuer TO "token-broker-issuer";
GRANT CONNECT ON DATABASE gateway TO "token-broker-gateway";
GRANT CONNECT ON DATABASE audit TO audit;

\connect mcp
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO migrations;
GRANT USAGE ON SCHEMA public TO "mcp-server-read", "mcp-server-write";
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "mcp-server-write";
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT SELECT ON TABLES TO "mcp-server-read";
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT USAGE ON SEQUENCES TO "mcp-server-write";

\connect issuer
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO migrations;
GRANT USAGE ON SCHEMA public TO "token-broker-issuer";
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "token-broker-issuer";
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT USAGE ON SEQUENCES TO "token-broker-issuer";

\connect gateway
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO migrations;
GRANT USAGE ON SCHEMA public TO "token-broker-gateway";
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "token-broker-gateway";
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT USAGE ON SEQUENCES TO "token-broker-gateway";

\connect audit
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT ALL ON SCHEMA public TO migrations;
GRANT USAGE ON SCHEMA public TO audit;
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO audit;
ALTER DEFAULT PRIVILEGES FOR ROLE migrations GRANT USAGE ON SEQUENCES TO audit;
