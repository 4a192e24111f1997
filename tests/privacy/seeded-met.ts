import { openHouse } from './open-house.ts'
import { goThrough, type Scene, watchOf } from './scene.ts'
import type { Seeded } from './seeded.ts'

/** Opens the house with a leak, and goes through the pages where it must be met. */
export async function isFound(scene: Scene, { leak, role, pages }: Seeded): Promise<boolean> {
  const open = await openHouse(scene.world, leak(scene.world))
  try {
    const watch = watchOf(scene)
    const met = scene.pages.filter(({ address }) => pages.includes(address))
    const askers = scene.askers.filter((asker) => asker.role === role && asker.by === 'browser')
    const extent = { ...scene.extent, ids: Infinity, queries: 0 }
    await goThrough({ ...scene, open, askers, pages: met, extent }, watch, () => undefined)
    return watch.leaks.length > 0
  } finally {
    await open.close()
  }
}
