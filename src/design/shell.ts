/** A place in the menu. */
export type NavItem = { href: string; label: string; note?: string; current: boolean }

/** What every page knows about the house around it. Filled by access; says nothing of any student. */
export type Shell = {
  /** For the title bar; never a person's name on a protected page. The product's name is added. */
  title: string
  lang: string
  dir: 'ltr' | 'rtl'
  /** Addresses of the built files: see `loadAssets`. */
  assets: { css: string; script?: string; icon?: string; live?: string }
  /**
   * Who acts, and as what, for example "Navigator, Alder Creek and Larkspur". Small screens show up to the
   * comma.
   */
  actor?: { name: string; acting: string }
  assignments: { id: string; label: string; detail: string; current: boolean }[]
  nav: { heading: string; items: NavItem[] }[]
  /** The demo district with invented people: said on every page. */
  demo: boolean
  /** Hidden fields of every form. */
  form: { csrf: string; newKey(): string; heard?: boolean }
  /** Says that the page is open for a while only, with the address that closes it. */
  opened?: { says: string; to: string; end: string }
  /** Whose record the page shows, and under which law: one line each. Nothing where it shows nobody. */
  record?: readonly string[]
  /** For whoever came in without an account: where they leave at once, in place of signing out. */
  leave?: string
  /** What stands in the search field. */
  search?: string
}
