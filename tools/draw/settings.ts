import { settingsTable } from '#platform/settings.ts'
import { read } from '../source.ts'
import { type Drawing, table } from './drawing.ts'

const marked = /(<!-- settings -->\n)[\s\S]*(<!-- \/settings -->)/

/**
 * The README with its table of settings as the code has it. @throws when the README has lost the place for it
 */
export function drawSettings(readme: string = read('README.md')): Drawing {
  if (!marked.test(readme)) throw new Error('README.md has no place marked for the settings')
  const rows = settingsTable.map(({ name, meaning, default: given }) => [
    `\`${name}\``,
    meaning,
    given === '' ? '' : `\`${given}\``,
  ])
  const drawn = table(['name', 'meaning', 'when it is not set'], rows)
  return {
    path: 'README.md',
    text: readme.replace(marked, (_, open: string, close: string) => `${open}${drawn}\n${close}`),
  }
}
