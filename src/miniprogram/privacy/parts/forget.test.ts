import { beforeEach, expect, it } from 'vitest'
import { resetPhone } from '../../../../tests/stubs/taro'
import { deviceKey } from '../../cloud/device-key'
import { shelf } from '../../cloud/use-reply'
import { readCounter, useCounter } from '../../counting/counters'
import { noteAsked } from '../../phone/asked'
import { keepNotes } from '../../phone/notes'
import { keepPlace } from '../../phone/places'
import { prefer } from '../../phone/preferences'
import { keepUnit, knownUnit } from '../../phone/unit'
import { keepAsked } from './destruction'
import { forgetAll, forgetKinds } from './forget'

const NOW = '2026-11-22T08:00:00.000Z'

beforeEach(resetPhone)

it('leaves nothing of the person on the phone', () => {
  prefer({ large: true, shade: 'dark' })
  deviceKey.keep('d_1')
  shelf.keep('favourites', { cards: [] }, NOW)
  keepPlace({ pieceId: 'a', kind: 'article', title: 'a', part: 0.5, seconds: 0, at: NOW })
  keepNotes('买菜')
  keepUnit('拖拉机厂')
  noteAsked('tests')
  keepAsked({ number: 'A', kinds: [], account: true })
  readCounter.count({ pieceId: 'a', reads: 1 }, Date.parse(NOW))
  useCounter.count({ use: 'help.opened', times: 1 }, Date.parse(NOW))
  forgetAll()
  expect(Object.keys(localStorage)).toEqual(['preferences'])
})

it('drops the copies of a kind that was destroyed, and only those', () => {
  shelf.keep('favourites', { cards: [] }, NOW)
  keepUnit('拖拉机厂')
  forgetKinds(['memberships'])
  expect(knownUnit()).toBeNull()
  expect(shelf.read('favourites')).not.toBeNull()
  forgetKinds(['favourites'])
  expect(shelf.read('favourites')).toBeNull()
})
