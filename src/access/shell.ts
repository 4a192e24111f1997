import type { NavItem, Shell } from '#design/shell.ts'
import { newId } from '#platform/ids.ts'
import { catalog, type Language } from '#platform/words.ts'
import type { Role } from './roles.ts'
import type { Screen } from './screen.ts'

const words = catalog({
  en: { work: 'Work', find: 'Find', pathway: 'Pathway', district: 'District' },
})

type Section = NonNullable<Screen['nav']>['section']
const sections: Section[] = ['work', 'find', 'pathway', 'district']

/** The menu of a role: every screen that has a place in it and that the role may open. */
export function menuOf(screens: readonly Screen[], role: Role, path: string): Shell['nav'] {
  const here = screens
    .filter(({ nav, address }) => nav !== undefined && (path === address || path.startsWith(`${address}/`)))
    .sort((one, other) => other.address.length - one.address.length)[0]
  return sections.flatMap((section) => {
    const items = screens
      .filter((screen) => screen.nav?.section === section && screen.look.by.includes(role))
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

/** What every page of a visit has in common. */
export type ShellParts = Pick<Shell, 'assets' | 'demo' | 'assignments'> & {
  actor: { name: string; acting: string } | undefined
  nav: Shell['nav']
  csrf: string
  language: Language
  search?: string | undefined
}

export function shellOf({ title }: { title: string }, parts: ShellParts): Shell {
  const { actor, csrf, language, search, ...rest } = parts
  return {
    ...rest,
    title,
    lang: language,
    dir: rightToLeft.has(language) ? 'rtl' : 'ltr',
    ...(actor !== undefined && { actor }),
    ...(search !== undefined && { search }),
    form: { csrf, newKey: () => newId() },
  }
}

/** The form token of a page nobody is signed in to: no cookie stands behind it, so it proves nothing. */
export const openForm = ''
