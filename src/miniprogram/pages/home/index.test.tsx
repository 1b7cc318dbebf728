import Taro from '@tarojs/taro'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { card } from '../../../../tests/stubs/pieces'
import { phone, resetPhone } from '../../../../tests/stubs/taro'
import { keepPlace } from '../../phone/places'
import Home from '.'

beforeEach(resetPhone)
afterEach(cleanup)

const answerHome = () => {
  phone.answer = () => ({
    ok: true,
    data: {
      latest: [card('a'), card('b')],
      videos: [card('v', { kind: 'video' })],
      audios: [card('r', { kind: 'exercise', title: '慢慢呼吸' })],
    },
  })
}

it('shows the shelves from a single call', async () => {
  answerHome()
  render(<Home />)
  expect(await screen.findByText('标题 a')).toBeTruthy()
  expect(screen.getByText('标题 v')).toBeTruthy()
  expect(phone.calls).toEqual([{ action: 'pieces.home', data: {}, key: undefined }])
})

it('tells a screen reader what helps to choose and opens the piece', async () => {
  answerHome()
  render(<Home />)
  fireEvent.click(await screen.findByRole('button', { name: /^标题 a\s*文章 · 4 分钟读完\s*心驿编辑组$/ }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/library/pages/piece/index?id=a' })
})

it('opens an exercise on its own page, by the keyboard too', async () => {
  answerHome()
  render(<Home />)
  fireEvent.keyDown(await screen.findByRole('button', { name: /慢慢呼吸/ }), { key: 'Enter' })
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/library/pages/breathing/index?id=r' })
})

it('shows what was opened before when the network is gone, and says so', async () => {
  answerHome()
  render(<Home />)
  await screen.findByText('标题 a')
  cleanup()
  phone.answer = () => ({ ok: false, code: 'OFFLINE' })
  render(<Home />)
  expect(await screen.findByText(/离线内容，更新于/)).toBeTruthy()
  expect(screen.getByText('标题 a')).toBeTruthy()
})

it('says what happened and leaves a way to a person when there is nothing to show', async () => {
  render(<Home />)
  expect(await screen.findByText('网络没有连上，请检查网络后再试')).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: '想找人说说，看求助电话' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/help/index' })
  answerHome()
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('标题 a')).toBeTruthy()
})

it('offers to go on with what was left half read', async () => {
  keepPlace({
    pieceId: 'half',
    kind: 'article',
    title: '读到一半',
    part: 0.4,
    seconds: 0,
    at: '2026-11-22T08:00:00.000Z',
  })
  render(<Home />)
  fireEvent.click(await screen.findByRole('button', { name: '接着看：读到一半，上次到百分之 40' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/library/pages/piece/index?id=half' })
})

it('leads to the events of the month, off line too, and asks the cloud nothing for it', async () => {
  render(<Home />)
  fireEvent.click(screen.getByRole('button', { name: '活动，开放日、团体、讲座和直播，看看这个月有什么' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/events/pages/calendar/index' })
  await screen.findByText('网络没有连上，请检查网络后再试')
  expect(phone.calls.map(({ action }) => action)).toEqual(['pieces.home'])
})

it('has the entry to help', async () => {
  render(<Home />)
  fireEvent.click(screen.getByRole('button', { name: '需要帮助' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/help/index' })
  await screen.findByText('网络没有连上，请检查网络后再试')
})
