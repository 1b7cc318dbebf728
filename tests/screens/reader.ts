import { type Api, createApi } from '../../src/contract/client'

/** Somebody who asks this server without a browser: a visitor, or whoever shows this device key. */
export const readerAt = (url: string, bearer?: string): Api =>
  createApi(async (name, request) => {
    const answer = await fetch(`${url}/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer ? { authorization: `Bearer ${bearer}` } : {}) },
      body: JSON.stringify(request),
    })
    return answer.json()
  })
