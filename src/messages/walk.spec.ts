import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acknowledgeAlert } from '#crisis/acknowledge-alert.ts'
import { startIncident } from '#crisis/start-incident.ts'
import { mailFrom } from '#platform/mail.ts'
import { cast } from '#tests/riverside/cast.ts'
import { families } from '#tests/riverside/families.ts'
import { type Posting, postingOf } from '#tests/support/posting.ts'
import { type SmtpSink, smtpSink } from '#tests/support/smtp-sink.ts'
import { triageStory, type TriageStory } from '#tests/support/triage-story.ts'

let story: TriageStory
let sink: SmtpSink
let posting: Posting
beforeAll(async () => {
  story = await triageStory()
  sink = await smtpSink()
  const mail = mailFrom({ smtpUrl: sink.url, from: 'Throughline <no-reply@localhost>', folder: '/nowhere' })
  posting = postingOf(story, { mail })
})
afterAll(async () => {
  await sink.shut()
  await story.close()
})

describe('A crisis', () => {
  test('reaches the lead by mail, over a mail server, and says nothing of whom or why [R142]', async () => {
    const studentId = families.sofia.id
    const { incidentId } = story.must(await startIncident.perform(story.being('joan'), { studentId }))
    await posting.round()
    expect(sink.taken).toHaveLength(1)
    expect(sink.taken[0]).toMatchObject({
      to: cast.ruth.email,
      subject: 'You have a new message',
    })
    const [message] = await posting.messages()
    expect(sink.taken[0]?.id).toBe(`<${String(message?.['id'])}@throughline>`)
    const said = JSON.stringify(sink.taken)
    for (const word of ['Sofia', 'Delgado', 'Alder', 'crisis', incidentId, studentId])
      expect(said.toLowerCase()).not.toContain(word.toLowerCase())
    expect(message).toMatchObject({ ending: 'sent', cause: 'crisis.told', channel: 'email', tries: 1 })
    await posting.round()
    expect(sink.taken).toHaveLength(1)
  })

  test('reaches a lead who takes texts by text and by mail, each once, however often it is asked for', async () => {
    await story.admin.query(`begin; set local session_replication_role = replica;
      update person set phone = '206 555 0150' where id = '${cast.ruth.id}';
      insert into message_choice (district_id, id, person_id, email, text, digest, with_time, changed_by, changed_at)
      select district_id, id, id, true, true, true, false, id, now() from person where id = '${cast.ruth.id}'; commit`)
    const { incidentId } = story.must(await startIncident.perform(story.being('joan'), {}))
    const before = sink.taken.length
    await posting.round()
    await posting.round()
    expect(posting.texts).toHaveLength(1)
    expect(sink.taken.slice(before).map(({ to }) => to)).toEqual([cast.ruth.email])
    const sent = `select channel, ending, tries from message where subject_id = $1 order by channel`
    expect(await posting.rows(sent, [incidentId])).toEqual([
      { channel: 'email', ending: 'sent', tries: 1 },
      { channel: 'text', ending: 'sent', tries: 1 },
    ])
  })

  test('of which one way is shut is told to nobody else where the other arrived', async () => {
    const { incidentId } = story.must(await startIncident.perform(story.being('joan'), {}))
    sink.refused.add(cast.ruth.email)
    for (let at = 0; at < 20; at += 1) {
      await posting.round()
      await posting.pass(60_000)
    }
    sink.refused.delete(cast.ruth.email)
    const ways = `select channel, ending from message where subject_id = $1 and cause = 'crisis.told' and person_id = $2
      order by channel`
    expect(await posting.rows(ways, [incidentId, cast.ruth.id])).toEqual([
      { channel: 'email', ending: 'set_apart' },
      { channel: 'text', ending: 'sent' },
    ])
    const passedOn = `select person_id from notice where kind = 'message.undelivered' and subject_id = $1`
    expect(await posting.rows(passedOn, [incidentId])).toEqual([])
  })

  test('that somebody answered in the meantime is written about to nobody', async () => {
    const { incidentId } = story.must(await startIncident.perform(story.being('joan'), {}))
    story.must(await acknowledgeAlert.perform(story.being('ruth', 1), { incidentId }))
    const before = sink.taken.length
    await posting.round()
    expect(sink.taken).toHaveLength(before)
    const [row] = await posting.rows('select ending from message where subject_id = $1', [incidentId])
    expect(row).toEqual({ ending: 'not_needed' })
  })
})
