import Taro from '@tarojs/taro'
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { edition } from '../../../../../tests/stubs/pieces'
import { phone, resetPhone } from '../../../../../tests/stubs/taro'
import { placeIn } from '../../../phone/places'
import Piece from '.'

beforeEach(() => {
  resetPhone()
  phone.params = { id: 'a' }
})
afterEach(cleanup)

const media = { file: 'm', url: '/files/m', mime: 'audio/mpeg', bytes: 1, seconds: 100, poster: null, captions: null }

const answer = (opened = edition('a')) => {
  const kept = new Set<string>()
  const keys: string[] = []
  phone.answer = (action) => {
    const key = phone.calls.at(-1)?.key
    if (action === 'devices.enrol') {
      keys.push(`d_${keys.length}`)
      return { ok: true, data: { key: keys.at(-1) } }
    }
    if (action === 'pieces.open') return { ok: true, data: { ...opened, kept: kept.has('a') } }
    if (key === undefined || !keys.includes(key)) return { ok: false, code: 'NOT_ALLOWED' }
    if (action === 'favourites.add') kept.add('a')
    else kept.delete('a')
    return { ok: true, data: {} }
  }
  return kept
}

describe('an article', () => {
  it('shows every shape of its body and who stands behind it', async () => {
    answer()
    render(<Piece />)
    expect(await screen.findByRole('heading', { name: '先把灯调暗' })).toBeTruthy()
    expect(screen.getByText('戴上墨镜').className).toContain('bold')
    expect(screen.getByText('1.')).toBeTruthy()
    expect(screen.getByRole('img', { name: '一盏灯' })).toBeTruthy()
    expect(screen.getByText('审核：王老师，2026年11月20日')).toBeTruthy()
    expect(screen.getByText('睡眠 · 文章 · 4 分钟')).toBeTruthy()
    expect(screen.getByRole('link', { name: '轮班与睡眠，出版者，2023' })).toBeTruthy()
    expect(phone.calls).toHaveLength(1)
  })

  it('follows a link to a page of the app', async () => {
    answer()
    render(<Piece />)
    fireEvent.click(await screen.findByRole('link', { name: '再看' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/help/index' })
  })

  const withLink = (link: string) =>
    answer(edition('a', { body: [{ type: 'paragraph', spans: [{ text: '这里', link }] }] }))

  it('dials a telephone number', async () => {
    withLink('tel:400-161-9995')
    render(<Piece />)
    fireEvent.click(await screen.findByRole('link', { name: '这里' }))
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '400-161-9995' })
  })

  it('follows a link to a page of the tab bar', async () => {
    withLink('/pages/home/index?from=a')
    render(<Piece />)
    fireEvent.click(await screen.findByRole('link', { name: '这里' }))
    expect(Taro.switchTab).toHaveBeenCalledWith({ url: '/pages/home/index' })
    expect(Taro.navigateTo).not.toHaveBeenCalled()
  })

  it('says so when a link leads nowhere, or a page does not open', async () => {
    withLink('/pages/long-gone/index')
    render(<Piece />)
    fireEvent.click(await screen.findByRole('link', { name: '这里' }))
    expect(Taro.navigateTo).not.toHaveBeenCalled()
    cleanup()
    withLink('/library/pages/list/index?topic=sleep')
    vi.mocked(Taro.navigateTo).mockRejectedValueOnce({ errMsg: 'navigateTo:fail webview count limit exceed' })
    render(<Piece />)
    fireEvent.click(await screen.findByRole('link', { name: '这里' }))
    await waitFor(() => expect(Taro.showModal).toHaveBeenCalledTimes(2))
    expect(vi.mocked(Taro.showModal).mock.calls.map(([asked]) => asked?.content)).toEqual([
      '这个链接现在打不开了，您可以看看别的',
      '请返回上一页再试一次',
    ])
  })

  it('is kept as a favourite: the browser is given a key at this first need', async () => {
    const kept = answer()
    render(<Piece />)
    fireEvent.click(await screen.findByRole('button', { name: '收藏' }))
    expect(await screen.findByRole('button', { name: '已收藏，点一下取消收藏' })).toBeTruthy()
    await act(async () => undefined)
    expect(phone.calls.map((call) => call.action)).toEqual([
      'pieces.open',
      'favourites.add',
      'devices.enrol',
      'favourites.add',
    ])
    expect(kept.has('a')).toBe(true)
  })

  it('takes the heart back when the cloud could not keep it', async () => {
    phone.answer = (action) =>
      action === 'pieces.open' ? { ok: true, data: edition('a') } : { ok: false, code: 'OFFLINE' }
    render(<Piece />)
    fireEvent.click(await screen.findByRole('button', { name: '收藏' }))
    expect(await screen.findByText('网络没有连上，请检查网络后再试')).toBeTruthy()
    expect(screen.getByRole('button', { name: '收藏' })).toBeTruthy()
  })

  it('reads on without a network, and vanishes once it is recalled', async () => {
    answer()
    render(<Piece />)
    await screen.findByText('戴上墨镜')
    cleanup()
    phone.answer = () => ({ ok: false, code: 'TIMED_OUT' })
    render(<Piece />)
    expect(await screen.findByText(/离线内容，更新于/)).toBeTruthy()
    expect(screen.getByText('戴上墨镜')).toBeTruthy()
    cleanup()
    phone.answer = () => ({ ok: false, code: 'PIECE_NOT_FOUND' })
    render(<Piece />)
    expect(await screen.findByText('没有找到这篇内容，它可能已经撤回，您可以看看别的')).toBeTruthy()
    expect(screen.queryByText('戴上墨镜')).toBeNull()
    cleanup()
    phone.answer = () => ({ ok: false, code: 'OFFLINE' })
    render(<Piece />)
    expect(await screen.findByText('网络没有连上，请检查网络后再试')).toBeTruthy()
  })
})

describe('a recording', () => {
  const open = async () => {
    answer(edition('a', { kind: 'audio', media }))
    render(<Piece />)
    fireEvent.click(await screen.findByRole('button', { name: '播放' }))
    const audio = phone.audios.at(-1)
    if (!audio) throw new Error('no recording was opened')
    return audio
  }

  it('plays, pauses and steps by fifteen seconds', async () => {
    const audio = await open()
    expect(audio.src).toBe('/files/m')
    act(() => audio.at(40))
    expect(screen.getByText('0:40')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: '前进 15 秒' }))
    expect(audio.currentTime).toBe(55)
    fireEvent.click(screen.getByRole('button', { name: '后退 15 秒' }))
    expect(audio.currentTime).toBe(40)
    fireEvent.click(screen.getByRole('button', { name: '暂停' }))
    expect(audio.paused).toBe(true)
    expect(screen.getByRole('button', { name: '播放' })).toBeTruthy()
  })

  it('goes on where it stopped, on this phone only', async () => {
    const first = await open()
    act(() => first.at(40))
    cleanup()
    expect(first.destroyed).toBe(true)
    expect(placeIn('a')).toMatchObject({ seconds: 40, part: 0.4 })
    const second = await open()
    act(() => second.at(0))
    expect(second.currentTime).toBe(40)
    act(() => second.at(41))
    expect(screen.getByText('0:41')).toBeTruthy()
    expect(JSON.stringify(phone.calls)).not.toContain('seconds')
  })

  it('stops when the page is covered', async () => {
    const audio = await open()
    act(() => phone.hide())
    expect(audio.paused).toBe(true)
  })

  it('says when it could not be played', async () => {
    const audio = await open()
    act(() => audio.tell('error'))
    expect(screen.getByText('音频没有放出来，请检查网络后再点播放')).toBeTruthy()
  })

  it('shows captions with a video, and hides them', async () => {
    answer(edition('a', { kind: 'video', media: { ...media, captions: { file: 'c', url: '/files/c.vtt' } } }))
    const cloud = phone.answer
    phone.answer = (action, data) =>
      action === '/files/c.vtt' ? 'WEBVTT\n\n00:01.000 --> 00:03.000\n慢慢吸气' : cloud(action, data)
    render(<Piece />)
    const film = (await screen.findByLabelText('视频：标题 a')) as HTMLVideoElement
    await screen.findByRole('switch', { name: '字幕' })
    Object.defineProperty(film, 'currentTime', { value: 2, configurable: true })
    fireEvent.timeUpdate(film)
    expect(screen.getByText('慢慢吸气')).toBeTruthy()
    fireEvent.click(screen.getByRole('switch', { name: '字幕' }))
    expect(screen.queryByText('慢慢吸气')).toBeNull()
  })
  it.each([
    ['the phone may not ask there', () => Promise.reject(new Error('request:fail url not in domain list'))],
    ['it is gone', async () => ({ statusCode: 404, data: '' })],
    ['a page to log in to the network came instead', async () => ({ statusCode: 200, data: '<html></html>' })],
  ])('says that the captions did not come when %s, and asks again', async (_, fail) => {
    answer(edition('a', { kind: 'video', media: { ...media, captions: { file: 'c', url: '/files/c.vtt' } } }))
    const cloud = phone.answer
    phone.answer = (action, data) =>
      action === '/files/c.vtt' ? 'WEBVTT\n\n00:01.000 --> 00:03.000\n慢慢吸气' : cloud(action, data)
    const request = Taro.request
    let asked = 0
    const spy = vi.spyOn(Taro, 'request').mockImplementation(((options: Parameters<typeof Taro.request>[0]) => {
      if (!options.url.endsWith('.vtt')) return request(options)
      return asked++ === 0 ? fail() : request(options)
    }) as typeof Taro.request)
    render(<Piece />)
    expect(await screen.findByText(/字幕没有取到/)).toBeTruthy()
    expect(screen.queryByRole('switch', { name: '字幕' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '再取一次字幕' }))
    await screen.findByRole('switch', { name: '字幕' })
    expect(screen.queryByText(/字幕没有取到/)).toBeNull()
    spy.mockRestore()
  })
})
