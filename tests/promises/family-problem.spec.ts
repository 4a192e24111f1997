import { afterAll, beforeAll, expect, test } from 'vitest'
import { families } from '../riverside/families.ts'
import { pagesOf } from '../support/pages.ts'
import { riverside, type World } from '../support/riverside.ts'

let world: World
let pages: Awaited<ReturnType<typeof pagesOf>>
beforeAll(async () => {
  world = await riverside()
  pages = await pagesOf(world)
})
afterAll(async () => {
  await pages.close()
  await world.close()
})

const said = { en: 'There is nothing here', es: 'Aquí no hay nada', ar: 'لا يوجد هنا شيء' } as const
/** Words of staff pages that no family reads. */
const ofStaff = /search by name|belongs to your work|Go to Today|href="\/today"|assignment/

test('a family that meets a page that is not theirs reads so in its own language, whole, with the way back', async () => {
  for (const lang of ['en', 'es', 'ar'] as const)
    for (const path of ['/nowhere', '/today', `/students/${families.mateo.id}`]) {
      const { html } = await pages.get('carmen', `${path}?lang=${lang}`)
      expect(html).toContain(`lang="${lang}"`)
      expect(html).toContain(said[lang])
      expect(html).toContain('href="/family"')
      expect(html).not.toMatch(ofStaff)
      const words = html.replaceAll(/<[^>]*>/g, ' ')
      expect(/\b(?:the|you|and|this|Wait|Someone)\b/.test(words)).toBe(lang === 'en')
    }
})

test('staff read it as before, and a word of theirs would be noticed', async () => {
  const { html } = await pages.get('maya', '/nowhere?lang=es')
  expect(html).toMatch(ofStaff)
  expect(html).toContain('lang="en"')
})
