import type { NavItem, Shell } from '#design/shell.ts'
import { newId } from '#platform/ids.ts'
import { catalog, type Language } from '#platform/words.ts'
import type { Opening } from './actor.ts'
import type { Doer } from './doer.ts'
import { mayLookAtAll } from './knowing.ts'
import type { Look } from './look.ts'
import type { Screen } from './screen.ts'

const words = catalog({
  en: {
    work: 'Work',
    find: 'Find',
    care: 'Care',
    crisis: 'Crisis',
    records: 'Consent and records',
    figures: 'Figures',
    district: 'District',
    opened: 'You broke the glass: open to read until {until}. Nothing can be changed here.',
    end_opened: 'Close now',
  },
})

type Section = NonNullable<Screen['nav']>['section']
const sections: Section[] = ['work', 'find', 'care', 'crisis', 'records', 'figures', 'district']

/** Whether a screen stands in somebody's menu: it has a place there, and they may open it. */
async function isOffered({ nav, look }: Screen, doer: Doer): Promise<boolean> {
  if (nav === undefined || !look.by.includes(doer.actor.role)) return false
  const [cells] = doer.cells ?? []
  const { shows = 'no student' } = look as Partial<Pick<Look, 'shows'>>
  if (cells !== undefined && !mayLookAtAll(cells, doer.actor.role, shows)) return false
  return nav.stands === undefined || nav.stands(doer)
}

/** The menu of somebody in their role: every screen that has a place in it and that they may open. */
export async function menuOf(screens: readonly Screen[], doer: Doer, path: string): Promise<Shell['nav']> {
  const offered = await Promise.all(screens.map((screen) => isOffered(screen, doer)))
  const shown = screens.filter((_, at) => offered[at])
  const here = screens
    .filter(({ nav, address }) => nav !== undefined && (path === address || path.startsWith(`${address}/`)))
    .sort((one, other) => other.address.length - one.address.length)[0]
  return sections.flatMap((section) => {
    const items = shown
      .filter((screen) => screen.nav?.section === section)
      .sort((one, other) => (one.nav?.order ?? 0) - (other.nav?.order ?? 0))
      .map(
        (screen): NavItem => ({
          href: screen.address,
          label: screen.nav?.label ?? '',
          current: screen === here,
        }),
      )
    return items.length === 0 ? [] : [{ heading: words()(section), items }]
  })
}

const rightToLeft = new Set<Language>(['ar'])

/** Which way a language is written. */
export const dirOf = (language: Language): 'ltr' | 'rtl' => (rightToLeft.has(language) ? 'rtl' : 'ltr')

/** What every page of a visit has in common. */
export type ShellParts = Pick<Shell, 'assets' | 'demo' | 'assignments'> & {
  actor: { name: string; acting: string } | undefined
  nav: Shell['nav']
  csrf: string
  language: Language
  search?: string | undefined
  /** The opening the page was read through. */
  opening?: Opening | undefined
  /** For whoever came in by a link: where they leave at once. */
  leave?: string
  /** Whose record the page shows. */
  record?: readonly string[]
}

/** What each page says that is read because somebody broke the glass, and the way to close it. */
const openedBanner = ({ id, until }: Opening) => ({
  says: words()('opened', { until }),
  to: `/break-glass/${id}/end`,
  end: words()('end_opened'),
})

type Titled = { title: string; heard?: boolean }

export function shellOf({ title, heard }: Titled, parts: ShellParts): Shell {
  const { actor, csrf, language, search, opening, ...rest } = parts
  return {
    ...rest,
    title,
    lang: language,
    dir: dirOf(language),
    ...(actor !== undefined && { actor }),
    ...(search !== undefined && { search }),
    ...(opening !== undefined && { opened: openedBanner(opening) }),
    form: { csrf, newKey: () => newId(), ...(heard === true && { heard }) },
  }
}

/** The form token of a page nobody is signed in to: no cookie stands behind it, so it proves nothing. */
export const openForm = ''
