const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found?.[1] === undefined ? undefined : unescaped(found[1])
}

/** What a control sends: nothing for a box that is not ticked. */
function saidBy(tag: string, inside: string): string | undefined {
  if (tag.startsWith('<textarea')) return unescaped(inside)
  if (tag.startsWith('<select')) {
    const chosen = /<option[^>]*\sselected[^>]*>/.exec(inside) ?? /<option[^>]*>/.exec(inside)
    return chosen ? attribute(chosen[0], 'value') : ''
  }
  const ticked = /type="(checkbox|radio)"/.test(tag)
  return ticked && !/\schecked/.test(tag) ? undefined : (attribute(tag, 'value') ?? '')
}

const control = /(<input[^>]*>)|(<textarea[^>]*>)([^]*?)<\/textarea>|(<select[^>]*>)([^]*?)<\/select>/g

/** The form in the middle of a page as a browser sends it when nobody types: its own fields, by name. */
export function fieldsOf(html: string): Record<string, string> {
  const main = html.slice(html.indexOf('<main'))
  const controls = [...main.matchAll(control)].flatMap(([, input, area, text, select, options]) => {
    const tag = input ?? area ?? select ?? ''
    const [name, value] = [attribute(tag, 'name'), saidBy(tag, text ?? options ?? '')]
    return name === undefined || name.startsWith('_') || value === undefined ? [] : [[name, value] as const]
  })
  return Object.fromEntries(controls)
}
