import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest()

/** What a device and a browser may get wrong, or be made to. */
type Lies = {
  origin?: string
  site?: string
  type?: string
  challenge?: string
  crossOrigin?: boolean
  /** Flags of the device: present, verified, and for a new passkey attested. */
  flags?: number
  count?: number
}

const kinds = {
  ec: () => generateKeyPairSync('ec', { namedCurve: 'prime256v1' }),
  ed25519: () => generateKeyPairSync('ed25519'),
  rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  weak: () => generateKeyPairSync('rsa', { modulusLength: 1024 }),
  other: () => generateKeyPairSync('ec', { namedCurve: 'secp384r1' }),
}

/** The numbers of a key, where the device puts them. */
const numbersOf = (key: KeyObject) => {
  const { x, y, n } = key.export({ format: 'jwk' })
  return Buffer.concat(
    [x, y, n].flatMap((part) => (part === undefined ? [] : [Buffer.from(part, 'base64url')])),
  )
}

/** A device that makes one passkey and signs with it, made of what the standard says and nothing of ours. */
export class Authenticator {
  readonly #key: { publicKey: KeyObject; privateKey: KeyObject }
  readonly id = randomBytes(32)
  readonly #origin: string
  count = 0

  constructor(origin: string, kind: keyof typeof kinds = 'ec') {
    this.#origin = origin
    this.#key = kinds[kind]()
  }

  #client(type: string, challenge: string, lies: Lies) {
    const { origin = this.#origin, crossOrigin = false } = lies
    const said = { type: lies.type ?? type, challenge: lies.challenge ?? challenge, origin, crossOrigin }
    return Buffer.from(JSON.stringify(said))
  }

  #data(flags: number, lies: Lies) {
    const { site = new URL(this.#origin).hostname, count = this.count } = lies
    const head = Buffer.alloc(5)
    head.writeUInt8(lies.flags ?? flags, 0)
    head.writeUInt32BE(count, 1)
    return Buffer.concat([sha256(site), head])
  }

  /** The fields of the form that adds a passkey. */
  make(challenge: string, lies: Lies = {}): Record<string, string> {
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const own = Buffer.concat([Buffer.alloc(16), length, this.id, numbersOf(this.#key.publicKey)])
    return asFields({
      credential: this.id,
      client_data: this.#client('webauthn.create', challenge, lies),
      authenticator_data: Buffer.concat([this.#data(0x45, lies), own]),
      public_key: this.#key.publicKey.export({ format: 'der', type: 'spki' }),
    })
  }

  /** The fields of the form that signs in. */
  use(challenge: string, lies: Lies = {}): Record<string, string> {
    const client = this.#client('webauthn.get', challenge, lies)
    const data = this.#data(0x05, lies)
    const { privateKey } = this.#key
    const digest = privateKey.asymmetricKeyType === 'ed25519' ? null : 'sha256'
    const signature = sign(digest, Buffer.concat([data, sha256(client)]), privateKey)
    return asFields({ credential: this.id, client_data: client, authenticator_data: data, signature })
  }
}

const asFields = (bytes: Record<string, Buffer>) =>
  Object.fromEntries(Object.entries(bytes).map(([name, value]) => [name, value.toString('base64url')]))

/** What the open page asks a device to sign. */
export const challengeOn = (page: string): string => /data-challenge="([\w-]+)"/.exec(page)?.[1] ?? ''
