import { expect, test } from 'vitest'
import { house } from '../../src/compose.ts'

type Leading = { address: string; method: string; then(result: never, given: never): string }

/** What an act answers, as far as where it leads reads of it: any id, and an address as `to`. */
const anyResult = new Proxy({}, { get: (_, name) => (name === 'to' ? '/today' : `<${String(name)}>`) })

/** What stands in the address, and nothing else: a name that does not stand there is read in vain. */
const givenIn = ({ address }: Leading) =>
  new Proxy(Object.fromEntries([...address.matchAll(/:(\w+)/g)].map(([, name]) => [name, `<${name}>`])), {
    get(known: Record<string, string>, name) {
      const value = known[String(name)]
      if (value === undefined) throw new Error(`reads ${String(name)}, which its address does not have`)
      return value
    },
  })

/** What is amiss with where an act leads, or undefined. */
function amiss(resource: Leading): string | undefined {
  try {
    const to = resource.then(anyResult as never, givenIn(resource) as never)
    return to.startsWith('/') ? undefined : `${resource.address} leads to ${to}`
  } catch (error) {
    return `${resource.method} ${resource.address} ${(error as Error).message}`
  }
}

test('every act leads to a page that has its ids from the address or from what was done', () => {
  expect(house.resources.length).toBeGreaterThan(100)
  expect(house.resources.map((each) => amiss(each as Leading)).filter(Boolean)).toEqual([])
})

test('one that reads what is not there is noticed', () => {
  const address = '/referrals/:referralId/lead'
  const lost = {
    address,
    method: 'POST',
    then: (_: unknown, { lostId }: Record<string, string>) => `/${lostId}`,
  }
  expect(amiss(lost as Leading)).toBe(`POST ${address} reads lostId, which its address does not have`)
})
