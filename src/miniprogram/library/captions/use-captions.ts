import Taro from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { type Cue, parseCaptions } from './captions'

/** A network that first wants a log-in answers with a page of its own. */
const isCaptions = (file: string) => /^\uFEFF?WEBVTT/.test(file)

/** The captions at an address, if there is one; `failed` when they did not come. */
export const useCaptions = (url: string | undefined) => {
  const [cues, setCues] = useState<readonly Cue[]>([])
  const [failed, setFailed] = useState(false)
  const [tries, setTries] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    if (!url) return
    let here = true
    const came = (file: string | null) => {
      if (!here) return
      setFailed(file === null)
      setCues(file === null ? [] : parseCaptions(file))
    }
    Taro.request<string>({ url, dataType: 'text', responseType: 'text' }).then(
      ({ data, statusCode }) => came(statusCode === 200 && isCaptions(String(data)) ? String(data) : null),
      () => came(null),
    )
    return () => {
      here = false
    }
  }, [url, tries])

  return {
    cues,
    failed,
    retry: useCallback(() => {
      setFailed(false)
      setTries((before) => before + 1)
    }, []),
  }
}
