import { randomBytes } from 'node:crypto'

const pool = { bytes: Buffer.alloc(0), at: 0 }
/** How many ids the latest milliseconds have had: a clock that stands still keeps their order. */
const counted = new Map<number, number>()

/** Random bytes drawn in bulk: one system call for a few hundred ids. */
function draw(count: number): Buffer {
  if (pool.at + count > pool.bytes.length) {
    pool.bytes = randomBytes(4096)
    pool.at = 0
  }
  pool.at += count
  return pool.bytes.subarray(pool.at - count, pool.at)
}

/**
 * A UUID version 7 (RFC 9562): sorts by the time it was made, and ids made in the same millisecond keep their
 * order.
 * @param milliseconds since the epoch
 */
export function newId(milliseconds: number = Date.now()): string {
  const count = ((counted.get(milliseconds) ?? -1) + 1) & 0xfff
  counted.delete(milliseconds)
  counted.set(milliseconds, count)
  if (counted.size > 64) counted.delete(counted.keys().next().value as number)
  const time = milliseconds.toString(16).padStart(12, '0')
  const random = draw(8)
  random[0] = ((random[0] as number) & 0x3f) | 0x80
  const tail = random.toString('hex')
  const counter = (0x7000 | count).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-${counter}-${tail.slice(0, 4)}-${tail.slice(4)}`
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text has the shape of an id. Asked before a text reaches the database as one. */
export const isId = (text: string): boolean => shape.test(text)
