import { type Ban, product } from './ban.ts'

/** Ways to keep a secret badly, or to let it leave the house. */
export const weak: readonly Ban[] = [
  {
    name: 'a cipher other than AES-256-GCM',
    pattern: /\bcreate(?:Cipher|Decipher)iv\(\s*(?!'aes-256-gcm')/,
    because: 'it keeps a secret and notices every change, and there is one way to do both',
    in: product,
  },
  {
    name: 'a hash that can be forged',
    pattern: /\bcreateHash\(\s*(?!'sha(?:256|384|512)')/,
    because: 'use SHA-256; an authenticator app alone asks for HMAC with SHA-1',
    in: product,
    except: {
      'src/access/sign-in/breached.ts': 'published lists of breached passwords name them by SHA-1 alone',
    },
  },
  {
    name: 'cryptography from elsewhere',
    pattern: /from '(?:crypto-js|tweetnacl|node-forge|bcrypt\w*|jsonwebtoken|jose|uuid|nanoid)'/,
    because: 'what Node brings is proven',
    in: product,
  },
  {
    name: 'chance that can be guessed',
    pattern: /\bMath\.random\b/,
    because: 'take random bytes, or an id',
    in: product,
  },
  {
    name: 'something kept in the browser',
    pattern: /\b(?:localStorage|sessionStorage|indexedDB|caches)\b/,
    because: 'the next person at this machine would find it',
    in: product,
    except: {
      'src/design/scripts/offline/device.ts': 'codes and times without a name, until sent: see decision 38',
      'src/design/scripts/offline/page.ts': 'a page on which no student is: see decision 38',
      'src/design/scripts/offline.ts': 'what the page is made of: see decision 38',
    },
  },
  {
    name: 'another site called',
    pattern:
      /\bfetch\(|'node:(?:https?|http2|tls|dgram)'|\b(?:XMLHttpRequest|WebSocket|EventSource|sendBeacon)\b/,
    because:
      'the product speaks with its database, its mail server and its text gateway, and with nobody else',
    in: product,
    except: {
      'src/platform/text-gateway.ts': 'the text gateway, at the address of the settings alone',
      'src/design/scripts/live.ts': 'the browser asks the house it came from, as the content policy says',
      'src/design/scripts/offline.ts': 'the worker asks the house it came from, as the content policy says',
      'src/design/scripts/offline/page.ts': 'the worker asks the house it came from',
      'src/design/scripts/offline/sending.ts': 'the worker asks the house it came from',
    },
  },
]
