import type { Ban } from './ban.ts'

const because = 'a secret never stands in the repository: it comes from the environment or the data directory'

/** Amazon, GitHub, npm, Slack, Stripe, Google. */
const keysOfServices = [
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\b(?:gh[pousr]_\w{36}|github_pat_\w{40}|npm_\w{36})/,
  /\b(?:xox[abprs]-\w{10}|[rs]k_live_\w{16})/,
  /\bAIza[\w-]{35}\b/,
]

/** The shapes secrets have. Each is written so that it does not find itself. */
export const secrets: readonly Ban[] = [
  { name: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY(?: BLOCK)?-----/, because },
  ...keysOfServices.map((pattern) => ({ name: 'a key of a service', pattern, because })),
  { name: 'a token somebody signed', pattern: /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/, because },
  {
    name: 'an address with a password in it',
    pattern: /\b(?:postgres(?:ql)?|smtps?|https?|redis|amqp):\/\/[\w.%-]+:[\w.%!-]{6,}@/,
    because,
  },
  {
    name: 'a secret given a value',
    pattern:
      /\b\w*(?:password|passwd|secret|api_?key|token)['"]?\s*[:=]\s*['"`](?=[^'"`]*\d)[\w+/=-]{24,}['"`]/i,
    because,
  },
]
