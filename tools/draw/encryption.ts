import { sealedTables } from '../../database/sealed.ts'
import { argon, lasting } from '../../src/access/sign-in/limits.ts'
import { keyBytes } from '../../src/platform/vault/envelope.ts'
import { keyLife } from '../../src/platform/vault/vault.ts'
import { type Drawing, page, table } from './drawing.ts'

const bits = keyBytes * 8
const seal = `AES-${bits}-GCM, random nonce of 96 bits, bound to its place`

/** What is protected how, with which key, and when that key ends. */
const inventory = [
  [
    'what people typed, documents',
    seal,
    'a key of the student, or of the district',
    'with the record, or `keys rotate --data`',
  ],
  ['keys of students', seal, 'the key of the district', '`keys rotate`'],
  ['keys of districts', seal, 'the key of the installation, in a file', '`keys rotate`'],
  [
    'passwords',
    `Argon2id, ${argon.memoryKiB / 1024} MiB, ${argon.passes} passes, own salt`,
    'none',
    'when it is changed',
  ],
  [
    'secrets of authenticator apps',
    `AES-${bits}-GCM`,
    'made from the secret of the installation',
    'when it is set up anew',
  ],
  ['codes of apps', 'TOTP (RFC 6238), HMAC-SHA-1, six digits', 'the secret of the app', 'after one use'],
  ['recovery codes', 'HMAC-SHA-256', 'made from the secret of the installation', 'after one use'],
  [
    'sessions, links and tokens',
    'SHA-256 of 256 random bits',
    'none',
    `a session after ${lasting.session / 3_600_000} hours`,
  ],
  [
    'forms, marks of a browser',
    'HMAC-SHA-256',
    'made from the secret of the installation',
    'with the secret',
  ],
  ['the trail', 'a chain of SHA-256, its roots also outside the database', 'none', 'never'],
  [
    'passwords of the database roles',
    'HMAC-SHA-256, SCRAM',
    'the secret of the installation',
    'with the secret',
  ],
  ['lines to browsers', 'TLS 1.2 or 1.3, at your proxy', 'your certificate', 'with the certificate'],
  ['lines to a database or mail server elsewhere', 'TLS, certificate and name checked', 'theirs', 'theirs'],
]

/** The list of cryptography: what it protects, how, under whose key, and what is sealed. */
export function drawEncryption(): Drawing {
  const sealed = Object.entries(sealedTables).map(([name, { of, columns }]) => [
    `\`${name}\``,
    Object.keys(columns)
      .map((column) => `\`${column}\``)
      .join(' '),
    of === 'district' ? 'the district' : 'the student',
  ])
  return page('encryption', 'What is encrypted, and how', [
    `Everything comes from \`node:crypto\`; a check bans every other cipher, hash and source of chance. A process holds an ` +
      `opened key for ${keyLife / 60_000} minutes at most. Each sealed text names the version of its form and its key, so that ` +
      'both can be changed while people work.',
    `## How\n\n${table(['what', 'with', 'key', 'ends'], inventory)}`,
    `## What is sealed\n\n${table(['table', 'columns', 'key of'], sealed)}`,
    'What stays readable, and why, stands in `database/plain.ts`; each column is in one of the two lists.',
  ])
}
