import type { Story } from '../story.ts';

/* What programs write and people paste. Templates without braces of their own use slots; the others are built from parts. */

const LOGS: readonly string[] = [
  '{time} DEBUG [{service}] {secret.cued}',
  '{time} INFO  [{service}] login ok user={email} ip={ip} session={uuid}',
  '{time} WARN  [{service}] card declined pan={card} exp={expiry} code={error}',
  '{time} ERROR [{service}] {error} at {file} trace={trace}',
  '{time} DEBUG [{service}] sms to {phone} queued as {id}',
  '{ip} - {user} [{time}] "GET /orders?page=2 HTTP/1.1" 200 512 "-" "Mozilla/5.0"',
  '{time} sshd[2211]: Accepted password for root from {ip} port 51514 ssh2',
  '{time} dhcpd: DHCPACK on {lan} to {mac} via eth0',
  '{time} postfix/smtp[991]: to=<{mail}>, relay=mx1.example.com[{lan}]:25, delay=0.42, status=sent',
  'level=error ts={time} msg="{error}" version={version} customer="{me.full}" phone="{phone}"',
  '{time} INFO  [{service}] deploy {version} commit {hash} region {region} took {count}',
  '{time} TRACE [{service}] Authorization: Bearer {secret.shape}',
  '{time} INFO  [audit] actor={email} action=password_reset target={mail} result=ok',
  '{time} INFO  [gps] device {id} at {geo} accuracy 5m',
];

/** Lines of a log, most of them technical. */
export function log(story: Story): void {
  const { random, language } = story;
  if (random.chance(0.6)) story.tell(story.pick(language.text.problem)).add({ text: '\n\n' });
  const lines = random.int(4, 9);
  for (let line = 0; line < lines; line += 1) story.tell(story.pick(LOGS)).add({ text: '\n' });
}

const OBJECTS: readonly string[] = [
  '"name": "{me.full}"',
  '"email": "{email}"',
  '"phone": "{phone}"',
  '"first_name": "{me.first}", "last_name": "{me.last}"',
  '"dob": "{dob}"',
  '"ip": "{ip}"',
  '"card": ⟨"number": "{card}", "exp": "{expiry}", "cvv": "{cvv}"⟩',
  '"iban": "{iban}"',
  '"password": "{password}"',
  '"customerName": "{person}"',
  '"contact_email":"{mail}"',
  '"location": "{geo}"',
  '"passport_no": "{passport}"',
  '"mac": "{mac}"',
  '"created_by": "{other}"',
];
const FACTS: readonly string[] = [
  '"order_id": "{order}"',
  '"request_id": "{uuid}"',
  '"error": "{error}"',
  '"version": "{version}"',
  '"created_at": "{time}"',
  '"service": "{service}"',
  '"commit": "{hash}"',
  '"region": "{region}"',
  '"retries": 3',
  '"amount": 129.90',
  '"trace_id": "{trace}"',
  '"token": "{setting}"',
  '"status": 503',
  '"image": "{digest}"',
];

/** A JSON document with personal and technical members. */
export function json(story: Story): void {
  const { random, language } = story;
  if (random.chance(0.7)) story.tell(story.pick(language.text.problem)).add({ text: '\n' });
  const members = random.shuffle([
    ...someOf(story, OBJECTS, random.int(2, 4)),
    ...someOf(story, FACTS, random.int(2, 4)),
  ]);
  const [open, between, close] = random.pick([
    ['{', ',', '}'],
    ['{\n  ', ',\n  ', '\n}'],
    ['```json\n{\n    ', ',\n    ', '\n}\n```'],
  ] as const);
  story.add({ text: open });
  for (const [at, member] of members.entries()) story.tellBraced(`${at > 0 ? between : ''}${member}`);
  story.add({ text: close });
}

/** Up to `count` different ones. */
const someOf = (story: Story, list: readonly string[], count: number) => [
  ...new Set(Array.from({ length: count }, () => story.pick(list))),
];

const COMMANDS: readonly string[] = [
  '# config of {service}\nlog_level: debug\n{secret.cued}\nregion: {region}',
  'POST /login HTTP/1.1\nHost: api.example.com\n{secret.cued}\nX-Request-Id: {uuid}',
  'mysql -h db.internal -u {user} -p{password} -e "SHOW PROCESSLIST"\nERROR 1045 (28000): {error}',
  'PGPASSWORD={password} psql -h db.internal -c "SELECT version()"\n{error}',
  'docker login registry.example.com -u {user} -p {password}\nError: {error}',
  'mongodb+srv://{user}:{password}@cluster0.example.net/orders?retryWrites=true fails: {error}',
  'Server=db.internal;Database=Orders;User Id={user};Password={password};Encrypt=true; -> {error}',
  'git clone https://{user}:{secret.shape}@github.com/acme/portal.git\nfatal: {error}',
  'curl -s "https://api.example.com/v1/orders/{order}?api_key={secret.shape}" -H "X-Request-Id: {uuid}"',
  'redis-cli -h redis.internal -a {password} PING\n(error) {error}',
  'BEGIN:VEVENT\nSUMMARY:Incident {id}\nORGANIZER;CN={me.full}:mailto:{email}\nATTENDEE;CN={person}:mailto:{mail}\nDTSTART:20260303T101244Z\nEND:VEVENT',
  'Attendees: {person}, {person}, {person}\nAgenda: {error} in {service}, rollback to {version}',
  'Subject: {error} for {me.full}\nX-Mailer: {product}\nMessage-ID: <{messageId}>\nReply-To: {email}',
  'Device: Android 15, build {version}\nMAC {mac}\nLast seen {ip} at {time}\nOwner {person}',
  `curl -X POST https://api.example.com/v2/customers -H 'Authorization: Bearer {secret.shape}' -d '⟨"email":"{email}","name":"{me.full}"⟩'`,
  `curl -u {user}:{password} "https://api.example.com/v1/orders/{order}" # {error}`,
  'curl "https://app.example.com/reset?email={mail}&page=2" -v\n< HTTP/1.1 503\n< x-request-id: {uuid}',
  'psql postgres://{user}:{password}@db.internal:5432/ledger -c "SELECT 1"\npsql: error: {error}',
  'git log --oneline -1\ncommit {hash}\nAuthor: {person} <{mail}>\nDate: {time}\n\n    fix {id}',
  'Signed-off-by: {person} <{mail}>\nReviewed-by: {person} <{mail}>\nFixes: {hash}',
  'GET /v1/invoices/{id} HTTP/1.1\nHost: api.example.com\nX-Forwarded-For: {ip}\nCookie: theme=dark\nX-Request-Id: {uuid}',
  `INSERT INTO customers (name, email, phone) VALUES ('{me.full}', '{email}', '{phone}'); -- {error}`,
  `SELECT * FROM users WHERE email = '{mail}' AND created_at > '{date}' -- {count}`,
  'DB_HOST=db.internal\nDB_PASSWORD={password}\nLOG_LEVEL=debug\nBUILD={hash}',
  'GITHUB_TOKEN={secret.shape}\nAWS_REGION=eu-central-1\n# {error}',
  'name,email,phone,plan\n{person},{mail},{phone},pro\n{person},{mail},{phone},free',
  '| name | email | version |\n| --- | --- | --- |\n| {person} | {mail} | {version} |\n| {person} | {mail} | {version} |',
  '<customer id="{order}"><name>{me.full}</name><email>{email}</email><birthDate>{dob}</birthDate></customer>',
  'BEGIN:VCARD\nVERSION:3.0\nFN:{me.full}\nTEL;TYPE=CELL:{phone}\nEMAIL:{email}\nEND:VCARD',
  'customer:\n  name: {me.full}\n  email: {email}\n  tier: gold\nrelease: {version}\nhost: {host}',
  'kubectl describe pod {pod}\n  Image: {digest}\n  Last State: Terminated ({error})\n  Annotations: owner={mail}',
];

/** A command, a query, a file of settings, a table, a record. */
export function command(story: Story): void {
  const { random, language } = story;
  if (random.chance(0.7)) story.tell(story.pick(language.text.problem)).add({ text: '\n\n' });
  story.tellBraced(story.pick(COMMANDS));
  if (random.chance(0.4)) story.add({ text: '\n\n' }).tell(story.pick(language.text.closing));
}

const TRACES: readonly string[] = [
  'java.lang.IllegalStateException: {error}\n\tat com.acme.billing.InvoiceService.render(InvoiceService.java:142)\n\tat java.base/java.lang.Thread.run(Thread.java:1583)\nCaused by: com.acme.CustomerNotFound: no customer with email {email}\n',
  'Traceback (most recent call last):\n  File "/srv/app/jobs/export.py", line 88, in run\n    raise ValueError("bad phone {phone}")\nValueError: bad phone for order {order}\n',
  "TypeError: Cannot read properties of undefined (reading 'id')\n    at Session.load ({file})\n    at process.processTicksAndRejections (node:internal/process/task_queues:105:5)\n  user: {mail}\n  release: {version}\n",
  'panic: runtime error: index out of range [3] with length 3\n\ngoroutine 17 [running]:\nmain.handle(0xc0000b2000)\n\t/src/{service}/main.go:88 +0x1d\nrequest {uuid} from {ip}\n',
  'System.NullReferenceException: {error}\n   at Acme.Portal.Orders.Load(String id) in C:\\build\\Orders.cs:line 77\nUser: {me.full} ({email})\n',
  "thread 'main' panicked at src/main.rs:42:9:\n{error}\nnote: run with `RUST_BACKTRACE=1`\nbuild {hash}, {product} {version}\n",
];

export function stackTrace(story: Story): void {
  const { random, language } = story;
  story.tell(story.pick(language.text.problem)).add({ text: '\n\n' }).tell(story.pick(TRACES));
  if (random.chance(0.5)) story.tell(story.pick(random.pick([language.text.contact, language.text.people])));
}

const FORMS: readonly string[] = [
  'Name: {me.full}',
  'E-Mail: {email}',
  'Phone: {phone}',
  'Version: {version}',
  'Order: {order}',
  'Error: {error}',
  'Host: {host}',
  'Date: {date}',
  'Build: {hash}',
  'DOB: {dob}',
  'IBAN: {iban}',
  'Contact: {person}',
  'IP: {ip}',
  'Region: {region}',
  'Password: {password}',
];

/** A form: label, colon, value. */
export function form(story: Story): void {
  story
    .tell(someOf(story, FORMS, story.random.int(4, 8)).join('\n'))
    .add({ text: '\n' })
    .tell(story.pick(story.language.text.problem));
}
