import { createHash, generateKeyPairSync, sign } from 'node:crypto'

/** One piece of DER: a tag, a length, and what is in it. */
function der(tag: number, ...inside: (Buffer | number[])[]): Buffer {
  const body = Buffer.concat(inside.map((part) => Buffer.from(part)))
  const size = body.length
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: (Buffer | number[])[]) => der(0x30, ...parts)
const oid = (...bytes: number[]) => der(0x06, bytes)
const utc = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`))

const ecdsaWithSha256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
const named = (name: string) =>
  sequence(der(0x31, sequence(oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from(name)))))
const forHost = (host: string) =>
  sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(der(0x82, Buffer.from(host)))))

/** A certificate that vouches for itself, for one host, in force from yesterday to tomorrow. */
export function certificateFor(host: string): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const day = 86_400_000
  const serial = createHash('sha256').update(host).digest().subarray(0, 8)
  const content = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1, ...serial]),
    ecdsaWithSha256,
    named(host),
    sequence(utc(new Date(Date.now() - day)), utc(new Date(Date.now() + day))),
    named(host),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(forHost(host))),
  )
  const whole = sequence(content, ecdsaWithSha256, der(0x03, [0], sign('sha256', content, privateKey)))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}
