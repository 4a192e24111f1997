import { type Ban, product } from './ban.ts'

const startsPrograms: Readonly<Record<string, string>> = {
  'bin/throughline.js': 'starts the product itself with the node that came along',
  'src/platform/database/cluster.ts': 'starts initdb, with arguments of its own',
  'src/platform/database/data-directory.ts': 'names the type of what a child inherits',
  'src/platform/database/postmaster.ts': 'starts the embedded PostgreSQL, with arguments of its own',
  'src/platform/database/processes.ts': 'asks the system which process holds the data directory',
  'src/platform/said-by.ts': 'asks the vault of whoever runs it, by a command of the settings',
  'src/platform/database/server-for-specs.ts': 'starts the one PostgreSQL of a run of specs',
}

/** Ways to turn what somebody typed into something that is carried out. */
export const dangers: readonly Ban[] = [
  {
    name: 'text that becomes a program',
    pattern: /\beval\s*\(|\bnew Function\b|\bsetTimeout\(\s*['"`]|from 'node:vm'/,
    because: 'nothing that was put together is run: write the code itself',
    in: product,
  },
  {
    name: 'text that becomes a page',
    pattern:
      /\b(?:inner|outer)HTML\b|\bdangerouslySet\w+|\binsertAdjacentHTML\b|\bdocument\.write\b|\bsrcdoc\b/i,
    because: 'give the text to a component: it is escaped there',
    in: product,
  },
  {
    name: 'a pattern built from text',
    pattern: /\bRegExp\s*\(/,
    because: 'what somebody typed may hold signs of a pattern: write the pattern, or compare texts',
    in: product,
    except: {
      'src/platform/vault/envelope.ts': 'built once from a number of bytes that stands beside it',
      'src/platform/scan/pdf.ts': 'built once from names of PDF actions that stand beside it',
      'src/typed-before.ts': 'built from the addresses of the house, which nobody types',
    },
  },
  {
    name: 'a message whose form is text somebody gave',
    pattern: new RegExp(
      [
        '\\butil\\.(?:format|inspect)\\b|\\bformatWithOptions\\b|\\bconsole\\.\\w+\\(',
        'new IntlMessageFormat\\((?!message, language)|\\blogger\\.\\w+\\([^)]*,\\s*\\w+\\)',
      ].join('|'),
    ),
    because: 'words come from typed catalogs, and what is put into them is never read as a form',
    in: product,
  },
  {
    name: 'an address that carries a program',
    pattern: /['"`=]\s*javascript:/i,
    because: 'link to an address of ours',
    in: product,
  },
  {
    name: 'another program started',
    pattern: /['"](?:node:)?child_process['"]/,
    because: 'only the files named in tools/check/dangers.ts start one, each without a shell',
    in: product,
    except: startsPrograms,
  },
  {
    name: 'a shell',
    pattern: /\bshell: true\b|\bexecSync\b/,
    because: 'start the program itself, with a list of arguments',
    in: product,
  },
]
