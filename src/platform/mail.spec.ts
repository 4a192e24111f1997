import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { standingClock } from './clock.ts'
import { mailFrom } from './mail.ts'

const clock = standingClock('2026-10-13T20:30:00Z')
const from = 'Throughline <no-reply@localhost>'
const message = {
  to: 'maya@riverside.example',
  subject: 'Your sign-in link',
  text: 'Open this: http://localhost/x',
}

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** A mail server of a few lines that takes one message and keeps what it was told. */
async function mailServer(): Promise<{ url: string; heard: string[] }> {
  const heard: string[] = []
  const server: Server = createServer((socket) => {
    let reading = false
    socket.write('220 ready\r\n')
    socket.on('data', (chunk) => {
      heard.push(chunk.toString())
      if (reading) {
        if (heard.join('').includes('\r\n.\r\n')) {
          reading = false
          socket.write('250 taken\r\n')
        }
        return
      }
      reading = chunk.toString().startsWith('DATA')
      socket.write(reading ? '354 go on\r\n' : '250 fine\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  undo.push(() => new Promise((resolve) => server.close(resolve)))
  return { url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`, heard }
}

describe('Mail', () => {
  test('without a mail server it lies in a folder only we may read, and the log says where and no more', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'tl-mail-')), 'mail')
    undo.push(() => rm(folder, { recursive: true, force: true }))
    const lines: string[] = []
    const mail = mailFrom({ smtpUrl: undefined, from, folder, clock, log: (line) => void lines.push(line) })

    await mail.send(message)

    const [file = ''] = await readdir(folder)
    const text = await readFile(join(folder, file), 'utf8')
    expect(text).toContain('To: maya@riverside.example')
    expect(text).toContain('Open this: http://localhost/x')
    expect(text).toContain('13 Oct 2026')
    expect((await stat(join(folder, file))).mode & 0o077).toBe(0)
    expect(lines).toEqual([expect.stringContaining(join(folder, file))])
    expect(lines.join()).not.toContain('maya')
  })

  test('with one it is handed over', async () => {
    const { url, heard } = await mailServer()
    const mail = mailFrom({ smtpUrl: url, from, folder: '/nowhere', clock })
    undo.push(() => mail.close())
    await mail.send(message)
    expect(heard.join('')).toContain('RCPT TO:<maya@riverside.example>')
    expect(heard.join('')).toContain('Open this: http://localhost/x')
  })

  test('a server that does not answer is an error for whoever sends, not a message lost', async () => {
    const mail = mailFrom({ smtpUrl: 'smtp://127.0.0.1:1', from, folder: '/nowhere', clock })
    undo.push(() => mail.close())
    await expect(mail.send(message)).rejects.toMatchObject({ reason: 'away', code: 'ESOCKET' })
  })

  test('handed over twice, a message keeps its id', async () => {
    const { url, heard } = await mailServer()
    const mail = mailFrom({ smtpUrl: url, from, folder: '/nowhere', clock })
    undo.push(() => mail.close())
    await mail.send({ ...message, id: 'one' })
    expect(heard.join('')).toContain('Message-ID: <one@throughline>')
  })

  test('takes no line break for a header or for somebody else to write to, wherever one is typed', async () => {
    const planted = {
      to: 'maya@riverside.example\r\nBcc: thief@elsewhere.example',
      subject: 'Your link\r\nBcc: thief@elsewhere.example\r\n\r\nAnother text',
      text: 'Open this\r\n.\r\nMAIL FROM:<thief@elsewhere.example>\r\n',
    }
    const { url, heard } = await mailServer()
    const mail = mailFrom({ smtpUrl: url, from, folder: '/nowhere', clock })
    undo.push(() => mail.close())
    await expect(mail.send(planted)).rejects.toMatchObject({ reason: 'refused', code: 'not_one_address' })
    for (const to of ['a@x.example, b@x.example', 'Maya <a@x.example>', 'team: a@x.example;'])
      await expect(mail.send({ ...message, to })).rejects.toMatchObject({
        reason: 'refused',
        code: 'not_one_address',
      })
    await mail.send({ ...planted, to: message.to })
    const said = heard.join('')
    expect(said).toContain('RCPT TO:<maya@riverside.example>')
    expect(said).not.toMatch(/RCPT TO:<[^>]*thief/)
    expect(said).not.toMatch(/^Bcc/m)
    // What looks like an end of the message is told apart from it.
    expect(said).toContain('\r\n..\r\nMAIL FROM:<thief')
    // Put together by hand, the same subject is a header of its own.
    expect(`Subject: ${planted.subject}`).toMatch(/^Bcc/m)
  })
})
