/** One file in a form, as a browser sends it after the fields that come before it. */
export type Part = { field: string; name: string; type: string; bytes: Buffer }

/** A form with a file, as the bytes of a request: hidden fields first. */
export function multipartForm(fields: Readonly<Record<string, string>>, file: Part) {
  const edge = '----form'
  const lines = Object.entries(fields).map(
    ([name, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  const about = `content-disposition: form-data; name="${file.field}"; filename="${file.name}"`
  const head = `--${edge}\r\n${about}\r\ncontent-type: ${file.type}\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(lines.join('') + head),
    file.bytes,
    Buffer.from(`\r\n--${edge}--\r\n`),
  ])
  return { payload, contentType: `multipart/form-data; boundary=${edge}` }
}
