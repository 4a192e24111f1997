import { describe, expect, it, vi } from 'vitest'
import { Kept } from './kept.ts'

describe('What a process keeps of a district', () => {
  it('is asked once at a revision, and again at the next', async () => {
    const kept = new Kept()
    const ask = vi.fn<() => Promise<string>>().mockResolvedValueOnce('before').mockResolvedValueOnce('after')
    expect(await kept.get('a', 1, ask)).toBe('before')
    expect(await kept.get('a', 1, ask)).toBe('before')
    expect(await kept.get('a', 2, ask)).toBe('after')
    expect(await kept.get('a', 2, ask)).toBe('after')
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('is not pushed out by somebody seen before the last change', async () => {
    const kept = new Kept()
    const said = (what: string) => () => Promise.resolve(what)
    await kept.get('a', 2, said('new'))
    expect(await kept.get('a', 1, said('asked by itself'))).toBe('asked by itself')
    expect(await kept.get('a', 2, said('not asked'))).toBe('new')
  })

  it('is asked again when the answer failed', async () => {
    const kept = new Kept()
    await expect(kept.get('a', 1, () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
    expect(await kept.get('a', 1, () => Promise.resolve('there'))).toBe('there')
  })

  it('is let go when it is much', async () => {
    const kept = new Kept()
    const ask = vi.fn<() => Promise<string>>().mockResolvedValue('said')
    for (let at = 0; at <= 2000; at += 1) await kept.get(String(at), 1, ask)
    await kept.get('0', 1, ask)
    expect(ask).toHaveBeenCalledTimes(2002)
  })
})
