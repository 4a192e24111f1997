import type { CastKey } from '../riverside/cast.ts'
import type { pagesOf } from './pages.ts'

export type Pages = Awaited<ReturnType<typeof pagesOf<CastKey>>>

const languages = ['en', 'es'] as const
/** What differs between two answers that say the same: what a form carries along. */
const carried = /<input type="hidden"[^>]*>/g

/** Everything a member of a family is ever shown: the page in each language, and its JSON. */
export async function shownTo(pages: Pages, key: CastKey): Promise<string> {
  const parts = await Promise.all(
    languages.flatMap((lang) =>
      ['text/html', 'application/json'].map((accept) => pages.get(key, `/family?lang=${lang}`, accept)),
    ),
  )
  return parts.map(({ status, html }) => `${status} ${html.replaceAll(carried, '')}`).join('\n')
}
