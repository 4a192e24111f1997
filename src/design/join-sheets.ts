import { readFile } from 'node:fs/promises'
import type { Selector } from 'lightningcss'

/** The sheets in the order they are joined. Each but the fonts is one `@layer` block. */
export const sheets = ['fonts', 'tokens', 'base', 'shell', 'marks', 'controls', 'parts'].concat([
  'today',
  'student',
  'handoff',
  'partner',
  'crisis',
  'governance',
  'family',
  'sheet',
  'print',
])

/** A later layer wins over an earlier one, whatever the weight of a selector. */
const layers = ['tokens', 'base', 'shell', 'marks', 'parts', 'pages', 'print']

const version = (major: number) => major << 16
const targets = { chrome: version(90), safari: version(14), firefox: version(90) }

/**
 * One minified sheet that browsers since 2021 can read: colours get sRGB values first, media ranges become
 * min and max, and layers are spelled out as selector weight, since older browsers skip a layer and all it
 * holds. `place` gives the served name of each file that the sheets point to.
 */
export async function joinSheets(place: (file: string) => string): Promise<string> {
  const { Features, transform } = await import('lightningcss')
  const join = async (name: string) => {
    const { rules, weight } = unwrap(name, await readSheet(name))
    const { code } = transform({
      filename: `${name}.css`,
      code: Buffer.from(rules),
      minify: true,
      targets,
      // Every target reads logical properties; rewriting them would guess the direction from the language.
      exclude: Features.LogicalProperties,
      visitor: {
        Selector: (selector) => heavier(selector, weight),
        Url: (url) => ({ ...url, url: place(url.url) }),
      },
    })
    return code.toString()
  }
  return (await Promise.all(sheets.map(join))).join('\n')
}

const readSheet = (name: string) => readFile(new URL(`./styles/${name}.css`, import.meta.url), 'utf8')

/** The rules of a sheet without its layer, and how many layers lie below. Throws for an unknown layer. */
function unwrap(name: string, text: string): { rules: string; weight: number } {
  const [, layer, rules] = /^@layer (\w+) \{\n(.*)\n\}\n$/s.exec(text) ?? []
  if (layer === undefined || rules === undefined) {
    if (text.includes('@layer'))
      throw new Error(`${name}.css is not one @layer block from its first line to its last`)
    return { rules: text, weight: 0 }
  }
  const weight = layers.indexOf(layer)
  if (weight < 0) throw new Error(`${name}.css opens the layer ${layer}, which has no place in the order`)
  return { rules, weight }
}

/** Adds `:not(#_)` once for each layer below: it matches everything and outweighs any class or element. */
function heavier(selector: Selector, weight: number): Selector {
  const pseudo = selector.findIndex((part) => part.type === 'pseudo-element')
  const at = pseudo < 0 ? selector.length : pseudo
  const everything: Selector = [
    { type: 'pseudo-class', kind: 'not', selectors: [[{ type: 'id', name: '_' }]] },
  ]
  const weights = Array.from({ length: weight }, () => everything).flat()
  return [...selector.slice(0, at), ...weights, ...selector.slice(at)]
}
