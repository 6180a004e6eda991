import type { Detector, Scan } from '../scan.ts';
import { Feature, isAlphanumeric } from '../text/characters.ts';

/**
 * Prefixes by which vendors mark their keys: the three characters they begin with (choices separated by spaces), and
 * the whole shape with what follows at the least. Checksums are not asked for.
 */
const SHAPES: readonly (readonly [starts: string, shape: string])[] = [
  ['AKI ASI ABI ACC ARO AID', 'A(?:KIA|SIA|BIA|CCA|ROA|IDA)[0-9A-Z]{12,}'],
  ['sk_ pk_ rk_', '[spr]k_(?:live|test|prod|sbox|sandbox)?_?[0-9A-Za-z_-]{12,}'],
  ['whs', 'whsec_[0-9A-Za-z+/=_-]{12,}'],
  ['sk-', 'sk-(?:proj-|ant-|svcacct-|or-|lf-)?[0-9A-Za-z_-]{16,}'],
  ['ghp gho ghu ghs ghr', 'gh[pousr]_[0-9A-Za-z_]{16,}'],
  ['git', 'github_pat_[0-9A-Za-z_]{16,}'],
  ['glp gld glr glc glo glf gls gli gla', 'gl(?:pat|dt|rt|cbt|ptt|oas|ft|soat|imt|agent|ffct)-[0-9A-Za-z_.-]{12,}'],
  ['xox', 'xox[abceoprs][.-][0-9A-Za-z.-]{10,}'],
  ['xap', 'xapp-[0-9A-Za-z-]{10,}'],
  ['AIz', 'AIza[0-9A-Za-z_-]{13,}'],
  ['ya2', 'ya29\\.[0-9A-Za-z_-]{16,}'],
  ['GOC', 'GOCSPX-[0-9A-Za-z_-]{12,}'],
  ['npm', 'npm_[0-9A-Za-z]{16,}'],
  ['pyp', 'pypi-[0-9A-Za-z_-]{16,}'],
  ['dop doo dor', 'do[por]_v1_[0-9a-f]{20,}'],
  ['hvs hvb hvr', 'hv[sbr]\\.[0-9A-Za-z_-]{16,}'],
  ['SG.', 'SG\\.[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{10,}'],
  ['shp', 'shp(?:at|ca|pa|ss|tka)_[0-9A-Za-z]{16,}'],
  ['lin', 'lin_(?:api|oauth|wh)_[0-9A-Za-z]{16,}'],
  ['sq0', 'sq0[a-z]{3}-[0-9A-Za-z_-]{12,}'],
  ['EAA', 'EAA[0-9A-Za-z]{30,}'],
  ['key', 'key-[0-9a-f]{32,}'],
  ['cs_ ck_', 'c[sk]_[0-9a-f]{40}'],
  ['hf_', 'hf_[0-9A-Za-z]{20,}'],
  ['gsk', 'gsk_[0-9A-Za-z]{20,}'],
  ['xai', 'xai-[0-9A-Za-z]{20,}'],
  ['r8_', 'r8_[0-9A-Za-z]{20,}'],
  ['ppl', 'pplx-[0-9A-Za-z]{20,}'],
  ['fig', 'figd_[0-9A-Za-z_-]{16,}'],
  ['ntn', 'ntn_[0-9A-Za-z]{20,}'],
  ['sec', 'secret_[0-9A-Za-z]{32,}'],
  ['dap', 'dapi[0-9a-f]{24,}'],
  ['dck', 'dckr_(?:pat|oat)_[0-9A-Za-z_-]{16,}'],
  ['dp.', 'dp\\.(?:pt|st|ct|sa|scim|audit)\\.[0-9A-Za-z_.-]{16,}'],
  ['gls', 'glsa_[0-9A-Za-z_]{16,}'],
  ['NRA', 'NRAK-[0-9A-Z]{16,}'],
  ['PMA', 'PMAK-[0-9a-f-]{16,}'],
  ['ATA', 'ATATT3[0-9A-Za-z_=-]{16,}'],
  ['ATB', 'ATBB[0-9A-Za-z]{20,}'],
  ['rub', 'rubygems_[0-9a-f]{20,}'],
  ['rdm', 'rdme_[0-9a-z]{20,}'],
  ['sbp', 'sbp_[0-9a-f]{20,}'],
  ['snt', 'sntrys_[0-9A-Za-z_+/=-]{20,}'],
  ['psc', 'pscale_(?:tkn|pw|oauth)_[0-9A-Za-z_.-]{16,}'],
  ['tsk', 'tskey-[0-9A-Za-z_-]{16,}'],
  ['AGE', 'AGE-SECRET-KEY-1[0-9A-Z]{20,}'],
  ['csk', 'csk-[0-9A-Za-z]{16,}'],
  ['pk-', 'pk-lf-[0-9A-Za-z-]{16,}'],
  ['ABS', 'ABSK[0-9A-Za-z+/]{30,}={0,2}'],
  ['AQ.', 'AQ\\.[0-9A-Za-z_-]{30,}'],
  ['LTA', 'LTAI[0-9A-Za-z]{12,}'],
  ['AKI', 'AKID[0-9A-Za-z]{28,}'],
  ['SCW', 'SCW[0-9A-Z]{17}(?![0-9A-Za-z])'],
  ['AQV', 'AQVN[0-9A-Za-z_-]{30,}'],
  ['y0_', 'y0_[0-9A-Za-z_-]{30,}'],
  ['vk1', 'vk1\\.a\\.[0-9A-Za-z_-]{30,}'],
  ['HRK', 'HRKU-[0-9A-Za-z_-]{20,}'],
  ['nfp', 'nfp_[0-9A-Za-z]{16,}'],
  ['vcp', 'vcp_[0-9A-Za-z]{16,}'],
  ['ver', 'vercel_blob_rw_[0-9A-Za-z_]{16,}'],
  ['sb_', 'sb_secret_[0-9A-Za-z_-]{16,}'],
  ['nap', 'napi_[0-9a-z]{24,}'],
  ['rnd', 'rnd_[0-9A-Za-z]{20,}'],
  ['fo1 fm2 fm1', 'f(?:o1|m[12])_[0-9A-Za-z+/=_-]{20,}'],
  ['xke xsm', 'x(?:key|smtp)sib-[0-9a-f]{32,}(?:-[0-9A-Za-z]{8,})?'],
  ['re_', 're_(?=[0-9A-Za-z_]*[0-9])(?=[0-9A-Za-z_]*[A-Z])[0-9A-Za-z_]{16,}'],
  ['ATC ATS', 'AT(?:CTT3|STT)[0-9A-Za-z_=-]{16,}'],
  ['pat', 'pat(?:[0-9A-Za-z]{14}\\.[0-9a-f]{32,}|-(?:na|eu|ap)[0-9]-[0-9a-f-]{32,})'],
  ['fig', 'fig[uo]_[0-9A-Za-z_-]{16,}'],
  ['tfp', 'tfp_[0-9A-Za-z_]{20,}'],
  ['00D', '00D[0-9A-Za-z]{12,15}![0-9A-Za-z._]{30,}'],
  ['EAA', 'EAAA[0-9A-Za-z_-]{30,}'],
  ['IGQ IGA', 'IG(?:QV|AA)[0-9A-Za-z_-]{30,}'],
  ['rzp', 'rzp_(?:live|test)_[0-9A-Za-z]{8,}'],
  ['FLW', 'FLWSECK(?:_TEST)?-[0-9A-Za-z]{12,}(?:-X)?'],
  ['liv tes', '(?:live|test)_(?=[0-9A-Za-z]*[0-9])(?=[0-9A-Za-z]*[A-Za-z])[0-9A-Za-z]{28,}'],
  ['acc', 'access-(?:production|sandbox|development)-[0-9a-f-]{32,}'],
  ['APP', 'APP_USR-[0-9A-Za-z-]{20,}'],
  ['xnd', 'xnd_(?:production|development|public)_[0-9A-Za-z]{16,}'],
  ['Mid', 'Mid-(?:server|client)-[0-9A-Za-z_-]{12,}'],
  ['SB-', 'SB-Mid-(?:server|client)-[0-9A-Za-z_-]{12,}'],
  ['A3-', 'A3-[0-9A-Z]{6}-[0-9A-Z]{6,11}(?:-[0-9A-Z]{5}){3,5}'],
  ['ops', 'ops_eyJ[0-9A-Za-z_-]{20,}'],
  ['glc', 'glc_[0-9A-Za-z+/=]{20,}'],
  ['NRI NRA NRJ', 'NR(?:II|AL|JS|AA|BR|SP)-[0-9A-Za-z_-]{16,}'],
  ['snt', 'sntryu_[0-9a-f]{32,}'],
  ['hca hcb hcx', 'hc[abx](?:ik|lk|mk)_[0-9A-Za-z]{16,}'],
  ['dt0', 'dt0[a-z][0-9]{2}\\.[0-9A-Z]{16,}(?:\\.[0-9A-Z]{32,})?'],
  ['squ sqp sqa', 'sq[upa]_[0-9a-f]{32,}'],
  ['CCI', 'CCIPAT_[0-9A-Za-z_]{20,}'],
  ['bku bkp bkt', 'bk(?:ua|pt|tt)_[0-9a-f]{24,}'],
  ['AKC', 'AKCp[0-9A-Za-z]{40,}'],
  ['oy2', 'oy2[0-9a-z]{40,}'],
  ['cio', 'cio[0-9A-Za-z]{32}(?![0-9A-Za-z])'],
  ['CLO', 'CLOJARS_[0-9a-f]{40,}'],
  ['pcs', 'pcsk_[0-9A-Za-z_]{20,}'],
  ['lsv', 'lsv2_(?:pt|sk)_[0-9a-f_]{24,}'],
  ['api', 'api_org_[0-9A-Za-z]{20,}'],
  ['tgp', 'tgp_v1_[0-9A-Za-z_-]{20,}'],
  ['fw_', 'fw_[0-9A-Za-z]{20,}'],
  ['tvl', 'tvly-[0-9A-Za-z-]{20,}'],
  ['jin', 'jina_[0-9A-Za-z_-]{24,}'],
  ['fc-', 'fc-[0-9a-f]{32}'],
  ['nva', 'nvapi-[0-9A-Za-z_-]{24,}'],
  ['CFP', 'CFPAT-[0-9A-Za-z_-]{24,}'],
  ['sl.', 'sl\\.(?:u\\.)?[0-9A-Za-z_-]{40,}'],
  ['duf', 'duffel_(?:live|test)_[0-9A-Za-z_-]{20,}'],
  ['EZA EZT', 'EZ[AT]K[0-9A-Za-z]{40,}'],
  ['shi', 'shippo_(?:live|test)_[0-9a-f]{32,}'],
  ['fio', 'fio-u-[0-9A-Za-z_-]{32,}'],
  ['p8e', 'p8e-[0-9A-Za-z]{24,}'],
  ['pul', 'pul-[0-9a-f]{32,}'],
  ['sdk', 'sdk-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
  ['sig', 'signkey-(?:prod|test|branch)-[0-9a-f]{24,}'],
  ['os_', 'os_v2_(?:app|org)_[0-9a-z]{24,}'],
  ['phx phc', 'ph[xc]_[0-9A-Za-z]{24,}'],
  ['nap', 'napi_[0-9A-Za-z]{24,}'],
  ['co_', 'co_(?=[0-9A-Za-z]*[0-9])(?=[0-9A-Za-z]*[A-Z])[0-9A-Za-z]{30,}'],
  ['pnu', 'pnu_[0-9A-Za-z]{24,}'],
  ['dbt', 'dbt[cu]_[0-9A-Za-z_-]{20,}'],
  ['n8n', 'n8n_api_[0-9A-Za-z]{20,}'],
  ['zpk', 'zpka_[0-9a-f_]{20,}'],
  ['kpa spa', '(?:kpat|spat)_[0-9A-Za-z]{20,}'],
  ['xau', 'xau_[0-9A-Za-z]{20,}'],
  ['AVN', 'AVNS_[0-9A-Za-z_-]{10,}'],
  ['CCD', 'CCDB1_[0-9A-Za-z_]{20,}'],
  ['ret', 'retool_[0-9A-Za-z]{20,}'],
  ['hrk dru', '(?:hrku|druid)_[0-9A-Za-z]{24,}'],
  ['GR1', 'GR1348941[0-9A-Za-z_-]{16,}'],
  ['dos', 'dose[0-9a-f]{32}'],
  ['SK0 SK1 SK2 SK3 SK4 SK5 SK6 SK7 SK8 SK9 SKa SKb SKc SKd SKe SKf', 'SK[0-9a-f]{32}(?![0-9A-Za-z])'],
  ['shr', 'shrt_[0-9A-Za-z]{20,}'],
  ['wsk', 'wsk_[0-9A-Za-z]{20,}'],
  ['inv', 'inv_(?=[0-9A-Za-z]*[0-9])(?=[0-9A-Za-z]*[A-Z])[0-9A-Za-z]{18,}'],
  ['tok tk_', '(?:tok|tk)_(?=[0-9A-Za-z]*[0-9])(?=[0-9A-Za-z]*[A-Z])[0-9A-Za-z]{16,}'],
  // JWS and JWE in compact form (RFC 7515 §7.1, RFC 7516 §7.1): base64url parts, the first the encoding of `{"`.
  ['eyJ', '(?<![0-9A-Za-z_-])eyJ[0-9A-Za-z_-]{8,}\\.(?:[0-9A-Za-z_-]*\\.){0,3}[0-9A-Za-z_-]{4,}'],
  ['sk. pk.', '[sp]k\\.eyJ[0-9A-Za-z_.-]{16,}'],
];

/** Shapes by three characters, five bits of each; a false friend is turned away by the shape itself. */
const shapesAt: (RegExp[] | undefined)[] = Array.from({ length: 1 << 15 });
const keyOf = (first: number, second: number, third: number): number =>
  ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);

for (const [starts, shape] of SHAPES) {
  const pattern = new RegExp(shape, 'y');
  for (const start of starts.split(' ')) {
    const key = keyOf(start.charCodeAt(0), start.charCodeAt(1), start.charCodeAt(2));
    shapesAt[key] = [...(shapesAt[key] ?? []), pattern];
  }
}

/** Vendors' keys and JSON web tokens, by prefix and length. */
export const prefixedSecrets: Detector = (scan, findings) =>
  eachPrefixedKey(scan, (start, end) => findings.push({ start, end, type: 'SECRET', certain: true }));

/** Calls `found` for every key and web token that begins where a run of ASCII letters and digits does, in order. */
export function eachPrefixedKey({ text, tokens, features }: Scan, found: (start: number, end: number) => void): void {
  const { count, starts, ends, kinds } = tokens;
  const mixed = (features & Feature.foreign) !== 0;
  let done = 0;
  for (let token = 0; token < count; token += 1) {
    if (kinds[token] !== 1) continue;
    const start = starts[token] as number;
    const end = ends[token] as number;
    for (let at = start; at >= 0; at = nextRun(text, at, end, mixed)) {
      const length = at < done ? 0 : keyAt(text, at);
      if (length === 0) continue;
      done = at + length;
      let last = done;
      while (text[last - 1] === '.') last -= 1;
      found(at, last);
    }
  }
}

/** Where in a word ASCII letters follow those of another script, as a key may without a space; -1 where nowhere. */
function nextRun(text: string, from: number, end: number, mixed: boolean): number {
  if (!mixed && text.charCodeAt(from) < 128) return -1;
  let at = from;
  while (at < end && text.charCodeAt(at) < 128) at += 1;
  while (at < end && text.charCodeAt(at) > 127) at += 1;
  return at < end ? at : -1;
}

/** Length of the key or web token that begins at `at`, or 0. */
export function keyAt(text: string, at: number): number {
  const shapes = shapesAt[keyOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2))];
  return shapes === undefined || isAlphanumeric(text.charCodeAt(at - 1)) ? 0 : longestAt(shapes, text, at);
}

function longestAt(shapes: readonly RegExp[], text: string, at: number): number {
  let longest = 0;
  for (const shape of shapes) {
    shape.lastIndex = at;
    if (shape.test(text)) longest = Math.max(longest, shape.lastIndex - at);
  }
  return longest;
}
