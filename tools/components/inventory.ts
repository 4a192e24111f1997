/** A package that runs in production, and the day on which somebody last looked at it. */
export type Component = { name: string; version: string; looked: string }
/** A flaw that is known and not mended yet, and whether it can be reached from outside. */
export type Flaw = { name: string; id: string; since: string; reachable: boolean }
/** docs/components.json */
export type Inventory = { components: Component[]; flaws: Flaw[] }

type Locked = { version?: string; dev?: boolean; link?: boolean }
export type Lockfile = { packages: Record<string, Locked> }

/** Days from one to the next. docs/operating.md says the same, which a spec compares. */
export const frames = { look: 7, reachable: 3, other: 30 }

/** Every package of production with its locked version, as name@version, in order. */
export function inProduction({ packages }: Lockfile): string[] {
  const all = Object.entries(packages).flatMap(([path, { version, dev, link }]) => {
    if (path === '' || dev === true || link === true) return []
    return [`${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`]
  })
  return [...new Set(all)].toSorted()
}

const isDay = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

/** What the inventory does not say as the lockfile has it, and what it says of packages that are gone. */
export function astray(lockfile: Lockfile, { components, flaws }: Inventory): string[] {
  const locked = new Set(inProduction(lockfile))
  const listed = components.map(({ name, version }) => `${name}@${version}`)
  const names = new Set(components.map(({ name }) => name))
  return [
    ...[...locked].filter((one) => !listed.includes(one)).map((one) => `${one} is in no inventory`),
    ...listed.filter((one) => !locked.has(one)).map((one) => `${one} is in the inventory and not locked`),
    ...listed.filter((one, at) => listed.indexOf(one) !== at).map((one) => `${one} is there twice`),
    ...components.filter(({ looked }) => !isDay(looked)).map(({ name }) => `${name} was looked at on no day`),
    ...flaws.filter(({ since }) => !isDay(since)).map(({ id }) => `${id} is known since no day`),
    ...flaws
      .filter(({ name }) => !names.has(name))
      .map(({ id, name }) => `${id} is of ${name}, which is gone`),
  ]
}

const daysFrom = (day: string, today: string) => (Date.parse(today) - Date.parse(day)) / 86_400_000

/** What is past its time on a day, the longest first. */
export function overdue({ components, flaws }: Inventory, today: string): string[] {
  const late = [
    ...components.map(({ name, version, looked }) => ({
      days: daysFrom(looked, today) - frames.look,
      says: `${name}@${version} was last looked at on ${looked}`,
    })),
    ...flaws.map(({ name, id, since, reachable }) => ({
      days: daysFrom(since, today) - (reachable ? frames.reachable : frames.other),
      says: `${id} of ${name} is known since ${since}${reachable ? ' and can be reached from outside' : ''}`,
    })),
  ]
  return late
    .filter(({ days }) => days > 0)
    .toSorted((a, b) => b.days - a.days)
    .map(({ days, says }) => `${days} days late: ${says}`)
}

/** The inventory as it is after somebody looked at everything that is locked. Flaws of what is gone go. */
export function lookedAt(lockfile: Lockfile, { flaws }: Inventory, today: string): Inventory {
  const components = inProduction(lockfile).map((one) => {
    const at = one.lastIndexOf('@')
    return { name: one.slice(0, at), version: one.slice(at + 1), looked: today }
  })
  const names = new Set(components.map(({ name }) => name))
  return { components, flaws: flaws.filter(({ name }) => names.has(name)) }
}
