import { createHmac, timingSafeEqual } from 'node:crypto'

type Signed = {
  /** The whole address that was asked, as the gateway knows it. */
  url: string
  fields: Readonly<Record<string, string>>
  token: string
}

/**
 * How a text gateway signs what it tells us: the address, then each field and its value in the order of the
 * names, under the token of the account.
 */
export function textSignature({ url, fields, token }: Signed): string {
  const said = Object.keys(fields)
    .sort()
    .map((name) => `${name}${fields[name]}`)
  return createHmac('sha1', token)
    .update(`${url}${said.join('')}`)
    .digest('base64')
}

/** Whether it was the gateway that said so. */
export function isSignedText(signed: Signed & { signature: string | undefined }): boolean {
  const [given, ours] = [Buffer.from(signed.signature ?? ''), Buffer.from(textSignature(signed))]
  return given.length === ours.length && timingSafeEqual(given, ours)
}
