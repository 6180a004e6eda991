/** What a secret looks like in a file; the name is what a report says, never the match. */
export interface Pattern {
  name: string;
  /** Matched against bytes as latin1. */
  pattern: RegExp;
}

/** Longest match any pattern can need, in bytes: windows overlap by this. */
export const LONGEST = 4_096;

export const PATTERNS: Pattern[] = [
  {
    // the armour alone is in every TLS library; key material follows it only in a key
    name: 'private key (PEM)',
    pattern:
      /-----BEGIN (?:[A-Z0-9]+ ){0,2}PRIVATE KEY-----(?:\r?\n|\\n)(?:[A-Za-z-]+: [^\n]{1,80}\r?\n)*\s*[A-Za-z0-9+/]{40}/,
  },
  {
    name: 'private key (JWK)',
    pattern: /"d"\s*:\s*"[A-Za-z0-9_-]{42,}"/,
  },
  { name: 'JWT', pattern: /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{40,}/ },
  { name: 'Vault or OpenBao token', pattern: /\bhv[sb]\.[A-Za-z0-9_-]{24,}/ },
  { name: 'Linear API key', pattern: /\blin_(?:api|oauth)_[A-Za-z0-9]{32,}/ },
  { name: 'GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{36,}|\bgithub_pat_[A-Za-z0-9_]{60,}/ },
  { name: 'AWS access key', pattern: /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/ },
  { name: 'npm token', pattern: /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[A-Za-z0-9-]{20,}/ },
  { name: 'Slack token', pattern: /\bxox[abprs]-[0-9]{10,}-[A-Za-z0-9-]{20,}/ },
  { name: 'password in a URL', pattern: /\bpostgres(?:ql)?:\/\/[a-z0-9_-]{1,60}:[^@\s"'`<>$/]{8,80}@[a-z0-9]/ },
];
