import { describe, expect, test } from 'vitest'
import { isRemote, obstaclesToTelehealth } from './telehealth.ts'

const ready = {
  modality: 'telehealth',
  place: 'https://video.example/room/7',
  privateSpace: true,
  agreed: true,
}

describe('A visit by video', () => {
  test('needs the yes of the family, a link and a private room', () => {
    expect(obstaclesToTelehealth(ready)).toEqual([])
    expect(obstaclesToTelehealth({ ...ready, agreed: false })).toEqual(['video_not_agreed'])
    for (const place of ['214 Cedar Street', 'http://video.example/7', ''])
      expect(obstaclesToTelehealth({ ...ready, place })).toEqual(['video_link_missing'])
    expect(obstaclesToTelehealth({ ...ready, privateSpace: false })).toEqual(['private_space_missing'])
    expect(obstaclesToTelehealth({ ...ready, place: '', privateSpace: false, agreed: false })).toHaveLength(3)
  })

  test('is one with a psychiatrist or a psychologist too, and nothing else is asked for it', () => {
    for (const modality of ['telepsychiatry', 'telepsychology']) {
      expect(isRemote(modality)).toBe(true)
      expect(obstaclesToTelehealth({ ...ready, modality, agreed: false })).toEqual(['video_not_agreed'])
    }
    for (const modality of ['in_person', 'home', 'on_campus']) {
      const without = { ...ready, modality, agreed: false, privateSpace: false, place: 'Room 4' }
      expect(obstaclesToTelehealth(without)).toEqual([])
    }
  })
})
