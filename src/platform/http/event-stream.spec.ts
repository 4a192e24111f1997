import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { EventStream } from './event-stream.ts'

/** Takes what there is. */
const taken = async (stream: EventStream): Promise<string> => {
  await setImmediate()
  return String(stream.read() ?? '')
}

describe('A stream of events', () => {
  test('says first when to come again, then each change, and that the line is alive', async () => {
    const stream = new EventStream()
    expect(await taken(stream)).toBe('retry: 3000\n\n')
    stream.changed()
    expect(await taken(stream)).toBe('data: changed\n\n')
    expect(stream.beat()).toBe(true)
    expect(await taken(stream)).toBe(':\n\n')
  })

  test('holds one event and one beat, however much happens while nobody takes anything', async () => {
    const stream = new EventStream()
    stream.read(0)
    for (let times = 0; times < 100_000; times++) stream.changed()
    stream.beat()
    expect(stream.readableLength).toBeLessThan(100)
    expect(await taken(stream)).toBe('retry: 3000\n\n')
    expect(await taken(stream)).toBe('data: changed\n\n:\n\n')
    stream.changed()
    expect(await taken(stream)).toBe('data: changed\n\n')
    expect(await taken(stream)).toBe('')
  })

  test('notices a line on which nobody takes a beat before the next', async () => {
    const stream = new EventStream()
    await taken(stream)
    const beats: boolean[] = []
    // One waits in the line, and one here.
    for (let times = 0; times < 3; times++) {
      beats.push(stream.beat())
      await setImmediate()
    }
    expect(beats).toEqual([true, true, false])
    expect(await taken(stream)).toBe(':\n\n')
    expect(await taken(stream)).toBe(':\n\n')
    expect(stream.beat()).toBe(true)
  })

  test('ends once, and says nothing after its end', async () => {
    const stream = new EventStream()
    stream.resume()
    const over = new Promise((resolve) => stream.once('close', resolve))
    stream.end()
    await over
    stream.end()
    stream.changed()
    expect(stream.beat()).toBe(true)
    expect(stream.destroyed).toBe(true)
  })
})
