import { createServer, type Socket } from 'node:net'

/** A mail that was taken. */
export type Mailed = { to: string; id: string; subject: string; body: string }

/** What the server does with what comes: takes it, is not there, or does not say that it took it. */
export type Mood = 'takes' | 'busy' | 'takes_and_hangs_up'

const headerOf = (text: string, name: string) =>
  new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(text)?.[1]?.replaceAll(/\r\n\s+/g, ' ') ?? ''

/** Words in a header that are not ASCII come encoded. */
const decoded = (header: string) =>
  header
    .replaceAll(/\?=\s+=\?UTF-8\?[QB]\?/gi, '')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, base64: string) => Buffer.from(base64, 'base64').toString())
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, quoted: string) =>
      decodeURIComponent(quoted.replaceAll('_', ' ').replaceAll('=', '%')),
    )

function bodyOf(text: string): string {
  const body = text.slice(text.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, '')
  const encoding = headerOf(text, 'Content-Transfer-Encoding').toLowerCase()
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  if (encoding !== 'quoted-printable') return body
  const joined = body.replaceAll('=\r\n', '')
  return Buffer.from(
    joined.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
    'latin1',
  ).toString()
}

type State = { mood(): Mood; refused: Set<string>; taken: Mailed[] }

function take(socket: Socket, { to, text }: { to: string; text: string }, { mood, taken }: State): void {
  taken.push({
    to,
    id: headerOf(text, 'Message-ID'),
    subject: decoded(headerOf(text, 'Subject')),
    body: bodyOf(text),
  })
  if (mood() === 'takes_and_hangs_up') socket.destroy()
  else socket.write('250 taken\r\n')
}

/** One conversation, line by line as RFC 5321 has it. */
function converse(socket: Socket, state: State): void {
  let [pending, to, inData] = ['', '', false]
  socket.on('error', () => undefined)
  socket.write('220 sink ESMTP\r\n')
  const line = (said: string) => {
    if (/^(EHLO|HELO)/i.test(said)) return socket.write('250 sink\r\n')
    if (/^MAIL FROM:/i.test(said))
      return socket.write(state.mood() === 'busy' ? '451 later\r\n' : '250 fine\r\n')
    if (/^RCPT TO:/i.test(said)) {
      to = /<([^>]*)>/.exec(said)?.[1] ?? ''
      return socket.write(state.refused.has(to) ? '550 no such box\r\n' : '250 fine\r\n')
    }
    if (/^DATA/i.test(said)) {
      inData = true
      return socket.write('354 go on\r\n')
    }
    if (/^QUIT/i.test(said)) return socket.end('221 bye\r\n')
    return socket.write('250 fine\r\n')
  }
  socket.on('data', (chunk) => {
    pending += chunk.toString('latin1')
    for (;;) {
      const end = pending.indexOf(inData ? '\r\n.\r\n' : '\r\n')
      if (end < 0) return
      const said = pending.slice(0, end)
      pending = pending.slice(end + (inData ? 5 : 2))
      if (inData) {
        inData = false
        take(socket, { to, text: Buffer.from(`${said}\r\n`, 'latin1').toString() }, state)
      } else line(said)
    }
  })
}

/** A real mail server on this machine that keeps what it is given, and fails when it is told to. */
export async function smtpSink() {
  let mood: Mood = 'takes'
  const state: State = { mood: () => mood, refused: new Set(), taken: [] }
  const sockets = new Set<Socket>()
  let server = createServer()
  const open = (port: number) =>
    new Promise<number>((resolve) => {
      server = createServer((socket) => {
        sockets.add(socket)
        converse(socket, state)
      })
      server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
  const shut = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy()
      sockets.clear()
      server.close(() => resolve())
    })
  const port = await open(0)
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: state.taken,
    /** Addresses it will not take anything for. */
    refused: state.refused,
    feels(now: Mood) {
      mood = now
    },
    /** Nobody answers any more. */
    shut,
    reopen: () => open(port),
  }
}
export type SmtpSink = Awaited<ReturnType<typeof smtpSink>>
