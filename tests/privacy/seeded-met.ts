import { Crawl } from './crawl.ts'
import { openHouse } from './open-house.ts'
import { type Scene, watchOf } from './scene.ts'
import type { Seeded } from './seeded.ts'

/** Opens the house with a leak, and goes through the pages where it must be met. */
export async function isFound(scene: Scene, { leak, role, pages: named }: Seeded): Promise<boolean> {
  const open = await openHouse(scene.world, leak(scene.world))
  const pages = scene.pages.filter(({ address }) => named.includes(address))
  const askers = scene.askers.filter((asker) => asker.role === role && asker.by === 'browser')
  const watch = watchOf(scene)
  const onReply = watch.take.bind(watch)
  const extent = { ids: 0, queries: 0 }
  try {
    for (const asker of askers)
      await new Crawl({ app: open.app, asker, pages, words: [], extent, onReply }).run()
    return watch.leaks.length > 0
  } finally {
    await open.close()
  }
}
