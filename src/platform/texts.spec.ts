import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { certificateFor } from '#tests/support/certificate.ts'
import { createServer as createTls } from 'node:https'
import { lineToGateway } from './text-gateway.ts'
import { isSignedText, textSignature } from './text-signature.ts'
import { textNumber } from './text-number.ts'
import { textsFrom } from './texts.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

type Asked = { url: string; auth: string; type: string; form: Record<string, string> }
type Answer = { status: number; body: string; location?: string }

async function read(request: IncomingMessage): Promise<Asked> {
  let body = ''
  for await (const part of request) body += String(part)
  const { authorization = '', 'content-type': type = '' } = request.headers
  return {
    url: request.url ?? '',
    auth: authorization,
    type,
    form: Object.fromEntries(new URLSearchParams(body)),
  }
}

/** A gateway of a few lines that answers as it is told and keeps what it was asked. */
async function gateway(answer: Answer = { status: 201, body: '{"sid":"SM1","status":"queued"}' }) {
  const asked: Asked[] = []
  const server = createServer((request, reply) => {
    const take = async () => {
      asked.push(await read(request))
      reply.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location })
      reply.end(answer.body)
    }
    void take()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => new Promise((resolve) => server.close(resolve)))
  const { port } = server.address() as { port: number }
  return { asked, port, url: `http://127.0.0.1:${port}` }
}
const account = { account: 'AC1', token: 'a token', from: '+12065550100' }
const textsAt = (url: string) =>
  textsFrom({ gateway: { url, ...account }, folder: '/nowhere', secret: 'a secret', country: '1' })
const text = { to: '(206) 555-0137', text: 'Tiene un mensaje nuevo: ñ', tellAt: 'https://x.example/told' }

describe('A text', () => {
  test('is handed to the gateway with the account, form-encoded, and its id is answered', async () => {
    const { asked, url } = await gateway()
    expect(await textsAt(url).send(text)).toBe('SM1')
    expect(asked).toEqual([
      {
        url: '/2010-04-01/Accounts/AC1/Messages.json',
        auth: `Basic ${Buffer.from('AC1:a token').toString('base64')}`,
        type: 'application/x-www-form-urlencoded',
        form: {
          To: '+12065550137',
          From: '+12065550100',
          Body: text.text,
          StatusCallback: 'https://x.example/told',
        },
      },
    ])
  })

  test('that is refused for what it is, is told apart from one that nobody was there to take', async () => {
    const cases: [Answer, object][] = [
      [
        { status: 400, body: '{"code":21211}' },
        { reason: 'refused', code: '21211' },
      ],
      [
        { status: 429, body: '{"code":20429}' },
        { reason: 'away', code: '20429' },
      ],
      [
        { status: 401, body: '' },
        { reason: 'away', code: '401' },
      ],
      [
        { status: 503, body: 'busy' },
        { reason: 'away', code: '503' },
      ],
      [
        { status: 200, body: 'what?' },
        { reason: 'away', code: '200' },
      ],
    ]
    for (const [answer, error] of cases)
      await expect(textsAt((await gateway(answer)).url).send(text)).rejects.toMatchObject(error)
    await expect(textsAt('http://127.0.0.1:1').send(text)).rejects.toMatchObject({
      reason: 'away',
      code: 'ECONNREFUSED',
    })
    await expect(textsAt('http://127.0.0.1:1').send({ ...text, to: '555-0137' })).rejects.toMatchObject({
      reason: 'refused',
      code: 'not_a_number',
    })
  })

  test('is taken nowhere else, wherever the gateway points', async () => {
    const other = await gateway()
    const pointing = await gateway({ status: 307, body: '', location: `${other.url}/elsewhere` })
    await expect(textsAt(pointing.url).send(text)).rejects.toMatchObject({ reason: 'away', code: '307' })
    expect(pointing.asked).toHaveLength(1)
    expect(other.asked).toEqual([])
  })

  test('says nothing over a line without TLS, or with a certificate nobody vouches for', async () => {
    for (const url of ['http://gateway.example', 'http://10.0.0.1', 'ftp://localhost'])
      expect(() => lineToGateway({ url, ...account }), url).toThrow('by https')
    const heard: Asked[] = []
    const server = createTls(certificateFor('localhost'), (request, reply) => {
      void read(request).then((one) => heard.push(one))
      reply.end('{}')
    })
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    undo.push(() => new Promise((resolve) => server.close(resolve)))
    const { port } = server.address() as { port: number }
    const before = process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    undo.push(() => {
      if (before === undefined) delete process.env['NODE_TLS_REJECT_UNAUTHORIZED']
    })
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0'
    await expect(textsAt(`https://localhost:${port}`).send(text)).rejects.toMatchObject({ reason: 'away' })
    expect(heard).toEqual([])
  })

  test('without a gateway lies in a folder only we may read', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'tl-texts-')), 'texts')
    undo.push(() => rm(folder, { recursive: true, force: true }))
    const texts = textsFrom({ gateway: undefined, folder, secret: 'a secret', country: '1' })
    await texts.send(text)
    const [file = ''] = await readdir(folder)
    expect(await readFile(join(folder, file), 'utf8')).toContain('To: +12065550137\n\nTiene un mensaje nuevo')
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0)
  })
})

describe('A number', () => {
  test('is completed where its country is left out, and is none with an extension or without an area', () => {
    const read = [
      '206-555-0137',
      '+44 20 7946 0958',
      '1 (206) 555-0137',
      '555-0137',
      '206-555-0137 x12',
      'no',
    ]
    expect(read.map((typed) => textNumber(typed, '1'))).toEqual([
      '+12065550137',
      '+442079460958',
      '+12065550137',
      undefined,
      undefined,
      undefined,
    ])
  })

  test('has a mark that is the same however it is typed, and that says nothing of it', () => {
    const texts = textsFrom({ gateway: undefined, folder: '/nowhere', secret: 'a secret', country: '1' })
    const mark = texts.mark('206-555-0137')
    expect(texts.mark('+1 206 555 0137')).toBe(mark)
    expect(mark).toMatch(/^[\w-]{43}$/)
    expect(mark).not.toContain('0137')
    expect(texts.mark('555-0137')).toBeUndefined()
  })
})

describe('What a gateway tells', () => {
  const said = {
    url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
    token: '12345',
    fields: {
      CallSid: 'CA1234567890ABCDE',
      Caller: '+14158675309',
      Digits: '1234',
      From: '+14158675309',
      To: '+18005551212',
    },
  }

  test('is believed with its signature, as the gateway’s own example has it, and else it is not', () => {
    const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8='
    expect(textSignature(said)).toBe(signature)
    expect(isSignedText({ ...said, signature })).toBe(true)
    expect(isSignedText({ ...said, signature, fields: { ...said.fields, Digits: '1235' } })).toBe(false)
    expect(isSignedText({ ...said, signature, token: '12346' })).toBe(false)
    expect(isSignedText({ ...said, signature, url: 'https://mycompany.com/other' })).toBe(false)
    expect(isSignedText({ ...said, signature: undefined })).toBe(false)
  })
})
