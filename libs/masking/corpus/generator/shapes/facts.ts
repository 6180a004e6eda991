import type { Story } from '../story.ts';

/* Machine text about nobody: everything in it must survive. */

const FACTS: readonly string[] = [
  '## {version} ({date})\n\n- fix: {error} in {service} ({hash})\n- feat: {product} connector ({hash})\n- chore: bump lodash@4.17.21, closes {id}\n',
  'service: {service}\nimage: {digest}\nreplicas: 3\nregion: {region}\nenv:\n  - name: API_KEY\n    value: {setting}\nrevision: {hash}\n',
  'NAME                                READY   STATUS             RESTARTS   AGE\n{pod}   0/1     CrashLoopBackOff   14         52m\n{pod}   1/1     Running            0          3d\n',
  'http_requests_total⟨service="{service}",code="503"⟩ 10234\nprocess_resident_memory_bytes 1.61234944e+08\nbuild_info⟨version="{version}",commit="{hash}"⟩ 1\n# at {time}\n',
  '00000000  89 50 4e 47 0d 0a 1a 0a  00 00 00 0d 49 48 44 52  |.PNG........IHDR|\n00000010  00 00 02 80 00 00 01 e0  08 06 00 00 00 35 d1 dc  |.............5..|\n{error}\n',
  'EXPLAIN ANALYZE SELECT * FROM orders WHERE id = {order};\nSeq Scan on orders  (cost=0.00..18334.00 rows=1 width=64) (actual time=0.031..98.215 rows=1 loops=1)\nPlanning Time: 0.112 ms\n-- {error} after {count}\n',
  '| metric | {version} | {version} |\n| --- | --- | --- |\n| p50 | 12.4 ms | 11.9 ms |\n| p99 | 98.2 ms | 412.7 ms |\n| errors | 0.01 % | 2.4 % |\n\nrun {uuid} in {region}\n',
  'const pattern = /^[A-Z]⟨2⟩\\d⟨2⟩[A-Z0-9]⟨4,30⟩$/;\nassert.match(value, pattern); // {error}\n    at {file}\n',
  'resource "aws_instance" "web" ⟨\n  ami           = "ami-0c55b159cbfafe1f0"\n  instance_type = "t3.micro"\n  subnet_cidr   = "10.0.1.0/24"\n⟩\n# terraform {version}, {region}, plan {hash}\n',
  '{time} [{service}] started, listening on 0.0.0.0:8443\n{time} [{service}] GET /healthz 200 1.2ms\n{time} [{service}] {error} retry 3/5 trace={trace}\n{time} [{service}] shutdown after {count}\n',
  '⟨"order_id":"{order}","status":503,"error":"{error}","trace_id":"{trace}","build":"{version}","commit":"{hash}","retry_after":30⟩\n',
  'openssl x509 -noout -fingerprint -sha1\nSHA1 Fingerprint={fingerprint}\nnotBefore=Mar  3 10:12:44 2025 GMT\nnotAfter=Mar  3 10:12:44 2026 GMT\n',
  'npm error code ERESOLVE\nnpm error ERESOLVE unable to resolve dependency tree\nnpm error Found: react@19.2.0\nnpm error node_modules/react\nA complete log: /root/.npm/_logs/2026-03-03T10_12_44_120Z-debug-0.log\n{error}\n',
  'Serial: {id}\nFirmware: {version}\nUptime: 41 days, 03:12:44\nLast error: {error}\nChecksum: {hash}\n',
  'diff --git a/src/app.ts b/src/app.ts\nindex {hash}..{hash} 100644\n--- a/src/app.ts\n+++ b/src/app.ts\n@@ -12,7 +12,7 @@\n-const timeout = 3000;\n+const timeout = 30_000; // {id}\n',
];

/** A changelog, settings, metrics, a dump, a plan, a diff. */
export function facts(story: Story): void {
  const { random, language } = story;
  if (random.chance(0.6)) story.tell(story.pick(language.text.problem)).add({ text: '\n\n' });
  story.tellBraced(story.pick(FACTS));
  if (random.chance(0.3)) story.tell(story.pick(language.text.negative));
}
