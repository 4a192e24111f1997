import { type AddressInfo, createServer, type Socket } from 'node:net'

/** A letter as a mail server has it: whom it was handed over for, and all of it. */
export type Arrived = { to: string; text: string }

/** The body of a letter, as its reader sees it. */
const readable = (raw: string): string =>
  raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))

/** One connection: SMTP as far as a sender needs it (RFC 5321, 4.5.1). */
function serve(socket: Socket, { arrived, isDown }: { arrived: Arrived[]; isDown: () => boolean }) {
  let waiting = ''
  let to = ''
  let inLetter = false
  const answer = (line: string) => socket.write(`${line}\r\n`)
  const command = (line: string) => {
    if (/^RCPT TO:/i.test(line)) {
      to = /<([^>]*)>/.exec(line)?.[1] ?? ''
      return answer(isDown() ? '451 try again later' : '250 fine')
    }
    if (/^DATA/i.test(line)) {
      inLetter = true
      return answer('354 go on')
    }
    if (/^QUIT/i.test(line)) return socket.end('221 bye\r\n')
    return answer('250 fine')
  }
  const letter = (text: string) => {
    arrived.push({ to, text: readable(text) })
    inLetter = false
    answer('250 taken')
  }
  /** Takes one line or one letter off what came, if all of it is there. */
  const next = () => {
    const mark = inLetter ? '\r\n.\r\n' : '\r\n'
    const end = waiting.indexOf(mark)
    if (end === -1) return false
    const text = waiting.slice(0, end)
    waiting = waiting.slice(end + mark.length)
    if (inLetter) letter(text)
    else command(text)
    return true
  }
  answer('220 ready')
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    waiting += chunk.toString()
    while (next());
  })
}

/** A mail server that answers over a socket, and takes nothing while it is down. */
export async function mailServer() {
  const arrived: Arrived[] = []
  let down = false
  const server = createServer((socket) => serve(socket, { arrived, isDown: () => down }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  /** Waits until so many letters have come. */
  const letters = async (count: number): Promise<readonly Arrived[]> => {
    const giveUpAt = performance.now() + 10_000
    while (arrived.length < count && performance.now() < giveUpAt)
      await new Promise((resolve) => setTimeout(resolve, 20))
    return arrived
  }
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    letters,
    goDown: (is: boolean) => {
      down = is
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
