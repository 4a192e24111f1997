import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** The harmless file every scanner is tried with, in two halves: whole, it would be found in this one. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

/** How a scanner behaves: as it should, without a word, hanging up, or in words nobody knows. */
export type Behaviour = 'scans' | 'silent' | 'hangs up' | 'babbles'

/** The whole of a stream in pieces of said lengths, once its empty piece came. */
function wholeOf(received: Buffer, command: string): Buffer | undefined {
  if (!received.subarray(0, command.length).equals(Buffer.from(command))) return undefined
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    if (at + 4 + length > received.length) return undefined
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}

/** clamd as far as its manual says of one command, on a port of this machine or on a path. */
export async function clamdForSpecs({ path, limit = 2 ** 24 }: { path?: string; limit?: number } = {}) {
  const scanned: Buffer[] = []
  const open = new Set<Socket>()
  const how: { behaves: Behaviour } = { behaves: 'scans' }
  const server = createServer((socket) => {
    let received = Buffer.alloc(0)
    open.add(socket.on('error', () => undefined).on('close', () => open.delete(socket)))
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece])
      if (how.behaves === 'silent') return
      if (how.behaves === 'hangs up') return socket.destroy()
      if (how.behaves === 'babbles') return socket.end('220 mail.example ESMTP\r\n')
      if (received.length > limit) return socket.end('INSTREAM size limit exceeded. ERROR\0')
      const file = wholeOf(received, 'zINSTREAM\0')
      if (file === undefined) return
      scanned.push(file)
      socket.end(file.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0')
    })
  })
  server.listen(path ?? { host: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const address = server.address()
  return {
    how,
    /** Every file that was looked through, whole. */
    scanned,
    /** Where it is, as a setting says it. */
    at: typeof address === 'string' ? address : `127.0.0.1:${address?.port}`,
    async close() {
      for (const socket of open) socket.destroy()
      if (server.listening) await new Promise((done) => server.close(done))
    },
  }
}
