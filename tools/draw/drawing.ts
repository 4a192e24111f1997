/** A generated file: where it stands, and what it says. */
export type Drawing = { path: string; text: string }

const note = 'Drawn from the code by `npm run draw`. Do not edit.'

/** A page of docs/drawn. */
export const page = (name: string, title: string, body: readonly string[]): Drawing => ({
  path: `docs/drawn/${name}.md`,
  text: `${[`# ${title}`, note, ...body].join('\n\n')}\n`,
})

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
