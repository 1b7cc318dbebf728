import { type Api, createApi } from '../../src/contract/client'

/** Somebody who reads without a browser: a visitor, asking this server. */
export const readerAt = (url: string): Api =>
  createApi(async (name, request) => {
    const answer = await fetch(`${url}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    })
    return answer.json()
  })
