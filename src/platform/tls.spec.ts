import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { certificateFor } from '#tests/support/certificate.ts'
import { placeOf } from './database/place.ts'
import { lineTo, mailFrom } from './mail.ts'
import { standingClock } from './clock.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

const own = certificateFor('localhost')
const another = certificateFor('elsewhere.example')
type Certificate = typeof own

/** A server of a few lines. @returns its port */
async function serverOf(meet: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket.on('error', () => undefined))
    meet(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  undo.push(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as { port: number }).port
}
const overTls = (socket: Socket, certificate: Certificate) =>
  new TLSSocket(socket, { isServer: true, ...certificate }).on('error', () => undefined)

/** What a database says to whoever it lets in. */
const letIn = Buffer.from([82, 0, 0, 0, 8, 0, 0, 0, 0, 90, 0, 0, 0, 5, 73])
const databaseWith = (certificate: Certificate | undefined) =>
  serverOf((socket) =>
    socket.once('data', () => {
      socket.write(certificate === undefined ? 'N' : 'S')
      if (certificate !== undefined) {
        const line = overTls(socket, certificate)
        line.once('data', () => line.write(letIn))
      }
    }),
  )

/** A file with the certificate an installation trusts. */
async function rootFile({ cert }: Certificate): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tl-root-'))
  undo.push(() => rm(folder, { recursive: true, force: true }))
  await writeFile(join(folder, 'root.pem'), cert)
  return join(folder, 'root.pem')
}

async function connect(port: number, root: Certificate | undefined): Promise<string> {
  const file = root === undefined ? '' : `&sslrootcert=${encodeURIComponent(await rootFile(root))}`
  const url = `postgres://app@localhost:${port}/one?sslmode=verify-full${file}`
  for (const config of [placeOf(url), { connectionString: url }]) {
    const client = new pg.Client({ user: 'app', connectionTimeoutMillis: 5000, ...config })
    client.on('error', () => undefined)
    try {
      await client.connect()
    } catch (error) {
      return (error as Error).message
    }
  }
  return 'connected'
}

describe('The line to a database', () => {
  test('is opened where its certificate is valid and its own, and nowhere else [R142]', async () => {
    expect(await connect(await databaseWith(own), own)).toBe('connected')
    expect(await connect(await databaseWith(own), undefined)).toMatch(/self.signed/)
    expect(await connect(await databaseWith(another), own)).toMatch(/self.signed|certificate/)
    expect(await connect(await databaseWith(another), another)).toMatch(/does not match|Hostname/)
    expect(await connect(await databaseWith(undefined), own)).toMatch(/does not support SSL/)
  })

  test('to another machine is protected, or nothing is served', () => {
    const there = 'postgres://app@db.example/one'
    for (const mode of ['', '?sslmode=disable', '?sslmode=prefer', '?sslmode=require', '?sslmode=no-verify'])
      expect(() => placeOf(`${there}${mode}`), mode).toThrow('without sslmode=verify-full')
    expect(placeOf(`${there}?sslmode=verify-full`)).toMatchObject({
      host: 'db.example',
      ssl: { rejectUnauthorized: true },
    })
    expect(placeOf(there, { careless: true })).not.toHaveProperty('ssl')
    expect(placeOf('postgres://app@localhost/one')).toEqual({
      host: 'localhost',
      port: 5432,
      database: 'one',
    })
    expect(placeOf('postgres:///one?host=/run/postgresql')).toMatchObject({ host: '/run/postgresql' })
  })
})

/** A mail server that offers TLS with a certificate, or does not, and notes what it was told. */
async function mailServer(certificate: Certificate | undefined) {
  const heard: string[] = []
  const answer = (line: Socket, secured: boolean) =>
    line.on('data', (chunk: Buffer) => {
      const said = chunk.toString()
      heard.push(said)
      if (said.startsWith('STARTTLS') && certificate !== undefined) {
        line.removeAllListeners('data')
        line.write('220 go on\r\n')
        answer(overTls(line, certificate), true)
      } else if (said.startsWith('EHLO') && certificate !== undefined && !secured)
        line.write('250-here\r\n250 STARTTLS\r\n')
      else line.write('250 fine\r\n')
    })
  const port = await serverOf((socket) => {
    socket.write('220 ready\r\n')
    answer(socket, false)
  })
  return { port, heard }
}
const message = { to: 'maya@riverside.example', subject: 'Your sign-in link', text: 'Open this' }
const send = async (url: string) => {
  const mail = mailFrom({
    smtpUrl: url,
    from: 'a@localhost',
    folder: '',
    clock: standingClock('2026-10-13T20:30:00Z'),
  })
  undo.push(() => mail.close())
  return mail.send(message)
}

describe('The line to a mail server', () => {
  test('with a certificate nobody vouches for says nothing of the message', async () => {
    for (const certificate of [own, another]) {
      const { port, heard } = await mailServer(certificate)
      for (const weaker of ['', '?tls.rejectUnauthorized=false'])
        await expect(send(`smtp://localhost:${port}${weaker}`)).rejects.toMatchObject({
          cause: { message: expect.stringMatching(/self.signed|certificate/) },
        })
      expect(heard.join('')).not.toMatch(/maya|MAIL FROM/)
    }
  })

  test('without TLS says nothing either, where it has to be protected', async () => {
    const { port, heard } = await mailServer(undefined)
    await expect(send(`smtp://localhost:${port}?requireTLS=true`)).rejects.toThrow()
    expect(heard.join('')).not.toMatch(/maya|MAIL FROM/)
    const needed = (url: string) => lineTo(url).url.split('?')[1]
    expect(needed('smtp://mail.example:587')).toBe('requireTLS=true')
    expect(needed('smtp://mail.example?ignoreTLS=true&requireTLS=false')).toBe('requireTLS=true')
    expect(needed('smtp://localhost:25')).toBeUndefined()
  })
})
