import type { Shell } from './shell.ts'

/** A shell as access would fill it, for specs. Every form gets another key. */
export function shellForSpecs(over: Partial<Shell> = {}): Shell {
  let keys = 0
  return {
    title: 'Today',
    lang: 'en',
    dir: 'ltr',
    assets: { css: '/assets/throughline-1.css' },
    actor: { name: 'Maya Okafor', acting: 'Navigator, Alder Creek and Larkspur' },
    assignments: [
      { id: 'a1', label: 'Navigator', detail: 'Alder Creek Middle', current: false },
      { id: 'a2', label: 'Backup crisis lead', detail: 'Harlow High', current: true },
    ],
    nav: [
      {
        heading: 'Work',
        items: [
          { href: '/today', label: 'Today', note: '11', current: true },
          { href: '/students', label: 'My students', current: false },
        ],
      },
    ],
    demo: false,
    form: { csrf: 'proof', newKey: () => `key-${++keys}` },
    ...over,
  }
}
