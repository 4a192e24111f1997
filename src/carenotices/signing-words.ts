import { catalog } from '#platform/words.ts'

/** What the page says on how the machine of a desk signs. */
export const signingPageWords = catalog({
  en: {
    title: 'Signing',
    title_of: 'How {label} signs',
    crumb: 'Handle With Care agreements',
    lead: 'A machine of the desk signs every notice with a key of its own. Whoever types a notice on the page of the desk uses its key instead.',
    keys: 'Keys it signs with',
    none: 'No key is registered, so no machine can send.',
    key_id: 'Key id',
    print: 'Fingerprint',
    since: 'Since',
    since_by: '{at}, {name}',
    state: 'Holds',
    revoke: 'Revoke {print}',
    revoked_at: 'Revoked {at}',
    public_key: 'Public key',
    public_key_hint:
      'Ed25519, as a PEM. Read the fingerprint to each other on the phone. To change a key, register the next one, then revoke the last.',
    register: 'Register this key',
    how: 'How it is signed',
    how_key: 'The desk makes an Ed25519 key and keeps the secret half. The public half is registered here.',
    how_lines: 'It signs these five lines, joined by line feeds:',
    line_at: 'the time, as 2026-10-05T16:00:00Z',
    line_nonce: '16 to 64 letters and digits, drawn anew for each notice',
    line_body: 'SHA-256 of the JSON that is sent, in hexadecimal',
    how_headers:
      'It sends the JSON with four headers: Notice-Key (the key id), Notice-Time, Notice-Nonce, Notice-Signature (Base64).',
    how_once: 'The time may be off by five minutes, and a nonce is taken once.',
    how_docs: 'A whole example that runs comes with the documentation, under Signed notices.',
  },
})
