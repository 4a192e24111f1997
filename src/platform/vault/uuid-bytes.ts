/** The sixteen bytes of an id. */
export const parse = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')

/** The id of sixteen bytes. */
export function stringify(bytes: Buffer): string {
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
