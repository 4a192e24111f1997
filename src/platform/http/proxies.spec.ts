import { h } from 'preact'
import { describe, expect, test } from 'vitest'
import { readSettings } from '../settings.ts'
import { createApp } from './app.ts'

/**
 * The address a server takes a request to come from: it was sent by a proxy, and says more than one thing.
 */
async function heard(
  options: { secure: boolean; proxies?: readonly string[] },
  said: string,
): Promise<string> {
  const app = await createApp({ ...options, log: () => undefined, problemPage: () => h('p', {}) })
  app.get('/from', { config: { who: ['anyone'], behind: 'spec' } }, async ({ ip }) => ip)
  const headers = { 'x-forwarded-for': said }
  const { body } = await app.inject({ url: '/from', remoteAddress: '10.0.0.1', headers })
  await app.close()
  return body
}

describe('Where a request came from', () => {
  test('nobody is believed who was not named as a proxy, over TLS or not', async () => {
    expect(await heard({ secure: true }, '203.0.113.9')).toBe('10.0.0.1')
    expect(await heard({ secure: false }, '203.0.113.9')).toBe('10.0.0.1')
  })

  test('behind one proxy what it adds is believed, and what came with the request is not', async () => {
    expect(await heard({ secure: true, proxies: ['10.0.0.1'] }, '198.51.100.1, 203.0.113.9')).toBe(
      '203.0.113.9',
    )
  })

  test('somebody who comes past the proxy is not believed', async () => {
    expect(await heard({ secure: true, proxies: ['10.0.0.9'] }, '203.0.113.9')).toBe('10.0.0.1')
  })

  test('behind a row of them, the first that is none of them', async () => {
    expect(
      await heard({ secure: true, proxies: ['10.0.0.0/24'] }, '198.51.100.1, 203.0.113.9, 10.0.0.2'),
    ).toBe('203.0.113.9')
  })

  test('a setting that is no list of addresses is refused by name', () => {
    const read = (THROUGHLINE_PROXIES: string) => readSettings({ THROUGHLINE_PROXIES }).THROUGHLINE_PROXIES
    expect(read('10.0.0.1, 10.1.0.0/16,::1')).toEqual(['10.0.0.1', '10.1.0.0/16', '::1'])
    expect(read('')).toEqual([])
    for (const wrong of ['2', 'proxy.example', '10.0.0.1/33', '0.0.0.0/x'])
      expect(() => read(wrong)).toThrow(/^THROUGHLINE_PROXIES: must be addresses/)
  })
})
