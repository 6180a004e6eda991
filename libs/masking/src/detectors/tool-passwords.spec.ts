import { describe, expect, it } from 'vitest';
import { maskByRules } from '../rules.ts';

const mask = (text: string) => maskByRules(text, { profile: 'result' });

const FOUND = [
  'mysql -u root -p⟦trombone⟧ shop',
  'docker login -u mirko -p ⟦trombone⟧ registry.example.com',
  'svn co --username mirko --password ⟦trombone⟧ trunk',
  'aws rds modify-db-instance --master-user-password ⟦trombone⟧ --apply-immediately',
  "sshpass -p '⟦two words⟧' ssh host",
  'redis-cli -a ⟦trombone⟧ ping',
  'sqlplus app/⟦tiger⟧@orcl',
  "CREATE USER app IDENTIFIED BY '⟦trombone⟧';",
  'ConvertTo-SecureString "⟦Trombone1⟧" -AsPlainText -Force',
  'db.example.com:5432:shop:app:⟦trombone⟧',
  'machine ftp.example.com\n  login mirko\n  password ⟦trombone⟧',
  'USER mirko\nPASS ⟦trombone⟧',
  'requirepass ⟦trombone⟧',
  'snmp-server community ⟦tr0mb0ne⟧ RO',
  'WIFI:T:WPA;S:Home;P:⟦trombone77⟧;;',
  'psql "host=db user=app password=⟦trombone⟧ dbname=shop"',
  'login[password]=⟦trombone⟧',
  '<password>⟦trombone⟧</password>',
  '<add key="SmtpPassword" value="⟦trombone⟧"/>',
  '- name: DB_PASSWORD\n  value: ⟦trombone⟧',
  '{"name":"DB_PASSWORD","value":"⟦trombone⟧"}',
  'name="password"\n\n⟦trombone⟧\n--boundary',
  'password: ⟦trombone⟧\nuser: mirko',
  'curl -su svc:⟦trombone⟧ https://x.example/api',
  'lftp -u svc,⟦trombone⟧ sftp://x.example',
  'schtasks /create /tn x /ru svc /rp ⟦trombone⟧',
  'redis-server --requirepass ⟦trombone⟧',
  'rabbitmqctl change_password svc ⟦trombone⟧',
  "requests.get(url, auth=('svc', '⟦trombone⟧'))",
  '[relay.example.com]:587 svc:⟦trombone⟧',
  'bindpw ⟦trombone⟧',
  '<b>Password</b>: ⟦trombone⟧<br>',
  'ENV DB_PASS ⟦trombone⟧',
  'rocommunity ⟦trombone⟧ 10.0.0.0/8',
  'com2sec readonly default ⟦trombone⟧',
  'AUTH ⟦trombone⟧\n+OK',
  'ldap_default_authtok = ⟦trombone⟧',
  'Uid=sa;Password=⟦Trom bone 44⟧;Database=shop',
  "auth: { user: 'svc', pass: '⟦brass trombone seven⟧' }",
];

const KEPT = [
  'psql -p 5433 -U app, mysql -u root -p shop, ssh -p 2222 host, docker run -p 8080:80 nginx and docker ps -a',
  'the --password flag is ignored, --password-stdin and --password-file /run/secrets/db are not',
  'password = os.environ["DB_PASSWORD"], password = request.form.password, password=\x24{DB_PASSWORD}',
  'password=<token>, password=****, "password": "[FILTERED]", <password>\x24{db.password}</password>',
  'showPassword=false, bypass=enabled, pass=12 fail=3, password varchar(255) not null',
  '\'password\' => \'required|min:8\' and <input type="password" name="password" autocomplete="current-password">',
  'proxy_pass backend_pool;',
  'root:x:0:0:root:/root:/bin/bash and localhost:5432:ready',
];

describe('passwords where tools, files and statements hold them', () => {
  it.each(FOUND)('[C-OUT-3] masks the value and nothing else in: %s', (marked) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const value = /⟦([^⟧]+)⟧/.exec(marked)?.[1];
    const found = mask(text).spans.filter(({ type }) => type === 'PASSWORD' || type === 'SECRET');
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([value]);
  });

  it.each(KEPT)('[C-OUT-1] keeps: %s', (text) => {
    expect(mask(text).masked).toBe(text);
  });
});
