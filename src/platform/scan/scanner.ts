import { createConnection, type Socket } from 'node:net'
import { isAbsolute } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isThisMachine } from '../this-machine.ts'

/** Looks through a file that somebody sent for what does harm, before anything else reads it. */
export type Scanner = {
  /**
   * @returns whether it found nothing in the file
   * @throws ScannerSilent when it could not look through all of it, for whatever reason
   */
  clears(file: Uint8Array | Readable): Promise<boolean>
}

/** No word on a file: it was not looked through, or not to its end. */
export class ScannerSilent extends Error {
  override readonly name = 'ScannerSilent'
}

/** Where clamd listens: a socket of this machine, by its path, or a port of it. */
export type ScannerPlace = { path: string } | { host: string; port: number }

/**
 * The place a setting names, as in /run/clamav/clamd.ctl or 127.0.0.1:3310. What clamd is sent is not
 * protected on its way, so it is on this machine.
 * @throws one sentence for whoever runs it
 */
export function scannerPlace(setting: string): ScannerPlace {
  if (isAbsolute(setting)) return { path: setting }
  const { hostname, port } = URL.parse(`tcp://${setting}`) ?? { hostname: '', port: '' }
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  if (port === '' || !isThisMachine(host))
    throw new Error('THROUGHLINE_SCANNER must be a path, or a port of this machine, as in 127.0.0.1:3310')
  return { host, port: Number(port) }
}

/** How long nothing may be heard of it, in milliseconds: whoever sent the file is waiting. */
const longest = 30_000
/** Its answers are one short line. */
const longestAnswer = 4096

/** Puts the length before each piece, and an empty piece behind the last: what clamd calls INSTREAM. */
function inPieces(): Transform {
  const lengthOf = (bytes: number) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes)
    return length
  }
  return new Transform({
    transform(piece: Buffer, _encoding, next) {
      if (piece.length > 0) this.push(Buffer.concat([lengthOf(piece.length), piece]))
      next()
    },
    flush(next) {
      this.push(lengthOf(0))
      next()
    },
  })
}

/** What it says until it hangs up, or until its line ends. */
function answerOf(socket: Socket, patience: number): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  socket.setTimeout(patience, () => socket.destroy(new Error('nothing was heard')))
  socket.setEncoding('utf8')
  socket.on('data', (piece: string) => {
    said += piece
    if (said.includes('\0') || said.length > longestAnswer) resolve(said)
  })
  socket.on('end', () => resolve(said))
  // It hangs up on what is too large for it while the rest is still on its way, and has said so before.
  socket.on('error', (error) => (said === '' ? reject(error) : resolve(said)))
  socket.on('close', () => resolve(said))
  return promise
}

/** Sends a file and waits for the answer. @returns the line without what ends it */
async function ask(place: ScannerPlace, file: Readable, patience: number): Promise<string> {
  const socket = createConnection(place)
  const answer = answerOf(socket, patience)
  answer.catch(() => undefined)
  try {
    socket.write('zINSTREAM\0')
    // How the sending went does not matter: only an answer says that a file was looked through.
    await Promise.race([pipeline(file, inPieces(), socket, { end: false }).catch(() => undefined), answer])
    return (await answer).split('\0', 1)[0] ?? ''
  } finally {
    file.destroy()
    socket.destroy()
  }
}

/**
 * ClamAV's daemon, spoken with as its manual says. Only its plain OK lets a file through.
 * @param how.patience milliseconds in which nothing may be heard of it
 */
export function clamdAt(place: ScannerPlace, { patience = longest } = {}): Scanner {
  return {
    async clears(file) {
      const source = file instanceof Readable ? file : Readable.from([Buffer.from(file)])
      const answer = await ask(place, source, patience).catch((cause: unknown) => {
        throw new ScannerSilent('The scanner did not answer', { cause })
      })
      if (answer === 'stream: OK') return true
      if (/^stream: .+ FOUND$/.test(answer)) return false
      throw new ScannerSilent('The scanner could not look through a file')
    },
  }
}
