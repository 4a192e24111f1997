import { Db } from '#platform/database/database.ts'
import { generateDistrict } from '#tests/riverside/large/generate.ts'
import { type SizeName, sizes } from '#tests/riverside/large/sizes.ts'
import { type Extent, fillRiverside } from '#tests/riverside/stories/fill.ts'
import { type Installation, openInstallation } from '../installation.ts'
import { migrateInstallation } from '../migrated.ts'
import { type Command, Complaint, type Terminal } from './command.ts'

function sayWhatWasFound(extent: Extent, terminal: Terminal) {
  if (extent === 'half')
    terminal.say('An earlier seeding of Riverside was cut short. It is taken away and begun again.')
}

async function seedStories(installation: Installation, terminal: Terminal) {
  const db = new Db({ ...installation.login('app'), max: 2 }, installation.keys)
  try {
    const now = installation.clock.now()
    const found = await fillRiverside({
      admin: installation.admin,
      db,
      now,
      onFound: (extent) => sayWhatWasFound(extent, terminal),
      onProgress: (told, of) => terminal.progress(`${told} of ${of} stories told`),
    })
    if (found === 'whole') throw new Complaint('Riverside is there already')
    terminal.say('Riverside is there: four schools, three agencies, invented people.')
  } finally {
    await db.close()
  }
}

async function generate(installation: Installation, size: SizeName, terminal: Terminal) {
  const onProgress = ({ table, rows, seconds }: { table: string; rows: number; seconds: number }) =>
    terminal.progress(`${table}: ${rows.toLocaleString('en-US')} rows after ${seconds} s`)
  const made = await generateDistrict(installation.admin, {
    size,
    keys: installation.keys,
    now: installation.clock.now(),
    onProgress,
  }).catch((error: Error) => {
    throw new Complaint(error.message)
  })
  terminal.say(`${sizes[size].name}: ${made.rows.toLocaleString('en-US')} rows in ${made.seconds} s`)
}

export const seedCommand: Command = {
  usage: [
    'throughline seed [--size riverside | boston | lausd | tiny]',
    '',
    '  riverside  four schools and a named cast, with stories up to now (the default)',
    '  boston     127 schools, 57,000 students, 13 agencies',
    '  lausd      780 schools, 400,000 students, 26,000 referrals a year for three years',
    '  tiny       4 schools, 60 students, 2 agencies: to see what the large ones are like',
    '',
    'Riverside cut short half-way is taken away and told again from the beginning.',
    'The others are generated: the same people every time. They are for measuring, not for use.',
  ].join('\n'),
  takes: 0,
  options: { size: { type: 'string', default: 'riverside' } },
  async run({ settings, options, terminal }) {
    const size = String(options['size'])
    if (size !== 'riverside' && !(size in sizes))
      throw new Complaint(`There is no size ${size}. See throughline seed --help`)
    const installation = await openInstallation(settings)
    try {
      await migrateInstallation(installation, terminal.say)
      await (size === 'riverside'
        ? seedStories(installation, terminal)
        : generate(installation, size as SizeName, terminal))
    } finally {
      await installation.close()
    }
  },
}
