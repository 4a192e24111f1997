/** What names one of a list: its code, and for a threshold the path it leads to. */
type Named = { code?: string; path?: string }

const nameOf = (one: unknown, place: number): string => {
  const { code, path } = one as Named
  return code ?? path ?? String(place)
}

/** The parts of something by name. One of a list is named by its code, so that a neighbour never is. */
export const partsOf = (body: unknown): [string, unknown][] =>
  Array.isArray(body)
    ? body.map((one, place) => [nameOf(one, place), one])
    : typeof body === 'object' && body !== null
      ? Object.entries(body)
      : []

/** What stands at a path such as `items.how_often.question`, or undefined. */
export const at = (body: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, name) => partsOf(part).find(([each]) => each === name)?.[1], body)

/** The same body with something else at a path. One of a list has to be there. */
export function withAt(body: unknown, path: string, value: unknown): unknown {
  const [name, ...rest] = path.split('.') as [string, ...string[]]
  const anew = (part: unknown) => (rest.length === 0 ? value : withAt(part, rest.join('.'), value))
  if (!Array.isArray(body)) return { ...(body as object), [name]: anew(at(body, name)) }
  return partsOf(body).map(([each, part]) => (each === name ? anew(part) : part))
}

/** The path by names of what a schema names by place: `items.0.question`. */
export function namedPath(body: unknown, places: readonly PropertyKey[]): string {
  const [first, ...rest] = places
  if (first === undefined) return ''
  const found = Array.isArray(body)
    ? partsOf(body)[Number(first)]
    : partsOf(body).find(([each]) => each === first)
  const [name, part] = found ?? [String(first), undefined]
  return rest.length === 0 ? name : `${name}.${namedPath(part, rest)}`
}
